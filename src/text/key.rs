//! Comparison keys: two spellings of one phrase have the same key, and every byte of a key maps back to the text.

use std::ops::Range;

use super::letter::bare_letter;

/// A text folded for comparison, with a mapping back to the original.
///
/// Folded are: case, the placement of tone marks (hoà = hòa, uỷ = ủy), i written for y (quí = quý, xử lí = xử lý), all
/// white space to one space, all dashes to `-`, double quotation marks to `"`, single ones to `'`, Ð to its look-alike
/// đ, and common abbreviations such as UBND, HĐND and CCHC to their full words. Diacritics are kept: "thẩm định" is not
/// "tham dinh".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    folded: String,
    /// For each byte of `folded`, the byte range of the original character(s) that it was made from.
    origin: Vec<(u32, u32)>,
    /// Diacritics are removed too.
    bare: bool,
}

/// Common abbreviations and the words they stand for, both folded.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("cchc", "cải cách hành chính"),
    ("qppl", "quy phạm pháp luật"),
    ("vbqppl", "văn bản quy phạm pháp luật"),
    ("cntt", "công nghệ thông tin"),
    ("cbccvc", "cán bộ, công chức, viên chức"),
    ("tthc", "thủ tục hành chính"),
];

/// Common words that are written with i or y.
const Y_FOR_I: &[(&str, &str)] =
    &[("quí", "quý"), ("lí", "lý"), ("kí", "ký"), ("kì", "kỳ"), ("kỉ", "kỷ"), ("kĩ", "kỹ"), ("tỉ", "tỷ")];

