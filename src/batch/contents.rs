//! Reads each different content of a run once: from the cache if it is there, else by a worker.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use super::content::Content;
use super::job::Progress;
use super::store::Store;
use crate::document::Status;
use crate::files::ContentHash;
use crate::form::{self, FieldState};
use crate::process::{Held, Pool};
use crate::reading::Reading;
use crate::submission::File;

/// The results of reading.
pub(super) struct Contents {
    /// The results by key: the hash of the content, or the path of the file if it could not be hashed.
    pub(super) contents: BTreeMap<String, Content>,
    /// How many files have each key.
    uses: BTreeMap<String, usize>,
    /// Whether file names are used as hints for unreadable fields.
    pub(super) use_file_names: bool,
}

/// Reads each different content once: from the cache if it is there, else by a worker. Returns the key of each file, in the
/// order of `files`, and the results by key. Files whose status is known from outside are not opened.
pub(super) fn read_contents(
    pool: &Pool,
    files: &[&File],
    store: &Store,
    on_progress: &(dyn Fn(Progress) + Sync),
) -> (Vec<String>, Contents) {
    on_progress(Progress::Found(files.iter().filter(|file| file.known.is_none()).count()));
    let round = Round {
        pool,
        store: &store.of(pool.recognition()),
        on_progress,
        begun: Mutex::default(),
        ready: READY_BYTES.into(),
    };
    let read = pool.map(files, &|file| {
        let known = file.known.is_some();
        let read = if known { (String::new(), None) } else { round.read(&file.disk) };
        if !known {
            on_progress(Progress::File);
        }
        read
    });
    let (mut keys, mut contents, mut uses) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    for (key, content) in read {
        *uses.entry(key.clone()).or_default() += 1;
        if let Some(content) = content {
            contents.entry(key.clone()).or_insert(content);
        }
        keys.push(key);
    }
    (keys, Contents { contents, uses, use_file_names: true })
}

/// Bytes of pages that stay uncompressed until they are judged: most batches need not compress any.
const READY_BYTES: u64 = 64 << 20;

/// Passes on only the pages of a later pass: its files have been counted in the first one.
pub(super) fn only_pages(on_progress: &(dyn Fn(Progress) + Sync)) -> impl Fn(Progress) + Sync {
    move |progress| match progress {
        Progress::Page => on_progress(progress),
        Progress::Found(_) | Progress::File => {}
    }
}

/// Reading of many files in parallel.
struct Round<'a> {
    pool: &'a Pool,
    store: &'a Store,
    on_progress: &'a (dyn Fn(Progress) + Sync),
    /// Contents that a thread has begun to read.
    begun: Mutex<BTreeSet<ContentHash>>,
    /// How many bytes of pages may still stay uncompressed until they are judged.
    ready: AtomicU64,
}

impl Round<'_> {
    /// The key of a file and what was read of it; nothing if another file with the same content is, or was, read for both.
    /// The bytes that are hashed are those that are read.
    fn read(&self, path: &Path) -> (String, Option<Content>) {
        let trusted = self.store.trusted_hash(path);
        if let Some((hash, content)) = trusted.and_then(|hash| Some((hash, self.store.get(&hash)?))) {
            return (hash.to_string(), Some(content));
        }
        let before = self.store.stamp(path);
        let held = match self.pool.open(path) {
            Ok(held) => held,
            Err(error) => return (path.to_string_lossy().into_owned(), Some(Content::not_opened(&error))),
        };
        let hash = ContentHash::of(&[&held.data]);
        self.store.note(path, before, hash);
        let is_first = self.begun.lock().unwrap_or_else(PoisonError::into_inner).insert(hash);
        let content = is_first.then(|| self.store.get(&hash).unwrap_or_else(|| self.read_new(&held, hash)));
        (hash.to_string(), content)
    }

    fn read_new(&self, held: &Held<'_>, hash: ContentHash) -> Content {
        let began = Instant::now();
        let document = self.pool.read(held, &|| (self.on_progress)(Progress::Page));
        let content = Content::from_document(document, hash);
        let weight = content.stored.summary.weight;
        let stays = self.ready.fetch_update(Relaxed, Relaxed, |ready| ready.checked_sub(weight)).is_ok();
        let content = if stays { content } else { content.packed() };
        self.store.keep(&hash, &content);
        Content { took: began.elapsed(), ..content }
    }
}

impl Contents {
    /// The result for a file, completed by its name if names are used; for a file that was not opened, a result that
    /// holds only its status.
    pub(super) fn content_of(&self, file: &File, key: &str) -> Content {
        let Some(content) = self.contents.get(key).filter(|_| file.known.is_none()) else {
            return Content::unopened(file);
        };
        let mut content = content.clone();
        // If the file holds several documents, it is unknown which of them the name describes.
        if let [part] = content.parts.as_mut_slice()
            && self.use_file_names
            && content.status != Status::Secret
            && part.form.number.state == FieldState::Unclear
        {
            form::offer_file_name(Arc::make_mut(&mut part.form), &file.path);
        }
        content
    }

    /// Drops what was read of files, unless others with the same content are still to be judged.
    pub(super) fn release(&mut self, keys: &[String]) {
        for key in keys {
            if let Some(uses) = self.uses.get_mut(key) {
                *uses -= 1;
                if *uses == 0 {
                    self.contents.remove(key);
                }
            }
        }
    }

    /// The documents of a file.
    pub(super) fn readings_of(&self, mut file: File, key: &str) -> Vec<Reading> {
        let Content { stored, parts, status, hash, .. } = self.content_of(&file, key);
        file.hash = hash;
        match parts.as_slice() {
            [part] => vec![Reading::new(file, stored, Arc::clone(&part.form), status)],
            parts => parts.iter().map(|part| Reading::part(file.clone(), Arc::clone(&stored), part, status)).collect(),
        }
    }
}
