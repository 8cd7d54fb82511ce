//! Laws and resolutions of the National Assembly carry no date in their head: the day of adoption stands at the end
//! (Law on Promulgation of Legal Documents, 80/2015/QH13, article 80).

use crate::document::{Document, Line, PageKind, SURE_DIGITS, Source, Word};
use crate::text::Key;
use crate::text::date::find_dates;

use super::field::{DateField, Field, FieldSource, FieldState};
use super::issued::date_field;

/// Lines that the sentence of adoption may take.
const LONGEST: usize = 5;

/// "Luật này được Quốc hội … thông qua ngày …" from the last pages; unclear if the last page is only a picture.
pub(super) fn adopted(document: &Document) -> DateField {
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
            let text = page.lines[at..].iter().take(LONGEST).map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ");
            let Some(adopted) = position(&folded(&text)) else { continue };
            let Some(found) =
                find_dates(&text).into_iter().find(|d| d.range.start >= adopted && d.range.start < adopted + 30)
            else {
                continue;
            };
            // A digit that recognition doubts makes another day.
            let is_doubtful = |line: &Line| {
                let text = |w: &Word| line.text.get(w.start as usize..w.end as usize).unwrap_or_default();
                let is_digits = |w: &Word| text(w).contains(|c: char| c.is_ascii_digit());
                line.words.iter().any(|w| w.confidence.is_some_and(|c| c < SURE_DIGITS) && is_digits(w))
            };
            let doubtful = page.lines[at..].iter().take(LONGEST).any(is_doubtful);
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

/// Byte behind "thông qua" where "ngày" follows.
fn position(key: &Key) -> Option<usize> {
    let found = key.find(&Key::new("thông qua"))?;
    Some(key.original(found).end)
}
