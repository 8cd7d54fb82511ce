//! Writing report files: whole or not at all.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::files::{restrict, written_in};

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the report cannot be written to {path}: {reason}; choose another folder with --out")]
pub struct WriteError {
    /// The file or folder.
    pub path: PathBuf,
    /// The system's reason.
    pub reason: String,
}

/// Makes the output folder, readable by its owner only, and makes sure that it can be written before hours of reading.
///
/// # Errors
/// When it cannot be made or written.
pub fn prepare(folder: &Path) -> Result<(), WriteError> {
    let fail = |e: std::io::Error| WriteError { path: folder.to_owned(), reason: e.to_string() };
    let is_new = !folder.exists();
    std::fs::create_dir_all(folder).map_err(fail)?;
    if is_new {
        restrict(folder).map_err(fail)?;
    }
    tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
    Ok(())
}

/// Writes files by name: each beside its target, then all are renamed, so that an interrupted run leaves the old ones.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_all(folder: &Path, files: &[(&str, Vec<u8>)]) -> Result<(), WriteError> {
    let mut ready = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        let fail = |e: std::io::Error| WriteError { path: path.clone(), reason: e.to_string() };
        let beside = path.parent().unwrap_or(folder);
        let file = written_in(beside, &[bytes]).map_err(fail)?;
        ready.push((path, file));
    }
    for (path, file) in ready {
        file.persist(&path).map_err(|e| WriteError { path: path.clone(), reason: e.error.to_string() })?;
    }
    Ok(())
}

/// Writes the pictures of places into their folder, and removes those of an earlier report.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_crops(folder: &Path, crops: &BTreeMap<String, Vec<u8>>) -> Result<(), WriteError> {
    let inner = folder.join("crops");
    if crops.is_empty() && !inner.is_dir() {
        return Ok(());
    }
    prepare(&inner)?;
    let is_old = |name: &str| name.ends_with(".png") && !crops.contains_key(&format!("crops/{name}"));
    for entry in std::fs::read_dir(&inner).into_iter().flatten().flatten() {
        if is_old(&entry.file_name().to_string_lossy()) {
            // A picture that stays is in nobody's way: the report does not name it.
            let _ = std::fs::remove_file(entry.path());
        }
    }
    let files: Vec<(&str, Vec<u8>)> = crops.iter().map(|(name, png)| (name.as_str(), png.clone())).collect();
    write_all(folder, &files)
}
