//! The records in which a reader sends a document: piece by piece, so that a failure does not lose what was already
//! read.

use super::media::Media;
use super::page::Page;
use super::picture::Picture;
use super::remark::Remark;
use super::status::Status;

/// What a worker sends to its parent for one document, in this order: `Start`, pages and remarks as found, `End`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Record {
    /// Format of the file and its number of pages or sheets.
    Start {
        /// Format, detected from the first bytes.
        media: Media,
        /// Pages or sheets in the file, including those that are not read.
        page_count: u32,
    },
    /// One page.
    Page(Page),
    /// Something the reader noticed beside the text.
    Remark(Remark),
    /// A picture of a page, if the parent requested it; its pixels follow the record.
    Picture(Picture),
    /// The end of the document.
    End {
        /// How reading ended.
        status: Status,
    },
}

/// Receives the records of a reader.
pub(crate) type Sink<'a> = dyn FnMut(Record) + 'a;
