//! Number formats of Excel 97–2003 files, which the parser of the cells does not report; percentages above all.

use std::collections::HashMap;
use std::io::Cursor;

use office_oxide::xls::{CellValue, Sheet, XlsDocument};

use super::number_format::{self, NumberFormat};

/// The number formats of the cells of a workbook, by sheet, row and column. They come from a second parser and are
/// empty if that one cannot read the file.
pub(super) struct CellFormats {
    sheets: HashMap<String, HashMap<(u32, u32), NumberFormat>>,
}

impl CellFormats {
    /// Reads the formats of the cells that display their number differently from the default format.
    pub(super) fn read(data: &[u8]) -> Self {
        let book = XlsDocument::from_reader(Cursor::new(data));
        let sheets = book.iter().flat_map(|book| &book.sheets).map(|sheet| (sheet.name.clone(), formats(sheet)));
        Self { sheets: sheets.collect() }
    }

    /// The format of a cell.
    pub(super) fn of(&self, sheet: &str, row: u32, col: u32) -> NumberFormat {
        self.sheets.get(sheet).and_then(|cells| cells.get(&(row, col))).copied().unwrap_or_default()
    }
}

/// The formats of the cells of a sheet, inferred from the displayed text.
fn formats(sheet: &Sheet) -> HashMap<(u32, u32), NumberFormat> {
    let mut formats = HashMap::new();
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (col, value) in cells.iter().enumerate() {
            let CellValue::Number(number) = value else { continue };
            let Some(displayed) = sheet.display_text(row, col) else { continue };
            let digits = displayed.trim_end_matches('%').replace(',', "");
            // Dates, currencies and words keep the default format.
            if digits.parse::<f64>().is_err() || digits.contains(['e', 'E']) {
                continue;
            }
            let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            let format = NumberFormat::fixed(decimals, displayed.ends_with('%'));
            if number_format::number(*number, format) != number_format::number(*number, NumberFormat::default()) {
                formats.insert((row as u32, col as u32), format);
            }
        }
    }
    formats
}
