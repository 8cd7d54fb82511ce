//! Finds the tables of a page from the rulings drawn on it. Rulings that cross form a grid; grid squares without a
//! ruling between them are one cell. Only a clear grid becomes a table: it is closed, every cell is a rectangle, and
//! every line of text lies within one cell.

use std::ops::Range;

use crate::document::lines::Ruling;
use crate::document::{Line, Rect, Region, Source, Table};

/// Distance in points up to which rulings count as meeting.
const SLACK: f32 = 3.0;
/// Share of the side of a square that a ruling must cover to close it.
const CLOSED: f32 = 0.9;
/// Largest number of rulings of one direction as drawn; a page with more has no tables.
const MOST_DRAWN: usize = 5_000;
/// Largest number of rulings of one direction after joining; a page with more has no tables.
const MOST_RULINGS: usize = 1_000;
/// Largest number of squares of one grid.
const MOST_SQUARES: usize = 5_000;

/// The tables of a page. Sets the cell of each line of text that is in one.
pub(super) fn tables(vertical: &[Ruling], horizontal: &[Ruling], lines: &mut [Line]) -> Vec<Table> {
    if vertical.len() > MOST_DRAWN || horizontal.len() > MOST_DRAWN {
        return Vec::new();
    }
    let (vertical, horizontal) = (joined(vertical), joined(horizontal));
    if vertical.len() > MOST_RULINGS || horizontal.len() > MOST_RULINGS {
        return Vec::new();
    }
    let mut grids: Vec<Grid> = meshes(&vertical, &horizontal).iter().filter_map(Grid::of).collect();
    grids.sort_by(|a, b| a.ys[0].total_cmp(&b.ys[0]).then(a.xs[0].total_cmp(&b.xs[0])));
    let mut tables = Vec::new();
    for grid in grids {
        if let Some(assigned) = grid.assign(lines) {
            tables.push(grid.table(tables.len() as u32, assigned, lines));
        }
    }
    tables
}

/// Joins rulings that continue or overlap each other, since some are drawn cell by cell or twice.
fn joined(rulings: &[Ruling]) -> Vec<Ruling> {
    let mut rulings = rulings.to_vec();
    rulings.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y0.total_cmp(&b.y0)));
    let mut out: Vec<Ruling> = Vec::new();
    for ruling in rulings {
        let same = out.iter_mut().rev().take_while(|other| ruling.x - other.x < SLACK / 2.0);
        match same.into_iter().find(|other| ruling.y0 <= other.y1 + SLACK && other.y0 <= ruling.y1 + SLACK) {
            Some(other) => (other.y0, other.y1) = (other.y0.min(ruling.y0), other.y1.max(ruling.y1)),
            None => out.push(ruling),
        }
    }
    out
}

/// Rulings that are connected by crossings: vertical ones, and horizontal ones with x and y exchanged.
struct Mesh {
    vertical: Vec<Ruling>,
    horizontal: Vec<Ruling>,
}

/// Groups rulings into connected meshes.
fn meshes(vertical: &[Ruling], horizontal: &[Ruling]) -> Vec<Mesh> {
    let mut meshes: Vec<Mesh> = Vec::new();
    let mut left: Vec<&Ruling> = horizontal.iter().collect();
    let mut free: Vec<&Ruling> = vertical.iter().collect();
    while let Some(first) = free.pop() {
        let mut mesh = Mesh { vertical: vec![*first], horizontal: Vec::new() };
        let (mut seen_vertical, mut seen_horizontal) = (0, 0);
        while seen_vertical < mesh.vertical.len() || seen_horizontal < mesh.horizontal.len() {
            if let Some(ruling) = mesh.vertical.get(seen_vertical).copied() {
                seen_vertical += 1;
                let (met, others) = left.into_iter().partition(|other| meet(&ruling, other));
                left = others;
                mesh.horizontal.extend::<Vec<&Ruling>>(met);
            } else if let Some(ruling) = mesh.horizontal.get(seen_horizontal).copied() {
                seen_horizontal += 1;
                let (met, others) = free.into_iter().partition(|other| meet(other, &ruling));
                free = others;
                mesh.vertical.extend::<Vec<&Ruling>>(met);
            }
        }
        meshes.push(mesh);
    }
    meshes
}

/// True if a vertical and a horizontal ruling cross or touch.
fn meet(vertical: &Ruling, horizontal: &Ruling) -> bool {
    let within = |at: f32, ruling: &Ruling| ruling.y0 - SLACK <= at && at <= ruling.y1 + SLACK;
    within(horizontal.x, vertical) && within(vertical.x, horizontal)
}

/// A closed grid with its cells.
struct Grid {
    /// The edges of its columns, from left to right.
    xs: Vec<f32>,
    /// The edges of its rows, from top to bottom.
    ys: Vec<f32>,
    cells: Vec<Region>,
}

