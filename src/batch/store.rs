//! The cache as a run uses it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::content::Content;
use crate::cache::{Cache, Mtimes};
use crate::document::Status;
use crate::files::ContentHash;
use crate::form::Part;
use crate::ocr::{Reach, Recognition};

/// The cache as a run uses it: none if the user wants none, which is the default.
#[derive(Default)]
pub struct Store {
    /// Results by content.
    pub cache: Option<Cache>,
    /// Hashes by path and time, if the user trusts times or once did.
    pub mtimes: Option<Arc<Mtimes>>,
    /// The parts of the cache that hold what an engine read less, or more, of the same files.
    beside: Vec<Cache>,
}

impl Store {
    /// A cache, and an index of times if there is one; neither if the user wants none.
    pub fn new(cache: Option<Cache>, mtimes: Option<Arc<Mtimes>>) -> Self {
        Self { cache, mtimes, beside: Vec::new() }
    }

    /// The part of the cache that holds what this engine read.
    pub(super) fn of(&self, recognition: Option<&Recognition>) -> Self {
        let cache = match (&self.cache, recognition) {
            (Some(cache), Some(recognition)) => Some(cache.reading_with(&recognition.key())),
            (cache, _) => cache.clone(),
        };
        let beside = self.cache.iter().zip(recognition).flat_map(|(cache, recognition)| {
            Reach::EACH.map(|reach| cache.reading_with(&recognition.reaching(reach).key()))
        });
        Self { cache, mtimes: self.mtimes.clone(), beside: beside.collect() }
    }

    pub(super) fn hash(&self, path: &Path, trusting: bool) -> Option<ContentHash> {
        if let Some(known) = self.mtimes.as_ref().filter(|_| trusting).and_then(|m| m.get(path)) {
            return Some(known);
        }
        let hash = ContentHash::of_file(path).ok()?;
        if let Some(mtimes) = &self.mtimes {
            mtimes.note(path, hash);
        }
        Some(hash)
    }

    pub(super) fn get(&self, hash: &ContentHash) -> Option<Content> {
        let (parts, stored) = self.cache.as_ref()?.get::<Vec<Part>>(hash)?;
        let status = stored.summary.status;
        Some(Content { stored: Arc::new(stored), parts, status, hash: Some(*hash), cached: true, took: Duration::ZERO })
    }

    /// Keeps what was just read for later runs, if it was read at all: a failure may be the machine's. What is secret is
    /// kept in this run alone.
    pub(super) fn keep(&self, hash: &ContentHash, content: &Content) {
        match (content.status, &self.cache) {
            // The head alone did not tell that it is secret: what was stored of it goes.
            (Status::Secret, _) => self.beside.iter().for_each(|cache| cache.forget(hash)),
            (Status::Ok | Status::Partial | Status::Scan, Some(cache)) => {
                cache.put(hash, &content.parts, content.stored.document());
            }
            _ => {}
        }
    }

    /// After a run: the index is saved, the cache kept within its limit.
    pub(super) fn close(&self) {
        if let Some(mtimes) = &self.mtimes {
            mtimes.save();
        }
        if let Some(cache) = &self.cache {
            // A cache that cannot be pruned is no reason to lose a run.
            let _ = cache.prune();
        }
    }
}
