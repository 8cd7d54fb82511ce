//! What tables say of a measure: the row of the total, rows that name the measure themselves, and lists whose rows say
//! that they were done.

use std::cell::OnceCell;

use super::account::{Account, Sum};
use super::fit::{Over, Role, Scope};
use super::gathered::{Denial, Figure, Found, Spot, reaches};
use super::search::Search;
use crate::document::Place;
use crate::statement::{Amount, Class, Content, Figure as Told, Grid, Kind, Row, Span, Token, of_cell, words_of};

/// Fewest rows that make a list whose rows are counted.
const FEWEST: usize = 3;

/// Reads a table.
pub(super) fn read<'a>(search: &mut Search<'a, '_>, grid: &'a Grid) {
    let heads: Vec<&[Token]> =
        grid.headings.iter().map(Vec::as_slice).chain(grid.captions.iter().map(Vec::as_slice)).collect();
    let labels: Vec<&[Token]> = grid.rows.iter().map(|r| r.label.as_slice()).collect();
    let first = grid.columns.iter().find(|c| !c.is_ordinal).map(|c| c.own.as_slice());
    let is_ahead = grid.is_ahead || grid.captions.iter().any(|c| is_planned(c));
    let over = search.fit.over(&heads, first, &labels, is_ahead);
    // "Dự toán | Đã giải ngân": the heads together say what the table is about.
    let names = grid.columns.iter().filter(|c| !is_plan_head(&c.own));
    let told = names.fold(over.told, |sum, column| sum | search.fit.told(&column.own));
    let reader = Reader { over: Over { goes_on: search.account.has_total(), told, ..over }, grid };
    reader.read(search);
}

struct Reader<'a, 'h> {
    over: Over<'h>,
    grid: &'a Grid,
}

/// An entry without its statement.
struct Cell {
    role: Role,
    scope: Scope,
    parts: u32,
    col: u32,
    row: u32,
}

impl Cell {
    /// Adds its number to an account.
    fn tell(&self, account: &mut Account<'_>) {
        match self.role {
            Role::Total(number) => account.tell(self.parts, Some(number), None, None),
            Role::Done(number) => account.tell(self.parts, None, Some(number), None),
            Role::Left(number) => account.tell(self.parts, None, None, Some(number)),
            _ => {}
        }
    }
}

