//! Web pages saved with their pictures in one file (MHTML): the mail format around the page.

use std::borrow::Cow;

/// Parts inside parts, at most.
const DEPTH: usize = 4;

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

/// The first web page in a mail; none if the bytes are no mail.
pub(super) fn html_part(data: &[u8]) -> Option<Part<'_>> {
    let start = data.iter().position(|b| !b.is_ascii_whitespace())?;
    let head = &data[start..data.len().min(start + 4096)];
    let is_mail =
        head.first()?.is_ascii_alphabetic() && String::from_utf8_lossy(head).to_lowercase().contains("mime-version:");
    is_mail.then(|| part(&data[start..], 0)).flatten()
}

fn part(data: &[u8], depth: usize) -> Option<Part<'_>> {
    let (head, body) = split_head(data)?;
    let content_type = header(&head, "content-type").unwrap_or_default();
    if let Some(boundary) = parameter(&content_type, "boundary").filter(|_| depth < DEPTH) {
        return parts(body, &boundary).into_iter().find_map(|inner| part(inner, depth + 1));
    }
    if !content_type.to_lowercase().starts_with("text/html") {
        return None;
    }
    let data = match header(&head, "content-transfer-encoding").unwrap_or_default().to_lowercase().as_str() {
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        "base64" => Cow::Owned(base64(body)),
        _ => Cow::Borrowed(body),
    };
    Some(Part { data, charset: parameter(&content_type, "charset") })
}

/// Header lines, folded ones joined, and the body behind the first empty line.
fn split_head(data: &[u8]) -> Option<(String, &[u8])> {
    let crlf = data.windows(4).position(|w| w == b"\r\n\r\n").map(|at| (at, at + 4));
    let lf = data.windows(2).position(|w| w == b"\n\n").map(|at| (at, at + 2));
    let (end, body) = crlf.into_iter().chain(lf).min()?;
    let head = String::from_utf8_lossy(&data[..end]).replace("\r\n", "\n");
    Some((head.replace("\n ", " ").replace("\n\t", " "), &data[body..]))
}

fn header(head: &str, name: &str) -> Option<String> {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.into_iter().find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
}

fn parameter(value: &str, name: &str) -> Option<String> {
    let mut parameters = value.split(';').skip(1).filter_map(|p| p.split_once('='));
    let (_, found) = parameters.find(|(key, _)| key.trim().eq_ignore_ascii_case(name))?;
    let found = found.trim().trim_matches('"');
    (!found.is_empty()).then(|| found.to_owned())
}

fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = format!("--{boundary}").into_bytes();
    let mut starts = Vec::new();
    let mut at = 0;
    while let Some(found) = body[at..].windows(mark.len()).position(|w| w == mark) {
        starts.push(at + found);
        at += found + mark.len();
    }
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    let inner = starts.iter().zip(ends).map(|(start, end)| &body[start + mark.len()..end]);
    inner.map(|part| part.strip_prefix(b"\r\n").or(part.strip_prefix(b"\n")).unwrap_or(part)).collect()
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let hex = |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16));
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    while let Some(&byte) = body.get(at) {
        let rest = &body[at + 1..];
        at += 1;
        if byte != b'=' {
            out.push(byte);
        } else if rest.starts_with(b"\r\n") {
            at += 2;
        } else if rest.starts_with(b"\n") {
            at += 1;
        } else if let (Some(high), Some(low)) = (hex(rest.first()), hex(rest.get(1))) {
            out.push((high * 16 + low) as u8);
            at += 2;
        } else {
            out.push(byte);
        }
    }
    out
}

fn base64(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for &byte in body.iter().take_while(|b| **b != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
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
}
