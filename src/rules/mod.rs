//! Rule packs: criteria as data. Read, checked when loaded, explained; nobody edits Rust to add one.

mod bundled;
mod pack;
mod problem;
mod raw;
mod validate;
mod when;

pub use bundled::{bundled, bundled_ids};
pub use pack::{
    ContentDemand, Criterion, Deadline, Demand, Evidence, FormDemand, Match, Measure, Pack, PeriodDemand, Phrase,
    Require, Window,
};
pub use problem::{PackError, Problem};
pub use when::RelativeDate;

use std::path::Path;

/// Loads a pack: the id of a bundled one, or the path of a folder with a pack.toml.
///
/// # Errors
/// When there is no such pack, or it does not hold together: then every problem is named with its line.
pub fn load(name: &str) -> Result<Pack, PackError> {
    if let Some(files) = bundled(name) {
        return validate::pack(&files);
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
    validate::pack(&files)
}
