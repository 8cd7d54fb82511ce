//! Walking one submission: every file is found and named, nothing is followed, nothing is lost.

use std::path::Path;

use walkdir::WalkDir;

use super::assign::{criteria_of, is_explanation, known_status};
use super::{Codes, File, Oddity, Submission, manifest};
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

/// Walks a folder into a submission; `exclude` (the output folder) is left out.
pub(super) fn walk(folder: &Path, depth: Depth, exclude: Option<&Path>, codes: &Codes) -> Submission {
    let mut submission = Submission::default();
    let max_depth = if depth == Depth::Files { 1 } else { usize::MAX };
    let entries = WalkDir::new(folder).min_depth(1).max_depth(max_depth).follow_links(false).sort_by_file_name();
    let mut folders: Vec<(String, bool)> = Vec::new();
    let is_excluded = |path: &Path| exclude.is_some_and(|e| path == e);
    for entry in entries.into_iter().filter_entry(|e| !is_excluded(e.path())) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map(|p| shown(folder, p)).unwrap_or_default();
                let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                submission.oddities.push(Oddity::Unreadable { path, reason });
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
            submission.oddities.push(Oddity::Symlink { path });
        } else if kind.is_file() {
            // The table that governs a batch is no file of any submission.
            if depth == Depth::Whole || !path.eq_ignore_ascii_case("agencies.csv") {
                submission.files.push(file(&path, &entry, codes));
            }
        } else {
            let reason = "neither a file nor a folder".to_owned();
            submission.oddities.push(Oddity::Unreadable { path, reason });
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
    read_manifest(folder, codes, &mut submission);
    submission
}

fn file(path: &str, entry: &walkdir::DirEntry, codes: &Codes) -> File {
    let size = entry.metadata().map_or(0, |m| m.len());
    let name = path.rsplit('/').next().unwrap_or(path);
    File {
        path: path.to_owned(),
        disk: entry.path().to_owned(),
        size,
        sha256: String::new(),
        // A manifest is a claim, read as a table of its own.
        known: if path.eq_ignore_ascii_case(manifest::NAME) { Some(Status::Skipped) } else { known_status(name, size) },
        criteria: criteria_of(path, codes),
        is_explanation: is_explanation(path),
    }
}

fn read_manifest(folder: &Path, codes: &Codes, submission: &mut Submission) {
    let path = folder.join(manifest::NAME);
    if !path.is_file() {
        return;
    }
    match manifest::read(&path, codes, &mut submission.files, &mut submission.oddities) {
        Ok(rows) => submission.manifest = rows,
        Err(error) => submission.oddities.push(Oddity::Manifest { reason: error_without_path(&error, &path) }),
    }
}

/// Reports name paths within the submission only.
fn error_without_path(error: &super::SheetError, path: &Path) -> String {
    error.to_string().replace(&path.display().to_string(), manifest::NAME)
}

/// A path as it is shown: within the submission, NFC, `/` between folders; bytes that are no text become U+FFFD.
fn shown(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<String> = inside.components().map(|c| nfc(&c.as_os_str().to_string_lossy())).collect();
    parts.join("/")
}
