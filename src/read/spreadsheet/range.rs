//! Reads workbooks whose parser returns whole ranges only: xls and ods.

use std::io::{Read, Seek};

use calamine::{CellErrorType, Data, Range, Reader, Sheet};

use super::number_format::NumberFormat;
use super::sheet::{RawValue, SheetCells};

/// Reads a sheet. `format` returns the number format of a cell by row and column; `is_missing` decides by the value of
/// a cell with a formula whether its value was never stored.
pub(super) fn sheet<RS: Read + Seek, R: Reader<RS>>(
    book: &mut R,
    sheet: &Sheet,
    cells: &mut SheetCells<'_>,
    format: &dyn Fn(u32, u32) -> NumberFormat,
    is_missing: &dyn Fn(Option<&Data>) -> bool,
) -> Result<(), String>
where
    R::Error: std::fmt::Display,
{
    let range = book.worksheet_range(&sheet.name).map_err(|e| e.to_string())?;
    let formulas = book.worksheet_formula(&sheet.name).map_err(|e| e.to_string())?;
    for (position, value) in used(&range) {
        // ods stores the error of a formula as text.
        let error = match value {
            Data::String(text) => text.parse().ok().filter(|_: &CellErrorType| has_formula(&formulas, position)),
            _ => None,
        };
        cells.push(position, error.map_or(RawValue::from(value), RawValue::Error), format(position.0, position.1));
        if !cells.has_room() {
            return Ok(());
        }
    }
    for (position, formula) in used(&formulas) {
        if !formula.is_empty() && is_missing(range.get_value(position)) {
            cells.push(position, RawValue::FormulaWithoutValue, NumberFormat::default());
        }
    }
    Ok(())
}

/// False if the workbook has formulas and none has a value: then it was written by a library that did not calculate
/// them. This cannot be decided for a single cell, since a program that calculates may store an empty text as the
/// result.
pub(super) fn stores_formula_values<RS: Read + Seek, R: Reader<RS>>(book: &mut R, sheets: &[Sheet]) -> bool {
    let mut has_formulas = false;
    for sheet in sheets {
        let (Ok(values), Ok(range)) = (book.worksheet_range(&sheet.name), book.worksheet_formula(&sheet.name)) else {
            continue;
        };
        for (position, _) in used(&range).filter(|(_, formula)| !formula.is_empty()) {
            if !is_blank(values.get_value(position)) {
                return true;
            }
            has_formulas = true;
        }
    }
    !has_formulas
}

/// True for no value or an empty text.
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

/// The used cells of a range, each with its row and column in the sheet.
fn used<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (row, col) = range.start().unwrap_or_default();
    range.used_cells().map(move |(r, c, value)| ((row.saturating_add(r as u32), col.saturating_add(c as u32)), value))
}
