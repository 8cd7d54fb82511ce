//! Web pages saved with their pictures in one file (MHTML): the mail format around the page, which `mail-parser` reads.

use std::borrow::Cow;

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use mail_parser::parsers::MessageStream;
use mail_parser::{MessageParser, MessagePart, MimeHeaders, PartType};

use crate::document::Status;
use crate::read::failure::Failure;

/// Largest number of boundaries that a mail may declare: for each the parser may scan to the end of the mail. A saved page
/// declares one, its pictures none.
const MOST_BOUNDARIES: usize = 100;

/// The bytes of a web page and what the mail says of their encoding.
pub(super) struct Part<'a> {
    pub(super) data: Cow<'a, [u8]>,
    pub(super) charset: Option<String>,
}

impl<'a> Part<'a> {
    /// A page without mail around it.
    pub(super) fn whole(data: &'a [u8]) -> Self {
        Self { data: Cow::Borrowed(data), charset: None }
    }
}

/// The first web page in a mail; `None` if the data is not a mail or holds no page.
///
/// # Errors
/// When the mail is made to cost more than a saved page does: countless parts, or mails inside an encoded mail.
pub(super) fn html_part(data: &[u8]) -> Result<Option<Part<'_>>, Failure> {
    let mail = data.trim_ascii_start();
    let head = &mail[..mail.len().min(4096)];
    let is_mail = head.first().is_some_and(u8::is_ascii_alphabetic)
        && String::from_utf8_lossy(head).to_lowercase().contains("mime-version:");
    if !is_mail {
        return Ok(None);
    }
    if declared_boundaries(mail).nth(MOST_BOUNDARIES).is_some() {
        return Err(Failure::new(Status::Limit, format!("a mail of more than {MOST_BOUNDARIES} kinds of parts")));
    }
    if has_encoded_mail(mail) {
        return Err(Failure::new(Status::Unsupported, "a mail inside an encoded part"));
    }
    let Some(message) = MessageParser::new().with_mime_headers().parse(mail) else { return Ok(None) };
    let page = message.parts.iter().find(|part| part.is_content_type("text", "html")).and_then(|part| page(part, mail));
    drop_iteratively(message.parts);
    Ok(page)
}

/// Places where a boundary is declared: `boundary=`, also `boundary*0 =`.
fn declared_boundaries(mail: &[u8]) -> impl Iterator<Item = usize> {
    const NAME: &[u8] = b"boundary";
    let is_name = |found: &[u8]| found.eq_ignore_ascii_case(NAME);
    mail.windows(NAME.len()).enumerate().filter(move |(_, found)| is_name(found)).map(|(at, _)| at).filter(|at| {
        let behind = &mail[at + NAME.len()..];
        let sign = behind.iter().position(|b| !matches!(b, b'*' | b'0'..=b'9' | b' ' | b'\t')).unwrap_or(behind.len());
        behind.get(sign) == Some(&b'=') && behind.get(sign..sign + 3) != Some(b"=3D")
    })
}

/// True if a part is a mail that is itself encoded, which RFC 2046 (section 5.2.1) forbids: the parser would unpack mails
/// inside it without end.
fn has_encoded_mail(mail: &[u8]) -> bool {
    const TYPE: &[u8] = b"message/";
    let places = mail.windows(TYPE.len()).enumerate().filter(|(_, found)| found.eq_ignore_ascii_case(TYPE));
    places.map(|(at, _)| at).any(|at| {
        let (before, behind) = (&mail[at.saturating_sub(HEAD)..at], &mail[at..mail.len().min(at + HEAD)]);
        let is_blank = |pair: &[u8]| pair.ends_with(b"\n\n") || pair.ends_with(b"\n\r\n");
        let start = (0..=before.len()).rev().find(|end| is_blank(&before[..*end])).unwrap_or(0);
        let end = (0..=behind.len()).find(|end| is_blank(&behind[..*end])).unwrap_or(behind.len());
        let head = [&before[start..], &behind[..end]].concat().to_ascii_lowercase();
        ["base64", "quoted-printable"].iter().any(|code| head.windows(code.len()).any(|w| w == code.as_bytes()))
    })
}

