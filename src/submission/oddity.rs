//! Irregularities of a submitted folder.

use super::names::is_leftover;

/// An irregularity of the folder itself, not of a document, that the report mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// A folder without any file.
    EmptyFolder {
        /// Path within the submission.
        path: String,
        /// Criteria in its name.
        criteria: Vec<String>,
    },
    /// A symbolic link; it is not followed.
    Symlink {
        /// Path within the submission.
        path: String,
        /// Criteria in its path.
        criteria: Vec<String>,
    },
    /// An entry that could not be opened or listed.
    Unreadable {
        /// Path within the submission.
        path: String,
        /// Criteria in its path.
        criteria: Vec<String>,
        /// Why.
        why: Unopened,
    },
    /// A row of the manifest that could not be resolved.
    ManifestRow {
        /// Line in the manifest, from 1.
        line: u64,
        /// What is wrong.
        problem: ManifestProblem,
    },
    /// A manifest that could not be read as a table.
    Manifest {
        /// Malformed line, from 1.
        line: Option<u64>,
        /// Missing column.
        column: Option<&'static str>,
        /// It is larger than a table may be: the limit, and of what.
        limit: Option<(u64, &'static str)>,
        /// The error in English, for programs.
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
    /// Path and criteria of an entry that was not opened and may hide evidence; `None` for other oddities and
    /// leftovers.
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
    /// Permission denied.
    Denied,
    /// It is neither a file nor a folder: a socket, a pipe, a device.
    Special,
    /// Another error, in the words of the operating system.
    System(String),
}

/// Why a table was not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unused {
    /// Another table, whose name differs only in case, was used: this one.
    Twin(String),
    /// A table of agencies in a folder that was read as a single submission.
    Single,
    /// A table of agencies, although another one was given with `--agencies`.
    Given,
}

/// What is wrong with a row of a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManifestProblem {
    /// This file is not in the submission.
    NoSuchFile(String),
    /// This code is not in the pack.
    NoSuchCode(String),
    /// This text in the column "pages" could not be read as pages.
    NoPages(String),
}
