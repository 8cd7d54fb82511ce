//! Tables that do not add up: a "Tổng cộng" that is not the sum of its column, a percentage that is not its part of its
//! total. Warnings: which of the figures is wrong, the table does not say.

use super::{Code, Finding, Reading, Said, Severity, Subject};
use crate::document::{Cell, CellValue, Page, Table};
use crate::text::Key;
use crate::text::number::count;
use crate::text::pattern::regex;

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

/// Cells of a total row that no reading of the rows above makes a sum of. A row may be an item, a heading with its own
/// sum, a part of the one above ("trong đó") or a number of the columns: only what fits none of these is wrong.
fn wrong_totals(table: &Table) -> Vec<Wrong<'_>> {
    let rows: Vec<&[Cell]> = table.rows().collect();
    let Some(first) = rows.iter().position(|row| is_data(row)) else { return Vec::new() };
    let mut wrong = Vec::new();
    let mut start = first;
    for (index, row) in rows.iter().enumerate().skip(first) {
        if label(row) != Label::Total {
            continue;
        }
        for cell in row.iter().filter(|c| number(c).is_some_and(is_count)) {
            let is_average = rows[..first].iter().filter_map(|r| at(r, cell.col)).any(|c| is_no_sum(&c.text));
            if is_average {
                continue;
            }
            // All since the last total, or over those totals too.
            let (Some(near), Some(all)) = (sums(&rows[start..index], cell.col), sums(&rows[first..index], cell.col))
            else {
                continue;
            };
            let fits = |n: f64| near.iter().chain(&all).any(|sum| (n - sum).abs() <= 0.5);
            if let (Some(n), Some(computed)) = (number(cell), near.first())
                && !fits(n)
            {
                wrong.push(Wrong { cell, id: "KC409-sum", computed: *computed });
            }
        }
        start = index + 1;
    }
    wrong
}

/// What the rows may add up to in a column, the plainest reading first: all rows; those of one way of numbering alone;
/// the subtotals. None where the column holds anything but counts, or fewer than two of them.
fn sums(rows: &[&[Cell]], col: u32) -> Option<Vec<f64>> {
    let mut items: Vec<(Label, f64)> = Vec::new();
    for row in rows {
        let Some(cell) = at(row, col) else { continue };
        match (label(row), number(cell)) {
            // An average stands below what it is of; it is no part of a sum.
            (Label::Average, _) => {}
            // Which of the rows below are parts of the one above, no rule says.
            (Label::Within, _) => return None,
            (label, Some(value)) if is_count(value) => items.push((label, value)),
            _ if matches!(cell.text.trim(), "-" | "–" | "—") => {}
            _ => return None,
        }
    }
    let values: Vec<f64> = items.iter().map(|(_, v)| *v).collect();
    if values.len() < 2 || counts_up(&values) {
        return None;
    }
    let of = |is: &dyn Fn(Label) -> bool| items.iter().filter(|(l, _)| is(*l)).map(|(_, v)| v).sum::<f64>();
    let top = items.first().map_or(Label::Plain, |(l, _)| *l);
    // Under numbered headings the rows of the first heading's kind are the items.
    let mut sums = vec![of(&|l| l == top)];
    sums.extend(Label::ITEMS.iter().map(|kind| of(&|l| l == *kind)));
    sums.extend([of(&|_| true), of(&|l| !matches!(l, Label::Total | Label::Subtotal)), of(&|l| l == Label::Total)]);
    sums.push(of(&|l| matches!(l, Label::Total | Label::Subtotal)));
    Some(sums)
}

/// What kind of row its first words say it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// "Tổng cộng", "Cộng".
    Total,
    /// "Cộng I", "Tổng mục A".
    Subtotal,
    /// "Bình quân", "Trung bình".
    Average,
    /// "Trong đó".
    Within,
    /// "I", "A".
    Heading,
    /// "1", "2".
    Number,
    /// "1.1", "a", "-".
    Deeper,
    /// Anything else.
    Plain,
}

impl Label {
    /// Ways in which items are numbered.
    const ITEMS: [Label; 4] = [Label::Heading, Label::Number, Label::Deeper, Label::Plain];
}

fn label(row: &[Cell]) -> Label {
    let mut of_words = row.iter().take(2).map(|c| of_words(&c.text));
    if let Some(label) = of_words.find(|l| *l != Label::Plain) {
        return label;
    }
    let Some(first) = row.first().map(|c| c.text.trim().trim_end_matches(['.', ')', ':'])) else { return Label::Plain };
    if regex!(r"^(?:[IVXL]+|[A-ZĐ])$").is_match(first) {
        Label::Heading
    } else if regex!(r"^\d{1,3}$").is_match(first) {
        Label::Number
    } else if regex!(r"^(?:[IVXL\d]+(?:\.\d+)+|[a-zđ]|[-–+*])$|^[-–+*]\s").is_match(first) {
        Label::Deeper
    } else {
        Label::Plain
    }
}

