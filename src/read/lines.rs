//! Splits a paragraph into visual lines: at line breaks, and at the tabs that separate the two halves of a letterhead
//! ("Số: 12/BC-SNV → → Đắk Lắk, ngày …").

use crate::document::Line;
use crate::text::legacy::{Converted, Detector, Encoding};
use crate::text::{collapse_spaces, nfc};

/// A piece of a paragraph with uniform formatting.
#[derive(Clone)]
pub(crate) struct Run {
    /// Its text; `\n` is a line break, `\t` a tab.
    pub(crate) text: String,
    /// Set in bold.
    pub(crate) bold: bool,
    /// Font size in points; 0 if unknown.
    pub(crate) size: f32,
    /// The old encoding that its font was made for, if any.
    pub(crate) encoding: Option<Encoding>,
}

/// A character with the formatting of its run.
#[derive(Clone, Copy)]
struct StyledChar {
    char: char,
    bold: bool,
    /// Font size in points; 0 if unknown.
    size: f32,
    /// It was converted from an old encoding because of its font.
    is_converted: bool,
}

/// The lines of a paragraph that have text. With `legacy`, text in an old encoding is converted to Unicode: runs whose
/// font was made for one, and lines in which no run was.
pub(crate) fn visual_lines(runs: &[Run], legacy: Option<&Detector>) -> Vec<Line> {
    let mut chars: Vec<StyledChar> = Vec::new();
    for runs in runs.chunk_by(|a, b| a.encoding == b.encoding) {
        let written: Vec<StyledChar> = runs.iter().flat_map(styled_chars).collect();
        let converted =
            legacy.zip(runs[0].encoding).and_then(|(legacy, of)| legacy.convert_by_font(of, &text_of(&written)));
        match converted {
            Some(converted) => chars.extend(restyled(&written, &converted)),
            None => chars.extend(written),
        }
    }
    // Text is composed (NFC) for each line, since a letter and its marks may be in different runs.
    let is_break = |c: &StyledChar| matches!(c.char, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{85}');
    let lines: Vec<Vec<StyledChar>> = chars.split(is_break).map(|line| in_unicode(line, legacy)).collect();
    lines.iter().flat_map(|line| split_columns(line)).filter_map(line_of).collect()
}

fn styled_chars(run: &Run) -> impl Iterator<Item = StyledChar> {
    run.text.chars().map(|char| StyledChar { char, bold: run.bold, size: run.size, is_converted: false })
}

/// Converts a line from an old encoding, unless a part of it was already converted because of its font.
fn in_unicode(line: &[StyledChar], legacy: Option<&Detector>) -> Vec<StyledChar> {
    let legacy = legacy.filter(|_| line.iter().all(|c| !c.is_converted));
    match legacy.and_then(|legacy| legacy.convert(&text_of(line))) {
        Some((_, converted)) => restyled(line, &converted),
        None => line.to_vec(),
    }
}

/// The characters of a converted text, each with the formatting of the first character that it was made from.
fn restyled(original: &[StyledChar], converted: &Converted) -> Vec<StyledChar> {
    let text = text_of(original);
    let mut styles = text.char_indices().map(|(at, _)| at).zip(original);
    let restyled = converted.letters().map(|(from, char)| {
        let style = styles.find(|(at, _)| *at >= from);
        let (bold, size) = style.map_or((false, 0.0), |(_, c)| (c.bold, c.size));
        StyledChar { char, bold, size, is_converted: true }
    });
    restyled.collect()
}

fn text_of(chars: &[StyledChar]) -> String {
    chars.iter().map(|c| c.char).collect()
}

/// A visual line, or `None` if it has no text.
fn line_of(chars: &[StyledChar]) -> Option<Line> {
    let text = clean_text(chars);
    if text.is_empty() {
        return None;
    }
    let inked = || chars.iter().filter(|c| !c.char.is_whitespace());
    let bold = inked().filter(|c| c.bold).count() * 2 > inked().count();
    Some(Line { text, bold, size: most_frequent(inked().map(|c| c.size)), ..Line::default() })
}

/// The text of characters in NFC with single spaces.
fn clean_text(chars: &[StyledChar]) -> String {
    collapse_spaces(&nfc(&text_of(chars)))
}

/// The most frequent size; of two equally frequent ones the larger.
fn most_frequent(sizes: impl Iterator<Item = f32>) -> f32 {
    let mut counts: Vec<(f32, usize)> = Vec::new();
    for size in sizes {
        match counts.iter_mut().find(|(known, _)| *known == size) {
            Some((_, count)) => *count += 1,
            None => counts.push((size, 1)),
        }
    }
    counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(a.0.total_cmp(&b.0))).map_or(0.0, |(size, _)| size)
}

