//! The rows of a table under their heads and sections, and which of their cells can hold a result.

use crate::document::{Cell, CellValue, Table};
use crate::statement::ratio::{FigureKind, figures, of_head, of_label};
use crate::statement::years::{label_speaks_only_of_others, speaks_only_of_others};
use crate::text::Key;
use crate::text::pattern::regex;
use crate::text::sentence::is_ahead;

/// Longest line that is the caption of a table or the heading of a section in it, in characters.
pub(super) const CAPTION: usize = 150;

/// Most rows of heads over one another.
const MOST_HEADS: usize = 4;

/// Visits the rows of a table, each with the rows of heads above it, the nearest first, and whether it is about results of
/// the year: not if it stands under a section row about goals, the time to come or another year ("II | PHƯƠNG HƯỚNG NĂM
/// 2019", or a title above the table in a sheet).
pub(super) fn walk<'a>(table: &'a Table, year: i16, mut visit: impl FnMut(&'a [Cell], &[&'a [Cell]], bool)) {
    let mut heads: Vec<&[Cell]> = Vec::new();
    let mut follows_head = false;
    let mut block = String::new();
    let mut last: Option<(u32, bool)> = None;
    let mut is_off = false;
    for row in table.rows() {
        let Some(at) = row.first().map(|c| c.row) else { continue };
        let section = section(row);
        if let Some((words, is_strong)) = &section {
            // Lines of one title stand below one another.
            if !last.is_some_and(|(_, was_section)| was_section) || block.len() > 4 * CAPTION {
                block.clear();
            }
            block.push_str(words);
            block.push(' ');
            // A row that only lacks its figures ends no section.
            is_off = is_ahead(&block) || speaks_only_of_others(&block, year) || is_off && !is_strong;
        }
        visit(row, &heads, !is_off);
        let is_numbered = row.first().is_some_and(|c| ["tt", "stt", "số tt"].contains(&Key::new(&c.text).as_str()));
        // Heads stand at the top or behind a title or an empty row; a row of words among figures is none.
        let may_begin = is_numbered
            || heads.is_empty()
            || last.is_none_or(|(row_before, was_section)| was_section || row_before + 1 < at);
        // Under heads that span several columns a second row leaves out the columns that the first one has named.
        let goes_on =
            follows_head && heads.len() < MOST_HEADS && heads.last().is_some_and(|top| column_of(row) > column_of(top));
        follows_head = is_head(row) && (may_begin || goes_on);
        if follows_head && !goes_on {
            heads.clear();
        }
        if follows_head {
            heads.insert(0, row);
        }
        last = Some((at, section.is_some()));
    }
}

fn column_of(row: &[Cell]) -> Option<u32> {
    row.first().map(|c| c.col)
}

/// The words of a row that is a title or the heading of a section, and whether it is one beyond doubt: numbered with a
/// roman numeral or a letter, or in capitals.
pub(super) fn section(row: &[Cell]) -> Option<(String, bool)> {
    let is_ordinal = |c: &Cell| regex!(r"^(?:[IVX]{1,5}|[A-ZĐ])\.?$").is_match(c.text.trim());
    let (heading, is_numbered) = match row {
        [heading] => (heading, regex!(r"^(?:[IVX]{1,5}|[A-ZĐ])[.)]\s").is_match(&heading.text)),
        [ordinal, heading] if is_ordinal(ordinal) => (heading, true),
        _ => return None,
    };
    let is_words = matches!(heading.value, CellValue::Text(_))
        && heading.text.chars().count() <= CAPTION
        && figures(&heading.text).is_empty();
    let is_capital = !heading.text.chars().any(char::is_lowercase);
    is_words.then(|| (heading.text.clone(), is_numbered || is_capital))
}

/// True unless the heads of its column or the words of its row say that a cell is a goal, what is left, a change, or of
/// another year.
pub(super) fn can_be_result(heads: &[&[Cell]], row: &[Cell], cell: &Cell, year: i16) -> bool {
    let above = || heads.iter().filter_map(|head| head_over(head, cell.col));
    let column = above().find_map(|head| of_head(&Key::new(&head.text)));
    let labels: Vec<&str> =
        row.iter().take_while(|c| c.col < cell.col).filter(|c| !is_value(c)).map(|c| c.text.as_str()).collect();
    let labels = labels.join(" ");
    let label = of_label(&Key::new(&labels));
    let is_goal = match column {
        Some(kind) => kind != FigureKind::Result,
        None => label == Some(FigureKind::Target),
    };
    let is_of_others =
        above().any(|head| label_speaks_only_of_others(&head.text, year)) || speaks_only_of_others(&labels, year);
    !is_goal && label != Some(FigureKind::Negated) && !is_of_others
}

