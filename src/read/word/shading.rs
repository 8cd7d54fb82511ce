//! Whether tables of a document may be coloured by more than their cells say: by a table style, or as a whole. The reader
//! tells neither.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Read};

use office_oxide::DocumentFormat;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::parts::{self, value};

/// What colours the tables of a document; looked up when white text first asks.
pub(super) struct Shading<'a> {
    data: &'a [u8],
    format: DocumentFormat,
    colours_tables: OnceCell<bool>,
}

impl<'a> Shading<'a> {
    pub(super) fn new(data: &'a [u8], format: DocumentFormat) -> Self {
        Self { data, format, colours_tables: OnceCell::new() }
    }

    /// True if white text that fills a cell without a colour of its own may be seen. Of an old document nothing is told; of
    /// a part that does not parse counts what stands before.
    pub(super) fn may_colour_tables(&self) -> bool {
        self.format == DocumentFormat::Doc
            || *self.colours_tables.get_or_init(|| {
                let mut found = Found::default();
                parts::each(self.data, |name| name.ends_with(".xml"), |part| found.add(part));
                found.is_coloured || found.used.iter().any(|style| found.is_shaded(style))
            })
    }
}

#[derive(Default)]
struct Found {
    /// A table is coloured as a whole.
    is_coloured: bool,
    /// Styles that tables name, and those that apply without being named.
    used: HashSet<String>,
    /// Table styles that colour something.
    shaded: HashSet<String>,
    /// What table styles are based on.
    bases: HashMap<String, String>,
}

impl Found {
    fn is_shaded(&self, style: &str) -> bool {
        let chain = std::iter::successors(Some(style), |style| self.bases.get(*style).map(String::as_str));
        chain.take(self.bases.len() + 1).any(|style| self.shaded.contains(style))
    }

    fn add(&mut self, part: impl Read) {
        let mut reader = Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        // The table style that is being read, and how deep in properties of tables.
        let (mut style, mut depth) = (None, 0_u32);
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) => {
                    if matches!(tag.local_name().as_ref(), "tblPr" | "tblPrEx") {
                        depth += 1;
                    }
                    self.tag(&tag, &mut style, depth > 0);
                }
                Ok(Event::Empty(tag)) => self.tag(&tag, &mut style, depth > 0),
                Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                    "style" => style = None,
                    "tblPr" | "tblPrEx" => depth = depth.saturating_sub(1),
                    _ => {}
                },
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    fn tag(&mut self, tag: &BytesStart<'_>, style: &mut Option<String>, of_table: bool) {
        match tag.local_name().as_ref() {
            "style" if value(tag, "type").as_deref() == Some("table") => {
                *style = value(tag, "styleId");
                let applies = value(tag, "default").is_some_and(|v| matches!(v.as_str(), "1" | "true" | "on"));
                self.used.extend(style.clone().filter(|_| applies));
            }
            "basedOn" => self.bases.extend(style.clone().zip(value(tag, "val"))),
            "tblStyle" => self.used.extend(value(tag, "val")),
            "shd" if is_coloured(tag) => match style {
                Some(style) => drop(self.shaded.insert(style.clone())),
                None => self.is_coloured |= of_table,
            },
            _ => {}
        }
    }
}

/// True for a shading that is not white.
fn is_coloured(tag: &BytesStart<'_>) -> bool {
    let fill = value(tag, "fill").unwrap_or_default().to_lowercase();
    let pattern = value(tag, "val").unwrap_or_default();
    !matches!(fill.as_str(), "" | "auto" | "ffffff")
        || value(tag, "themeFill").is_some()
        || !matches!(pattern.as_str(), "" | "clear" | "nil")
}
