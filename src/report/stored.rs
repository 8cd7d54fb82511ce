//! Reads a stored report.json back.

use std::path::{Path, PathBuf};

use super::catalog::{Catalog, Language};
use super::model::{Report, SCHEMA, SubmissionRecord};
use super::record::no_folder;

/// Why a stored run cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoredError {
    /// The file does not exist or cannot be read.
    #[error("{path} cannot be opened: {reason}; give a report.json, or the folder that holds one")]
    Missing {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// It is a report of another version of the format.
    #[error("{path} is a report of another version ({found}, this program reads {SCHEMA}); run kiemchung check again")]
    Version {
        /// The file.
        path: PathBuf,
        /// The version that it names.
        found: String,
    },
    /// It is not a report.
    #[error("{path} is no report of this program ({SCHEMA}): {reason}; run kiemchung check again")]
    Shape {
        /// The file.
        path: PathBuf,
        /// What is wrong, with line and column.
        reason: String,
    },
}

/// Reads a report.json, given by its path or its folder. Returns the path of the file as well.
///
/// # Errors
/// When there is no such file, or it is not a report of this version.
pub fn read_stored(path: &Path) -> Result<(Report, PathBuf), StoredError> {
    let path = if path.is_dir() { path.join("report.json") } else { path.to_owned() };
    let bytes = std::fs::read(&path).map_err(|e| StoredError::Missing { path: path.clone(), reason: e.to_string() })?;
    let shape = |reason: String| StoredError::Shape { path: path.clone(), reason };
    // The version is checked first: a report of another version may differ anywhere.
    let head: Head = serde_json::from_slice(&bytes).map_err(|e| shape(e.to_string()))?;
    if head.schema != SCHEMA {
        return Err(StoredError::Version { path, found: head.schema });
    }
    let mut report: Report = serde_json::from_slice(&bytes).map_err(|e| shape(e.to_string()))?;
    if report.run.as_of.parse::<jiff::civil::Date>().is_err() {
        return Err(shape(format!("as_of \"{}\" is no day such as 2019-01-31", report.run.as_of)));
    }
    report.submissions.iter_mut().for_each(restore_name_message);
    Ok((report, path))
}

/// Older versions stored what lies directly in the root of a batch with its translated name only. The message is put
/// back, so that the name can be rendered in another language.
fn restore_name_message(submission: &mut SubmissionRecord) {
    let is_own = |language: &Language| Catalog::new(*language).say(&no_folder()) == submission.name;
    if submission.agency == "." && submission.name_message.is_none() && Language::ALL.iter().any(is_own) {
        submission.name_message = Some(no_folder());
    }
}

/// True if a folder holds a report of any version of this program.
pub fn is_stored(folder: &Path) -> bool {
    let head = std::fs::read(folder.join("report.json")).ok().and_then(|b| serde_json::from_slice::<Head>(&b).ok());
    head.is_some_and(|head| head.schema.starts_with("kiemchung-report-"))
}

/// The one field that reports of all versions have.
#[derive(serde::Deserialize)]
struct Head {
    schema: String,
}
