//! Reading single files for `form` and `text`, through the same workers and cache as a run.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::exit::usage;
use super::options::{ReadingOptions, program};
use kiemchung::batch::{FileRead, read_files};
use kiemchung::ocr::Reach;

/// How what was read is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

/// Reads the files in the order given; none if one of them is not there.
pub(super) fn read(
    files: &[PathBuf],
    reading: &ReadingOptions,
    reach: Reach,
    names: bool,
) -> anyhow::Result<Vec<FileRead>> {
    let (_, recognition) = reading.recognition(reach)?;
    let wrong: Vec<String> = files.iter().filter_map(|f| not_a_file(f)).collect();
    if !wrong.is_empty() {
        return Err(usage(wrong.join("\n       ")));
    }
    let jobs = reading.jobs().min(files.len().max(1));
    Ok(read_files(files, jobs, &program()?, &reading.store(false)?, recognition, names)?)
}

/// Why a path cannot be read as a document, if it cannot.
fn not_a_file(path: &Path) -> Option<String> {
    match std::fs::metadata(path) {
        Ok(there) if there.is_file() => None,
        Ok(there) if there.is_dir() => {
            Some(format!("{}: this is a folder; name the files in it, or use `kiemchung check`", path.display()))
        }
        Ok(_) => Some(format!("{}: this is neither a file nor a folder", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Some(format!("{}: there is no such file", path.display()))
        }
        Err(error) => Some(format!("{}: the file cannot be opened: {error}", path.display())),
    }
}
