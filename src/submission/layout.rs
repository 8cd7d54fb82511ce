//! Decides whether ROOT is one submission or a batch in which each direct subfolder is an agency, and reads it.

use std::collections::BTreeMap;
use std::fs::FileType;
use std::path::{Path, PathBuf};

use super::agencies::{Agency, is_agencies, read_agencies};
use super::assign::is_system_folder;
use super::code::Codes;
use super::file::File;
use super::intake::{Intake, IntakeError, Layout, LayoutChoice, Sources};
use super::manifest::is_manifest;
use super::names::{fold_name, is_leftover};
use super::oddity::{Oddity, Unused};
use super::submission::Submission;
use super::walk::{Depth, Walker, name_of};
use crate::document::Status;
use crate::text::nfc;

/// Reads everything under a root.
///
/// # Errors
/// If the root or the table of agencies cannot be read. Problems inside a submission become an [`Oddity`].
pub fn take_in(sources: Sources<'_>, codes: &Codes) -> Result<Intake, IntakeError> {
    let root = sources.root;
    if !root.exists() {
        return Err(IntakeError::NoSuchFolder(root.to_owned()));
    }
    if !root.is_dir() {
        return Err(IntakeError::NotAFolder(root.to_owned()));
    }
    let exclude = sources.exclude.iter().copied().chain(sources.agencies);
    let mut walker = Walker { exclude: exclude.filter_map(|path| path_in_root(root, path)).collect(), codes };
    let children = children(root, &walker.exclude)?;
    let tables: Vec<&RootEntry> = children.iter().filter(|c| is_agencies(&c.name) && c.path.is_file()).collect();
    let layout = match sources.layout {
        LayoutChoice::Single => Layout::Single,
        LayoutChoice::Batch => Layout::Batch,
        // A table of agencies implies a batch.
        LayoutChoice::Auto if sources.agencies.is_some() => Layout::Batch,
        LayoutChoice::Auto => {
            let layout = detect(&children, !tables.is_empty(), codes);
            if layout == Layout::Single
                && let Some(table) = tables.first()
            {
                refuse_agencies_like_codes(table, &children, codes)?;
            }
            layout
        }
    };
    let submissions = match layout {
        Layout::Single => {
            let mut single = single(root, &walker);
            if sources.layout == LayoutChoice::Auto {
                single.oddities.extend(tables.iter().map(|t| unused(t, Unused::Single)));
            }
            vec![single]
        }
        Layout::Batch => {
            let (used, others) = match sources.agencies {
                Some(given) => (Some(given), tables.as_slice()),
                None => (tables.first().map(|t| t.path.as_path()), tables.get(1..).unwrap_or_default()),
            };
            let reason = || match tables.first() {
                Some(first) if sources.agencies.is_none() => Unused::Twin(first.name.clone()),
                _ => Unused::Given,
            };
            let others: Vec<Oddity> = others.iter().map(|t| unused(t, reason())).collect();
            let agencies = used.map(|path| read_agencies(path, codes)).transpose()?;
            walker.exclude.extend(used.map(Path::to_owned));
            let loose = loose(root, &children, others, &walker);
            batch(&children, loose, agencies, &walker)
        }
    };
    Ok(Intake { layout, submissions })
}

/// An entry directly in the root.
struct RootEntry {
    name: String,
    path: PathBuf,
    is_dir: bool,
    is_file: bool,
    is_link: bool,
}

fn children(root: &Path, exclude: &[PathBuf]) -> Result<Vec<RootEntry>, IntakeError> {
    let unreadable = |e: std::io::Error| IntakeError::Unreadable { path: root.to_owned(), reason: e.to_string() };
    let mut children = Vec::new();
    for entry in std::fs::read_dir(root).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        if exclude.contains(&entry.path()) {
            continue;
        }
        let kind = entry.file_type().ok();
        let is = |what: fn(&FileType) -> bool| kind.as_ref().is_some_and(what);
        children.push(RootEntry {
            name: nfc(&entry.file_name().to_string_lossy()),
            path: entry.path(),
            is_dir: is(FileType::is_dir),
            is_file: is(FileType::is_file),
            is_link: is(FileType::is_symlink),
        });
    }
    children.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.path.cmp(&b.path)));
    Ok(children)
}

/// Codes in names or a manifest imply a single submission, even with an agencies.csv: that may be a file of the agency.
fn detect(children: &[RootEntry], has_agencies: bool, codes: &Codes) -> Layout {
    let is_submission = children
        .iter()
        .any(|c| !is_leftover(&c.name) && !codes.in_name(&c.name).is_empty() || c.is_file && is_manifest(&c.name));
    let has_folders = children.iter().any(|c| c.is_dir && !is_system_folder(&c.name));
    if !is_submission && (has_agencies || has_folders) { Layout::Batch } else { Layout::Single }
}

