//! report.csv: the findings as a table for Excel: UTF-8 with a byte order mark, CRLF. What would be a formula there is
//! kept from being one by a leading apostrophe.

use super::catalog::Catalog;
use super::model::{FindingRecord, Report};
use super::place::{day, in_words};
use crate::text::visible_lines;

/// Message ids of the headings.
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
];

/// The findings as CSV.
///
/// # Errors
/// Never for a record that was made here; the writer's error is passed on.
pub fn csv(report: &Report, catalog: &Catalog) -> Result<String, csv::Error> {
    let mark = "\u{FEFF}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(mark);
    writer.write_record(COLUMNS.iter().map(|id| catalog.word(id)))?;
    for finding in &report.findings {
        writer.write_record(row(finding, report, catalog).map(|cell| guarded(visible_lines(&cell).into_owned())))?;
    }
    let bytes = writer.into_inner().map_err(|e| csv::Error::from(std::io::Error::other(e.to_string())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn row(f: &FindingRecord, report: &Report, catalog: &Catalog) -> [String; 18] {
    let submission = report.submissions.iter().find(|s| s.agency == f.agency);
    let name = submission.map_or(&f.agency, |s| &s.name);
    let item = submission.and_then(|s| s.item_of(f)).map(|item| item.name.clone());
    let verdict = f.verdict.map(|v| catalog.word(&format!("verdict-{}", v.name())));
    [
        f.id.clone(),
        catalog.word(&format!("severity-{}", f.severity.name())),
        f.code.clone(),
        verdict.unwrap_or_default(),
        f.agency.clone(),
        name.clone(),
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
        f.nearest.as_ref().map(|n| format!("{} ({})", n.path, n.why)).unwrap_or_default(),
        f.clause.clone().unwrap_or_default(),
    ]
}

/// A program that opens the table takes a cell that begins so for a formula. What separates cells for some readers (Excel
/// in Vietnamese splits at `;`, and a quotation mark within a cell is no bar to it) may begin one too.
fn guarded(cell: String) -> String {
    let mut safe = String::with_capacity(cell.len());
    let mut begins = true;
    // Some programs pass over these before a formula.
    if cell.starts_with(['\t', '\r', '\n']) {
        safe.push('\'');
    }
    for c in cell.chars() {
        if begins && matches!(c, '=' | '+' | '-' | '@' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}') {
            safe.push('\'');
        }
        begins = matches!(c, '\r' | '\n' | '\t' | ';' | ',') || begins && (c.is_whitespace() || c == '"');
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
            assert_eq!(guarded(cell.to_owned()), format!("'{cell}"));
        }
        for (cell, safe) in [
            ("\t=1", "'\t'=1"),
            ("a\r\n=1", "a\r\n'=1"),
            ("a;=1", "a;'=1"),
            ("a, +1", "a, '+1"),
            ("a;\"\"=1", "a;\"\"'=1"),
            ("S1; 45-KH", "S1; 45-KH"),
        ] {
            assert_eq!(guarded(cell.to_owned()), safe);
        }
        assert_eq!(guarded("1=1".to_owned()), "1=1");
    }
}
