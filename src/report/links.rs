//! Links from the folder of a report to the files that it speaks of: relative, so that both can be moved together.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::model::{DocumentRecord, Report};
use crate::document::Status;
use crate::reading::file_of;
use crate::submission::{Layout, fold_name};

/// Endings of the files that a click may open: documents without macros or scripts of their own.
const ENDINGS: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "ods", "odt", "rtf", "txt", "csv", "ppt", "pptx", "jpg", "jpeg", "png", "tif",
    "tiff", "bmp", "gif",
];

/// Characters that no link carries, or that this system would cut a name at.
const BAD: &[char] = &['\\', ':', '?', '*', '|', '<', '>', '"', '`'];

/// Characters that Excel takes for something else in a link; an address carries them as their bytes.
const BAD_IN_SHEETS: &[char] = &['%', '#'];

/// Where files lie, seen from the folder of the report.
#[derive(Debug, Default)]
pub struct Links(BTreeMap<(String, String), String>);

impl Links {
    /// No links: where the files are is not known.
    pub fn none() -> Self {
        Self::default()
    }

    /// Links from `out` to the files of a report over `root`. A file that is not there, one whose name a link cannot
    /// carry, one that a click should not open and one that is secret has none.
    pub fn between(report: &Report, root: &Path, out: &Path) -> Self {
        let Some(to_root) = relative(root, out) else { return Self::none() };
        let mut links = BTreeMap::new();
        for submission in &report.submissions {
            let folder = match report.run.layout {
                Layout::Single => Some(root.to_owned()),
                Layout::Batch if submission.agency == "." => Some(root.to_owned()),
                Layout::Batch => below(root, &submission.agency),
            };
            let Some(folder) = folder else { continue };
            let is_open = |d: &&DocumentRecord| !matches!(d.status, Status::Secret | Status::Skipped);
            for document in submission.documents.iter().filter(is_open) {
                let disk = below(&folder, &document.path);
                let inside = disk.and_then(|d| d.strip_prefix(root).ok().and_then(slashed));
                if let Some(inside) = inside.filter(|p| may_open(p)) {
                    let key = (submission.agency.clone(), document.path.clone());
                    links.insert(key, format!("{to_root}/{inside}"));
                }
            }
        }
        Self(links)
    }

    /// True if no file is linked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those that a workbook can carry.
    pub(super) fn of_sheets(&self) -> Self {
        let plain = self.0.iter().filter(|(_, link)| !link.contains(BAD_IN_SHEETS));
        Self(plain.map(|(key, link)| (key.clone(), link.clone())).collect())
    }

    /// The same for the address of a page, where all but the plainest characters are written as their bytes.
    pub(super) fn encoded(&self) -> Self {
        Self(self.0.iter().map(|(key, link)| (key.clone(), percent_encoded(link))).collect())
    }

    /// The link to a file of an agency, or to the file that holds a document (`S2/bao-cao.pdf#p7-9`).
    pub(super) fn of(&self, agency: &str, name: &str) -> Option<&str> {
        let link = |path: &str| self.0.get(&(agency.to_owned(), path.to_owned())).map(String::as_str);
        link(name).or_else(|| link(file_of(name)))
    }
}

fn percent_encoded(link: &str) -> String {
    let mut encoded = String::with_capacity(link.len());
    for byte in link.bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// What a path of a report is called on the disk: there it may be in NFD, and the folder of an agency in another case.
fn below(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut there = folder.to_owned();
    for part in path.split('/') {
        if matches!(part, "" | "." | "..") || part.contains(['\\', ':']) {
            return None;
        }
        let exact = there.join(part);
        there = if exact.exists() { exact } else { only_like(&there, part)? };
    }
    Some(there)
}

/// The only entry that differs just in case or in the form of its letters.
fn only_like(folder: &Path, name: &str) -> Option<PathBuf> {
    let wanted = fold_name(name);
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let mut same = entries.filter(|e| fold_name(&e.file_name().to_string_lossy()) == wanted);
    let only = same.next()?;
    same.next().is_none().then(|| only.path())
}

/// `root` seen from `out`; none on another drive, or where a name cannot stand in a link.
fn relative(root: &Path, out: &Path) -> Option<String> {
    let way = pathdiff::diff_paths(root.canonicalize().ok()?, out.canonicalize().ok()?)?;
    let way = slashed(&way).filter(|w| !w.contains(BAD))?;
    // A leading "./" keeps the name of a folder from being taken for a scheme.
    Some(if way.is_empty() {
        ".".to_owned()
    } else if way.starts_with("..") {
        way
    } else {
        format!("./{way}")
    })
}

/// A relative path with `/` between its parts.
fn slashed(path: &Path) -> Option<String> {
    let part = |c: Component<'_>| match c {
        Component::Normal(name) => name.to_str().map(str::to_owned),
        Component::ParentDir => Some("..".to_owned()),
        _ => None,
    };
    path.components().map(part).collect::<Option<Vec<_>>>().map(|parts| parts.join("/"))
}

fn may_open(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str()) && !path.contains(BAD) && !path.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_of_documents_are_linked() {
        assert!(may_open("so-noi-vu/S1/Kế hoạch [2018] & phụ lục.docx"));
        for name in ["a.exe", "a.pdf.lnk", "a.docm", "a.html", "\\\\host\\share.pdf", "a\u{1}.pdf", "pdf"] {
            assert!(!may_open(name), "{name}");
        }
    }

    #[test]
    fn a_percent_sign_is_carried_by_an_address_and_not_by_a_sheet() {
        let key = ("a".to_owned(), "100%.pdf".to_owned());
        let links = Links([(key, "../nop/100%.pdf".to_owned())].into());
        assert_eq!(links.encoded().of("a", "100%.pdf"), Some("../nop/100%25.pdf"));
        assert!(links.of_sheets().is_empty());
    }

    #[test]
    fn an_address_holds_only_plain_characters() {
        assert_eq!(percent_encoded("../nộp/a b&'\"<.pdf"), "../n%E1%BB%99p/a%20b%26%27%22%3C.pdf");
    }

    #[test]
    fn a_path_of_a_report_finds_its_file_and_never_leaves_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("So-Noi-Vu/Ke\u{302}\u{301} hoa\u{323}ch.pdf");
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, "x").unwrap();
        std::fs::write(folder.path().join("secret.pdf"), "x").unwrap();
        let agency = below(folder.path(), "so-noi-vu").unwrap();
        assert_eq!(below(&agency, "Kế hoạch.pdf").unwrap().canonicalize().unwrap(), file.canonicalize().unwrap());
        for path in ["../secret.pdf", "", "/secret.pdf", "./x", "không có.pdf", "C:\\secret.pdf"] {
            assert_eq!(below(&agency, path), None, "{path}");
        }
    }

    #[test]
    fn the_way_to_the_root_is_relative_and_never_a_scheme() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(&path).unwrap();
            path
        };
        assert_eq!(relative(&path("nop 2018"), &path("out/new")).unwrap(), "../../nop 2018");
        assert_eq!(relative(&path("in/nop"), &path("in")).unwrap(), "./nop");
        assert_eq!(relative(&path("in"), &path("in")).unwrap(), ".");
        assert_eq!(relative(&path("a#b"), &path("in")).unwrap(), "../a#b");
    }
}
