//! The entry points of reading: hands the bytes of a file to the reader of its format.

use super::failure::{CUT, Failure};
use super::{compound, image, legacy, pdf, plain, rtf, sniff, spreadsheet, word};
use crate::document::{Media, Page, PageKind, PictureRequest, Place, Record, Remark, RemarkKind, Sink, Status};
use crate::limits::Limits;

/// Renders the requested pages of a file and sends them as pictures.
///
/// # Errors
/// Fails if the format has no pages to render.
pub(crate) fn pictures(data: Vec<u8>, requests: &[PictureRequest], sink: &mut Sink<'_>) -> Result<(), Failure> {
    match sniff::sniff(&data) {
        Media::Pdf => pdf::pictures(data, requests, sink),
        Media::Image => image::pictures(&data, requests, sink),
        _ => Err(Failure::new(Status::Unsupported, "this format has no pages to show")),
    }
}

/// Reads a file by the format of its bytes, and sends its records, all but [`Record::End`], which the worker sends. The name
/// of the file plays no part.
///
/// # Errors
/// Fails if its reader fails. Records sent before stay valid.
pub(crate) fn read(data: Vec<u8>, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
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
