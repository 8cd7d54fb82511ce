//! The parts of a .docx as XML, for what the reader of the document does not tell.

use std::io::{Cursor, Read};

use quick_xml::events::BytesStart;
use zip::ZipArchive;

/// Does something with each part in `word/` whose name, in small letters and without that folder, is wanted. What cannot
/// be opened is left out: the reader of the document will say so.
pub(super) fn each(data: &[u8], is_wanted: impl Fn(&str) -> bool, mut act: impl FnMut(&mut dyn Read)) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(data)) else { return };
    for index in 0..archive.len() {
        let Ok(mut part) = archive.by_index(index) else { continue };
        let name = String::from_utf8_lossy(part.name_raw()).to_lowercase().replace('\\', "/");
        if name.strip_prefix("word/").is_some_and(&is_wanted) {
            act(&mut part);
        }
    }
}

/// The value of an attribute, whatever its namespace.
pub(super) fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.value.into_owned())
}
