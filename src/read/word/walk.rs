//! Walks the parser's tree and builds the lines and tables of the page in reading order.

use std::collections::HashMap;

use office_oxide::ir::{
    DocumentIR, Element, HeaderFooter, InlineContent, List, Note, Section, Table as IrTable, TextSpan,
};

use super::numbering::ListCounters;
use super::shading::Shading;
use crate::document::{Cell, CellValue, Line, Page, PageKind, Source, Table, joined_text};
use crate::read::lines::{Run, draws_capitals, visual_lines};
use crate::text::collapse_spaces;
use crate::text::legacy::{Detector, Encoding};

/// The whole document as a page, and the number of its runs that are white on white.
pub(super) fn page(ir: &DocumentIR, shading: &Shading<'_>, legacy: Option<&Detector>) -> (Page, u32) {
    let mut walk = Walk {
        page: Page::new(1),
        paragraph: 0,
        has_pictures: false,
        counters: ListCounters::default(),
        margin_texts: Vec::new(),
        legacy,
        shading,
        backgrounds: 0,
        concealed: 0,
    };
    for section in &ir.sections {
        walk.margins(headers(section), None);
        walk.elements(&section.elements, None);
        walk.margins(footers(section), None);
    }
    walk.remove_warnings(&ir.metadata.warnings);
    walk.page.kind = match (walk.page.lines.is_empty(), walk.has_pictures) {
        (false, _) => PageKind::Text,
        (true, true) => PageKind::Scan,
        (true, false) => PageKind::Blank,
    };
    (walk.page, walk.concealed)
}

fn headers(section: &Section) -> [&Option<HeaderFooter>; 3] {
    [&section.first_page_header, &section.header, &section.even_page_header]
}

fn footers(section: &Section) -> [&Option<HeaderFooter>; 3] {
    [&section.first_page_footer, &section.footer, &section.even_page_footer]
}

/// Table, row and column of the innermost cell, or `None` outside tables.
type At = Option<(u32, u32, u32)>;

struct Walk<'a> {
    /// The page built so far.
    page: Page,
    /// Number of the last paragraph.
    paragraph: u32,
    /// A picture was found.
    has_pictures: bool,
    counters: ListCounters,
    /// Texts of the headers and footers already in the page: sections repeat them.
    margin_texts: Vec<String>,
    /// Detector of the document's old encoding, if it has one.
    legacy: Option<&'a Detector>,
    /// Whether tables may have a background that their cells do not state.
    shading: &'a Shading<'a>,
    /// Number of enclosing paragraphs, cells and boxes that may have a background other than white.
    backgrounds: u32,
    /// Number of runs that are white on white.
    concealed: u32,
}

