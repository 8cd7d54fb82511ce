//! What a table as a whole says of a measure that its caption and the heads of its columns name, while its rows name only
//! the parts: "Kết quả thực hiện kế hoạch tuyên truyền", with "Báo chí | 12 | 12" and "Tổng cộng | 17 | 17" below. The row
//! of the total speaks; where there is none, the sum of the rows, or the number of rows that say "Đã hoàn thành". A table
//! of a part of the year, of one office or of one field, one with several columns of what was done, and one whose rows say
//! otherwise, is left to a person.

use super::caption::is_alone;
use super::cells::{Columns, Counted, from_cells, row_text, unreached};
use super::gathered::{Block, Found, Gathered, holds};
use super::measure::Measure;
use super::rows::{can_be_result, head_over, is_result_head, is_total, is_value, section};
use super::scope::{Scope, is_given_by_others};
use super::share::{are_heads_of_units, are_heads_of_work};
use crate::document::{Cell, Page, Table};
use crate::reading::Reading;
use crate::statement::ratio::Figure;
use crate::text::Key;
use crate::text::pattern::regex;

/// Fewest rows that make a list whose rows are counted.
const FEWEST: usize = 3;

pub(super) struct Whole<'a> {
    pub(super) reading: &'a Reading,
    pub(super) page: &'a Page,
    pub(super) table: &'a Table,
    /// What names the table, and whether that, and the headings over it, speak of the whole.
    pub(super) captions: Vec<String>,
    pub(super) is_whole: bool,
    /// Where the table begins in the running text.
    pub(super) at: Option<usize>,
    pub(super) measure: &'a Measure,
    pub(super) scope: &'a Scope<'a>,
    pub(super) year: i16,
}

