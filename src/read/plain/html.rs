//! The visible text of a web page, built in one pass over its pieces.

use std::collections::HashMap;

use super::display::Display;
use super::markup::{Kind, Piece, Start};
use crate::document::{Line, Page, Source, Table};
use crate::limits::Limits;
use crate::read::lines::{Run, visual_lines};
use crate::text::legacy::Detector;

/// No table is wider, as in spreadsheets: colspan values are not trusted.
const MOST_COLUMNS: u32 = 16_384;

/// A web page as it was read.
pub(super) struct WebPage {
    /// Its lines, and its tables with text cells.
    pub(super) page: Page,
    /// The page has more tables and cells than the limit.
    pub(super) is_cut: bool,
    /// Number of elements with text that is not shown.
    pub(super) hidden: u32,
}

/// Builds the visible text of a page. A hidden element without an end tag is shown.
pub(super) fn page(pieces: &[Piece], limits: &Limits, legacy: Option<&Detector>) -> WebPage {
    let mut builder = Builder {
        page: Page::new(1),
        runs: Vec::new(),
        is_white: false,
        paragraph: 0,
        bold: 0,
        tables: Vec::new(),
        left: limits.cells,
        legacy,
    };
    let (mut is_cut, mut hidden) = (false, 0);
    // The next piece, and the first one behind a white element.
    let (mut at, mut white_until) = (0, 0);
    while let Some(piece) = pieces.get(at) {
        builder.is_white = at < white_until;
        at += 1;
        let start = match piece {
            Piece::Text(text) => {
                builder.text(text);
                continue;
            }
            Piece::End(kind) => {
                builder.end(*kind);
                continue;
            }
            Piece::Start(start) => start,
        };
        let is_already_white = start.display == Display::White && builder.is_white;
        if let Some(until) = start.until.filter(|_| !is_already_white) {
            hidden += u32::from(start.display != Display::Struck && holds_text(&pieces[at..until]));
            if start.display != Display::White {
                builder.pass_over(start.kind);
                at = until;
                continue;
            }
            white_until = until;
        }
        if builder.left == 0 && matches!(start.kind, Kind::Table | Kind::Cell) {
            is_cut = true;
            break;
        }
        builder.start(start);
    }
    WebPage { page: builder.finish(), is_cut, hidden }
}

/// True if pieces hold more than tags and spaces.
fn holds_text(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::Text(text) if !text.trim().is_empty()))
}

/// A table that is open.
struct OpenTable {
    index: u32,
    row: u32,
    started: bool,
    col: u32,
    cell: Option<(u32, u32)>,
    /// Rows that a cell from above still covers, for each column.
    covered: HashMap<u32, u32>,
}

struct Builder<'a> {
    page: Page,
    /// The runs of the open paragraph, and whether they are in the colour of paper.
    runs: Vec<(Run, bool)>,
    /// What comes is in the colour of paper.
    is_white: bool,
    paragraph: u32,
    bold: u32,
    tables: Vec<OpenTable>,
    /// Cells that may still be opened.
    left: u64,
    /// The old encoding of the page.
    legacy: Option<&'a Detector>,
}

impl Builder<'_> {
    fn text(&mut self, text: &str) {
        let run = Run { text: text.to_owned(), bold: self.bold > 0, size: 0.0, encoding: None };
        self.runs.push((run, self.is_white));
    }

    fn line_break(&mut self) {
        self.runs.push((Run { text: "\n".to_owned(), bold: false, size: 0.0, encoding: None }, false));
    }

    fn start(&mut self, start: &Start) {
        match start.kind {
            Kind::Inline => {}
            Kind::Break => self.line_break(),
            Kind::Bold => self.bold = self.bold.saturating_add(1),
            Kind::Block => self.end_paragraph(),
            Kind::Table => {
                self.end_paragraph();
                self.open_table();
            }
            Kind::Row => {
                self.end_paragraph();
                self.close_cell();
                if let Some(table) = self.tables.last_mut() {
                    table.row += u32::from(table.started);
                    (table.started, table.col) = (true, 0);
                }
            }
            Kind::Cell => {
                self.end_paragraph();
                self.close_cell();
                self.open_cell(start);
            }
        }
    }

    fn end(&mut self, kind: Kind) {
        match kind {
            Kind::Inline => {}
            Kind::Break => self.line_break(),
            Kind::Bold => self.bold = self.bold.saturating_sub(1),
            Kind::Block => self.end_paragraph(),
            Kind::Table => {
                self.end_paragraph();
                self.tables.pop();
            }
            Kind::Row | Kind::Cell => {
                self.end_paragraph();
                self.close_cell();
            }
        }
    }

    /// An element whose content is not shown: a block parts the text around it all the same.
    fn pass_over(&mut self, kind: Kind) {
        if matches!(kind, Kind::Block | Kind::Row | Kind::Table) {
            self.end_paragraph();
        }
    }

    fn open_table(&mut self) {
        let index = self.page.tables.len() as u32;
        self.page.tables.push(Table::default());
        self.tables.push(OpenTable { index, row: 0, started: false, col: 0, cell: None, covered: HashMap::new() });
        // A page of nothing but tables costs too.
        self.left = self.left.saturating_sub(1);
    }

    fn open_cell(&mut self, start: &Start) {
        self.left = self.left.saturating_sub(1);
        let Some(table) = self.tables.last_mut() else { return };
        table.started = true;
        while table.col < MOST_COLUMNS && table.covered.get(&table.col).is_some_and(|until| *until > table.row) {
            table.col += 1;
        }
        table.cell = Some((table.row, table.col));
        let until = table.row + start.rows;
        let behind = (table.col + start.columns).min(MOST_COLUMNS);
        table.covered.extend((table.col..behind).map(|column| (column, until)));
        table.col = behind.max(table.col + 1);
    }

    fn close_cell(&mut self) {
        self.tables.last_mut().into_iter().for_each(|table| table.cell = None);
    }

    fn end_paragraph(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let seen: Vec<Run> = runs.iter().filter(|(_, is_white)| !is_white).map(|(run, _)| run.clone()).collect();
        let lines = visual_lines(&seen, self.legacy);
        // Where a style sheet sets a background, white may be seen after all.
        let mut unseen = Vec::new();
        if runs.iter().any(|(run, is_white)| *is_white && run.text.contains(char::is_alphanumeric)) {
            let whole: Vec<Run> = runs.into_iter().map(|(run, _)| run).collect();
            unseen = visual_lines(&whole, self.legacy);
            unseen.iter_mut().for_each(|line: &mut Line| line.source = Source::Invisible);
        }
        if lines.is_empty() && unseen.is_empty() {
            return;
        }
        self.paragraph += 1;
        let at = self.tables.last().and_then(|table| table.cell.map(|(row, col)| (table.index, row, col)));
        match at.filter(|_| !lines.is_empty()) {
            Some(at) => self.page.add_paragraph_to_cell(lines, self.paragraph, at),
            None => self.page.add_paragraph(lines, self.paragraph, at),
        }
        self.page.add_paragraph(unseen, self.paragraph, at);
    }

    fn finish(mut self) -> Page {
        self.end_paragraph();
        self.page
    }
}
