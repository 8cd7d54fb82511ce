//! The visible text of a web page. Pages saved by office programs and report servers are no XML (open paragraphs,
//! attributes without quotes), so their tags are read leniently, in one pass.

use std::collections::HashMap;

use super::super::word::{Run, visual_lines};
use super::entities;
use crate::document::{Page, Table};
use crate::extract::Limits;
use crate::text::legacy::Detector;

/// Tags whose content is not shown.
const SILENT: [&str; 6] = ["script", "style", "head", "title", "noscript", "xml"];

/// Tags whose content is struck out: it does not hold any more.
const STRUCK: [&str; 3] = ["s", "strike", "del"];

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

/// The page: its lines, and its tables with text cells; and whether more tables and cells stood there than the limit.
pub(super) fn page(source: &str, limits: &Limits, legacy: Option<&Detector>) -> (Page, bool) {
    let mut builder = Builder {
        page: Page::new(1),
        runs: Vec::new(),
        paragraph: 0,
        bold: 0,
        tables: Vec::new(),
        left: limits.cells,
        legacy,
    };
    let mut rest = source;
    let mut is_cut = false;
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
        let is_struck = STRUCK.contains(&tag.name.as_str()) && find_tag(rest, "</", &tag.name).is_some();
        if !tag.closing && (is_struck || SILENT.contains(&tag.name.as_str())) && !tag.empty {
            rest = behind(rest, &tag.name);
            continue;
        }
        let opens = !tag.closing && matches!(tag.name.as_str(), "td" | "th" | "table");
        if opens && builder.left == 0 {
            is_cut = true;
            break;
        }
        builder.tag(&tag);
    }
    (builder.finish(), is_cut)
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

fn find_tag(text: &str, opening: &str, name: &str) -> Option<usize> {
    let is_end = |at: usize| text[at..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let is_name = |at: usize| {
        text.get(at..at + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) && is_end(at + name.len())
    };
    text.match_indices(opening).map(|(at, _)| at).find(|at| is_name(at + opening.len()))
}

struct Tag<'a> {
    name: String,
    closing: bool,
    empty: bool,
    attributes: &'a str,
    /// Bytes from `<` to `>`.
    length: usize,
}

impl<'a> Tag<'a> {
    /// A tag at the start of `text`; none if the `<` there begins none.
    fn read(text: &'a str) -> Option<Self> {
        let inner = text.strip_prefix('<')?;
        let closing = inner.starts_with('/');
        let named = inner.strip_prefix('/').unwrap_or(inner);
        if !named.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')) {
            return None;
        }
        // A ">" in quotes does not end the tag.
        let mut quote = None;
        let end = inner.char_indices().find_map(|(at, c)| match (quote, c) {
            (None, '>') => Some(at),
            (None, '"' | '\'') if inner[..at].ends_with('=') => {
                quote = Some(c);
                None
            }
            (Some(open), c) if open == c => {
                quote = None;
                None
            }
            _ => None,
        });
        let end = end.or_else(|| inner.find('>')).unwrap_or(inner.len());
        let start = inner.len() - named.len();
        let content = inner.get(start..end).unwrap_or_default();
        let name: String = content.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '/' | '>')).collect();
        Some(Tag {
            closing,
            empty: content.ends_with('/'),
            attributes: content.get(name.len()..).unwrap_or_default(),
            name: name.to_ascii_lowercase(),
            length: (1 + end + 1).min(text.len()),
        })
    }

    /// A number in an attribute, such as `colspan=2`, within what a table can have.
    fn span(&self, attribute: &str) -> u32 {
        let lower = self.attributes.to_ascii_lowercase();
        let value = lower.split_once(attribute).map_or("", |(_, value)| value);
        let digits: String =
            value.trim_start_matches([' ', '=', '"', '\'']).chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(1).clamp(1, 1000)
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
    runs: Vec<Run>,
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
        self.runs.push(Run { text, bold: self.bold > 0, size: 0.0 });
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "br" => self.runs.push(Run { text: "\n".to_owned(), bold: false, size: 0.0 }),
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
        while table.covered.get(&table.col).is_some_and(|until| *until > table.row) {
            table.col += 1;
        }
        table.cell = Some((table.row, table.col));
        let until = table.row + tag.span("rowspan");
        for _ in 0..tag.span("colspan") {
            table.covered.insert(table.col, until);
            table.col += 1;
        }
    }

    fn close_cell(&mut self) {
        self.tables.last_mut().into_iter().for_each(|table| table.cell = None);
    }

    fn end_paragraph(&mut self) {
        let lines = visual_lines(&std::mem::take(&mut self.runs), self.legacy);
        if lines.is_empty() {
            return;
        }
        self.paragraph += 1;
        let at = self.tables.last().and_then(|table| table.cell.map(|(row, col)| (table.index, row, col)));
        match at {
            Some(at) => self.page.add_paragraph_to_cell(lines, self.paragraph, at),
            None => self.page.add_paragraph(lines, self.paragraph, None),
        }
    }

    fn finish(mut self) -> Page {
        self.end_paragraph();
        self.page
    }
}
