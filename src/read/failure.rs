//! Why a file could not be read.

use crate::document::Status;

/// Why a whole file could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {detail}", status.name())]
pub(crate) struct Failure {
    /// Status that the file gets.
    pub status: Status,
    /// The reader's reason, in English, without text of the document.
    pub detail: String,
}

impl Failure {
    /// A failure with its reason.
    pub(crate) fn new(status: Status, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into() }
    }
}
