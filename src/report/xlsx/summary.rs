//! The first sheet: verdicts of all agencies, and what the marks mean.

use rust_xlsxwriter::{ConditionalFormatDataBar, ConditionalFormatType, FormatAlign, Url, Worksheet, XlsxError};

use super::cell::{Styles, lines, page, set_height, sheet_name, write_text};
use crate::message::Verdict;
use crate::report::head::{proposals_notice, secret_notice, total};
use crate::report::model::Report;
use crate::report::place::day;
use crate::report::standing::{Handling, Standing};
use crate::report::text::mark_of;

/// With more criteria than this, the column headings are their codes alone, without names.
const MAX_NAMED: usize = 14;

pub(super) fn sheet(
    report: &Report,
    standings: &[Standing<'_>],
    criteria_rows: &[Vec<u32>],
    styles: &Styles<'_>,
) -> Result<Worksheet, XlsxError> {
    let catalog = styles.catalog;
    let mut sheet = page("sheet-summary", styles)?;
    let width = report.submissions.first().map_or(0, |s| s.criteria.len());
    let last = COLUMNS.len() as u16 - 1 + u16::try_from(width).map_err(|_| XlsxError::RowColumnLimitError)?;

    sheet.write_string_with_format(0, 0, catalog.word("report-title"), &styles.title)?;
    write_text(&mut sheet, 1, 0, &report.run.rules.title, &styles.plain)?;
    let as_of = format!("{}: {}", catalog.word("report-as-of"), day(&report.run.as_of, catalog));
    write_text(&mut sheet, 2, 0, &format!("{} · {as_of}", total(report, catalog)), &styles.plain)?;
    sheet.set_row_height(0, 24)?;
    let mut row = 3;
    if let Some(notice) = secret_notice(report, catalog) {
        sheet.merge_range(row, 0, row, last.max(6), "", &styles.secret)?;
        sheet.write_string_with_format(row, 0, &notice, &styles.secret)?;
        set_height(&mut sheet, row, lines(&notice, 87.0 + 17.0 * width.min(MAX_NAMED) as f64))?;
        row += 1;
    }
    if let Some(notice) = proposals_notice(report, catalog) {
        sheet.merge_range(row, 0, row, last.max(6), &notice, &styles.text)?;
        set_height(&mut sheet, row, lines(&notice, 87.0 + 17.0 * width.min(MAX_NAMED) as f64))?;
        row += 1;
    }
    let head = row + 1;
    matrix_head(&mut sheet, head, report, styles)?;
    row = head + 1;
    for (standing, links) in standings.iter().zip(criteria_rows) {
        matrix_row(&mut sheet, row, standing, links, styles)?;
        row += 1;
    }
    if row > head + 1 {
        let bar = ConditionalFormatDataBar::new()
            .set_fill_color(0x9F_D3B4)
            .set_solid_fill(true)
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_maximum(ConditionalFormatType::Number, 1);
        sheet.add_conditional_format(head + 1, 1, row - 1, 1, &bar)?;
    }
    sheet.set_freeze_panes(head + 1, 1)?;
    sheet.set_repeat_rows(head, head)?;
    row = legend(&mut sheet, row + 1, last, styles)?;
    roll_up(&mut sheet, row + 1, last, report, styles)?;
    Ok(sheet)
}

/// Message ids of the columns before the criteria, and their widths.
const COLUMNS: &[super::cell::Column] = &[
    ("report-agency", 30.0),
    ("report-ready", 12.0),
    ("handling-accept", 11.0),
    ("handling-look", 12.0),
    ("handling-decide", 11.0),
    ("handling-send", 11.0),
    ("report-on-proposals", 13.0),
];

/// The headings of the matrix.
fn matrix_head(sheet: &mut Worksheet, row: u32, report: &Report, styles: &Styles<'_>) -> Result<(), XlsxError> {
    let catalog = styles.catalog;
    for (column, (heading, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(row, column, catalog.word(heading), &styles.header)?;
    }
    let criteria = report.submissions.first().map(|s| s.criteria.as_slice()).unwrap_or_default();
    let named = criteria.len() <= MAX_NAMED;
    let mut height = 1;
    for (column, criterion) in (COLUMNS.len() as u16..).zip(criteria) {
        sheet.set_column_width(column, if named { 17.0 } else { 13.0 })?;
        let words = if named { format!("{}\n{}", criterion.code, criterion.name) } else { criterion.code.clone() };
        height = height.max(lines(&words, 15.0));
        write_text(sheet, row, column, &words, &styles.header)?;
    }
    set_height(sheet, row, height)
}

/// One agency: how complete it is, its criteria by handling, and the verdict of each. `links` are the rows on the sheet
/// of criteria to which the verdicts lead.
fn matrix_row(
    sheet: &mut Worksheet,
    row: u32,
    standing: &Standing<'_>,
    links: &[u32],
    styles: &Styles<'_>,
) -> Result<(), XlsxError> {
    write_text(sheet, row, 0, &standing.submission.name, &styles.strong)?;
    if standing.owed() > 0 {
        let ready = standing.settled() as f64 / standing.owed() as f64;
        sheet.write_number_with_format(row, 1, ready, &styles.percent)?;
    } else {
        sheet.write_blank(row, 1, &styles.text)?;
    }
    let handlings = [Handling::Accept, Handling::Look, Handling::Decide, Handling::Send];
    for (column, handling) in (2..).zip(handlings) {
        let count = standing.with(handling).count();
        let format = styles.text.clone().set_align(FormatAlign::Center);
        sheet.write_number_with_format(row, column, count as f64, &format)?;
    }
    let on_proposals = standing.submission.unclear_on_proposals as f64;
    let format = styles.text.clone().set_align(FormatAlign::Center);
    sheet.write_number_with_format(row, 6, on_proposals, &format)?;
    let target = sheet_name("sheet-criteria", styles.catalog);
    for ((column, of_row), link) in (COLUMNS.len() as u16..).zip(&standing.rows).zip(links) {
        let verdict = of_row.criterion.verdict;
        let format = styles.verdict(verdict).set_align(FormatAlign::Center);
        let words = format!("{} {}", mark_of(of_row.criterion), styles.catalog.verdict(verdict));
        let url = Url::new(format!("internal:'{target}'!A{link}")).set_text(words);
        sheet.write_url_with_format(row, column, url, &format)?;
    }
    Ok(())
}

/// What the verdicts mean. Returns the row behind the legend.
fn legend(sheet: &mut Worksheet, row: u32, last: u16, styles: &Styles<'_>) -> Result<u32, XlsxError> {
    let shown = [Verdict::Met, Verdict::Gap, Verdict::Unclear, Verdict::NotApplicable];
    for (row, verdict) in (row..).zip(shown) {
        sheet.write_string_with_format(row, 0, styles.verdict_words(verdict), &styles.verdict(verdict))?;
        let means = styles.catalog.word(&format!("verdict-{}-means", verdict.name()));
        sheet.merge_range(row, 1, row, last.max(6), &means, &styles.text)?;
    }
    Ok(row + 4)
}

/// The table with the best verdict of each item over all agencies.
fn roll_up(sheet: &mut Worksheet, row: u32, last: u16, report: &Report, styles: &Styles<'_>) -> Result<(), XlsxError> {
    if report.roll_up.is_empty() {
        return Ok(());
    }
    let catalog = styles.catalog;
    let end = last.max(6);
    sheet.write_string_with_format(row, 0, catalog.word("report-roll-up"), &styles.title.clone().set_font_size(13))?;
    sheet.set_row_height(row, 22)?;
    let head = row + 1;
    write_text(sheet, head, 0, &catalog.word("report-verdict"), &styles.header)?;
    write_text(sheet, head, 1, &catalog.word("report-criterion"), &styles.header)?;
    sheet.merge_range(head, 2, head, 5, &catalog.word("report-evidence"), &styles.header)?;
    sheet.merge_range(head, 6, head, end.max(7), &catalog.word("report-agency"), &styles.header)?;
    for (row, entry) in (head + 1..).zip(&report.roll_up) {
        let agencies = entry.agency_names(report);
        sheet.write_string_with_format(row, 0, styles.verdict_words(entry.verdict), &styles.verdict(entry.verdict))?;
        write_text(sheet, row, 1, &entry.criterion, &styles.strong)?;
        sheet.merge_range(row, 2, row, 5, "", &styles.text)?;
        write_text(sheet, row, 2, &entry.name, &styles.text)?;
        sheet.merge_range(row, 6, row, end.max(7), "", &styles.text)?;
        write_text(sheet, row, 6, &agencies, &styles.text)?;
        // Excel does not adjust the height of rows with merged cells.
        let agencies_width = 17.0 * f64::from(end.max(7) - 5);
        set_height(sheet, row, lines(&entry.name, 45.0).max(lines(&agencies, agencies_width)))?;
    }
    Ok(())
}
