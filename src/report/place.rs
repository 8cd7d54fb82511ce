//! Places, days and form fields as text.

use jiff::civil::Date;

use super::catalog::Catalog;
use crate::document::Place;
use crate::form::{Field, FieldState};
use crate::message::Said;

/// A place as text: "trang 3", "trang tính “KQ”, ô B4"; empty for the document as a whole.
pub(super) fn in_words(place: &Place, catalog: &Catalog) -> String {
    let said = match (&place.sheet, &place.cell, place.paragraph, place.page) {
        (Some(sheet), Some(cell), ..) => {
            Said::new("report-place-cell").with("sheet", sheet.as_str()).with("cell", cell.as_str())
        }
        (None, Some(cell), ..) => Said::new("report-place-table-cell").with("cell", cell.as_str()),
        (_, None, Some(paragraph), _) => Said::new("report-place-paragraph").with("paragraph", paragraph),
        (_, None, None, Some(page)) => Said::new("report-place-page").with("page", page),
        _ => return String::new(),
    };
    catalog.say(&said)
}

/// A path with the place in the file: "S1/a.pdf, trang 3".
pub(super) fn with_path(path: &str, place: &Place, catalog: &Catalog) -> String {
    let place = in_words(place, catalog);
    if place.is_empty() { path.to_owned() } else { format!("{path}, {place}") }
}

/// Formats a day (`2018-12-20`) as the language writes it; returns any other text unchanged.
pub(super) fn day(text: &str, catalog: &Catalog) -> String {
    parse_day(text).map_or_else(|| text.to_owned(), |date| catalog.day(date))
}

/// Parses a day of the form `2018-12-20`.
pub(super) fn parse_day(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// The value of a field; marked if it was not read with certainty, and empty if the field is blank or absent.
pub(super) fn field(field: &Field, catalog: &Catalog) -> String {
    let value = field.value.as_deref().map(|v| day(v, catalog)).unwrap_or_default();
    match field.state {
        FieldState::Unclear if !value.is_empty() => catalog.say(&Said::new("report-unsure").with("value", value)),
        FieldState::Read | FieldState::Unclear => value,
        FieldState::Blank | FieldState::Absent => String::new(),
    }
}
