//! Corrects words of a letterhead that recognition mistakes in the same way on every scan: it loses or confuses
//! diacritics, but hardly ever the letters below them. Only words that can mean nothing else in their position are
//! corrected.

use std::ops::Range;

use super::engine::Recognised;
use super::slots::{bare_letters, is_date_slot};
use crate::document::{Line, Word};
use crate::text::pattern::regex;

/// Headings of letterheads, as they are printed.
const HEADINGS: [&str; 3] =
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM"];

/// Stamps of secrecy and urgency (độ mật, độ khẩn). Standing alone in red ink, these letters mean nothing else,
/// whatever diacritics were read over them.
const STAMPS: [&str; 6] = ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"];

/// Corrects a stamp that was read from the red ink: "MẶT" becomes "MẬT".
pub(super) fn correct_stamp(line: &mut Line) {
    let bare = bare_letters(&line.text);
    if let Some(stamp) = STAMPS.iter().find(|s| bare_letters(s) == bare) {
        set_text(line, stamp);
    }
}

/// Confidence of corrected digits: low enough that they are read a second time, high enough that they are not dropped.
const DOUBTFUL: f32 = 60.0;

/// Corrects a line: a heading as a whole; else the words of a date, of a province, of a subject line and of a number.
pub(super) fn correct(line: &mut Line) {
    let bare = bare_letters(&line.text);
    if let Some(heading) = HEADINGS.iter().find(|h| bare_letters(h) == bare) {
        set_text(line, heading);
        return;
    }
    correct_date_words(line);
    correct_province(line);
    correct_subject_label(line);
    correct_decision_symbol(line);
    correct_number(line);
}

/// The words "ngày", "tháng" and "năm" of a date.
fn correct_date_words(line: &mut Line) {
    let date = regex!(
        r"(?i)\b(?P<day>ng\p{L}{1,2}y)\b.{0,16}?\b(?P<month>th\p{L}{1,2}ng)\b.{0,16}?\b(?P<year>n\p{L}{1,2}m)\b"
    );
    if let Some(found) = date.captures(&line.text) {
        let words = [("day", "ngày"), ("month", "tháng"), ("year", "năm")];
        let ranges: Vec<_> = words.iter().filter_map(|(name, word)| Some((found.name(name)?.range(), *word))).collect();
        for (range, word) in ranges.into_iter().rev() {
            if bare_letters(line.text.get(range.clone()).unwrap_or_default()) == bare_letters(word) {
                replace(line, range, word);
            }
        }
    }
}

/// "NHÂN DÂN TĨNH", or "TĨNH ĐẮK LẮK" on a row of its own: behind "people's committee" or "council" the word can only
/// be "tỉnh", province.
fn correct_province(line: &mut Line) {
    let found = regex!(r"(?:^|\b(?i:NHÂN DÂN) )(?P<word>(?i:T[IÍÌỈĨỊ]NH))(?:\s\p{Lu}|$)")
        .captures(&line.text)
        .and_then(|c| c.name("word"));
    if let Some(range) = found.map(|m| m.range()) {
        let is_small = line.text[range.clone()].chars().any(char::is_lowercase);
        replace(line, range, if is_small { "tỉnh" } else { "TỈNH" });
    }
}

/// Replaces letters that look like digits within a date: "tháng l1". The confidence is lowered, so that they are read a
/// second time.
pub(super) fn correct_date_digits(row: &mut [Recognised]) {
    for at in 1..row.len().saturating_sub(1) {
        let is_slot = is_date_slot(&row[at - 1].text, &row[at + 1].text);
        let word = &mut row[at];
        if is_slot && regex!(r"^(?:[lI|Oo]\d|\d[lI|Oo])$").is_match(&word.text) {
            word.text = as_digits(&word.text);
            word.confidence = word.confidence.min(DOUBTFUL);
        }
    }
}

/// A text of at most two characters with letters replaced by the digits that they look like; a longer one unchanged.
pub(super) fn as_digits(text: &str) -> String {
    let is_short = text.chars().count() <= 2;
    if is_short { text.replace(['l', 'I', '|'], "1").replace(['O', 'o'], "0") } else { text.to_owned() }
}

