//! report.csv: the findings as a table for Excel, in UTF-8 with a byte order mark and with CRLF line ends. Text that a
//! spreadsheet would take for a formula gets a leading apostrophe.

use super::catalog::Catalog;
use super::model::{FindingRecord, NearestRecord, Report};
use super::place::{day, in_words};
use crate::text::visible_lines;

/// Message ids of the column headings.
const COLUMNS: &[&str] = &[
    "report-id",
    "report-severity",
    "report-code",
    "report-verdict",
    "report-folder",
    "report-agency",
    "report-criterion",
    "report-item",
    "report-evidence",
    "report-message",
    "report-fix",
    "report-file",
    "report-where",
    "report-quote",
    "report-expected",
    "report-found",
    "report-nearest",
    "report-clause",
    "report-basis",
];

/// The findings as CSV.
///
/// # Errors
/// Never for a record of this program; the writer's error is passed on.
pub fn csv(report: &Report, catalog: &Catalog) -> Result<String, csv::Error> {
    let mark = "\u{FEFF}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(mark);
    writer.write_record(COLUMNS.iter().map(|id| catalog.word(id)))?;
    for finding in &report.findings {
        writer.write_record(row(finding, report, catalog).map(|cell| without_formulas(&visible_lines(&cell))))?;
    }
    let bytes = writer.into_inner().map_err(|e| csv::Error::from(std::io::Error::other(e.to_string())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn row(f: &FindingRecord, report: &Report, catalog: &Catalog) -> [String; 19] {
    let item = report.submission(&f.agency).and_then(|s| s.item_of(f)).map(|item| item.name.clone());
    let verdict = f.verdict.map(|v| catalog.verdict(v));
    [
        f.id.clone(),
        catalog.severity(f.severity),
        f.code.clone(),
        verdict.unwrap_or_default(),
        f.agency.clone(),
        report.agency_name(&f.agency).to_owned(),
        f.criterion.clone().unwrap_or_default(),
        f.evidence.clone().unwrap_or_default(),
        item.unwrap_or_default(),
        f.text.clone(),
        f.fix.clone(),
        f.path.clone().unwrap_or_default(),
        in_words(&f.place, catalog),
        f.quote.clone().unwrap_or_default(),
        f.expected.clone().unwrap_or_default(),
        f.found.as_deref().map(|t| day(t, catalog)).unwrap_or_default(),
        f.nearest.as_ref().map(NearestRecord::in_words).unwrap_or_default(),
        f.clause.clone().unwrap_or_default(),
        catalog.basis(f.proposal),
    ]
}

/// Puts an apostrophe before every character that may begin a formula in some spreadsheet program. That is not only at
/// the start of the cell: Excel with Vietnamese settings splits at `;`, even within quotation marks, so that a formula
/// may begin behind a separator.
fn without_formulas(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len());
    let mut is_start = true;
    // Some programs skip these before a formula.
    if cell.starts_with(['\t', '\r', '\n']) {
        safe.push('\'');
    }
    for c in cell.chars() {
        if is_start && matches!(c, '=' | '+' | '-' | '@' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}') {
            safe.push('\'');
        }
        is_start = matches!(c, '\r' | '\n' | '\t' | ';' | ',') || is_start && (c.is_whitespace() || c == '"');
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_a_spreadsheet_would_calculate() {
        for cell in ["=1+1", "+84 262", "-1", "@SUM(A1)", "\u{FF1D}1"] {
            assert_eq!(without_formulas(cell), format!("'{cell}"));
        }
        for (cell, safe) in [
            ("\t=1", "'\t'=1"),
            ("a\r\n=1", "a\r\n'=1"),
            ("a;=1", "a;'=1"),
            ("a, +1", "a, '+1"),
            ("a;\"\"=1", "a;\"\"'=1"),
            ("S1; 45-KH", "S1; 45-KH"),
        ] {
            assert_eq!(without_formulas(cell), safe);
        }
        assert_eq!(without_formulas("1=1"), "1=1");
    }
}
