//! `--trust-mtime`: hashes of files by path, size and time of change, so that unchanged files need not even be hashed.
//! Off unless asked for: folders are copied and restored, and then times lie. Once it is there, runs that do not trust it
//! keep it true.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::cache::INDEX;
use crate::files::{ContentHash, written_in};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    size: u64,
    /// Nanoseconds since 1970.
    changed: u128,
    sha256: ContentHash,
}

/// The hashes that are known by path.
#[derive(Debug)]
pub struct Mtimes {
    path: PathBuf,
    trusts: bool,
    known: Mutex<BTreeMap<String, Known>>,
}

impl Mtimes {
    /// The index of a cache folder; empty if it is damaged or of another version, none if nobody ever trusted it. Unless
    /// the run `trusts` times it only notes what was hashed.
    pub fn open(folder: &Path, trusts: bool) -> Option<Self> {
        let path = folder.join(INDEX);
        if !trusts && !path.exists() {
            return None;
        }
        let known = std::fs::read(&path).ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default();
        Some(Self { path, trusts, known: Mutex::new(known) })
    }

    /// The hash of a file that has not changed since it was noted.
    pub fn get(&self, file: &Path) -> Option<ContentHash> {
        if !self.trusts {
            return None;
        }
        let (name, size, changed) = stamp(file)?;
        let known = self.known.lock().ok()?;
        known.get(&name).filter(|k| k.size == size && k.changed == changed).map(|k| k.sha256)
    }

    /// Notes the hash of a file.
    pub fn note(&self, file: &Path, hash: ContentHash) {
        if let (Some((name, size, changed)), Ok(mut known)) = (stamp(file), self.known.lock()) {
            known.insert(name, Known { size, changed, sha256: hash });
        }
    }

    /// Writes the index, whole or not at all; a cache that cannot be written costs speed only.
    pub fn save(&self) {
        let write = || -> std::io::Result<()> {
            let json =
                self.known.lock().map(|k| serde_json::to_vec(&*k)).map_err(|_| std::io::Error::other("lock"))??;
            let folder = self.path.parent().unwrap_or(Path::new("."));
            written_in(folder, &[&json])?.persist(&self.path).map_err(|e| e.error)?;
            Ok(())
        };
        let _ = write();
    }
}

/// Absolute path, size and time of change; none for names that are no text.
fn stamp(file: &Path) -> Option<(String, u64, u128)> {
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
        let hash = ContentHash::of_file(&file).unwrap();
        let index = Mtimes::open(folder.path(), true).unwrap();
        index.note(&file, hash);
        index.save();
        let reopened = |trusts| Mtimes::open(folder.path(), trusts).unwrap().get(&file);
        assert_eq!((reopened(true), reopened(false)), (Some(hash), None));
        std::fs::write(&file, "another").unwrap();
        assert_eq!(reopened(true), None);
    }

    #[test]
    fn an_index_of_another_shape_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        std::fs::write(&file, "a").unwrap();
        let (name, size, changed) = stamp(&file).unwrap();
        // Versions that hashed otherwise called it so.
        let older = serde_json::json!({ name: { "size": size, "changed": changed, "hash": "00".repeat(32) } });
        for index in [older.to_string().as_str(), "{", "[]"] {
            std::fs::write(folder.path().join(INDEX), index).unwrap();
            assert_eq!(Mtimes::open(folder.path(), true).unwrap().get(&file), None, "{index}");
        }
    }
}
