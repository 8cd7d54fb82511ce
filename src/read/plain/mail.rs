//! Web pages saved with their pictures in one file (MHTML): the mail format around the page, which `mail-parser` reads.

use std::borrow::Cow;

use mail_parser::parsers::MessageStream;
use mail_parser::{MessageParser, MessagePart, MimeHeaders, PartType};

/// Boundaries of parts that a mail declares, at most: for each the library may walk to the end of the mail. A saved page
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

/// The first web page in a mail; none if the bytes are no mail, or one of endless parts in parts.
pub(super) fn html_part(data: &[u8]) -> Option<Part<'_>> {
    let mail = data.trim_ascii_start();
    let head = &mail[..mail.len().min(4096)];
    let is_mail =
        head.first()?.is_ascii_alphabetic() && String::from_utf8_lossy(head).to_lowercase().contains("mime-version:");
    let is_plausible = is_mail && boundaries(mail).nth(MOST_BOUNDARIES).is_none();
    let message = is_plausible.then(|| MessageParser::new().with_mime_headers().parse(mail)).flatten()?;
    let page = message.parts.iter().find(|part| part.is_content_type("text", "html")).and_then(|part| page(part, mail));
    take_apart(message.parts);
    page
}

/// Places that may declare a boundary.
fn boundaries(mail: &[u8]) -> impl Iterator<Item = &[u8]> {
    mail.windows(8).filter(|found| found.eq_ignore_ascii_case(b"boundary"))
}

/// The page in a part of `mail`, its bytes as they were before they were wrapped for the way. The library's own text is
/// not taken: it guesses no charset where none is declared.
fn page<'a>(part: &MessagePart<'_>, mail: &'a [u8]) -> Option<Part<'a>> {
    let body = mail.get(part.offset_body as usize..part.offset_end as usize)?;
    let wrapping = part.content_transfer_encoding().unwrap_or_default().trim().to_ascii_lowercase();
    let mut stream = MessageStream::new(body);
    let (end, unwrapped) = match wrapping.as_str() {
        "quoted-printable" => stream.decode_quoted_printable_mime(b""),
        "base64" => stream.decode_base64_mime(b""),
        _ => (body.len(), Cow::Borrowed(body)),
    };
    // The library's mark for bytes that are not so wrapped: they are read as they stand.
    let data = if end == usize::MAX { Cow::Borrowed(body) } else { unwrapped };
    let charset = part.content_type().and_then(|declared| declared.attribute("charset")).map(str::to_owned);
    Some(Part { data, charset })
}

/// Frees the parts one by one: mails in mails without end would be freed by a recursion that ends the stack.
fn take_apart(mut parts: Vec<MessagePart<'_>>) {
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
        let part = html_part(mail).unwrap();
        assert_eq!(String::from_utf8_lossy(&part.data).trim(), "<p>Số 12=</p>");
        assert_eq!(part.charset.as_deref(), Some("utf-8"));
        let coded =
            b"Mime-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\nYTwvcD4=\n";
        assert_eq!(html_part(coded).unwrap().data.as_ref(), b"<p>a</p>");
        assert!(html_part(b"<html>Mime-Version: 1.0\n\n").is_none());
        assert!(html_part(b"").is_none());
    }

    #[test]
    fn a_page_is_unwrapped_as_far_as_it_is_wrapped() {
        let html = |wrapping: &str, body: &str| {
            let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n";
            let mail = format!(
                "\r\n{head}CONTENT-TYPE: TEXT/HTML; CHARSET=windows-1258\r\n\
                 Content-Transfer-Encoding: {wrapping}\r\n\r\n{body}"
            );
            let part = html_part(mail.as_bytes()).unwrap();
            assert_eq!(part.charset.as_deref(), Some("windows-1258"));
            String::from_utf8_lossy(&part.data).trim_end().to_owned()
        };
        for (wrapping, body, page) in [
            ("8bit", "<p>a=3D\r\n--x--", "<p>a=3D"),
            ("Quoted-Printable", "<p>a=3d=\r\nb\r\n--x--", "<p>a=b"),
            ("quoted-printable", "<p>a=zz=3D\r\n--x--", "<p>a=zz="),
            ("BASE64", "PHA+YQ==\r\n--x--", "<p>a"),
            ("base64", "<p>a\r\n--x--", "<p>a"),
            // The file was cut.
            ("quoted-printable", "<p>a=3D", "<p>a="),
            ("base64", "PHA+Y", "<p>"),
        ] {
            assert_eq!(html(wrapping, body), page, "{wrapping} {body}");
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
        let page = |mail: &str| html_part(mail.as_bytes()).map(|part| part.data.trim_ascii().to_vec());
        assert_eq!(page(&nested("multipart/alternative; boundary=y")).as_deref(), Some(&b"<p>a"[..]));
        assert_eq!(page(&nested("message/rfc822\n\nContent-Type: multipart/mixed; boundary=y")), None);
    }

    #[test]
    fn mails_in_mails_end() {
        for inner in ["Content-Type: message/rfc822\n\n", "Content-Type: multipart/digest; boundary=x\n\n--x\n\n"] {
            let mail = format!("MIME-Version: 1.0\n{}", inner.repeat(100_000));
            assert!(html_part(mail.as_bytes()).is_none());
        }
        let part = "--x\nContent-Type: multipart/mixed; Boundary=y\n\n";
        let mail = format!("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n{}", part.repeat(100_000));
        assert!(html_part(mail.as_bytes()).is_none());
    }

    proptest::proptest! {
        #[test]
        fn any_mail_is_read_without_panic(body in "(--x|--y|--|\r\n|\n|Content-Type: |multipart/digest|multipart/mixed|message/rfc822|text/html|; boundary=x|; boundary=y|; charset=|\"|Content-Transfer-Encoding: |base64|quoted-printable|=|=3D|PHA\\+|a){0,60}") {
            html_part(format!("MIME-Version: 1.0\n{body}").as_bytes());
        }
    }
}
