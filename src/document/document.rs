//! The content of one file.

use serde::{Deserialize, Serialize};

use super::media::Media;
use super::page::Page;
use super::remark::{Remark, RemarkKind, failure};
use super::status::Status;

/// The content of one file and how reading it ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// File format.
    pub media: Media,
    /// How reading it ended.
    pub status: Status,
    /// Number of pages or sheets in the file, including those that were not read. A Word document, which has no pages
    /// before layout, counts as one page.
    pub page_count: u32,
    /// The pages that were read, in order. A Word document is one page with places by paragraph; each sheet of a
    /// workbook is one page.
    pub pages: Vec<Page>,
    /// What the reader noticed beside the text.
    pub remarks: Vec<Remark>,
}

impl Document {
    /// A document that could not be read, with the reason.
    pub fn failed(media: Media, status: Status, detail: impl Into<String>) -> Self {
        let failure = Remark::on_all(RemarkKind::Failure, detail);
        Self { media, status, page_count: 0, pages: Vec::new(), remarks: vec![failure] }
    }

    /// Why the file could not be read, in English, if reading failed.
    pub fn failure(&self) -> Option<&str> {
        failure(&self.remarks)
    }
}
