//! Links from the folder of a report to the files that it speaks of: relative, so that both can be moved together.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use crate::check::{Run, file_of};
use crate::document::Status;

/// Endings of the files that a click may open: documents without macros or scripts of their own.
const ENDINGS: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "ods", "odt", "rtf", "txt", "csv", "ppt", "pptx", "jpg", "jpeg", "png", "tif",
    "tiff", "bmp", "gif",
];

/// Characters that Excel takes for something else in a link, or that this system would cut a name at.
const BAD: &[char] = &['%', '#', '\\', ':', '?', '*', '|', '<', '>', '"', '`'];

/// Where files lie, seen from the folder of the report.
#[derive(Debug, Default)]
pub struct Links(BTreeMap<(String, String), String>);

impl Links {
    /// No links: where the files are is not known, as for a stored run.
    pub fn none() -> Self {
        Self::default()
    }

    /// Links from `out` to the files of a run over `root`. A file whose name a link cannot carry, one that a click should
    /// not open and one that is secret has none.
    pub fn between(run: &Run, root: &Path, out: &Path) -> Self {
        let Some(to_root) = relative(root, out) else { return Self::none() };
        let mut links = BTreeMap::new();
        for submission in &run.submissions {
            let files =
                submission.readings.iter().filter(|r| r.status != Status::Secret && r.status != Status::Skipped);
            for reading in files {
                // Names as the system has them: those of the report are NFC.
                let inside = reading.file.disk.strip_prefix(root).ok().and_then(slashed);
                if let Some(inside) = inside.filter(|p| may_open(p)) {
                    let key = (submission.submission.agency.clone(), reading.file.path.clone());
                    links.insert(key, format!("{to_root}/{inside}"));
                }
            }
        }
        Self(links)
    }

    /// The link to a file of an agency, or to the file that holds a document (`S2/bao-cao.pdf#p7-9`).
    pub(super) fn of(&self, agency: &str, name: &str) -> Option<&str> {
        let link = |path: &str| self.0.get(&(agency.to_owned(), path.to_owned())).map(String::as_str);
        link(name).or_else(|| link(file_of(name)))
    }
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
        for name in ["a.exe", "a.pdf.lnk", "a.docm", "a.html", "x%2e.pdf", "\\\\host\\share.pdf", "a\u{1}.pdf", "pdf"] {
            assert!(!may_open(name), "{name}");
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
        assert_eq!(relative(&path("a#b"), &path("in")), None);
    }
}
