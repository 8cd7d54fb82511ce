//! All submissions under a root.

use std::path::{Path, PathBuf};

use super::sheet::SheetError;
use super::submission::Submission;

/// All submissions under a root.
#[derive(Debug, Clone)]
pub struct Intake {
    /// How the root was read.
    pub layout: Layout,
    /// In the order of agencies.csv, then by name.
    pub submissions: Vec<Submission>,
}

/// Where an intake starts from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The root folder.
    pub root: &'a Path,
    /// Forced layout, if any.
    pub layout: LayoutChoice,
    /// `--agencies`, else agencies.csv in the root of a batch.
    pub agencies: Option<&'a Path>,
    /// The output folder and tables of the command line: never walked.
    pub exclude: &'a [&'a Path],
}

/// Why a root could not be taken in.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The root is not there.
    #[error("{0}: there is no such folder")]
    NoSuchFolder(PathBuf),
    /// The root is a file.
    #[error("{0}: this is a file; give the folder that holds the evidence")]
    NotAFolder(PathBuf),
    /// The root cannot be listed.
    #[error("{path}: the folder cannot be read: {reason}")]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// A table from the command line or the root of the batch is broken.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// agencies.csv assigns something that the pack does not have.
    #[error("{path}, line {line}: \"{item}\" is neither a criterion nor an item of the rule pack; {hint}")]
    UnknownItem {
        /// The table.
        path: PathBuf,
        /// Line, from 1.
        line: u64,
        /// What it says.
        item: String,
        /// What would be right.
        hint: String,
    },
    /// agencies.csv has two rows for one folder.
    #[error("{path}, line {line}: the folder \"{folder}\" has a row already on line {first}; give each folder one row")]
    AgencyTwice {
        /// The table.
        path: PathBuf,
        /// Line, from 1.
        line: u64,
        /// Line of its first row.
        first: u64,
        /// The folder as the second row spells it.
        folder: String,
    },
}

/// The layout that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// One agency's evidence.
    Single,
    /// A folder an agency.
    Batch,
}

/// What the user asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LayoutChoice {
    /// Decide by what is there.
    #[default]
    Auto,
    /// One submission.
    Single,
    /// A batch.
    Batch,
}
