//! Detects the format of a file from its bytes. Names are unreliable: exports of e-government systems are web pages
//! called `.xls`, and agencies rename `.docx` to `.doc` so that old programs offer to open it.

use std::io::{Cursor, Read};

use office_oxide::cfb::CfbReader;
use zip::ZipArchive;

use super::compound::SIGNATURE as OLE;
use crate::document::Media;

/// Signatures that identify a format on their own.
const MAGIC: &[(&[u8], Media)] = &[
    (b"{\\rtf", Media::Rtf),
    (b"\xff\xd8\xff", Media::Image),
    (b"\x89PNG\r\n\x1a\n", Media::Image),
    (b"GIF87a", Media::Image),
    (b"GIF89a", Media::Image),
    (b"II*\0", Media::Image),
    (b"MM\0*", Media::Image),
    (b"Rar!\x1a\x07", Media::Archive),
    (b"7z\xbc\xaf\x27\x1c", Media::Archive),
    (b"\x1f\x8b", Media::Archive),
];

/// The format of a file. Encrypted Office documents are reported as `Other`: see [`is_encrypted_office`].
pub(crate) fn sniff(data: &[u8]) -> Media {
    if let Some((_, media)) = MAGIC.iter().find(|(magic, _)| data.starts_with(magic)) {
        return *media;
    }
    if data.starts_with(OLE) {
        return compound(data);
    }
    if data.starts_with(b"PK\x03\x04") || data.starts_with(b"PK\x05\x06") {
        return zipped(data);
    }
    // PDF viewers accept junk before the header, and mail gateways and scanners do insert some.
    if find(&data[..data.len().min(1024)], b"%PDF-").is_some() {
        return Media::Pdf;
    }
    if is_picture(data) {
        return Media::Image;
    }
    textual(data)
}

/// True for a Word or Excel file of 2007 and later that opens only with a password: the package is wrapped in an OLE
/// file.
pub(crate) fn is_encrypted_office(data: &[u8]) -> bool {
    data.starts_with(OLE) && root_entries(data).iter().any(|name| name.eq_ignore_ascii_case("EncryptedPackage"))
}

/// True for a zip file without its central directory, as after an interrupted download.
pub(crate) fn is_cut_zip(data: &[u8]) -> bool {
    data.starts_with(b"PK\x03\x04") && ZipArchive::new(Cursor::new(data)).is_err()
}

/// The format of an OLE compound file.
fn compound(data: &[u8]) -> Media {
    let names = root_entries(data);
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    if has("WordDocument") {
        Media::Doc
    } else if has("Workbook") || has("Book") {
        Media::Xls
    } else {
        Media::Other
    }
}

/// The names in the root of an OLE file that matter here. If the directory is damaged, they are searched for in the raw
/// bytes, so that the file is reported as damaged and not as unsupported.
fn root_entries(data: &[u8]) -> Vec<String> {
    const KNOWN: [&str; 4] = ["EncryptedPackage", "WordDocument", "Workbook", "Book"];
    let known = |has: &dyn Fn(&str) -> bool| KNOWN.iter().filter(|n| has(n)).map(|n| (*n).to_owned()).collect();
    match CfbReader::new(Cursor::new(data)) {
        Ok(reader) => known(&|name| reader.has_root_entry(name)),
        Err(_) => known(&|name| {
            let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry.extend([0, 0]);
            data.len() > 512 && data[512..].chunks(128).any(|slot| slot.starts_with(&entry))
        }),
    }
}

