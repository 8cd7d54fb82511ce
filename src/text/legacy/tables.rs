//! Code tables of the legacy encodings. The codes are given as characters of windows-1252 or Latin-1, as files show
//! them.

use unicode_normalization::char::compose;

/// TCVN3: codes and their letters. Bytes 0xA1 to 0xFE, and what some PDF producers put in place of three of them.
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

/// VNI: letters encoded by a single code.
pub(super) const VNI_SINGLE: &[(&str, &str)] = &[("ñÑôÔöÖ", "đĐơƠưƯ"), ("òÒæÆóÓîÎ", "ịỊỉỈĩĨỵỴ")];

/// VNI: the code that follows a vowel, and the marks that it adds, in the order in which Unicode composes them.
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

/// The table of an encoding with one byte per letter.
pub(super) struct ByteTable {
    /// The letters of bytes 0x80 to 0xFF, sixteen per row; `·` where there is none.
    high: [&'static str; 8],
    /// Letters in place of control characters.
    low: &'static [(char, char)],
}

/// VISCII, RFC 1456.
pub(super) const VISCII: &ByteTable = &ByteTable {
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
pub(super) const VPS: &ByteTable = &ByteTable {
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

/// The letter that a code encodes; a character that is not a code is returned unchanged.
pub(super) fn letter(table: &[(&str, &str)], code: char) -> char {
    // Fast path: most characters of most texts are not codes.
    if code.is_ascii() || code > '\u{2219}' || ('\u{100}'..'\u{3bc}').contains(&code) {
        return code;
    }
    let found = table.iter().find_map(|(codes, letters)| letters.chars().nth(codes.chars().position(|c| c == code)?));
    found.unwrap_or(code)
}

/// The VNI letter of a vowel and the code behind it, or `None` if they do not combine.
pub(super) fn vni_pair(vowel: char, code: char) -> Option<char> {
    let code = code.to_lowercase().next()?;
    let (_, marks) = VNI_MARKS.iter().find(|(known, _)| *known == code)?;
    // The codes of ơ and ư take tone codes like plain vowels.
    let vowel = if "ôÔöÖ".contains(vowel) { letter(VNI_SINGLE, vowel) } else { vowel };
    let allowed = if marks.contains(&CIRCUMFLEX) {
        "aeoAEO"
    } else if marks.contains(&BREVE) {
        "aA"
    } else {
        "aeiouyơưAEIOUYƠƯ"
    };
    allowed.contains(vowel).then(|| marks.iter().try_fold(vowel, |letter, mark| compose(letter, *mark)))?
}

/// The letter of a byte that is shown as `code`; a character that is not a code is returned unchanged.
pub(super) fn byte_letter(table: &ByteTable, code: char) -> char {
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
