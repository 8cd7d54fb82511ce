//! The hyphen that shows only where a line breaks. Its code is that of ư in TCVN3: an office program that saves a text in
//! that encoding anew takes the letter for the hyphen, and the reader drops it. Here it is put back as a character.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::text::pattern::regex;

/// A copy of a .docx in which these hyphens are characters; none if it has none or cannot be written anew.
pub(super) fn as_characters(data: &[u8]) -> Option<Vec<u8>> {
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
        let with = hyphen.replace_all(&text, "<w:t>\u{ad}</w:t>");
        is_changed |= with.len() != text.len();
        copy.start_file(name, SimpleFileOptions::default()).ok()?;
        copy.write_all(with.as_bytes()).ok()?;
    }
    let copy = copy.finish().ok()?;
    is_changed.then(|| copy.into_inner())
}
