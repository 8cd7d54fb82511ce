//! A file of a submission.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::pages::PageRanges;
use crate::document::Status;
use crate::files::ContentHash;

/// A file of a submission.
#[derive(Debug, Clone)]
pub struct File {
    /// Path within the submission, NFC, `/` between folders.
    pub path: String,
    /// Path on disk.
    pub disk: PathBuf,
    /// Bytes.
    pub size: u64,
    /// Hash of its content; `None` until it is read, or if it could not be.
    pub hash: Option<ContentHash>,
    /// A status that is known without opening the file, `empty` or `skipped`; `limit` if it is left out.
    pub known: Option<Status>,
    /// Codes of the criteria that the file was submitted for, in pack order; empty if none could be determined.
    pub criteria: Vec<String>,
    /// For each criterion that only the manifest assigns to this file, the pages that it names: other pages of the file
    /// were not submitted for it.
    pub pages: BTreeMap<String, PageRanges>,
    /// Named like an explanation (giải trình, thuyết minh).
    pub is_explanation: bool,
}

impl File {
    /// A file outside any submission, which its user named: it may be a link.
    pub fn alone(path: &Path) -> Self {
        let size = std::fs::metadata(path).map_or(0, |m| m.len());
        let shown = path.display().to_string();
        Self {
            path: shown,
            disk: path.canonicalize().unwrap_or_else(|_| path.to_owned()),
            size,
            hash: None,
            known: None,
            criteria: Vec::new(),
            pages: BTreeMap::new(),
            is_explanation: false,
        }
    }
}
