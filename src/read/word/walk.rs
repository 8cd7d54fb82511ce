//! From the reader's tree to lines and tables in reading order.

use std::collections::HashMap;

use office_oxide::ir::{
    DocumentIR, Element, HeaderFooter, InlineContent, List, Note, Section, Table as IrTable, TextSpan,
};

use super::numbering::Markers;
use super::shading::Shading;
use crate::document::{Cell, CellValue, Line, Page, PageKind, Source, Table};
use crate::read::lines::{Run, draws_capitals, visual_lines};
use crate::text::collapse_spaces;
use crate::text::legacy::{Detector, Encoding};

/// The whole document as a page, and how many runs of it are white on paper.
pub(super) fn page(ir: &DocumentIR, shading: &Shading<'_>, legacy: Option<&Detector>) -> (Page, u32) {
    let mut walk = Walk {
        page: Page::new(1),
        paragraph: 0,
        pictures: false,
        markers: Markers::default(),
        seen: Vec::new(),
        legacy,
        shading,
        coloured: 0,
        concealed: 0,
    };
    for section in &ir.sections {
        walk.margins(headers(section), None);
        walk.elements(&section.elements, None);
        walk.margins(footers(section), None);
    }
    walk.without_notices(&ir.metadata.warnings);
    walk.page.kind = match (walk.page.lines.is_empty(), walk.pictures) {
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

/// Table, row and column of the innermost cell.
type At = Option<(u32, u32, u32)>;

struct Walk<'a> {
    page: Page,
    paragraph: u32,
    pictures: bool,
    markers: Markers,
    /// Text of the headers and footers that stand in the page: sections repeat them.
    seen: Vec<String>,
    /// The old encoding of the document.
    legacy: Option<&'a Detector>,
    /// Whether tables may be of another colour than their cells say.
    shading: &'a Shading<'a>,
    /// Open cells and boxes that may be of another colour than paper.
    coloured: u32,
    /// Runs that nobody sees.
    concealed: u32,
}

impl Walk<'_> {
    /// A letterhead may stand in the header; a page number is no text.
    fn margins(&mut self, stories: [&Option<HeaderFooter>; 3], at: At) {
        for story in stories.into_iter().flatten() {
            let (first, paragraph) = (self.page.lines.len(), self.paragraph);
            let tables = self.page.tables.len();
            self.elements(&story.content, at);
            let text = self.page.lines[first..].iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
            if !is_page_number(&text) && !self.seen.contains(&text) {
                self.seen.push(text);
                continue;
            }
            self.page.lines.truncate(first);
            self.page.tables.truncate(tables);
            self.paragraph = paragraph;
        }
    }

    /// The reader writes what it could not read into the text, in brackets; that is no text of the document.
    fn without_notices(&mut self, warnings: &[String]) {
        let notices: Vec<String> = warnings.iter().map(|w| format!("[{}]", collapse_spaces(w))).collect();
        self.page.lines.retain(|line| !notices.contains(&line.text));
    }

    fn elements(&mut self, elements: &[Element], at: At) {
        for element in elements {
            match element {
                Element::Paragraph(paragraph) => {
                    self.on(paragraph.background_color, |walk| walk.paragraph(None, &paragraph.content, at));
                }
                Element::Heading(heading) => {
                    self.on(heading.background_color, |walk| walk.paragraph(None, &heading.content, at));
                }
                Element::Table(table) => self.table(table),
                Element::List(list) => self.list(list, at, &mut Vec::new()),
                // What a box is filled with is not told.
                Element::TextBox(text_box) => self.on(Some([0; 3]), |walk| walk.elements(&text_box.content, at)),
                Element::Footnote(note) => self.elements(&note.content, at),
                Element::Endnote(note) if !is_comment(note) => self.elements(&note.content, at),
                // An embedded object comes as a picture without data.
                Element::Image(image) => self.pictures |= image.data.is_some() || image.source_url.is_some(),
                _ => {}
            }
        }
    }

    /// Does something on a background.
    fn on(&mut self, background: Option<[u8; 3]>, act: impl FnOnce(&mut Self)) {
        let is_coloured = u32::from(background.is_some_and(|colour| !is_white(colour)));
        self.coloured += is_coloured;
        act(self);
        self.coloured -= is_coloured;
    }

    /// True if white text would not be seen: on paper, and in a table that may be coloured beside other text.
    fn hides_white(&self, content: &[InlineContent], at: At) -> bool {
        let is_seen = |part: &InlineContent| matches!(part, InlineContent::Text(span) if !span.text.trim().is_empty() && !span.color.is_some_and(is_white));
        self.coloured == 0 && (at.is_none() || content.iter().any(is_seen) || !self.shading.may_colour_tables())
    }

    fn list(&mut self, list: &List, at: At, parents: &mut Vec<(u32, String)>) {
        let mut numbers = self.markers.start(list, at);
        for item in &list.items {
            let marker = numbers.next(parents);
            let mut marker_text = marker.as_ref().map(|m| m.text.clone());
            for element in &item.content {
                match element {
                    Element::Paragraph(paragraph) => self.paragraph(marker_text.take(), &paragraph.content, at),
                    other => self.elements(std::slice::from_ref(other), at),
                }
            }
            // Word numbers an empty paragraph too: the first column of many a table is nothing but that.
            if let Some(text) = marker_text {
                self.paragraph(Some(text), &[], at);
            }
            if let Some(nested) = &item.nested {
                parents.push(marker.map_or((0, String::new()), |m| (m.number, m.counter)));
                self.list(nested, at, parents);
                parents.pop();
            }
        }
        self.markers.end(numbers, list, at);
    }

    fn paragraph(&mut self, marker: Option<String>, content: &[InlineContent], at: At) {
        let mut runs: Vec<Run> = Vec::new();
        // The same without what is not seen.
        let mut seen: Vec<Run> = Vec::new();
        let has_white = content.iter().any(|part| matches!(part, InlineContent::Text(span) if in_white(span)));
        let hides_white = has_white && self.hides_white(content, at);
        let mut is_concealed = false;
        for part in content {
            let (run, is_hidden) = match part {
                // What is struck out does not hold any more.
                InlineContent::Text(span) if span.strikethrough => continue,
                InlineContent::Text(span) => (run_of(span), hides_white && in_white(span)),
                InlineContent::LineBreak => {
                    (Run { text: "\n".to_owned(), bold: false, size: 0.0, encoding: None }, false)
                }
                _ => continue,
            };
            let is_told = is_hidden && run.text.contains(char::is_alphanumeric);
            self.concealed += u32::from(is_told);
            is_concealed |= is_told;
            if !is_hidden {
                seen.push(run.clone());
            }
            runs.push(run);
        }
        if let Some(marker) = marker {
            let (bold, size) = runs.first().map_or((false, 0.0), |run| (run.bold, run.size));
            let marker = Run { text: marker + " ", bold, size, encoding: None };
            seen.insert(0, marker.clone());
            runs.insert(0, marker);
        }
        let mut lines = visual_lines(&seen, self.legacy);
        // Where shading is not told, as that of a page or a style, white may be seen after all.
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

    /// A nested table follows as a table of its own; its text is in the lines, not in the cell that holds it.
    fn table(&mut self, table: &IrTable) {
        let index = self.page.tables.len() as u32;
        self.page.tables.push(Table::default());
        let mut cells = Vec::new();
        // Rows that a cell from above still covers, for each column.
        let mut covered: HashMap<u32, u32> = HashMap::new();
        for (row, content) in table.rows.iter().enumerate() {
            let (row, mut col) = (row as u32, 0);
            for cell in &content.cells {
                while covered.get(&col).is_some_and(|until| *until > row) {
                    col += 1;
                }
                let at = (index, row, col);
                let first = self.page.lines.len();
                self.on(cell.background_color, |walk| walk.elements(&cell.content, Some(at)));
                let own = self.page.lines[first..]
                    .iter()
                    .filter(|line| line.cell == Some(at) && line.source != Source::Invisible);
                let text = own.map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
                if !text.is_empty() {
                    cells.push(Cell { row, col, value: CellValue::Text(text.clone()), text });
                }
                for column in col..col.saturating_add(cell.col_span.max(1)).min(col + 1024) {
                    covered.insert(column, row.saturating_add(cell.row_span.max(1)));
                }
                col = col.saturating_add(cell.col_span.max(1)).min(col + 1024);
            }
        }
        if let Some(slot) = self.page.tables.get_mut(index as usize) {
            slot.cells = cells;
        }
    }
}

fn run_of(span: &TextSpan) -> Run {
    Run {
        text: shown(span),
        bold: span.bold,
        size: span.font_size_half_pt.map_or(0.0, |half| half as f32 / 2.0),
        encoding: span.font_name.as_deref().and_then(Encoding::of_font),
    }
}

/// True if a run has letters, in white, on nothing that marks them.
fn in_white(span: &TextSpan) -> bool {
    span.highlight.is_none() && span.color.is_some_and(is_white) && !span.text.trim().is_empty()
}

/// As paper is.
fn is_white(colour: [u8; 3]) -> bool {
    colour.iter().all(|part| *part >= 0xfa)
}

/// What the reader sees is what counts: a title typed small and shown in capitals is in capitals.
fn shown(span: &TextSpan) -> String {
    if span.all_caps {
        span.text.to_uppercase()
    } else if span.font_name.as_deref().is_some_and(draws_capitals) && !span.text.chars().any(|c| c > '\u{17f}') {
        // Letters that only Unicode has are not from such a font, whatever it is called.
        span.text.to_ascii_uppercase()
    } else {
        span.text.clone()
    }
}

/// Both readers mark comments so; footnotes carry their own mark or none.
fn is_comment(note: &Note) -> bool {
    note.marker.as_deref().is_some_and(|marker| marker.to_lowercase().starts_with("comment"))
}

/// Nothing but a page number, as "3", "- 3 -", "Trang 3/12" or a field without value.
fn is_page_number(text: &str) -> bool {
    let words = text.to_lowercase().replace("trang", "").replace("page", "").replace("of", "");
    !words.chars().any(char::is_alphabetic)
}