/// A row of words without figures, or with years: the heads of the columns below.
fn is_head(row: &[Cell]) -> bool {
    let is_year = |c: &Cell| regex!(r"^(?:19|20)\d\d$").is_match(c.text.trim());
    row.len() >= 2
        && row.iter().all(|c| is_year(c) || matches!(c.value, CellValue::Text(_)) && !is_value(c))
        && row.iter().any(|c| !is_year(c))
}

/// True for a cell that holds a figure and hardly a word: `100%`, `14/35`, `(1)`, `đạt 40%`, but not `Chỉ tiêu 100%`.
pub(super) fn is_value(cell: &Cell) -> bool {
    let text = &cell.text;
    if !matches!(cell.value, CellValue::Text(_)) {
        return true;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let is_figure = || !figures(text).is_empty() && of_head(&Key::new(text)) != Some(FigureKind::Target);
    has_digit && (letters == 0 || letters <= 12 && is_figure())
}

/// True for the row of a total.
pub(super) fn is_total(row: &[Cell]) -> bool {
    let total = regex!(
        r"^(?:tổng cộng|tổng số|cộng|tổng|toàn tỉnh|chung|cả năm)(?: (?:các |số )?(?:nhiệm vụ|vấn đề|tồn tại|nội dung|cơ quan, đơn vị|cơ quan|đơn vị)(?: (?:của |theo |trong )?kế hoạch)?)?\s*[.:]?\s*(?:\([^()]*\)|=.*)?\s*[.:]?$"
    );
    row.iter().take(2).any(|c| total.is_match(Key::new(&c.text).as_str()))
}

/// Pairs of a column's head and its cell, if the row is that of the total.
pub(super) fn totals<'a>(heads: &[&'a [Cell]], row: &'a [Cell]) -> Vec<(&'a Cell, &'a Cell)> {
    let Some(head) = heads.first().filter(|_| is_total(row)) else { return Vec::new() };
    row.iter().filter_map(|cell| Some((head.iter().find(|h| h.col == cell.col)?, cell))).collect()
}

/// The nearest head over a cell.
pub(super) fn head_of<'a>(heads: &[&'a [Cell]], cell: &Cell) -> Option<&'a Cell> {
    head_over(heads.first()?, cell.col)
}

/// The cell of a row of heads over a column; one that spans several stands in the first of them.
pub(super) fn head_over(head: &[Cell], col: u32) -> Option<&Cell> {
    head.iter().rfind(|h| h.col <= col)
}

/// True for the head of a column of results; "Nội dung thực hiện", "Cơ quan thực hiện" and "Thời gian hoàn thành" say
/// what, who and when.
pub(super) fn is_result_head(head: &Cell) -> bool {
    let key = Key::new(&head.text);
    of_head(&key) == Some(FigureKind::Result) && !is_who_or_when(key.as_str()) && !is_task(key.as_str())
}

/// True if tasks are handed out below these heads and no column says what became of them.
pub(super) fn is_task_list(heads: &[&[Cell]]) -> bool {
    let mut all = heads.iter().copied().flatten();
    let is_told = heads.iter().copied().flatten().any(is_result_head);
    !is_told && all.any(|h| is_who_or_when(Key::new(&h.text).as_str()))
}

/// "Nội dung thực hiện" names the task.
fn is_task(head: &str) -> bool {
    regex!(r"^(?:nội dung|nhiệm vụ|công việc)\b").is_match(head) && !tells_result(head)
}

fn is_who_or_when(head: &str) -> bool {
    let is_one = regex!(
        r"^(?:cơ quan|đơn vị|thời gian|thời hạn|thời điểm|hạn|người|bộ phận|phòng|cán bộ)\b.*\b(?:thực hiện|hoàn thành|chủ trì|phối hợp|báo cáo)|chủ trì|phụ trách|thời hạn|^thời gian$"
    );
    is_one.is_match(head) && !tells_result(head)
}

fn tells_result(head: &str) -> bool {
    regex!(r"kết quả|tỷ lệ|\bđã\b").is_match(head)
}
