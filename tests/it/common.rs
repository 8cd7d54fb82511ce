//! What the tests share: the fixture batch in a folder of its own, and the program.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use kiemchung::document::Document;
use kiemchung::limits::Limits;
use kiemchung::process::Pool;

/// The program, with nothing of the caller's environment that could change its output.
pub(crate) fn kiemchung() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kiemchung"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"));
    command
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Documents read from bytes, one after the other by one worker.
pub(crate) fn read(files: &[(&str, &[u8])], limits: Limits) -> Vec<Document> {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<_> = files
        .iter()
        .map(|(name, bytes)| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path
        })
        .collect();
    let pool = Pool::new(1, Path::new(env!("CARGO_BIN_EXE_kiemchung")), limits).unwrap();
    pool.read_all(&paths, &|document| document)
}

/// Real documents beside the repository, if they are there.
pub(crate) fn corpus(part: &str) -> Option<PathBuf> {
    let path = root().join("../shared/corpus").join(part);
    if !path.is_dir() {
        eprintln!("skipped: no real documents at {}", path.display());
        return None;
    }
    Some(path)
}

/// What fixtures/EXPECTED.toml says of the fixture batch.
pub(crate) fn expected() -> toml::Value {
    toml::from_str(&std::fs::read_to_string(root().join("fixtures/EXPECTED.toml")).unwrap()).unwrap()
}

/// A copy of the fixture batch with the empty folders that git does not keep.
pub(crate) fn batch() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("fixtures/nop-2018"), &folder.path().join("nop-2018"));
    for empty in expected()["prepare"]["empty_folders"].as_array().unwrap() {
        std::fs::create_dir_all(folder.path().join("nop-2018").join(empty.as_str().unwrap())).unwrap();
    }
    folder
}

pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).unwrap();
        }
    }
}

/// A PDF whose page draws a form that draws another twice, and so on: small, valid, and not done in a lifetime.
pub(crate) fn endless_pdf() -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>".to_owned(),
        "<< /Length 5 >>\nstream\n/F Do\nendstream".to_owned(),
    ];
    let depth = 60;
    for level in 0..depth {
        let content = if level + 1 < depth { "/F Do /F Do" } else { "0 0 1 1 re f" };
        let resources = if level + 1 < depth {
            format!("/Resources << /XObject << /F {} 0 R >> >>", 6 + level)
        } else {
            String::new()
        };
        objects.push(format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] {resources} /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
    }
    pdf(&objects)
}

/// A PDF of these objects, numbered from 1; the first is the catalogue.
pub(crate) fn pdf(objects: &[String]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        pdf.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    pdf.extend(format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).bytes());
    pdf
}
