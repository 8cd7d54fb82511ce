//! report.xlsx: the report as a workbook. Text from documents is always written as text: a cell that begins with `=`,
//! `+`, `-` or `@` never becomes a formula, not even when someone edits it.

mod cell;
mod run;
mod summary;
mod tables;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::catalog::Catalog;
use super::links::Links;
use super::model::Report;
use super::standing::standings;
use cell::Styles;
use tables::Tables;

/// The workbook, as bytes.
///
/// # Errors
/// When a table has more rows than a sheet can hold.
pub fn xlsx(report: &Report, catalog: &Catalog, links: &Links) -> Result<Vec<u8>, XlsxError> {
    let standings = standings(report);
    let styles = Styles::new(catalog);
    let tables = Tables { report, catalog, links: links.of_sheets() };
    let criteria = tables.criteria(&standings);
    let words = tables.words();
    let mut sheets = vec![
        summary::sheet(report, &standings, &criteria.first_rows, &styles)?,
        tables.findings().sheet(&styles)?,
        tables.documents().sheet(&styles)?,
        criteria.table.sheet(&styles)?,
        tables.proofs().sheet(&styles)?,
    ];
    // Nothing that was not understood, no sheet.
    if !words.rows.is_empty() {
        sheets.push(words.sheet(&styles)?);
    }
    sheets.push(run::sheet(report, &styles)?);
    let mut workbook = Workbook::new();
    // The day of the run instead of the current time, so that the same report gives the same bytes.
    let created = ExcelDateTime::parse_from_str(&report.run.as_of)?;
    let properties = DocProperties::new().set_title(catalog.word("report-title")).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer()
}
