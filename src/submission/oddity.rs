//! What is odd about a folder.

use super::names::is_leftover;

/// Something about the folder itself that a person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// A folder without any file.
    EmptyFolder {
        /// Path within the submission.
        path: String,
        /// Criteria that its name carries.
        criteria: Vec<String>,
    },
    /// A symbolic link; it is not followed.
    Symlink {
        /// Path within the submission.
        path: String,
        /// Criteria that it was put under.
        criteria: Vec<String>,
    },
    /// An entry that the system would not let us read.
    Unreadable {
        /// Path within the submission.
        path: String,
        /// Criteria that it was put under.
        criteria: Vec<String>,
        /// Why.
        why: Unopened,
    },
    /// A row of the manifest that leads nowhere.
    ManifestRow {
        /// Line in the manifest, from 1.
        line: u64,
        /// What is wrong.
        problem: ManifestProblem,
    },
    /// A manifest that could not be read as a table.
    Manifest {
        /// Line that is no row of a table, from 1.
        line: Option<u64>,
        /// Column that is missing.
        column: Option<&'static str>,
        /// The reason in English, for programs.
        reason: String,
    },
    /// A manifest.csv or agencies.csv that was not used.
    UnusedTable {
        /// Path within the submission.
        path: String,
        /// Why.
        why: Unused,
    },
}

impl Oddity {
    /// Path and criteria of an entry that was not opened: evidence may lie behind it.
    pub fn unopened(&self) -> Option<(&str, &[String])> {
        match self {
            Oddity::Symlink { path, criteria } | Oddity::Unreadable { path, criteria, .. } => {
                let name = path.rsplit('/').next().unwrap_or(path);
                (!is_leftover(name)).then_some((path, criteria))
            }
            _ => None,
        }
    }
}

/// Why an entry could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unopened {
    /// The system does not permit it.
    Denied,
    /// It is neither a file nor a folder: a socket, a pipe, a device.
    Special,
    /// Another reason of the system, in its words.
    System(String),
}

/// Why a table was not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unused {
    /// This one, whose name differs only in case, was used.
    Twin(String),
    /// A table of agencies in a folder that was taken for one submission.
    Single,
    /// A table of agencies beside the one of `--agencies`.
    Given,
}

/// What is wrong with a row of a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManifestProblem {
    /// The file that it names is not in the submission.
    NoSuchFile(String),
    /// The code that it names is not in the pack.
    NoSuchCode(String),
    /// What stands under "pages" names none.
    NoPages(String),
}
