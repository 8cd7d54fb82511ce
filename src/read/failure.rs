//! Why a file could not be read.

use crate::document::Status;

/// What is reported of a file of which only the beginning is there, as after an interrupted download.
pub(super) const CUT: &str = "the end of the file is missing";

/// Why a whole file could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {detail}", status.name())]
pub(crate) struct Failure {
    /// The status to report for the file.
    pub status: Status,
    /// The reader's reason, in English; never contains text of the document.
    pub detail: String,
}

impl Failure {
    /// A failure with this status and reason.
    pub(crate) fn new(status: Status, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into() }
    }
}