/// Splits a visual line at the tabs that separate columns.
fn split_columns(line: &[StyledChar]) -> Vec<&[StyledChar]> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < line.len() {
        let gap = line[at..].iter().take_while(|c| c.char.is_whitespace()).count();
        let tabs = line[at..at + gap].iter().filter(|c| c.char == '\t').count();
        if tabs > 0 {
            let after = &line[at + gap..];
            let right = &after[..after.iter().position(|c| c.char == '\t').unwrap_or(after.len())];
            if separate_columns(&clean_text(&line[start..at]), tabs, &clean_text(right)) {
                parts.push(&line[start..at]);
                start = at + gap;
            }
        }
        at += gap.max(1);
    }
    parts.push(&line[start..]);
    parts
}

/// True if the tabs between `left` and `right` separate two columns. A single tab in running text, after a list number
/// or in a form field only acts as a space.
fn separate_columns(left: &str, tabs: usize, right: &str) -> bool {
    // A right half without letters is a page number in a table of contents, or dots to be filled in.
    if left.is_empty() || is_marker(left) || !right.contains(char::is_alphabetic) {
        return false;
    }
    let label = left.trim_end_matches([':', ' ']).to_lowercase();
    let first = right.split(' ').next().unwrap_or_default().to_lowercase();
    // "Số: → /QĐ-UBND" and "ngày → tháng → năm" are blanks to be filled in.
    let blank = matches!(label.as_str(), "số" | "kính gửi") || right.starts_with('/') || label.ends_with("ngày");
    if blank || matches!(first.as_str(), "tháng" | "năm") {
        return false;
    }
    let place_and_date = right.to_lowercase().contains(", ngày");
    tabs > 1
        || is_capitals(left)
        || is_capitals(right)
        || place_and_date
        || right.starts_with("Độc lập")
        || is_name(right)
}

/// A list number or bullet: `-`, `1.`, `a)`, `IV.`, `2.1.3`, `Điều 5.`
fn is_marker(text: &str) -> bool {
    let number = text.strip_prefix("Điều ").unwrap_or(text);
    if number.chars().all(|c| !c.is_alphanumeric()) {
        return number.chars().count() <= 3;
    }
    let core = number.trim_matches(['(', ')', '.', ':', '/']);
    let roman = !core.is_empty() && core.chars().all(|c| "IVXLC".contains(c));
    let dotted =
        core.split('.').all(|part| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit()));
    roman || dotted || (core.chars().count() == 1 && core != number)
}

fn is_capitals(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 4 && letters().all(|c| !c.is_lowercase())
}

/// True for the name of a person: two to six words of letters, each capitalised.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    (2..=6).contains(&words.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic))
}

