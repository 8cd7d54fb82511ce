//! Splits a sheet with several tables, or with a title above a table, at empty rows that are followed by a new head.

use crate::document::{Cell, CellValue, Region, Table};

/// The tables of a sheet from top to bottom; cells keep their row and column in the sheet. Empty rows alone do not end
/// a table, as there may be some between groups and before the total. A new table begins after an empty row with a
/// head: a row of several texts without a number.
pub(super) fn tables(sheet: Table) -> Vec<Table> {
    let Table { cells, merged } = sheet;
    let mut tables: Vec<Table> = Vec::new();
    let mut bottom = 0;
    for row in cells.chunk_by(|a, b| a.row == b.row) {
        let top = row.first().map_or(0, |cell| cell.row);
        // Rows that look empty may belong to a merged cell that begins above.
        let is_after_gap = top > bottom + 1;
        match tables.last_mut() {
            Some(table) if !is_after_gap || !is_head(row) => table.cells.extend_from_slice(row),
            _ => tables.push(Table { cells: row.to_vec(), merged: Vec::new() }),
        }
        let reach = merged.iter().filter(|region| region.row == top).map(|region| region.last_row);
        bottom = reach.max().unwrap_or(top).max(top).max(bottom);
    }
    for region in merged {
        let holds =
            |table: &&mut Table| rows_of(table).is_some_and(|(first, last)| (first..=last).contains(&region.row));
        if let Some(table) = tables.iter_mut().find(holds) {
            table.merged.push(region);
        }
    }
    tables
}

/// First and last row of a table.
fn rows_of(table: &Table) -> Option<(u32, u32)> {
    Some((table.cells.first()?.row, table.cells.last()?.row))
}

/// True for a row of three or more texts and nothing else.
fn is_head(row: &[Cell]) -> bool {
    row.len() >= 3 && row.iter().all(|cell| matches!(cell.value, CellValue::Text(_)))
}

/// Merged regions as reported by calamine.
pub(super) fn regions(merged: &[calamine::Dimensions]) -> Vec<Region> {
    let region =
        |d: &calamine::Dimensions| Region { row: d.start.0, col: d.start.1, last_row: d.end.0, last_col: d.end.1 };
    merged.iter().map(region).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[(u32, &[&str])]) -> Table {
        let cell = |row: u32, col: usize, text: &str| {
            let value = text.parse().map_or(CellValue::Text(text.into()), CellValue::Number);
            Cell { row, col: col as u32, value, text: text.into() }
        };
        let cells = rows.iter().flat_map(|(row, texts)| texts.iter().enumerate().map(|(col, t)| cell(*row, col, t)));
        Table { cells: cells.collect(), merged: Vec::new() }
    }

    fn firsts(sheet: Table) -> Vec<u32> {
        tables(sheet).iter().map(|table| table.cells[0].row).collect()
    }

    #[test]
    fn tables_are_parted_before_their_heads() {
        let head: &[&str] = &["TT", "Tên", "Số"];
        let data: &[&str] = &["1", "Sở A", "5"];
        for (rows, starts) in [
            (vec![(0, head), (1, data), (2, data)], vec![0]),
            (vec![(0, &["BÁO CÁO"][..]), (2, head), (3, data)], vec![0, 2]),
            (vec![(0, head), (1, data), (3, data), (5, &["Tổng", "5"][..])], vec![0]),
            (vec![(0, head), (1, data), (4, head), (5, data)], vec![0, 4]),
            (vec![(0, head), (1, data), (2, head)], vec![0]),
            (vec![], vec![]),
        ] {
            assert_eq!(firsts(sheet(&rows)), starts);
        }
    }

    #[test]
    fn merged_cells_go_with_their_table_and_bridge_gaps() {
        let mut one = sheet(&[(0, &["TT", "Tên", "Số"]), (2, &["a", "b", "c"])]);
        one.merged.push(Region { row: 0, col: 0, last_row: 1, last_col: 0 });
        let tables = tables(one);
        assert_eq!((tables.len(), tables[0].merged.len()), (1, 1));
    }
}
