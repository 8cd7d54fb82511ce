//! What was submitted: the folders under ROOT, whose they are, and which criterion each file was put under.
//!
//! Nothing here opens a document. Names are shown in NFC and opened as the system has them.

use super::file::File;
use super::manifest::Manifest;
use super::oddity::Oddity;
use crate::document::Status;

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

    /// True for what lies directly in the root of a batch and has no name of its own in agencies.csv.
    pub fn is_nameless(&self) -> bool {
        self.agency == "." && self.name == self.agency
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
