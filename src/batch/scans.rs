//! The later passes over scans: where several documents lie in one file, and whole texts where an item asks for them.

use std::collections::BTreeSet;

use super::contents::{Contents, only_pages, read_contents};
use super::job::{Job, Progress};
use crate::check::{misses_evidence, wants_content};
use crate::process::Pool;
use crate::reading::Reading;
use crate::submission::{File, Submission};

/// Keys of the scans that hold several documents. The heads of their pages are read only where a criterion misses a
/// document, which may lie behind the first.
pub(super) fn joined_scans(
    pool: &Pool,
    submissions: &[Submission],
    keys: &[String],
    read: &Contents,
    job: &Job<'_>,
    on_progress: &(dyn Fn(Progress) + Sync),
) -> BTreeSet<String> {
    let mut keys = keys.iter();
    let mut suspects: Vec<&File> = Vec::new();
    for submission in submissions {
        let of_files: Vec<(&File, &String)> = submission.files.iter().zip(keys.by_ref()).collect();
        let all = of_files.iter().flat_map(|(file, key)| read.readings_of((*file).clone(), key));
        let readings: Vec<Reading> = all.collect();
        // What one criterion misses may lie in the folder of another.
        let misses = misses_evidence(&job.pack, &readings);
        let is_long = |key: &String| read.contents.get(key).is_some_and(|c| c.stored.summary.scans.len() > 1);
        suspects.extend(of_files.into_iter().filter(|(_, key)| misses && is_long(key)).map(|(file, _)| file));
    }
    if suspects.is_empty() {
        return BTreeSet::new();
    }
    let (_, heads) = read_contents(pool, &suspects, &job.store, &only_pages(on_progress));
    heads.contents.into_iter().filter(|(_, content)| content.parts.len() > 1).map(|(key, _)| key).collect()
}

/// Reads whole those scans whose content an item asks for, and those that hold several documents (`joined`); of the others
/// head and end are enough.
pub(super) fn read_whole(
    pool: &Pool,
    files: &[&File],
    keys: &[String],
    joined: &BTreeSet<String>,
    read: &mut Contents,
    job: &Job<'_>,
    on_progress: &(dyn Fn(Progress) + Sync),
) {
    let is_wanted = |file: &File, key: &str| {
        let is_scan = read.contents.get(key).is_some_and(|c| !c.stored.summary.scans.is_empty());
        joined.contains(key)
            || is_scan && read.readings_of(file.clone(), key).iter().any(|reading| wants_content(&job.pack, reading))
    };
    let wanted: Vec<&File> = files.iter().zip(keys).filter(|(f, key)| is_wanted(f, key)).map(|(f, _)| *f).collect();
    if !wanted.is_empty() {
        let (_, whole) = read_contents(pool, &wanted, &job.store, &only_pages(on_progress));
        read.contents.extend(whole.contents);
    }
}
