//! The message from parent to worker.

use std::ffi::OsString;

use serde::{Deserialize, Serialize};

use crate::document::PictureRequest;

/// The hidden subcommand by which a program starts itself as a worker.
pub(super) const WORKER_COMMAND: &str = "__worker";

/// Asks a worker to read one file or to render parts of it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    /// As the system's own string: a file name need not be valid Unicode.
    pub(crate) path: OsString,
    /// The pictures to render. If empty, the worker reads the document instead.
    #[serde(default)]
    pub(crate) pictures: Vec<PictureRequest>,
}
