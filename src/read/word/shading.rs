//! Finds out whether the tables of a document may have a background that their cells do not state: by a table style, or
//! for the table as a whole. The parser reports neither.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Read};

use office_oxide::DocumentFormat;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::parts;
use crate::read::xml::attribute;

/// The backgrounds of the tables of a document, looked up when the first white text is found.
pub(super) struct Shading<'a> {
    data: &'a [u8],
    format: DocumentFormat,
    colours_tables: OnceCell<bool>,
}

impl<'a> Shading<'a> {
    pub(super) fn new(data: &'a [u8], format: DocumentFormat) -> Self {
        Self { data, format, colours_tables: OnceCell::new() }
    }

    /// True if a table may have a background that its cells do not state, so that white text in them is visible. Always
    /// true for .doc, where this is unknown. A part that does not parse counts up to the error.
    pub(super) fn may_colour_tables(&self) -> bool {
        self.format == DocumentFormat::Doc
            || *self.colours_tables.get_or_init(|| {
                let mut styles = TableStyles::default();
                parts::each(self.data, |name| name.ends_with(".xml"), |part| styles.add(part));
                styles.has_shaded_table || styles.used.iter().any(|style| styles.is_shaded(style))
            })
    }
}

/// Table styles of a document and the shading they apply.
#[derive(Default)]
struct TableStyles {
    /// A table has a shading of its own as a whole.
    has_shaded_table: bool,
    /// Ids of the styles that tables refer to, and of default styles.
    used: HashSet<String>,
    /// Ids of the styles with a shading.
    shaded: HashSet<String>,
    /// For each style the one that it is based on.
    bases: HashMap<String, String>,
}

impl TableStyles {
    /// True if a style, or one that it is based on, has a shading.
    fn is_shaded(&self, style: &str) -> bool {
        let chain = std::iter::successors(Some(style), |style| self.bases.get(*style).map(String::as_str));
        chain.take(self.bases.len() + 1).any(|style| self.shaded.contains(style))
    }

    /// Collects the styles and table properties of a part.
    fn add(&mut self, part: impl Read) {
        let mut reader = Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        // The table style that is being read, and the nesting depth within properties of tables.
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
            "style" if attribute(tag, "type").as_deref() == Some("table") => {
                *style = attribute(tag, "styleId");
                let is_default = attribute(tag, "default").is_some_and(|v| matches!(v.as_str(), "1" | "true" | "on"));
                self.used.extend(style.clone().filter(|_| is_default));
            }
            "basedOn" => self.bases.extend(style.clone().zip(attribute(tag, "val"))),
            "tblStyle" => self.used.extend(attribute(tag, "val")),
            "shd" if is_coloured(tag) => match style {
                Some(style) => drop(self.shaded.insert(style.clone())),
                None => self.has_shaded_table |= of_table,
            },
            _ => {}
        }
    }
}

/// True for a shading that is not white.
fn is_coloured(tag: &BytesStart<'_>) -> bool {
    let fill = attribute(tag, "fill").unwrap_or_default().to_lowercase();
    let pattern = attribute(tag, "val").unwrap_or_default();
    !matches!(fill.as_str(), "" | "auto" | "ffffff")
        || attribute(tag, "themeFill").is_some()
        || !matches!(pattern.as_str(), "" | "clear" | "nil")
}
