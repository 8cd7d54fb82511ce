//! Tables of a page from the rules drawn on it: rules that cross form a grid, its fields that no rule parts are one cell.
//! Only a clear grid becomes a table: closed around, every cell a rectangle, every line of text within one cell.

use crate::document::lines::Rule;
use crate::document::{Line, Rect, Region, Source, Table};

/// Points by which rules miss each other and still meet.
const SLACK: f32 = 3.0;
/// Share of a side that rules must cover to close it.
const CLOSED: f32 = 0.9;
/// Most rules of one direction that are looked at, as drawn and joined, and most fields of one grid.
const MOST_DRAWN: usize = 5_000;
const MOST_RULES: usize = 1_000;
const MOST_FIELDS: usize = 5_000;

/// The tables of a page; each line of text that stands in one is marked with its cell.
pub(super) fn tables(vertical: &[Rule], horizontal: &[Rule], lines: &mut [Line]) -> Vec<Table> {
    if vertical.len() > MOST_DRAWN || horizontal.len() > MOST_DRAWN {
        return Vec::new();
    }
    let (vertical, horizontal) = (joined(vertical), joined(horizontal));
    if vertical.len() > MOST_RULES || horizontal.len() > MOST_RULES {
        return Vec::new();
    }
    let mut grids: Vec<Grid> = meshes(&vertical, &horizontal).iter().filter_map(Grid::of).collect();
    grids.sort_by(|a, b| a.ys[0].total_cmp(&b.ys[0]).then(a.xs[0].total_cmp(&b.xs[0])));
    let mut tables = Vec::new();
    for grid in grids {
        if let Some(placed) = grid.place(lines) {
            tables.push(grid.table(tables.len() as u32, placed, lines));
        }
    }
    tables
}

/// Rules that go on each other, drawn cell by cell or twice, as one.
fn joined(rules: &[Rule]) -> Vec<Rule> {
    let mut rules = rules.to_vec();
    rules.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y0.total_cmp(&b.y0)));
    let mut out: Vec<Rule> = Vec::new();
    for rule in rules {
        let same = out.iter_mut().rev().take_while(|other| rule.x - other.x < SLACK / 2.0);
        match same.into_iter().find(|other| rule.y0 <= other.y1 + SLACK && other.y0 <= rule.y1 + SLACK) {
            Some(other) => (other.y0, other.y1) = (other.y0.min(rule.y0), other.y1.max(rule.y1)),
            None => out.push(rule),
        }
    }
    out
}

/// Rules that hang together: the vertical ones, and the horizontal ones with x and y exchanged.
#[derive(Default)]
struct Mesh {
    vertical: Vec<Rule>,
    horizontal: Vec<Rule>,
}

fn meshes(vertical: &[Rule], horizontal: &[Rule]) -> Vec<Mesh> {
    let mut meshes: Vec<Mesh> = Vec::new();
    let mut left: Vec<&Rule> = horizontal.iter().collect();
    let mut free: Vec<&Rule> = vertical.iter().collect();
    while let Some(first) = free.pop() {
        let mut mesh = Mesh { vertical: vec![*first], horizontal: Vec::new() };
        let (mut seen_vertical, mut seen_horizontal) = (0, 0);
        while seen_vertical < mesh.vertical.len() || seen_horizontal < mesh.horizontal.len() {
            if let Some(rule) = mesh.vertical.get(seen_vertical).copied() {
                seen_vertical += 1;
                let (met, others) = left.into_iter().partition(|other| meet(&rule, other));
                left = others;
                mesh.horizontal.extend::<Vec<&Rule>>(met);
            } else if let Some(rule) = mesh.horizontal.get(seen_horizontal).copied() {
                seen_horizontal += 1;
                let (met, others) = free.into_iter().partition(|other| meet(other, &rule));
                free = others;
                mesh.vertical.extend::<Vec<&Rule>>(met);
            }
        }
        meshes.push(mesh);
    }
    meshes
}

fn meet(vertical: &Rule, horizontal: &Rule) -> bool {
    let within = |at: f32, rule: &Rule| rule.y0 - SLACK <= at && at <= rule.y1 + SLACK;
    within(horizontal.x, vertical) && within(vertical.x, horizontal)
}

/// A closed grid with its cells.
struct Grid {
    /// Where its columns and rows begin, and where the last ends.
    xs: Vec<f32>,
    ys: Vec<f32>,
    cells: Vec<Region>,
}

