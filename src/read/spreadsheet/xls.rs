//! What the reader of Excel 97–2003 files does not tell: how numbers are shown, percentages above all.

use std::collections::HashMap;
use std::io::Cursor;

use office_oxide::xls::{CellValue, Sheet, XlsDocument};

use super::shown::{self, Shape};

/// How the numbers of a workbook are shown, from a second reader; empty if that one cannot read it.
pub(super) struct Formats {
    sheets: HashMap<String, HashMap<(u32, u32), Shape>>,
}

impl Formats {
    /// Reads the formats of the cells that do not show their number plainly.
    pub(super) fn read(data: &[u8]) -> Self {
        let book = XlsDocument::from_reader(Cursor::new(data));
        let sheets = book.iter().flat_map(|book| &book.sheets).map(|sheet| (sheet.name.clone(), shapes(sheet)));
        Self { sheets: sheets.collect() }
    }

    /// How a cell is shown.
    pub(super) fn shape(&self, sheet: &str, row: u32, col: u32) -> Shape {
        self.sheets.get(sheet).and_then(|cells| cells.get(&(row, col))).copied().unwrap_or_default()
    }
}

fn shapes(sheet: &Sheet) -> HashMap<(u32, u32), Shape> {
    let mut found = HashMap::new();
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (col, value) in cells.iter().enumerate() {
            let CellValue::Number(number) = value else { continue };
            let Some(shown) = sheet.display_text(row, col) else { continue };
            let digits = shown.trim_end_matches('%').replace(',', "");
            // Anything but digits is a date, a currency, words: these keep the plain number.
            if digits.parse::<f64>().is_err() || digits.contains(['e', 'E']) {
                continue;
            }
            let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            let shape = Shape::fixed(decimals, shown.ends_with('%'));
            if shown::number(*number, shape) != shown::number(*number, Shape::default()) {
                found.insert((row as u32, col as u32), shape);
            }
        }
    }
    found
}
