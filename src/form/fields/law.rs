//! Date of adoption of laws and resolutions of the National Assembly, which have no date in their head: it is at the
//! end (Law on Promulgation of Legal Documents, 80/2015/QH13, article 80).

use std::ops::Range;

use super::issued::date_field;
use crate::document::{Document, Line, Page, PageKind, SURE_DIGITS, Source, Word};
use crate::form::field::{DateField, Field, FieldSource, FieldState};
use crate::text::Key;
use crate::text::date::find_dates;

/// Longest sentence of adoption, in lines.
const LONGEST: usize = 5;

/// Reads "Luật này được Quốc hội … thông qua ngày …", from the end. Without it the date is unclear if a page is an
/// unrecognised image, otherwise absent.
pub(crate) fn adopted(document: &Document) -> DateField {
    let pages = document.pages.iter().rev();
    let mut lines = pages.flat_map(|page| (0..page.lines.len()).rev().map(move |at| (page, at)));
    lines.find_map(|(page, at)| adopted_at(page, at)).unwrap_or_else(|| {
        let is_unread = document.pages.iter().any(|p| p.kind == PageKind::Scan);
        let state = if is_unread { FieldState::Unclear } else { FieldState::Absent };
        DateField { field: Field { state, ..Field::default() }, ..DateField::default() }
    })
}

/// The date of the sentence of adoption, if it begins in this line.
fn adopted_at(page: &Page, at: usize) -> Option<DateField> {
    let line = &page.lines[at];
    let is_recognised = line.source == Source::Ocr;
    let folded = |text: &str| if is_recognised { Key::recognised(text) } else { Key::new(text) };
    if !opens(&folded(&line.text), is_recognised) {
        return None;
    }
    let sentence: Vec<&Line> = page.lines[at..].iter().take(LONGEST).collect();
    let text = sentence.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ");
    let adopted = end_of_adopted(&folded(&text))?;
    let found = find_dates(&text).into_iter().find(|d| (adopted..adopted + 30).contains(&d.range.start))?;
    let doubtful = is_doubtful(&sentence, &found.range);
    let field = Field {
        state: if doubtful { FieldState::Unclear } else { FieldState::Read },
        source: Some(if is_recognised { FieldSource::Ocr } else { FieldSource::Text }),
        place: page.place_of(line),
        quote: text.get(..found.range.end).map(str::to_owned),
        ..Field::default()
    };
    let mut date = date_field(field, &found);
    if date.field.value.is_none() {
        date.field.state = FieldState::Unclear;
    }
    Some(date)
}

/// True if a line begins the sentence of adoption.
fn opens(line: &Key, is_recognised: bool) -> bool {
    let openings = ["luật này", "bộ luật này", "nghị quyết này", "pháp lệnh này", "hiến pháp này"];
    let begins = |words: &str, most: usize| line.find(&Key::new(words)).is_some_and(|found| found.start <= most);
    // OCR may damage the first letters of a line: "kuật này được Quốc hội".
    openings.iter().any(|words| begins(words, 0)) || is_recognised && begins("này được quốc hội", 12)
}

/// True if OCR is uncertain about a digit in this byte range of the lines joined by spaces: another digit would be
/// another date. Digits outside the range, such as those of the session ("kỳ họp thứ 10"), do not matter.
fn is_doubtful(lines: &[&Line], part: &Range<usize>) -> bool {
    let mut start = 0;
    lines.iter().any(|line| {
        let begin = start;
        start += line.text.len() + 1;
        let text = |w: &Word| line.text.get(w.start as usize..w.end as usize).unwrap_or_default();
        let is_within = |w: &Word| begin + (w.start as usize) < part.end && begin + w.end as usize > part.start;
        let has_digits = |w: &Word| text(w).contains(|c: char| c.is_ascii_digit());
        let is_doubted = |w: &Word| w.confidence.is_some_and(|c| c < SURE_DIGITS);
        line.words.iter().any(|w| is_within(w) && has_digits(w) && is_doubted(w))
    })
}

/// Byte in the original text behind the first "thông qua" (adopted).
fn end_of_adopted(key: &Key) -> Option<usize> {
    let found = key.find(&Key::new("thông qua"))?;
    Some(key.original(found).end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Media, Status};

    #[test]
    fn only_the_digits_of_the_date_are_doubted() {
        let line = |text: &str, doubted: &str| {
            let mut at = 0;
            let words = text.split(' ').map(|word| {
                let start = at;
                at += word.len() as u32 + 1;
                let confidence = Some(if word == doubted { 20.0 } else { 95.0 });
                Word { start, end: at - 1, x0: start as f32, x1: at as f32, confidence }
            });
            Line { words: words.collect(), text: text.to_owned(), source: Source::Ocr, ..Line::default() }
        };
        for (doubted, wanted) in [
            ("10", FieldState::Read),
            ("13", FieldState::Unclear),
            ("2020.", FieldState::Unclear),
            ("7", FieldState::Read),
        ] {
            let mut page = Page::new(9);
            page.lines = vec![
                line("Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XIV,", doubted),
                line("kỳ họp thứ 10 thông qua ngày 13 tháng 11 năm 2020.", doubted),
                line("Trang 7", doubted),
            ];
            let mut document = Document::failed(Media::Pdf, Status::Ok, "");
            document.pages.push(page);
            assert_eq!(adopted(&document).field.state, wanted, "{doubted}");
        }
    }
}
