//! Walking one submission: every file is found and named, nothing is followed, nothing is lost.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::assign::{criteria_of, is_explanation, known_status};
use super::code::Codes;
use super::file::File;
use super::manifest::{self, Manifest, is_manifest};
use super::oddity::{Oddity, Unopened, Unused};
use super::sheet::SheetError;
use super::submission::Submission;
use crate::document::Status;
use crate::text::nfc;

/// How deep a walk goes below the submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// All of it.
    Whole,
    /// Only the files directly in it (the root of a batch).
    Files,
}

/// Walks a folder into a submission; `exclude` (the output folder, tables that govern the run) is left out.
pub(super) fn walk(folder: &Path, depth: Depth, exclude: &[PathBuf], codes: &Codes) -> Submission {
    let mut submission = Submission::default();
    let max_depth = if depth == Depth::Files { 1 } else { usize::MAX };
    let entries = WalkDir::new(folder).min_depth(1).max_depth(max_depth).follow_links(false).sort_by_file_name();
    let mut folders: Vec<(String, bool)> = Vec::new();
    let is_excluded = |path: &Path| exclude.iter().any(|e| path == e);
    for entry in entries.into_iter().filter_entry(|e| !is_excluded(e.path())) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let inside = error.path().map(|p| shown(folder, p)).unwrap_or_default();
                let why = match error.io_error() {
                    Some(e) if e.kind() == std::io::ErrorKind::PermissionDenied => Unopened::Denied,
                    Some(e) => Unopened::System(e.to_string()),
                    None => Unopened::System(error.to_string()),
                };
                let criteria = criteria_of(&inside, codes);
                // Of a folder that cannot be listed nobody knows that it is empty.
                for (_, filled) in folders.iter_mut().filter(|(f, _)| *f == inside) {
                    *filled = true;
                }
                let path = if inside.is_empty() { name_of(folder) } else { inside };
                submission.oddities.push(Oddity::Unreadable { path, criteria, why });
                continue;
            }
        };
        let path = shown(folder, entry.path());
        for (_, filled) in folders.iter_mut().filter(|(f, _)| path.starts_with(&format!("{f}/"))) {
            *filled = true;
        }
        let kind = entry.file_type();
        if kind.is_dir() {
            // A folder that holds only folders is empty if those are; only its leaves are reported.
            folders.push((path, false));
        } else if kind.is_symlink() {
            let criteria = criteria_of(&path, codes);
            submission.oddities.push(Oddity::Symlink { path, criteria });
        } else if kind.is_file() {
            submission.files.push(file(&path, &entry, codes));
        } else {
            let why = Unopened::Special;
            let criteria = criteria_of(&path, codes);
            submission.oddities.push(Oddity::Unreadable { path, criteria, why });
        }
    }
    if depth == Depth::Whole {
        let empty = folders.into_iter().filter(|(_, filled)| !filled);
        submission.oddities.extend(empty.map(|(path, _)| {
            let criteria = criteria_of(&path, codes);
            Oddity::EmptyFolder { path, criteria }
        }));
    }
    submission.files.sort_by(|a, b| a.path.cmp(&b.path).then_with(|| a.disk.cmp(&b.disk)));
    read_manifest(codes, &mut submission);
    submission
}

fn file(path: &str, entry: &walkdir::DirEntry, codes: &Codes) -> File {
    let size = entry.metadata().ok().map(|m| m.len());
    let name = path.rsplit('/').next().unwrap_or(path);
    File {
        path: path.to_owned(),
        disk: entry.path().to_owned(),
        size: size.unwrap_or_default(),
        hash: None,
        // A manifest is a claim, read as a table of its own.
        known: if is_manifest(path) { Some(Status::Skipped) } else { known_status(name, size) },
        criteria: criteria_of(path, codes),
        pages: BTreeMap::new(),
        is_explanation: is_explanation(path),
    }
}

/// The first manifest by name is read; others, whose names differ only in case, are named.
fn read_manifest(codes: &Codes, submission: &mut Submission) {
    let found: Vec<(String, PathBuf)> =
        submission.files.iter().filter(|f| is_manifest(&f.path)).map(|f| (f.path.clone(), f.disk.clone())).collect();
    let Some(((path, disk), twins)) = found.split_first() else { return };
    for (twin, _) in twins {
        let why = Unused::Twin(path.clone());
        submission.oddities.push(Oddity::UnusedTable { path: twin.clone(), why });
    }
    submission.manifest = Manifest { path: path.clone(), rows: Vec::new() };
    match manifest::read(disk, codes, &mut submission.files, &mut submission.oddities) {
        Ok(rows) => submission.manifest.rows = rows,
        // Reports name paths within the submission only.
        Err(error) => {
            let reason = error.to_string().replace(&disk.display().to_string(), path);
            let (line, column) = match &error {
                SheetError::Unreadable { .. } => (None, None),
                SheetError::Row { line, .. } => (Some(*line), None),
                SheetError::NoColumn { column, .. } => (None, Some(*column)),
            };
            submission.oddities.push(Oddity::Manifest { line, column, reason });
        }
    }
}

/// The name of a folder, for entries that are the folder itself.
pub(super) fn name_of(folder: &Path) -> String {
    folder.file_name().map_or_else(|| ".".to_owned(), |n| nfc(&n.to_string_lossy()))
}

/// A path as it is shown: within the submission, NFC, `/` between folders; bytes that are no text become U+FFFD.
fn shown(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<String> = inside.components().map(|c| nfc(&c.as_os_str().to_string_lossy())).collect();
    parts.join("/")
}
