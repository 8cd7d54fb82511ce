//! The packs that are compiled in, so that the binary works from any folder.

use include_dir::{Dir, include_dir};

static PACKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// Ids of the bundled packs, sorted.
pub fn bundled_ids() -> Vec<String> {
    let mut ids: Vec<String> = PACKS.dirs().map(|d| d.path().to_string_lossy().into_owned()).collect();
    ids.sort();
    ids
}

/// The files of a bundled pack by name, sorted; `None` if there is no such pack.
pub fn bundled(id: &str) -> Option<Vec<(String, String)>> {
    let folder = PACKS.dirs().find(|d| d.path().to_str() == Some(id))?;
    let mut files: Vec<(String, String)> = folder
        .files()
        .filter(|f| f.path().extension().is_some_and(|e| e == "toml"))
        .filter_map(|f| Some((f.path().file_name()?.to_string_lossy().into_owned(), f.contents_utf8()?.to_owned())))
        .collect();
    files.sort();
    Some(files)
}
