//! Writing report files: whole or not at all.

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
pub fn write_all(folder: &Path, files: &[(&str, String)]) -> Result<(), WriteError> {
    let mut ready = Vec::new();
    for (name, text) in files {
        let path = folder.join(name);
        let fail = |e: std::io::Error| WriteError { path: path.clone(), reason: e.to_string() };
        let file = written_in(folder, &[text.as_bytes()]).map_err(fail)?;
        ready.push((path, file));
    }
    for (path, file) in ready {
        file.persist(&path).map_err(|e| WriteError { path: path.clone(), reason: e.error.to_string() })?;
    }
    Ok(())
}
