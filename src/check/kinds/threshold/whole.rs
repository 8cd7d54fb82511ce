//! What a table as a whole says of a measure that its caption and the heads of its columns name, while its rows name only
//! the parts: "Kết quả thực hiện kế hoạch tuyên truyền", with "Báo chí | 12 | 12" and "Tổng cộng | 17 | 17" below. The row
//! of the total speaks; where there is none, the sum of the rows, or the number of rows that say "Đã hoàn thành".

use super::cells::{Columns, from_cells, row_text};
use super::rows::{can_be_result, is_result_head, is_total, is_value};
use super::share::are_heads_of_share;
use super::tables::Block;
use super::{Found, holds};
use crate::check::Reading;
use crate::document::{Cell, Page};
use crate::rules::Measure;
use crate::text::Key;
use crate::text::pattern::regex;
use crate::text::ratio::{Figure, FigureKind};

/// Fewest rows that make a list whose rows are counted.
const FEWEST: usize = 3;

pub(super) struct Whole<'a> {
    pub(super) reading: &'a Reading,
    pub(super) page: &'a Page,
    pub(super) measure: &'a Measure,
    pub(super) year: i16,
    /// The line above the table, the title or the name of its sheet.
    pub(super) captions: &'a [String],
}

impl Whole<'_> {
    /// Adds the result of the rows under the same heads, if they have one.
    pub(super) fn results(&self, block: &Block<'_>, found: &mut Vec<Found>) {
        let Some(columns) = Columns::of(&block.heads) else {
            found.extend(self.done_rows(block));
            return;
        };
        let heads = columns.words(&block.heads);
        if !self.is_named_by(&heads) || !are_heads_of_share(self.measure, &block.heads, &heads) {
            return;
        }
        let totals: Vec<&[Cell]> = block.rows.iter().copied().filter(|row| is_total(row)).collect();
        for row in &totals {
            let results: Vec<&Cell> = row.iter().filter(|c| self.can_be_result(block, row, c)).collect();
            if let Some(counted) = columns.counted(row, &results) {
                let quote = format!("{heads}: {}", row_text(row));
                from_cells(self.reading, self.page, &results, Some(counted), &quote, found);
            }
        }
        if totals.is_empty() {
            found.extend(self.sum(block, &columns, &heads));
        }
    }

    /// The sum over rows of which each holds both numbers; none where sums may stand among them (a section with figures).
    fn sum(&self, block: &Block<'_>, columns: &Columns, heads: &str) -> Option<Found> {
        let rows: Vec<&[Cell]> = block.rows.iter().copied().filter(|row| is_item(row)).collect();
        let (mut part, mut whole) = (0.0, 0.0);
        for row in &rows {
            let is_section = row.first().is_some_and(|c| regex!(r"^\s*(?:[IVX]+|[A-ZĐ])\s*\.?\s*$").is_match(&c.text));
            let results: Vec<&Cell> = row.iter().filter(|c| self.can_be_result(block, row, c)).collect();
            let counted = columns.counted(row, &results).filter(|_| !is_section)?;
            (part, whole) = (part + counted.0, whole + counted.1);
        }
        let last = rows.last().filter(|_| rows.len() > 1)?;
        self.found(part, whole, last, format!("{heads}: {part}/{whole}"))
    }

    /// The share of the rows of a list that say in words that they were done. Every row must say the one or the other.
    fn done_rows(&self, block: &Block<'_>) -> Option<Found> {
        let head = block.heads.first()?.iter().rfind(|h| is_result_head(h))?;
        let words = block.heads.first()?.iter().map(|h| h.text.as_str()).collect::<Vec<_>>().join(" | ");
        if !self.is_named_by(&words) || !are_heads_of_share(self.measure, &block.heads, &words) {
            return None;
        }
        let items: Vec<&[Cell]> =
            block.rows.iter().copied().filter(|row| row.len() > 1 && !is_total(row) && is_item(row)).collect();
        let mut done = 0;
        for row in &items {
            let cell = row.iter().find(|c| c.col == head.col)?;
            done += usize::from(is_done(&cell.text)?);
        }
        let last = items.last().filter(|_| items.len() >= FEWEST)?;
        self.found(done as f64, items.len() as f64, last, format!("{words}: {done}/{}", items.len()))
    }

    fn found(&self, part: f64, whole: f64, last: &[Cell], quote: String) -> Option<Found> {
        let place = self.page.place_of_cell(last.last()?);
        let percent = 100.0 * part / whole;
        let figure =
            Figure { percent, parts: Some((part, whole)), printed: None, range: 0..0, kind: FigureKind::Result };
        Some(Found { figure, path: self.reading.file.path.clone(), place, quote })
    }

    /// The captions and the heads hold the measure together.
    fn is_named_by(&self, heads: &str) -> bool {
        holds(self.measure, &Key::new(&format!("{} {heads}", self.captions.join(" "))))
    }

    fn can_be_result(&self, block: &Block<'_>, row: &[Cell], cell: &Cell) -> bool {
        can_be_result(&block.heads, row, cell, self.year)
    }
}

/// A row that names something: not the numbers of the columns ("(1) | (2)").
fn is_item(row: &[Cell]) -> bool {
    row.iter().any(|c| !is_value(c) && c.text.chars().filter(|c| c.is_alphabetic()).count() > 2)
}

/// What the words of a cell say of a task: done, not done, or neither for sure.
fn is_done(words: &str) -> Option<bool> {
    let key = Key::new(words);
    let text = key.as_str();
    if regex!(r"\bchưa\b|\bđang\b|\bkhông (?:hoàn thành|đạt|thực hiện)|\bchậm\b|quá hạn|\bmột phần\b").is_match(text)
    {
        let is_plain = regex!(r"^(?:chưa|đang|không (?:hoàn thành|đạt|thực hiện))\b").is_match(text);
        return is_plain.then_some(false);
    }
    regex!(r"^(?:đã )?(?:hoàn thành|thực hiện xong|xử lý xong|khắc phục xong|xong)\b[^\d%]*$|^đã (?:thực hiện|xử lý|khắc phục)\b[^\d%]*$")
        .is_match(text)
        .then_some(true)
}