/// The format of a zip file.
fn zipped(data: &[u8]) -> Media {
    let (names, mimetype, types) = match ZipArchive::new(Cursor::new(data)) {
        Ok(mut archive) => {
            let names = archive.file_names_raw().map(folded_name).collect();
            (names, member(&mut archive, "mimetype", 100), member(&mut archive, "[Content_Types].xml", 1 << 20))
        }
        // Without the central directory (an interrupted download) the local headers still reveal the format.
        Err(_) => (local_names(data), String::new(), String::new()),
    };
    let has = |test: &dyn Fn(&str) -> bool| names.iter().any(|name: &String| test(name));
    if mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        Media::Ods
    } else if !mimetype.is_empty() {
        Media::Other
    } else if !has(&|n| n == "[content_types].xml" || n == "_rels/.rels") {
        Media::Archive
    } else if has(&|n| n.starts_with("word/")) || types.contains("wordprocessingml.document.main") {
        Media::Docx
    } else if has(&|n| n == "xl/workbook.bin") || types.contains("sheet.binary.macroenabled.main") {
        Media::Xlsb
    } else if has(&|n| n.starts_with("xl/")) || types.contains("spreadsheetml.sheet.main") {
        Media::Xlsx
    } else {
        Media::Other
    }
}

/// The start of a text member, at most `max` bytes, in lower case; empty if it is missing or cannot be read.
fn member(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str, max: u64) -> String {
    let mut bytes = Vec::new();
    if let Ok(member) = archive.by_name(name) {
        // The bytes read before an error are used too.
        let _ = member.take(max).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).trim().to_lowercase()
}

fn folded_name(name: &[u8]) -> String {
    String::from_utf8_lossy(name).replace('\\', "/").to_lowercase()
}

/// Member names from the local headers of a zip file without a central directory.
fn local_names(data: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(found) = data.get(at..).and_then(|rest| find(rest, b"PK\x03\x04")) {
        at += found;
        if let Some(&[low, high]) = data.get(at + 26..at + 28) {
            let end = at + 30 + usize::from(u16::from_le_bytes([low, high]));
            names.extend(data.get(at + 30..end).map(folded_name));
        }
        at += 4;
    }
    names
}

fn is_picture(data: &[u8]) -> bool {
    let at = |from: usize, magic: &[u8]| data.get(from..).is_some_and(|rest| rest.starts_with(magic));
    // Many texts begin with "BM": the reserved field and the header length confirm a bitmap.
    let bitmap = at(0, b"BM") && at(6, b"\0\0\0\0") && data.get(15..18) == Some(&[0; 3]);
    let webp = at(0, b"RIFF") && at(8, b"WEBP");
    let heif = at(4, b"ftyp") && [b"heic", b"heix", b"mif1", b"msf1", b"avif"].iter().any(|brand| at(8, *brand));
    bitmap || webp || heif
}

/// True for a saved e-mail (.eml), which starts with mail headers. A web archive of a browser (MHTML) does so too, but
/// is marked as such in its headers.
fn is_mail(head: &str) -> bool {
    let headers = ["from:", "to:", "subject:", "date:", "message-id:", "received:", "return-path:", "delivered-to:"];
    let lines = head.lines().take(40).take_while(|line| !line.trim().is_empty());
    let named = lines.clone().filter(|line| headers.iter().any(|h| line.starts_with(h))).count();
    let starts = lines
        .clone()
        .next()
        .is_some_and(|l| headers.iter().any(|h| l.starts_with(h)) || l.starts_with("mime-version:"));
    let is_archive =
        lines.clone().any(|l| l.starts_with("snapshot-content-location:") || l.starts_with("from: <saved by"));
    starts && named >= 2 && !is_archive
}

/// The format of a file without a signature: a web page, an e-mail, plain text, or unknown.
fn textual(data: &[u8]) -> Media {
    let Some(head) = text_head(data) else { return Media::Other };
    let head = head.trim_start_matches('\u{feff}').trim_start().to_lowercase();
    if head.is_empty() {
        return Media::Other;
    }
    if is_mail(&head) {
        return Media::Mail;
    }
    let page = ["<!doctype html", "<html", "<body", "<table", "<head>", "<meta "].iter().any(|tag| head.contains(tag));
    let mail = head.starts_with("mime-version:") || head.contains("\nmime-version:");
    if (page && head.starts_with('<')) || (mail && head.contains("multipart/related")) {
        Media::Html
    } else if head.starts_with("<?xml") {
        // Word and Excel 2003 XML and data of other programs: not plain text, and not read.
        Media::Other
    } else {
        Media::Text
    }
}

