//! Word documents. They have no pages before layout: the whole document is page 1, and places are paragraph numbers.
//!
//! Comments are left out (they are about the document, not in it); so are headers and footers that only number pages.

mod lines;
mod numbering;
mod traces;
mod walk;

use std::io::Cursor;

use office_oxide::doc::DocError;
use office_oxide::options::ParseOptions;
use office_oxide::{DocumentFormat, OfficeError};

pub(super) use lines::{Run, visual_lines};

use super::{Failure, Limits, Record, Sink, package, sniff};
use crate::document::{Media, Page, Place, Remark, RemarkKind, Status};

/// Nested tables recurse in the reader and here.
const STACK: usize = 64 << 20;

/// Reads a Word document.
pub(super) fn read(data: Vec<u8>, media: Media, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    if sniff::is_encrypted_office(&data) {
        return Err(Failure::new(Status::Password, "encrypted package"));
    }
    let format = match media {
        Media::Docx => DocumentFormat::Docx,
        Media::Doc => DocumentFormat::Doc,
        _ => return Err(Failure::new(Status::Unsupported, "not a Word document")),
    };
    let mut remarks = Vec::new();
    if media == Media::Docx {
        package::check(&data, limits)?;
        remarks = traces::of_docx(&data);
    }
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(move || page_of(data, format));
    let worker = worker.map_err(|e| Failure::new(Status::Crashed, e.to_string()))?;
    let (page, losses) = worker.join().map_err(|_| Failure::new(Status::Crashed, "the reader panicked"))??;
    sink(Record::Start { media, page_count: 1 });
    sink(Record::Page(page));
    remarks.extend(losses);
    remarks.into_iter().for_each(|remark| sink(Record::Remark(remark)));
    Ok(())
}

/// The document as one page, and what the reader says is missing from it.
fn page_of(data: Vec<u8>, format: DocumentFormat) -> Result<(Page, Option<Remark>), Failure> {
    let document = office_oxide::Document::from_reader_with(Cursor::new(data), format, &ParseOptions::default())
        .map_err(|error| failure(&error))?;
    let ir = document.to_ir();
    let place = Place { page: Some(1), ..Place::default() };
    let loss = ir.metadata.text_truncated.then(|| {
        let detail = ir.metadata.warnings.first().cloned().unwrap_or_else(|| "the text is incomplete".to_owned());
        Remark { kind: RemarkKind::PageUnreadable, place, detail }
    });
    Ok((walk::page(&ir), loss))
}

fn failure(error: &OfficeError) -> Failure {
    let status = match error {
        OfficeError::Doc(DocError::Encrypted) => Status::Password,
        OfficeError::Doc(DocError::UnsupportedVersion(_)) | OfficeError::UnsupportedFormat(_) => Status::Unsupported,
        OfficeError::Panic(_) => Status::Crashed,
        _ => Status::Malformed,
    };
    Failure::new(status, error.to_string())
}

#[cfg(test)]
mod tests;
