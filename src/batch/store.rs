//! The cache as a run uses it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::content::Content;
use crate::cache::{Cache, Mtimes};
use crate::document::{Document, Status, Stored};
use crate::form::{self, Part};
use crate::ocr::{Reach, Recognition};
use crate::reading::of_secret;

/// What is kept in the cache beside a document.
#[derive(Serialize, Deserialize)]
struct Cleared {
    /// SHA-256 of the content.
    sha256: String,
    /// The documents in it with their forms.
    parts: Vec<Part>,
}

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

    pub(super) fn hash(&self, path: &Path, trusting: bool) -> Option<blake3::Hash> {
        if let Some(known) = self.mtimes.as_ref().filter(|_| trusting).and_then(|m| m.get(path)) {
            return Some(known);
        }
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(std::fs::File::open(path).ok()?).ok()?;
        let hash = hasher.finalize();
        if let Some(mtimes) = &self.mtimes {
            mtimes.note(path, &hash);
        }
        Some(hash)
    }

    pub(super) fn get(&self, hash: &blake3::Hash) -> Option<Content> {
        let (cleared, stored) = self.cache.as_ref()?.get::<Cleared>(hash)?;
        let status = stored.summary.status;
        let Cleared { sha256, parts } = cleared;
        Some(Content { stored: Arc::new(stored), parts, status, sha256, cached: true, took: Duration::ZERO })
    }

    /// The forms of the documents in a file that was just read. Only then is it stored, if it was read at all: a failure may be the
    /// machine's, and of a secret document only what names it is kept, in this run alone.
    pub(super) fn clear(&self, document: Document, sha256: String, hash: Option<blake3::Hash>) -> Content {
        let mut document = form::apart(document);
        let mut parts = form::parts(&document);
        let mut status = document.status;
        // One that is secret makes the file secret.
        if parts.iter().any(|part| part.form.is_secret()) {
            status = Status::Secret;
            for part in &mut parts {
                part.form = Arc::new(of_secret((*part.form).clone()));
            }
            document.pages.clear();
            document.remarks.clear();
            // The head alone did not tell: what was stored of it goes.
            if let Some(hash) = hash {
                self.beside.iter().for_each(|cache| cache.forget(&hash));
            }
        }
        let cleared = Cleared { sha256, parts };
        if let (Some(cache), Some(hash), Status::Ok | Status::Partial | Status::Scan) = (&self.cache, hash, status) {
            cache.put(&hash, &cleared, &document);
        }
        let Cleared { sha256, parts } = cleared;
        Content {
            stored: Arc::new(Stored::ready(document)),
            parts,
            status,
            sha256,
            cached: false,
            took: Duration::ZERO,
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
