//! Laws and resolutions of the National Assembly carry no date in their head: the day of adoption stands at the end
//! (Law on Promulgation of Legal Documents, 80/2015/QH13, article 80).

use crate::document::{Document, PageKind};
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
            let key = Key::new(&line.text);
            let opens = ["luật này", "bộ luật này", "nghị quyết này", "pháp lệnh này", "hiến pháp này"];
            if !opens.iter().any(|o| key.as_str().starts_with(o)) {
                continue;
            }
            let text = page.lines[at..].iter().take(LONGEST).map(|l| l.text.as_str()).collect::<Vec<_>>().join(" ");
            let Some(adopted) = position(&text) else { continue };
            let Some(found) =
                find_dates(&text).into_iter().find(|d| d.range.start >= adopted && d.range.start < adopted + 30)
            else {
                continue;
            };
            let field = Field {
                state: FieldState::Read,
                source: Some(FieldSource::Text),
                place: page.place_of(line),
                quote: text.get(..found.range.end).map(str::to_owned),
                ..Field::default()
            };
            let mut date = date_field(field, found.reading);
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
fn position(text: &str) -> Option<usize> {
    let key = Key::new(text);
    let found = key.find(&Key::new("thông qua"))?;
    Some(key.original(found).end)
}
