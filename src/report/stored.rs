//! A stored run read back, to be rendered again without reading documents.

use std::path::{Path, PathBuf};

use super::model::{Report, SCHEMA};

/// Why a stored run cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoredError {
    /// No such file.
    #[error("{path} cannot be opened: {reason}; give a report.json, or the folder that holds one")]
    Missing {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// A report of another version.
    #[error("{path} is a report of another version ({found}, this program reads {SCHEMA}); run kiemchung check again")]
    Version {
        /// The file.
        path: PathBuf,
        /// What it says that it is.
        found: String,
    },
    /// Not a report.
    #[error("{path} is no report of this program ({SCHEMA}): {reason}; run kiemchung check again")]
    Shape {
        /// The file.
        path: PathBuf,
        /// What is wrong, with line and column.
        reason: String,
    },
}

/// Reads a report.json, or the one in a folder; gives its path too.
///
/// # Errors
/// When there is none, or it is something else.
pub fn read_stored(path: &Path) -> Result<(Report, PathBuf), StoredError> {
    let path = if path.is_dir() { path.join("report.json") } else { path.to_owned() };
    let bytes = std::fs::read(&path).map_err(|e| StoredError::Missing { path: path.clone(), reason: e.to_string() })?;
    let shape = |reason: String| StoredError::Shape { path: path.clone(), reason };
    // Before its shape: that of another version may differ anywhere.
    let head: Head = serde_json::from_slice(&bytes).map_err(|e| shape(e.to_string()))?;
    if head.schema != SCHEMA {
        return Err(StoredError::Version { path, found: head.schema });
    }
    let report: Report = serde_json::from_slice(&bytes).map_err(|e| shape(e.to_string()))?;
    if report.run.as_of.parse::<jiff::civil::Date>().is_err() {
        return Err(shape(format!("as_of \"{}\" is no day such as 2019-01-31", report.run.as_of)));
    }
    Ok((report, path))
}

/// True if a folder holds a report of any version of this program.
pub fn is_stored(folder: &Path) -> bool {
    let head = std::fs::read(folder.join("report.json")).ok().and_then(|b| serde_json::from_slice::<Head>(&b).ok());
    head.is_some_and(|head| head.schema.starts_with("kiemchung-report-"))
}

#[derive(serde::Deserialize)]
struct Head {
    schema: String,
}
