//! Letters of the Vietnamese alphabet.

/// A letter without tone and other marks: ế → e, đ → d.
pub fn bare_letter(c: char) -> char {
    use unicode_normalization::UnicodeNormalization;
    match c {
        'đ' | 'ð' => 'd',
        'Đ' | 'Ð' => 'D',
        c => c.nfd().next().unwrap_or(c),
    }
}

/// True for the letters of Vietnamese, and those of ASCII that it has not.
pub fn is_vietnamese(c: char) -> bool {
    const MARKED: &str = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    c.is_ascii_alphabetic() || c == 'Ð' || c.to_lowercase().all(|c| MARKED.contains(c))
}
