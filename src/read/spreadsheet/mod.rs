//! Workbooks, one page a sheet. xlsx and xlsb are read as streams of cells: a range of two far cells is all the memory
//! of the machine. xls and ods have ranges only and lean on the worker's address space limit.

mod blocks;
mod layout;
mod range;
mod sheet;
mod shown;
mod swapped;
mod xls;

use std::collections::HashMap;
use std::io::{Cursor, Read, Seek};

use calamine::{
    Data, Ods, OdsError, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};

use super::failure::Failure;
use super::{package, sniff};
use crate::document::{Media, Page, PageKind, Place, Record, Remark, RemarkKind, Sink, Status};
use crate::limits::Limits;
use crate::text::nfc;
use layout::Layout;
use sheet::{Budget, Found, SheetCells};
use shown::Shape;

/// Reads a workbook. What cannot be read of a sheet is remarked; Err only if nothing can be read.
pub(super) fn read(data: Vec<u8>, media: Media, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    if sniff::is_encrypted_office(&data) {
        return Err(Failure::new(Status::Password, "encrypted package"));
    }
    if media != Media::Xls {
        package::check(&data, limits)?;
    }
    let mut budget = Budget::new(limits.cells);
    match media {
        Media::Xlsx => {
            let layouts = layout::of_xlsx(&data);
            let mut book = Xlsx::new(Cursor::new(data)).map_err(|e| failure(&e, matches!(e, XlsxError::Password)))?;
            let sheets = announce(&book, media, limits, sink);
            let layout = |sheet: &Sheet| layouts.get(&sheet.name);
            read_sheets(&sheets, &layout, &mut budget, sink, |sheet, cells| xlsx_sheet(&mut book, sheet, cells))
        }
        Media::Xlsb => {
            let mut book = Xlsb::new(Cursor::new(data)).map_err(|e| failure(&e, matches!(e, XlsbError::Password)))?;
            let sheets = announce(&book, media, limits, sink);
            read_sheets(&sheets, &|_| None, &mut budget, sink, |sheet, cells| xlsb_sheet(&mut book, sheet, cells))
        }
        Media::Xls => {
            let formats = xls::Formats::read(&data);
            let mut book = Xls::new(Cursor::new(data)).map_err(|e| failure(&e, matches!(e, XlsError::Password)))?;
            let sheets = announce(&book, media, limits, sink);
            let stored = range::stores_formula_values(&mut book, &sheets);
            // An empty text may be what a formula gives; no value at all is none.
            let missing =
                |value: Option<&Data>| range::is_blank(value) && (!stored || value.is_none_or(|v| *v == Data::Empty));
            let layouts: HashMap<String, Layout> = sheets
                .iter()
                .filter_map(|sheet| Some((sheet.name.clone(), book.merge_cells_by_sheet_name(&sheet.name).ok()?)))
                .map(|(name, merged)| (name, Layout::of_merged(blocks::regions(&merged))))
                .collect();
            let layout = |sheet: &Sheet| layouts.get(&sheet.name);
            read_sheets(&sheets, &layout, &mut budget, sink, |sheet, cells| {
                let shape = |row, col| formats.shape(&sheet.name, row, col);
                range::sheet(&mut book, sheet, cells, &shape, &missing)
            })
        }
        Media::Ods => {
            let mut book = Ods::new(Cursor::new(data)).map_err(|e| failure(&e, matches!(e, OdsError::Password)))?;
            let sheets = announce(&book, media, limits, sink);
            let stored = range::stores_formula_values(&mut book, &sheets);
            // Here the reader shows an empty text as no value.
            let missing = |value: Option<&Data>| range::is_blank(value) && !stored;
            read_sheets(&sheets, &|_| None, &mut budget, sink, |sheet, cells| {
                range::sheet(&mut book, sheet, cells, &|_, _| Shape::default(), &missing)
            })
        }
        _ => Err(Failure::new(Status::Unsupported, "not a workbook")),
    }
}

fn failure(error: &dyn std::fmt::Display, password: bool) -> Failure {
    Failure::new(if password { Status::Password } else { Status::Malformed }, error.to_string())
}

/// Says how many sheets there are and which of them are hidden; gives those that will be read. Charts and macros hold no
/// cells of data.
fn announce<RS: Read + Seek, R: Reader<RS>>(
    book: &R,
    media: Media,
    limits: &Limits,
    sink: &mut Sink<'_>,
) -> Vec<Sheet> {
    let mut sheets = book.sheets_metadata().to_vec();
    sheets.retain(|sheet| sheet.typ == SheetType::WorkSheet);
    sink(Record::Start { media, page_count: u32::try_from(sheets.len()).unwrap_or(u32::MAX) });
    for sheet in sheets.iter().filter(|sheet| sheet.visible != SheetVisible::Visible) {
        sink(remark(RemarkKind::HiddenSheet, &sheet.name, String::new()));
    }
    let most = usize::try_from(limits.pages).unwrap_or(usize::MAX);
    if let Some(first) = sheets.get(most) {
        sink(remark(RemarkKind::LimitReached, &first.name, format!("more than {most} sheets")));
        sheets.truncate(most);
    }
    sheets
}

