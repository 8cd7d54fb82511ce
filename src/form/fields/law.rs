//! Laws and resolutions of the National Assembly carry no date in their head: the day of adoption stands at the end
//! (Law on Promulgation of Legal Documents, 80/2015/QH13, article 80).

use std::ops::Range;

use super::issued::date_field;
use crate::document::{Document, Line, PageKind, SURE_DIGITS, Source, Word};
use crate::form::field::{DateField, Field, FieldSource, FieldState};
use crate::text::Key;
use crate::text::date::find_dates;

/// Lines that the sentence of adoption may take.
const LONGEST: usize = 5;

/// "Luật này được Quốc hội … thông qua ngày …" from the last pages; unclear if the last page is only a picture.
pub(crate) fn adopted(document: &Document) -> DateField {
    for page in document.pages.iter().rev() {
        for (at, line) in page.lines.iter().enumerate().rev() {
            let is_recognised = line.source == Source::Ocr;
            let folded = |text: &str| if is_recognised { Key::recognised(text) } else { Key::new(text) };
            let key = folded(&line.text);
            let opens = ["luật này", "bộ luật này", "nghị quyết này", "pháp lệnh này", "hiến pháp này"];
            let begins = |words: &str, most: usize| key.find(&Key::new(words)).is_some_and(|found| found.start <= most);
            // The first letters of a line may be lost to recognition: "kuật này được Quốc hội".
            let is_opened = opens.iter().any(|o| begins(o, 0)) || is_recognised && begins("này được quốc hội", 12);
            if !is_opened {
                continue;
            }
            let sentence: Vec<&Line> = page.lines[at..].iter().take(LONGEST).collect();
            let text = sentence.iter().map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ");
            let Some(adopted) = position(&folded(&text)) else { continue };
            let Some(found) =
                find_dates(&text).into_iter().find(|d| d.range.start >= adopted && d.range.start < adopted + 30)
            else {
                continue;
            };
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
            return date;
        }
    }
    let hidden = document.pages.iter().any(|p| p.kind == PageKind::Scan);
    let state = if hidden { FieldState::Unclear } else { FieldState::Absent };
    DateField { field: Field { state, ..Field::default() }, ..DateField::default() }
}

/// True if recognition doubts a digit in this part of the lines' joined text: another digit is another day. Those of the
/// session before it ("kỳ họp thứ 10") are none of the date.
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

/// Byte behind "thông qua" where "ngày" follows.
fn position(key: &Key) -> Option<usize> {
    let found = key.find(&Key::new("thông qua"))?;
    Some(key.original(found).end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Media, Page, Status};

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