/// "V/v", the label of a subject line, whose small letter is often misread.
fn correct_subject_label(line: &mut Line) {
    let subject = regex!(r"^\W{0,2}(?:V\s?/\s?[vwyuUVW]?|[VW][vwVW]?/[vwy]?)\s");
    let found = subject.find(&line.text).map(|m| m.start()..m.end() - 1);
    if let Some(range) = found {
        replace(line, range, "V/v");
    }
}

/// "/Qb-UBND": QĐ is the only type of document that begins with Q.
fn correct_decision_symbol(line: &mut Line) {
    let decision = regex!(r"^\W{0,3}[Ss]\p{L}[^\n]{0,16}[/⁄]\s?(?P<type>Q[bBD])-\p{Lu}{2}");
    let found = decision.captures(&line.text).and_then(|c| c.name("type")).map(|m| m.range());
    if let Some(range) = found {
        replace(line, range, "QĐ");
    }
}

/// The number of a letterhead. Its symbol is printed and shows that this is a number; the label before it and a
/// handwritten ordinal come out as anything: "Só207SYT-NVY", "Số: JT§ /STTTT-CNTT", "ố:.58/2026/NĐ-CP". The line is
/// rewritten as "Số:", ordinal and symbol, with "?" for an ordinal that was not read as digits.
fn correct_number(line: &mut Line) {
    let form = regex!(
        r"^\W{0,3}(?P<label>[Ss]\p{L}|[ốôóồ])(?P<slot>[^\n]{0,18}?)(?P<stroke>[/⁄]\s?|\b|)(?P<year>(?:(?:19|20)\d\d\s?/\s?)?)(?P<symbol>\p{Lu}[\p{Lu}đ]{1,6}\p{Ll}{0,2}\s?[-–]\s?\p{Lu}[\p{L}]{1,8})\b"
    );
    let Some(found) = form.captures(&line.text) else { return };
    let part = |name: &str| found.name(name).map_or(0..0, |m| m.range());
    let (label, slot, stroke, symbol) = (part("label"), part("slot"), part("stroke"), part("symbol"));
    // Behind a stroke the year belongs to the symbol; without a stroke these digits are the ordinal.
    let has_stroke = !line.text[stroke.clone()].trim().is_empty();
    let (slot, symbol) =
        if has_stroke { (slot, part("year").start..symbol.end) } else { (slot.start..symbol.start, symbol) };
    let bare = bare_letters(&line.text[label]).to_lowercase();
    let written = line.text[slot.clone()].trim_matches([' ', ':', '.', ';', ',', '/']);
    let has_stroke = has_stroke || line.text[slot.clone()].contains('/');
    // The name of an office such as "Sở GD-ĐT" has neither stroke nor digits.
    let is_label = matches!(bare.as_str(), "so" | "o");
    if !is_label || !(has_stroke || written.contains(|c: char| c.is_ascii_digit())) {
        return;
    }
    let is_ordinal = regex!(r"^\d{1,5}[a-zđ]?$").is_match(written);
    let written = match (is_ordinal, written.is_empty()) {
        (true, _) => written.to_owned(),
        (false, true) => String::new(),
        (false, false) => "?".to_owned(),
    };
    let mut parts = vec![("Số:".to_owned(), extent(line, 0..slot.start))];
    if !written.is_empty() {
        parts.push((written, extent(line, slot)));
    }
    parts.push((format!("/{}", &line.text[symbol.clone()]), extent(line, symbol.clone())));
    replace_start(line, symbol.end, parts);
}

/// Left edge, right edge and confidence of words.
type Extent = (f32, f32, Option<f32>);

/// Replaces the first `end` bytes of a line's text by words with their extents.
fn replace_start(line: &mut Line, end: usize, parts: Vec<(String, Extent)>) {
    let mut text = String::new();
    let mut made = Vec::new();
    for (word, (x0, x1, confidence)) in parts {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len() as u32;
        text.push_str(&word);
        made.push(Word { start, end: text.len() as u32, x0, x1, confidence });
    }
    let shift = text.len() as i64 - end as i64;
    let moved = |at: u32| (i64::from(at) + shift) as u32;
    let rest = line.words.iter().filter(|w| w.start as usize >= end);
    made.extend(rest.map(|w| Word { start: moved(w.start), end: moved(w.end), ..*w }));
    text.push_str(&line.text[end..]);
    (line.text, line.words) = (text, made);
}

