//! The message from parent to worker.

use serde::{Deserialize, Serialize};

use crate::document::PictureRequest;

/// The hidden subcommand by which a program starts itself as a worker.
pub(super) const WORKER_COMMAND: &str = "__worker";

/// Asks a worker to read one file or to render parts of it. The bytes of the file follow behind the line of the request: a
/// worker opens nothing itself.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    /// How many bytes follow.
    pub(crate) length: u64,
    /// The pictures to render. If empty, the worker reads the document instead.
    #[serde(default)]
    pub(crate) pictures: Vec<PictureRequest>,
}
