//! Reads workbooks; each sheet is one page. xlsx and xlsb are read as streams of cells, since a dense range that spans
//! two distant cells could take all memory. xls and ods can only be read as ranges and rely on the worker's address
//! space limit.

mod blocks;
mod layout;
mod number_format;
mod range;
mod sheet;
mod swapped;
mod xls;

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{
    Data, Ods, OdsError, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};

use super::failure::Failure;
use super::guard::guarded;
use super::{package, sniff};
use crate::document::{Media, Page, PageKind, Place, Record, Remark, RemarkKind, Sink, Status};
use crate::limits::Limits;
use crate::text::nfc;
use layout::Layout;
use number_format::NumberFormat;
use sheet::{Budget, RawValue, SheetCells};

/// Reads a workbook. A sheet that cannot be read, in whole or in part, is a remark.
///
/// # Errors
/// Fails if the file is damaged, needs a password or exceeds a limit, or if none of its sheets can be read.
pub(super) fn read(data: Vec<u8>, media: Media, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    if sniff::is_encrypted_office(&data) {
        return Err(Failure::new(Status::Password, "encrypted package"));
    }
    let damage = if media == Media::Xls { None } else { package::check(&data, limits)? };
    guarded(|| workbook(&data, media, limits, sink))
        .unwrap_or_else(|detail| Err(Failure::new(Status::Malformed, detail)))
        .map_err(|failure| match media == Media::Xls && xls::needs_password(&data) {
            true => Failure::new(Status::Password, "the workbook opens only with a password"),
            false => failure,
        })?;
    if let Some(detail) = damage {
        sink(Record::Remark(Remark { kind: RemarkKind::PageUnreadable, place: Place::default(), detail }));
    }
    Ok(())
}

/// Sends the sheets of a workbook.
fn workbook(data: &[u8], media: Media, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let mut budget = Budget::new(limits.cells);
    let pictures = || if media == Media::Xls { xls::has_pictures(data) } else { package::has_pictures(data) };
    match media {
        Media::Xlsx => {
            let layouts = layout::of_xlsx(data);
            let mut book = Xlsx::new(Cursor::new(data)).map_err(|e| failure(&e, matches!(e, XlsxError::Password)))?;
            let sheets = announce(book.sheets_metadata(), media, limits, sink);
            let layout = |sheet: &Sheet| layouts.get(&sheet.name);
            read_sheets(&sheets, &layout, &pictures, &mut budget, sink, |sheet, cells| {
                xlsx_sheet(&mut book, sheet, cells)
            })
        }
        Media::Xlsb => {
            let mut book = Xlsb::new(Cursor::new(data)).map_err(|e| failure(&e, matches!(e, XlsbError::Password)))?;
            let sheets = announce(book.sheets_metadata(), media, limits, sink);
            read_sheets(&sheets, &|_| None, &pictures, &mut budget, sink, |sheet, cells| {
                xlsb_sheet(&mut book, sheet, cells)
            })
        }
        Media::Xls => {
            let second = xls::Second::read(data);
            if second.lies_far_apart() {
                let sheets = announce(&second.sheets(), media, limits, sink);
                return read_sheets(&sheets, &|_| None, &pictures, &mut budget, sink, |sheet, cells| {
                    second.cells(&sheet.name, cells);
                    Ok(())
                });
            }
            let formats = second.formats();
            let mut book = Xls::new(Cursor::new(data)).map_err(|e| failure(&e, matches!(e, XlsError::Password)))?;
            let sheets = announce(book.sheets_metadata(), media, limits, sink);
            let stored = range::stores_formula_values(&mut book, &sheets);
            // An empty text may be the result of a formula; only no value at all means that none was stored.
            let is_missing =
                |value: Option<&Data>| range::is_blank(value) && (!stored || value.is_none_or(|v| *v == Data::Empty));
            let layouts: HashMap<String, Layout> = sheets
                .iter()
                .filter_map(|sheet| Some((sheet.name.clone(), book.merge_cells_by_sheet_name(&sheet.name).ok()?)))
                .map(|(name, merged)| (name, Layout::of_merged(blocks::regions(&merged))))
                .collect();
            let layout = |sheet: &Sheet| layouts.get(&sheet.name);
            read_sheets(&sheets, &layout, &pictures, &mut budget, sink, |sheet, cells| {
                let format = |row, col| formats.of(&sheet.name, row, col);
                range::sheet(&mut book, sheet, cells, &format, &is_missing)
            })
        }
        Media::Ods => {
            let mut book = Ods::new(Cursor::new(data)).map_err(|e| match e {
                OdsError::CellLimitExceeded { .. } => Failure::new(Status::Limit, e.to_string()),
                _ => failure(&e, matches!(e, OdsError::Password)),
            })?;
            let sheets = announce(book.sheets_metadata(), media, limits, sink);
            let stored = range::stores_formula_values(&mut book, &sheets);
            // For ods the parser reports an empty text as no value.
            let is_missing = |value: Option<&Data>| range::is_blank(value) && !stored;
            read_sheets(&sheets, &|_| None, &pictures, &mut budget, sink, |sheet, cells| {
                range::sheet(&mut book, sheet, cells, &|_, _| NumberFormat::default(), &is_missing)
            })
        }
        _ => Err(Failure::new(Status::Unsupported, "not a workbook")),
    }
}

fn failure(error: &dyn std::fmt::Display, needs_password: bool) -> Failure {
    Failure::new(if needs_password { Status::Password } else { Status::Malformed }, error.to_string())
}

