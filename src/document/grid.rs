//! A table interpreted as column heads, labelled rows and figures.

use super::table::{Cell, CellValue, Table, column_name};
use crate::text::Key;
use crate::text::number::{count, parse};
use crate::text::pattern::regex;

/// Longest label or head that a message quotes, in characters.
const LONGEST: usize = 60;

/// Largest number of columns with figures in a table that is checked.
const WIDEST: usize = 200;
/// Largest number of head rows that are read.
const DEEPEST: usize = 6;

/// A table with figures, split into heads and body.
pub(crate) struct Grid<'a> {
    table: &'a Table,
    rows: Vec<&'a [Cell]>,
    /// Index of the first row of the body.
    first: usize,
    /// The kind of each row of the body.
    labels: Vec<Label>,
    /// Columns with a figure in the body.
    columns: Vec<u32>,
}

impl<'a> Grid<'a> {
    /// Interprets a table. Returns `None` if no row has a figure, or if too many columns have one.
    pub(crate) fn of(table: &'a Table) -> Option<Self> {
        let rows: Vec<&[Cell]> = table.rows().collect();
        let first = rows.iter().position(|row| is_data(row))?;
        let body = &rows[first..];
        let labels = body.iter().map(|row| label(row)).collect();
        let figures = body.iter().flat_map(|row| row.iter()).filter(|c| figure(c).is_some());
        let mut columns: Vec<u32> = figures.map(|c| c.col).collect();
        columns.sort_unstable();
        columns.dedup();
        (columns.len() <= WIDEST).then_some(Self { table, rows, first, labels, columns })
    }

    /// The rows below the heads.
    pub(crate) fn body(&self) -> &[&'a [Cell]] {
        &self.rows[self.first..]
    }

    /// The kind of each row of the body.
    pub(crate) fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// The heads of a column from top to bottom, without a title above the whole table.
    fn heads(&self, col: u32) -> Vec<&str> {
        let is_filled = |c: &&Cell| !c.text.trim().is_empty();
        let heads = self.rows[..self.first].iter().rev().filter(|row| !is_numbers_of_columns(row));
        let heads = heads.take_while(|row| row.iter().filter(is_filled).count() > 1);
        let cells = heads.take(DEEPEST).filter_map(|row| self.table.cell(row.first()?.row, col)).filter(is_filled);
        let mut heads: Vec<&str> = cells.map(|c| c.text.trim()).collect();
        heads.reverse();
        // A cell merged over several rows appears once for each row.
        heads.dedup();
        heads
    }

    /// All heads of a column, joined by spaces.
    pub(crate) fn head(&self, col: u32) -> String {
        self.heads(col).join(" ")
    }

    /// The name of a column: its lowest head, or empty.
    pub(crate) fn name(&self, col: u32) -> &str {
        self.heads(col).last().copied().unwrap_or_default()
    }

    /// The name of a column as messages show it: its shortened name, or its letter if it has none.
    pub(crate) fn shown_name(&self, col: u32) -> String {
        Some(self.name(col)).filter(|name| !name.is_empty()).map_or_else(|| column_name(col), short)
    }

    /// Columns with a figure in the body.
    pub(crate) fn columns(&self) -> &[u32] {
        &self.columns
    }
}

/// The kind of a row, derived from its first cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Label {
    /// "Tổng cộng", "Cộng".
    Total,
    /// "Cộng I", "Tổng mục A".
    Subtotal,
    /// "Bình quân", "Trung bình".
    Average,
    /// "Trong đó", "Bao gồm": an excerpt of the row above.
    Within,
    /// "A", "B".
    Letter,
    /// "I", "II".
    Roman,
    /// "1", "2".
    Number,
    /// "1.1", "a", "-".
    Deeper,
    /// Anything else.
    Plain,
}

/// The kind of a row: by the words of its first two cells, otherwise by the numbering in its first cell.
fn label(row: &[Cell]) -> Label {
    let mut by_words = row.iter().take(2).map(|c| label_by_words(&c.text));
    if let Some(label) = by_words.find(|l| *l != Label::Plain) {
        return label;
    }
    let Some(first) = row.first().map(|c| c.text.trim().trim_end_matches(['.', ')', ':'])) else { return Label::Plain };
    if regex!(r"^[IVXL]+$").is_match(first) {
        Label::Roman
    } else if regex!(r"^[A-ZĐ]$").is_match(first) {
        Label::Letter
    } else if regex!(r"^\d{1,3}$").is_match(first) {
        Label::Number
    } else if regex!(r"^(?:[IVXL\d]+(?:\.\d+)+|[a-zđ]|[-–+*])$|^[-–+*]\s").is_match(first) {
        Label::Deeper
    } else {
        Label::Plain
    }
}

