//! From the bytes of a file to a document. Everything below `read` runs in a worker process only: documents are
//! hostile, a parser may loop, crash or eat the memory, and the run must go on.

mod cache;
mod image;
mod legacy;
#[cfg(test)]
mod legacy_accuracy;
mod limits;
mod mtimes;
mod ocr;
#[cfg(test)]
mod office_corpus;
mod package;
mod pdf;
mod picture;
mod plain;
mod pool;
mod rtf;
mod sniff;
mod spreadsheet;
mod word;
mod worker;

pub use cache::{Cache, CacheInfo, DEFAULT_LIMIT, Stored};
pub use limits::Limits;
pub use mtimes::Mtimes;
pub use ocr::{Engine, Reach, Recognised, Recognition, Tesseract};
pub use picture::{Band, Picture};
pub use pool::{Event, Places, Pool, WORKER_COMMAND};
pub use sniff::expected as expected_media;
pub use worker::serve;

use std::path::Path;

use crate::document::{Media, Page, PageKind, Remark, Status};

/// What a worker tells its parent about one document, in this order: `Start`, pages and remarks as they are found, `End`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Record {
    /// What the file is and how many pages or sheets it has.
    Start {
        /// By its first bytes.
        media: Media,
        /// Pages or sheets in the file, also those that are not read.
        page_count: u32,
    },
    /// One page.
    Page(Page),
    /// Something noticed.
    Remark(Remark),
    /// A page as a picture, when the parent asked for it; its pixels follow the record.
    Picture(Picture),
    /// The end, and how it ended.
    End {
        /// Status of the document.
        status: Status,
    },
}

/// Where a reader puts what it finds.
pub type Sink<'a> = dyn FnMut(Record) + 'a;

/// Why a whole file could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {detail}", status.name())]
pub struct Failure {
    /// Status that the file gets.
    pub status: Status,
    /// The reader's reason, in English, without text of the document.
    pub detail: String,
}

impl Failure {
    /// A failure with its reason.
    pub fn new(status: Status, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into() }
    }
}

/// Sends pages of a file as pictures.
///
/// # Errors
/// When the file cannot be opened or holds no pictures that are read.
fn pictures(path: &Path, limits: &Limits, wanted: &[picture::Wanted], sink: &mut Sink<'_>) -> Result<(), Failure> {
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
fn read(path: &Path, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
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