/// Syllable endings whose tone mark may be placed on either vowel: the new style and the old style to which it is
/// folded.
const TONE_PLACEMENTS: &[(&str, &str)] = &[
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

impl Key {
    /// Folds a text (NFC expected).
    pub fn new(text: &str) -> Self {
        let mut folder = Folder::default();
        for (start, c) in text.char_indices() {
            folder.push(c, start as u32, (start + c.len_utf8()) as u32);
        }
        folder.end_word();
        while folder.folded.ends_with(' ') {
            folder.folded.pop();
            folder.origin.pop();
        }
        Key { folded: folder.folded, origin: folder.origin, bare: false }
    }

    /// Folds OCR text and also removes diacritics: OCR loses marks more often than letters, so phrases are searched in
    /// it by base letters alone.
    pub fn recognised(text: &str) -> Self {
        let exact = Self::new(text);
        let mut key = Key { folded: String::new(), origin: Vec::new(), bare: true };
        for (at, c) in exact.folded.char_indices() {
            let letter = bare_letter(c);
            key.folded.push(letter);
            let origin = exact.origin.get(at).copied().unwrap_or_default();
            key.origin.extend(std::iter::repeat_n(origin, letter.len_utf8()));
        }
        key
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// The key of a part of the original text that begins and ends at white space or at an end of it.
    #[must_use]
    pub fn part(&self, range: &Range<usize>) -> Key {
        let at = |byte: usize| self.origin.partition_point(|(start, _)| (*start as usize) < byte);
        let (mut start, mut end) = (at(range.start), at(range.end));
        while self.folded[start..end].starts_with(' ') {
            start += 1;
        }
        while self.folded[start..end].ends_with(' ') {
            end -= 1;
        }
        let from = range.start as u32;
        let origin = self.origin[start..end].iter().map(|(first, last)| (first - from, last - from)).collect();
        Key { folded: self.folded[start..end].to_owned(), origin, bare: self.bare }
    }

    /// The byte range in the original text that a byte range of the key was made from.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let Some(touched) = self.origin.get(range.start..range.end.min(self.origin.len())) else { return 0..0 };
        match (touched.first(), touched.last()) {
            (Some(first), Some(last)) => first.0 as usize..(last.1 as usize).max(first.0 as usize),
            _ => 0..0,
        }
    }

    /// Byte range of the first occurrence of `phrase` as whole words in this key, from byte `from` on.
    pub fn find_from(&self, phrase: &Key, from: usize) -> Option<Range<usize>> {
        if phrase.folded.is_empty() {
            return None;
        }
        let bare: String;
        let wanted = if self.bare && !phrase.bare {
            bare = phrase.folded.chars().map(bare_letter).collect();
            &bare
        } else {
            &phrase.folded
        };
        find_words(&self.folded, wanted, from)
    }

    /// True if this key is in `folded`, a text that was folded before, as whole words.
    pub fn is_in(&self, folded: &str) -> bool {
        !self.is_empty() && find_words(folded, &self.folded, 0).is_some()
    }

    /// Byte range of the first occurrence of `phrase` as whole words in this key.
    pub fn find(&self, phrase: &Key) -> Option<Range<usize>> {
        self.find_from(phrase, 0)
    }

    /// True if this key contains `phrase` as whole words.
    pub fn contains(&self, phrase: &Key) -> bool {
        self.find(phrase).is_some()
    }

    /// True if nothing is left after folding.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }
}

/// Byte range of the first occurrence of `wanted` as whole words, from byte `from` on.
fn find_words(folded: &str, wanted: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    while let Some(found) = folded.get(at..)?.find(wanted) {
        let range = at + found..at + found + wanted.len();
        if is_whole_words(folded, &range) {
            return Some(range);
        }
        at += found + folded[at + found..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

fn is_whole_words(folded: &str, range: &Range<usize>) -> bool {
    let before = folded[..range.start].chars().next_back();
    let after = folded[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Builds a key word by word: tone placement and abbreviations can be folded only when a word is complete.
#[derive(Default)]
struct Folder {
    folded: String,
    origin: Vec<(u32, u32)>,
    /// Byte offset in `folded` at which the current word starts.
    word: usize,
}

impl Folder {
    fn push(&mut self, c: char, start: u32, end: u32) {
        let folded = match c {
            c if c.is_whitespace() => ' ',
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' => '-',
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' => '\'',
            'Ð' | 'ð' | 'Đ' => 'đ',
            c => c,
        };
        match lower_letter(folded) {
            Some(lower) => return self.append(lower, start, end),
            None if folded.is_alphanumeric() => {
                return folded.to_lowercase().for_each(|lower| self.append(lower, start, end));
            }
            None => {}
        }
        self.end_word();
        if folded == ' ' && (self.folded.is_empty() || self.folded.ends_with(' ')) {
            return;
        }
        self.append(folded, start, end);
        self.word = self.folded.len();
    }

    fn append(&mut self, c: char, start: u32, end: u32) {
        self.folded.push(c);
        self.origin.resize(self.folded.len(), (start, end));
    }

    fn end_word(&mut self) {
        let word = &self.folded[self.word..];
        if word.is_empty() {
            return;
        }
        let span = (self.origin[self.word].0, self.origin[self.folded.len() - 1].1);
        if let Some((_, full)) = ABBREVIATIONS.iter().chain(Y_FOR_I).find(|(short, _)| *short == word) {
            self.folded.truncate(self.word);
            self.origin.truncate(self.word);
            self.folded.push_str(full);
            self.origin.resize(self.folded.len(), span);
        } else if let Some(moved) = move_tone_mark(word) {
            // The last two letters have other bytes now: both map to the original two letters together.
            let tail = self.origin.len() - (word.len() - common_prefix(word, &moved));
            let tail_span = (self.origin[tail.min(self.origin.len() - 1)].0, span.1);
            let keep = self.word + common_prefix(word, &moved);
            self.folded.truncate(self.word);
            self.folded.push_str(&moved);
            self.origin.truncate(keep);
            self.origin.resize(self.folded.len(), tail_span);
        }
        self.word = self.folded.len();
    }
}

/// The small letter of an ASCII letter or digit or of a letter that Vietnamese adds; `None` for all else, which the tables
/// of Unicode know. Nearly every character is one of these, and every word of every document is folded.
fn lower_letter(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' | 'à'..='ö' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' | 'ø'..='ÿ' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        // ế, ộ and so on: each capital stands right before its small letter.
        'Ạ'..='ỹ' => char::from_u32(c as u32 | 1),
        _ => None,
    }
}

/// Moves the tone mark of a syllable that ends in oa, oe or uy to the first vowel. Returns `None` if nothing changes.
/// After q the u belongs to the consonant: "quý" stays.
fn move_tone_mark(word: &str) -> Option<String> {
    let (new, old) = TONE_PLACEMENTS.iter().find(|(new, _)| word.ends_with(new))?;
    let head = &word[..word.len() - new.len()];
    if new.starts_with('u') && head.ends_with('q') {
        return None;
    }
    Some(format!("{head}{old}"))
}

/// Length of the common prefix of two texts, in bytes.
fn common_prefix(a: &str, b: &str) -> usize {
    a.char_indices().zip(b.chars()).find(|((_, x), y)| x != y).map_or(a.len().min(b.len()), |((at, _), _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(text: &str) -> String {
        Key::new(text).as_str().to_owned()
    }

    #[test]
    fn spellings_of_one_phrase_have_one_key() {
        for (a, b) in [
            ("Ủy ban nhân dân", "UỶ BAN  NHÂN\nDÂN"),
            ("hoà giải", "Hòa giải"),
            ("UBND tỉnh", "ủy ban nhân dân tỉnh"),
            ("Kế hoạch CCHC", "kế hoạch cải cách hành chính"),
            ("Thủ tướng – Chính phủ", "Thủ tướng - Chính phủ"),
            ("QUYẾT ÐỊNH", "Quyết định"),
            ("thuý", "thúy"),
            ("Quí I", "quý I"),
            ("tỉ lệ xử lí cùng kì", "tỷ lệ xử lý cùng kỳ"),
        ] {
            assert_eq!(key(a), key(b), "{a} / {b}");
        }
    }

    #[test]
    fn different_words_keep_different_keys() {
        for (a, b) in [
            ("thẩm định", "tham dinh"),
            ("quý I", "qúy I"),
            ("tỉnh", "tỷnh"),
            ("li", "ly"),
            ("hóa", "hoa"),
            ("toàn", "tòan"),
        ] {
            assert_ne!(key(a), key(b), "{a} / {b}");
        }
    }

    #[test]
    fn phrases_are_found_as_whole_words_with_the_way_back() {
        let text = "Báo cáo kết quả UỶ  BAN kiểm tra CCHC, năm 2018";
        let k = Key::new(text);
        let found = k.find(&Key::new("ủy ban")).unwrap();
        assert_eq!(&text[k.original(found)], "UỶ  BAN");
        let found = k.find(&Key::new("kiểm tra cải cách hành chính")).unwrap();
        assert_eq!(&text[k.original(found)], "kiểm tra CCHC");
        assert!(!k.contains(&Key::new("kết qu")));
        assert!(!k.contains(&Key::new("")));
    }

    #[test]
    fn in_recognised_text_marks_do_not_count() {
        let text = "Tông kêt công tác cải cách hành chinh năm 2018";
        let k = Key::recognised(text);
        let found = k.find(&Key::new("tổng kết công tác CCHC")).unwrap();
        assert_eq!(&text[k.original(found)], "Tông kêt công tác cải cách hành chinh");
        assert!(!k.contains(&Key::new("tổng kế")) && !Key::new(text).contains(&Key::new("tổng kết")));
    }

    proptest! {
        #[test]
        fn a_part_of_a_key_is_the_key_of_the_part(lines in "([a-zA-ZđÀàẢảoáòUBND .,0-9–“]{0,12}\n?){0,6}") {
            let key = Key::new(&lines);
            let mut from = 0;
            for line in lines.split_inclusive('\n') {
                let range = from..from + line.len();
                prop_assert_eq!(key.part(&range), Key::new(line));
                from = range.end;
            }
        }

        #[test]
        fn folding_is_idempotent_and_offsets_stay_inside(text in "\\PC{0,60}") {
            let text = crate::text::nfc(&text);
            let k = Key::new(&text);
            prop_assert_eq!(key(k.as_str()), k.as_str());
            let mut last = 0;
            for at in 0..k.as_str().len() {
                let range = k.original(at..at + 1);
                prop_assert!(range.end <= text.len() && range.start >= last);
                prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
                last = range.start;
            }
        }

        #[test]
        fn vietnamese_folds_without_panic(text in "[a-zđàáảãạèéẻẽẹùúủũụỳýỷỹỵoòóqUBNDCH –/.,0-9]{0,60}") {
            let k = Key::new(&text);
            prop_assert_eq!(key(k.as_str()), k.as_str());
        }
    }
}