impl Whole<'_> {
    /// Adds the result of the rows under the same heads, if they have one, and what denies it.
    pub(super) fn results(&self, block: &Block<'_>, gathered: &mut Gathered) {
        if !self.is_of_measure(block) {
            return;
        }
        let denials =
            block.rows.iter().flat_map(|row| unreached(self.reading, self.page, self.measure, &block.heads, row));
        gathered.denials.extend(denials);
        let mut found = Vec::new();
        match Columns::of(&block.heads) {
            Some(columns) => self.counts(block, &columns, &mut found),
            None => found.extend(self.done_rows(block)),
        }
        let heads = block.heads.first().copied().unwrap_or_default();
        let is_whole = self.is_whole
            && !self.has_section(block)
            && !self.lists_parts(block)
            && self.are_heads_whole(&block.heads, heads)
            && !block.rows.iter().any(|row| is_total(row) && self.is_noted_as_part(&block.heads, row));
        if is_whole { gathered.results.append(&mut found) } else { gathered.parts.append(&mut found) }
    }

    /// True if there is no total, and the rows are parts of a year or there is one row alone that names a part.
    fn lists_parts(&self, block: &Block<'_>) -> bool {
        if block.rows.iter().any(|row| is_total(row)) {
            return false;
        }
        let words = |row: &&&[Cell]| -> String {
            row.iter().filter(|c| c.text.chars().count() > 3 && !is_value(c)).map(|c| c.text.clone() + " ").collect()
        };
        let has_figure = |row: &&&[Cell]| row.iter().skip(1).any(is_value);
        let labels: Vec<String> = block.rows.iter().filter(has_figure).map(|row| words(&row)).collect();
        let years = block.rows.iter().filter_map(|row| row.first());
        let is_of_time = |label: &str| {
            let key = Key::new(label);
            let mut years = regex!(r"\bnăm (\d{4})").captures_iter(key.as_str());
            regex!(r"\b(?:quý|tháng|đợt)\b").is_match(key.as_str())
                || years.any(|year| year[1].parse() != Ok(self.year))
        };
        let are_years = years.clone().count() > 0 && years.clone().all(|c| regex!(r"^\s*20\d\d\s*$").is_match(&c.text));
        let is_one_part = matches!(labels.as_slice(), [label] if !self.scope.is_whole_head(label));
        // A list of bodies or of fields of the reform may leave some out.
        let is_listed = |label: &str| {
            let key = Key::new(label);
            regex!(r"^\W*(?:sở|ban|phòng|huyện|thị xã|thành phố|xã|phường|ủy ban nhân dân|văn phòng|thanh tra|chi cục|trung tâm)\b|thể chế|thủ tục hành chính|tổ chức bộ máy|tài chính công|hiện đại hóa|công vụ").is_match(key.as_str())
        };
        let is_head_of = |pattern: &regex::Regex| {
            block
                .heads
                .iter()
                .copied()
                .flatten()
                .filter(|h| h.col <= 1)
                .any(|h| pattern.is_match(Key::new(&h.text).as_str()))
        };
        let is_by_month = is_head_of(regex!(r"^(?:tháng|quý|đợt)\b"));
        let is_by_body = labels.len() > 1 && is_head_of(regex!(r"^(?:cơ quan|đơn vị|địa phương|lĩnh vực)\b"));
        let are_listed =
            is_by_body || labels.len() > 1 && labels.iter().filter(|label| is_listed(label)).count() * 2 > labels.len();
        is_by_month || labels.iter().any(|label| is_of_time(label)) || are_years || is_one_part || are_listed
    }

    /// True if a row among those of a block heads the ones below it with a part: "CẤP TỈNH", "QUÝ IV".
    pub(super) fn has_section(&self, block: &Block<'_>) -> bool {
        block.rows.iter().filter_map(|row| section(row)).any(|(words, _)| !self.scope.is_whole_head(&words))
    }

    /// True if no head over the figures of a row names a part: "Quý IV", "Cấp huyện", "Sở Y tế".
    pub(super) fn are_heads_whole(&self, heads: &[&[Cell]], row: &[Cell]) -> bool {
        let first = row.iter().find(|c| !is_value(c) && c.text.chars().count() > 3).map_or(0, |c| c.col);
        if self.is_noted_as_part(heads, row) {
            return false;
        }
        let beside = regex!(
            r"^(?:ghi chú|lĩnh vực|nội dung|nhiệm vụ|cơ quan|đơn vị|chủ trì|thời|người|đánh giá|hình thức|yêu cầu|chỉ số|trọng số|s?tt\b)|^(?:năm )?(?:19|20)\d\d$|\b(?:đang|chưa|còn)\b"
        );
        let over =
            |cell: &Cell| heads.iter().filter_map(|head| head_over(head, cell.col)).map(|h| h.text.clone()).collect();
        row.iter().filter(|c| c.col > first).all(|cell| {
            let over: Vec<String> = over(cell);
            let is_figure = over.first().is_some_and(|own| !beside.is_match(Key::new(own).as_str()));
            !is_figure || over.iter().all(|head| self.scope.is_whole_head(head))
        })
    }

    /// "Tổng cộng | 30 | 30 | Số liệu quý III", with the words in a column of notes.
    fn is_noted_as_part(&self, heads: &[&[Cell]], row: &[Cell]) -> bool {
        row.iter().filter(|c| !is_value(c)).any(|cell| {
            let is_note = |head: &Cell| Key::new(&head.text).as_str().starts_with("ghi chú");
            heads.iter().filter_map(|head| head_over(head, cell.col)).any(is_note)
                && self.scope.is_narrowed_by(&cell.text)
        })
    }

    fn counts(&self, block: &Block<'_>, columns: &Columns, found: &mut Vec<Found>) {
        let heads = columns.words(&block.heads);
        let (totals, rows): (Vec<_>, Vec<_>) = block.rows.iter().copied().partition(|row| is_total(row));
        let Some(items) = self.items(block, columns, &rows) else { return };
        let quote = |row: &[Cell]| format!("{heads}: {}", row_text(row));
        let Some(total) = totals.last() else {
            if !is_alone(self.reading, self.table) {
                return;
            }
            let (part, whole) = items.iter().fold((0.0, 0.0), |sum, item| (sum.0 + item.0, sum.1 + item.1));
            found.extend(items.last().filter(|_| whole > 0.0).map(|last| match items.as_slice() {
                [_] => self.found(part, whole, last.2, rows.last().map_or(heads.clone(), |row| quote(row))),
                _ => self.found(part, whole, last.2, format!("{heads}: {part}/{whole}")),
            }));
            return;
        };
        let results: Vec<&Cell> = total.iter().filter(|c| self.can_be_result(block, total, c)).collect();
        let Some(counted) = columns.counted(total, &results).filter(|c| c.1 > 0.0) else { return };
        // More in one row does not make up for less in another.
        let is_consistent = items.iter().all(|item| counted.0 < counted.1 || item.0 >= item.1);
        if is_consistent {
            from_cells(self.reading, self.page, &results, Some(counted), &quote(total), found);
        }
    }

    /// The numbers of the rows; none unless each row that has a number has both, and none of them can be the sum of others.
    fn items<'r>(&self, block: &Block<'_>, columns: &Columns, rows: &[&'r [Cell]]) -> Option<Vec<Counted<'r>>> {
        let has_number = |row: &&[Cell]| row.iter().any(|c| columns.is_one(c) && is_value(c));
        let mut items = Vec::new();
        for row in rows.iter().copied().filter(|row| !is_numbering(row)).filter(has_number) {
            let is_sum = row.first().is_some_and(|c| regex!(r"^\s*(?:[IVX]+|[A-ZĐ])\s*\.?\s*$").is_match(&c.text));
            let results: Vec<&Cell> = row.iter().filter(|c| self.can_be_result(block, row, c)).collect();
            items.push(columns.counted(row, &results).filter(|_| !is_sum)?);
        }
        Some(items)
    }

    /// The share of the rows of a list that say in words that they were done. Every row must say the one or the other.
    fn done_rows(&self, block: &Block<'_>) -> Option<Found> {
        let head = block.heads.first()?.iter().rfind(|h| is_result_head(h))?;
        let is_item = |row: &&[Cell]| row.len() > 2 && !is_total(row) && row.iter().any(|c| !is_value(c));
        let items: Vec<&[Cell]> = block.rows.iter().copied().filter(is_item).collect();
        let mut done = 0;
        for row in &items {
            let cell = row.iter().find(|c| c.col == head.col)?;
            done += usize::from(is_done(&cell.text)?);
        }
        let last = items.last().filter(|_| items.len() >= FEWEST && is_alone(self.reading, self.table))?.last()?;
        let (part, whole) = (done as f64, items.len() as f64);
        Some(self.found(part, whole, last, format!("{}: {part}/{whole}", row_text(block.heads.first()?))))
    }

    fn found(&self, part: f64, whole: f64, last: &Cell, quote: String) -> Found {
        Found {
            figure: Figure::counted(part, whole),
            path: self.reading.file.path.clone(),
            place: self.page.place_of_cell(last),
            quote,
        }
    }

    /// The captions and the heads hold the measure together, speak of all of it, and count work.
    fn is_of_measure(&self, block: &Block<'_>) -> bool {
        let heads: Vec<String> = block.heads.iter().rev().map(|row| row_text(row)).collect();
        let captions = self.captions.join(" | ");
        let heads = heads.join(" | ");
        let columns = Columns::of(&block.heads).map(|columns| columns.words(&block.heads)).unwrap_or_default();
        // Units of one level are a part: only the row of the total speaks of all, and the rows say what was counted.
        let is_row_of_all = |row: &&[Cell]| is_total(row) || block.rows.len() == 1 && row.iter().all(is_value);
        let counts_units = are_heads_of_units(self.measure, &columns) && block.rows.iter().any(is_row_of_all);
        let rows = block
            .rows
            .iter()
            .filter(|row| counts_units || is_total(row))
            .map(|row| row_text(row))
            .collect::<Vec<_>>()
            .join(" | ");
        // Communes are not what is counted.
        let has_communes = regex!(r"(?i)(?:^|[^ị] )\b(?:xã|phường|thị trấn)\b").is_match(&rows);
        let words = Key::new(&format!("{captions} | {heads} | {rows}"));
        (holds(self.measure, &words) || self.scope.is_measured_by(&words, self.at))
            && !has_communes
            && !self.are_given_by_others(block)
            && (counts_units || are_heads_of_work(self.measure, &block.heads, &captions))
            && !is_chosen(Key::new(&captions).as_str())
            && !is_given_by_others(Key::new(&captions).as_str())
            && !is_given_by_others(Key::new(&heads).as_str())
    }

    /// True if the rows tell who gave the tasks and somebody else is among them.
    fn are_given_by_others(&self, block: &Block<'_>) -> bool {
        let head = block
            .heads
            .iter()
            .copied()
            .flatten()
            .find(|h| regex!(r"(?i)(?:cơ quan|nơi|đơn vị|cấp) giao").is_match(&h.text));
        let Some(head) = head else { return false };
        let givers =
            block.rows.iter().filter(|row| !is_total(row)).flat_map(|row| row.iter().filter(|c| c.col == head.col));
        let is_own = |cell: &Cell| self.measure.phrases.iter().any(|phrase| phrase.is_in(&Key::new(&cell.text)));
        !givers.into_iter().all(is_own)
    }

    fn can_be_result(&self, block: &Block<'_>, row: &[Cell], cell: &Cell) -> bool {
        can_be_result(&block.heads, row, cell, self.year)
    }
}

/// A caption of what was chosen because it was done or not.
fn is_chosen(captions: &str) -> bool {
    regex!(r"(?:đã|chưa|đang|không)(?: được)? (?:hoàn thành|thực hiện|xử lý|khắc phục)").is_match(captions)
}

/// The numbers of the columns: "1 | 2 | 3".
fn is_numbering(row: &[Cell]) -> bool {
    let number = |c: &Cell| c.text.trim_matches(['(', ')', ' ']).parse::<usize>().ok();
    row.len() > 1 && row.windows(2).all(|pair| number(&pair[0]).is_some_and(|n| number(&pair[1]) == Some(n + 1)))
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
    regex!(r"^(?:đã )?(?:hoàn thành|thực hiện xong|xử lý xong|khắc phục xong|xong)\b[^\d%]*$|^đã (?:thực hiện|xử lý|khắc phục)(?: xong)?[\s.]*$")
        .is_match(text)
        .then_some(true)
}
