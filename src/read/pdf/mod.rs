//! Reads PDF: the text of each page with its positions, separately the text of its annotations, and whether the page is
//! only a picture.

mod annotations;
mod characters;
mod glyphs;
mod grid;
mod intact;
mod layout;
mod placement;
mod raster;
mod reader;
mod rows;
mod shapes;
mod signatures;
mod strips;
mod trust;
mod visibility;
mod words;

#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod tests;

pub(super) use raster::pictures;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{InterpreterCache, RenderContent};

use super::failure::Failure;
use crate::document::{Media, Place, Record, Remark, RemarkKind, Sink, Status};
use crate::limits::Limits;
use characters::Fonts;
use intact::{Flaw, Loss};
use reader::{Reader, failure};

/// Reads a PDF: sends [`Record::Start`], then for each page a [`Record::Page`] as soon as it is read, followed by its
/// remarks, then the remarks on the whole file. [`Record::End`] is left to the caller.
///
/// # Errors
/// [`Status::Password`] if the file opens only with a password, [`Status::Unsupported`] if its encryption is not
/// supported, [`Status::Malformed`] if it is damaged beyond repair or has no page.
pub(super) fn read(data: Vec<u8>, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let pdf = Pdf::new(data).map_err(failure)?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Failure::new(Status::Malformed, "the PDF has no pages"));
    }
    sink(Record::Start { media: Media::Pdf, page_count: pages.len() as u32 });
    let damage = intact::damage(&pdf, limits.pages, limits.unpacked);
    let mut reader = Reader { pdf: &pdf, cache: InterpreterCache::new(), fonts: Fonts::default() };
    for (number, page) in (1..=limits.pages).zip(pages.iter()) {
        let (page, remarks) = reader.page(number, page);
        sink(Record::Page(page));
        remarks.into_iter().for_each(|remark| sink(Record::Remark(remark)));
        if let Some(flaw) = damage.pages.get(&number) {
            sink(remark(Place::page(number, None), *flaw, flaw.detail().to_owned()));
        }
    }
    if let Some(Loss { flaw, detail }) = damage.file {
        sink(remark(Place::default(), flaw, detail));
    }
    if pages.len() > limits.pages as usize {
        let detail = format!("{} of {} pages were read", limits.pages, pages.len());
        sink(Record::Remark(Remark { kind: RemarkKind::LimitReached, place: Place::default(), detail }));
    }
    if let Some(remark) = signatures::signatures(&pdf) {
        sink(Record::Remark(remark));
    }
    Ok(())
}

/// A remark on a page, or on the file, that does not hold what was written.
fn remark(place: Place, flaw: Flaw, detail: String) -> Record {
    let kind = match flaw {
        Flaw::Checksum => RemarkKind::Checksum,
        Flaw::Damaged(_) => RemarkKind::PageUnreadable,
    };
    Record::Remark(Remark { kind, place, detail })
}
