//! Web pages saved with their pictures in one file (MHTML): the mail format around the page, which `mail-parser` reads.

use std::borrow::Cow;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::{HeaderName, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::document::Status;
use crate::read::failure::Failure;

/// Largest number of parts with parts in them: for each the parser may scan to the end of the mail. A saved page declares
/// one, its pictures none.
const MOST_BOUNDARIES: usize = 100;

/// Accepts base64 whose end was cut off.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

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
/// When the mail has countless parts in parts, and so costs more than a saved page does.
pub(super) fn html_part(data: &[u8]) -> Result<Option<Part<'_>>, Failure> {
    let mail = data.trim_ascii_start();
    let head = &mail[..mail.len().min(4096)];
    let is_mail = head.first().is_some_and(u8::is_ascii_alphabetic)
        && String::from_utf8_lossy(head).to_lowercase().contains("mime-version:");
    if !is_mail {
        return Ok(None);
    }
    if !is_within_limits(mail) {
        return Err(Failure::new(Status::Limit, format!("more than {MOST_BOUNDARIES} parts with parts in them")));
    }
    // Without the header the parser decodes no part: it would unpack mails inside encoded mails without end, and it gives
    // up at the first malformed escape.
    let parser = MessageParser::new().with_mime_headers().ignore_header(HeaderName::ContentTransferEncoding);
    let Some(message) = parser.parse(mail) else { return Ok(None) };
    let page = message.parts.iter().find(|part| part.is_content_type("text", "html")).and_then(|part| page(part, mail));
    drop_iteratively(message.parts);
    Ok(page)
}

/// A part with parts in it needs both words; a page may well repeat one of them.
fn is_within_limits(mail: &[u8]) -> bool {
    let mentions = |word: &[u8]| {
        mail.windows(word.len()).filter(|found| found.eq_ignore_ascii_case(word)).nth(MOST_BOUNDARIES).is_some()
    };
    !(mentions(b"boundary") && mentions(b"multipart"))
}

/// The decoded page in a part of `mail`. The library's own text is not taken: it guesses no charset where none is
/// declared.
fn page<'a>(part: &MessagePart<'_>, mail: &'a [u8]) -> Option<Part<'a>> {
    let body = mail.get(part.offset_body as usize..part.offset_end as usize)?;
    let header = part.headers.iter().rfind(|header| header.name == HeaderName::ContentTransferEncoding);
    let encoding = header.and_then(|header| mail.get(header.offset_start as usize..header.offset_end as usize));
    let encoding = encoding.unwrap_or_default().trim_ascii().to_ascii_lowercase();
    let data = match encoding.as_slice() {
        b"quoted-printable" => Cow::Owned(quoted_printable(body)),
        // What begins with a tag is not encoded, whatever the mail says.
        b"base64" if !body.trim_ascii_start().starts_with(b"<") => Cow::Owned(base64(body)),
        _ => Cow::Borrowed(body),
    };
    let charset = part.content_type().and_then(|declared| declared.attribute("charset")).map(str::to_owned);
    Some(Part { data, charset })
}

/// Decodes quoted-printable (RFC 2045, 6.7). A malformed escape is kept as it stands.
fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut decoded = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        if byte != b'=' {
            decoded.push(byte);
            continue;
        }
        // Spaces behind the mark of a continued line were added on the way.
        let blank = behind.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
        if let (Some(high), Some(low)) = (hex(behind.first()), hex(behind.get(1))) {
            decoded.push((high * 16 + low) as u8);
            rest = &behind[2..];
        } else if behind.get(blank) == Some(&b'\n') {
            rest = &behind[blank + 1..];
        } else if blank < behind.len() {
            decoded.push(byte);
        } else {
            // The file ends inside the mark.
            rest = &[];
        }
    }
    decoded
}

/// Decodes base64; foreign bytes make it end at the first `=`.
fn base64(body: &[u8]) -> Vec<u8> {
    base64_decode(body).unwrap_or_else(|| {
        let letters = body.iter().copied().take_while(|byte| *byte != b'=');
        let mut letters: Vec<u8> = letters.filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).collect();
        // A single letter at the end holds no whole byte.
        letters.truncate(letters.len() - usize::from(letters.len() % 4 == 1));
        LENIENT.decode(letters).unwrap_or_default()
    })
}

/// Frees the parts one by one: the recursive drop of mails in mails overflows the stack.
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
            ("base64", "<p>a\r\n--x--", "<p>a"),
            // The file was cut.
            ("quoted-printable", "<p>a=3D", "<p>a="),
            ("base64", "PHA+Y", "<p>"),
            // A malformed escape or a foreign byte costs no more than itself.
            ("quoted-printable", "<p>==3D=E1=B=91=3D\r\n--x--", "<p>==\u{fffd}=B\u{fffd}="),
            ("quoted-printable", "=\r\n--x--", ""),
            ("base64", "PHA+YQ==.\r\n--x--", "<p>a"),
            ("base64", "PH.A+YTw.\r\n--x--", "<p>a<"),
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
        assert!(!matches!(html_part(mail.as_bytes()), Ok(Some(_))));
    }

    #[test]
    fn encoded_mails_in_mails_end() {
        let inner = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n".repeat(5000);
        assert!(html_part(format!("MIME-Version: 1.0\n{inner}").as_bytes()).unwrap().is_none());
    }

    #[test]
    fn only_parts_in_parts_count_as_such() {
        let head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n";
        let mail = format!("{head}--x\nContent-Type: text/html\n\n<p>{}\n--x--", "boundary ".repeat(101));
        assert!(html_part(mail.as_bytes()).unwrap().is_some());
        let mail = format!("{head}{}", "--x\nContent-Type: multipart/mixed; boundary=y\n\n".repeat(101));
        assert_eq!(html_part(mail.as_bytes()).err().map(|failure| failure.status), Some(Status::Limit));
    }

    proptest::proptest! {
        #[test]
        fn any_mail_is_read_without_panic(body in "(--x|--y|--|\r\n|\n|Content-Type: |multipart/digest|multipart/mixed|message/rfc822|text/html|; boundary=x|; boundary=y|; charset=|\"|Content-Transfer-Encoding: |base64|quoted-printable|=|=3D|PHA\\+|a){0,60}") {
            let _ = html_part(format!("MIME-Version: 1.0\n{body}").as_bytes());
        }
    }
}