fn label_by_words(text: &str) -> Label {
    // The formula of "Tổng cộng (I+II)" is ignored; that of "(I-II)" is not, since it would be a difference.
    let formula = regex!(r"\s*\((?:[\w.]+\s*[+,;]\s*)*[\w.]+\)$");
    let key = Key::new(formula.replace(text.trim().trim_end_matches(':'), "").trim_end_matches(':'));
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

/// The label of a row as messages show it: its first words, or its first cell that is not blank.
pub(crate) fn shown_label(row: &[Cell]) -> String {
    let has_words = |c: &&Cell| c.text.chars().any(char::is_alphabetic) && c.text.trim().chars().count() > 1;
    let label = row.iter().take(2).find(has_words).or_else(|| row.iter().find(|c| !c.text.trim().is_empty()));
    label.map(|c| short(&c.text)).unwrap_or_default()
}

/// Shortens a text for a message: heads may be whole sentences.
fn short(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// The cell of a row at a column.
pub(crate) fn at(row: &[Cell], col: u32) -> Option<&Cell> {
    row.binary_search_by_key(&col, |c| c.col).ok().map(|index| &row[index])
}

/// The value of a cell that is a number; as text only a whole number counts.
pub(crate) fn number(cell: &Cell) -> Option<f64> {
    match &cell.value {
        CellValue::Number(value) => Some(*value),
        CellValue::Text(text) => count(text),
        _ => None,
    }
}

/// The value of a cell that is a number, and its number of decimal places.
pub(crate) fn figure(cell: &Cell) -> Option<(f64, usize)> {
    match &cell.value {
        CellValue::Number(value) => {
            let text = value.to_string();
            Some((*value, text.split_once('.').map_or(0, |(_, decimals)| decimals.len())))
        }
        CellValue::Text(text) => {
            let value = parse(text.trim()).ok()?;
            Some((value, text.trim().split_once(',').map_or(0, |(_, decimals)| decimals.len())))
        }
        _ => None,
    }
}

/// True for a row of the body: it has a figure, and is neither the row that numbers the columns (1, 2, 3 = 1 + 2) nor a
/// head row of years.
fn is_data(row: &[Cell]) -> bool {
    let is_figure = |c: &Cell| number(c).is_some() || regex!(r"^\d+[.,]\d+$").is_match(c.text.trim());
    row.iter().any(is_figure) && !is_numbers_of_columns(row) && !is_years(row)
}

/// True for a row that numbers the columns.
pub(crate) fn is_numbers_of_columns(row: &[Cell]) -> bool {
    let is_one = |c: &Cell| regex!(r"^(?:[A-ZĐ]|\(?\d{1,2}[a-z]?\)?(?:\s*=.*)?|\([^)]*\))$").is_match(c.text.trim());
    let digits = |c: &Cell| -> Option<u32> {
        let text = c.text.trim().trim_start_matches('(');
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        text.get(..end)?.parse().ok()
    };
    let numbers: Vec<u32> = row.iter().filter_map(digits).collect();
    let begins = numbers.first().is_none_or(|n| *n as usize <= row.len());
    row.len() >= 2 && row.iter().all(is_one) && begins && numbers.windows(2).all(|w| w[1] == w[0] + 1)
}

/// True for a head row whose only figures are years.
fn is_years(row: &[Cell]) -> bool {
    let is_year = |c: &Cell| number(c).is_some_and(|n| (1990.0..=2100.0).contains(&n)) && !c.text.contains('.');
    let mut figures = row.iter().filter(|c| number(c).is_some()).peekable();
    figures.peek().is_some() && figures.all(is_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_no_thousands() {
        let cell = |text: &str| Cell { row: 0, col: 0, value: CellValue::Text(text.into()), text: text.into() };
        assert_eq!([number(&cell("1.250")), number(&cell("14.5"))], [Some(1250.0), None]);
        assert_eq!([figure(&cell("1.250")), figure(&cell("12,5"))], [Some((1250.0, 0)), Some((12.5, 1))]);
        assert_eq!([figure(&cell("14.5")), figure(&cell("1.250 đồng"))], [None, None]);
    }
}
