//! What the reader of Excel 97–2003 files does not tell: which numbers are shown as percentages, and whether the program
//! that wrote the file stored the values of formulas at all.

use std::collections::HashMap;
use std::io::{Cursor, Read, Seek};

use calamine::{Data, Reader, Sheet, Xls};
use office_oxide::xls::XlsDocument;

use super::shown::Shape;

/// How the cells of a workbook are shown, from a second reader; empty if that one cannot read it.
pub(super) struct Formats {
    sheets: HashMap<String, HashMap<(u32, u32), Shape>>,
}

impl Formats {
    /// Reads the formats of the cells that are shown as percentages.
    pub(super) fn read(data: &[u8]) -> Self {
        let mut sheets = HashMap::new();
        if let Ok(book) = XlsDocument::from_reader(Cursor::new(data)) {
            for sheet in &book.sheets {
                sheets.insert(sheet.name.clone(), percentages(sheet));
            }
        }
        Self { sheets }
    }

    /// The shape of a cell that is shown as a percentage.
    pub(super) fn is_percent(&self, sheet: &str, row: u32, col: u32) -> Option<Shape> {
        self.sheets.get(sheet)?.get(&(row, col)).copied()
    }
}

fn percentages(sheet: &office_oxide::xls::Sheet) -> HashMap<(u32, u32), Shape> {
    use office_oxide::xls::CellValue;
    let mut found = HashMap::new();
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (col, value) in cells.iter().enumerate() {
            if !matches!(value, CellValue::Number(_)) {
                continue;
            }
            let Some(text) = sheet.display_text(row, col) else { continue };
            if let Some(number) = text.strip_suffix('%') {
                let decimals = number.rsplit_once('.').map_or(0, |(_, fraction)| fraction.len());
                let code = if decimals == 0 { "0%".to_owned() } else { format!("0.{}%", "0".repeat(decimals)) };
                found.insert((row as u32, col as u32), Shape::new(&code));
            }
        }
    }
    found
}

/// False if no formula of the workbook has a value: a library wrote it, and its formulas were never calculated. Excel
/// itself stores an empty text for a formula that gives none, which looks the same in a single cell.
pub(super) fn stores_formula_values<RS: Read + Seek>(book: &mut Xls<RS>, sheets: &[Sheet]) -> bool {
    let mut formulas = false;
    for sheet in sheets {
        let (Ok(values), Ok(range)) = (book.worksheet_range(&sheet.name), book.worksheet_formula(&sheet.name)) else {
            continue;
        };
        let start = range.start().unwrap_or_default();
        for (row, col, formula) in range.used_cells() {
            if formula.is_empty() {
                continue;
            }
            formulas = true;
            match values.get_value((start.0 + row as u32, start.1 + col as u32)) {
                None | Some(Data::Empty) => {}
                Some(Data::String(text)) if text.is_empty() => {}
                Some(_) => return true,
            }
        }
    }
    !formulas
}
