//! Tables that do not add up: a "Tổng cộng" that is not the sum of its column, a percentage that does not follow from part
//! and total. They are warnings, since the table does not show which figure is wrong. A table that can be read in another
//! way raises nothing: a false alarm costs more than a slip that its reader sees too.

mod shares;
mod totals;
mod wrong;

use super::codes;
use super::finding::{Finding, Subject};
use crate::document::Page;
use crate::document::grid::Grid;
use crate::message::{Said, Severity};
use crate::reading::Reading;
use wrong::{MOST, Wrong};

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

fn finding(reading: &Reading, page: &Page, table: usize, wrong: &Wrong<'_>, subject: &Subject) -> Finding {
    let mut finding = Finding::new(codes::TABLE_WRONG, Severity::Warning, subject);
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
