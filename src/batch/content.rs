//! The result of reading one file, which every file with the same content shares.

use std::sync::Arc;
use std::time::Duration;

use crate::document::{Document, Media, Remark, RemarkKind, Status, Stored};
use crate::files::{ContentHash, OpenError};
use crate::form::{self, Part};
use crate::process;
use crate::reading;
use crate::submission::File;

/// The result of reading one file.
#[derive(Clone)]
pub(crate) struct Content {
    /// Its pages and remarks; without any if it is secret or could not be read.
    pub(crate) stored: Arc<Stored>,
    /// The documents in it with their forms; at least one.
    pub(crate) parts: Vec<Part>,
    /// How reading it ended. It is `Secret` if one of its documents is.
    pub(crate) status: Status,
    /// Hash of the content; `None` if the file was not opened or could not be hashed.
    pub(crate) hash: Option<ContentHash>,
    /// Whether it was taken from the cache.
    pub(crate) cached: bool,
    /// Time spent on reading it; zero if it was taken from the cache or not opened.
    pub(crate) took: Duration,
}

impl Content {
    /// The result for a file that is not opened, as its status is known without.
    pub(super) fn unopened(file: &File) -> Self {
        let status = file.known.unwrap_or(Status::Malformed);
        let hash = (status == Status::Empty).then(|| ContentHash::of(&[]));
        let mut document = Document::failed(Media::Other, status, "");
        document.remarks.clear();
        if status == Status::Limit {
            document.remarks.push(Remark::on_all(RemarkKind::SubmissionFull, ""));
        }
        Self { hash, ..Self::without_text(document) }
    }

    /// The result of a document that was just read: divided into its parts, with a form for each. A secret one is
    /// reduced to what may be kept of it.
    pub(super) fn from_document(document: Document, hash: ContentHash) -> Self {
        let mut document = form::apart(document);
        let mut parts = form::parts(&document);
        let is_secret = reading::reduce_secret(&mut document, &mut parts);
        let status = if is_secret { Status::Secret } else { document.status };
        let stored = Arc::new(Stored::ready(document));
        Self { stored, parts, status, hash: Some(hash), cached: false, took: Duration::ZERO }
    }

    /// The same with its pages compressed until they are judged; as it is if they cannot be.
    pub(super) fn packed(self) -> Self {
        let stored = self.stored.to_packed().map_or_else(|_| Arc::clone(&self.stored), Arc::new);
        Self { stored, ..self }
    }

    /// The result for a file that could not be opened.
    pub(super) fn not_opened(error: &OpenError) -> Self {
        Self::without_text(process::not_opened(error))
    }

    fn without_text(document: Document) -> Self {
        let status = document.status;
        let parts = vec![Part { first: 1, last: 1, form: Arc::default() }];
        let stored = Arc::new(Stored::ready(document));
        Self { stored, parts, status, hash: None, cached: false, took: Duration::ZERO }
    }
}
