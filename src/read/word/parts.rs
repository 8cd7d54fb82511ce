//! Access to the XML parts of a .docx, for what the parser does not report.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// Calls `visit` with each part in `word/` whose lower-case name, without that folder, passes `is_wanted`. Parts that
/// cannot be opened are skipped: the parser reports them.
pub(super) fn each(data: &[u8], is_wanted: impl Fn(&str) -> bool, mut visit: impl FnMut(&mut dyn Read)) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(data)) else { return };
    for index in 0..archive.len() {
        let Ok(mut part) = archive.by_index(index) else { continue };
        let name = String::from_utf8_lossy(part.name_raw()).to_lowercase().replace('\\', "/");
        if name.strip_prefix("word/").is_some_and(&is_wanted) {
            visit(&mut part);
        }
    }
}
