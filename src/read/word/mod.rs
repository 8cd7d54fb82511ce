//! Reads Word documents. They have no pages before layout: the whole document is page 1, and places are paragraph
//! numbers.
//!
//! Comments are left out, as they are not part of the document, and so are headers and footers that only number pages.

mod hyphens;
mod numbering;
mod open;
mod parts;
mod shading;
mod traces;
mod walk;

use std::sync::Arc;

use office_oxide::cfb::blip::extract_blip_images;
use office_oxide::options::ParseOptions;
use office_oxide::{Document, DocumentFormat};

use super::failure::Failure;
use super::{compound, legacy, package, sniff};
use crate::document::{Media, Page, PageKind, Place, Record, Remark, RemarkKind, Sink, Status};
use crate::limits::Limits;
use open::open;
use shading::Shading;

/// Stack size of the parsing thread, bytes: nested tables recurse in the parser and in [`walk`].
const STACK: usize = 64 << 20;

/// Reads a Word document (.docx or .doc).
///
/// # Errors
/// Fails if the file is damaged, needs a password, is of an unsupported version or exceeds a limit.
pub(super) fn read(data: Vec<u8>, media: Media, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    if sniff::is_encrypted_office(&data) {
        return Err(Failure::new(Status::Password, "encrypted package"));
    }
    let format = match media {
        Media::Docx => DocumentFormat::Docx,
        Media::Doc => DocumentFormat::Doc,
        _ => return Err(Failure::new(Status::Unsupported, "not a Word document")),
    };
    let damage = if media == Media::Docx { package::check(&data, limits)? } else { None };
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(move || document(&data.into(), format));
    let worker = worker.map_err(|e| Failure::new(Status::Crashed, e.to_string()))?;
    let (page, remarks) = worker.join().map_err(|_| Failure::new(Status::Crashed, "the reader panicked"))??;
    sink(Record::Start { media, page_count: 1 });
    sink(Record::Page(page));
    let damage = damage.map(|detail| Remark { kind: RemarkKind::PageUnreadable, place: Place::page(1, None), detail });
    remarks.into_iter().chain(damage).for_each(|remark| sink(Record::Remark(remark)));
    Ok(())
}

/// The document as one page, with the remarks on it.
fn document(data: &Arc<[u8]>, format: DocumentFormat) -> Result<(Page, Vec<Remark>), Failure> {
    let document = open(data, format, &ParseOptions::default())?;
    let mut remarks = match format {
        DocumentFormat::Docx => traces::of_docx(data),
        _ => traces::of_doc(data, &document),
    };
    let shading = Shading::new(data, format);
    let (mut page, mut more) = page_of(&document, &shading);
    if has_lost_characters(&more)
        && let Some(restored) = with_hyphens_as_letters(data, format, &shading)
    {
        (page, more) = restored;
    }
    remarks.extend(more);
    if page.kind == PageKind::Blank && holds_pictures(data, format) {
        page.kind = PageKind::Scan;
    }
    Ok((page, remarks))
}

/// True if the file holds pictures: without words it is a scan and not empty.
fn holds_pictures(data: &[u8], format: DocumentFormat) -> bool {
    match format {
        DocumentFormat::Docx => package::has_pictures(data),
        // The stream of pictures of a .doc ([MS-DOC] 2.1.3).
        _ => !extract_blip_images(&compound::stream(data, &["Data"])).is_empty(),
    }
}

/// Reads a document that lost a letter again, with its soft hyphens as that letter. Returns `None` if letters are still
/// lost.
fn with_hyphens_as_letters(data: &[u8], format: DocumentFormat, shading: &Shading<'_>) -> Option<(Page, Vec<Remark>)> {
    let copy = if format == DocumentFormat::Docx { hyphens::in_docx(data) } else { hyphens::in_doc(data) };
    let document = open(&copy?.into(), format, &ParseOptions::default()).ok()?;
    Some(page_of(&document, shading)).filter(|(_, remarks)| !has_lost_characters(remarks))
}

/// True if the text lacks letters.
fn has_lost_characters(remarks: &[Remark]) -> bool {
    remarks.iter().any(|remark| remark.kind == RemarkKind::LostCharacters)
}

/// The text of an open document as a page, with the remarks on it.
fn page_of(document: &Document, shading: &Shading<'_>) -> (Page, Vec<Remark>) {
    let mut remarks = Vec::new();
    let ir = document.to_ir();
    if ir.metadata.text_truncated {
        let detail = ir.metadata.warnings.first().cloned().unwrap_or_else(|| "the text is incomplete".to_owned());
        remarks.push(Remark { kind: RemarkKind::PageUnreadable, place: Place::page(1, None), detail });
    }
    let mut concealed = 0;
    let (page, converted) = legacy::built(|encoding| {
        let (page, white) = walk::page(&ir, shading, encoding);
        concealed = white;
        page
    });
    if concealed > 0 {
        let detail = format!("{concealed} places in white");
        remarks.push(Remark { kind: RemarkKind::HiddenText, place: Place::default(), detail });
    }
    remarks.extend(converted);
    (page, remarks)
}

#[cfg(test)]
mod tests;
