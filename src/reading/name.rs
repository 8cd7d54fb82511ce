//! Names of documents in reports.

use crate::document::Media;
use crate::text::pattern::regex;

/// The name of one of several documents in a file: `S2/bao-cao.pdf#p7-9` by its pages or, in a file without pages,
/// `S2/bao-cao.docx#2` by its index from 1 (`first`).
pub fn name_of_part(path: &str, media: Media, [first, last]: [u32; 2]) -> String {
    match (media.has_pages(), first == last) {
        (false, _) => format!("{path}#{first}"),
        (true, true) => format!("{path}#p{first}"),
        (true, false) => format!("{path}#p{first}-{last}"),
    }
}

/// The path of the file in the name of a document: `S2/bao-cao.pdf` for `S2/bao-cao.pdf#p7-9`.
pub fn file_of(name: &str) -> &str {
    let is_part = |tail: &str| regex!(r"^(?:p\d+(?:-\d+)?|\d+)$").is_match(tail);
    name.rsplit_once('#').filter(|(_, tail)| is_part(tail)).map_or(name, |(file, _)| file)
}