/// Sends [`Record::Start`] and remarks on hidden sheets, and returns the sheets to read. Chart and macro sheets do not
/// count: they have no cells of data.
fn announce(sheets: &[Sheet], media: Media, limits: &Limits, sink: &mut Sink<'_>) -> Vec<Sheet> {
    let mut sheets = sheets.to_vec();
    sheets.retain(|sheet| sheet.typ == SheetType::WorkSheet);
    sink(Record::Start { media, page_count: u32::try_from(sheets.len()).unwrap_or(u32::MAX) });
    for sheet in sheets.iter().filter(|sheet| sheet.visible != SheetVisible::Visible) {
        sink(remark(RemarkKind::HiddenSheet, &sheet.name, String::new()));
    }
    let max = usize::try_from(limits.pages).unwrap_or(usize::MAX);
    if let Some(first_unread) = sheets.get(max) {
        sink(remark(RemarkKind::LimitReached, &first_unread.name, format!("more than {max} sheets")));
        sheets.truncate(max);
    }
    sheets
}

/// A remark on a sheet.
fn remark(kind: RemarkKind, sheet: &str, detail: String) -> Record {
    Record::Remark(Remark { kind, place: Place { sheet: Some(nfc(sheet)), ..Place::default() }, detail })
}

/// Reads the sheets one after the other. A sheet with an error keeps the cells before it.
fn read_sheets<'l>(
    sheets: &[Sheet],
    layout: &dyn Fn(&Sheet) -> Option<&'l Layout>,
    holds_pictures: &dyn Fn() -> bool,
    budget: &mut Budget,
    sink: &mut Sink<'_>,
    mut read: impl FnMut(&Sheet, &mut SheetCells<'_>) -> Result<(), String>,
) -> Result<(), Failure> {
    let mut failed = Vec::new();
    // Pages before the first with words: what they are is known when one comes or none does.
    let (mut held, mut has_words) = (Vec::<Page>::new(), false);
    for (index, sheet) in sheets.iter().enumerate() {
        let mut page = Page::new(u32::try_from(index + 1).unwrap_or(u32::MAX));
        let mut cells = SheetCells::new(&sheet.name, budget);
        let result = guarded(|| read(sheet, &mut cells)).unwrap_or_else(Err);
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
        has_words |= page.kind == PageKind::Text;
        held.push(page);
        if has_words {
            held.drain(..).for_each(|page| sink(Record::Page(page)));
        }
        if budget.is_spent() {
            sink(remark(RemarkKind::LimitReached, &sheet.name, budget.detail()));
            break;
        }
    }
    // A workbook of pictures alone is not empty.
    if !held.is_empty() && holds_pictures() {
        held.iter_mut().for_each(|page| page.kind = PageKind::Scan);
    }
    held.into_iter().for_each(|page| sink(Record::Page(page)));
    budget.overflow().for_each(|remark| sink(Record::Remark(remark)));
    Ok(())
}

fn xlsx_sheet(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &Sheet, cells: &mut SheetCells<'_>) -> Result<(), String> {
    if values(book, sheet, cells)? {
        formulas_without_value(book, sheet, cells)?;
    }
    Ok(())
}

/// Reads the values of a sheet. Returns true if it has cells without value, which may be formulas.
fn values(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &Sheet, cells: &mut SheetCells<'_>) -> Result<bool, String> {
    let mut has_blanks = false;
    let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(|e| e.to_string())?;
    let format = |style: &calamine::Style| style.number_format.as_ref().map(|f| NumberFormat::parse(&f.format_code));
    let formats: Vec<NumberFormat> = reader.styles().iter().map(|style| format(style).unwrap_or_default()).collect();
    while cells.has_room() {
        match reader.next_cell_with_style_id() {
            Ok(Some((cell, style))) => {
                let format = formats.get(style).copied().unwrap_or_default();
                has_blanks |= !cells.push(cell.get_position(), RawValue::from(cell.get_value()), format);
            }
            Ok(None) => break,
            Err(error) if is_of_one_cell(&error) => cells.unknown_value(error.to_string()),
            Err(error) => return Err(error.to_string()),
        }
    }
    Ok(has_blanks)
}

/// Reads a sheet again for cells that have a formula but no value, and are therefore not blank.
fn formulas_without_value(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &Sheet,
    cells: &mut SheetCells<'_>,
) -> Result<(), String> {
    let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(|e| e.to_string())?;
    while cells.has_room() {
        match reader.next_cell_with_formula_metadata() {
            Ok(Some(cell)) => {
                if cell.formula.is_some() && matches!(RawValue::from(&cell.value), RawValue::Empty) {
                    cells.push(cell.pos, RawValue::FormulaWithoutValue, NumberFormat::default());
                }
            }
            Ok(None) => break,
            // Already reported by the first pass.
            Err(error) if is_of_one_cell(&error) => {}
            Err(error) => return Err(error.to_string()),
        }
    }
    Ok(())
}

/// True if the parser does not know the value of a single cell; the stream then continues with the next cell.
fn is_of_one_cell(error: &XlsxError) -> bool {
    matches!(error, XlsxError::CellError(_) | XlsxError::Unrecognized { .. } | XlsxError::ParseFloat(_))
}

fn xlsb_sheet(book: &mut Xlsb<Cursor<&[u8]>>, sheet: &Sheet, cells: &mut SheetCells<'_>) -> Result<(), String> {
    let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(|e| e.to_string())?;
    while cells.has_room() {
        let Some(cell) = reader.next_cell().map_err(|e| e.to_string())? else { break };
        cells.push(cell.get_position(), RawValue::from(cell.get_value()), NumberFormat::default());
    }
    Ok(())
}

#[cfg(test)]
mod tests;
