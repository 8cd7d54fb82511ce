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

/// What an intake reads.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The root folder.
    pub root: &'a Path,
    /// The layout that the user asked for.
    pub layout: LayoutChoice,
    /// The table given with `--agencies`. Without it, agencies.csv in the root of a batch is used.
    pub agencies: Option<&'a Path>,
    /// The output folder and tables of the command line, which are not part of any submission.
    pub exclude: &'a [&'a Path],
}

/// Why a root could not be read.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// The root does not exist.
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
    /// A table from the command line or the root of the batch is malformed.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// agencies.csv assigns something that the pack does not have.
    #[error("{path}, line {line}: \"{item}\" is neither a criterion nor an item of the rule pack; {hint}")]
    UnknownItem {
        /// The table.
        path: PathBuf,
        /// Line, from 1.
        line: u64,
        /// The unknown item.
        item: String,
        /// A suggestion.
        hint: String,
    },
    /// The names of folders are criterion codes, and agencies.csv lists them as agencies.
    #[error(
        "{path} lists the folder \"{folder}\" as an agency, and its name is that of a criterion: is each folder an agency \
         (--layout batch), or is this the submission of one agency (--layout single)? Say which"
    )]
    WhichLayout {
        /// The table.
        path: PathBuf,
        /// The first such folder.
        folder: String,
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
        /// The folder as spelled in the second row.
        folder: String,
    },
}

/// How the root was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// One agency's evidence.
    Single,
    /// One folder per agency.
    Batch,
}

/// The layout that the user asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LayoutChoice {
    /// Decide by the content of the root.
    #[default]
    Auto,
    /// One submission.
    Single,
    /// A batch.
    Batch,
}
