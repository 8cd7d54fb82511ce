//! Tables that do not add up: a "Tổng cộng" that is not the sum of its column, a percentage that is not its part of its
//! total. Warnings: which of the figures is wrong, the table does not say.

use super::{Code, Finding, Reading, Said, Severity, Subject};
use crate::document::{Cell, CellValue, Page, Table};
use crate::text::Key;
use crate::text::number::count;

/// What is wrong with the tables of a file: one finding for each wrong cell, at most [`MOST`].
pub(super) fn findings(reading: &Reading, subject: &Subject) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in &reading.document().pages {
        for table in &page.tables {
            for wrong in wrong_totals(table).into_iter().chain(wrong_percentages(table)) {
                if findings.len() == MOST {
                    return findings;
                }
                findings.push(finding(reading, page, &wrong, subject));
            }
        }
    }
    findings
}

/// Findings for one file: a table that is wrong throughout is said once more than enough.
const MOST: usize = 5;

struct Wrong<'a> {
    cell: &'a Cell,
    id: &'static str,
    /// What the other figures give.
    computed: f64,
}

fn finding(reading: &Reading, page: &Page, wrong: &Wrong<'_>, subject: &Subject) -> Finding {
    let mut finding = Finding::new(Code::TableWrong, Severity::Warning, subject);
    finding.message = Said::new(wrong.id)
        .with("printed", wrong.cell.text.as_str())
        .with("computed", wrong.computed)
        .with("path", reading.file.path.as_str());
    finding.path = Some(reading.file.path.clone());
    finding.place = page.place_of_cell(wrong.cell);
    finding.quote = Some(wrong.cell.text.clone());
    finding.logical = reading.logical();
    finding
}

/// Cells of a total row that are not the sum of the whole numbers above them, back to the head or the total before.
fn wrong_totals(table: &Table) -> Vec<Wrong<'_>> {
    let rows: Vec<&[Cell]> = table.rows().collect();
    let mut wrong = Vec::new();
    let mut start = 0;
    for (index, row) in rows.iter().enumerate() {
        if !is_total(row) {
            continue;
        }
        for cell in row.iter().filter(|c| number(c).is_some_and(is_count)) {
            let above: Vec<f64> =
                rows[start..index].iter().filter_map(|r| at(r, cell.col)).filter_map(number).collect();
            let has_text =
                rows[start..index].iter().filter_map(|r| at(r, cell.col)).filter(|c| number(c).is_none()).count() > 1;
            let sum: f64 = above.iter().sum();
            // Averages, ratios and running numbers are no sums: only columns of counts, and at least two of them.
            let is_sum = above.len() >= 2 && !has_text && above.iter().all(|v| is_count(*v)) && !counts_up(&above);
            if is_sum && number(cell).is_some_and(|n| (n - sum).abs() > 0.5) {
                wrong.push(Wrong { cell, id: "KC409-sum", computed: sum });
            }
        }
        start = index + 1;
    }
    wrong
}

/// Percentages beside a part and a total, where the heads of the columns say which is which.
fn wrong_percentages(table: &Table) -> Vec<Wrong<'_>> {
    let rows: Vec<&[Cell]> = table.rows().collect();
    let Some((head_at, total, part, percent)) = rows.iter().enumerate().find_map(|(index, row)| {
        let find = |words: &[&str]| row.iter().find(|c| words.iter().any(|w| Key::new(&c.text).contains(&Key::new(w))));
        let total = find(&["tổng số", "kế hoạch", "được giao", "phải thực hiện"])?;
        let part = find(&["đã thực hiện", "đã hoàn thành", "đã kiểm tra", "đã xử lý", "thực hiện", "hoàn thành"])?;
        let percent = row.iter().find(|c| c.text.contains('%') || Key::new(&c.text).contains(&Key::new("tỷ lệ")))?;
        let apart = total.col != part.col && part.col != percent.col && total.col != percent.col;
        apart.then_some((index, total.col, part.col, percent.col))
    }) else {
        return Vec::new();
    };
    let mut wrong = Vec::new();
    for row in &rows[head_at + 1..] {
        let (Some(whole), Some(done), Some(cell)) =
            (at(row, total).and_then(number), at(row, part).and_then(number), at(row, percent))
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
            wrong.push(Wrong { cell, id: "KC409-percent", computed });
        }
    }
    wrong
}

fn is_total(row: &[Cell]) -> bool {
    row.iter().take(2).any(|c| {
        let key = Key::new(&c.text);
        ["tổng cộng", "tổng số", "cộng", "tổng"].contains(&key.as_str())
    })
}

fn at(row: &[Cell], col: u32) -> Option<&Cell> {
    row.iter().find(|c| c.col == col)
}

fn number(cell: &Cell) -> Option<f64> {
    match &cell.value {
        CellValue::Number(value) => Some(*value),
        CellValue::Text(text) => count(text),
        _ => None,
    }
}

fn is_count(value: f64) -> bool {
    value >= 0.0 && value.fract() == 0.0
}

/// 1, 2, 3 …: a column of running numbers.
fn counts_up(values: &[f64]) -> bool {
    values.iter().enumerate().all(|(index, value)| (*value - (index + 1) as f64).abs() < 1e-9)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::table;

    #[test]
    fn totals_are_summed() {
        let of = |total: &'static str| {
            table(&[&["TT", "Tên", "Số"], &["1", "A", "12"], &["2", "B", "30"], &["", "Tổng cộng", total]])
        };
        assert!(wrong_totals(&of("42")).is_empty());
        let wrong = of("41");
        let found = wrong_totals(&wrong);
        assert_eq!((found[0].cell.row, found[0].computed), (3, 42.0));
    }

    #[test]
    fn decimals_are_no_thousands() {
        let cell = |text: &str| Cell { row: 0, col: 0, value: CellValue::Text(text.into()), text: text.into() };
        assert_eq!([number(&cell("1.250")), number(&cell("14.5"))], [Some(1250.0), None]);
    }

    #[test]
    fn running_numbers_shares_and_single_rows_are_no_sums() {
        for rows in [
            vec![vec!["TT", "A"], vec!["1", "x"], vec!["2", "y"], vec!["Tổng cộng", "2"]],
            vec![vec!["Tên", "Tỷ lệ"], vec!["A", "0.5"], vec!["B", "0.7"], vec!["Tổng cộng", "1"]],
            vec![vec!["Tên", "Số"], vec!["A", "5"], vec!["Tổng cộng", "9"]],
        ] {
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            assert!(wrong_totals(&table(&rows)).is_empty(), "{rows:?}");
        }
    }

    #[test]
    fn percentages_follow_from_part_and_total() {
        let head: &[&str] = &["Đơn vị", "Tổng số", "Đã thực hiện", "Tỷ lệ"];
        assert!(wrong_percentages(&table(&[head, &["A", "35", "14", "40%"], &["B", "3", "1", "33,3%"]])).is_empty());
        let wrong = table(&[head, &["A", "35", "8", "32%"]]);
        assert!((wrong_percentages(&wrong)[0].computed - 22.857).abs() < 0.01);
    }
}
