//! What was submitted: the folders under ROOT, whose they are, and which criterion each file was put under.
//!
//! Nothing here opens a document. Names are shown in NFC and opened as the system has them.

mod agencies;
mod assign;
mod code;
mod facts;
mod layout;
mod manifest;
mod pages;
mod sheet;
mod walk;

pub use agencies::{Agency, read_agencies};
pub use assign::is_leftover;
pub use code::Codes;
pub use facts::{Fact, Facts, read_facts};
pub use layout::{Layout, LayoutChoice};
pub use manifest::{Manifest, ManifestRow};
pub use pages::PageRanges;
pub use sheet::SheetError;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::document::Status;
use crate::text::{hex, nfc};

/// A file of a submission.
#[derive(Debug, Clone)]
pub struct File {
    /// Path within the submission, NFC, `/` between folders.
    pub path: String,
    /// Where it really is.
    pub disk: PathBuf,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of its content in hex; empty if it could not be read.
    pub sha256: String,
    /// A status that is known without reading: `empty` or `skipped`.
    pub known: Option<Status>,
    /// Codes of the criteria that it was put under, in pack order; empty if none could be found.
    pub criteria: Vec<String>,
    /// The pages that a manifest names for criteria under which only it puts the file: other documents of the file were
    /// not handed in for them.
    pub pages: BTreeMap<String, PageRanges>,
    /// Named like an explanation (giải trình, thuyết minh).
    pub is_explanation: bool,
}

impl File {
    /// A file outside any submission.
    pub fn alone(path: &Path) -> Self {
        let size = std::fs::metadata(path).map_or(0, |m| m.len());
        let shown = path.display().to_string();
        Self {
            path: shown,
            disk: path.to_owned(),
            size,
            sha256: String::new(),
            known: None,
            criteria: Vec::new(),
            pages: BTreeMap::new(),
            is_explanation: false,
        }
    }
}

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

impl Oddity {
    /// Path and criteria of an entry that was not opened: evidence may lie behind it.
    pub fn unopened(&self) -> Option<(&str, &[String])> {
        match self {
            Oddity::Symlink { path, criteria } | Oddity::Unreadable { path, criteria, .. } => {
                let name = path.rsplit('/').next().unwrap_or(path);
                (!assign::is_leftover(name)).then_some((path, criteria))
            }
            _ => None,
        }
    }
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

/// What one agency submitted.
#[derive(Debug, Clone, Default)]
pub struct Submission {
    /// Name of its folder in NFC; `.` for files directly in the root of a batch.
    pub agency: String,
    /// True for what lies directly in the root of a batch and no table of agencies speaks of.
    pub loose: bool,
    /// Name for people.
    pub name: String,
    /// Level as agencies.csv says it: tỉnh, sở, huyện, xã.
    pub level: String,
    /// What it must supply: codes, or `code/item`; empty for everything.
    pub assigned: Vec<String>,
    /// False if agencies.csv exists and does not list it.
    pub listed: bool,
    /// Its files by path.
    pub files: Vec<File>,
    /// Its manifest; without rows if it has none.
    pub manifest: Manifest,
    /// What is odd about the folder.
    pub oddities: Vec<Oddity>,
}

impl Submission {
    /// True if there is nothing that could be evidence: no file, nothing that was not opened, no word of a manifest.
    pub fn is_empty(&self) -> bool {
        let is_said = |o: &Oddity| matches!(o, Oddity::ManifestRow { .. } | Oddity::Manifest { .. });
        !self.has_files()
            && self.manifest.rows.is_empty()
            && !self.oddities.iter().any(|o| is_said(o) || o.unopened().is_some())
    }

    /// False for what merely lies about in the root of a batch: leftovers and links are nobody's submission.
    pub fn is_judged(&self) -> bool {
        !self.loose || self.has_files()
    }

    fn has_files(&self) -> bool {
        self.files.iter().any(|f| f.known != Some(Status::Skipped))
    }

    /// True if the agency must supply this item of this criterion.
    pub fn owes(&self, criterion: &str, evidence: &str) -> bool {
        self.assigned.is_empty()
            || self.assigned.iter().any(|a| match a.split_once('/') {
                Some((code, item)) => code == criterion && item == evidence,
                None => a == criterion,
            })
    }
}

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

/// A name as file systems compare it that know no case: NFC, lower case.
pub fn fold_name(name: &str) -> String {
    nfc(name.trim()).to_lowercase()
}

/// The known name nearest to a wrong one, for messages.
pub fn nearest_name<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let ratio = |a: &str, b: &str| (rapidfuzz::fuzz::ratio(a.chars(), b.chars()) * 1000.0) as u32;
    // Between two that are as near, a forgotten diacritic is nearer than another letter.
    let score = |name: &&str| {
        let exact = ratio(&fold_name(wrong), &fold_name(name));
        (exact, ratio(&assign::plain(&nfc(wrong)), &assign::plain(&nfc(name))))
    };
    known.into_iter().max_by_key(score)
}

/// Takes in everything under a root.
///
/// # Errors
/// When the root or a table that governs the batch cannot be read. Trouble inside a submission is an [`Oddity`].
pub fn take_in(sources: Sources<'_>, codes: &Codes) -> Result<Intake, IntakeError> {
    layout::take_in(sources, codes)
}

/// BLAKE3 of a file, and its SHA-256 in hex; read once, in pieces.
///
/// # Errors
/// When the file cannot be read.
pub fn hashes_of(path: &Path) -> std::io::Result<(blake3::Hash, String)> {
    let mut hashers = Hashers::default();
    std::io::copy(&mut std::fs::File::open(path)?, &mut hashers)?;
    Ok((hashers.0.finalize(), hex(&hashers.1.finalize())))
}

#[derive(Default)]
struct Hashers(blake3::Hasher, Sha256);

impl std::io::Write for Hashers {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        self.1.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