impl Grid {
    /// The grid of a mesh, or `None` if it is not closed, has fewer than two columns or rows, or has a cell that is not
    /// a rectangle.
    fn of(mesh: &Mesh) -> Option<Self> {
        let (xs, ys) = (edges(&mesh.vertical), edges(&mesh.horizontal));
        let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if columns < 2 || rows < 2 || columns * rows > MOST_SQUARES {
            return None;
        }
        // Whether a ruling closes the left side (upper side) of a square.
        let closes_left = |x: usize, row: usize| is_covered(&mesh.vertical, xs[x], ys[row]..ys[row + 1]);
        let closes_top = |y: usize, column: usize| is_covered(&mesh.horizontal, ys[y], xs[column]..xs[column + 1]);
        let is_closed = (0..rows).all(|row| closes_left(0, row) && closes_left(columns, row))
            && (0..columns).all(|column| closes_top(0, column) && closes_top(rows, column));
        if !is_closed {
            return None;
        }
        let mut taken = vec![false; columns * rows];
        let mut cells = Vec::new();
        for row in 0..rows {
            for col in 0..columns {
                if taken[row * columns + col] {
                    continue;
                }
                let last_col = (col + 1..columns).find(|x| closes_left(*x, row)).unwrap_or(columns) - 1;
                let last_row = (row + 1..rows).find(|y| closes_top(*y, col)).unwrap_or(rows) - 1;
                for r in row..=last_row {
                    for c in col..=last_col {
                        let is_divided = c > col && closes_left(c, r) || r > row && closes_top(r, c);
                        let is_open = c == last_col && !closes_left(c + 1, r) || r == last_row && !closes_top(r + 1, c);
                        if is_divided || is_open || std::mem::replace(&mut taken[r * columns + c], true) {
                            return None;
                        }
                    }
                }
                let [row, col, last_row, last_col] = [row, col, last_row, last_col].map(|n| n as u32);
                cells.push(Region { row, col, last_row, last_col });
            }
        }
        Some(Self { xs, ys, cells })
    }

    /// The box of a cell.
    fn rect(&self, cell: &Region) -> Rect {
        Rect {
            x0: self.xs[cell.col as usize],
            y0: self.ys[cell.row as usize],
            x1: self.xs[cell.last_col as usize + 1],
            y1: self.ys[cell.last_row as usize + 1],
        }
    }

    /// Assigns the lines of text within the grid to its cells. Returns indices of cells and lines, by row and column,
    /// or `None` if a line crosses a ruling or fewer than two columns have text.
    fn assign(&self, lines: &[Line]) -> Option<Vec<(usize, usize)>> {
        let whole = Rect { x0: self.xs[0], y0: self.ys[0], x1: *self.xs.last()?, y1: *self.ys.last()? };
        let is_in = |outer: Rect, line: Rect| {
            let y = (line.y0 + line.y1) / 2.0;
            outer.y0 <= y && y <= outer.y1 && outer.x0 <= line.center_x() && line.center_x() <= outer.x1
        };
        let mut assigned = Vec::new();
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.source == Source::Text) {
            let Some(rect) = line.rect.filter(|rect| is_in(whole, *rect)) else { continue };
            let cell = self.cells.iter().position(|cell| is_in(self.rect(cell), rect))?;
            let own = self.rect(&self.cells[cell]);
            if line.cell.is_some() || rect.x0 < own.x0 - SLACK || rect.x1 > own.x1 + SLACK {
                return None;
            }
            assigned.push((cell, index));
        }
        assigned.sort_by_key(|(cell, index)| (self.cells[*cell].row, self.cells[*cell].col, *index));
        let first = self.cells[assigned.first()?.0].col;
        assigned.iter().any(|(cell, _)| self.cells[*cell].col != first).then_some(assigned)
    }

    /// Builds the table of this grid and sets the cell of its lines. `number` is the index of the table on the page,
    /// `assigned` the result of [`Self::assign`].
    fn table(&self, number: u32, assigned: Vec<(usize, usize)>, lines: &mut [Line]) -> Table {
        let spans = |cell: &&Region| (cell.row, cell.col) != (cell.last_row, cell.last_col);
        let mut table = Table { cells: Vec::new(), merged: self.cells.iter().filter(spans).copied().collect() };
        for (cell, index) in assigned {
            let Region { row, col, .. } = self.cells[cell];
            lines[index].cell = Some((number, row, col));
            table.add_text(row, col, &lines[index].text);
        }
        table
    }
}

/// The distinct positions of rulings, in order.
fn edges(rulings: &[Ruling]) -> Vec<f32> {
    let mut at: Vec<f32> = rulings.iter().map(|ruling| ruling.x).collect();
    at.sort_by(f32::total_cmp);
    at.dedup_by(|b, a| *b - *a < SLACK);
    at
}

