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
    /// Where it really is.
    pub disk: PathBuf,
    /// Bytes.
    pub size: u64,
    /// What its content is known by; none until it is read, or if it could not be.
    pub hash: Option<ContentHash>,
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
            hash: None,
            known: None,
            criteria: Vec::new(),
            pages: BTreeMap::new(),
            is_explanation: false,
        }
    }
}