/// Largest number of bytes on either side in which the head of a part is sought.
const HEAD: usize = 1024;

/// The page in a part of `mail`, after undoing its transfer encoding. The library's own text is not taken: it guesses a
/// charset where none is declared.
fn page<'a>(part: &MessagePart<'_>, mail: &'a [u8]) -> Option<Part<'a>> {
    let body = mail.get(part.offset_body as usize..part.offset_end as usize)?;
    let encoding = part.content_transfer_encoding().unwrap_or_default().trim().to_ascii_lowercase();
    let mut stream = MessageStream::new(body);
    // `usize::MAX` means that the body is not valid in its encoding: what is, is decoded all the same.
    let data = match encoding.as_str() {
        "quoted-printable" => match stream.decode_quoted_printable_mime(b"") {
            (usize::MAX, _) => Cow::Owned(quoted_printable(body)),
            (_, decoded) => decoded,
        },
        "base64" => match stream.decode_base64_mime(b"") {
            (usize::MAX, _) => Cow::Owned(base64(body)),
            (_, decoded) => decoded,
        },
        _ => Cow::Borrowed(body),
    };
    let charset = part.content_type().and_then(|declared| declared.attribute("charset")).map(str::to_owned);
    Some(Part { data, charset })
}

/// Quoted-printable text (RFC 2045, section 6.7) in which an escape that is none stays as it is.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|b| char::from(*b).to_digit(16));
    let mut decoded = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        if byte != b'=' {
            decoded.push(byte);
        } else if let Some(next) = behind.strip_prefix(b"\r\n").or(behind.strip_prefix(b"\n")) {
            rest = next;
        } else if let (Some(high), Some(low)) = (digit(behind.first()), digit(behind.get(1))) {
            decoded.push((16 * high + low) as u8);
            rest = &behind[2..];
        } else {
            decoded.push(byte);
        }
    }
    decoded
}

/// Base64 text up to its first padding; bytes that do not belong to it are skipped.
fn base64(body: &[u8]) -> Vec<u8> {
    let is_digit = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
    let mut digits: Vec<u8> = body.iter().take_while(|b| **b != b'=').filter(|b| is_digit(b)).copied().collect();
    // A single digit holds no byte.
    digits.truncate(digits.len() - usize::from(digits.len() % 4 == 1));
    let lenient = GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(&alphabet::STANDARD, lenient).decode(digits).unwrap_or_default()
}

