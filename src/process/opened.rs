//! Files that the parent opened for its workers.

use std::sync::Arc;

use crate::document::{Document, Media, Remark, RemarkKind, Status};
use crate::files::OpenError;
use crate::limits::Permit;

/// The bytes of a file, for as long as they are held; they count towards what all threads hold together.
pub(crate) struct Held<'p> {
    pub(crate) data: Arc<Vec<u8>>,
    pub(super) _permit: Permit<'p>,
}

/// The document of a file that was not opened: nothing of it was read, and a remark says why in a way that is shown.
pub(crate) fn not_opened(error: &OpenError) -> Document {
    let (status, kind) = match error {
        OpenError::Empty => (Status::Empty, None),
        OpenError::TooLarge { .. } => (Status::Limit, None),
        OpenError::Gone => (Status::Malformed, Some(RemarkKind::Gone)),
        OpenError::Denied => (Status::Malformed, Some(RemarkKind::Denied)),
        OpenError::NotAFile => (Status::Malformed, Some(RemarkKind::NotAFile)),
        OpenError::Changing => (Status::Malformed, Some(RemarkKind::Changing)),
        OpenError::System(_) => (Status::Malformed, Some(RemarkKind::Unopened)),
    };
    let mut document = Document::failed(Media::Other, status, error.to_string());
    document.remarks.extend(kind.map(|kind| Remark::on_all(kind, "")));
    document
}
