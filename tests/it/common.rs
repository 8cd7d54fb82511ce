//! What the tests share: the fixture batch in a folder of its own, and the program.

use std::path::{Path, PathBuf};

use assert_cmd::Command;

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

/// Real documents beside the repository, if they are there.
pub(crate) fn corpus(part: &str) -> Option<PathBuf> {
    let path = root().join("../shared/corpus").join(part);
    if !path.is_dir() {
        eprintln!("skipped: no real documents at {}", path.display());
        return None;
    }
    Some(path)
}

/// A copy of the fixture batch with the empty folders that git does not keep.
pub(crate) fn batch(expected: &toml::Value) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("fixtures/nop-2018"), &folder.path().join("nop-2018"));
    for empty in expected["prepare"]["empty_folders"].as_array().unwrap() {
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
