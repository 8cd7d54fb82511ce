//! What a parent asks of a worker.

use std::ffi::OsString;

use serde::{Deserialize, Serialize};

use crate::document::PictureRequest;

/// What the parent asks for: one file. The name travels as the bytes that the system uses, never as shown.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    pub(crate) path: OsString,
    /// Pages that are wanted as pictures; none: the document is read.
    #[serde(default)]
    pub(crate) pictures: Vec<PictureRequest>,
}
