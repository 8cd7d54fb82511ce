//! Percentages beside a part and a total, where the heads of the columns say without doubt which is which.

use std::collections::BTreeSet;

use super::wrong::Wrong;
use crate::document::CellValue;
use crate::document::grid::{Grid, Label, at, is_numbers_of_columns, number, shown_label};
use crate::text::Key;

/// Percentages that are not their part of their total.
pub(super) fn wrong<'a>(grid: &Grid<'a>) -> Vec<Wrong<'a>> {
    let Some([whole, part, share]) = columns(grid) else { return Vec::new() };
    let mut wrong = Vec::new();
    let rows = grid.body().iter().zip(grid.labels()).filter(|(_, label)| **label != Label::Average);
    for row in rows.map(|(row, _)| row).filter(|row| !is_numbers_of_columns(row)) {
        let (Some(whole), Some(done), Some(cell)) =
            (at(row, whole).and_then(number), at(row, part).and_then(number), at(row, share))
        else {
            continue;
        };
        let printed = match &cell.value {
            CellValue::Percent(value) => Some(value * 100.0),
            CellValue::Number(value) => Some(*value),
            CellValue::Text(text) => text.trim().trim_end_matches('%').trim().replace(',', ".").parse().ok(),
            _ => None,
        };
        let Some(printed) = printed.filter(|_| whole > 0.0) else { continue };
        let computed = 100.0 * done / whole;
        // A column of shares (0.4 for 40 %) without a percent format is right too.
        if (printed - computed).abs() > 1.0 && (printed * 100.0 - computed).abs() > 1.0 {
            let (row, head) = (shown_label(row), grid.shown_name(share));
            wrong.push(Wrong { cell, id: "KC409-percent", row, head, computed });
        }
    }
    wrong
}

/// The columns of the whole, the part and the share. If two columns could be the same one, neither is taken.
fn columns(grid: &Grid<'_>) -> Option<[u32; 3]> {
    let columns = grid.columns();
    let percentages = grid.body().iter().flat_map(|row| row.iter());
    let percentages = percentages.filter(|c| matches!(c.value, CellValue::Percent(_)) || c.text.trim().ends_with('%'));
    let all: BTreeSet<u32> = percentages.map(|c| c.col).chain(columns.iter().copied()).collect();
    let roles: Vec<(u32, Role)> = all.into_iter().map(|col| (col, role_of(grid, col))).collect();
    let only = |role: Role| {
        let mut of = roles.iter().filter(|(_, r)| *r == role);
        of.next().filter(|_| of.next().is_none()).map(|(col, _)| *col)
    };
    let (whole, part, share) = (only(Role::Whole)?, only(Role::Part)?, only(Role::Share)?);
    // A figure between them may be the whole that the part belongs to.
    if columns.iter().any(|col| (whole + 1..part).contains(col)) {
        return None;
    }
    let [of_whole, of_part, of_share] = [whole, part, share].map(|col| words(&grid.head(col)));
    // A rate whose head names more than the two columns measures something else: what was done in time, online, with content.
    let known = |word: &String| OF_RATES.contains(&word.as_str()) || of_part.contains(word) || of_whole.contains(word);
    let names_part = of_share.iter().any(|word| of_part.contains(word));
    (of_share.iter().all(known) && share > part && (share == part + 1 || names_part)).then_some([whole, part, share])
}

/// Words in the head of a rate that do not say what it is a rate of.
const OF_RATES: &[&str] =
    &["tỷ", "tỉ", "lệ", "phần", "trăm", "đạt", "đã", "được", "số", "kết", "quả", "thực", "hiện", "hoàn", "thành"];

fn words(head: &str) -> Vec<String> {
    let words = head.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.map(|w| Key::new(w).as_str().to_owned()).collect()
}

/// The role of a column in a percentage, by its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Whole,
    Part,
    Share,
    Other,
}

