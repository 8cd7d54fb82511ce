//! Reading single files for `form` and `text`, through the same workers and cache as a run.

use std::path::PathBuf;

use clap::ValueEnum;

use kiemchung::batch::{FileRead, read_files};
use kiemchung::extract::Reach;

use super::{Reading, program};

/// How what was read is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

/// Reads the files in the order given.
pub(super) fn read(files: &[PathBuf], reading: &Reading, reach: Reach, names: bool) -> anyhow::Result<Vec<FileRead>> {
    let (_, recognition) = reading.recognition(reach)?;
    let jobs = reading.jobs().min(files.len().max(1));
    Ok(read_files(files, jobs, &program()?, &reading.store(false)?, recognition, names)?)
}
