//! Writing report files: whole or not at all.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::model::Report;
use crate::files::{restrict, written_in};

/// The folder of the pictures.
const CROPS: &str = "crops";

/// Files that show pictures.
const SHOWING: [&str; 3] = ["report.json", "report.jsonl", "report.html"];

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the report cannot be written to {path}: {reason}; choose another folder with --out")]
pub struct WriteError {
    /// The file or folder.
    pub path: PathBuf,
    /// The system's reason.
    pub reason: String,
}

/// Makes the output folder, readable by its owner only, and makes sure that it can be written before hours of reading.
///
/// # Errors
/// When it cannot be made or written.
pub fn prepare(folder: &Path) -> Result<(), WriteError> {
    let fail = |e: std::io::Error| WriteError { path: folder.to_owned(), reason: e.to_string() };
    let is_new = !folder.exists();
    std::fs::create_dir_all(folder).map_err(fail)?;
    if is_new {
        restrict(folder).map_err(fail)?;
    }
    tempfile::NamedTempFile::new_in(folder).map_err(fail)?;
    Ok(())
}

/// Writes files by name: each beside its target, then all are renamed, so that an interrupted run leaves the old ones.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_all(folder: &Path, files: &[(&str, Vec<u8>)]) -> Result<(), WriteError> {
    let mut ready = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        let fail = |e: std::io::Error| WriteError { path: path.clone(), reason: e.to_string() };
        let beside = path.parent().unwrap_or(folder);
        let file = written_in(beside, &[bytes]).map_err(fail)?;
        ready.push((path, file));
    }
    for (path, file) in ready {
        file.persist(&path).map_err(|e| WriteError { path: path.clone(), reason: e.error.to_string() })?;
    }
    Ok(())
}

/// Writes a report with the pictures of places that it shows. Pictures come first and those of an earlier report go last,
/// so that a report that is there, old or new, always has its own.
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
    // One at a time: there may be more of them than files that can be open.
    for (name, png) in crops {
        write_all(folder, &[(name.as_str(), png.clone())])?;
    }
    write_all(folder, files)?;
    let stays = |name: &&str| files.iter().all(|(written, _)| written != name) && folder.join(name).exists();
    if !SHOWING.iter().any(stays) {
        sweep(folder, crops);
    }
    Ok(())
}

/// Removes pictures that no report shows any more. One that cannot be removed is in nobody's way.
fn sweep(folder: &Path, crops: &BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder.join(CROPS)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".png") && !crops.contains_key(&format!("{CROPS}/{name}")) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The pictures that a stored report shows, as far as they still lie beside it.
pub fn stored_crops(report: &Report, beside: &Path) -> BTreeMap<String, Vec<u8>> {
    let items = report.submissions.iter().flat_map(|s| &s.criteria).flat_map(|c| &c.evidence);
    let of_checks = items.flat_map(|e| &e.checks).filter_map(|c| c.crop.as_ref());
    let names = report.findings.iter().filter_map(|f| f.crop.as_ref()).chain(of_checks);
    // The record may be anyone's: nothing but a plain name leads to a file.
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
        // A folder in the way: the report cannot be written.
        std::fs::create_dir_all(folder.path().join("report.csv/in the way")).unwrap();
        assert!(write(&[file("report.csv")], "new").is_err());
        assert!(old.exists());
        // A report that shows it stays.
        write(&[file("report.json")], "new").unwrap();
        assert!(old.exists() && new.exists());
        write(&[file("report.json"), file("report.html")], "new").unwrap();
        assert!(!old.exists() && new.exists());
    }
}
