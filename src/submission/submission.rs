//! The submission of one agency.

use super::file::File;
use super::manifest::Manifest;
use super::oddity::Oddity;
use crate::document::Status;

/// What one agency submitted.
#[derive(Debug, Clone, Default)]
pub struct Submission {
    /// Name of its folder in NFC; `.` for files directly in the root of a batch.
    pub agency: String,
    /// True for the files directly in the root of a batch, unless agencies.csv lists them as `.`.
    pub loose: bool,
    /// Display name.
    pub name: String,
    /// Level as given in agencies.csv: tỉnh, sở, huyện, xã.
    pub level: String,
    /// What the agency must supply: codes, or `code/item`; empty for everything.
    pub assigned: Vec<String>,
    /// False if agencies.csv exists and does not list it.
    pub listed: bool,
    /// Its files, sorted by path.
    pub files: Vec<File>,
    /// Its manifest; without rows if it has none.
    pub manifest: Manifest,
    /// Irregularities of the folder.
    pub oddities: Vec<Oddity>,
}

impl Submission {
    /// True if there is nothing that could be evidence: no file, no unopened entry, no manifest content.
    pub fn is_empty(&self) -> bool {
        let is_manifest = |o: &Oddity| matches!(o, Oddity::ManifestRow { .. } | Oddity::Manifest { .. });
        !self.has_files()
            && self.manifest.rows.is_empty()
            && !self.oddities.iter().any(|o| is_manifest(o) || o.unopened().is_some())
    }

    /// False if the root of a batch directly holds only leftovers and links: they are not a submission.
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
