//! The visible text of a web page. Pages saved by office programs and report servers are no XML (open paragraphs,
//! attributes without quotes), so their tags are read leniently, in one pass.

use std::collections::HashMap;

use super::entities;
use super::tag::{Look, Tag, end_of, ends_of, find_tag};
use crate::document::{Line, Page, Source, Table};
use crate::limits::Limits;
use crate::read::lines::{Run, visual_lines};
use crate::text::legacy::Detector;

/// Tags whose content is not shown.
const SILENT: [&str; 6] = ["script", "style", "head", "title", "noscript", "xml"];

/// No table is wider, as in spreadsheets: what spans say is only a claim.
const MOST_COLUMNS: u32 = 16_384;

/// Different names of elements that nothing ends: each costs a walk to the end of the page. Later ones are shown.
const MOST_UNCLOSED: usize = 32;

/// Tags that begin and end a paragraph.
const BLOCKS: [&str; 17] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "section",
    "center",
    "hr",
    "blockquote",
];

/// A web page as it was read.
pub(super) struct WebPage {
    /// Its lines, and its tables with text cells.
    pub(super) page: Page,
    /// More tables and cells stood there than the limit.
    pub(super) is_cut: bool,
    /// Elements with text that nobody sees.
    pub(super) hidden: u32,
}

/// Reads what a person sees of a page.
pub(super) fn page(source: &str, limits: &Limits, legacy: Option<&Detector>) -> WebPage {
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
    let mut rest = source;
    let mut read = WebPage { page: Page::new(1), is_cut: false, hidden: 0 };
    // Where a background is set anywhere, white text is taken to be seen.
    let lower = source.to_ascii_lowercase();
    let is_coloured = lower.contains("background") || lower.contains("bgcolor");
    // An element that nothing ends is shown.
    let mut ends = Ends::default();
    // Bytes to the end of the page behind a white element.
    let mut white_until = usize::MAX;
    while !rest.is_empty() {
        let Some(at) = rest.find('<') else {
            builder.text(rest);
            break;
        };
        builder.text(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(tag) = Tag::read(rest) else {
            // A lone "<" is text.
            builder.text("<");
            rest = &rest[1..];
            continue;
        };
        rest = &rest[tag.length..];
        builder.is_white = rest.len() > white_until;
        if SILENT.contains(&tag.name.as_str()) && !tag.closing && !tag.empty {
            rest = behind(rest, &tag.name);
            continue;
        }
        let look = match tag.look() {
            Look::White if is_coloured => Look::Plain,
            look => look,
        };
        let is_unseen = look != Look::Plain && !(look == Look::White && builder.is_white);
        if let Some((end, next)) = is_unseen.then(|| ends.of(rest, &tag.name)).flatten() {
            read.hidden += u32::from(look != Look::Struck && holds_text(&rest[..end]));
            if look == Look::White {
                white_until = rest.len() - end;
                builder.is_white = rest.len() > white_until;
            } else {
                if BLOCKS.contains(&tag.name.as_str()) {
                    builder.end_paragraph();
                }
                rest = &rest[next..];
                continue;
            }
        }
        let opens = !tag.closing && matches!(tag.name.as_str(), "td" | "th" | "table");
        if opens && builder.left == 0 {
            read.is_cut = true;
            break;
        }
        builder.tag(&tag);
    }
    read.page = builder.finish();
    read
}

/// Where elements end.
#[derive(Default)]
struct Ends {
    /// Of the names of which one was met that nothing ends: what ends the others.
    known: HashMap<String, HashMap<usize, (usize, usize)>>,
}

impl Ends {
    /// Where the content of the element `name` ends that begins with `rest`, and what stands behind it begins.
    fn of(&mut self, rest: &str, name: &str) -> Option<(usize, usize)> {
        if !self.known.contains_key(name) {
            if self.known.len() >= MOST_UNCLOSED {
                return None;
            }
            if let Some(found) = end_of(rest, name) {
                return Some(found);
            }
            self.known.insert(name.to_owned(), ends_of(rest, name));
        }
        let (end, next) = self.known.get(name)?.get(&rest.len())?;
        Some((rest.len() - end, rest.len() - next))
    }
}

/// True if a piece of the source holds more than tags and spaces.
fn holds_text(source: &str) -> bool {
    let mut outside = true;
    let text: String = source
        .chars()
        .filter(|c| {
            let is_text = outside && *c != '<';
            outside = if outside { *c != '<' } else { *c == '>' };
            is_text
        })
        .collect();
    !entities::resolve(&text).trim().is_empty()
}

/// What follows the end tag `name`. An unclosed head ends where the body begins.
fn behind<'a>(rest: &'a str, name: &str) -> &'a str {
    let end = find_tag(rest, "</", name);
    let body = (name == "head").then(|| find_tag(&rest[..end.unwrap_or(rest.len())], "<", "body")).flatten();
    match (end, body) {
        (_, Some(body)) => &rest[body..],
        (Some(end), None) => rest[end..].split_once('>').map_or("", |(_, after)| after),
        (None, None) => "",
    }
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
        if text.is_empty() {
            return;
        }
        // Line breaks of the source are spaces.
        let text = entities::resolve(text).replace(['\n', '\r', '\t'], " ");
        let run = Run { text, bold: self.bold > 0, size: 0.0, encoding: None };
        self.runs.push((run, self.is_white));
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "br" => {
                let run = Run { text: "\n".to_owned(), bold: false, size: 0.0, encoding: None };
                self.runs.push((run, false));
            }
            "b" | "strong" if !tag.empty => {
                self.bold = if tag.closing { self.bold.saturating_sub(1) } else { self.bold.saturating_add(1) };
            }
            "td" | "th" => {
                self.end_paragraph();
                self.close_cell();
                if !tag.closing {
                    self.open_cell(tag);
                }
            }
            name if BLOCKS.contains(&name) => {
                self.end_paragraph();
                match (name, tag.closing) {
                    ("table", false) => self.open_table(),
                    ("table", true) => drop(self.tables.pop()),
                    ("tr", false) => {
                        self.close_cell();
                        if let Some(table) = self.tables.last_mut() {
                            table.row += u32::from(table.started);
                            (table.started, table.col) = (true, 0);
                        }
                    }
                    ("tr", true) => self.close_cell(),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn open_table(&mut self) {
        let index = self.page.tables.len() as u32;
        self.page.tables.push(Table::default());
        self.tables.push(OpenTable { index, row: 0, started: false, col: 0, cell: None, covered: HashMap::new() });
        // A page of nothing but tables costs too.
        self.left = self.left.saturating_sub(1);
    }

    fn open_cell(&mut self, tag: &Tag<'_>) {
        self.left = self.left.saturating_sub(1);
        let Some(table) = self.tables.last_mut() else { return };
        table.started = true;
        while table.col < MOST_COLUMNS && table.covered.get(&table.col).is_some_and(|until| *until > table.row) {
            table.col += 1;
        }
        table.cell = Some((table.row, table.col));
        let until = table.row + tag.span("rowspan");
        let behind = (table.col + tag.span("colspan")).min(MOST_COLUMNS);
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