impl Walk<'_> {
    /// Adds headers or footers, since a letterhead may be in one. Page numbers and repeated texts are left out.
    fn margins(&mut self, stories: [&Option<HeaderFooter>; 3], at: At) {
        for story in stories.into_iter().flatten() {
            let (first, paragraph) = (self.page.lines.len(), self.paragraph);
            let tables = self.page.tables.len();
            self.elements(&story.content, at);
            let text = joined_text(&self.page.lines[first..]);
            if !is_page_number(&text) && !self.margin_texts.contains(&text) {
                self.margin_texts.push(text);
                continue;
            }
            self.page.lines.truncate(first);
            self.page.tables.truncate(tables);
            self.paragraph = paragraph;
        }
    }

    /// Removes the warnings that the parser inserts into the text, in brackets, for what it could not read.
    fn remove_warnings(&mut self, warnings: &[String]) {
        let inserted: Vec<String> = warnings.iter().map(|w| format!("[{}]", collapse_spaces(w))).collect();
        self.page.lines.retain(|line| !inserted.contains(&line.text));
    }

    fn elements(&mut self, elements: &[Element], at: At) {
        for element in elements {
            match element {
                Element::Paragraph(paragraph) => {
                    self.on_background(paragraph.background_color, |walk| walk.paragraph(None, &paragraph.content, at));
                }
                Element::Heading(heading) => {
                    self.on_background(heading.background_color, |walk| walk.paragraph(None, &heading.content, at));
                }
                Element::Table(table) => self.table(table),
                Element::List(list) => self.list(list, at, &mut Vec::new()),
                // The parser does not report the fill of a text box: it may have any colour.
                Element::TextBox(text_box) => {
                    self.on_background(Some([0; 3]), |walk| walk.elements(&text_box.content, at));
                }
                Element::Footnote(note) => self.elements(&note.content, at),
                Element::Endnote(note) if !is_comment(note) => self.elements(&note.content, at),
                // The parser reports an embedded object as a picture without data.
                Element::Image(image) => self.has_pictures |= image.data.is_some() || image.source_url.is_some(),
                _ => {}
            }
        }
    }

    /// Runs `walk` with content that has this background.
    fn on_background(&mut self, background: Option<[u8; 3]>, walk: impl FnOnce(&mut Self)) {
        let is_coloured = u32::from(background.is_some_and(|colour| !is_white(colour)));
        self.backgrounds += is_coloured;
        walk(self);
        self.backgrounds -= is_coloured;
    }

    /// True if white text in a paragraph cannot be seen, since its background is white. The background of a table cell
    /// is white for certain if no table can be coloured, or if the paragraph also has text in another colour.
    fn hides_white(&self, content: &[InlineContent], at: At) -> bool {
        let is_dark = |part: &InlineContent| {
            matches!(part, InlineContent::Text(span)
                if !span.text.trim().is_empty() && !span.color.is_some_and(is_white))
        };
        self.backgrounds == 0 && (at.is_none() || content.iter().any(is_dark) || !self.shading.may_colour_tables())
    }

    /// `parents`: number and counter of the items that contain this list, outermost first.
    fn list(&mut self, list: &List, at: At, parents: &mut Vec<(u32, String)>) {
        let mut counter = self.counters.start(list, at);
        for item in &list.items {
            let marker = counter.next(parents);
            let mut marker_text = marker.as_ref().map(|m| m.text.clone());
            for element in &item.content {
                match element {
                    Element::Paragraph(paragraph) => self.paragraph(marker_text.take(), &paragraph.content, at),
                    other => self.elements(std::slice::from_ref(other), at),
                }
            }
            // Word numbers empty paragraphs too: the first column of many tables consists only of such numbers.
            if let Some(text) = marker_text {
                self.paragraph(Some(text), &[], at);
            }
            if let Some(nested) = &item.nested {
                parents.push(marker.map_or((0, String::new()), |m| (m.number, m.counter)));
                self.list(nested, at, parents);
                parents.pop();
            }
        }
        self.counters.end(&counter, list, at);
    }

    /// Adds a paragraph. If it has white text on white, the visible text comes first, followed by the whole paragraph
    /// as [`Source::Invisible`].
    fn paragraph(&mut self, marker: Option<String>, content: &[InlineContent], at: At) {
        let mut runs: Vec<Run> = Vec::new();
        let mut visible: Vec<Run> = Vec::new();
        let has_white = content.iter().any(|part| matches!(part, InlineContent::Text(span) if in_white(span)));
        let hides_white = has_white && self.hides_white(content, at);
        let mut is_concealed = false;
        for part in content {
            let (run, is_hidden) = match part {
                // Struck-out text no longer counts.
                InlineContent::Text(span) if span.strikethrough => continue,
                InlineContent::Text(span) => (run_of(span), hides_white && in_white(span)),
                InlineContent::LineBreak => {
                    (Run { text: "\n".to_owned(), bold: false, size: 0.0, encoding: None }, false)
                }
                _ => continue,
            };
            let counts = is_hidden && run.text.contains(char::is_alphanumeric);
            self.concealed += u32::from(counts);
            is_concealed |= counts;
            if !is_hidden {
                visible.push(run.clone());
            }
            runs.push(run);
        }
        if let Some(marker) = marker {
            let (bold, size) = runs.first().map_or((false, 0.0), |run| (run.bold, run.size));
            let marker = Run { text: marker + " ", bold, size, encoding: None };
            visible.insert(0, marker.clone());
            runs.insert(0, marker);
        }
        let mut lines = visual_lines(&visible, self.legacy);
        // The text is kept: it is visible after all if the page or a style has a background, which is not reported.
        if is_concealed {
            let whole = visual_lines(&runs, self.legacy);
            lines.extend(whole.into_iter().map(|line| Line { source: Source::Invisible, ..line }));
        }
        if lines.is_empty() {
            return;
        }
        self.paragraph += 1;
        self.page.add_paragraph(lines, self.paragraph, at);
    }

    /// Adds a table. A nested table becomes a table of its own after it; its text is in the lines of the page but not
    /// in the cell that contains it.
    fn table(&mut self, table: &IrTable) {
        let index = self.page.tables.len() as u32;
        self.page.tables.push(Table::default());
        let mut cells = Vec::new();
        // For each column, the first row that no cell from above covers.
        let mut covered: HashMap<u32, u32> = HashMap::new();
        for (row, content) in table.rows.iter().enumerate() {
            let (row, mut col) = (row as u32, 0);
            for cell in &content.cells {
                while covered.get(&col).is_some_and(|until| *until > row) {
                    col += 1;
                }
                let at = (index, row, col);
                let first = self.page.lines.len();
                self.on_background(cell.background_color, |walk| walk.elements(&cell.content, Some(at)));
                let own = self.page.lines[first..]
                    .iter()
                    .filter(|line| line.cell == Some(at) && line.source != Source::Invisible);
                let text = joined_text(own);
                if !text.is_empty() {
                    cells.push(Cell { row, col, value: CellValue::Text(text.clone()), text });
                }
                for column in col..col.saturating_add(cell.col_span.max(1)).min(col + 1024) {
                    covered.insert(column, row.saturating_add(cell.row_span.max(1)));
                }
                col = col.saturating_add(cell.col_span.max(1)).min(col + 1024);
            }
        }
        if let Some(table) = self.page.tables.get_mut(index as usize) {
            table.cells = cells;
        }
    }
}

