//! How a run went.

use std::path::PathBuf;

use serde::Serialize;

use crate::document::Status;
use crate::submission::IntakeError;

/// How long one file took: never part of a report, only of timings.json.
#[derive(Debug, Clone, Serialize)]
pub struct Timing {
    /// Folder of the agency.
    pub agency: String,
    /// Path in it.
    pub path: String,
    /// Status.
    pub status: Status,
    /// It came from the cache.
    pub cached: bool,
    /// Milliseconds.
    pub ms: u128,
}

impl Timing {
    /// True if the file could not be read.
    pub fn is_failed(&self) -> bool {
        matches!(self.status, Status::Malformed | Status::Timeout | Status::Crashed | Status::Limit | Status::Password)
    }
}

/// Why a run could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The root or its tables.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// There is nothing to check.
    #[error("{0}: there is no file at all under this folder")]
    NoFiles(PathBuf),
    /// The reading processes could not be prepared.
    #[error("the reading threads could not be started: {0}")]
    Threads(String),
}