fn of_words(text: &str) -> Label {
    let key = Key::new(text.trim().trim_end_matches(':'));
    let starts =
        |word: &str| key.as_str().strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if ["tổng cộng", "tổng số", "cộng", "tổng"].contains(&key.as_str()) {
        Label::Total
    } else if key.as_str().starts_with("trong đó") || key.as_str().starts_with("bao gồm") {
        Label::Within
    } else if ["bình quân", "trung bình"].iter().any(|w| key.as_str().contains(w)) {
        Label::Average
    } else if starts("cộng") || starts("tổng") {
        Label::Subtotal
    } else {
        Label::Plain
    }
}

/// A column of averages or shares has no sum.
fn is_no_sum(head: &str) -> bool {
    let key = Key::new(head);
    let words = ["bình quân", "trung bình", "tỷ lệ", "tỉ lệ", "xếp hạng", "lũy kế"];
    head.contains('%') || key.as_str() == "năm" || words.iter().any(|w| key.contains(&Key::new(w)))
}

/// A row of the body: it has a figure and is neither the numbers of the columns (1, 2, 3 = 1 + 2) nor years as heads.
fn is_data(row: &[Cell]) -> bool {
    let is_figure = |c: &Cell| number(c).is_some() || regex!(r"^\d+[.,]\d+$").is_match(c.text.trim());
    row.iter().any(is_figure) && !is_numbers_of_columns(row) && !is_years(row)
}

fn is_numbers_of_columns(row: &[Cell]) -> bool {
    let is_one = |c: &Cell| regex!(r"^(?:[A-ZĐ]|\(?\d{1,2}[a-z]?\)?(?:\s*=.*)?|\([^)]*\))$").is_match(c.text.trim());
    let digits = |c: &Cell| -> Option<u32> {
        let text = c.text.trim().trim_start_matches('(');
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        text.get(..end)?.parse().ok()
    };
    let numbers: Vec<u32> = row.iter().filter_map(digits).collect();
    row.len() >= 2 && row.iter().all(is_one) && numbers.windows(2).all(|w| w[1] == w[0] + 1)
}

fn is_years(row: &[Cell]) -> bool {
    let is_year = |c: &Cell| number(c).is_some_and(|n| (1990.0..=2100.0).contains(&n)) && !c.text.contains('.');
    let mut figures = row.iter().filter(|c| number(c).is_some()).peekable();
    figures.peek().is_some() && figures.all(is_year)
}

/// Percentages beside a part and a total, where the heads of the columns say without doubt which is which.
fn wrong_percentages(table: &Table) -> Vec<Wrong<'_>> {
    let rows: Vec<&[Cell]> = table.rows().collect();
    let Some((head_at, total, part, percent)) = rows.iter().enumerate().find_map(|(index, row)| {
        // Two columns that could be it are none: which one the percentage is of, the heads do not say.
        let only = |role: Role| {
            let mut of = row.iter().filter(|c| role_of(&c.text) == role);
            of.next().filter(|_| of.next().is_none()).map(|c| c.col)
        };
        Some((index, only(Role::Whole)?, only(Role::Part)?, only(Role::Share)?))
    }) else {
        return Vec::new();
    };
    let mut wrong = Vec::new();
    for row in rows[head_at + 1..].iter().filter(|row| !is_numbers_of_columns(row) && label(row) != Label::Average) {
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

/// What a column is in a percentage, by its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Whole,
    Part,
    Share,
    Other,
}

