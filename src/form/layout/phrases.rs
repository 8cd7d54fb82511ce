//! Fixed phrases of a letterhead.

use std::ops::Range;

use crate::text::Key;
use crate::text::pattern::regex;

/// True if at least four letters in five are capitals.
pub(crate) fn is_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (upper, all) = letters.fold((0, 0), |(upper, all), c| (upper + usize::from(c.is_uppercase()), all + 1));
    all >= 2 && upper * 5 >= all * 4
}

/// The national name, folded.
const NATIONAL_NAME: &str = "cộng hòa xã hội chủ nghĩa việt nam";

/// Byte range of the national name (quốc hiệu, Decree 30/2020, Annex I, II.1) or of the Party's heading. Where a narrow
/// column wraps the national name, its beginning is enough.
pub(crate) fn national_name(text: &str) -> Option<Range<usize>> {
    let name = regex!(
        r"(?i)c[oộ]ng\s*h(?:ò|o)(?:a|à)\s*x[ãa]\s*h[ộo]i(?:\s*ch[ủu]\s*ngh[ĩiỉ]a\s*vi[ệe]t\s*nam|(?:\s*ch[ủu](?:\s*ngh[ĩiỉ]a(?:\s*vi[ệe]t)?)?)?\s*$)"
    );
    let party = regex!(r"^\s*ĐẢNG CỘNG SẢN VIỆT NAM\s*$");
    let found = name.find(text).or_else(|| party.find(text))?;
    // Within a sentence ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam") it is not a heading.
    let before = Key::new(&text[..found.start()]);
    let before = before.as_str();
    let state = regex!(r"^(?:ngân hàng|kiểm toán|kho bạc|thanh tra|ủy ban .{0,30}) nhà nước$");
    let sentence = before.ends_with("nước") && !state.is_match(before) || text.len() > found.len() + 120;
    (!sentence).then(|| found.range())
}

/// The rest of a wrapped national name that this row lacks, folded: "nam" for "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT".
pub(crate) fn rest_of_national_name(text: &str) -> Option<&'static str> {
    let found = national_name(text)?;
    let key = Key::new(&text[found]);
    NATIONAL_NAME.strip_prefix(key.as_str().trim()).map(str::trim_start).filter(|rest| !rest.is_empty())
}

/// Byte range of the motto (tiêu ngữ), which is the line below the national name.
pub(crate) fn motto(text: &str) -> Option<Range<usize>> {
    let motto = regex!(r"(?i)[đÐ][ộo]c\s*l[ậa]p\W{0,5}t[ựu]\s*do\W{0,5}h[ạa]nh\s*ph[úu]c");
    motto.find(text).map(|m| m.range())
}

/// True if a text begins with one of the phrases, which must be folded. Leading punctuation is ignored.
pub(crate) fn starts_with(text: &str, phrases: &[&str]) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    // Twice the longest phrase leaves room for gaps between its words.
    let most = phrases.iter().map(|p| p.len()).max().unwrap_or_default() * 2;
    let key = Key::new(text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end]));
    let key = key.as_str();
    phrases.iter().any(|p| key.strip_prefix(p).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// The letters of a stamp, without its frame and letter-spacing.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_punctuation() && !matches!(c, '–' | '…')).collect()
}
