//! Restores letters that became soft hyphens. The code of ư in TCVN3 is that of the soft hyphen: an office program that
//! saves a text in this encoding again stores the letter as a hyphen, which the parser drops. Here it is turned back
//! into a character.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::text::pattern::regex;

/// Code of the soft hyphen in a .doc.
const HYPHEN: u8 = 0x1f;
/// Code of ư in TCVN3.
const LETTER: u8 = 0xad;

/// Number of characters on either side of a hyphen that must be text, as opposed to the binary structures of a .doc.
const AROUND: usize = 3;

/// A copy of a .doc with the soft hyphens in text of one or two bytes a character turned into letters, or `None` if it
/// has none.
pub(super) fn in_doc(data: &[u8]) -> Option<Vec<u8>> {
    let is_text = |byte: u8| byte >= b' ' || matches!(byte, HYPHEN | b'\t' | b'\r' | 0x07 | 0x0b);
    let is_in_text = |at: usize, width: usize| {
        let units = at.checked_sub(AROUND * width).and_then(|from| data.get(from..at + (AROUND + 1) * width));
        units.is_some_and(|units| {
            units.chunks(width).all(|unit| is_text(unit[0]) && unit[1..].iter().all(|high| *high == 0))
        })
    };
    let found = data.iter().enumerate().filter(|(_, byte)| **byte == HYPHEN).map(|(at, _)| at);
    let found: Vec<usize> = found.filter(|at| is_in_text(*at, 1) || is_in_text(*at, 2)).collect();
    let mut copy = data.to_vec();
    found.iter().for_each(|at| copy[*at] = LETTER);
    (!found.is_empty()).then_some(copy)
}

/// A copy of a .docx with its soft hyphens turned into letters, or `None` if it has none or cannot be rewritten.
pub(super) fn in_docx(data: &[u8]) -> Option<Vec<u8>> {
    let hyphen = regex!(r"<w:softHyphen\s*(?:/>|>\s*</w:softHyphen>)");
    let mut archive = ZipArchive::new(Cursor::new(data)).ok()?;
    let mut copy = ZipWriter::new(Cursor::new(Vec::with_capacity(data.len())));
    let mut is_changed = false;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        if !(name.starts_with("word/") && name.ends_with(".xml")) {
            copy.raw_copy_file(part).ok()?;
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text).ok()?;
        let replaced = hyphen.replace_all(&text, "<w:t>\u{ad}</w:t>");
        is_changed |= replaced.len() != text.len();
        copy.start_file(name, SimpleFileOptions::default()).ok()?;
        copy.write_all(replaced.as_bytes()).ok()?;
    }
    let copy = copy.finish().ok()?;
    is_changed.then(|| copy.into_inner())
}

#[cfg(test)]
mod tests {
    use super::in_doc;

    #[test]
    fn hyphens_in_text_are_letters_and_numbers_stay() {
        let wide = |text: &[u8]| text.iter().flat_map(|byte| [*byte, 0]).collect::<Vec<u8>>();
        for (data, read) in [
            (b"c\xb8c nh\xb5 tr\x1f\xeang".to_vec(), Some(b"c\xb8c nh\xb5 tr\xad\xeang".to_vec())),
            (wide(b"nh\xb5 n\x1f\xedc \xae\x1f\xeec giao"), Some(wide(b"nh\xb5 n\xad\xedc \xae\xad\xeec giao"))),
            (b"\x00\x1f\x00\x00\x02\x1f\x05\x00\x00\x00".to_vec(), None),
            (b"\x1f".to_vec(), None),
        ] {
            assert_eq!(in_doc(&data), read, "{data:?}");
        }
    }
}
