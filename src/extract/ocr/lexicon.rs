//! Words of a letterhead that recognition mistakes in the same way on every scan: marks over a letter are lost or taken
//! for others, the letters below them hardly ever. Only words that can be nothing else in their place are mended.

use crate::document::{Line, Word};
use crate::text::doctype::bare_letter;
use crate::text::pattern::regex;

/// Headings that every letterhead carries, as they are printed.
const HEADINGS: [&str; 3] = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
];

/// Mends a line: a heading as a whole, the words of a date, the label of a number.
pub(super) fn mend(line: &mut Line) {
    let bare = bare_letters(&line.text);
    if let Some(heading) = HEADINGS.iter().find(|h| bare_letters(h) == bare) {
        spell(line, heading);
        return;
    }
    let date = regex!(r"(?i)\b(?P<day>ng\p{L}{1,2}y)\b.{0,16}?\b(?P<month>th\p{L}{1,2}ng)\b.{0,16}?\b(?P<year>n\p{L}{1,2}m)\b");
    if let Some(found) = date.captures(&line.text) {
        let words = [("day", "ngày"), ("month", "tháng"), ("year", "năm")];
        let ranges: Vec<_> = words.iter().filter_map(|(name, word)| Some((found.name(name)?.range(), *word))).collect();
        for (range, word) in ranges.into_iter().rev() {
            if bare_letters(line.text.get(range.clone()).unwrap_or_default()) == bare_letters(word) {
                replace(line, range, word);
            }
        }
    }
    let label = regex!(r"^(?P<label>\W{0,2}[Ss]\p{L}\s?[:;.])\s?[^/]{0,16}/");
    let found = label.captures(&line.text).and_then(|c| c.name("label")).map(|m| m.range());
    if let Some(range) = found.filter(|r| bare_letters(&line.text[r.clone()]).eq_ignore_ascii_case("so")) {
        replace(line, range, "Số:");
    }
}

/// The letters of a text without marks and whatever stands between them.
fn bare_letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).map(bare_letter).collect()
}

/// Gives a line another text of as many words, or of one.
fn spell(line: &mut Line, text: &str) {
    let parts: Vec<&str> = text.split(' ').collect();
    let (Some(first), Some(last)) = (line.words.first().copied(), line.words.last().copied()) else { return };
    let confidence = line.words.iter().filter_map(|w| w.confidence).reduce(f32::min);
    let step = (last.x1 - first.x0) / text.chars().count().max(1) as f32;
    let mut words = Vec::new();
    let (mut start, mut letters) = (0_u32, 0_usize);
    for part in parts {
        let (end, count) = (start + part.len() as u32, part.chars().count());
        let x0 = first.x0 + step * letters as f32;
        words.push(Word { start, end, x0, x1: x0 + step * count as f32, confidence });
        (start, letters) = (end + 1, letters + count + 1);
    }
    (line.text, line.words) = (text.to_owned(), words);
}

/// Replaces bytes of a line's text; the words keep their boxes.
fn replace(line: &mut Line, range: std::ops::Range<usize>, by: &str) {
    let (start, end) = (range.start as u32, range.end as u32);
    let moved = |at: u32| if at >= end { at - (end - start) + by.len() as u32 } else { at.min(start + by.len() as u32) };
    for word in &mut line.words {
        (word.start, word.end) = (moved(word.start), moved(word.end));
    }
    line.words.retain(|w| w.start < w.end);
    line.text.replace_range(range, by);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        let mut at = 0;
        let words = text.split(' ').map(|word| {
            let start = at;
            at += word.len() as u32 + 1;
            Word { start, end: at - 1, x0: start as f32, x1: at as f32, confidence: Some(90.0) }
        });
        Line { words: words.collect(), text: text.to_owned(), ..Line::default() }
    }

    #[test]
    fn words_of_a_letterhead_are_mended_and_others_are_not() {
        for (read, wanted) in [
            ("CỘNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("Độc lập — Tự đo - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
            ("Kiên Giang, ngày 02 thẳng 01 năm 2018", "Kiên Giang, ngày 02 tháng 01 năm 2018"),
            ("Huế, ngảy áy 4b thắng 410 nằm 2017", "Huế, ngày áy 4b tháng 410 năm 2017"),
            (".Số: 49 A.5/SYT-NVY", "Số: 49 A.5/SYT-NVY"),
            ("Só:1#12 /SYT-TCCB", "Số:1#12 /SYT-TCCB"),
            ("Sở: 12 người", "Sở: 12 người"),
            ("SỞ Y TẾ", "SỞ Y TẾ"),
            ("những thắng lợi", "những thắng lợi"),
        ] {
            let mut line = line(read);
            mend(&mut line);
            assert_eq!(line.text, wanted);
            for word in &line.words {
                let text = &line.text[word.start as usize..word.end as usize];
                assert!(!text.is_empty() && !text.contains(' ') || text == "Số:", "{text}");
            }
        }
    }
}
