//! What the parser of the cells does not tell of Excel 97–2003 files: number formats (percentages above all), cells that lie
//! far apart, encryption and pictures. A second parser does.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{SheetType, SheetVisible};
use office_oxide::xls::images::extract_images;
use office_oxide::xls::{CellValue, Sheet, XlsDocument};

use super::number_format::{self, NumberFormat};
use super::sheet::{RawValue, SheetCells};
use crate::read::compound;

/// Largest number of cells that a sheet may span to be read as a range: the parser of the cells takes memory for each.
const LARGEST_RANGE: usize = 4_000_000;

/// A workbook as the second parser reads it; empty if that one cannot.
pub(super) struct Second {
    sheets: Vec<Sheet>,
}

impl Second {
    pub(super) fn read(data: &[u8]) -> Self {
        Self { sheets: XlsDocument::from_reader(Cursor::new(data)).map(|book| book.sheets).unwrap_or_default() }
    }

    /// The number formats of its cells.
    pub(super) fn formats(&self) -> CellFormats {
        let sheets = self.sheets.iter().map(|sheet| (sheet.name.clone(), formats(sheet)));
        CellFormats { sheets: sheets.collect() }
    }

    /// True if cells of a sheet lie so far apart that it cannot be read as a range.
    pub(super) fn lies_far_apart(&self) -> bool {
        let span = |sheet: &Sheet| sheet.rows.len() * sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
        self.sheets.iter().any(|sheet| span(sheet) > LARGEST_RANGE)
    }

    /// Its sheets.
    pub(super) fn sheets(&self) -> Vec<calamine::Sheet> {
        let of = |sheet: &Sheet| calamine::Sheet {
            name: sheet.name.clone(),
            typ: SheetType::WorkSheet,
            visible: if sheet.hidden { SheetVisible::Hidden } else { SheetVisible::Visible },
        };
        self.sheets.iter().map(of).collect()
    }

    /// Hands over the cells of a sheet that are not empty. What a cell shows is taken where it is no plain number.
    pub(super) fn cells(&self, name: &str, cells: &mut SheetCells<'_>) {
        let Some(sheet) = self.sheets.iter().find(|sheet| sheet.name == name) else { return };
        let formats = formats(sheet);
        for (row, values) in sheet.rows.iter().enumerate() {
            for (col, value) in values.iter().enumerate().filter(|(_, value)| **value != CellValue::Empty) {
                if !cells.has_room() {
                    return;
                }
                let position = (row as u32, col as u32);
                let shown = sheet.display_text(row, col).unwrap_or_default();
                let raw = match value {
                    CellValue::Number(number) if is_number(&shown) => RawValue::number(*number),
                    CellValue::Bool(value) => RawValue::Bool(*value),
                    _ => RawValue::Text(&shown),
                };
                cells.push(position, raw, formats.get(&position).copied().unwrap_or_default());
            }
        }
    }
}

/// The number formats of the cells of a workbook that display their number differently from the default format, by sheet,
/// row and column.
pub(super) struct CellFormats {
    sheets: HashMap<String, HashMap<(u32, u32), NumberFormat>>,
}

impl CellFormats {
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
            // Dates, currencies and words keep the default format.
            if !is_number(&displayed) {
                continue;
            }
            let digits = displayed.trim_end_matches('%');
            let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            let format = NumberFormat::fixed(decimals, displayed.ends_with('%'));
            if number_format::number(*number, format) != number_format::number(*number, NumberFormat::default()) {
                formats.insert((row as u32, col as u32), format);
            }
        }
    }
    formats
}

/// True if a cell shows a number, also as a percentage.
fn is_number(shown: &str) -> bool {
    let digits = shown.trim_end_matches('%').replace(',', "");
    digits.parse::<f64>().is_ok() && !digits.contains(['e', 'E'])
}

/// The stream of records of a workbook; empty if it cannot be found.
fn records(data: &[u8]) -> Vec<u8> {
    compound::stream(data, &["Workbook", "Book"])
}

/// True if the workbook is encrypted: a record FilePass stands right behind its beginning, or behind the record that
/// protects it against writing ([MS-XLS] 2.1.7.20.3).
pub(super) fn needs_password(data: &[u8]) -> bool {
    const BEGINNING: u16 = 0x809;
    const WRITE_PROTECTED: u16 = 0x86;
    const FILE_PASS: u16 = 0x2f;
    let records = records(data);
    let mut rest = records.as_slice();
    let mut ids = std::iter::from_fn(|| {
        let [a, b, c, d, behind @ ..] = rest else { return None };
        rest = behind.get(usize::from(u16::from_le_bytes([*c, *d]))..).unwrap_or_default();
        Some(u16::from_le_bytes([*a, *b]))
    });
    ids.next() == Some(BEGINNING) && ids.find(|id| *id != WRITE_PROTECTED) == Some(FILE_PASS)
}

/// True if the workbook holds pictures.
pub(super) fn has_pictures(data: &[u8]) -> bool {
    !extract_images(&records(data)).is_empty()
}
