//! report.csv: the findings as a table for Excel: UTF-8 with a byte order mark, CRLF. What would be a formula there is
//! kept from being one by a leading apostrophe.

use super::catalog::Catalog;
use super::model::{FindingRecord, Report};
use super::place::{day, in_words};

/// Message ids of the headings.
const COLUMNS: &[&str] = &[
    "report-id",
    "report-severity",
    "report-code",
    "report-verdict",
    "report-folder",
    "report-agency",
    "report-criterion",
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
        writer.write_record(row(finding, report, catalog).map(guarded))?;
    }
    let bytes = writer.into_inner().map_err(|e| csv::Error::from(std::io::Error::other(e.to_string())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn row(f: &FindingRecord, report: &Report, catalog: &Catalog) -> [String; 17] {
    let name = report.submissions.iter().find(|s| s.agency == f.agency).map_or(&f.agency, |s| &s.name);
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

/// A program that opens the table takes a cell that begins so for a formula.
fn guarded(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_a_spreadsheet_would_calculate() {
        for cell in ["=1+1", "+84 262", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(guarded(cell.to_owned()), format!("'{cell}"));
        }
        assert_eq!(guarded("1=1".to_owned()), "1=1");
    }
}
