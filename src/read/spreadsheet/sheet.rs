//! The cells of one sheet as they are found, within what the workbook may cost.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};

use super::shown::{self, Shape};
use super::swapped;
use crate::document::{Cell, CellValue, Place, Remark, RemarkKind, Table, cell_name};
use crate::text::{collapse_spaces, nfc};

/// Remarks of one kind that name their cell; the rest are counted. A person looks at the first few.
const MOST_REMARKS: u64 = 500;

/// Blank cells that are passed over for each cell that may be kept: formatting reaches down whole columns.
const BLANKS_PER_CELL: u64 = 20;

/// What a workbook may still cost.
pub(super) struct Budget {
    cells: u64,
    blanks: u64,
    most: u64,
    missing: u64,
    errors: u64,
}

impl Budget {
    pub(super) fn new(cells: u64) -> Self {
        Self { cells, blanks: cells.saturating_mul(BLANKS_PER_CELL), most: cells, missing: 0, errors: 0 }
    }

    pub(super) fn is_spent(&self) -> bool {
        self.cells == 0 || self.blanks == 0
    }

    pub(super) fn detail(&self) -> String {
        format!("stopped after {} cells", self.most - self.cells)
    }

    /// One remark for each kind of which there were too many to name.
    pub(super) fn overflow(&self) -> impl Iterator<Item = Remark> {
        [(RemarkKind::FormulaWithoutValue, self.missing), (RemarkKind::ErrorCell, self.errors)]
            .into_iter()
            .filter(|(_, count)| *count > MOST_REMARKS)
            .map(|(kind, count)| {
                let detail = format!("{} more cells", count - MOST_REMARKS);
                Remark { kind, place: Place::default(), detail }
            })
    }
}

/// A value as a reader of any format gives it.
pub(super) enum Found<'a> {
    Nothing,
    Text(&'a str),
    Number(f64),
    Date(ExcelDateTime),
    /// A date or duration kept as ISO text.
    Iso(&'a str),
    Bool(bool),
    Error(CellErrorType),
    /// A formula whose value was never stored.
    Formula,
}

impl<'a> From<&'a DataRef<'_>> for Found<'a> {
    fn from(value: &'a DataRef<'_>) -> Self {
        match value {
            DataRef::Empty => Found::Nothing,
            DataRef::String(text) => Found::Text(text),
            DataRef::SharedString(text) => Found::Text(text),
            DataRef::Int(number) => Found::Number(*number as f64),
            DataRef::Float(number) => Found::Number(*number),
            DataRef::Bool(value) => Found::Bool(*value),
            DataRef::DateTime(date) => Found::Date(*date),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Found::Iso(text),
            DataRef::Error(error) => Found::Error(error.clone()),
        }
    }
}

impl<'a> From<&'a Data> for Found<'a> {
    fn from(value: &'a Data) -> Self {
        match value {
            Data::Empty => Found::Nothing,
            Data::String(text) => Found::Text(text),
            Data::Int(number) => Found::Number(*number as f64),
            Data::Float(number) => Found::Number(*number),
            Data::Bool(value) => Found::Bool(*value),
            Data::DateTime(date) => Found::Date(*date),
            Data::DateTimeIso(text) | Data::DurationIso(text) => Found::Iso(text),
            Data::Error(error) => Found::Error(error.clone()),
        }
    }
}

/// The cells of one sheet.
pub(super) struct SheetCells<'b> {
    sheet: String,
    budget: &'b mut Budget,
    cells: Vec<Cell>,
    remarks: Vec<Remark>,
}

impl<'b> SheetCells<'b> {
    pub(super) fn new(sheet: &str, budget: &'b mut Budget) -> Self {
        Self { sheet: nfc(sheet), budget, cells: Vec::new(), remarks: Vec::new() }
    }

    /// False once the workbook has cost what it may.
    pub(super) fn has_room(&self) -> bool {
        !self.budget.is_spent()
    }

    /// Takes a cell; false if it is blank.
    pub(super) fn push(&mut self, (row, col): (u32, u32), found: Found<'_>, shape: Shape) -> bool {
        let (value, text) = match found {
            Found::Nothing => {
                self.budget.blanks = self.budget.blanks.saturating_sub(1);
                return false;
            }
            Found::Text(text) => {
                let text = nfc(text).trim().to_owned();
                if text.is_empty() {
                    return true;
                }
                let shown = collapse_spaces(&text);
                (CellValue::Text(text), shown)
            }
            Found::Number(number) => shown::number(number, shape),
            Found::Date(date) => shown::date(&date, shape),
            Found::Iso(text) => shown::iso_date(text).unwrap_or_else(|| (CellValue::Text(nfc(text)), nfc(text))),
            Found::Bool(value) => (CellValue::Bool(value), if value { "TRUE" } else { "FALSE" }.to_owned()),
            Found::Error(error) => {
                self.budget.errors += 1;
                if self.budget.errors <= MOST_REMARKS {
                    self.remark(RemarkKind::ErrorCell, Some(cell_name(row, col)), error.to_string());
                }
                (CellValue::Error(error.to_string()), error.to_string())
            }
            Found::Formula => {
                self.budget.missing += 1;
                if self.budget.missing <= MOST_REMARKS {
                    self.remark(RemarkKind::FormulaWithoutValue, Some(cell_name(row, col)), String::new());
                }
                (CellValue::FormulaWithoutValue, String::new())
            }
        };
        self.budget.cells = self.budget.cells.saturating_sub(1);
        self.cells.push(Cell { row, col, value, text });
        true
    }

    /// A cell whose value the reader does not know, at a place that it does not tell.
    pub(super) fn unknown_value(&mut self, detail: String) {
        self.budget.errors += 1;
        if self.budget.errors <= MOST_REMARKS {
            self.remark(RemarkKind::ErrorCell, None, detail);
        }
    }

    fn remark(&mut self, kind: RemarkKind, cell: Option<String>, detail: String) {
        let place = Place { sheet: Some(self.sheet.clone()), cell, ..Place::default() };
        self.remarks.push(Remark { kind, place, detail });
    }

    /// The cells by row, then column, and what was noticed.
    pub(super) fn finish(mut self) -> (Table, Vec<Remark>) {
        self.cells.sort_by_key(|cell| (cell.row, cell.col));
        // A broken file may name a cell twice; spreadsheets show the last.
        self.cells.reverse();
        self.cells.dedup_by_key(|cell| (cell.row, cell.col));
        self.cells.reverse();
        for (first, count) in swapped::columns(&self.cells) {
            let place = Place {
                sheet: Some(self.sheet.clone()),
                cell: Some(cell_name(first.row, first.col)),
                ..Place::default()
            };
            let detail = format!("{count} dates");
            self.remarks.push(Remark { kind: RemarkKind::SwappedDates, place, detail });
        }
        (Table { cells: self.cells, merged: Vec::new() }, self.remarks)
    }
}
