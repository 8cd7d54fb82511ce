//! Figures in tables: rows that hold the phrases of a measure, and columns whose head does, at the row of the total.
//! What stands in a column, a row, a section or a table of goals, of what is left, or of another year is no result; nor
//! is the row of a part the whole.

use super::super::demand::Context;
use super::account::account;
use super::alike::is_row_of_part;
use super::caption::{captions, first_byte, is_off, notes};
use super::cells::{Columns, from_cells, row_text, unreached};
use super::gathered::{Block, Found, Gathered, holds};
use super::measure::Measure;
use super::rows::{can_be_result, is_total, is_value, totals, walk};
use super::scope::{Scope, is_given_by_others};
use super::share::is_row_of_share;
use super::whole::Whole;
use crate::document::grid::number;
use crate::document::{Cell, CellValue, Page};
use crate::reading::Reading;
use crate::statement::ratio::{Figure, FigureKind, Printed};
use crate::text::Key;

/// Finds the results of a measure in all tables of a file.
pub(super) fn search(context: &Context<'_>, reading: &Reading, measure: &Measure, gathered: &mut Gathered) {
    let year = context.year;
    let scope = Scope::new(context, reading, measure);
    for (page_index, page) in reading.document().pages.iter().enumerate() {
        for (index, table) in page.tables.iter().enumerate() {
            if is_off(reading, page_index, index, year) {
                continue;
            }
            let captions = captions(reading, page_index, index);
            let heading = first_byte(reading, page_index, index);
            let is_whole = captions.iter().all(|caption| scope.is_whole_head(caption))
                && scope.is_under_whole(heading)
                && !notes(page, index).iter().any(|note| scope.is_narrowed_by(note));
            let whole = Whole { reading, page, table, captions, is_whole, at: heading, measure, scope: &scope, year };
            let search = Search { reading, page, measure, scope: &scope, year, heading, whole };
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
                        let is_whole = is_whole && scope.is_whole_head(&head.text);
                        let found = if is_whole { &mut gathered.results } else { &mut gathered.parts };
                        from_cells(reading, page, &[total], None, &words, found);
                    }
                }
            });
            search.settle(&block, gathered);
        }
    }
}

struct Search<'a> {
    reading: &'a Reading,
    page: &'a Page,
    measure: &'a Measure,
    scope: &'a Scope<'a>,
    year: i16,
    /// Where the table begins in the running text.
    heading: Option<usize>,
    whole: Whole<'a>,
}

