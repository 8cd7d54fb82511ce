//! The later passes over scans. The first pass reads only the head and end of each; these find files that hold several
//! documents, and read whole texts where an evidence item asks for content.

use std::collections::BTreeSet;

use super::contents::{Contents, only_pages, read_contents};
use super::job::{Job, Progress};
use crate::check::{misses_evidence, wants_content};
use crate::process::Pool;
use crate::reading::Reading;
use crate::submission::{File, Submission};

/// One later pass over the scans of a run.
pub(super) struct ScanPass<'a> {
    /// Its reach decides how much of each scan the pass reads.
    pub(super) pool: &'a Pool,
    pub(super) job: &'a Job<'a>,
    /// Key of the content of each file of the run, in order.
    pub(super) keys: &'a [String],
    pub(super) on_progress: &'a (dyn Fn(Progress) + Sync),
}

impl ScanPass<'_> {
    /// Keys of the scans that hold several documents. The heads of all pages are read only in submissions that lack a
    /// document, as it may follow another one in the same file.
    pub(super) fn joined_scans(&self, submissions: &[Submission], read: &Contents) -> BTreeSet<String> {
        let mut keys = self.keys.iter();
        let mut candidates: Vec<&File> = Vec::new();
        for submission in submissions {
            let files: Vec<(&File, &String)> = submission.files.iter().zip(keys.by_ref()).collect();
            let readings: Vec<Reading> =
                files.iter().flat_map(|(file, key)| read.readings_of((*file).clone(), key)).collect();
            // All files of the submission are candidates: what one criterion lacks may lie in the folder of another.
            if misses_evidence(&self.job.pack, &readings) {
                let has_scans = |key: &String| read.contents.get(key).is_some_and(|c| c.stored.summary.scans.len() > 1);
                candidates.extend(files.into_iter().filter(|(_, key)| has_scans(key)).map(|(file, _)| file));
            }
        }
        if candidates.is_empty() {
            return BTreeSet::new();
        }
        let heads = self.read(&candidates);
        heads.contents.into_iter().filter(|(_, content)| content.parts.len() > 1).map(|(key, _)| key).collect()
    }

    /// Reads in whole the scans of whose content an evidence item asks something, and those that hold several documents
    /// (`joined`). Of all others the head and end are enough.
    pub(super) fn read_whole(&self, files: &[&File], joined: &BTreeSet<String>, read: &mut Contents) {
        let is_wanted = |file: &File, key: &str| {
            let is_scan = read.contents.get(key).is_some_and(|c| !c.stored.summary.scans.is_empty());
            let asks_content = |reading: &Reading| wants_content(&self.job.pack, reading);
            joined.contains(key) || is_scan && read.readings_of(file.clone(), key).iter().any(asks_content)
        };
        let wanted: Vec<&File> =
            files.iter().zip(self.keys).filter(|(file, key)| is_wanted(file, key)).map(|(file, _)| *file).collect();
        if !wanted.is_empty() {
            read.contents.extend(self.read(&wanted).contents);
        }
    }

    fn read(&self, files: &[&File]) -> Contents {
        let (_, contents) = read_contents(self.pool, files, &self.job.store, &only_pages(self.on_progress));
        contents
    }
}
