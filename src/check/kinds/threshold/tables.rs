//! Figures in tables: rows that hold the phrases of a measure, and columns whose head does, at the row of the total.
//! What stands in a column, a row, a section or a table of goals, of what is left, or of another year is no result; nor
//! is the row of a part the whole.

use super::alike::is_row_of_part;
use super::cells::{Columns, from_cells, row_text, unreached};
use super::rows::{CAPTION, can_be_result, is_total, is_value, section, totals, walk};
use super::share::is_row_of_share;
use super::whole::Whole;
use super::{Found, Gathered, holds};
use crate::check::Reading;
use crate::check::kinds::Context;
use crate::document::{Cell, Page, Table};
use crate::rules::Measure;
use crate::text::Key;
use crate::text::pattern::regex;
use crate::text::sentence::is_ahead;
use crate::text::years::{label_speaks_only_of_others, speaks_only_of_others};

/// Finds the results of a measure in all tables of a file.
pub(super) fn search(context: &Context<'_>, reading: &Reading, measure: &Measure, gathered: &mut Gathered) {
    let year = context.year();
    for (page_index, page) in reading.document().pages.iter().enumerate() {
        for (index, table) in page.tables.iter().enumerate() {
            if is_off(reading, page_index, index, year) {
                continue;
            }
            let captions = captions(reading, page_index, index);
            let is_alone = is_alone(reading, table);
            let whole = Whole { reading, page, measure, year, captions: &captions, is_alone };
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
        let mut own: Vec<Found> = Vec::new();
        for row in held {
            own.extend(self.results(&block.heads, row));
            gathered.denials.extend(unreached(self.reading, self.page, self.measure, &block.heads, row));
        }
        if own.is_empty() {
            return;
        }
        let (mut parts, mut total, mut has_others) = (Vec::new(), Vec::new(), false);
        for row in block.rows.iter().copied().filter(|row| !is_held(row)) {
            let found = self.results(&block.heads, row);
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

    fn results(&self, heads: &[&[Cell]], row: &[Cell]) -> Vec<Found> {
        let mut found = Vec::new();
        let results: Vec<&Cell> = row.iter().filter(|c| can_be_result(heads, row, c, self.year)).collect();
        let counted = Columns::of(heads).and_then(|columns| columns.counted(row, &results));
        from_cells(self.reading, self.page, &results, counted, &row_text(row), &mut found);
        found
    }
}

fn label(row: &[Cell]) -> String {
    row.iter().filter(|c| !is_value(c)).map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// True if all of a table is about goals, the time to come or another year, or is a plan or a list of marks: by the
/// heading that it stands under, the line before it, or the title or name of its sheet.
pub(super) fn is_off(reading: &Reading, page_index: usize, index: usize, year: i16) -> bool {
    let Some(page) = reading.document().pages.get(page_index) else { return false };
    let says_so = |words: &str| is_ahead(words) || speaks_only_of_others(words, year) || is_plan_or_marks(words);
    let is_off = captions(reading, page_index, index).iter().any(|caption| says_so(caption));
    if let Some(sheet) = &page.sheet {
        return is_off || label_speaks_only_of_others(sheet, year);
    }
    let is_under_heading = || {
        let start = reading.flow().start_of(page_index, first_line(page, index)?)?;
        let sentences = reading.sentences();
        let before = sentences.partition_point(|s| s.range.end <= start).checked_sub(1)?;
        sentences.get(before).map(|s| s.is_ahead)
    };
    is_off || is_under_heading().unwrap_or(false)
}

/// False if another table of the file has the same heads, or none and as many columns: a list over several pages, or one
/// for each level, is a whole only together.
fn is_alone(reading: &Reading, table: &Table) -> bool {
    let columns = |table: &Table| table.cells.iter().map(|c| c.col).max();
    let first = |table: &Table| table.rows().find(|row| row.len() > 1).map(row_text);
    let has_heads = |table: &Table| table.rows().find(|row| row.len() > 1).is_some_and(|row| !row.iter().any(is_value));
    let goes_on = |other: &Table| first(other) == first(table) || !has_heads(other) && columns(other) == columns(table);
    let all = reading.document().pages.iter().flat_map(|page| &page.tables);
    !all.filter(|other| !std::ptr::eq(*other, table)).any(goes_on)
}

/// What names a table: the line before it; the name of its sheet, and the titles above it there.
fn captions(reading: &Reading, page_index: usize, index: usize) -> Vec<String> {
    let Some(page) = reading.document().pages.get(page_index) else { return Vec::new() };
    if let Some(sheet) = &page.sheet {
        // A title with an empty row below it is a table of its own.
        let above = index.checked_sub(1).and_then(|above| page.tables.get(above));
        let titles = [above, page.tables.get(index)].into_iter().flatten();
        let titles = titles.map(|t| t.rows().map_while(section).map(|(words, _)| words + " ").collect());
        return [sheet.clone()].into_iter().chain(titles).collect();
    }
    let Some(first) = first_line(page, index) else { return Vec::new() };
    let caption = page.lines[..first].iter().rfind(|l| !l.text.trim().is_empty());
    let caption = caption.filter(|l| l.cell.is_none() && l.text.chars().count() <= CAPTION);
    caption.into_iter().map(|l| l.text.clone()).collect()
}

/// The first line of the page that stands in a table.
fn first_line(page: &Page, index: usize) -> Option<usize> {
    page.lines.iter().position(|l| l.cell.is_some_and(|(table, ..)| table as usize == index))
}

/// True for the title of a plan ("KẾ HOẠCH KIỂM TRA") or of marks ("BẢNG CHẤM ĐIỂM"), which prove no result.
fn is_plan_or_marks(title: &str) -> bool {
    let key = Key::new(title);
    let text = key.as_str();
    let title = regex!(
        r"^(?:(?:phụ lục|biểu|mẫu)(?: số)?(?: [ivx\d]+)?[\s.:-]*)?(?:ủy ban nhân dân .{0,30} |sở nội vụ )?(?:(?:kế hoạch|kh|dự kiến|lịch|phân công|dự thảo)\b|(?:bảng|danh mục|danh sách|biểu)(?: tổng hợp)? (?:kế hoạch|dự kiến|phân công|nhiệm vụ))"
    );
    let is_of_results = regex!(r"kết quả|tình hình|thực hiện|hoàn thành|tiến độ|\bth\b|\bđã\b").is_match(text);
    title.is_match(text) && !is_of_results || regex!(r"chấm điểm|thang điểm|bảng điểm|phiếu điểm").is_match(text)
}
