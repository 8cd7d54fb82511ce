//! Reads each different content of a run once: from the cache if it is there, else by a worker.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use super::content::Content;
use super::job::Progress;
use super::store::Store;
use crate::document::Status;
use crate::files::ContentHash;
use crate::form::{self, FieldState};
use crate::process::{Event, Pool};
use crate::reading::Reading;
use crate::submission::File;

/// The results of reading.
pub(super) struct Contents {
    /// The results by key: the hash of the content, or the path of the file if it could not be hashed.
    pub(super) contents: BTreeMap<String, Content>,
    /// Whether file names are used as hints for unreadable fields.
    pub(super) use_file_names: bool,
}

/// How often a file that changes while it is read is read again.
const ROUNDS: usize = 2;

/// Reads each different content once; a file that changes while it is read is read again. Returns the key of each
/// file, in the order of `files`, and the results by key.
pub(super) fn read_contents(
    pool: &Pool,
    files: &[&File],
    store: &Store,
    on_progress: &(dyn Fn(Progress) + Sync),
) -> (Vec<String>, Contents) {
    let store = store.of(pool.recognition());
    let mut round = read_round(pool, files, &store, true, on_progress);
    let (mut keys, mut contents) = (round.keys, round.contents);
    let mut unsettled: Vec<usize> = (0..files.len()).filter(|at| round.changed.contains(&keys[*at])).collect();
    for _ in 0..ROUNDS {
        if unsettled.is_empty() {
            break;
        }
        let again: Vec<&File> = unsettled.iter().map(|at| files[*at]).collect();
        round = read_round(pool, &again, &store, false, &only_pages(on_progress));
        contents.extend(round.contents);
        for (at, key) in unsettled.iter().zip(round.keys) {
            keys[*at] = key;
        }
        unsettled.retain(|at| round.changed.contains(&keys[*at]));
    }
    for at in unsettled {
        keys[at] = files[at].disk.to_string_lossy().into_owned();
        contents.insert(keys[at].clone(), Content::changing());
    }
    (keys, Contents { contents, use_file_names: true })
}

/// Passes on only the pages of a later pass: its files have been counted in the first one.
pub(super) fn only_pages(on_progress: &(dyn Fn(Progress) + Sync)) -> impl Fn(Progress) + Sync {
    move |progress| match progress {
        Progress::Page => on_progress(progress),
        Progress::Found(_) | Progress::File => {}
    }
}

/// The result of one round of reading.
struct Round {
    /// The key of each file, in order.
    keys: Vec<String>,
    /// The results by key.
    contents: BTreeMap<String, Content>,
    /// Keys of the files that changed between hashing and the end of reading. They have no result, as it is unknown
    /// which content was read.
    changed: BTreeSet<String>,
}

/// Hashes all files, then reads each different content once: from the cache, else by a worker. Files whose status is
/// known from outside are not opened. If `trusting`, files whose size and time are in the index need not be hashed.
fn read_round(
    pool: &Pool,
    files: &[&File],
    store: &Store,
    trusting: bool,
    on_progress: &(dyn Fn(Progress) + Sync),
) -> Round {
    let mut keyed: Vec<(&File, String, Option<ContentHash>)> =
        files.iter().map(|f| (*f, String::new(), None)).collect();
    pool.for_each(&mut keyed, &|(file, key, hash)| {
        if file.known.is_none() {
            *hash = store.hash(&file.disk, trusting);
            // A file that could not be hashed goes to a worker all the same, whose error says why.
            *key = hash.map_or_else(|| file.disk.to_string_lossy().into_owned(), |h| h.to_string());
        }
    });
    let mut wanted: BTreeMap<&str, (&Path, Option<ContentHash>)> = BTreeMap::new();
    for (file, key, hash) in keyed.iter().filter(|(file, ..)| file.known.is_none()) {
        wanted.entry(key).or_insert((&file.disk, *hash));
    }
    on_progress(Progress::Found(wanted.len()));
    let mut lookups: Vec<(&str, &Path, Option<ContentHash>, Option<Content>)> =
        wanted.into_iter().map(|(key, (path, hash))| (key, path, hash, None)).collect();
    pool.for_each(&mut lookups, &|(_, _, hash, content)| {
        *content = hash.and_then(|h| store.get(&h));
        if content.is_some() {
            on_progress(Progress::File);
        }
    });
    let (known, missing): (Vec<_>, Vec<_>) = lookups.into_iter().partition(|(.., content)| content.is_some());
    let mut contents: BTreeMap<String, Content> =
        known.into_iter().filter_map(|(key, _, _, content)| Some((key.to_owned(), content?))).collect();

    let paths: Vec<PathBuf> = missing.iter().map(|(_, path, ..)| path.to_path_buf()).collect();
    let started: Vec<OnceLock<Instant>> = paths.iter().map(|_| OnceLock::new()).collect();
    let on_event = |event: Event| match event {
        Event::Started(index) => {
            started.get(index).map(|s| s.set(Instant::now()));
        }
        Event::Page => on_progress(Progress::Page),
        Event::Done(_) => on_progress(Progress::File),
    };
    let read = pool.read_all(&paths, &on_event, &|index, document| {
        let (_, path, before, _) = missing.get(index)?;
        let after = ContentHash::of_file(path).ok();
        if before.is_some() && after != *before {
            return None;
        }
        let content = Content::from_document(document, after);
        if let Some(hash) = before {
            store.keep(hash, &content);
        }
        let began = started.get(index).and_then(|s| s.get());
        Some(Content { took: began.map(Instant::elapsed).unwrap_or_default(), ..content })
    });
    let mut changed = BTreeSet::new();
    for ((key, ..), content) in missing.iter().zip(read) {
        match content {
            Some(content) => drop(contents.insert((*key).to_owned(), content)),
            None => drop(changed.insert((*key).to_owned())),
        }
    }
    let keys = keyed.into_iter().map(|(_, key, _)| key).collect();
    Round { keys, contents, changed }
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