fn role_of(head: &str) -> Role {
    let key = Key::new(head);
    let has = |words: &[&str]| words.iter().any(|w| key.contains(&Key::new(w)));
    // Compared with another year, or of another whole.
    if has(&["cùng kỳ", "so với", "năm trước", "tăng", "giảm"]) {
        return Role::Other;
    }
    if head.contains('%') || has(&["tỷ lệ", "tỉ lệ"]) {
        Role::Share
    } else if has(&["chưa", "không", "quá hạn", "trễ", "chậm", "đang", "còn lại"]) {
        Role::Other
    } else if has(&["tổng số", "kế hoạch", "được giao", "phải thực hiện"]) {
        Role::Whole
    } else if has(&["đã thực hiện", "đã hoàn thành", "đã kiểm tra", "đã xử lý", "thực hiện", "hoàn thành"])
    {
        Role::Part
    } else {
        Role::Other
    }
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
    fn heads_subtotals_parts_and_averages_raise_no_alarm() {
        let tables: &[&[&[&str]]] = &[
            &[
                &["TT", "Tên", "A", "B"],
                &["1", "2", "3", "4"],
                &["1", "x", "12", "7"],
                &["2", "y", "30", "8"],
                &["", "Cộng", "42", "15"],
            ],
            &[
                &["TT", "Tên", "A", "B"],
                &["(1)", "(2)", "(3)=(1)+(2)", "(4)"],
                &["1", "x", "12", "7"],
                &["2", "y", "30", "8"],
                &["", "Cộng", "42", "15"],
            ],
            &[&["Tên", "2017", "2018"], &["x", "12", "7"], &["y", "30", "8"], &["Cộng", "42", "15"]],
            &[
                &["TT", "Tên", "A"],
                &["I", "Sở", "30"],
                &["1", "x", "10"],
                &["2", "y", "20"],
                &["II", "Huyện", "5"],
                &["1", "z", "5"],
                &["", "Tổng cộng", "35"],
            ],
            &[
                &["TT", "Tên", "A"],
                &["1", "Sở", "30"],
                &["1.1", "x", "10"],
                &["1.2", "y", "20"],
                &["2", "z", "5"],
                &["", "Tổng cộng", "35"],
            ],
            &[
                &["TT", "Tên", "A"],
                &["1", "x", "10"],
                &["2", "y", "20"],
                &["", "Cộng I", "30"],
                &["3", "z", "5"],
                &["4", "t", "6"],
                &["", "Cộng II", "11"],
                &["", "Tổng cộng", "41"],
            ],
            &[
                &["TT", "Tên", "A"],
                &["1", "x", "10"],
                &["", "Trong đó: nữ", "4"],
                &["2", "y", "20"],
                &["", "Tổng cộng", "30"],
            ],
            &[&["Tên", "Số"], &["x", "10"], &["y", "20"], &["Bình quân", "15"], &["Cộng", "30"]],
            &[&["Tên", "Điểm trung bình"], &["x", "10"], &["y", "20"], &["Cộng", "15"]],
            &[&["Tên", ""], &["x", "10,5"], &["y", "20"], &["z", "3"], &["Cộng", "34"]],
        ];
        for rows in tables {
            let found: Vec<f64> = wrong_totals(&table(rows)).iter().map(|w| w.computed).collect();
            assert!(found.is_empty(), "{rows:?}: {found:?}");
        }
    }

    #[test]
    fn totals_that_do_not_add_up_are_found_beside_heads_and_subtotals() {
        let tables: &[(&[&[&str]], f64)] = &[
            (
                &[
                    &["TT", "Tên", "A"],
                    &["1", "2", "3"],
                    &["1", "x", "12"],
                    &["2", "y", "30"],
                    &["", "Tổng cộng", "45"],
                ],
                42.0,
            ),
            (&[&["Tên", "2018"], &["x", "12"], &["y", "30"], &["Cộng", "41"]], 42.0),
            (
                &[
                    &["TT", "Tên", "A"],
                    &["I", "Sở", "30"],
                    &["1", "x", "10"],
                    &["2", "y", "20"],
                    &["II", "Huyện", "5"],
                    &["", "Tổng cộng", "36"],
                ],
                35.0,
            ),
        ];
        for (rows, computed) in tables {
            let found: Vec<f64> = wrong_totals(&table(rows)).iter().map(|w| w.computed).collect();
            assert_eq!(found, [*computed], "{rows:?}");
        }
    }

    #[test]
    fn what_is_not_done_or_compared_is_no_share() {
        for head in [
            ["Đơn vị", "Tổng số", "Chưa thực hiện", "Tỷ lệ"],
            ["Đơn vị", "Kế hoạch", "Thực hiện", "% so với cùng kỳ"],
            ["Đơn vị", "Tổng số", "Đã thực hiện", "Tỷ lệ so với cùng kỳ năm trước"],
        ] {
            assert!(wrong_percentages(&table(&[&head, &["A", "35", "8", "77%"]])).is_empty(), "{head:?}");
        }
        let head: &[&str] = &["Đơn vị", "Kế hoạch", "Thực hiện", "Chưa thực hiện", "Tỷ lệ thực hiện"];
        let rows = table(&[head, &["1", "2", "3", "4", "5"], &["A", "35", "8", "27", "77%"]]);
        assert_eq!(wrong_percentages(&rows).len(), 1);
    }

    #[test]
    fn percentages_follow_from_part_and_total() {
        let head: &[&str] = &["Đơn vị", "Tổng số", "Đã thực hiện", "Tỷ lệ"];
        assert!(wrong_percentages(&table(&[head, &["A", "35", "14", "40%"], &["B", "3", "1", "33,3%"]])).is_empty());
        let wrong = table(&[head, &["A", "35", "8", "32%"]]);
        assert!((wrong_percentages(&wrong)[0].computed - 22.857).abs() < 0.01);
    }
}
