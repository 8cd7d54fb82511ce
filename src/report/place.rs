//! Places in words.

use super::catalog::Catalog;
use crate::check::Said;
use crate::document::Place;

/// A place as a person would say it: "trang 3", "trang tính “KQ”, ô B4"; empty for the document as a whole.
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
