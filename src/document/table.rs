//! Tables: cells with typed values and their places.

use serde::{Deserialize, Serialize};

/// The value of a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellValue {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A number shown as a percentage: 0.35 is shown as 35 %.
    Percent(f64),
    /// A real date, `yyyy-mm-dd`.
    Date(String),
    /// True or false.
    Bool(bool),
    /// An error such as `#DIV/0!`.
    Error(String),
    /// A formula whose value was never stored.
    FormulaWithoutValue,
}

/// One cell that is not empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub col: u32,
    /// Its value.
    pub value: CellValue,
    /// The value as a person reads it (`34,3%`, `20/12/2018`, `1.250`), NFC.
    pub text: String,
}

/// A table: its cells by row, then column; empty ones are left out.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// The cells.
    pub cells: Vec<Cell>,
}

impl Table {
    /// The rows that have a cell, in order, each as a slice of its cells.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|a, b| a.row == b.row)
    }
}

/// The name of a cell as a spreadsheet shows it: row 3, column 1 (both from 0) is `B4`.
pub fn cell_name(row: u32, col: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = col + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_a_spreadsheet_shows_them() {
        for (row, col, name) in
            [(0, 0, "A1"), (3, 1, "B4"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 701, "ZZ10"), (0, 702, "AAA1")]
        {
            assert_eq!(cell_name(row, col), name);
        }
    }
}