fn run_of(span: &TextSpan) -> Run {
    Run {
        text: displayed(span),
        bold: span.bold,
        size: span.font_size_half_pt.map_or(0.0, |half| half as f32 / 2.0),
        encoding: span.font_name.as_deref().and_then(Encoding::of_font),
    }
}

/// True if a run is white text without a highlight.
fn in_white(span: &TextSpan) -> bool {
    span.highlight.is_none() && span.color.is_some_and(is_white) && !span.text.trim().is_empty()
}

/// True for the colour of paper, or one that the eye cannot distinguish from it.
fn is_white(colour: [u8; 3]) -> bool {
    colour.iter().all(|part| *part >= 0xfa)
}

/// The text of a run as displayed: upper-cased if it is formatted so or its font draws capitals.
fn displayed(span: &TextSpan) -> String {
    if span.all_caps {
        span.text.to_uppercase()
    } else if span.font_name.as_deref().is_some_and(draws_capitals) && !span.text.chars().any(|c| c > '\u{17f}') {
        // Letters beyond Latin Extended-A are Unicode text, which such a font does not draw, whatever its name.
        span.text.to_ascii_uppercase()
    } else {
        span.text.clone()
    }
}

/// True for a comment. The parsers of both formats mark comments like this; footnotes have their own marker or none.
fn is_comment(note: &Note) -> bool {
    note.marker.as_deref().is_some_and(|marker| marker.to_lowercase().starts_with("comment"))
}

/// True for nothing but a page number, such as "3", "- 3 -", "Trang 3/12" or a field without value.
fn is_page_number(text: &str) -> bool {
    let words = text.to_lowercase().replace("trang", "").replace("page", "").replace("of", "");
    !words.chars().any(char::is_alphabetic)
}
