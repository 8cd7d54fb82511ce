//! What was read of one content.

use std::sync::Arc;
use std::time::Duration;

use crate::document::{Document, Media, Place, Remark, RemarkKind, Status, Stored};
use crate::files::ContentHash;
use crate::form::{self, Part};
use crate::reading;
use crate::submission::File;

#[derive(Clone)]
pub(crate) struct Content {
    pub(crate) stored: Arc<Stored>,
    pub(crate) parts: Vec<Part>,
    pub(crate) status: Status,
    pub(crate) hash: Option<ContentHash>,
    pub(crate) cached: bool,
    pub(crate) took: Duration,
}

impl Content {
    pub(super) fn unopened(file: &File) -> Self {
        let status = file.known.unwrap_or(Status::Malformed);
        let hash = if status == Status::Empty { ContentHash::of_file(&file.disk).ok() } else { None };
        let mut document = Document::failed(Media::Other, status, "");
        document.remarks.clear();
        Self { hash, ..Self::without_text(document) }
    }

    /// What was just read: its documents with their forms; of a secret one only what may be kept.
    pub(super) fn recognised(document: Document, hash: Option<ContentHash>) -> Self {
        let mut document = form::apart(document);
        let mut parts = form::parts(&document);
        let is_secret = reading::reduce_secret(&mut document, &mut parts);
        let status = if is_secret { Status::Secret } else { document.status };
        let stored = Arc::new(Stored::ready(document));
        Self { stored, parts, status, hash, cached: false, took: Duration::ZERO }
    }

    /// What is known of a file that someone writes while it is read: nothing.
    pub(super) fn changing() -> Self {
        let mut document = Document::failed(Media::Other, Status::Malformed, "the file changed while it was read");
        document.remarks.push(Remark { kind: RemarkKind::Changing, place: Place::default(), detail: String::new() });
        Self::without_text(document)
    }

    fn without_text(document: Document) -> Self {
        let status = document.status;
        let parts = vec![Part { first: 1, last: 1, form: Arc::default() }];
        let stored = Arc::new(Stored::ready(document));
        Self { stored, parts, status, hash: None, cached: false, took: Duration::ZERO }
    }
}
