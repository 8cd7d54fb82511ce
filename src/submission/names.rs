//! Comparison of folder and file names, as people and file systems do it.

use crate::text::{Key, nfc};

/// A name as case-insensitive file systems compare it: trimmed, NFC, lower case.
pub fn fold_name(name: &str) -> String {
    nfc(name.trim()).to_lowercase()
}

/// The known name that is most similar to a wrong one, for messages.
pub fn nearest_name<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let ratio = |a: &str, b: &str| (rapidfuzz::fuzz::ratio(a.chars(), b.chars()) * 1000.0) as u32;
    // Of two equally similar names, a missing diacritic is a smaller difference than another letter.
    let score = |name: &&str| {
        let exact = ratio(&fold_name(wrong), &fold_name(name));
        (exact, ratio(&plain(&nfc(wrong)), &plain(&nfc(name))))
    };
    known.into_iter().max_by_key(score)
}

/// Lower case without diacritics: file names are often written without them.
pub(crate) fn plain(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    Key::new(name)
        .as_str()
        .nfd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// True for the names of files that office programs and operating systems leave behind.
pub fn is_leftover(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.starts_with("~$")
        || lower.starts_with("._")
        || lower.starts_with(".~lock.")
        || lower.ends_with(".tmp")
        || matches!(lower.as_str(), "thumbs.db" | ".ds_store" | "desktop.ini")
}
