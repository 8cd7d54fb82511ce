//! Web pages, also those saved as `.doc` or `.xls` by e-government systems, and plain text: one page, places by
//! paragraph as in Word documents.

mod decode;
mod html;
mod look;
mod mail;
mod markup;

use super::failure::Failure;
use super::legacy;
use super::lines::{Run, visual_lines};
use crate::document::{Media, Page, PageKind, Place, Record, Remark, RemarkKind, Sink, Status};
use crate::limits::Limits;
use crate::text::legacy::Detector;
use markup::{MOST_PIECES, Markup};

/// Reads a web page or plain text. Rich text is not read.
pub(super) fn read(data: Vec<u8>, media: Media, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let (mut cut, mut hidden) = (None, 0);
    let (mut page, converted) = match media {
        Media::Html => {
            let markup = Markup::of(&decode::html(&mail::html_part(&data).unwrap_or(mail::Part::whole(&data))));
            legacy::built(|encoding| {
                let read = html::page(&markup.pieces, limits, encoding);
                let in_pieces = markup.is_cut.then(|| format!("stopped after {MOST_PIECES} tags and texts"));
                cut = if read.is_cut { Some(format!("stopped after {} cells", limits.cells)) } else { in_pieces };
                hidden = read.hidden;
                read.page
            })
        }
        Media::Text => {
            let text = decode::text(&data);
            legacy::built(|encoding| text_page(&text, encoding))
        }
        _ => return Err(Failure::new(Status::Unsupported, "rich text is not read")),
    };
    if page.kind == PageKind::Blank && !page.lines.is_empty() {
        page.kind = PageKind::Text;
    }
    sink(Record::Start { media, page_count: 1 });
    sink(Record::Page(page));
    converted.into_iter().for_each(|remark| sink(Record::Remark(remark)));
    if hidden > 0 {
        let detail = format!("{hidden} places");
        sink(Record::Remark(Remark { kind: RemarkKind::HiddenText, place: Place::default(), detail }));
    }
    if let Some(detail) = cut {
        sink(Record::Remark(Remark { kind: RemarkKind::LimitReached, place: Place::default(), detail }));
    }
    Ok(())
}

fn text_page(text: &str, legacy: Option<&Detector>) -> Page {
    let mut page = Page::new(1);
    let mut paragraph = 0;
    for text in text.lines() {
        let mut lines = visual_lines(&[Run { text: text.to_owned(), bold: false, size: 0.0, encoding: None }], legacy);
        paragraph += u32::from(!lines.is_empty());
        lines.iter_mut().for_each(|line| line.paragraph = Some(paragraph));
        page.lines.append(&mut lines);
    }
    page
}

#[cfg(test)]
mod tests;