fn role_of(grid: &Grid<'_>, col: u32) -> Role {
    let (all, name) = (grid.head(col), grid.name(col));
    let (all, key) = (Key::new(&all), Key::new(name));
    let has = |key: &Key, words: &[&str]| words.iter().any(|w| key.contains(&Key::new(w)));
    // Compared with another year, or of another whole.
    if has(&all, &["cùng kỳ", "so với", "năm trước", "tăng", "giảm"]) {
        return Role::Other;
    }
    if name.contains('%') || has(&key, &["tỷ lệ", "tỉ lệ"]) {
        // In time as a share of all, or of what was done: the head does not say.
        let is_of_more = has(&all, &["hạn", "trực tuyến", "hài lòng", "chưa", "không"]);
        if is_of_more { Role::Other } else { Role::Share }
    } else if has(&all, &["chưa", "không", "quá hạn", "trễ", "chậm", "đang", "còn lại"]) {
        Role::Other
    } else if has(&key, &["tổng số", "kế hoạch", "được giao", "phải thực hiện"]) {
        Role::Whole
    } else if has(
        &key,
        &["đã thực hiện", "đã hoàn thành", "đã kiểm tra", "đã xử lý", "đã giải quyết", "thực hiện", "hoàn thành"],
    ) {
        Role::Part
    } else {
        Role::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::table;

    fn found(rows: &[&[&str]]) -> Vec<f64> {
        let table = table(rows);
        Grid::of(&table).map_or_else(Vec::new, |grid| wrong(&grid).iter().map(|w| w.computed).collect())
    }

    #[test]
    fn what_is_not_done_or_compared_is_no_share() {
        for head in [
            ["Đơn vị", "Tổng số", "Chưa thực hiện", "Tỷ lệ"],
            ["Đơn vị", "Kế hoạch", "Thực hiện", "% so với cùng kỳ"],
            ["Đơn vị", "Tổng số", "Đã thực hiện", "Tỷ lệ so với cùng kỳ năm trước"],
        ] {
            assert!(found(&[&head, &["A", "35", "8", "77%"]]).is_empty(), "{head:?}");
        }
        let head: &[&str] = &["Đơn vị", "Kế hoạch", "Thực hiện", "Chưa thực hiện", "Tỷ lệ thực hiện"];
        assert_eq!(found(&[head, &["1", "2", "3", "4", "5"], &["A", "35", "8", "27", "77%"]]).len(), 1);
    }

    #[test]
    fn percentages_follow_from_part_and_total() {
        let head: &[&str] = &["Đơn vị", "Tổng số", "Đã thực hiện", "Tỷ lệ"];
        assert!(found(&[head, &["A", "35", "14", "40%"], &["B", "3", "1", "33,3%"]]).is_empty());
        assert!((found(&[head, &["A", "35", "8", "32%"]])[0] - 22.857).abs() < 0.01);
    }

    #[test]
    fn a_rate_that_names_more_than_its_columns_is_of_something_else() {
        for head in [
            ["Lĩnh vực", "Tổng số TTHC", "Thực hiện mức độ 3, 4", "Tỷ lệ hồ sơ đúng hạn (%)"],
            ["Đơn vị", "Tổng số hồ sơ", "Đã giải quyết", "Tỷ lệ đúng hạn (%)"],
            ["Đơn vị", "Tổng số hồ sơ", "Đã giải quyết", "Tỷ lệ hài lòng (%)"],
            ["Đơn vị", "Tổng số hồ sơ", "Đã giải quyết", "Tỷ lệ hồ sơ trực tuyến (%)"],
        ] {
            assert!(found(&[&head, &["A", "40", "10", "98,5"]]).is_empty(), "{head:?}");
        }
        let checked: &[&str] = &["TT", "Loại", "Tổng số VB", "Sai sót", "Đã xử lý", "Tỷ lệ xử lý (%)"];
        assert!(found(&[checked, &["1", "QĐ", "100", "10", "5", "50"]]).is_empty());
        // Between the columns of part and whole: its place does not say what it is a share of.
        assert!(found(&[&["Đơn vị", "Tổng số", "Tỷ lệ", "Đã xử lý"], &["A", "40", "98,5", "10"]]).is_empty());
    }

    #[test]
    fn heads_of_two_rows_and_columns_of_words_hide_no_slip() {
        let two: &[&[&str]] = &[
            &["TT", "Đơn vị", "Tổng số nhiệm vụ", "Kết quả thực hiện", ""],
            &["", "", "", "Đã hoàn thành", "Tỷ lệ (%)"],
            &["1", "A", "10", "8", "95"],
            &["2", "B", "20", "15", "75"],
        ];
        assert_eq!(found(two), [80.0]);
        let words: &[&[&str]] = &[
            &["TT", "Nội dung", "Thời gian thực hiện", "Kế hoạch", "Đã thực hiện", "Tỷ lệ"],
            &["1", "a", "Quý I", "10", "8", "100%"],
        ];
        assert_eq!(found(words), [80.0]);
        let settled: &[&[&str]] =
            &[&["TT", "Đơn vị", "Tổng số hồ sơ", "Đã giải quyết", "Tỷ lệ (%)"], &["1", "A", "100", "80", "95"]];
        assert_eq!(found(settled), [80.0]);
    }
}
