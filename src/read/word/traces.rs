//! What a document still holds although nobody sees it: text that a tracked change deleted and text formatted as hidden.

use std::io::{BufReader, Read};
use std::sync::Arc;

use office_oxide::options::ParseOptions;
use office_oxide::{Document, DocumentFormat};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::parts::{self, value};
use crate::document::{Place, Remark, RemarkKind};

/// Remarks on deleted and hidden text, with the number of places. A part that does not parse ends the count; the reader
/// of the document will say so.
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

/// Remarks on deleted and hidden text of a Word 97–2003 file, with the number of characters that only come out on demand.
pub(super) fn of_doc(data: &Arc<[u8]>, document: &Document) -> Vec<Remark> {
    let length = |document: &Document| document.plain_text().chars().count();
    let shown = length(document);
    let mut remarks = Vec::new();
    for kind in [RemarkKind::DeletedText, RemarkKind::HiddenText] {
        let mut options = ParseOptions::default();
        options.include_deleted_text = kind == RemarkKind::DeletedText;
        options.include_hidden_text = kind == RemarkKind::HiddenText;
        // It opened before.
        let Ok(whole) = super::open::open(data, DocumentFormat::Doc, &options) else { continue };
        let more = length(&whole).saturating_sub(shown);
        if more > 0 {
            remarks.push(Remark { kind, place: Place::default(), detail: format!("{more} characters") });
        }
    }
    remarks
}

#[derive(Default)]
struct Counts {
    deleted: u32,
    hidden: u32,
}

/// What is known of the run that is being read.
#[derive(Default)]
struct RunState {
    properties: bool,
    hidden: bool,
    text: bool,
}

impl Counts {
    fn add(&mut self, part: impl Read) {
        let mut reader = Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        let (mut deletions, mut deleted_text, mut shown) = (0_u32, false, false);
        let mut run: Option<RunState> = None;
        // Runs that follow each other are one place.
        let mut was_hidden = false;
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                    "del" => deletions += 1,
                    "r" => run = Some(RunState::default()),
                    "rPr" => run.iter_mut().for_each(|run| run.properties = true),
                    "vanish" => run.iter_mut().for_each(|run| run.hidden |= run.properties && is_on(&tag)),
                    "t" | "delText" => shown = true,
                    _ => {}
                },
                Ok(Event::Empty(tag)) => {
                    if tag.local_name().as_ref() == "vanish" {
                        run.iter_mut().for_each(|run| run.hidden |= run.properties && is_on(&tag));
                    }
                }
                Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                    "del" => {
                        deletions = deletions.saturating_sub(1);
                        self.deleted += u32::from(std::mem::take(&mut deleted_text));
                    }
                    "rPr" => run.iter_mut().for_each(|run| run.properties = false),
                    "t" | "delText" => shown = false,
                    "r" => {
                        if let Some(run) = run.take().filter(|run| run.text) {
                            self.hidden += u32::from(run.hidden && !was_hidden);
                            was_hidden = run.hidden;
                        }
                    }
                    "p" => was_hidden = false,
                    _ => {}
                },
                Ok(Event::Text(text)) if shown && !text.trim().is_empty() => {
                    deleted_text |= deletions > 0;
                    run.iter_mut().for_each(|run| run.text |= deletions == 0);
                }
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }
}

/// A property without value is on.
fn is_on(tag: &BytesStart<'_>) -> bool {
    !value(tag, "val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
}
