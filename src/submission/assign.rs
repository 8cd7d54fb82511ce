//! What the path of a file says about it: its criteria, its status, whether it is an explanation.

use super::code::Codes;
use super::names::{is_leftover, plain};
use crate::document::Status;

/// The criteria of a file: those in the file name or, if it contains no code, in the nearest folder that does.
pub(super) fn criteria_of(path: &str, codes: &Codes) -> Vec<String> {
    path.rsplit('/').map(|part| codes.in_name(part)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// True for folders that operating systems create on disks or in archives: they are not agencies.
pub(super) fn is_system_folder(name: &str) -> bool {
    matches!(name.to_lowercase().as_str(), "__macosx" | "$recycle.bin" | "system volume information" | "lost+found")
}

/// `skipped` for leftovers, `empty` for zero bytes. Returns `None` if the file must be opened to know.
pub(super) fn known_status(name: &str, size: Option<u64>) -> Option<Status> {
    if is_leftover(name) {
        Some(Status::Skipped)
    } else if size == Some(0) {
        Some(Status::Empty)
    } else {
        None
    }
}

/// True for a file named like an explanation (giải trình, thuyết minh), in any spelling.
pub(super) fn is_explanation(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let folded: String = plain(name).chars().filter(char::is_ascii_alphanumeric).collect();
    ["giaitrinh", "thuyetminh", "bangiaitrinh", "banthuyetminh"].iter().any(|start| folded.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_with_a_code_decides() {
        let codes = Codes::new(&["S1".into(), "S2".into()], Vec::new());
        assert_eq!(criteria_of("S1 Kế hoạch/phụ lục/S2 báo cáo.pdf", &codes), ["S2"]);
        assert_eq!(criteria_of("S1 Kế hoạch/phụ lục/báo cáo.pdf", &codes), ["S1"]);
        assert!(criteria_of("khác/báo cáo.pdf", &codes).is_empty());
    }

    #[test]
    fn leftovers_are_known_by_name() {
        for name in ["~$bao-cao.docx", "._x", "Thumbs.db", ".DS_Store", "desktop.ini", "x.TMP"] {
            assert_eq!(known_status(name, Some(10)), Some(Status::Skipped), "{name}");
        }
        assert_eq!(known_status("a.pdf", Some(0)), Some(Status::Empty));
        assert_eq!(known_status("a.pdf", Some(1)), None);
        assert_eq!(known_status("a.pdf", None), None);
    }

    #[test]
    fn explanations_are_known_by_name() {
        for name in ["S1/giai-trinh.docx", "Giải trình S1.pdf", "THUYẾT MINH.doc", "ban_giai_trinh.pdf"] {
            assert!(is_explanation(name), "{name}");
        }
        assert!(!is_explanation("bao-cao-giai-trinh.pdf"));
    }
}
