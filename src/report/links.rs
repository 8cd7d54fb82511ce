//! Links from a report to the files that it mentions. They are relative, so that both can be moved together.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::model::{DocumentRecord, Report};
use crate::document::Status;
use crate::reading::file_of;
use crate::submission::{Layout, fold_name};

/// Extensions of files that a click may open: documents without macros or scripts.
const EXTENSIONS: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "ods", "odt", "rtf", "txt", "csv", "ppt", "pptx", "jpg", "jpeg", "png", "tif",
    "tiff", "bmp", "gif",
];

/// Characters that a link cannot carry, or that separate names on some system. Files with them are not linked.
const UNLINKABLE: &[char] = &['\\', ':', '?', '*', '|', '<', '>', '"', '`'];

/// Characters that have a meaning of their own in a link of Excel. In an HTML page they are percent-encoded.
const UNLINKABLE_IN_SHEETS: &[char] = &['%', '#'];

/// Paths of files relative to the folder of the report, by agency and path within the submission.
#[derive(Debug, Default)]
pub struct Links(BTreeMap<(String, String), String>);

impl Links {
    /// No links, for when it is unknown where the files are.
    pub fn none() -> Self {
        Self::default()
    }

    /// Links from the folder `out` to the files under `root`. Files are left out that do not exist, that are secret,
    /// whose names a link cannot carry, or that a click should not open.
    pub fn between(report: &Report, root: &Path, out: &Path) -> Self {
        let Some(to_root) = relative_link(root, out) else { return Self::none() };
        let mut links = BTreeMap::new();
        for submission in &report.submissions {
            let folder = match report.run.layout {
                Layout::Single => Some(root.to_owned()),
                Layout::Batch if submission.agency == "." => Some(root.to_owned()),
                Layout::Batch => resolve(root, &submission.agency),
            };
            let Some(folder) = folder else { continue };
            let is_linkable = |d: &&DocumentRecord| !matches!(d.status, Status::Secret | Status::Skipped);
            for document in submission.documents.iter().filter(is_linkable) {
                let disk = resolve(&folder, &document.path);
                let inside = disk.and_then(|d| d.strip_prefix(root).ok().and_then(with_slashes));
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

    /// The links that a workbook can carry.
    pub(super) fn of_sheets(&self) -> Self {
        let plain = self.0.iter().filter(|(_, link)| !link.contains(UNLINKABLE_IN_SHEETS));
        Self(plain.map(|(key, link)| (key.clone(), link.clone())).collect())
    }

    /// The same links percent-encoded, for an HTML page.
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

/// The file on disk that a path of a report means. Names on disk may be in another Unicode normalisation form (NFD) or,
/// for folders of agencies, in another case. Returns `None` if there is no such file or the path would leave `folder`.
fn resolve(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut resolved = folder.to_owned();
    for part in path.split('/') {
        if matches!(part, "" | "." | "..") || part.contains(['\\', ':']) {
            return None;
        }
        let exact = resolved.join(part);
        resolved = if exact.exists() { exact } else { sole_variant(&resolved, part)? };
    }
    Some(resolved)
}

/// The entry whose name differs from `name` only in case or normalisation, or `None` unless there is exactly one.
fn sole_variant(folder: &Path, name: &str) -> Option<PathBuf> {
    let wanted = fold_name(name);
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    let mut same = entries.filter(|e| fold_name(&e.file_name().to_string_lossy()) == wanted);
    let only = same.next()?;
    same.next().is_none().then(|| only.path())
}

/// The link from `out` to `root`. Returns `None` if they are on different drives or a name cannot be part of a link.
fn relative_link(root: &Path, out: &Path) -> Option<String> {
    let path = pathdiff::diff_paths(root.canonicalize().ok()?, out.canonicalize().ok()?)?;
    let path = with_slashes(&path).filter(|p| !p.contains(UNLINKABLE))?;
    // A leading "./" keeps the name of a folder from being taken for a URL scheme.
    Some(if path.is_empty() {
        ".".to_owned()
    } else if path.starts_with("..") {
        path
    } else {
        format!("./{path}")
    })
}

/// A relative path with `/` between its parts, or `None` if it is absolute or not valid Unicode.
fn with_slashes(path: &Path) -> Option<String> {
    let part = |c: Component<'_>| match c {
        Component::Normal(name) => name.to_str().map(str::to_owned),
        Component::ParentDir => Some("..".to_owned()),
        _ => None,
    };
    path.components().map(part).collect::<Option<Vec<_>>>().map(|parts| parts.join("/"))
}

/// True if a link to the file may be made.
fn may_open(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    EXTENSIONS.contains(&extension.as_str()) && !path.contains(UNLINKABLE) && !path.chars().any(char::is_control)
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
        let agency = resolve(folder.path(), "so-noi-vu").unwrap();
        assert_eq!(resolve(&agency, "Kế hoạch.pdf").unwrap().canonicalize().unwrap(), file.canonicalize().unwrap());
        for path in ["../secret.pdf", "", "/secret.pdf", "./x", "không có.pdf", "C:\\secret.pdf"] {
            assert_eq!(resolve(&agency, path), None, "{path}");
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
        assert_eq!(relative_link(&path("nop 2018"), &path("out/new")).unwrap(), "../../nop 2018");
        assert_eq!(relative_link(&path("in/nop"), &path("in")).unwrap(), "./nop");
        assert_eq!(relative_link(&path("in"), &path("in")).unwrap(), ".");
        assert_eq!(relative_link(&path("a#b"), &path("in")).unwrap(), "../a#b");
    }
}
