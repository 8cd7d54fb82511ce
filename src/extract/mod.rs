//! From the bytes of a file to a document. Everything below `read` runs in a worker process only: documents are
//! hostile, a parser may loop, crash or eat the memory, and the run must go on.

mod limits;
#[cfg(test)]
mod office_corpus;
mod package;
pub mod pdf;
pub mod plain;
pub mod sniff;
pub mod spreadsheet;
pub mod word;

pub use limits::Limits;

use crate::document::{Media, Page, Remark, Status};

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