/// True if a ruling at `at` covers nearly all of a side.
fn is_covered(rulings: &[Ruling], at: f32, side: Range<f32>) -> bool {
    let near = rulings.iter().filter(|ruling| (ruling.x - at).abs() < SLACK);
    let covered = near.map(|ruling| ruling.y1.min(side.end) - ruling.y0.max(side.start)).fold(0.0, f32::max);
    covered >= CLOSED * (side.end - side.start) - SLACK / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rulings given as position, start and end.
    fn rulings(all: &[[f32; 3]]) -> Vec<Ruling> {
        all.iter().map(|[x, y0, y1]| Ruling { x: *x, y0: *y0, y1: *y1 }).collect()
    }

    fn line(text: &str, x0: f32, y0: f32) -> Line {
        let rect = Rect { x0, y0, x1: x0 + 5.0 * text.chars().count() as f32, y1: y0 + 12.0 };
        Line { text: text.to_owned(), rect: Some(rect), ..Line::default() }
    }

    /// Two columns and three rows; the head spans both columns.
    const VERTICAL: [[f32; 3]; 3] = [[50.0, 100.0, 160.0], [150.0, 120.0, 160.0], [250.0, 100.0, 160.0]];
    const HORIZONTAL: [[f32; 3]; 4] =
        [[100.0, 50.0, 250.0], [120.0, 50.0, 250.0], [140.0, 50.0, 250.0], [160.0, 50.0, 250.0]];

    fn page() -> Vec<Line> {
        vec![
            line("Biểu 1", 60.0, 80.0),
            line("Kết quả", 120.0, 104.0),
            line("Sở", 60.0, 124.0),
            line("Nội vụ", 60.0, 130.0),
            line("12", 160.0, 124.0),
            line("Cộng", 60.0, 144.0),
            line("12", 160.0, 144.0),
            line("Nơi nhận", 60.0, 200.0),
        ]
    }

    #[test]
    fn rules_that_cross_make_a_table() {
        let mut lines = page();
        let tables = tables(&rulings(&VERTICAL), &rulings(&HORIZONTAL), &mut lines);
        let cells: Vec<_> = tables[0].cells.iter().map(|c| (c.row, c.col, c.text.as_str())).collect();
        assert_eq!(cells, [(0, 0, "Kết quả"), (1, 0, "Sở Nội vụ"), (1, 1, "12"), (2, 0, "Cộng"), (2, 1, "12")]);
        assert_eq!(tables[0].merged, [Region { row: 0, col: 0, last_row: 0, last_col: 1 }]);
        let marked: Vec<_> = lines.iter().map(|l| l.cell.map(|(_, row, col)| (row, col))).collect();
        let [a, b, c, d, e] = [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1)].map(Some);
        assert_eq!(marked, [None, a, b, b, c, d, e, None]);
    }

    #[test]
    fn rules_drawn_cell_by_cell_are_the_same_table() {
        let mut pieces = Vec::new();
        for [x, y0, y1] in VERTICAL {
            let steps = ((y1 - y0) / 20.0).round() as usize;
            pieces.extend((0..steps).map(|i| [x + 0.4, y0 + 20.0 * i as f32, y0 + 20.0 * (i + 1) as f32 - 0.5]));
            pieces.push([x, y0, y0 + 20.0]);
        }
        let (mut whole, mut drawn) = (page(), page());
        let wanted = tables(&rulings(&VERTICAL), &rulings(&HORIZONTAL), &mut whole);
        assert_eq!(tables(&rulings(&pieces), &rulings(&HORIZONTAL), &mut drawn), wanted);
    }

    #[test]
    fn what_is_no_clear_grid_is_no_table() {
        let with = |vertical: &[[f32; 3]], horizontal: &[[f32; 3]], lines: &[Line]| {
            let mut lines = lines.to_vec();
            let tables = tables(&rulings(vertical), &rulings(horizontal), &mut lines);
            assert_eq!(tables.is_empty(), lines.iter().all(|l| l.cell.is_none()));
            tables.len()
        };
        assert_eq!(with(&VERTICAL, &HORIZONTAL, &page()), 1);
        // Open on the right, underlines only, a frame around the page, nothing drawn.
        assert_eq!(with(&VERTICAL[..2], &HORIZONTAL, &page()), 0);
        assert_eq!(with(&[], &HORIZONTAL, &page()), 0);
        assert_eq!(with(&[VERTICAL[0], VERTICAL[2]], &[HORIZONTAL[0], HORIZONTAL[3]], &page()), 0);
        assert_eq!(with(&[], &[], &page()), 0);
        // A line of text across a ruling, and a grid without text.
        let crossing = [page(), vec![line("một dòng chữ dài qua nét kẻ", 60.0, 144.0)]].concat();
        assert_eq!(with(&VERTICAL, &HORIZONTAL, &crossing), 0);
        assert_eq!(with(&VERTICAL, &HORIZONTAL, &[]), 0);
        // An L-shaped cell.
        let bent = [[50.0, 100.0, 160.0], [150.0, 120.0, 140.0], [250.0, 100.0, 160.0]];
        let cut = [HORIZONTAL[0], [120.0, 50.0, 150.0], [140.0, 150.0, 250.0], HORIZONTAL[3]];
        assert_eq!(with(&bent, &cut, &page()), 0);
    }
}