fn remark(kind: RemarkKind, sheet: &str, detail: String) -> Record {
    Record::Remark(Remark { kind, place: Place { sheet: Some(nfc(sheet)), ..Place::default() }, detail })
}

/// Reads the sheets one after the other. A sheet that breaks off keeps what was read of it.
fn read_sheets<'l>(
    sheets: &[Sheet],
    layout: &dyn Fn(&Sheet) -> Option<&'l Layout>,
    budget: &mut Budget,
    sink: &mut Sink<'_>,
    mut read: impl FnMut(&Sheet, &mut SheetCells<'_>) -> Result<(), String>,
) -> Result<(), Failure> {
    let mut failed = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let mut page = Page::new(u32::try_from(index + 1).unwrap_or(u32::MAX));
        let mut cells = SheetCells::new(&sheet.name, budget);
        let result = read(sheet, &mut cells);
        let (mut table, remarks) = cells.finish();
        if let Err(detail) = result {
            failed.push(detail.clone());
            sink(remark(RemarkKind::PageUnreadable, &sheet.name, detail));
        }
        remarks.into_iter().for_each(|remark| sink(Record::Remark(remark)));
        page.sheet = Some(nfc(&sheet.name));
        if !table.cells.is_empty() {
            page.kind = PageKind::Text;
            if let Some(layout) = layout(sheet) {
                table.merged = layout.merged().to_vec();
                let (rows, columns) = layout.hidden(&table.cells);
                if rows + columns > 0 {
                    let detail = format!("{rows} rows, {columns} columns");
                    sink(remark(RemarkKind::HiddenRows, &sheet.name, detail));
                }
            }
            page.tables = blocks::tables(table);
        } else if failed.len() == sheets.len() {
            return Err(Failure::new(Status::Malformed, failed.swap_remove(0)));
        }
        sink(Record::Page(page));
        if budget.is_spent() {
            sink(remark(RemarkKind::LimitReached, &sheet.name, budget.detail()));
            break;
        }
    }
    budget.overflow().for_each(|remark| sink(Record::Remark(remark)));
    Ok(())
}

fn xlsx_sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &Sheet, cells: &mut SheetCells<'_>) -> Result<(), String> {
    let mut broken = None;
    let mut blanks = false;
    {
        let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(|e| e.to_string())?;
        let code = |style: &calamine::Style| style.number_format.as_ref().map(|f| Shape::new(&f.format_code));
        let shapes: Vec<Shape> = reader.styles().iter().map(|style| code(style).unwrap_or_default()).collect();
        while cells.has_room() {
            match reader.next_cell_with_style_id() {
                Ok(Some((cell, style))) => {
                    let shape = shapes.get(style).copied().unwrap_or_default();
                    blanks |= !cells.push(cell.get_position(), Found::from(cell.get_value()), shape);
                }
                Ok(None) => break,
                // The value of one cell is unknown to the reader; the stream goes on behind it.
                Err(error @ (XlsxError::CellError(_) | XlsxError::Unrecognized { .. } | XlsxError::ParseFloat(_))) => {
                    cells.unknown_value(error.to_string());
                }
                Err(error) => {
                    broken = Some(error.to_string());
                    break;
                }
            }
        }
    }
    if blanks && broken.is_none() {
        broken = formulas_without_value(book, sheet, cells);
    }
    broken.map_or(Ok(()), Err)
}

/// The second pass over a sheet that has cells without value: those with a formula are not blank. Gives the reason if it
/// breaks off.
fn formulas_without_value(
    book: &mut Xlsx<Cursor<Vec<u8>>>,
    sheet: &Sheet,
    cells: &mut SheetCells<'_>,
) -> Option<String> {
    let mut reader = match book.worksheet_cells_reader(&sheet.name) {
        Ok(reader) => reader,
        Err(error) => return Some(error.to_string()),
    };
    while cells.has_room() {
        match reader.next_cell_with_formula_metadata() {
            Ok(Some(cell)) => {
                if cell.formula.is_some() && matches!(Found::from(&cell.value), Found::Nothing) {
                    cells.push(cell.pos, Found::Formula, Shape::default());
                }
            }
            Ok(None) => break,
            Err(XlsxError::CellError(_) | XlsxError::Unrecognized { .. } | XlsxError::ParseFloat(_)) => {}
            Err(error) => return Some(error.to_string()),
        }
    }
    None
}

fn xlsb_sheet(book: &mut Xlsb<Cursor<Vec<u8>>>, sheet: &Sheet, cells: &mut SheetCells<'_>) -> Result<(), String> {
    let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(|e| e.to_string())?;
    while cells.has_room() {
        let Some(cell) = reader.next_cell().map_err(|e| e.to_string())? else { break };
        cells.push(cell.get_position(), Found::from(cell.get_value()), Shape::default());
    }
    Ok(())
}

#[cfg(test)]
mod tests;
