//! Stamps of secrecy in a workbook: a cell above the table that is exactly MẬT, TỐI MẬT or TUYỆT MẬT.
//!
//! A register of documents has columns and cells with these words too. In doubt the cell counts as a stamp: a disclosed
//! secret cannot be taken back, while a register that was not read can be checked by hand.

use super::secrecy::{heads_degrees, is_degree};
use crate::document::{Cell, Document, Table};
use crate::form::field::{Mark, MarkKind};
use crate::form::layout::phrases::letters;
use crate::text::pattern::regex;

/// Longest head of a sheet, in rows that are not empty.
const HEAD_ROWS: usize = 15;

/// The stamps of a workbook, also on hidden sheets: at most one per sheet, without a quote.
pub(crate) fn stamps(document: &Document) -> Vec<Mark> {
    let stamped = document.pages.iter().filter_map(|page| Some((page, stamp(&page.tables)?)));
    stamped.map(|(page, cell)| Mark { kind: MarkKind::Secret, place: page.place_of_cell(cell), quote: None }).collect()
}

/// The stamp of a sheet. The head of the sheet may be a table of its own.
fn stamp(tables: &[Table]) -> Option<&Cell> {
    let rows: Vec<Vec<&Cell>> =
        tables.iter().flat_map(Table::rows).map(filled).filter(|row| !row.is_empty()).take(HEAD_ROWS).collect();
    let header = rows.windows(2).position(|pair| is_header(&pair[0], &pair[1])).unwrap_or(rows.len());
    rows.iter().enumerate().find_map(|(at, row)| {
        let is_listed = |cell: &Cell| rows[..at].iter().any(|above| heads_degrees(above.iter().copied(), cell.col));
        let mut degrees = row.iter().filter(|c| is_degree(&c.text) && !is_listed(c));
        let first = *degrees.next()?;
        // A document has one degree: different ones in a row are columns of a register.
        let is_one = degrees.all(|c| letters(&c.text) == letters(&first.text));
        (row.len() == 1 || at < header && is_one).then_some(first)
    })
}

/// True for the header of a table: the next row has at least three cells and not more than this one, and no cell
/// belongs in a letterhead.
fn is_header(row: &[&Cell], next: &[&Cell]) -> bool {
    let letterhead = regex!(
        r"(?i)\bsố\s*:|ngày\s*[\d.…]+\s*tháng|cộng h(?:òa|oà)|độc lập|đơn vị tính|\bđvt\b|phụ lục|biểu (?:số|mẫu)"
    );
    next.len() >= 3 && row.len() >= next.len() && !row.iter().any(|c| letterhead.is_match(&c.text))
}

fn filled(row: &[Cell]) -> Vec<&Cell> {
    row.iter().filter(|c| !c.text.trim().is_empty()).collect()
}
