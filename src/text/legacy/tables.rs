//! What stands for what in the old encodings. The codes show as the characters of windows-1252 or Latin-1.

use unicode_normalization::char::compose;

/// TCVN3: codes and letters. Bytes 0xA1 to 0xFE, and what programs that made PDFs put in the place of three of them.
pub(super) const TCVN3: &[(&str, &str)] = &[
    ("¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ"),
    ("¨©ª«¬\u{ad}®", "ăâêôơưđ"),
    ("µ¸¶·¹", "àáảãạ"),
    ("»¾¼½Æ", "ằắẳẵặ"),
    ("ÇÊÈÉË", "ầấẩẫậ"),
    ("ÌÐÎÏÑ", "èéẻẽẹ"),
    ("ÒÕÓÔÖ", "ềếểễệ"),
    ("×ÝØÜÞ", "ìíỉĩị"),
    ("ßãáâä", "òóỏõọ"),
    ("åèæçé", "ồốổỗộ"),
    ("êíëìî", "ờớởỡợ"),
    ("ïóñòô", "ùúủũụ"),
    ("õøö÷ù", "ừứửữự"),
    ("úýûüþ", "ỳýỷỹỵ"),
    ("\u{2212}\u{2219}\u{3bc}", "ưãà"),
];

/// VNI: letters that are one code.
pub(super) const VNI_SINGLE: &[(&str, &str)] = &[("ñÑôÔöÖ", "đĐơƠưƯ"), ("òÒæÆóÓîÎ", "ịỊỉỈĩĨỵỴ")];

/// VNI: the code behind a vowel and the marks that it adds to it, in the order in which Unicode composes them.
const VNI_MARKS: &[(char, &[char])] = &[
    ('ø', &[GRAVE]),
    ('ù', &[ACUTE]),
    ('û', &[HOOK]),
    ('õ', &[TILDE]),
    ('ï', &[DOT]),
    ('â', &[CIRCUMFLEX]),
    ('à', &[CIRCUMFLEX, GRAVE]),
    ('á', &[CIRCUMFLEX, ACUTE]),
    ('å', &[CIRCUMFLEX, HOOK]),
    ('ã', &[CIRCUMFLEX, TILDE]),
    ('ä', &[DOT, CIRCUMFLEX]),
    ('ê', &[BREVE]),
    ('è', &[BREVE, GRAVE]),
    ('é', &[BREVE, ACUTE]),
    ('ú', &[BREVE, HOOK]),
    ('ü', &[BREVE, TILDE]),
    ('ë', &[DOT, BREVE]),
];

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const CIRCUMFLEX: char = '\u{302}';
const TILDE: char = '\u{303}';
const BREVE: char = '\u{306}';
const HOOK: char = '\u{309}';
const DOT: char = '\u{323}';

/// An encoding of one byte a letter.
pub(super) struct Bytes {
    /// The letters of bytes 0x80 to 0xFF, sixteen a row; `·` for those that are none.
    high: [&'static str; 8],
    /// Letters in the place of control characters.
    low: &'static [(char, char)],
}

/// VISCII, RFC 1456.
pub(super) const VISCII: &Bytes = &Bytes {
    high: [
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ",
        "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ",
        "Õắằặấầẩậẽẹếềểễệố",
        "ồổỗỠƠộờởịỰỨỪỬơớƯ",
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ",
        "ĐứÒÓÔạỷừửÙÚỹỵÝỡư",
        "àáâãảăữẫèéêẻìíĩỉ",
        "đựòóôõỏọụùúũủýợỮ",
    ],
    low: &[('\u{2}', 'Ẳ'), ('\u{5}', 'Ẵ'), ('\u{6}', 'Ẫ'), ('\u{14}', 'Ỷ'), ('\u{19}', 'Ỹ'), ('\u{1e}', 'Ỵ')],
};

/// VPS.
pub(super) const VPS: &Bytes = &Bytes {
    high: [
        "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ",
        "Ế··ỀỂỄỐỒỔỖýỷỵỚỜỞ",
        "·ắằẳẵặỠớÙờởỡŨỨợỪ",
        "ổỬỲỸÍÌộỈĨÓửữÒỎÕự",
        "ầÁÂấẩẫậđẻÉÊẹỉễịỹ",
        "ƯỦồốÔỏơÈừứÚũưÝẺß",
        "àáâãảạăçèéêẽìíîĩ",
        "ẴĐòóôõöƠụùúủüỶẼỳ",
    ],
    low: &[
        ('\u{2}', 'Ạ'),
        ('\u{3}', 'Ậ'),
        ('\u{4}', 'Ặ'),
        ('\u{5}', 'Ẹ'),
        ('\u{6}', 'Ệ'),
        ('\u{10}', 'Ị'),
        ('\u{11}', 'Ọ'),
        ('\u{12}', 'Ộ'),
        ('\u{13}', 'Ợ'),
        ('\u{14}', 'Ụ'),
        ('\u{15}', 'Ự'),
        ('\u{19}', 'Ỵ'),
        ('\u{1c}', 'Ẫ'),
        ('\u{1d}', 'Ữ'),
    ],
};

/// windows-1252 from 0x80 to 0x9F; `·` where it has no character.
const WINDOWS_1252: &str = "€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ";

/// The letter of a code; a character that is none stays.
pub(super) fn one(table: &[(&str, &str)], code: char) -> char {
    let found = table.iter().find_map(|(codes, letters)| letters.chars().nth(codes.chars().position(|c| c == code)?));
    found.unwrap_or(code)
}

/// The VNI letter of a vowel and the code behind it; none if they are no pair.
pub(super) fn pair(vowel: char, code: char) -> Option<char> {
    let code = code.to_lowercase().next()?;
    let (_, marks) = VNI_MARKS.iter().find(|(known, _)| *known == code)?;
    // The codes of ơ and ư take tones as plain vowels do.
    let vowel = if "ôÔöÖ".contains(vowel) { one(VNI_SINGLE, vowel) } else { vowel };
    let allowed = if marks.contains(&CIRCUMFLEX) {
        "aeoAEO"
    } else if marks.contains(&BREVE) {
        "aA"
    } else {
        "aeiouyơưAEIOUYƠƯ"
    };
    allowed.contains(vowel).then(|| marks.iter().try_fold(vowel, |letter, mark| compose(letter, *mark)))?
}

/// The letter of a byte that shows as `code`; a character that is none stays.
pub(super) fn byte(table: &Bytes, code: char) -> char {
    let byte = match u32::from(code) {
        0..=0x7f => return table.low.iter().find(|(low, _)| *low == code).map_or(code, |(_, letter)| *letter),
        latin @ 0x80..=0xff => latin as usize,
        _ => match WINDOWS_1252.chars().position(|c| c == code) {
            Some(at) => 0x80 + at,
            None => return code,
        },
    };
    let letter = table.high.get((byte - 0x80) / 16).and_then(|row| row.chars().nth(byte % 16));
    letter.filter(|letter| *letter != '·').unwrap_or(code)
}
