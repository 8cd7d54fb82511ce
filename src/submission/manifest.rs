//! manifest.csv: the agency's own table of what it put where. A claim, not configuration: it can assign a file to a
//! criterion and explain, it can prove nothing.

use std::path::Path;

use super::sheet::{Column, Sheet, SheetError};
use super::{Codes, File, ManifestProblem, Oddity, PageRanges};
use crate::text::nfc;

/// A row of a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestRow {
    /// Line, from 1.
    pub line: u64,
    /// Criteria that it names, in pack order.
    pub criteria: Vec<String>,
    /// Path of the file within the submission; empty for a row that only explains.
    pub file: String,
    /// Pages that it names.
    pub pages: PageRanges,
    /// Note or explanation.
    pub note: String,
}

/// A manifest: what an agency says of its own files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Its path within the submission; empty if there is none.
    pub path: String,
    /// Rows that could be resolved.
    pub rows: Vec<ManifestRow>,
}

/// The name of a manifest, in any case.
pub(super) fn is_manifest(name: &str) -> bool {
    name.eq_ignore_ascii_case("manifest.csv")
}

/// Reads a manifest and adds its assignments to the files that it names; rows that lead nowhere become oddities.
pub(super) fn read(
    path: &Path,
    codes: &Codes,
    files: &mut [File],
    oddities: &mut Vec<Oddity>,
) -> Result<Vec<ManifestRow>, SheetError> {
    let columns = [
        Column { names: &["criterion", "tiêu chí", "mã tiêu chí", "mã"], needed: true },
        Column { names: &["file", "tệp", "tập tin", "tên file", "tên tệp"], needed: true },
        Column { names: &["pages", "trang", "page"], needed: false },
        Column { names: &["note", "ghi chú", "giải trình"], needed: false },
    ];
    let mut rows = Vec::new();
    for (line, values) in Sheet::read(path, &columns)?.rows {
        let [code, file, pages, note] = values.as_slice() else { continue };
        let in_pack_order = |code: &String| codes.all().iter().position(|known| known == code);
        // "S1, S2"
        let mut criteria = codes.in_name(code);
        for part in code.split([',', ';', '\n']).skip(1).map(str::trim).filter(|part| !part.is_empty()) {
            let named = codes.in_name(part);
            if named.is_empty() {
                let problem = ManifestProblem::NoSuchCode(part.to_owned());
                oddities.push(Oddity::ManifestRow { line, problem });
            }
            criteria.extend(named);
        }
        criteria.sort_by_key(in_pack_order);
        criteria.dedup();
        if criteria.is_empty() {
            oddities.push(Oddity::ManifestRow { line, problem: ManifestProblem::NoSuchCode(code.clone()) });
        }
        let pages = PageRanges::parse(pages).unwrap_or_else(|| {
            oddities.push(Oddity::ManifestRow { line, problem: ManifestProblem::NoPages(pages.clone()) });
            PageRanges::default()
        });
        let mut file = nfc(file).replace('\\', "/");
        if !file.is_empty() {
            match find(files, &file) {
                Some(found) => {
                    for criterion in &criteria {
                        if !found.criteria.contains(criterion) {
                            found.criteria.push(criterion.clone());
                            found.pages.insert(criterion.clone(), pages.clone());
                        } else if let Some(known) = found.pages.get_mut(criterion) {
                            known.join(&pages);
                        }
                    }
                    found.criteria.sort_by_key(in_pack_order);
                    file.clone_from(&found.path);
                }
                None => {
                    let problem = ManifestProblem::NoSuchFile(file.clone());
                    oddities.push(Oddity::ManifestRow { line, problem });
                    continue;
                }
            }
        }
        rows.push(ManifestRow { line, criteria, file, pages, note: note.clone() });
    }
    Ok(rows)
}

/// By path, or by name alone where only one file has it.
fn find<'a>(files: &'a mut [File], wanted: &str) -> Option<&'a mut File> {
    let wanted = wanted.trim_start_matches("./");
    let by_path = files.iter().position(|f| f.path == wanted);
    let by_name = || {
        let mut same = files.iter().enumerate().filter(|(_, f)| f.path.rsplit('/').next() == Some(wanted));
        same.next().filter(|_| same.next().is_none()).map(|(index, _)| index)
    };
    let index = by_path.or_else(by_name)?;
    files.get_mut(index)
}
