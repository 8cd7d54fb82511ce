//! Writes report files atomically.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::model::Report;
use crate::files::{restrict_to_owner, write_temporary};

/// The folder of the pictures, within the output folder.
const CROPS: &str = "crops";

/// The report files that refer to pictures.
const FILES_WITH_PICTURES: [&str; 3] = ["report.json", "report.jsonl", "report.html"];

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The system refuses.
    #[error("the report cannot be written to {path}: {reason}; choose another folder with --out")]
    Refused {
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// What was found does not fit one format; the other files were written.
    #[error("{path} could not be made: {reason}; the other files of the report were written")]
    NotMade {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

/// Creates the output folder, readable by its owner only, if it does not exist, and checks that it can be written.
///
/// # Errors
/// When it cannot be created or written.
pub fn prepare(folder: &Path) -> Result<(), WriteError> {
    let fail = |e: std::io::Error| WriteError::Refused { path: folder.to_owned(), reason: e.to_string() };
    let is_new = !folder.exists();
    std::fs::create_dir_all(folder).map_err(fail)?;
    if is_new {
        restrict_to_owner(folder).map_err(fail)?;
    }
    tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
    Ok(())
}

/// A file to be written: its name, and what writes its content.
pub type File<'a> = (&'a str, Box<dyn Fn(&mut dyn Write) -> std::io::Result<()> + 'a>);

/// Writes files. All are written to temporary files first, one at a time, and then renamed, so that an interrupted run leaves
/// the old ones.
///
/// # Errors
/// When the folder cannot be written; or, with the other files written, if one cannot be made.
pub fn write_all(folder: &Path, files: &[File<'_>]) -> Result<(), WriteError> {
    let (mut ready, mut not_made) = (Vec::new(), None);
    for (name, write) in files {
        let path = folder.join(name);
        match write_temporary(path.parent().unwrap_or(folder), write) {
            Ok(file) => ready.push((path, file)),
            // Not the system, but the format.
            Err(error) if error.kind() == ErrorKind::Other => {
                not_made.get_or_insert(WriteError::NotMade { path, reason: error.to_string() });
            }
            Err(error) => return Err(WriteError::Refused { path, reason: error.to_string() }),
        }
    }
    for (path, file) in ready {
        file.persist(&path).map_err(|e| WriteError::Refused { path: path.clone(), reason: e.error.to_string() })?;
    }
    not_made.map_or(Ok(()), Err)
}

/// Writes a report with its pictures. New pictures are written before the report and old ones are removed after it, so
/// that the report on disk, old or new, has its pictures at any time.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_report(folder: &Path, files: &[File<'_>], crops: &BTreeMap<String, Vec<u8>>) -> Result<(), WriteError> {
    if !crops.is_empty() {
        prepare(&folder.join(CROPS))?;
    }
    // One at a time: there may be more of them than a process can have files open.
    for (name, png) in crops {
        write_all(folder, &[(name.as_str(), Box::new(|out| out.write_all(png)))])?;
    }
    write_all(folder, files)?;
    let is_kept = |name: &&str| files.iter().all(|(written, _)| written != name) && folder.join(name).exists();
    if !FILES_WITH_PICTURES.iter().any(is_kept) {
        remove_old_crops(folder, crops);
    }
    Ok(())
}

/// Removes the pictures of earlier reports. Errors are ignored: a picture that remains does no harm.
fn remove_old_crops(folder: &Path, crops: &BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder.join(CROPS)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".png") && !crops.contains_key(&format!("{CROPS}/{name}")) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The pictures that a stored report refers to, as far as they still exist in its folder `beside`.
pub fn stored_crops(report: &Report, beside: &Path) -> BTreeMap<String, Vec<u8>> {
    let items = report.submissions.iter().flat_map(|s| &s.criteria).flat_map(|c| &c.evidence);
    let of_checks = items.flat_map(|e| &e.checks).filter_map(|c| c.crop.as_ref());
    let names = report.findings.iter().filter_map(|f| f.crop.as_ref()).chain(of_checks);
    // A stored record is untrusted: only plain names of pictures may lead to a file.
    let is_plain = |name: &&String| {
        let inner = name.strip_prefix(CROPS).and_then(|n| n.strip_prefix('/')).and_then(|n| n.strip_suffix(".png"));
        inner.is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
    };
    let read = |name: &String| Some((name.clone(), std::fs::read(beside.join(name)).ok()?));
    names.filter(is_plain).filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_keeps_its_pictures_until_another_has_taken_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("crops/old.png"), folder.path().join("crops/new.png"));
        let crops = |name: &str| BTreeMap::from([(format!("crops/{name}.png"), b"png".to_vec())]);
        let write = |files: &[File<'_>], crop| write_report(folder.path(), files, &crops(crop));
        let file = |name: &'static str| -> File<'_> { (name, Box::new(|out| out.write_all(b"report"))) };

        write(&[file("report.json"), file("report.html")], "old").unwrap();
        // A folder with the name of the report makes writing fail.
        std::fs::create_dir_all(folder.path().join("report.csv/in the way")).unwrap();
        assert!(write(&[file("report.csv")], "new").is_err());
        assert!(old.exists());
        // The old report.html remains, and with it the picture that it shows.
        write(&[file("report.json")], "new").unwrap();
        assert!(old.exists() && new.exists());
        write(&[file("report.json"), file("report.html")], "new").unwrap();
        assert!(!old.exists() && new.exists());
    }

    #[test]
    fn a_format_that_cannot_be_made_costs_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let good = |name: &'static str| -> File<'_> { (name, Box::new(|out| out.write_all(b"report"))) };
        let bad: File<'_> = ("report.xlsx", Box::new(|_| Err(std::io::Error::other("too many rows"))));
        let written = write_all(folder.path(), &[good("report.json"), bad, good("report.csv")]);
        assert!(matches!(written, Err(WriteError::NotMade { reason, .. }) if reason == "too many rows"));
        let is_there = |name: &str| folder.path().join(name).exists();
        assert!(is_there("report.json") && is_there("report.csv") && !is_there("report.xlsx"));
    }
}
