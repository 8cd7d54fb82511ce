//! How ROOT is read: one submission, or a batch in which each direct sub-folder is an agency.

use std::path::{Path, PathBuf};

use super::walk::{Depth, walk};
use super::{Agency, Codes, Intake, IntakeError, Sources, Submission, manifest, read_agencies};
use crate::text::nfc;

/// The layout that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Layout {
    /// One agency's evidence.
    Single,
    /// A folder an agency.
    Batch,
}

/// What the user asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LayoutChoice {
    /// Decide by what is there.
    #[default]
    Auto,
    /// One submission.
    Single,
    /// A batch.
    Batch,
}

pub(super) fn take_in(sources: Sources<'_>, codes: &Codes) -> Result<Intake, IntakeError> {
    let root = sources.root;
    if !root.exists() {
        return Err(IntakeError::NoSuchFolder(root.to_owned()));
    }
    if !root.is_dir() {
        return Err(IntakeError::NotAFolder(root.to_owned()));
    }
    // The output folder is compared as the walk sees it: below the root as given.
    let exclude = sources.exclude.and_then(|out| below(root, out));
    let children = children(root, exclude.as_deref())?;
    let layout = match sources.layout {
        LayoutChoice::Single => Layout::Single,
        LayoutChoice::Batch => Layout::Batch,
        LayoutChoice::Auto => detect(root, &children, codes),
    };
    let submissions = match layout {
        Layout::Single => vec![single(root, exclude.as_deref(), codes)],
        Layout::Batch => {
            let table = sources
                .agencies
                .map(Path::to_owned)
                .or_else(|| Some(root.join("agencies.csv")).filter(|p| p.is_file()));
            let agencies = table.map(|path| read_agencies(&path, codes)).transpose()?;
            batch(root, &children, exclude.as_deref(), agencies, codes)
        }
    };
    Ok(Intake { layout, submissions })
}

struct Child {
    name: String,
    path: PathBuf,
    is_dir: bool,
}

fn children(root: &Path, exclude: Option<&Path>) -> Result<Vec<Child>, IntakeError> {
    let unreadable = |e: std::io::Error| IntakeError::Unreadable { path: root.to_owned(), reason: e.to_string() };
    let mut children = Vec::new();
    for entry in std::fs::read_dir(root).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        if exclude.is_some_and(|e| entry.path() == e) {
            continue;
        }
        let is_dir = entry.file_type().is_ok_and(|t| t.is_dir());
        children.push(Child { name: nfc(&entry.file_name().to_string_lossy()), path: entry.path(), is_dir });
    }
    children.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.path.cmp(&b.path)));
    Ok(children)
}

fn detect(root: &Path, children: &[Child], codes: &Codes) -> Layout {
    let carries_code = children.iter().any(|c| !codes.in_name(&c.name).is_empty());
    if root.join("agencies.csv").is_file() {
        Layout::Batch
    } else if carries_code || root.join(manifest::NAME).is_file() || !children.iter().any(|c| c.is_dir) {
        Layout::Single
    } else {
        Layout::Batch
    }
}

fn single(root: &Path, exclude: Option<&Path>, codes: &Codes) -> Submission {
    let name =
        root.canonicalize().ok().and_then(|p| p.file_name().map(|n| nfc(&n.to_string_lossy()))).unwrap_or_default();
    Submission { agency: name.clone(), name, listed: true, ..walk(root, Depth::Whole, exclude, codes) }
}

fn batch(
    root: &Path,
    children: &[Child],
    exclude: Option<&Path>,
    agencies: Option<Vec<Agency>>,
    codes: &Codes,
) -> Vec<Submission> {
    let folders: Vec<&Child> = children.iter().filter(|c| c.is_dir).collect();
    let mut submissions = Vec::new();
    let walked = |child: &Child| walk(&child.path, Depth::Whole, exclude, codes);
    for agency in agencies.iter().flatten() {
        let found = folders.iter().find(|c| c.name == agency.folder).map(|c| walked(c)).unwrap_or_default();
        submissions.push(Submission {
            agency: agency.folder.clone(),
            name: agency.name.clone(),
            level: agency.level.clone(),
            assigned: agency.items.clone(),
            listed: true,
            ..found
        });
    }
    for child in folders {
        if !agencies.iter().flatten().any(|a| a.folder == child.name) {
            let listed = agencies.is_none();
            submissions.push(Submission {
                agency: child.name.clone(),
                name: child.name.clone(),
                listed,
                ..walked(child)
            });
        }
    }
    let loose = walk(root, Depth::Files, exclude, codes);
    if !loose.files.is_empty() || !loose.oddities.is_empty() {
        submissions.push(Submission { agency: ".".into(), name: ".".into(), listed: agencies.is_none(), ..loose });
    }
    submissions
}

/// `out` as a path below `root` in the spelling of the walk, if it lies there.
fn below(root: &Path, out: &Path) -> Option<PathBuf> {
    let real_root = root.canonicalize().ok()?;
    let real_out = out.canonicalize().ok()?;
    real_out.strip_prefix(&real_root).ok().filter(|p| p.components().next().is_some()).map(|inside| root.join(inside))
}
