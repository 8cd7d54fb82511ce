//! The cache of a run: results of reading by content, and hashes by path and time.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::content::Content;
use crate::cache::{Cache, Mtimes, Stamp, stamp};
use crate::document::{RemarkKind, Status};
use crate::files::ContentHash;
use crate::form::Part;
use crate::ocr::{Reach, Recognition};

/// The cache of a run. By default there is none: every file is hashed and read, and nothing is kept.
#[derive(Default)]
pub struct Store {
    /// Results of reading, by the hash of the content.
    pub cache: Option<Cache>,
    /// Hashes by path, size and modification time, if the user trusts times now or did in an earlier run.
    pub mtimes: Option<Arc<Mtimes>>,
    /// The parts of the cache that may hold other readings of the same contents: without an engine, and with the
    /// engine of this run at each reach.
    other_readings: Vec<Cache>,
}

impl Store {
    /// A store with a cache, and with an index of modification times; either may be missing.
    pub fn new(cache: Option<Cache>, mtimes: Option<Arc<Mtimes>>) -> Self {
        Self { cache, mtimes, other_readings: Vec::new() }
    }

    /// The same store for the results of one engine at one reach; without an engine, for what is read without any. To
    /// be called on the store of the job, whose cache has no engine in its keys.
    pub(super) fn of(&self, recognition: Option<&Recognition>) -> Self {
        let cache = match (&self.cache, recognition) {
            (Some(cache), Some(recognition)) => Some(cache.reading_with(&recognition.key())),
            (cache, _) => cache.clone(),
        };
        let with_engine = self.cache.iter().zip(recognition).flat_map(|(cache, recognition)| {
            Reach::EACH.map(|reach| cache.reading_with(&recognition.reaching(reach).key()))
        });
        let other_readings = self.cache.iter().cloned().chain(with_engine).collect();
        Self { cache, mtimes: self.mtimes.clone(), other_readings }
    }

    /// The hash that the index holds for a file of this size and time, if the run trusts it.
    pub(super) fn trusted_hash(&self, path: &Path) -> Option<ContentHash> {
        self.mtimes.as_ref()?.get(path)
    }

    /// Size and time of a file that is about to be read, if there is an index of them.
    pub(super) fn stamp(&self, path: &Path) -> Option<Stamp> {
        self.mtimes.as_ref().and_then(|_| stamp(path))
    }

    /// Notes the hash of a file that had this size and time when reading it began.
    pub(super) fn note(&self, path: &Path, before: Option<Stamp>, hash: ContentHash) {
        if let Some(mtimes) = &self.mtimes {
            mtimes.note(path, before, hash);
        }
    }

    /// What an earlier run read of a content, if the cache has it.
    pub(super) fn get(&self, hash: &ContentHash) -> Option<Content> {
        let (parts, stored) = self.cache.as_ref()?.get::<Vec<Part>>(hash)?;
        let status = stored.summary.status;
        Some(Content { stored: Arc::new(stored), parts, status, hash: Some(*hash), cached: true, took: Duration::ZERO })
    }

    /// Stores what was just read for later runs. Failures are not stored, as their cause may be the machine. Nothing is
    /// stored of a secret document, and what an earlier reading stored of it is removed.
    pub(super) fn keep(&self, hash: &ContentHash, content: &Content) {
        let is_late = content.stored.summary.remarks.iter().any(|r| r.kind == RemarkKind::OutOfTime);
        match (content.status, &self.cache) {
            // An earlier reading may have missed the mark: it saw fewer pages, or only the head of a page.
            (Status::Secret, _) => self.other_readings.iter().for_each(|cache| cache.forget(hash)),
            (Status::Ok | Status::Partial | Status::Scan, Some(cache)) if !is_late => {
                cache.put(hash, &content.parts, &content.stored);
            }
            _ => {}
        }
    }

    /// To be called after a run: saves the index and prunes the cache to its limit.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cache::DEFAULT_LIMIT;
    use crate::document::{Document, Media, Page, Picture};
    use crate::limits::Limits;
    use crate::ocr::{Engine, Recognised};

    struct Blind;

    impl Engine for Blind {
        fn name(&self) -> &str {
            "blind"
        }

        fn recognise(&self, _: &Picture) -> Result<Vec<Recognised>, String> {
            Ok(Vec::new())
        }
    }

    #[test]
    fn nothing_stays_of_a_document_that_turns_out_to_be_secret() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("program");
        std::fs::write(&program, "a reader").unwrap();
        let cache = Cache::open(&folder.path().join("cache"), &program, &Limits::default(), DEFAULT_LIMIT).unwrap();
        let store = Store::new(Some(cache), None);
        let hash = ContentHash::of(&[b"a"]);
        let document = Document {
            media: Media::Pdf,
            status: Status::Ok,
            page_count: 1,
            pages: vec![Page::new(1)],
            remarks: vec![],
        };
        let plain = Content::from_document(document, hash);
        let secret = Content { status: Status::Secret, ..plain.clone() };

        let with = |reach| store.of(Some(&Recognition::new(Arc::new(Blind), reach, 1)));
        let without_engine = store.of(None);
        // Whichever reading sees the mark, no reading keeps an entry.
        for reading in Reach::EACH.map(with) {
            let all: Vec<Store> = std::iter::once(store.of(None)).chain(Reach::EACH.map(with)).collect();
            all.iter().for_each(|earlier| earlier.keep(&hash, &plain));
            assert!(all.iter().all(|earlier| earlier.get(&hash).is_some()));
            reading.keep(&hash, &secret);
            assert!(all.iter().all(|earlier| earlier.get(&hash).is_none()));
        }
        without_engine.keep(&hash, &plain);
        without_engine.keep(&hash, &secret);
        assert!(without_engine.get(&hash).is_none());
    }
}
