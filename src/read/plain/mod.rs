//! Web pages, also those saved as `.doc` or `.xls` by e-government systems or with their pictures in one file (MHTML), and
//! plain text: one page, places by paragraph as in Word documents.

mod decode;
mod display;
mod html;
mod mail;
mod markup;

use super::failure::Failure;
use super::legacy;
use super::lines::{Run, visual_lines};
use crate::document::{Media, Page, PageKind, Place, Record, Remark, RemarkKind, Sink, Status};
use crate::limits::Limits;
use crate::text::legacy::Detector;
use markup::{MOST_PIECES, Markup};

/// Reads a web page or plain text; other formats are refused.
pub(super) fn read(data: Vec<u8>, media: Media, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let (mut cut, mut hidden, mut is_torn) = (None, 0, false);
    let (mut page, converted) = match media {
        Media::Html => {
            let part = mail::html_part(&data)?.unwrap_or(mail::Part::whole(&data));
            let markup = Markup::of(&decode::html(&part));
            legacy::built(|encoding| {
                let read = html::page(&markup.pieces, limits, encoding);
                let in_pieces =
                    markup.is_cut.then(|| format!("stopped after {MOST_PIECES} tags and texts, or at an endless tag"));
                cut = if read.is_cut { Some(format!("stopped after {} cells", limits.cells)) } else { in_pieces };
                is_torn = markup.is_torn;
                hidden = read.hidden;
                read.page
            })
        }
        Media::Text => {
            let text = decode::text(&data);
            legacy::built(|encoding| text_page(&text, encoding))
        }
        _ => return Err(Failure::new(Status::Unsupported, "neither a web page nor plain text")),
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
    if is_torn {
        let detail = "the page ends inside a tag, a comment or an element of raw text".to_owned();
        sink(Record::Remark(Remark { kind: RemarkKind::PageUnreadable, place: Place::page(1, None), detail }));
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
