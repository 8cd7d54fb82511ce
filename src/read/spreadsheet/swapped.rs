//! Detects dates whose day and month Excel swapped. On a computer with American settings a typed 05/03/2018 becomes 3
//! May, and 25/03/2018, which is not an American date, stays text: such a column has date values with days up to 12
//! only, and texts with days above 12 only.

use std::collections::BTreeMap;

use crate::document::{Cell, CellValue};

/// Number of date values, and of texts, from which a column is not taken for a coincidence.
const FEW: usize = 2;

/// For each column with swapped dates the first cell with a date value, and the number of such cells.
pub(super) fn columns(cells: &[Cell]) -> Vec<(&Cell, usize)> {
    let mut columns: BTreeMap<u32, Column<'_>> = BTreeMap::new();
    for cell in cells {
        columns.entry(cell.col).or_default().add(cell);
    }
    columns.into_values().filter(Column::is_swapped).filter_map(|c| Some((*c.dates.first()?, c.dates.len()))).collect()
}

#[derive(Default)]
struct Column<'a> {
    /// Cells with a date value.
    dates: Vec<&'a Cell>,
    /// One of them has a day above 12.
    has_late_date: bool,
    /// Number of texts that are dates with a day above 12.
    late_texts: usize,
    /// Number of texts that are dates with a day up to 12.
    early_texts: usize,
}

impl<'a> Column<'a> {
    fn add(&mut self, cell: &'a Cell) {
        match &cell.value {
            CellValue::Date(date) => {
                let day = date.get(8..10).and_then(|day| day.parse::<u32>().ok());
                self.dates.push(cell);
                self.has_late_date |= day.is_none_or(|day| day > 12);
            }
            CellValue::Text(text) => match day(text) {
                Some(13..) => self.late_texts += 1,
                Some(_) => self.early_texts += 1,
                None => {}
            },
            _ => {}
        }
    }

    fn is_swapped(&self) -> bool {
        !self.has_late_date
            && self.dates.len() >= FEW
            && self.late_texts >= FEW
            && self.early_texts * 5 <= self.late_texts
    }
}

/// The day of a text that is a date: `25/3/2018`, `25-03-18`.
fn day(text: &str) -> Option<u32> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.']).collect();
    let &[day, month, year] = parts.as_slice() else { return None };
    let number = |part: &str| (1..=4).contains(&part.len()).then(|| part.parse::<u32>().ok())?;
    let (day, month) = (number(day)?, number(month)?);
    ((1..=31).contains(&day) && (1..=12).contains(&month) && number(year).is_some()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(values: &[&str]) -> usize {
        let cell = |(row, text): (usize, &&str)| {
            let date = text.len() == 10 && text.as_bytes()[4] == b'-';
            let value = if date { CellValue::Date((*text).into()) } else { CellValue::Text((*text).into()) };
            Cell { row: row as u32, col: 3, value, text: (*text).into() }
        };
        let cells: Vec<Cell> = values.iter().enumerate().map(cell).collect();
        columns(&cells).first().map_or(0, |(_, count)| *count)
    }

    #[test]
    fn swapped_columns_are_told_from_mixed_ones() {
        for (values, count) in [
            (&["Ngày", "2018-05-03", "25/03/2018", "2018-12-01", "13/1/2018"][..], 2),
            (&["2018-05-03", "25/03/2018", "2018-12-21", "13/1/2018"], 0),
            (&["2018-05-03", "2018-05-04", "05/03/2018", "25/03/2018", "13/1/2018"], 0),
            (&["2018-05-03", "2018-05-04", "2018-05-05"], 0),
            (&["25/03/2018", "13/1/2018", "14.1.2018"], 0),
            (&["2018-05-03", "25/03/2018", "13/1/2018"], 0),
            (&["2018-05-03", "2018-06-03", "12/QĐ", "25/13/2018", "1-2"], 0),
        ] {
            assert_eq!(found(values), count, "{values:?}");
        }
    }
}
