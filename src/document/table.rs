//! Tables and their cells, with typed values.

use serde::{Deserialize, Serialize};

/// The value of a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellValue {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A number displayed as a percentage: 0.35 for 35 %.
    Percent(f64),
    /// A date value, as `yyyy-mm-dd`. Dates typed as text are [`CellValue::Text`].
    Date(String),
    /// True or false.
    Bool(bool),
    /// An error such as `#DIV/0!`.
    Error(String),
    /// A formula whose value was never stored.
    FormulaWithoutValue,
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub col: u32,
    /// Its value.
    pub value: CellValue,
    /// The value as displayed (`34,3%`, `20/12/2018`, `1.250`), NFC.
    pub text: String,
}

/// A region of merged cells. Rows and columns count from 0; the last ones are inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// First row.
    pub row: u32,
    /// First column.
    pub col: u32,
    /// Last row.
    pub last_row: u32,
    /// Last column.
    pub last_col: u32,
}

/// A table: its non-empty cells, sorted by row, then column.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// The cells.
    pub cells: Vec<Cell>,
    /// Merged regions. The value is stored in the first cell of a region and applies to all of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<Region>,
}

impl Table {
    /// The rows that are not empty, in order, each as a slice of its cells.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|a, b| a.row == b.row)
    }

    /// Adds a paragraph to the last cell if that is at `row` and `col`, otherwise appends a new cell. Calls must come
    /// in the order of the cells.
    pub fn add_text(&mut self, row: u32, col: u32, text: &str) {
        match self.cells.last_mut().filter(|cell| (cell.row, cell.col) == (row, col)) {
            Some(cell) => {
                cell.text = format!("{} {text}", cell.text);
                cell.value = CellValue::Text(cell.text.clone());
            }
            None => self.cells.push(Cell { row, col, value: CellValue::Text(text.to_owned()), text: text.to_owned() }),
        }
    }

    /// The cell whose value applies at a position: the cell there, or the first cell of the merged region around it.
    pub fn cell(&self, row: u32, col: u32) -> Option<&Cell> {
        let find = |row, col| self.cells.binary_search_by_key(&(row, col), |cell| (cell.row, cell.col)).ok();
        let covers = |r: &&Region| (r.row..=r.last_row).contains(&row) && (r.col..=r.last_col).contains(&col);
        let found = find(row, col).or_else(|| self.merged.iter().find(covers).and_then(|r| find(r.row, r.col)))?;
        self.cells.get(found)
    }
}

/// The name of a cell as a spreadsheet shows it: row 3, column 1 (both from 0) is `B4`.
pub fn cell_name(row: u32, col: u32) -> String {
    format!("{}{}", column_name(col), row + 1)
}

/// The row and column, both from 0, of the cell with a name such as `B4`. `None` if the text is not a cell name.
pub(crate) fn cell_named(name: &str) -> Option<(u32, u32)> {
    let at = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at(at);
    let col = letters.bytes().try_fold(0_u32, |col, letter| {
        let digit = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        col.checked_mul(26)?.checked_add(digit)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, col.checked_sub(1)?))
}

/// The letters of a column (from 0) as a spreadsheet shows them: A to Z, then AA.
pub(super) fn column_name(col: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = col + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_of_merged_cells_applies_to_all() {
        let cell = |row, col, text: &str| Cell { row, col, value: CellValue::Text(text.into()), text: text.into() };
        let table = Table {
            cells: vec![cell(0, 0, "Quý I"), cell(1, 0, "a"), cell(1, 1, "b")],
            merged: vec![Region { row: 0, col: 0, last_row: 0, last_col: 1 }],
        };
        let text = |row, col| table.cell(row, col).map(|cell| cell.text.as_str());
        assert_eq!((text(0, 1), text(1, 1), text(0, 2)), (Some("Quý I"), Some("b"), None));
    }

    #[test]
    fn cells_are_named_as_a_spreadsheet_shows_them() {
        for (row, col, name) in
            [(0, 0, "A1"), (3, 1, "B4"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 701, "ZZ10"), (0, 702, "AAA1")]
        {
            assert_eq!((cell_name(row, col).as_str(), cell_named(name)), (name, Some((row, col))));
        }
    }
}
