//! Tables that do not add up: a "Tổng cộng" that is not the sum of its column, a percentage that is not its part of its
//! total. Warnings: which of the figures is wrong, the table does not say. Where a table can be read in another way it is
//! not named: a false alarm costs more than a slip that a person sees too.

mod grid;
mod shares;
mod totals;

use super::{Code, Finding, Reading, Said, Severity, Subject};
use crate::document::{Cell, Page};
use grid::Grid;

/// What is wrong with the tables of a file: one finding for each wrong cell, at most [`MOST`].
pub(super) fn findings(reading: &Reading, subject: &Subject) -> Vec<Finding> {
    let pages = reading.document().pages.iter();
    let grids = pages.flat_map(|page| page.tables.iter().filter_map(move |table| Some((page, Grid::of(table)?))));
    let mut findings = Vec::new();
    // A reader counts the tables with figures: letterheads and places to sign are laid out as tables too.
    for (number, (page, grid)) in (1_usize..).zip(grids) {
        for wrong in totals::wrong(&grid).into_iter().chain(shares::wrong(&grid)) {
            if findings.len() == MOST {
                return findings;
            }
            // A sheet is named beside the finding.
            let table = if page.sheet.is_some() { 0 } else { number };
            findings.push(finding(reading, page, table, &wrong, subject));
        }
    }
    findings
}

/// Findings for one file: a table that is wrong throughout is said once more than enough.
const MOST: usize = 5;

struct Wrong<'a> {
    cell: &'a Cell,
    id: &'static str,
    /// What its row is called.
    row: String,
    /// What its column is called.
    head: String,
    /// What the other figures give.
    computed: f64,
}

fn finding(reading: &Reading, page: &Page, table: usize, wrong: &Wrong<'_>, subject: &Subject) -> Finding {
    let mut finding = Finding::new(Code::TableWrong, Severity::Warning, subject);
    finding.message = Said::new(wrong.id)
        .with("table", table)
        .with("row", wrong.row.as_str())
        .with("head", wrong.head.as_str())
        .with("printed", wrong.cell.text.as_str())
        .with("computed", wrong.computed)
        .with("path", reading.file.path.as_str());
    finding.path = Some(reading.file.path.clone());
    finding.place = page.place_of_cell(wrong.cell);
    finding.quote = Some(wrong.cell.text.clone());
    finding.logical = reading.logical();
    finding
}