/// The extent of a byte range of a line's text, with the lowest confidence of the words that it touches. Within a word
/// its bytes count as equally wide.
fn extent(line: &Line, range: Range<usize>) -> Extent {
    let touched = line.words.iter().filter(|w| (w.start as usize) < range.end && (w.end as usize) > range.start);
    let mut all: Option<Extent> = None;
    for word in touched {
        let step = (word.x1 - word.x0) / (word.end - word.start).max(1) as f32;
        let inside = |at: usize| (at.clamp(word.start as usize, word.end as usize) - word.start as usize) as f32;
        let (x0, x1) = (word.x0 + step * inside(range.start), word.x0 + step * inside(range.end));
        all = Some(match all {
            None => (x0, x1, word.confidence),
            Some((a, b, c)) => (a.min(x0), b.max(x1), c.zip(word.confidence).map(|(a, b)| a.min(b))),
        });
    }
    all.unwrap_or((0.0, 0.0, Some(0.0)))
}

/// Replaces the text of a line; its words are laid out anew between the same edges, letters counting as equally wide.
fn set_text(line: &mut Line, text: &str) {
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

/// Replaces a byte range of a line's text; the words keep their edges.
fn replace(line: &mut Line, range: Range<usize>, by: &str) {
    let (start, end) = (range.start as u32, range.end as u32);
    let moved =
        |at: u32| if at >= end { at - (end - start) + by.len() as u32 } else { at.min(start + by.len() as u32) };
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
    fn stamps_are_told_by_their_letters() {
        for (read, wanted) in [
            ("MẶT", "MẬT"),
            ("TÔI MÂT", "TỐI MẬT"),
            ("TUYỆT MẬT.", "TUYỆT MẬT"),
            ("MẶT TRẬN", "MẶT TRẬN"),
            ("mặt", "mặt"),
        ] {
            let mut line = line(read);
            correct_stamp(&mut line);
            assert_eq!(line.text, wanted);
        }
    }

    #[test]
    fn words_of_a_letterhead_are_mended_and_others_are_not() {
        for (read, wanted) in [
            ("CỘNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("Độc lập — Tự đo - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
            ("Kiên Giang, ngày 02 thẳng 01 năm 2018", "Kiên Giang, ngày 02 tháng 01 năm 2018"),
            ("Huế, ngảy áy 4b thắng 410 nằm 2017", "Huế, ngày áy 4b tháng 410 năm 2017"),
            (".Số: 49 A.5/SYT-NVY", "Số: ? /SYT-NVY"),
            ("Só:1#12 /SYT-TCCB", "Số: ? /SYT-TCCB"),
            ("Só207SYT-NVY", "Số: 207 /SYT-NVY"),
            ("Số¿2005 /SYT-NVY", "Số: ? /SYT-NVY"),
            ("Sóz2/22../SYT-TCCB", "Số: ? /SYT-TCCB"),
            ("Só4Z//QÐ-SYT `", "Số: ? /QÐ-SYT `"),
            ("Số: 3/%1⁄QĐ-SYT", "Số: ? /QĐ-SYT"),
            ("ố:.58/2026/NĐ-CP", "Số: 58 /2026/NĐ-CP"),
            ("Số: JT§ /STTTT-CNTT", "Số: ? /STTTT-CNTT"),
            ("số: 3JÌ7/Qb-UBND", "Số: ? /QĐ-UBND"),
            ("Số: /KH-UBND", "Số: /KH-UBND"),
            ("Số: 3176b/QĐ-SYT", "Số: 3176b /QĐ-SYT"),
            ("Số:(2/KH-TTra", "Số: ? /KH-TTra"),
            ("SỞ GD-ĐT", "SỞ GD-ĐT"),
            ("V/w xin góp ý kiến", "V/v xin góp ý kiến"),
            ("V/ triển khai", "V/v triển khai"),
            ("Sở: 12 người", "Sở: 12 người"),
            ("SỞ Y TẾ", "SỞ Y TẾ"),
            ("những thắng lợi", "những thắng lợi"),
        ] {
            let mut line = line(read);
            correct(&mut line);
            assert_eq!(line.text, wanted);
            for word in &line.words {
                let text = &line.text[word.start as usize..word.end as usize];
                assert!(!text.is_empty() && !text.contains(' '), "{text}");
            }
        }
    }
}