impl<'a> Reader<'a, '_> {
    fn read(&self, search: &mut Search<'a, '_>) {
        let totals: Vec<&Row> = self.grid.rows.iter().filter(|r| r.is_total).collect();
        let items: Vec<&Row> = self.grid.rows.iter().filter(|r| !r.is_total).collect();
        if let Some(total) = totals.last() {
            let cells = self.cells(search, total, true);
            if cells.iter().any(|c| {
                matches!(c.role, Role::Done(_) | Role::Total(_) | Role::Left(_) | Role::Ratio(..) | Role::Percent(_))
            }) {
                let is_wrong = !self.adds_up(total, &items, &cells) || self.is_mixed(search, &items);
                if self.settle(search, total, &cells, is_wrong, false) {
                    return;
                }
                let all: Vec<&Row> = self.grid.rows.iter().collect();
                return self.rows(search, &all);
            }
        }
        if self.list(search, &items) {
            return;
        }
        self.rows(search, &items);
    }

    /// What the cells of a row say under their heads, and with the words of the row.
    fn cells(&self, search: &Search<'a, '_>, row: &Row, is_total: bool) -> Vec<Cell> {
        let year = search.fit.year();
        let mut found = Vec::new();
        for content in &row.cells {
            let Some(amount) = &content.amount else { continue };
            let column = self.grid.columns.iter().rfind(|c| c.col <= content.col);
            let head = column.map(|c| c.head.clone()).unwrap_or_default();
            let label = if is_total { Vec::new() } else { row.section.iter().chain(&row.label).cloned().collect() };
            // "Hoàn thành 100% kế hoạch" in the cell itself.
            let is_labelled = !row.label.is_empty();
            let is_word = |t: &&Token| is_labelled && matches!(t.kind, Kind::Word | Kind::Unknown);
            let own = content.tokens.iter().filter(is_word).cloned().collect();
            let words: Vec<Token> = [label, head, own].concat();
            let mut statement = of_cell(words, Told::Amount(amount.clone()), year);
            // "Số giải ngân trong quý" in the row of the year.
            if is_total && statement.span == Span::Part && row.label.iter().any(|t| t.is(Class::WholeYear)) {
                statement.span = Span::Year;
            }
            if let Some(entry) = search.fit.entry(&statement, self.over) {
                // "Chỉ tiêu | 100%": a goal.
                let is_goal = column.is_some_and(|c| is_plan_head(&c.head))
                    && matches!(entry.role, Role::Percent(_) | Role::Ratio(..));
                found.push(Cell {
                    role: entry.role,
                    scope: if is_goal { Scope::Other(Vec::new()) } else { entry.scope },
                    parts: entry.parts,
                    col: content.col,
                    row: content.row,
                });
            }
        }
        found
    }

    /// True if some rows count what is measured, by their words, and some something else: their total is of neither.
    fn is_mixed(&self, search: &Search<'a, '_>, items: &[&Row]) -> bool {
        let own = |row: &&&Row| search.fit.is_told_by(&row.label);
        items.iter().any(|r| own(&r)) && items.iter().any(|r| search.fit.is_of_others(&r.label))
    }

    /// True unless the numbers of the rows do not make up the total.
    fn adds_up(&self, total: &Row, items: &[&Row], cells: &[Cell]) -> bool {
        let value = |c: &Content| c.amount.as_ref().and_then(Amount::value);
        // More was done in a row than there is.
        let column = |of: fn(&Role) -> bool| cells.iter().find(|c| of(&c.role)).map(|c| c.col);
        if let (Some(all), Some(done)) =
            (column(|r| matches!(r, Role::Total(_))), column(|r| matches!(r, Role::Done(_))))
        {
            let at = |row: &Row, col: u32| row.cells.iter().find(|c| c.col == col).and_then(value);
            let is_more = |row: &&&Row| at(row, done).zip(at(row, all)).is_some_and(|(done, all)| done > all);
            // More is left in a row than in all.
            let left = |row: &Row| at(row, all).zip(at(row, done)).map(|(all, done)| all - done);
            let is_left = |row: &&Row| left(row).zip(left(total)).is_some_and(|(own, of_all)| own > of_all + 1e-6);
            if items.iter().any(|row| is_more(&row) || is_left(row)) {
                return false;
            }
        }
        // The rows are divided alike in all columns.
        let of_col =
            |col: u32| items.iter().map(|row| row.cells.iter().find(|c| c.col == col).and_then(value)).collect();
        let first = cells.iter().find(|c| matches!(c.role, Role::Total(_))).map(|c| c.col);
        let tops = first.and_then(of_col).map(|numbers: Vec<f64>| tops(&numbers));
        cells.iter().filter(|c| matches!(c.role, Role::Done(_) | Role::Total(_) | Role::Left(_))).all(|cell| {
            let of = |row: &&Row| row.cells.iter().find(|c| c.col == cell.col).and_then(value);
            let numbers: Vec<f64> = items.iter().filter_map(of).collect();
            let Some(told) = total.cells.iter().find(|c| c.col == cell.col).and_then(value) else { return true };
            let sum: f64 = numbers.iter().sum();
            let is = |a: f64| (a - told).abs() < 1e-6 * told.abs().max(1.0);
            numbers.len() < 2
                || is(sum)
                || is(sum / 2.0)
                || numbers.last().is_some_and(|last| is(*last))
                || tops.as_ref().is_some_and(|tops| is(tops.iter().filter_map(|at| items.get(*at).and_then(of)).sum()))
        })
    }

    /// A row tells how many there are and how many were done, or a share, and not of another year.
    fn is_shown(&self, cells: &[Cell]) -> bool {
        let told: Vec<&Cell> = cells.iter().filter(|c| !matches!(c.scope, Scope::Other(_))).collect();
        let has = |is: fn(&Role) -> bool| told.iter().any(|c| is(&c.role));
        has(|r| matches!(r, Role::Ratio(..) | Role::Percent(_)))
            || has(|r| matches!(r, Role::Total(_))) && has(|r| matches!(r, Role::Done(_) | Role::Left(_)))
    }

    /// What a row says, of the whole or, beside others of its kind, of a part; false if it says too little.
    fn settle(&self, search: &mut Search<'a, '_>, row: &Row, cells: &[Cell], is_wrong: bool, is_part: bool) -> bool {
        let first = cells.iter().find(|c| matches!(c.role, Role::Done(_))).or(cells.first());
        let spot = self.spot(search, row, first.map(|c| (c.col, c.row)));
        let found = |figure: Figure, words: Vec<String>| Found { words, ..Found::new(figure, spot.clone()) };
        let has_total = cells.iter().any(|c| matches!(c.role, Role::Total(_)));
        // A total that was told before in money goes with money alone.
        let is_money = row.cells.iter().any(|c| matches!(c.amount, Some(Amount::Money(_))));
        let fits = search.account.is_money() == Some(is_money);
        let mut account = if has_total || !fits { Account::default() } else { std::mem::take(&mut search.account) };
        let mut printed = None;
        let mut worst = Scope::Whole;
        let (total, is_unclear) = only_total(row, cells, search.fit.measure.at_least);
        for cell in cells {
            // "Giao đầu năm | Bổ sung | Sau điều chỉnh": of several totals one is that of what was done.
            if let (Role::Total(number), 0, Some(total)) = (cell.role, cell.parts, total)
                && number != total
            {
                continue;
            }
            match &cell.scope {
                Scope::Whole => {}
                // A column of another year, or of goals, is none of this row's results.
                Scope::Other(_) => continue,
                // "trong đó nữ" beside the column of all.
                _ if cells.iter().any(|c| {
                    c.scope == Scope::Whole && std::mem::discriminant(&c.role) == std::mem::discriminant(&cell.role)
                }) =>
                {
                    continue;
                }
                narrower => {
                    if matches!(cell.role, Role::Total(_) | Role::Done(_) | Role::Percent(_) | Role::Ratio(..)) {
                        worst = narrower.clone();
                    }
                }
            }
            match cell.role {
                Role::Percent(share) => printed = Some(share),
                Role::Ratio(part, whole) => account.tell(0, Some(whole), Some(part), None),
                _ => cell.tell(&mut account),
            }
        }
        // Of several deeds that count one alone is told.
        let left: f64 = cells.iter().filter_map(|c| if let Role::Left(n) = c.role { Some(n) } else { None }).sum();
        let kinds = cells.iter().filter(|c| matches!(c.role, Role::Done(_))).count();
        let is_partial = |part: f64, whole: f64| {
            search.fit.measure.deed.len() > 1 && kinds < 2 && part < whole && (part + left - whole).abs() > 1e-6
        };
        let figure = match account.sum(search.fit.all_parts()) {
            Some(Sum::Of(part, whole)) if is_partial(part, whole) && printed.is_none() => return true,
            Some(Sum::Of(part, whole)) => Some(Figure { printed, ..Figure::counted(part, whole) }),
            Some(Sum::Percent(percent)) => Some(Figure { percent, parts: None, printed }),
            Some(Sum::Inconsistent) => {
                search.found.doubts.push(Denial::without_figure(spot.clone()));
                None
            }
            None => printed.map(Figure::printed),
        };
        let Some(figure) = figure else { return false };
        if is_wrong || is_unclear {
            search.found.doubts.push(Denial::without_figure(spot.clone()));
        }
        let texts = || row.cells.iter().filter(|c| c.amount.is_none()).map(|c| &c.tokens);
        let is_noted = search.fit.is_narrowed_by(&self.grid.notes) || texts().any(|t| search.fit.is_narrowed_by(t));
        match worst {
            Scope::Whole if !is_part && !is_noted => search.found.results.push(found(figure, Vec::new())),
            Scope::Whole => search.found.parts.push(found(figure, Vec::new())),
            Scope::Part(words) | Scope::Other(words) => search.found.parts.push(found(figure, words)),
            Scope::Asked(words) => search.found.asked.push(found(figure, words)),
        }
        true
    }

    /// Rows that name the measure themselves, each for itself; rows that tell an account together; and rows of parts that
    /// make up the whole.
    fn rows(&self, search: &mut Search<'a, '_>, items: &[&Row]) {
        let mut account = Account::default();
        let mut last: Option<&Row> = None;
        let (mut sum, mut is_complete) = ((0.0, 0.0), self.grid.is_alone);
        let mut parts = 0;
        // Rows that tell the same of something else make each a part: "Ngân sách tỉnh | 20 | 20", "Ngân sách trung ương | 15 | 10".
        let cells: Vec<Vec<Cell>> = items.iter().map(|row| self.cells(search, row, false)).collect();
        let shapes: Vec<(usize, bool)> = (0..items.len())
            .filter(|at| self.is_shown(&cells[*at]))
            .map(|at| (at, search.fit.tells_about(&items[at].label)))
            .collect();
        for (index, (row, cells)) in items.iter().zip(&cells).enumerate() {
            // "Đã hoàn thành 45/45 nhiệm vụ | Chưa đạt".
            let denies = |c: &&Content| c.amount.is_none() && search.fit.state(c, &[]) == Some(false);
            if search.fit.is_told_by(&row.label)
                && let Some(content) = row.cells.iter().find(denies)
            {
                let spot = self.spot(search, row, Some((content.col, content.row)));
                search.found.denials.push(Denial::without_figure(spot));
            }
            let whole: Vec<&Cell> = cells.iter().filter(|c| c.scope == Scope::Whole).collect();
            let counts =
                whole.iter().filter(|c| matches!(c.role, Role::Total(_) | Role::Done(_) | Role::Left(_))).count();
            let has_both = whole.iter().any(|c| matches!(c.role, Role::Total(_)))
                && whole.iter().any(|c| matches!(c.role, Role::Done(_) | Role::Left(_)));
            let has_share = whole.iter().any(|c| matches!(c.role, Role::Percent(_) | Role::Ratio(..)));
            match () {
                // Parts of the whole by what they are: agencies of the province, of the districts.
                () if has_both && whole.iter().all(|c| c.parts != 0 && c.parts != search.fit.all_parts()) => {
                    for cell in &whole {
                        match cell.role {
                            Role::Total(n) => sum.1 += n,
                            Role::Done(n) => sum.0 += n,
                            _ => {}
                        }
                        parts |= cell.parts;
                    }
                    last = Some(row);
                }
                () if has_both || has_share => {
                    let level = search.fit.tells_about(&row.label);
                    let is_beside = |at: usize| !search.fit.is_other_sort(&items[at].label, &row.label);
                    let has_sibling =
                        shapes.iter().any(|(at, other)| *at != index && *other >= level && is_beside(*at));
                    self.settle(search, row, cells, false, has_sibling);
                }
                () if counts == 1 => {
                    for cell in &whole {
                        cell.tell(&mut account);
                    }
                    last = Some(row);
                }
                () => {
                    is_complete &= cells.is_empty();
                    let of_parts = self.cells(search, row, true);
                    let total = of_parts.iter().find_map(|c| if let Role::Total(n) = c.role { Some(n) } else { None });
                    let done = of_parts.iter().find_map(|c| if let Role::Done(n) = c.role { Some(n) } else { None });
                    if let (Some(total), Some(done)) = (total, done) {
                        let figure = Figure::counted(done, total.max(1.0));
                        let words = row.label.iter().map(|t| t.text.to_string()).collect();
                        let spot = self.spot(search, row, of_parts.first().map(|c| (c.col, c.row)));
                        search.found.parts.push(Found { words, ..Found::new(figure, spot) });
                    }
                }
            }
        }
        let Some(last) = last else { return };
        if sum.1 > 0.0 && parts == search.fit.all_parts() && is_complete {
            account.tell(0, Some(sum.1), Some(sum.0), None);
        }
        if let Some(Sum::Of(part, whole)) = account.sum(search.fit.all_parts()) {
            let spot = self.spot(search, last, last.cells.first().map(|c| (c.col, c.row)));
            search.found.results.push(Found::new(Figure::counted(part, whole), spot));
        }
    }

    /// A list of what is counted, each row of which says whether it was done. True if it is one.
    fn list(&self, search: &mut Search<'a, '_>, items: &[&Row]) -> bool {
        let grid = self.grid;
        let head_text =
            |col: u32| grid.columns.iter().rfind(|c| c.col <= col).map(|c| c.head.as_slice()).unwrap_or_default();
        let mut columns: Vec<u32> = items.iter().flat_map(|r| r.cells.iter().map(|c| c.col)).collect();
        columns.sort_unstable();
        columns.dedup();
        let totals = OnceCell::new();
        for col in columns.into_iter().rev() {
            let head = head_text(col);
            let contents: Vec<Option<&Content>> = items.iter().map(|r| r.cells.iter().find(|c| c.col == col)).collect();
            let filled = contents.iter().flatten().count();
            if filled == 0 || filled < items.len() {
                continue;
            }
            // Numbers say it only where they stand alone: not beside a total, nor in a column of what is left.
            let is_number = |c: &&Content| c.amount.is_some();
            let are_alone = || {
                let of_totals = totals.get_or_init(|| self.columns_of_totals(search, items));
                of_totals.iter().all(|c| *c == col) && !head.iter().any(|t| t.is(Class::Negation))
            };
            if contents.iter().flatten().any(is_number) && !are_alone() {
                continue;
            }
            let states: Vec<Option<bool>> = contents.iter().flatten().map(|c| search.fit.state(c, head)).collect();
            if states.iter().all(Option::is_none) {
                continue;
            }
            let words: Vec<Token> = head.to_vec();
            let statement = of_cell(words, Told::All(None), search.fit.year());
            let Some(scope) = search.fit.list_scope(&statement, self.over) else { continue };
            let has_share = |(content, state): (&&Content, &Option<bool>)| state.is_none() && content.amount.is_some();
            if contents.iter().flatten().zip(&states).any(has_share) {
                continue;
            }
            if states.iter().any(Option::is_none) {
                // A row that says neither leaves the count open.
                return true;
            }
            let done = states.iter().filter(|s| **s == Some(true)).count();
            let quote = format!("{}: {done}/{}", words_of(head), items.len());
            let last = contents.last().copied().flatten();
            let place = self.place(search, last.map(|c| (c.col, c.row)));
            let path = search.reading.file.path.clone();
            let figure = Figure::counted(done as f64, items.len() as f64);
            let found = Found::new(figure, Spot { path, place, quote });
            let told = search.told_number(grid);
            let is_whole = items.len() >= FEWEST && grid.is_alone || told == Some(items.len() as f64);
            let differs = told.is_some_and(|n| (n - items.len() as f64).abs() > 0.5);
            search.drop_account();
            match scope {
                Scope::Whole if is_whole && !differs && !search.fit.is_narrowed_by(&grid.notes) => {
                    search.found.results.push(found)
                }
                Scope::Asked(words) => search.found.asked.push(Found { words, ..found }),
                Scope::Part(words) | Scope::Other(words) => search.found.parts.push(Found { words, ..found }),
                Scope::Whole => search.found.parts.push(found),
            }
            return true;
        }
        false
    }

    /// The columns in which rows say how many there are.
    fn columns_of_totals(&self, search: &Search<'a, '_>, items: &[&Row]) -> Vec<u32> {
        let cells = items.iter().flat_map(|row| self.cells(search, row, true));
        cells.filter(|c| matches!(c.role, Role::Total(_))).map(|c| c.col).collect()
    }

    /// Where a row stands, by column and row of a cell of it.
    fn spot(&self, search: &Search<'a, '_>, row: &Row, at: Option<(u32, u32)>) -> Spot {
        Spot { path: search.reading.file.path.clone(), place: self.place(search, at), quote: self.quote(row) }
    }

    fn place(&self, search: &Search<'a, '_>, at: Option<(u32, u32)>) -> Place {
        let (page, table) = self.grid.at;
        let page = search.reading.document().pages.get(page);
        let cell = page.zip(at).and_then(|(p, (col, row))| p.tables.get(table)?.cell(row, col));
        page.zip(cell).map(|(page, cell)| page.place_of_cell(cell)).unwrap_or_default()
    }

    fn quote(&self, row: &Row) -> String {
        let label = words_of(&row.label);
        let cells = row.cells.iter().map(|c| {
            let head = self
                .grid
                .columns
                .iter()
                .rfind(|column| column.col <= c.col)
                .map(|c| words_of(&c.own))
                .unwrap_or_default();
            format!("{head}: {}", words_of(&c.tokens))
        });
        std::iter::once(label).chain(cells).collect::<Vec<_>>().join(" | ")
    }
}

