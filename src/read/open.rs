//! From the bytes of a file to a document. Everything below `read` runs in a worker process only: documents are
//! hostile, a parser may loop, crash or eat the memory, and the run must go on.

use std::path::Path;

use super::failure::Failure;
use super::{image, legacy, pdf, plain, rtf, sniff, spreadsheet, word};
use crate::document::{Media, Page, PageKind, Record, Sink, Status, Wanted};
use crate::limits::Limits;

/// Sends pages of a file as pictures.
///
/// # Errors
/// When the file cannot be opened or holds no pictures that are read.
pub(crate) fn pictures(path: &Path, limits: &Limits, wanted: &[Wanted], sink: &mut Sink<'_>) -> Result<(), Failure> {
    let data = bytes_of(path, limits)?;
    match sniff::sniff(&data) {
        Media::Pdf => pdf::pictures(data, wanted, sink),
        Media::Image => image::pictures(&data, wanted, sink),
        _ => Err(Failure::new(Status::Unsupported, "this format has no pages to show")),
    }
}

/// Reads one file and sends what it finds; the end and its status are the worker's to send.
///
/// # Errors
/// When the file cannot be opened, is too large, or its reader gives up; what was sent before stays valid.
pub(crate) fn read(path: &Path, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let data = bytes_of(path, limits)?;
    read_bytes(data, limits, sink)
}

/// The content of a file that is neither empty nor too large.
fn bytes_of(path: &Path, limits: &Limits) -> Result<Vec<u8>, Failure> {
    let unreadable = |e: std::io::Error| Failure::new(Status::Malformed, format!("cannot be opened: {e}"));
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size == 0 {
        return Err(Failure::new(Status::Empty, "the file has no bytes"));
    }
    if size > limits.file_size {
        let detail = format!("{} MB, the limit is {} MB", size >> 20, limits.file_size >> 20);
        return Err(Failure::new(Status::Limit, detail));
    }
    std::fs::read(path).map_err(unreadable)
}

/// Reads by what the bytes are, whatever the name says.
fn read_bytes(data: Vec<u8>, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    match sniff::sniff(&data) {
        Media::Pdf => legacy::converting(sink, |sink| pdf::read(data, limits, sink)),
        media @ (Media::Docx | Media::Doc) => word::read(data, media, limits, sink),
        media @ (Media::Xlsx | Media::Xls | Media::Xlsb | Media::Ods) => {
            legacy::converting(sink, |sink| spreadsheet::read(data, media, limits, sink))
        }
        media @ (Media::Html | Media::Text) => plain::read(data, media, limits, sink),
        Media::Rtf => rtf::read(&data, limits, sink),
        Media::Image => {
            let pages = image::page_count(&data);
            sink(Record::Start { media: Media::Image, page_count: pages });
            for number in (1..=pages).take(limits.pages as usize) {
                sink(Record::Page(Page { kind: PageKind::Scan, ..Page::new(number) }));
            }
            Ok(())
        }
        Media::Other if sniff::is_encrypted_office(&data) => {
            sink(Record::Start { media: Media::Other, page_count: 0 });
            Err(Failure::new(Status::Password, "an Office file that opens only with a password"))
        }
        media @ (Media::Archive | Media::Other) if sniff::is_cut_zip(&data) => {
            sink(Record::Start { media, page_count: 0 });
            Err(Failure::new(Status::Malformed, "a zipped file whose end is missing"))
        }
        media @ (Media::Mail | Media::Archive | Media::Other) => {
            sink(Record::Start { media, page_count: 0 });
            Err(Failure::new(Status::Unsupported, "this format is not read"))
        }
    }
}
