//! Finds the files of a pack.

use std::path::Path;

use super::build;
use super::bundled::{bundled, bundled_ids};
use super::pack::Pack;
use super::part::OpenCriterion;
use super::problem::PackError;
use super::vocabulary::WordCheck;

/// Loads a pack: the id of a bundled one, or the path of a folder with a pack.toml. `kinds` read what judges the items;
/// `words` knows which words a pack may add.
///
/// # Errors
/// When there is no such pack, or it does not hold together: then every problem is named with its line.
pub fn load<D>(name: &str, kinds: &[OpenCriterion<D>], words: WordCheck) -> Result<Pack<D>, PackError> {
    if let Some(files) = bundled(name) {
        return build::pack(&files, kinds, words);
    }
    let path = Path::new(name);
    if !path.is_dir() {
        return Err(PackError::Unknown { name: name.to_owned(), known: bundled_ids() });
    }
    let mut files = Vec::new();
    let read = |e: std::io::Error| PackError::Unreadable { path: path.to_owned(), reason: e.to_string() };
    for entry in std::fs::read_dir(path).map_err(read)? {
        let file = entry.map_err(read)?.path();
        if file.extension().is_some_and(|e| e == "toml") {
            let text = std::fs::read_to_string(&file)
                .map_err(|e| PackError::Unreadable { path: file.clone(), reason: e.to_string() })?;
            let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            files.push((name, text));
        }
    }
    files.sort();
    build::pack(&files, kinds, words)
}