/// Folders with names like "S6-phong-a" that agencies.csv lists may be agencies or criteria: read as one submission, a batch
/// would come out as a single agency that has everything.
fn refuse_agencies_like_codes(table: &RootEntry, children: &[RootEntry], codes: &Codes) -> Result<(), IntakeError> {
    // A table that cannot be read is a file of the agency.
    let Ok(agencies) = read_agencies(&table.path, codes) else { return Ok(()) };
    let is_listed = |c: &&RootEntry| agencies.iter().any(|agency| fold_name(&agency.folder) == fold_name(&c.name));
    let like_code = children.iter().filter(|c| c.is_dir && !codes.in_name(&c.name).is_empty()).find(is_listed);
    match like_code {
        Some(folder) => Err(IntakeError::WhichLayout { path: table.path.clone(), folder: folder.name.clone() }),
        None => Ok(()),
    }
}

fn unused(table: &RootEntry, why: Unused) -> Oddity {
    Oddity::UnusedTable { path: table.name.clone(), why }
}

fn single(root: &Path, walker: &Walker<'_>) -> Submission {
    let name = root.canonicalize().ok().map(|p| name_of(&p)).unwrap_or_default();
    Submission { agency: name.clone(), name, listed: true, ..walker.walk(root, Depth::Whole) }
}

/// The files directly in the root of a batch, and those in folders that the system made there, which are skipped.
fn loose(root: &Path, children: &[RootEntry], unused: Vec<Oddity>, walker: &Walker<'_>) -> Submission {
    let mut loose = walker.walk(root, Depth::Files);
    for folder in children.iter().filter(|c| c.is_dir && is_system_folder(&c.name)) {
        let inside = walker.walk(&folder.path, Depth::Whole).files;
        loose.files.extend(inside.into_iter().map(|f| File {
            path: format!("{}/{}", folder.name, f.path),
            known: Some(Status::Skipped),
            criteria: Vec::new(),
            pages: BTreeMap::new(),
            is_explanation: false,
            ..f
        }));
    }
    for file in loose.files.iter_mut().filter(|f| is_agencies(&f.path)) {
        file.known = Some(Status::Skipped);
    }
    loose.files.sort_by(|a, b| a.path.cmp(&b.path).then_with(|| a.disk.cmp(&b.disk)));
    loose.oddities.extend(unused);
    Submission { agency: ".".into(), name: ".".into(), loose: true, ..loose }
}

/// The submissions of a batch: those that agencies.csv lists, then the other folders, then the loose files.
fn batch(
    children: &[RootEntry],
    mut loose: Submission,
    agencies: Option<Vec<Agency>>,
    walker: &Walker<'_>,
) -> Vec<Submission> {
    let is_listed = agencies.is_some();
    let mut folders: Vec<&RootEntry> = children.iter().filter(|c| c.is_dir && !is_system_folder(&c.name)).collect();
    let mut links: Vec<&RootEntry> = children.iter().filter(|c| c.is_link).collect();
    let mut submissions = Vec::new();
    let walked = |folder: &RootEntry| walker.walk(&folder.path, Depth::Whole);
    for agency in agencies.into_iter().flatten() {
        let found = if agency.folder == "." {
            std::mem::take(&mut loose)
        } else if let Some(folder) = take_named(&mut folders, &agency.folder) {
            walked(folder)
        } else if let Some(link) = take_named(&mut links, &agency.folder) {
            // A link is not followed. The agency gets it as an unopened entry, so that it does not count as empty.
            let is_it = |o: &mut Oddity| matches!(o, Oddity::Symlink { path, .. } if *path == link.name);
            let oddities = loose.oddities.extract_if(.., is_it).collect();
            Submission { oddities, ..Submission::default() }
        } else {
            Submission::default()
        };
        submissions.push(Submission {
            agency: agency.folder,
            name: agency.name,
            level: agency.level,
            assigned: agency.items,
            listed: true,
            loose: false,
            ..found
        });
    }
    submissions.extend(folders.into_iter().map(|child| Submission {
        agency: child.name.clone(),
        name: child.name.clone(),
        listed: !is_listed,
        ..walked(child)
    }));
    if !loose.files.is_empty() || !loose.oddities.is_empty() {
        submissions.push(Submission { listed: !is_listed, ..loose });
    }
    submissions
}

/// Removes and returns the entry that a row of agencies.csv names: the exact name, otherwise the only one that differs
/// just in case.
fn take_named<'a>(entries: &mut Vec<&'a RootEntry>, wanted: &str) -> Option<&'a RootEntry> {
    let wanted_folded = fold_name(wanted);
    let mut same = entries.iter().enumerate().filter(|(_, c)| fold_name(&c.name) == wanted_folded).map(|(at, _)| at);
    let alone = same.next().filter(|_| same.next().is_none());
    let at = entries.iter().position(|c| c.name == wanted).or(alone)?;
    Some(entries.remove(at))
}

/// A path of the command line as the walk spells it (below `root` as given); `None` if it is not below `root`.
fn path_in_root(root: &Path, path: &Path) -> Option<PathBuf> {
    let real_root = root.canonicalize().ok()?;
    let real = path.canonicalize().ok()?;
    real.strip_prefix(&real_root).ok().filter(|p| p.components().next().is_some()).map(|inside| root.join(inside))
}
