//! What names a table, whether it can hold results at all by its name, and whether another one goes on with it.

use super::cells::row_text;
use super::rows::{CAPTION, is_value, section};
use crate::document::{Line, Page, Table};
use crate::reading::Reading;
use crate::statement::years::{label_speaks_only_of_others, speaks_only_of_others};
use crate::text::Key;
use crate::text::pattern::regex;
use crate::text::sentence::is_ahead;

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
        let start = first_byte(reading, page_index, index)?;
        let sentences = reading.sentences();
        let before = sentences.partition_point(|s| s.range.end <= start).checked_sub(1)?;
        sentences.get(before).map(|s| s.is_ahead)
    };
    is_off || is_under_heading().unwrap_or(false)
}

/// False if another table of the file has the same heads, or none and as many columns: a list over several pages, or one
/// for each level, is a whole only together.
pub(super) fn is_alone(reading: &Reading, table: &Table) -> bool {
    let columns = |table: &Table| table.cells.iter().map(|c| c.col).max();
    let first = |table: &Table| table.rows().find(|row| row.len() > 1).map(row_text);
    let has_heads = |table: &Table| table.rows().find(|row| row.len() > 1).is_some_and(|row| !row.iter().any(is_value));
    let goes_on = |other: &Table| first(other) == first(table) || !has_heads(other) && columns(other) == columns(table);
    let all = reading.document().pages.iter().flat_map(|page| &page.tables);
    !all.filter(|other| !std::ptr::eq(*other, table)).any(goes_on)
}

/// What names a table: the line before it; the name of its sheet, and the titles above it there.
pub(super) fn captions(reading: &Reading, page_index: usize, index: usize) -> Vec<String> {
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

/// Most lines of notes below a table.
const MOST_NOTES: usize = 3;

/// The notes right below a table: "Ghi chú: Số liệu 9 tháng", "(*) Ước thực hiện".
pub(super) fn notes(page: &Page, index: usize) -> Vec<&str> {
    let is_of_table = |l: &Line| l.cell.is_some_and(|(table, ..)| table as usize == index);
    let Some(last) = page.lines.iter().rposition(is_of_table) else { return Vec::new() };
    let below = page.lines[last + 1..].iter().map(|l| l.text.trim()).filter(|text| !text.is_empty());
    below.take(MOST_NOTES).skip_while(|text| !is_note(text)).collect()
}

/// True for a line that is a note on something above.
pub(super) fn is_note(line: &str) -> bool {
    regex!(r"(?i)^\s*(?:(?:ghi chú|chú thích|chú giải|chú ý|lưu ý|nguồn)\b|\(?(?:\*{1,3}|\d)\)\s|\*{1,3}\s?\p{L})")
        .is_match(line)
}

/// Where a table begins in the running text; none in a sheet, which has none.
pub(super) fn first_byte(reading: &Reading, page_index: usize, index: usize) -> Option<usize> {
    let page = reading.document().pages.get(page_index)?;
    reading.flow().start_of(page_index, first_line(page, index)?)
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
