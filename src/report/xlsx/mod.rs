//! report.xlsx: the same report for people who live in Excel. Words of documents are always text: a cell that begins with
//! `=`, `+`, `-` or `@` is never a formula, also not after someone has edited it.

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

/// The workbook, as bytes.
///
/// # Errors
/// When a table has more rows than a sheet can hold.
pub fn xlsx(report: &Report, catalog: &Catalog, links: &Links) -> Result<Vec<u8>, XlsxError> {
    let standings = standings(report);
    let links = &links.of_sheets();
    let styles = Styles::new(catalog);
    let criteria = tables::criteria(&standings, catalog, links);
    let sheets = [
        summary::sheet(report, &standings, &criteria.first_rows, &styles)?,
        tables::findings(report, catalog, links).sheet(&styles)?,
        tables::documents(report, catalog, links).sheet(&styles)?,
        criteria.table.sheet(&styles)?,
        tables::proofs(report, catalog, links).sheet(&styles)?,
        run::sheet(report, &styles)?,
    ];
    let mut workbook = Workbook::new();
    // The same report gives the same bytes: the day of the run, not the clock.
    let created = ExcelDateTime::parse_from_str(&report.run.as_of)?;
    let properties = DocProperties::new().set_title(catalog.word("report-title")).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer()
}
