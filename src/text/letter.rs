//! Letters of the Vietnamese alphabet.

/// The base letter without tone and other marks: ế → e, đ → d.
pub fn bare_letter(c: char) -> char {
    use unicode_normalization::UnicodeNormalization;
    match c {
        'đ' | 'ð' => 'd',
        'Đ' | 'Ð' => 'D',
        c => c.nfd().next().unwrap_or(c),
    }
}

/// True for Vietnamese letters, and for all ASCII letters although Vietnamese lacks some of them (f, j, w, z).
pub fn is_vietnamese(c: char) -> bool {
    const MARKED: &str = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    c.is_ascii_alphabetic() || c == 'Ð' || c.to_lowercase().all(|c| MARKED.contains(c))
}