/// True for the TCVN3 fonts that draw lower-case letters as capitals (`.VnTimeH`). Only ASCII letters can be
/// upper-cased before the text is converted; the conversion infers the case of the other letters from them.
pub(crate) fn draws_capitals(font: &str) -> bool {
    font.to_lowercase().starts_with(".vn") && font.ends_with(['H', 'h'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let run = Run { text: text.to_owned(), bold: false, size: 0.0, encoding: None };
        visual_lines(&[run], None).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn columns_are_parted_and_running_text_is_not() {
        for (text, lines) in [
            ("UBND TỈNH\nSỞ NỘI VỤ", &["UBND TỈNH", "SỞ NỘI VỤ"][..]),
            ("Số: 12/BC-SNV\t\tĐắk Lắk, ngày 3 tháng 4", &["Số: 12/BC-SNV", "Đắk Lắk, ngày 3 tháng 4"]),
            ("Số: 12/BC-SNV\tĐắk Lắk, ngày\ttháng\tnăm 2018", &["Số: 12/BC-SNV", "Đắk Lắk, ngày tháng năm 2018"]),
            ("Số:\t/QĐ-UBND", &["Số: /QĐ-UBND"]),
            ("SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc", &["SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"]),
            ("- Lưu: VT.\tTrần Văn Mẫu", &["- Lưu: VT.", "Trần Văn Mẫu"]),
            ("Nơi nhận:\tGIÁM ĐỐC", &["Nơi nhận:", "GIÁM ĐỐC"]),
            ("1.\t\tCăn cứ Luật", &["1. Căn cứ Luật"]),
            ("-\tNhư trên", &["- Như trên"]),
            ("Điều 2.\tQUYẾT ĐỊNH này", &["Điều 2. QUYẾT ĐỊNH này"]),
            ("II.\tKẾT QUẢ", &["II. KẾT QUẢ"]),
            ("I. NỘI QUY\t4", &["I. NỘI QUY 4"]),
            ("Tổng số:\t25 nhiệm vụ", &["Tổng số: 25 nhiệm vụ"]),
            ("\tCăn cứ\u{a0}Luật\t", &["Căn cứ Luật"]),
            ("Kính gửi:\t\tỦy ban nhân dân", &["Kính gửi: Ủy ban nhân dân"]),
            (" \n\t", &[]),
        ] {
            assert_eq!(texts(text), lines, "{text:?}");
        }
    }

    #[test]
    fn the_look_of_most_letters_is_the_look_of_the_line() {
        let run = |text: &str, bold, size| Run { text: text.to_owned(), bold, size, encoding: None };
        let line = &visual_lines(&[run("Số: ", false, 13.0), run("12/QĐ-UBND", true, 14.0)], None)[0];
        assert!(line.bold);
        assert_eq!(line.size, 14.0);
        // A letter and its diacritics in two runs are one letter.
        let line = &visual_lines(&[run("Ke", false, 13.0), run("\u{302}\u{301} hoạch", false, 13.0)], None)[0];
        assert_eq!(line.text, "Kế hoạch");
    }

    #[test]
    fn a_run_in_a_font_of_an_old_encoding_is_converted_if_its_words_say_so() {
        let (tcvn3, vni) = (Some(Encoding::Tcvn3), Some(Encoding::Vni));
        let run = |(text, encoding): &(&str, Option<Encoding>)| Run {
            text: (*text).to_owned(),
            bold: false,
            size: 0.0,
            encoding: *encoding,
        };
        let legacy = Detector::default();
        for (runs, line) in [
            (&[("Sè: 123/Q§-SNV", tcvn3)][..], "Số: 123/QĐ-SNV"),
            (&[("Soá: 123/QÑ-SNV", vni)], "Số: 123/QĐ-SNV"),
            (&[("§¾k L¾k, ngµy 05 th¸ng 3 n¨m 2018", tcvn3)], "Đắk Lắk, ngày 05 tháng 3 năm 2018"),
            (&[("Kết quả: ", None), ("®· hoµn thµnh c¸c nhiÖm vô", tcvn3)], "Kết quả: đã hoàn thành các nhiệm vụ"),
            // Unicode text in such a font, and old codes in an ordinary font.
            (&[("Số: 123/QĐ-SNV", tcvn3)], "Số: 123/QĐ-SNV"),
            (&[("Hà Nam", tcvn3)], "Hà Nam"),
            (&[("tại Bà Rịa", vni)], "tại Bà Rịa"),
            (&[("Sè: 123/Q§-SNV", None)], "Sè: 123/Q§-SNV"),
        ] {
            let runs: Vec<Run> = runs.iter().map(run).collect();
            let lines = visual_lines(&runs, Some(&legacy));
            assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), [line]);
        }
    }
}
