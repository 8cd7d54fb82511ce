//! Figures in tables: rows that hold the phrases of a measure, and columns whose head does, at the row of the total.
//! What stands in a column, a row, a section or a table of goals, of what is left, or of another year is no result; nor
//! is the row of a part the whole.

use super::alike::is_row_of_part;
use super::caption::is_off;
use super::cells::{Columns, from_cells, row_text, unreached};
use super::rows::{can_be_result, is_total, is_value, totals, walk};
use super::share::is_row_of_share;
use super::whole::Whole;
use super::{Found, Gathered, holds};
use crate::check::Reading;
use crate::check::kinds::Context;
use crate::document::{Cell, Page};
use crate::rules::Measure;
use crate::text::Key;

/// Finds the results of a measure in all tables of a file.
pub(super) fn search(context: &Context<'_>, reading: &Reading, measure: &Measure, gathered: &mut Gathered) {
    let year = context.year();
    for (page_index, page) in reading.document().pages.iter().enumerate() {
        for (index, table) in page.tables.iter().enumerate() {
            if is_off(reading, page_index, index, year) {
                continue;
            }
            let whole = Whole { reading, page, table, at: (page_index, index), measure, year };
            let search = Search { reading, page, measure, year, whole };
            let mut block = Block::default();
            walk(table, year, |row, heads, is_of_results| {
                if !is_of_results {
                    return;
                }
                if block.heads != heads {
                    search.settle(&std::mem::take(&mut block), gathered);
                    block.heads = heads.to_vec();
                }
                block.rows.push(row);
                for (head, total) in totals(heads, row) {
                    if holds(measure, &Key::new(&head.text)) && can_be_result(heads, row, total, year) {
                        let words = format!("{}: {}", head.text, total.text);
                        from_cells(reading, page, &[total], None, &words, &mut gathered.results);
                    }
                }
            });
            search.settle(&block, gathered);
        }
    }
}

/// Rows under the same heads.
#[derive(Default)]
pub(super) struct Block<'a> {
    pub(super) heads: Vec<&'a [Cell]>,
    pub(super) rows: Vec<&'a [Cell]>,
}

struct Search<'a> {
    reading: &'a Reading,
    page: &'a Page,
    measure: &'a Measure,
    year: i16,
    whole: Whole<'a>,
}

impl Search<'_> {
    /// The results of the rows that hold the measure. Beside them count the rows of other parts and that of the total:
    /// where all other rows are parts, the total alone.
    fn settle(&self, block: &Block<'_>, gathered: &mut Gathered) {
        let is_held = |row: &[Cell]| {
            holds(self.measure, &Key::new(&row_text(row))) && is_row_of_share(self.measure, &block.heads, &label(row))
        };
        let held: Vec<&[Cell]> = block.rows.iter().copied().filter(|row| is_held(row)).collect();
        if held.is_empty() {
            self.whole.results(block, gathered);
            return;
        }
        let columns = Columns::of(&block.heads);
        let mut own: Vec<Found> = Vec::new();
        for row in held {
            own.extend(self.results(&block.heads, columns.as_ref(), row));
            gathered.denials.extend(unreached(self.reading, self.page, self.measure, &block.heads, row));
        }
        if own.is_empty() {
            return;
        }
        let (mut parts, mut total, mut has_others) = (Vec::new(), Vec::new(), false);
        for row in block.rows.iter().copied().filter(|row| !is_held(row)) {
            let found = self.results(&block.heads, columns.as_ref(), row);
            if found.is_empty() {
                continue;
            }
            if is_total(row) {
                total = found;
            } else if is_row_of_part(self.measure, &label(row)) {
                parts.extend(found);
            } else {
                has_others = true;
            }
        }
        if total.is_empty() || has_others {
            gathered.results.append(&mut own);
            gathered.results.append(&mut parts);
        }
        gathered.results.append(&mut total);
    }

    fn results(&self, heads: &[&[Cell]], columns: Option<&Columns>, row: &[Cell]) -> Vec<Found> {
        let mut found = Vec::new();
        let results: Vec<&Cell> = row.iter().filter(|c| can_be_result(heads, row, c, self.year)).collect();
        let counted = columns.and_then(|columns| columns.counted(row, &results));
        from_cells(self.reading, self.page, &results, counted, &row_text(row), &mut found);
        found
    }
}

fn label(row: &[Cell]) -> String {
    row.iter().filter(|c| !is_value(c)).map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ")
}
