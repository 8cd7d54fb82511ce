//! Reads single files for the commands `form`, `text` and `statements`.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::exit::usage;
use super::options::{ReadingOptions, program};
use kiemchung::batch::{FileRead, ReadOptions, read_files};
use kiemchung::ocr::Reach;

/// Format of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

/// Reads the files in the order given, with their names as hints if `file_names` is set. If any of them is not a file,
/// none is read.
pub(super) fn read(
    files: &[PathBuf],
    reading: &ReadingOptions,
    reach: Reach,
    file_names: bool,
) -> anyhow::Result<Vec<FileRead>> {
    let (_, recognition) = reading.recognition(reach)?;
    let wrong: Vec<String> = files.iter().filter_map(|f| not_a_file(f)).collect();
    if !wrong.is_empty() {
        return Err(usage(wrong.join("\n       ")));
    }
    let jobs = reading.jobs().min(files.len().max(1));
    let (program, store) = (program()?, reading.store(false)?);
    let options = ReadOptions { jobs, program: &program, store: &store, recognition, file_names };
    Ok(read_files(files, options)?)
}

/// Why a path cannot be read as a document, or `None` if it can.
fn not_a_file(path: &Path) -> Option<String> {
    match std::fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => None,
        Ok(metadata) if metadata.is_dir() => {
            Some(format!("{}: this is a folder; name the files in it, or use `kiemchung check`", path.display()))
        }
        Ok(_) => Some(format!("{}: this is neither a file nor a folder", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Some(format!("{}: there is no such file", path.display()))
        }
        Err(error) => Some(format!("{}: the file cannot be opened: {error}", path.display())),
    }
}
