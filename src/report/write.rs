//! Writes report files atomically.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::model::Report;
use crate::files::{restrict_to_owner, write_temporary};

/// The folder of the pictures, within the output folder.
const CROPS: &str = "crops";

/// The report files that refer to pictures.
const FILES_WITH_PICTURES: [&str; 3] = ["report.json", "report.jsonl", "report.html"];

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the report cannot be written to {path}: {reason}; choose another folder with --out")]
pub struct WriteError {
    /// The file or folder.
    pub path: PathBuf,
    /// The system's reason.
    pub reason: String,
}

/// Creates the output folder, readable by its owner only, if it does not exist, and checks that it can be written.
///
/// # Errors
/// When it cannot be created or written.
pub fn prepare(folder: &Path) -> Result<(), WriteError> {
    let fail = |e: std::io::Error| WriteError { path: folder.to_owned(), reason: e.to_string() };
    let is_new = !folder.exists();
    std::fs::create_dir_all(folder).map_err(fail)?;
    if is_new {
        restrict_to_owner(folder).map_err(fail)?;
    }
    tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
    Ok(())
}

/// Writes files, given by name and content. All are written to temporary files first and then renamed, so that an
/// interrupted run leaves the old ones.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_all(folder: &Path, files: &[(&str, Vec<u8>)]) -> Result<(), WriteError> {
    let mut ready = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        let fail = |e: std::io::Error| WriteError { path: path.clone(), reason: e.to_string() };
        let beside = path.parent().unwrap_or(folder);
        let file = write_temporary(beside, &[bytes]).map_err(fail)?;
        ready.push((path, file));
    }
    for (path, file) in ready {
        file.persist(&path).map_err(|e| WriteError { path: path.clone(), reason: e.error.to_string() })?;
    }
    Ok(())
}

/// Writes a report with its pictures. New pictures are written before the report and old ones are removed after it, so
/// that the report on disk, old or new, has its pictures at any time.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_report(
    folder: &Path,
    files: &[(&str, Vec<u8>)],
    crops: &BTreeMap<String, Vec<u8>>,
) -> Result<(), WriteError> {
    if !crops.is_empty() {
        prepare(&folder.join(CROPS))?;
    }
    // One at a time: there may be more of them than a process can have files open.
    for (name, png) in crops {
        write_all(folder, &[(name.as_str(), png.clone())])?;
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
        let write = |files: &[(&str, Vec<u8>)], crop| write_report(folder.path(), files, &crops(crop));
        let file = |name: &'static str| (name, b"report".to_vec());

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
}
