//! The index of `--trust-mtime`: hashes of files by path, size and modification time, so that unchanged files need not
//! even be hashed. Off by default, because copying and restoring folders can falsify times. Once the index exists, runs
//! without the option keep it up to date.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::cache::INDEX;
use crate::files::{ContentHash, Opened, write_temporary};

/// Largest index that is read, bytes.
const LARGEST: u64 = 256 << 20;

/// The hash of a file as it was with this size and time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct IndexEntry {
    size: u64,
    /// Modification time, nanoseconds since 1970.
    changed: u128,
    sha256: ContentHash,
}

/// The index of a cache folder.
#[derive(Debug)]
pub struct Mtimes {
    path: PathBuf,
    /// Whether the run relies on the index or only updates it.
    trusts: bool,
    /// By absolute path.
    entries: Mutex<BTreeMap<String, IndexEntry>>,
}

impl Mtimes {
    /// Opens the index of a cache folder. One that is damaged or of another version counts as empty. Returns `None` if there
    /// is no index and the run does not need one. Unless the run `trusts` times, the index is only updated.
    pub fn open(folder: &Path, trusts: bool) -> Option<Self> {
        let path = folder.join(INDEX);
        if !trusts && !path.exists() {
            return None;
        }
        let bytes = Opened::new(&path, LARGEST).and_then(|mut opened| opened.read()).ok();
        let entries = bytes.and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default();
        Some(Self { path, trusts, entries: Mutex::new(entries) })
    }

    /// The hash of a file, or `None` if the file has changed since it was noted, is not in the index or times are not
    /// trusted.
    pub fn get(&self, file: &Path) -> Option<ContentHash> {
        if !self.trusts {
            return None;
        }
        let (name, size, changed) = stamp(file)?;
        let entries = self.entries.lock().ok()?;
        entries.get(&name).filter(|e| e.size == size && e.changed == changed).map(|e| e.sha256)
    }

    /// Notes the hash of a file that had the stamp `before` when hashing began. If it has another one now, nothing is
    /// noted: the hash may be that of the older content, and the size and time those of the newer.
    pub(crate) fn note(&self, file: &Path, before: Option<Stamp>, hash: ContentHash) {
        if stamp(file) != before {
            return;
        }
        if let (Some((name, size, changed)), Ok(mut entries)) = (before, self.entries.lock()) {
            entries.insert(name, IndexEntry { size, changed, sha256: hash });
        }
    }

    /// Writes the index atomically. Errors are ignored: without it the next run is only slower.
    pub fn save(&self) {
        let write = || -> std::io::Result<()> {
            let json =
                self.entries.lock().map(|e| serde_json::to_vec(&*e)).map_err(|_| std::io::Error::other("lock"))??;
            let folder = self.path.parent().unwrap_or(Path::new("."));
            write_temporary(folder, |out| out.write_all(&json))?.persist(&self.path).map_err(|e| e.error)?;
            Ok(())
        };
        let _ = write();
    }
}

/// Absolute path, size in bytes and modification time in nanoseconds since 1970.
pub(crate) type Stamp = (String, u64, u128);

/// The stamp of a file. Returns `None` if the file cannot be examined or its path is not valid Unicode.
pub(crate) fn stamp(file: &Path) -> Option<Stamp> {
    let path = std::path::absolute(file).ok()?.into_os_string().into_string().ok()?;
    let metadata = std::fs::metadata(file).ok()?;
    let changed = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
    Some((path, metadata.len(), changed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_known_again_until_the_file_changes() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        std::fs::write(&file, "a").unwrap();
        let index = Mtimes::open(folder.path(), true).unwrap();
        let hash = ContentHash::of(&[b"a"]);
        index.note(&file, stamp(&file), hash);
        index.save();
        let reopened = |trusts| Mtimes::open(folder.path(), trusts).unwrap().get(&file);
        assert_eq!((reopened(true), reopened(false)), (Some(hash), None));
        std::fs::write(&file, "another").unwrap();
        assert_eq!(reopened(true), None);
    }

    #[test]
    fn a_file_that_changes_while_it_is_hashed_is_not_noted() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        let index = Mtimes::open(folder.path(), true).unwrap();
        std::fs::write(&file, "a").unwrap();
        let (before, hash) = (stamp(&file), ContentHash::of_file(&file).unwrap());
        std::fs::write(&file, "another").unwrap();
        index.note(&file, before, hash);
        assert_eq!(index.get(&file), None);
        let none = folder.path().join("none.txt");
        index.note(&none, stamp(&none), hash);
        assert_eq!(index.get(&none), None);
    }

    #[test]
    fn an_index_of_another_shape_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        std::fs::write(&file, "a").unwrap();
        let (name, size, changed) = stamp(&file).unwrap();
        let entry = |key: &str, hash: serde_json::Value| {
            serde_json::json!({ &name: { "size": size, "changed": changed, key: hash } }).to_string()
        };
        // Versions that hashed otherwise called it `hash`; later ones wrote the bytes as numbers.
        let older = [entry("hash", "00".repeat(32).into()), entry("sha256", vec![0; 32].into())];
        for index in older.iter().map(String::as_str).chain(["{", "[]"]) {
            std::fs::write(folder.path().join(INDEX), index).unwrap();
            assert_eq!(Mtimes::open(folder.path(), true).unwrap().get(&file), None, "{index}");
        }
    }
}
