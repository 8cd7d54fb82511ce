//! Words of a letterhead that recognition mistakes in the same way on every scan: marks over a letter are lost or taken
//! for others, the letters below them hardly ever. Only words that can be nothing else in their place are mended.

use std::ops::Range;

use super::engine::Recognised;
use super::slots::{bare_letters, is_date_slot};
use crate::document::{Line, Word};
use crate::text::pattern::regex;

/// Headings that every letterhead carries, as they are printed.
const HEADINGS: [&str; 3] =
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM"];

/// Stamps of secrecy and urgency (độ mật, độ khẩn): alone in red ink these letters are nothing else, whatever marks were
/// seen over them.
const STAMPS: [&str; 6] = ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"];

/// Mends what was stamped in red: "MẶT" is MẬT.
pub(super) fn mend_stamp(line: &mut Line) {
    let bare = bare_letters(&line.text);
    if let Some(stamp) = STAMPS.iter().find(|s| bare_letters(s) == bare) {
        spell(line, stamp);
    }
}

/// Below what is believed, above what is given up.
const DOUBTED: f32 = 60.0;

/// Mends a line: a heading as a whole, the words of a date, the label of a number.
pub(super) fn mend(line: &mut Line) {
    let bare = bare_letters(&line.text);
    if let Some(heading) = HEADINGS.iter().find(|h| bare_letters(h) == bare) {
        spell(line, heading);
        return;
    }
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
    people(line);
    subject(line);
    number(line);
}

/// "NHÂN DÂN TĨNH", or "TĨNH ĐẮK LẮK" on a row of its own: no people's committee or council is that of Tĩnh.
fn people(line: &mut Line) {
    let found = regex!(r"(?:^|\b(?i:NHÂN DÂN) )(?P<word>(?i:T[IÍÌỈĨỊ]NH))(?:\s\p{Lu}|$)")
        .captures(&line.text)
        .and_then(|c| c.name("word"));
    if let Some(range) = found.map(|m| m.range()) {
        let is_small = line.text[range.clone()].chars().any(char::is_lowercase);
        replace(line, range, if is_small { "tỉnh" } else { "TỈNH" });
    }
}

/// Digits of a date that came out as the letters that look like them: "tháng l1". They are doubted, so that they are
/// looked at again.
pub(super) fn digits(row: &mut [Recognised]) {
    for at in 1..row.len().saturating_sub(1) {
        let is_slot = is_date_slot(&row[at - 1].text, &row[at + 1].text);
        let word = &mut row[at];
        if is_slot && regex!(r"^(?:[lI|Oo]\d|\d[lI|Oo])$").is_match(&word.text) {
            word.text = as_digits(&word.text);
            word.confidence = word.confidence.min(DOUBTED);
        }
    }
}

/// Letters that stand among digits as the digits that they look like.
pub(super) fn as_digits(text: &str) -> String {
    let is_short = text.chars().count() <= 2;
    if is_short { text.replace(['l', 'I', '|'], "1").replace(['O', 'o'], "0") } else { text.to_owned() }
}

/// "V/v", of which the small letter comes out as another.
fn subject(line: &mut Line) {
    let subject = regex!(r"^\W{0,2}(?:V\s?/\s?[vwyuUVW]?|[VW][vwVW]?/[vwy]?)\s");
    let found = subject.find(&line.text).map(|m| m.start()..m.end() - 1);
    if let Some(range) = found {
        replace(line, range, "V/v");
    }
}

/// The number of a letterhead. Its symbol is printed and tells what it is; the label before it and a number in a hand come
/// out as anything: "Só207SYT-NVY", "Số: JT§ /STTTT-CNTT", "ố:.58/2026/NĐ-CP". What is no number becomes a sign for it.
fn number(line: &mut Line) {
    // "Qb-UBND": no type but QĐ begins so.
    let decision = regex!(r"^\W{0,3}[Ss]\p{L}[^\n]{0,16}[/⁄]\s?(?P<type>Q[bBD])-\p{Lu}{2}");
    let found = decision.captures(&line.text).and_then(|c| c.name("type")).map(|m| m.range());
    if let Some(range) = found {
        replace(line, range, "QĐ");
    }
    let form = regex!(
        r"^\W{0,3}(?P<label>[Ss]\p{L}|[ốôóồ])(?P<slot>[^\n]{0,18}?)(?P<stroke>[/⁄]\s?|\b|)(?P<year>(?:(?:19|20)\d\d\s?/\s?)?)(?P<symbol>\p{Lu}[\p{Lu}đ]{1,6}\p{Ll}{0,2}\s?[-–]\s?\p{Lu}[\p{L}]{1,8})\b"
    );
    let Some(found) = form.captures(&line.text) else { return };
    let part = |name: &str| found.name(name).map_or(0..0, |m| m.range());
    let (label, slot, stroke, symbol) = (part("label"), part("slot"), part("stroke"), part("symbol"));
    // The year belongs to the symbol behind a stroke; without one it is the number.
    let has_stroke = !line.text[stroke.clone()].trim().is_empty();
    let (slot, symbol) =
        if has_stroke { (slot, part("year").start..symbol.end) } else { (slot.start..symbol.start, symbol) };
    let bare = bare_letters(&line.text[label]).to_lowercase();
    let written = line.text[slot.clone()].trim_matches([' ', ':', '.', ';', ',', '/']);
    let has_stroke = has_stroke || line.text[slot.clone()].contains('/');
    // "Sở GD-ĐT" has neither stroke nor digits.
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
    let spot = |range: Range<usize>| spot(line, range);
    let mut words = vec![("Số:".to_owned(), spot(0..slot.start))];
    if !written.is_empty() {
        words.push((written, spot(slot)));
    }
    let symbol_text = format!("/{}", &line.text[symbol.clone()]);
    words.push((symbol_text, spot(symbol.clone())));
    let behind = symbol.end;
    let mut text = String::new();
    let mut made = Vec::new();
    for (word, (x0, x1, confidence)) in words {
        if !text.is_empty() {
            text.push(' ');
        }
        let start = text.len() as u32;
        text.push_str(&word);
        made.push(Word { start, end: text.len() as u32, x0, x1, confidence });
    }
    let shift = text.len() as i64 - behind as i64;
    let moved = |at: u32| (i64::from(at) + shift) as u32;
    let rest = line.words.iter().filter(|w| w.start as usize >= behind);
    made.extend(rest.map(|w| Word { start: moved(w.start), end: moved(w.end), ..*w }));
    text.push_str(&line.text[behind..]);
    (line.text, line.words) = (text, made);
}

/// Left and right edge of bytes of a line's text, and the least confidence of the words that they touch.
fn spot(line: &Line, range: Range<usize>) -> (f32, f32, Option<f32>) {
    let touched = line.words.iter().filter(|w| (w.start as usize) < range.end && (w.end as usize) > range.start);
    let mut all: Option<(f32, f32, Option<f32>)> = None;
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
            mend_stamp(&mut line);
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
            mend(&mut line);
            assert_eq!(line.text, wanted);
            for word in &line.words {
                let text = &line.text[word.start as usize..word.end as usize];
                assert!(!text.is_empty() && !text.contains(' '), "{text}");
            }
        }
    }
}