/// Frees nested messages one by one; dropping them recursively could overflow the stack.
fn drop_iteratively(mut parts: Vec<MessagePart<'_>>) {
    while let Some(part) = parts.pop() {
        if let PartType::Message(message) = part.body {
            parts.extend(message.parts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_found_in_the_mail() {
        let mail = b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--=x\"\r\n\r\n----=x\r\nContent-Type: image/png\r\n\r\nabc\r\n----=x\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n<p>S=E1=BB=91 =\r\n12=3D</p>\r\n----=x--";
        let part = html_part(mail).unwrap().unwrap();
        assert_eq!(String::from_utf8_lossy(&part.data).trim(), "<p>Số 12=</p>");
        assert_eq!(part.charset.as_deref(), Some("utf-8"));
        let coded =
            b"Mime-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\nYTwvcD4=\n";
        assert_eq!(html_part(coded).unwrap().unwrap().data.as_ref(), b"<p>a</p>");
        assert!(html_part(b"<html>Mime-Version: 1.0\n\n").unwrap().is_none());
        assert!(html_part(b"").unwrap().is_none());
    }

    #[test]
    fn a_page_is_decoded_as_far_as_it_is_encoded() {
        let html = |encoding: &str, body: &str| {
            let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n";
            let mail = format!(
                "\r\n{head}CONTENT-TYPE: TEXT/HTML; CHARSET=windows-1258\r\n\
                 Content-Transfer-Encoding: {encoding}\r\n\r\n{body}"
            );
            let part = html_part(mail.as_bytes()).unwrap().unwrap();
            assert_eq!(part.charset.as_deref(), Some("windows-1258"));
            String::from_utf8_lossy(&part.data).trim_end().to_owned()
        };
        for (encoding, body, page) in [
            ("8bit", "<p>a=3D\r\n--x--", "<p>a=3D"),
            ("Quoted-Printable", "<p>a=3d=\r\nb\r\n--x--", "<p>a=b"),
            ("quoted-printable", "<p>a=zz=3D\r\n--x--", "<p>a=zz="),
            ("BASE64", "PHA+YQ==\r\n--x--", "<p>a"),
            ("base64", "P.HA+YQ\r\n--x--", "<p>a"),
            // Escapes that are none stay, and the rest is decoded.
            ("quoted-printable", "<p>==S=E1=BB=91\r\n--x--", "<p>==Số"),
            ("quoted-printable", "<p>S=E1=BB=91 =E1=B=91\r\n--x--", "<p>Số \u{fffd}=B\u{fffd}"),
            ("base64", "PHA+\r\nYQ==.\r\n--x--", "<p>a"),
            ("quoted-printable", "=\r\n--x--", ""),
            // The file was cut.
            ("quoted-printable", "<p>a=3D", "<p>a="),
            ("base64", "PHA+Y", "<p>"),
        ] {
            assert_eq!(html(encoding, body), page, "{encoding} {body}");
        }
    }

    #[test]
    fn the_page_is_found_in_parts_of_parts_but_not_in_a_mail_that_was_attached() {
        let nested = |kind: &str| {
            format!(
                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: {kind}\n\n\
                 --y\nContent-Type: text/html\n\n<p>a\n--y--\n--x--\n"
            )
        };
        let page = |mail: &str| html_part(mail.as_bytes()).unwrap().map(|part| part.data.trim_ascii().to_vec());
        assert_eq!(page(&nested("multipart/alternative; boundary=y")).as_deref(), Some(&b"<p>a"[..]));
        assert_eq!(page(&nested("message/rfc822\n\nContent-Type: multipart/mixed; boundary=y")), None);
    }

    #[test]
    fn mails_in_mails_end() {
        for inner in ["Content-Type: message/rfc822\n\n", "Content-Type: multipart/digest; boundary=x\n\n--x\n\n"] {
            let mail = format!("MIME-Version: 1.0\n{}", inner.repeat(100_000));
            assert!(!matches!(html_part(mail.as_bytes()), Ok(Some(_))));
        }
        let part = "--x\nContent-Type: multipart/mixed; Boundary=y\n\n";
        let mail = format!("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n{}", part.repeat(100_000));
        assert_eq!(html_part(mail.as_bytes()).err().map(|failure| failure.status), Some(Status::Limit));
        let encoded = "MIME-Version: 1.0\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nQQ==\n";
        assert_eq!(html_part(encoded.as_bytes()).err().map(|failure| failure.status), Some(Status::Unsupported));
        // The word alone declares nothing.
        let words = "boundary ".repeat(500);
        let mail = format!("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>{words}");
        assert!(html_part(mail.as_bytes()).unwrap().is_some());
    }

    proptest::proptest! {
        #[test]
        fn any_mail_is_read_without_panic(body in "(--x|--y|--|\r\n|\n|Content-Type: |multipart/digest|multipart/mixed|message/rfc822|text/html|; boundary=x|; boundary=y|; charset=|\"|Content-Transfer-Encoding: |base64|quoted-printable|=|=3D|PHA\\+|a){0,60}") {
            let _ = html_part(format!("MIME-Version: 1.0\n{body}").as_bytes());
        }
    }
}
