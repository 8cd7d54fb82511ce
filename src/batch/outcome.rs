//! How long files took, and why a run may fail.

use std::path::PathBuf;

use serde::Serialize;

use crate::document::Status;
use crate::submission::IntakeError;

/// How long one file took. Goes to timings.json only: reports must not depend on the machine.
#[derive(Debug, Clone, Serialize)]
pub struct Timing {
    /// Folder of the agency.
    pub agency: String,
    /// Path of the file within the submission.
    pub path: String,
    /// How reading it ended.
    pub status: Status,
    /// It was taken from the cache.
    pub cached: bool,
    /// Time spent on reading it, milliseconds; 0 if it was taken from the cache or not opened.
    pub ms: u128,
}

impl Timing {
    /// True if the file could not be read.
    pub fn is_failed(&self) -> bool {
        matches!(self.status, Status::Malformed | Status::Timeout | Status::Crashed | Status::Limit | Status::Password)
    }
}

/// Why a run failed as a whole.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The root folder or its tables cannot be used.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// There is no file to check.
    #[error("{0}: there is no file at all under this folder")]
    NoFiles(PathBuf),
    /// The threads of the worker pool could not be started.
    #[error("the reading threads could not be started: {0}")]
    Threads(String),
}