impl Search<'_> {
    /// The results of the rows that hold the measure. Beside them count the rows of other parts and that of the total:
    /// where all other rows are parts, the total alone.
    fn settle(&self, block: &Block<'_>, gathered: &mut Gathered) {
        self.account(block, gathered);
        let is_held = |row: &[Cell]| {
            holds(self.measure, &Key::new(&row_text(row))) && is_row_of_share(self.measure, &block.heads, &label(row))
        };
        let held: Vec<&[Cell]> = block.rows.iter().copied().filter(|row| is_held(row)).collect();
        if held.is_empty() {
            self.whole.results(block, gathered);
            return;
        }
        let columns = Columns::of(&block.heads);
        let (mut own, mut of_part): (Vec<Found>, Vec<Found>) = (Vec::new(), Vec::new());
        for row in held {
            let is_whole = self.whole.is_whole
                && !self.whole.has_section(block)
                && subjects(row).all(|cell| self.scope.is_whole_head(&cell.text))
                && self.whole.are_heads_whole(&block.heads, row);
            let found = if is_whole { &mut own } else { &mut of_part };
            found.extend(self.results(&block.heads, columns.as_ref(), row));
            gathered.denials.extend(unreached(self.reading, self.page, self.measure, &block.heads, row));
        }
        if own.is_empty() && of_part.is_empty() {
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
        let is_whole = self.whole.is_whole && !self.whole.has_section(block);
        if !is_whole || own.is_empty() && has_others {
            gathered.parts.append(&mut total);
        }
        if total.is_empty() || has_others {
            gathered.results.append(&mut own);
            gathered.parts.append(&mut parts);
            gathered.parts.append(&mut of_part);
        }
        gathered.results.append(&mut total);
    }

    /// A total and what was done of it in rows of their own: "Tổng số nhiệm vụ | 120", "Số nhiệm vụ đã hoàn thành | 120".
    fn account(&self, block: &Block<'_>, gathered: &mut Gathered) {
        let told = block.rows.iter().filter_map(|row| {
            let behind = row.iter().skip_while(|c| is_value(c) || c.text.chars().count() <= ORDINAL).skip(1);
            let is_percentage = |c: &Cell| matches!(c.value, CellValue::Percent(_)) || c.text.contains('%');
            let mut numbers = behind.filter(|c| is_value(c) && !is_percentage(c)).filter_map(|c| Some((number(c)?, c)));
            let (number, cell) =
                numbers.next().filter(|_| numbers.next().is_none() && !row.iter().any(is_unit_of_percent))?;
            can_be_told(&block.heads, cell, self.year).then_some((*row, number, cell))
        });
        let told: Vec<(&[Cell], f64, &Cell)> = told.collect();
        let entries: Vec<(String, f64)> = told.iter().map(|(row, number, _)| (label(row), *number)).collect();
        let Some(account) = account(self.measure, &entries) else { return };
        let labels = [&entries[account.total].0, &entries[account.done].0];
        let words = format!("{} | {} | {}", self.whole.captions.join(" | "), labels[0], labels[1]);
        let words = Key::new(&words);
        let is_measured = holds(self.measure, &words) || self.scope.is_measured_by(&words, self.heading);
        if !is_measured || labels.iter().any(|label| is_given_by_others(Key::new(label).as_str())) {
            return;
        }
        let (row, _, cell) = told[account.done];
        let figure = Figure::counted(account.parts.0, account.parts.1);
        let quote = format!("{} | {}", row_text(told[account.total].0), row_text(row));
        let is_whole = self.whole.is_whole
            && !self.whole.has_section(block)
            && labels.iter().all(|label| self.scope.is_whole_head(label))
            && self.whole.are_heads_whole(&block.heads, row);
        let found = Found { figure, path: self.reading.file.path.clone(), place: self.page.place_of_cell(cell), quote };
        if is_whole { gathered.results.push(found) } else { gathered.parts.push(found) }
    }

    fn results(&self, heads: &[&[Cell]], columns: Option<&Columns>, row: &[Cell]) -> Vec<Found> {
        let mut found = Vec::new();
        let results: Vec<&Cell> = row.iter().filter(|c| can_be_result(heads, row, c, self.year)).collect();
        let counted = columns.and_then(|columns| columns.counted(row, &results));
        from_cells(self.reading, self.page, &results, counted, &row_text(row), &mut found);
        // "Tỷ lệ hoàn thành | % | 100": the unit stands in a column of its own.
        if found.is_empty() && row.iter().any(is_unit_of_percent) {
            let behind = results.iter().skip_while(|c| !is_unit_of_percent(c)).filter(|c| is_value(c));
            found.extend(behind.filter_map(|cell| {
                let printed = Printed::read(&cell.text)?;
                let (percent, kind) = (printed.percent, FigureKind::Result);
                let figure = Figure { percent, parts: None, printed: Some(printed), range: 0..0, kind };
                let place = self.page.place_of_cell(cell);
                Some(Found { figure, path: self.reading.file.path.clone(), place, quote: row_text(row) })
            }));
        }
        found
    }
}

/// The unit of a row, in a column of units.
fn is_unit_of_percent(cell: &Cell) -> bool {
    matches!(cell.text.trim(), "%" | "(%)" | "phần trăm" | "Phần trăm")
}

/// False in a column of goals, of what is left, or of another year.
fn can_be_told(heads: &[&[Cell]], cell: &Cell, year: i16) -> bool {
    can_be_result(heads, &[], cell, year)
}

fn label(row: &[Cell]) -> String {
    row.iter().filter(|c| !is_value(c)).map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Longest ordinal of a row ("a", "II", "1.1"), in characters.
const ORDINAL: usize = 3;

/// The cells that say what a row is about: those of words before its first figure, or before its last cell.
fn subjects(row: &[Cell]) -> impl Iterator<Item = &Cell> {
    let is_words = |c: &Cell| !is_value(c) && c.text.chars().count() > ORDINAL;
    let first = row.iter().position(is_words).unwrap_or(row.len());
    let figure = row.iter().skip(first).position(is_value).map(|at| first + at);
    row[first..figure.unwrap_or(row.len().saturating_sub(1)).max(first)].iter()
}