/// The first 4 kB as text, if they are text in UTF-8, UTF-16 or an 8-bit encoding.
fn text_head(data: &[u8]) -> Option<String> {
    let head = &data[..data.len().min(4096)];
    let (encoding, bom) = encoding_rs::Encoding::for_bom(head).unwrap_or((encoding_rs::WINDOWS_1258, 0));
    if bom > 0 {
        return Some(encoding.decode(head).0.into_owned());
    }
    let control = |b: &u8| (*b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c)) || *b == 0x7f;
    if head.iter().any(control) {
        return None;
    }
    Some(match std::str::from_utf8(head) {
        Ok(text) => text.to_owned(),
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(&head[..error.valid_up_to()]).into_owned(),
        Err(_) => encoding.decode(head).0.into_owned(),
    })
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::package::tests::zip_of;

    #[test]
    fn files_are_known_by_their_bytes() {
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("Số: 12".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let types = ("[Content_Types].xml", "<Types/>");
        let cases: Vec<(Vec<u8>, Media)> = vec![
            (b"%PDF-1.4\n".to_vec(), Media::Pdf),
            ([&[b' '; 500][..], b"%PDF-1.4\n"].concat(), Media::Pdf),
            (b"{\\rtf1\\ansi}".to_vec(), Media::Rtf),
            (b"\xff\xd8\xff\xe0".to_vec(), Media::Image),
            (b"RIFF\0\0\0\0WEBPVP8 ".to_vec(), Media::Image),
            (b"BM6\0\x0c\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec(), Media::Image),
            (b"Rar!\x1a\x07\x01\0".to_vec(), Media::Archive),
            (b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(), Media::Archive),
            (zip_of(&[("a.txt", "x")]), Media::Archive),
            (zip_of(&[("word/a.txt", "x")]), Media::Archive),
            (zip_of(&[types, ("word/document.xml", "<w/>")]), Media::Docx),
            (zip_of(&[types, ("xl/workbook.xml", "<w/>")]), Media::Xlsx),
            (zip_of(&[types, ("xl/workbook.bin", "")]), Media::Xlsb),
            (zip_of(&[types, ("ppt/presentation.xml", "")]), Media::Other),
            (zip_of(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]), Media::Ods),
            (zip_of(&[("mimetype", "application/vnd.oasis.opendocument.text")]), Media::Other),
            (b"  <html xmlns:x=\"urn\"><head>".to_vec(), Media::Html),
            ("\u{feff}<!DOCTYPE HTML>".as_bytes().to_vec(), Media::Html),
            (b"<table border=1><tr>".to_vec(), Media::Html),
            (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x".to_vec(), Media::Html),
            (b"From: a@b.vn\r\nTo: c@d.vn\r\nSubject: x\r\n\r\n<html>".to_vec(), Media::Mail),
            ("Từ: a\nFrom: b\nTo: c".as_bytes().to_vec(), Media::Text),
            (b"<?xml version=\"1.0\"?><Workbook/>".to_vec(), Media::Other),
            ("Số: 12/BC-SNV".as_bytes().to_vec(), Media::Text),
            (utf16, Media::Text),
            (b"BMW".to_vec(), Media::Text),
            (b"\0\x01\x02".to_vec(), Media::Other),
            (Vec::new(), Media::Other),
        ];
        for (data, media) in cases {
            assert_eq!(sniff(&data), media, "{:?}", String::from_utf8_lossy(&data[..data.len().min(40)]));
        }
    }

    #[test]
    fn a_cut_package_is_still_told_from_an_archive() {
        let whole = zip_of(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &"x".repeat(500))]);
        assert_eq!(sniff(&whole[..whole.len() - 30]), Media::Docx);
    }

    #[test]
    fn text_that_ends_inside_a_letter_at_the_window_is_text() {
        let text = format!("{}ế", "a".repeat(4095));
        assert_eq!(sniff(text.as_bytes()), Media::Text);
    }
}
