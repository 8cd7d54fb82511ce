//! Builds the page from text, paragraph ends and table cells.

use crate::document::{Page, Table};
use crate::read::lines::{Run, visual_lines};
use crate::text::legacy::{Detector, Encoding};

/// The page that is being built.
pub(super) struct Builder<'a> {
    pub(super) page: Page,
    /// The runs of the current paragraph.
    runs: Vec<Run>,
    /// Number of the last paragraph.
    paragraph: u32,
    /// Row and column in the last table; `None` outside tables.
    at: Option<(u32, u32)>,
    /// Detector of the document's old encoding, if it has one.
    legacy: Option<&'a Detector>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(legacy: Option<&'a Detector>) -> Self {
        Self { page: Page::new(1), runs: Vec::new(), paragraph: 0, at: None, legacy }
    }

    /// Adds text to the current paragraph. `size`: font size in points; `encoding`: the old encoding that the font was
    /// made for, if any.
    pub(super) fn text(&mut self, text: &str, bold: bool, size: f32, encoding: Option<Encoding>) {
        let is_same_style = |run: &&mut Run| run.bold == bold && run.size == size && run.encoding == encoding;
        match self.runs.last_mut().filter(is_same_style) {
            Some(run) => run.text.push_str(text),
            None => self.runs.push(Run { text: text.to_owned(), bold, size, encoding }),
        }
    }

    /// Ends the current paragraph. A paragraph outside tables ends the table before it.
    pub(super) fn end_paragraph(&mut self, in_table: bool) {
        if in_table {
            self.open_table();
        } else {
            self.at = None;
        }
        let lines = visual_lines(&std::mem::take(&mut self.runs), self.legacy);
        if lines.is_empty() {
            return;
        }
        self.paragraph += 1;
        let at = self.at.map(|(row, col)| (self.page.tables.len().saturating_sub(1) as u32, row, col));
        match at {
            Some(at) => self.page.add_paragraph_to_cell(lines, self.paragraph, at),
            None => self.page.add_paragraph(lines, self.paragraph, None),
        }
    }

    /// Ends the current cell, with its last paragraph.
    pub(super) fn end_cell(&mut self) {
        self.end_paragraph(true);
        self.at.iter_mut().for_each(|(_, col)| *col += 1);
    }

    /// Ends the current row of a table.
    pub(super) fn end_row(&mut self) {
        self.end_paragraph(true);
        self.at.iter_mut().for_each(|(row, col)| (*row, *col) = (*row + 1, 0));
    }

    fn open_table(&mut self) {
        if self.at.is_none() {
            self.page.tables.push(Table::default());
            self.at = Some((0, 0));
        }
    }

    /// The page, with the last paragraph ended.
    pub(super) fn finish(mut self) -> Page {
        self.end_paragraph(self.at.is_some());
        self.page
    }
}
