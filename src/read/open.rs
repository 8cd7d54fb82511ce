//! The entry points of reading: opens a file within the limits and hands its bytes to the reader of its format.

use std::path::Path;

use super::failure::{CUT, Failure};
use super::{compound, image, legacy, pdf, plain, rtf, sniff, spreadsheet, word};
use crate::document::{Media, Page, PageKind, PictureRequest, Place, Record, Remark, RemarkKind, Sink, Status};
use crate::limits::Limits;

/// Renders the requested pages of a file and sends them as pictures.
///
/// # Errors
/// Fails if the file cannot be opened or its format has no pages to render.
pub(crate) fn pictures(
    path: &Path,
    limits: &Limits,
    requests: &[PictureRequest],
    sink: &mut Sink<'_>,
) -> Result<(), Failure> {
    let data = bytes_of(path, limits)?;
    match sniff::sniff(&data) {
        Media::Pdf => pdf::pictures(data, requests, sink),
        Media::Image => image::pictures(&data, requests, sink),
        _ => Err(Failure::new(Status::Unsupported, "this format has no pages to show")),
    }
}

/// Reads one file and sends its records, all but [`Record::End`], which the worker sends.
///
/// # Errors
/// Fails if the file cannot be opened, is empty or too large, or if its reader fails. Records sent before stay valid.
pub(crate) fn read(path: &Path, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let data = bytes_of(path, limits)?;
    read_bytes(data, limits, sink)
}

/// The content of a file, or a failure if it is empty, too large or cannot be opened.
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

/// Reads bytes by their detected format; the name of the file plays no part.
fn read_bytes(data: Vec<u8>, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    if !compound::is_cut(&data) {
        return read_format(data, limits, sink);
    }
    read_format(data, limits, sink).map_err(|failure| match failure.status {
        // What it was cannot be seen any more.
        Status::Unsupported | Status::Empty => Failure::new(Status::Malformed, CUT),
        _ => failure,
    })?;
    let place = Place::default();
    sink(Record::Remark(Remark { kind: RemarkKind::PageUnreadable, place, detail: CUT.to_owned() }));
    Ok(())
}

/// Reads bytes of which each reader tells itself whether they are whole.
fn read_format(data: Vec<u8>, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
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
