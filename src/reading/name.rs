//! What reports call a document.

use crate::document::Media;
use crate::text::pattern::regex;

/// What a document in a file of several is called: `S2/bao-cao.pdf#p7-9` by its pages; in a file that has none by its
/// place among the documents: `S2/bao-cao.docx#2`.
pub fn name_of_part(path: &str, media: Media, [first, last]: [u32; 2]) -> String {
    match (media.has_pages(), first == last) {
        (false, _) => format!("{path}#{first}"),
        (true, true) => format!("{path}#p{first}"),
        (true, false) => format!("{path}#p{first}-{last}"),
    }
}

/// The file that a name of a document means: `S2/bao-cao.pdf` for `S2/bao-cao.pdf#p7-9`.
pub fn file_of(name: &str) -> &str {
    let is_part = |tail: &str| regex!(r"^(?:p\d+(?:-\d+)?|\d+)$").is_match(tail);
    name.rsplit_once('#').filter(|(_, tail)| is_part(tail)).map_or(name, |(file, _)| file)
}
