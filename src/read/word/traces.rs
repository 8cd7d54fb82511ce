//! Finds text that is still in the file but no longer visible: deleted by a tracked change, or formatted as hidden.

use std::io::{BufReader, Read};
use std::sync::Arc;

use office_oxide::options::ParseOptions;
use office_oxide::{Document, DocumentFormat};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::parts;
use crate::document::{Place, Remark, RemarkKind};
use crate::read::xml::attribute;

/// Remarks on deleted and hidden text of a .docx, with the number of places. A part that does not parse is counted up
/// to the error, which the parser of the document reports.
pub(super) fn of_docx(data: &[u8]) -> Vec<Remark> {
    let mut counts = Counts::default();
    let is_body = |name: &str| name.starts_with("document") && name.ends_with(".xml");
    parts::each(data, is_body, |part| counts.add(part));
    let remark = |kind, count: u32| Remark { kind, place: Place::default(), detail: format!("{count} places") };
    [(RemarkKind::DeletedText, counts.deleted), (RemarkKind::HiddenText, counts.hidden)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| remark(kind, count))
        .collect()
}

/// Remarks on deleted and hidden text of a .doc, with the number of characters that the parser returns only on request.
pub(super) fn of_doc(data: &Arc<[u8]>, document: &Document) -> Vec<Remark> {
    let length = |document: &Document| document.plain_text().chars().count();
    let visible = length(document);
    let mut remarks = Vec::new();
    for kind in [RemarkKind::DeletedText, RemarkKind::HiddenText] {
        let mut options = ParseOptions::default();
        options.include_deleted_text = kind == RemarkKind::DeletedText;
        options.include_hidden_text = kind == RemarkKind::HiddenText;
        // Not expected to fail: the same data was opened before with other options.
        let Ok(whole) = super::open::open(data, DocumentFormat::Doc, &options) else { continue };
        let more = length(&whole).saturating_sub(visible);
        if more > 0 {
            remarks.push(Remark { kind, place: Place::default(), detail: format!("{more} characters") });
        }
    }
    remarks
}

/// Number of places with deleted and with hidden text. Adjacent runs are one place.
#[derive(Default)]
struct Counts {
    deleted: u32,
    hidden: u32,
}

impl Counts {
    /// Counts the places in a part.
    fn add(&mut self, part: impl Read) {
        let mut reader = Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        let mut scan = Scan::default();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) => scan.start(&tag),
                Ok(Event::Empty(tag)) => scan.property(&tag),
                Ok(Event::End(tag)) => scan.end(tag.local_name().as_ref()),
                Ok(Event::Text(text)) if !text.trim().is_empty() => scan.text(),
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
        self.deleted += scan.counts.deleted;
        self.hidden += scan.counts.hidden;
    }
}

/// The state of reading one part, event by event.
#[derive(Default)]
struct Scan {
    counts: Counts,
    /// Number of enclosing deletions.
    deletions: u32,
    /// The current deletion contains text.
    has_deleted_text: bool,
    /// Within an element whose content is text.
    in_text: bool,
    run: Option<RunState>,
    /// The run before, in the same paragraph, was hidden.
    was_hidden: bool,
}

/// The run that is being read.
#[derive(Default)]
struct RunState {
    in_properties: bool,
    is_hidden: bool,
    has_text: bool,
}

impl Scan {
    fn start(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "del" => self.deletions += 1,
            "r" => self.run = Some(RunState::default()),
            "rPr" => self.set_in_properties(true),
            "t" | "delText" => self.in_text = true,
            _ => self.property(tag),
        }
    }

    /// An element that may be a property of the current run.
    fn property(&mut self, tag: &BytesStart<'_>) {
        if tag.local_name().as_ref() == "vanish"
            && let Some(run) = &mut self.run
        {
            run.is_hidden |= run.in_properties && is_on(tag);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "del" => {
                self.deletions = self.deletions.saturating_sub(1);
                self.counts.deleted += u32::from(std::mem::take(&mut self.has_deleted_text));
            }
            "rPr" => self.set_in_properties(false),
            "t" | "delText" => self.in_text = false,
            "r" => self.end_run(),
            "p" => self.was_hidden = false,
            _ => {}
        }
    }

    fn end_run(&mut self) {
        if let Some(run) = self.run.take().filter(|run| run.has_text) {
            self.counts.hidden += u32::from(run.is_hidden && !self.was_hidden);
            self.was_hidden = run.is_hidden;
        }
    }

    /// Text that is not blank.
    fn text(&mut self) {
        if !self.in_text {
            return;
        }
        self.has_deleted_text |= self.deletions > 0;
        if let Some(run) = &mut self.run {
            run.has_text |= self.deletions == 0;
        }
    }

    fn set_in_properties(&mut self, in_properties: bool) {
        if let Some(run) = &mut self.run {
            run.in_properties = in_properties;
        }
    }
}

/// The value of an on/off property, which is on without a value.
fn is_on(tag: &BytesStart<'_>) -> bool {
    !attribute(tag, "val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
}
