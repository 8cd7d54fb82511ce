//! The page that is being filled: paragraphs, and rows of cells that make tables.

use crate::document::{Page, Table};
use crate::read::lines::{Run, visual_lines};
use crate::text::legacy::{Detector, Encoding};

pub(super) struct Builder<'a> {
    pub(super) page: Page,
    runs: Vec<Run>,
    paragraph: u32,
    /// Row and column in the last table, while one is open.
    at: Option<(u32, u32)>,
    legacy: Option<&'a Detector>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(legacy: Option<&'a Detector>) -> Self {
        Self { page: Page::new(1), runs: Vec::new(), paragraph: 0, at: None, legacy }
    }

    /// `encoding` is the old one that the font was made for.
    pub(super) fn text(&mut self, text: &str, bold: bool, size: f32, encoding: Option<Encoding>) {
        let is_like = |run: &&mut Run| run.bold == bold && run.size == size && run.encoding == encoding;
        match self.runs.last_mut().filter(is_like) {
            Some(run) => run.text.push_str(text),
            None => self.runs.push(Run { text: text.to_owned(), bold, size, encoding }),
        }
    }

    /// Ends a paragraph; one that stands in no cell ends the table before it.
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

    pub(super) fn end_cell(&mut self) {
        self.end_paragraph(true);
        self.at.iter_mut().for_each(|(_, col)| *col += 1);
    }

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

    pub(super) fn finish(mut self) -> Page {
        self.end_paragraph(self.at.is_some());
        // A table of empty cells only is a drawn frame.
        self.page
    }
}
