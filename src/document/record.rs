//! A document as a reader sends it: piece by piece, so that what was read before a failure stays.

use super::media::Media;
use super::page::Page;
use super::picture::Picture;
use super::remark::Remark;
use super::status::Status;

/// What a worker tells its parent about one document, in this order: `Start`, pages and remarks as they are found, `End`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Record {
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
pub(crate) type Sink<'a> = dyn FnMut(Record) + 'a;
