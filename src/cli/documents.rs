//! Reading single files for `form` and `text`, through the same workers and cache as a run.

use std::path::PathBuf;

use kiemchung::batch::{FileRead, read_files};

use super::{Reading, program};

/// Reads the files in the order given.
pub(super) fn read(files: &[PathBuf], reading: &Reading) -> anyhow::Result<Vec<FileRead>> {
    reading.ocr()?;
    let jobs = reading.jobs().min(files.len().max(1));
    Ok(read_files(files, jobs, &program()?, &reading.store(false)?)?)
}
