//! Reading files on their own, without a submission.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::content::Content;
use super::contents::read_contents;
use super::outcome::RunError;
use super::store::Store;
use crate::document::{Status, Stored};
use crate::form::Part;
use crate::limits::Limits;
use crate::ocr::Recognition;
use crate::process::Pool;
use crate::reading::Reading;
use crate::submission::File;

/// A file that was read on its own.
#[derive(Debug)]
pub struct FileRead {
    /// What was read.
    pub stored: Arc<Stored>,
    /// The documents in it with their forms; at least one.
    pub parts: Vec<Part>,
    /// How reading it ended. A secret document has no pages.
    pub status: Status,
}

impl FileRead {
    /// Its documents as checks see them; `path` is that of the file.
    pub fn readings(&self, path: &Path) -> Vec<Reading> {
        let of = |part: &Part| {
            let (file, stored) = (File::alone(path), Arc::clone(&self.stored));
            match self.parts.len() {
                1 => Reading::new(file, stored, Arc::clone(&part.form), self.status),
                _ => Reading::part(file, stored, part, self.status),
            }
        };
        self.parts.iter().map(of).collect()
    }
}

/// How files are read.
pub struct ReadOptions<'a> {
    /// Number of documents read at the same time.
    pub jobs: usize,
    /// The executable that is started as worker.
    pub program: &'a Path,
    /// The cache.
    pub store: &'a Store,
    /// The engine for pages that are only pictures, if any.
    pub recognition: Option<Recognition>,
    /// Whether file names are used as hints for unreadable fields.
    pub file_names: bool,
}

/// Reads files through the same workers and cache as a run; the results are in the order of `paths`.
///
/// # Errors
/// When the reading threads cannot be started.
pub fn read_files(paths: &[PathBuf], options: ReadOptions<'_>) -> Result<Vec<FileRead>, RunError> {
    let ReadOptions { jobs, program, store, recognition, file_names } = options;
    let pool = Pool::new(jobs, program, Limits::default()).map_err(|e| RunError::Threads(e.to_string()))?;
    let pool = pool.with_recognition(recognition);
    let files: Vec<File> = paths.iter().map(|p| File::alone(p)).collect();
    let (keys, mut read) = read_contents(&pool, &files.iter().collect::<Vec<_>>(), store, &|_| {});
    read.use_file_names = file_names;
    store.close();
    let contents = files.iter().zip(keys).map(|(file, key)| read.content_of(file, &key));
    Ok(contents.map(|Content { stored, parts, status, .. }| FileRead { stored, parts, status }).collect())
}
