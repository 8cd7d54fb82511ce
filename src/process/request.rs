//! What a parent asks of a worker.

use crate::document::Wanted;
use serde::Deserialize;
use serde::Serialize;
use std::ffi::OsString;

/// What the parent asks for: one file. The name travels as the bytes that the system uses, never as shown.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    pub(crate) path: OsString,
    /// Pages that are wanted as pictures; none: the document is read.
    #[serde(default)]
    pub(crate) pictures: Vec<Wanted>,
}