impl Grid {
    /// The grid of a mesh; none if it is not closed, has one column or one row, or a cell that is no rectangle.
    fn of(mesh: &Mesh) -> Option<Self> {
        let (xs, ys) = (steps(&mesh.vertical), steps(&mesh.horizontal));
        let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if columns < 2 || rows < 2 || columns * rows > MOST_FIELDS {
            return None;
        }
        let parts_columns = |x: usize, row: usize| covers(&mesh.vertical, xs[x], ys[row], ys[row + 1]);
        let parts_rows = |y: usize, column: usize| covers(&mesh.horizontal, ys[y], xs[column], xs[column + 1]);
        let is_closed = (0..rows).all(|row| parts_columns(0, row) && parts_columns(columns, row))
            && (0..columns).all(|column| parts_rows(0, column) && parts_rows(rows, column));
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
                let last_col = (col + 1..columns).find(|x| parts_columns(*x, row)).unwrap_or(columns) - 1;
                let last_row = (row + 1..rows).find(|y| parts_rows(*y, col)).unwrap_or(rows) - 1;
                for r in row..=last_row {
                    for c in col..=last_col {
                        let is_parted = c > col && parts_columns(c, r) || r > row && parts_rows(r, c);
                        let is_open =
                            c == last_col && !parts_columns(c + 1, r) || r == last_row && !parts_rows(r + 1, c);
                        if is_parted || is_open || std::mem::replace(&mut taken[r * columns + c], true) {
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

    fn rect(&self, cell: &Region) -> Rect {
        Rect {
            x0: self.xs[cell.col as usize],
            y0: self.ys[cell.row as usize],
            x1: self.xs[cell.last_col as usize + 1],
            y1: self.ys[cell.last_row as usize + 1],
        }
    }

    /// For each line of text within the grid the cell that it stands in, by their indices; none if a line crosses a rule
    /// or the grid holds no text in two columns.
    fn place(&self, lines: &[Line]) -> Option<Vec<(usize, usize)>> {
        let whole = Rect { x0: self.xs[0], y0: self.ys[0], x1: *self.xs.last()?, y1: *self.ys.last()? };
        let is_in = |outer: Rect, line: Rect| {
            let y = (line.y0 + line.y1) / 2.0;
            outer.y0 <= y && y <= outer.y1 && outer.x0 <= line.center_x() && line.center_x() <= outer.x1
        };
        let mut placed = Vec::new();
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.source == Source::Text) {
            let Some(rect) = line.rect.filter(|rect| is_in(whole, *rect)) else { continue };
            let cell = self.cells.iter().position(|cell| is_in(self.rect(cell), rect))?;
            let own = self.rect(&self.cells[cell]);
            if line.cell.is_some() || rect.x0 < own.x0 - SLACK || rect.x1 > own.x1 + SLACK {
                return None;
            }
            placed.push((cell, index));
        }
        placed.sort_by_key(|(cell, index)| (self.cells[*cell].row, self.cells[*cell].col, *index));
        let first = self.cells[placed.first()?.0].col;
        placed.iter().any(|(cell, _)| self.cells[*cell].col != first).then_some(placed)
    }

    /// The table of this grid, and its place in each of its lines. `placed`: cells and lines, by row and column.
    fn table(&self, number: u32, placed: Vec<(usize, usize)>, lines: &mut [Line]) -> Table {
        let spans = |cell: &&Region| (cell.row, cell.col) != (cell.last_row, cell.last_col);
        let mut table = Table { cells: Vec::new(), merged: self.cells.iter().filter(spans).copied().collect() };
        for (cell, index) in placed {
            let Region { row, col, .. } = self.cells[cell];
            lines[index].cell = Some((number, row, col));
            table.add_text(row, col, &lines[index].text);
        }
        table
    }
}

/// The places of rules, each once.
fn steps(rules: &[Rule]) -> Vec<f32> {
    let mut at: Vec<f32> = rules.iter().map(|rule| rule.x).collect();
    at.sort_by(f32::total_cmp);
    at.dedup_by(|b, a| *b - *a < SLACK);
    at
}

/// True if rules at `at` cover nearly all between `from` and `to`.
fn covers(rules: &[Rule], at: f32, from: f32, to: f32) -> bool {
    let near = rules.iter().filter(|rule| (rule.x - at).abs() < SLACK);
    near.map(|rule| rule.y1.min(to) - rule.y0.max(from)).fold(0.0, f32::max) >= CLOSED * (to - from) - SLACK / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rules `at, from, to`.
    fn rules(all: &[[f32; 3]]) -> Vec<Rule> {
        all.iter().map(|[x, y0, y1]| Rule { x: *x, y0: *y0, y1: *y1 }).collect()
    }

    fn line(text: &str, x0: f32, y0: f32) -> Line {
        let rect = Rect { x0, y0, x1: x0 + 5.0 * text.chars().count() as f32, y1: y0 + 12.0 };
        Line { text: text.to_owned(), rect: Some(rect), ..Line::default() }
    }

    /// Two columns, three rows; the head runs over both columns.
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
        let tables = tables(&rules(&VERTICAL), &rules(&HORIZONTAL), &mut lines);
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
        let wanted = tables(&rules(&VERTICAL), &rules(&HORIZONTAL), &mut whole);
        assert_eq!(tables(&rules(&pieces), &rules(&HORIZONTAL), &mut drawn), wanted);
    }

    #[test]
    fn what_is_no_clear_grid_is_no_table() {
        let with = |vertical: &[[f32; 3]], horizontal: &[[f32; 3]], lines: &[Line]| {
            let mut lines = lines.to_vec();
            let tables = tables(&rules(vertical), &rules(horizontal), &mut lines);
            assert_eq!(tables.is_empty(), lines.iter().all(|l| l.cell.is_none()));
            tables.len()
        };
        assert_eq!(with(&VERTICAL, &HORIZONTAL, &page()), 1);
        // Open at the right, underlines only, a frame around the page, nothing drawn.
        assert_eq!(with(&VERTICAL[..2], &HORIZONTAL, &page()), 0);
        assert_eq!(with(&[], &HORIZONTAL, &page()), 0);
        assert_eq!(with(&[VERTICAL[0], VERTICAL[2]], &[HORIZONTAL[0], HORIZONTAL[3]], &page()), 0);
        assert_eq!(with(&[], &[], &page()), 0);
        // A line of text over a rule, and a grid without text.
        let crossing = [page(), vec![line("một dòng chữ dài qua nét kẻ", 60.0, 144.0)]].concat();
        assert_eq!(with(&VERTICAL, &HORIZONTAL, &crossing), 0);
        assert_eq!(with(&VERTICAL, &HORIZONTAL, &[]), 0);
        // A cell like an L.
        let bent = [[50.0, 100.0, 160.0], [150.0, 120.0, 140.0], [250.0, 100.0, 160.0]];
        let cut = [HORIZONTAL[0], [120.0, 50.0, 150.0], [140.0, 150.0, 250.0], HORIZONTAL[3]];
        assert_eq!(with(&bent, &cut, &page()), 0);
    }
}
