//! Whether a word is spelled like a Vietnamese syllable (âm tiết): a valid combination of onset, rime and tone.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Onsets (âm đầu).
const ONSETS: &[&str] = &[
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "q", "r", "s", "t", "v", "x", "",
];

/// Length of the longest syllable, "nghiêng", in letters.
const LONGEST: usize = 7;

/// The rimes as a set: every word of every document is looked up.
static RIME_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| RIMES.iter().copied().collect());

/// Rimes (vần) without their tone.
const RIMES: &[&str] = &[
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăm", "ăn", "ăng", "ăp",
    "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch",
    "êm", "ên", "ênh", "êp", "êt", "êu", "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im",
    "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat",
    "oay", "oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong",
    "op", "ot", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "u", "ua", "uân",
    "uâng", "uât", "uây", "uc", "uê", "uêch", "uên", "uênh", "uêt", "ui", "um", "un", "ung", "uơ", "uôc", "uôi", "uôm",
    "uôn", "uông", "uôt", "up", "ut", "uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyp", "uyt", "uyu", "ư",
    "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "ưt", "ưu", "y",
    "yêm", "yên", "yêng", "yêt", "yêu", "ynh", "yt",
];

/// True if a word, in any case, can be a Vietnamese syllable. Syllables that end in a stop (c, ch, p, t) have only the
/// sắc or nặng tone.
pub fn is_syllable(word: &str) -> bool {
    let mut tone = None;
    let mut plain = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase).nfd() {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' if tone.is_none() => tone = Some(c),
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => return false,
            // Circumflex, breve and horn belong to the letter, not to the tone.
            c => plain.push(c),
        }
    }
    let plain: String = plain.nfc().collect();
    if plain.chars().nth(LONGEST).is_some() {
        return false;
    }
    ONSETS.iter().any(|onset| {
        let Some(rime) = plain.strip_prefix(onset) else { return false };
        let stopped = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
        allows(onset, rime) && RIME_SET.contains(rime) && (!stopped || matches!(tone, Some('\u{301}' | '\u{323}')))
    })
}

/// True if the spelling of the onset allows the first vowel of the rime.
fn allows(onset: &str, rime: &str) -> bool {
    let front = rime.starts_with(['e', 'ê', 'i', 'y']);
    match onset {
        "k" | "gh" | "ngh" => front,
        "c" | "ng" => !front,
        // "gì", "gìn": the i is both the vowel and part of the onset.
        "g" => !front || rime.starts_with('i'),
        "q" => rime.starts_with('u') && rime.len() > 1,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        for word in [
            "Cộng",
            "hòa",
            "HOÀ",
            "xã",
            "hội",
            "nghĩa",
            "Việt",
            "Nam",
            "Độc",
            "lập",
            "quyết",
            "định",
            "ỦY",
            "uỷ",
            "ban",
            "giữa",
            "gì",
            "gìn",
            "giếng",
            "quốc",
            "quý",
            "nghiệp",
            "nghị",
            "khuya",
            "thuở",
            "được",
            "người",
            "hưu",
            "trường",
            "kết",
            "ắt",
            "ở",
            "yêu",
            "ý",
            "ương",
            "khuỷu",
            "thuế",
            "ký",
            "kỹ",
            "giặc",
            "quyền",
            "Nguyễn",
        ] {
            assert!(is_syllable(word), "{word}");
        }
        for word in [
            "Céng",
            "hoµ",
            "x·",
            "NghÞ",
            "ñònh",
            "hoøa",
            "quyeát",
            "kêt",
            "kết\u{301}",
            "España",
            "garçon",
            "Straße",
            "für",
            "naïve",
            "tr\u{ad}êng",
            "được1",
            "ươ",
            "kàn",
            "cí",
            "w",
            "tĩnhh",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
