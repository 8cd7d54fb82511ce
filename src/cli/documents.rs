//! Reading single files for `form` and `text`, through the same worker processes as a run.

use std::path::PathBuf;

use kiemchung::document::Document;
use kiemchung::extract::{Limits, Pool};

use super::{Reading, program};

/// Reads the files in the order given and makes something of each.
pub(super) fn read<T: Send>(
    files: &[PathBuf],
    reading: &Reading,
    then: &(dyn Fn(usize, Document) -> T + Sync),
) -> anyhow::Result<Vec<T>> {
    reading.ocr()?;
    let pool = Pool::new(reading.jobs().min(files.len().max(1)), &program()?, Limits::default())?;
    Ok(pool.read_all(files, &|_| {}, then))
}
