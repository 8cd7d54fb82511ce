//! Slots of a letterhead: the places where the number, day and month of a document are filled in.

use crate::text::bare_letter;

/// True if a number, day or month belongs between two adjacent words: "Số:" and "/QĐ-UBND", "ngày" and "tháng".
pub(super) fn is_slot(before: &str, behind: &str) -> bool {
    let is_label = bare_letters(before).to_lowercase() == "so" && before.ends_with([':', '.', ';']);
    is_label && behind.starts_with('/') || is_date_slot(before, behind)
}

/// True if a day or month belongs between two adjacent words.
pub(crate) fn is_date_slot(before: &str, behind: &str) -> bool {
    let around = (bare_letters(before).to_lowercase(), bare_letters(behind).to_lowercase());
    matches!((around.0.as_str(), around.1.as_str()), ("ngay", "thang") | ("thang", "nam"))
}

/// The letters of a text without diacritics; everything that is not a letter is left out.
pub(crate) fn bare_letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).map(bare_letter).collect()
}