/// The total in a row: the only one, or of several the one that goes with the share or with what is left; and whether it
/// is unclear which. `at_least` is the threshold in percent.
fn only_total(row: &Row, cells: &[Cell], at_least: f64) -> (Option<f64>, bool) {
    let whole = || cells.iter().filter(|c| c.scope == Scope::Whole);
    let of = |role: &Role| if let Role::Total(n) = role { Some(*n) } else { None };
    let done: f64 = whole().map(|c| if let Role::Done(n) = c.role { n } else { 0.0 }).sum();
    let left: f64 = whole().map(|c| if let Role::Left(n) = c.role { n } else { 0.0 }).sum();
    let mut totals: Vec<f64> = whole().filter(|c| c.parts == 0).filter_map(|c| of(&c.role)).collect();
    // "Bổ sung: 5.000": less than what was done of all.
    totals.retain(|total| *total >= done);
    totals.dedup();
    let shares =
        || row.cells.iter().filter_map(|c| if let Some(Amount::Percent(p)) = &c.amount { Some(p) } else { None });
    let fits = |total: &&f64| {
        let is_share = shares().any(|share| (100.0 * done / **total - share.percent).abs() <= 0.6);
        is_share || left > 0.0 && (done + left - **total).abs() < 1e-6 * total.abs()
    };
    // "Được giao | Đã phân bổ | Giải ngân": a share of the lesser one may flatter.
    let reached = |total: &f64| reaches(100.0 * done / total, at_least);
    let are_one = totals.windows(2).all(|pair| reached(&pair[0]) == reached(&pair[1]));
    match totals.as_slice() {
        [] => (None, false),
        [only] => (Some(*only), false),
        _ if !are_one => (None, true),
        several => {
            let mut fitting = several.iter().filter(fits);
            let first = fitting.next().copied().filter(|_| fitting.next().is_none());
            (first, first.is_none())
        }
    }
}

