//! Where numbers and days are written in a letterhead.

use crate::text::bare_letter;

/// True if a number or day belongs between two words that stand side by side.
pub(super) fn is_slot(before: &str, behind: &str) -> bool {
    let is_label = bare_letters(before).to_lowercase() == "so" && before.ends_with([':', '.', ';']);
    is_label && behind.starts_with('/') || is_date_slot(before, behind)
}

/// True if a day or month belongs between two words.
pub(crate) fn is_date_slot(before: &str, behind: &str) -> bool {
    let around = (bare_letters(before).to_lowercase(), bare_letters(behind).to_lowercase());
    matches!((around.0.as_str(), around.1.as_str()), ("ngay", "thang") | ("thang", "nam"))
}

/// The letters of a text without marks and whatever stands between them.
pub(crate) fn bare_letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).map(bare_letter).collect()
}
