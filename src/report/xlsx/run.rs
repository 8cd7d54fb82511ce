//! The last sheet: the settings of the run.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::cell::{Styles, lines, page, set_height, write_text};
use crate::report::head::{layout, limits};
use crate::report::model::Report;
use crate::report::place::day;

pub(super) fn sheet(report: &Report, styles: &Styles<'_>) -> Result<Worksheet, XlsxError> {
    let catalog = styles.catalog;
    let run = &report.run;
    let mut rows = vec![
        ("report-rules", format!("{} ({})", run.rules.title, run.rules.id)),
        ("report-source", run.rules.source.clone()),
        ("report-rules-hash", run.rules.sha256.clone()),
        ("report-as-of", day(&run.as_of, catalog)),
        ("report-layout", layout(report, catalog)),
        ("report-ocr", run.ocr.clone()),
        ("report-limits", limits(report, catalog)),
        ("report-sandbox", run.sandbox.clone()),
        ("report-made-by", run.tool.clone()),
    ];
    if !run.rules.official {
        rows.insert(1, ("report-note", catalog.word("report-not-official")));
    }
    let mut sheet = page("sheet-run", styles)?;
    sheet.set_column_width(0, 28.0)?;
    sheet.set_column_width(1, 100.0)?;
    for (row, (label, words)) in (0..).zip(&rows) {
        write_text(&mut sheet, row, 0, &catalog.word(label), &styles.header)?;
        write_text(&mut sheet, row, 1, words, &styles.text)?;
        set_height(&mut sheet, row, lines(words, 100.0))?;
    }
    Ok(sheet)
}