/// Which of the numbers are parts of none before them: those behind a number that together make it up, two at least, are
/// its parts.
fn tops(numbers: &[f64]) -> Vec<usize> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < numbers.len() {
        found.push(at);
        let mut parts = 0.0;
        let behind = (at + 1..numbers.len()).map(|next| {
            parts += numbers[next];
            (next, parts)
        });
        let whole = numbers[at];
        let is_near = |sum: f64| (sum - whole).abs() < 1e-6 * whole.abs().max(1.0);
        let last = behind.take_while(|(_, sum)| *sum < whole || is_near(*sum)).find(|(_, sum)| is_near(*sum));
        at = last.filter(|(next, _)| *next > at + 1).map_or(at + 1, |(next, _)| next + 1);
    }
    found
}

/// "Phụ lục Kế hoạch kiểm tra", "Bảng chấm điểm": a table of what is planned or of scores, unless it names a result too.
fn is_planned(caption: &[Token]) -> bool {
    let has = |classes: &[Class]| caption.iter().any(|t| t.senses.is_any(classes));
    has(&[Class::PlanHead, Class::Scores]) && !has(&[Class::Outcome, Class::Done, Class::DoneMark])
}

/// True for the head of what is planned: "Kế hoạch năm", "Chỉ tiêu".
fn is_plan_head(head: &[Token]) -> bool {
    let is_plain = |t: &Token| {
        t.senses.is_any(&[Class::PlanHead, Class::Filler, Class::Give]) || !matches!(t.kind, Kind::Word | Kind::Unknown)
    };
    head.iter().any(|t| t.is(Class::PlanHead)) && head.iter().all(is_plain)
}
