//! Collects the cells of one sheet, within the limits of the workbook.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};

use super::number_format::{self, NumberFormat};
use super::swapped;
use crate::document::{Cell, CellValue, Place, Remark, RemarkKind, Table, cell_name};
use crate::text::{collapse_spaces, nfc};

/// Largest number of remarks of one kind that name their cell; further ones are only counted, as nobody reads that
/// many.
const MOST_REMARKS: u64 = 500;

/// Number of blank cells that may be skipped for each cell that may be kept: whole columns may be formatted but blank.
const BLANKS_PER_CELL: u64 = 20;

/// The remaining limits of a workbook.
pub(super) struct Budget {
    /// Cells that may still be kept.
    cells: u64,
    /// Blank cells that may still be skipped.
    blanks: u64,
    /// Cells that could be kept at the start.
    most: u64,
    /// Formulas without value so far.
    missing: u64,
    /// Cells with an error so far.
    errors: u64,
}

impl Budget {
    pub(super) fn new(cells: u64) -> Self {
        Self { cells, blanks: cells.saturating_mul(BLANKS_PER_CELL), most: cells, missing: 0, errors: 0 }
    }

    /// True if the limit is reached.
    pub(super) fn is_spent(&self) -> bool {
        self.cells == 0 || self.blanks == 0
    }

    /// The detail of a remark that reading stopped.
    pub(super) fn detail(&self) -> String {
        format!("stopped after {} cells", self.most - self.cells)
    }

    /// A remark for each kind of remark of which there were too many to name the cells.
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

/// The value of a cell as the parser of its format returns it.
pub(super) enum RawValue<'a> {
    Empty,
    Text(&'a str),
    Number(f64),
    Date(ExcelDateTime),
    /// A date or duration stored as ISO 8601 text.
    Iso(&'a str),
    Bool(bool),
    Error(CellErrorType),
    /// A formula whose value was never stored.
    FormulaWithoutValue,
}

impl RawValue<'_> {
    /// A number that is none (NaN, infinite) is shown as an error.
    pub(super) fn number(number: f64) -> Self {
        if number.is_finite() { RawValue::Number(number) } else { RawValue::Error(CellErrorType::Num) }
    }
}

impl<'a> From<&'a DataRef<'_>> for RawValue<'a> {
    fn from(value: &'a DataRef<'_>) -> Self {
        match value {
            DataRef::Empty => RawValue::Empty,
            DataRef::String(text) => RawValue::Text(text),
            DataRef::SharedString(text) => RawValue::Text(text),
            DataRef::Int(number) => RawValue::Number(*number as f64),
            DataRef::Float(number) => RawValue::number(*number),
            DataRef::Bool(value) => RawValue::Bool(*value),
            DataRef::DateTime(date) => RawValue::Date(*date),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => RawValue::Iso(text),
            DataRef::Error(error) => RawValue::Error(error.clone()),
        }
    }
}

impl<'a> From<&'a Data> for RawValue<'a> {
    fn from(value: &'a Data) -> Self {
        match value {
            Data::Empty => RawValue::Empty,
            Data::String(text) => RawValue::Text(text),
            Data::Int(number) => RawValue::Number(*number as f64),
            Data::Float(number) => RawValue::number(*number),
            Data::Bool(value) => RawValue::Bool(*value),
            Data::DateTime(date) => RawValue::Date(*date),
            Data::DateTimeIso(text) | Data::DurationIso(text) => RawValue::Iso(text),
            Data::Error(error) => RawValue::Error(error.clone()),
        }
    }
}

/// The cells of one sheet and the remarks on them.
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

    /// False once the limit of the workbook is reached.
    pub(super) fn has_room(&self) -> bool {
        !self.budget.is_spent()
    }

    /// Adds a cell. Returns false if it has no value.
    pub(super) fn push(&mut self, (row, col): (u32, u32), raw: RawValue<'_>, format: NumberFormat) -> bool {
        let (value, text) = match raw {
            RawValue::Empty => {
                self.budget.blanks = self.budget.blanks.saturating_sub(1);
                return false;
            }
            RawValue::Text(text) => {
                let text = nfc(text).trim().to_owned();
                if text.is_empty() {
                    return true;
                }
                let shown = collapse_spaces(&text);
                (CellValue::Text(text), shown)
            }
            RawValue::Number(number) => number_format::number(number, format),
            RawValue::Date(date) => number_format::date(&date, format),
            RawValue::Iso(text) => {
                number_format::iso_date(text).unwrap_or_else(|| (CellValue::Text(nfc(text)), nfc(text)))
            }
            RawValue::Bool(value) => (CellValue::Bool(value), if value { "TRUE" } else { "FALSE" }.to_owned()),
            RawValue::Error(error) => {
                self.budget.errors += 1;
                if self.budget.errors <= MOST_REMARKS {
                    self.remark(RemarkKind::ErrorCell, Some(cell_name(row, col)), error.to_string());
                }
                (CellValue::Error(error.to_string()), error.to_string())
            }
            RawValue::FormulaWithoutValue => {
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

    /// Counts a cell whose value the parser does not know; it does not report which cell it is.
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

    /// The cells, sorted by row, then column, and the remarks.
    pub(super) fn finish(mut self) -> (Table, Vec<Remark>) {
        self.cells.sort_by_key(|cell| (cell.row, cell.col));
        // A malformed file may contain a cell twice; spreadsheet programs show the last one.
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
