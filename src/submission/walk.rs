//! Walks the folder of one submission. Every entry becomes a file or an oddity; links are not followed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::assign::{criteria_of, is_explanation, known_status};
use super::code::Codes;
use super::file::File;
use super::manifest::{self, Manifest, is_manifest};
use super::oddity::{Oddity, Unopened, Unused};
use super::sheet::SheetError;
use super::submission::Submission;
use crate::document::Status;
use crate::text::nfc;

/// How deep a walk goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// The whole folder.
    Whole,
    /// Only the files directly in it (the root of a batch).
    Files,
}

/// Walks folders into submissions.
pub(super) struct Walker<'a> {
    /// Paths that are left out: the output folder, tables that govern the run.
    pub(super) exclude: Vec<PathBuf>,
    /// The codes of the pack.
    pub(super) codes: &'a Codes,
}

impl Walker<'_> {
    /// Walks a folder into a submission, with its manifest.
    pub(super) fn walk(&self, folder: &Path, depth: Depth) -> Submission {
        let max_depth = if depth == Depth::Files { 1 } else { usize::MAX };
        let entries = WalkDir::new(folder).min_depth(1).max_depth(max_depth).follow_links(false).sort_by_file_name();
        let mut walk = Walk { folder, codes: self.codes, submission: Submission::default(), folders: Vec::new() };
        for entry in entries.into_iter().filter_entry(|e| !self.exclude.iter().any(|path| path == e.path())) {
            match entry {
                Ok(entry) => walk.add(&entry),
                Err(error) => walk.add_unreadable(&error),
            }
        }
        if depth == Depth::Whole {
            walk.add_empty_folders();
        }
        let mut submission = walk.submission;
        submission.files.sort_by(|a, b| a.path.cmp(&b.path).then_with(|| a.disk.cmp(&b.disk)));
        read_manifest(self.codes, &mut submission);
        submission
    }
}

/// A walk in progress.
struct Walk<'a> {
    folder: &'a Path,
    codes: &'a Codes,
    submission: Submission,
    /// Paths of the folders found so far, with whether anything was found in each.
    folders: Vec<(String, bool)>,
}

impl Walk<'_> {
    fn add(&mut self, entry: &DirEntry) {
        let path = shown(self.folder, entry.path());
        for (_, filled) in self.folders.iter_mut().filter(|(f, _)| path.starts_with(&format!("{f}/"))) {
            *filled = true;
        }
        let kind = entry.file_type();
        if kind.is_dir() {
            self.folders.push((path, false));
        } else if kind.is_file() {
            self.submission.files.push(file(&path, entry, self.codes));
        } else {
            let criteria = criteria_of(&path, self.codes);
            self.submission.oddities.push(if kind.is_symlink() {
                Oddity::Symlink { path, criteria }
            } else {
                Oddity::Unreadable { path, criteria, why: Unopened::Special }
            });
        }
    }

    fn add_unreadable(&mut self, error: &walkdir::Error) {
        let inside = error.path().map(|p| shown(self.folder, p)).unwrap_or_default();
        let why = match error.io_error() {
            Some(e) if e.kind() == std::io::ErrorKind::PermissionDenied => Unopened::Denied,
            Some(e) => Unopened::System(e.to_string()),
            None => Unopened::System(error.to_string()),
        };
        let criteria = criteria_of(&inside, self.codes);
        // A folder that cannot be listed is not known to be empty.
        for (_, filled) in self.folders.iter_mut().filter(|(f, _)| *f == inside) {
            *filled = true;
        }
        let path = if inside.is_empty() { name_of(self.folder) } else { inside };
        self.submission.oddities.push(Oddity::Unreadable { path, criteria, why });
    }

    /// Reports the folders in which nothing was found. Of nested empty folders only the innermost is reported.
    fn add_empty_folders(&mut self) {
        for (path, _) in std::mem::take(&mut self.folders).into_iter().filter(|(_, filled)| !filled) {
            let criteria = criteria_of(&path, self.codes);
            self.submission.oddities.push(Oddity::EmptyFolder { path, criteria });
        }
    }
}

fn file(path: &str, entry: &DirEntry, codes: &Codes) -> File {
    let size = entry.metadata().ok().map(|m| m.len());
    let name = path.rsplit('/').next().unwrap_or(path);
    File {
        path: path.to_owned(),
        disk: entry.path().to_owned(),
        size: size.unwrap_or_default(),
        hash: None,
        // A manifest is not evidence; it is read separately, as a table.
        known: if is_manifest(path) { Some(Status::Skipped) } else { known_status(name, size) },
        criteria: criteria_of(path, codes),
        pages: BTreeMap::new(),
        is_explanation: is_explanation(path),
    }
}

/// Reads the first manifest by name. Others, whose names differ only in case, are reported as unused.
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
        // Reports show only paths within the submission.
        Err(error) => {
            let reason = error.to_string().replace(&disk.display().to_string(), path);
            let (mut line, mut column, mut limit) = (None, None, None);
            match &error {
                SheetError::Unreadable { .. } => {}
                SheetError::Row { line: at, .. } => line = Some(*at),
                SheetError::NoColumn { column: missing, .. } => column = Some(*missing),
                SheetError::TooLarge { most, unit, .. } => limit = Some((*most, *unit)),
            }
            submission.oddities.push(Oddity::Manifest { line, column, limit, reason });
        }
    }
}

/// The name of a folder, NFC; `.` if the path has none.
pub(super) fn name_of(folder: &Path) -> String {
    folder.file_name().map_or_else(|| ".".to_owned(), |n| nfc(&n.to_string_lossy()))
}

/// A path for display: within the submission, NFC, `/` between folders; bytes that are not valid text become U+FFFD.
fn shown(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<String> = inside.components().map(|c| nfc(&c.as_os_str().to_string_lossy())).collect();
    parts.join("/")
}
