//! Why a file could not be read.

use crate::document::Status;

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
