//! One file as it was read.

use serde::{Deserialize, Serialize};

use super::media::Media;
use super::page::Page;
use super::place::Place;
use super::remark::{Remark, RemarkKind};
use super::status::Status;

/// One file as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What it is.
    pub media: Media,
    /// How reading it ended.
    pub status: Status,
    /// Number of pages or sheets that the file has; for Word, which has no pages before layout, of the documents in it.
    pub page_count: u32,
    /// The pages that were read, in order. Word: one page a document, places by paragraph. Spreadsheets: one page a sheet.
    pub pages: Vec<Page>,
    /// What the reader noticed.
    pub remarks: Vec<Remark>,
}

impl Document {
    /// A document that could not be read, with the reason.
    pub fn failed(media: Media, status: Status, detail: impl Into<String>) -> Self {
        let failure = Remark { kind: RemarkKind::Failure, place: Place::default(), detail: detail.into() };
        Self { media, status, page_count: 0, pages: Vec::new(), remarks: vec![failure] }
    }

    /// The reason of a failed reading, in English, if there is one.
    pub fn failure(&self) -> Option<&str> {
        self.remarks.iter().find(|r| r.kind == RemarkKind::Failure).map(|r| r.detail.as_str())
    }
}
