//! Workbooks whose reader has whole ranges only: xls and ods.

use std::io::{Read, Seek};

use calamine::{CellErrorType, Data, Range, Reader, Sheet};

use super::sheet::{Found, SheetCells};
use super::shown::Shape;

/// Reads a sheet. `shape` tells how a cell is shown; `missing` whether the value of a formula was never stored.
pub(super) fn sheet<RS: Read + Seek, R: Reader<RS>>(
    book: &mut R,
    sheet: &Sheet,
    cells: &mut SheetCells<'_>,
    shape: &dyn Fn(u32, u32) -> Shape,
    missing: &dyn Fn(Option<&Data>) -> bool,
) -> Result<(), String>
where
    R::Error: std::fmt::Display,
{
    let range = book.worksheet_range(&sheet.name).map_err(|e| e.to_string())?;
    let formulas = book.worksheet_formula(&sheet.name).map_err(|e| e.to_string())?;
    for (position, value) in used(&range) {
        // ods keeps the error of a formula as text.
        let error = match value {
            Data::String(text) => text.parse().ok().filter(|_: &CellErrorType| has_formula(&formulas, position)),
            _ => None,
        };
        cells.push(position, error.map_or(Found::from(value), Found::Error), shape(position.0, position.1));
        if !cells.has_room() {
            return Ok(());
        }
    }
    for (position, formula) in used(&formulas) {
        if !formula.is_empty() && missing(range.get_value(position)) {
            cells.push(position, Found::Formula, Shape::default());
        }
    }
    Ok(())
}

/// False if no formula of the workbook has a value: a library wrote it, and its formulas were never calculated. Programs
/// that calculate store an empty text for a formula that gives none, which looks the same in a single cell.
pub(super) fn stores_formula_values<RS: Read + Seek, R: Reader<RS>>(book: &mut R, sheets: &[Sheet]) -> bool {
    let mut formulas = false;
    for sheet in sheets {
        let (Ok(values), Ok(range)) = (book.worksheet_range(&sheet.name), book.worksheet_formula(&sheet.name)) else {
            continue;
        };
        for (position, _) in used(&range).filter(|(_, formula)| !formula.is_empty()) {
            if !is_blank(values.get_value(position)) {
                return true;
            }
            formulas = true;
        }
    }
    !formulas
}

/// No value, or an empty text.
pub(super) fn is_blank(value: Option<&Data>) -> bool {
    match value {
        None | Some(Data::Empty) => true,
        Some(Data::String(text)) => text.is_empty(),
        Some(_) => false,
    }
}

fn has_formula(formulas: &Range<String>, position: (u32, u32)) -> bool {
    formulas.get_value(position).is_some_and(|formula| !formula.is_empty())
}

/// The cells of a range with their places in the sheet.
fn used<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (row, col) = range.start().unwrap_or_default();
    range.used_cells().map(move |(r, c, value)| ((row.saturating_add(r as u32), col.saturating_add(c as u32)), value))
}
