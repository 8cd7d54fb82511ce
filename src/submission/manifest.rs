//! manifest.csv: the agency's own table of its files. It is a claim, not configuration: it can assign a file to a
//! criterion and explain, but it proves nothing.

use std::path::Path;

use super::code::Codes;
use super::file::File;
use super::names::fold_name;
use super::oddity::{ManifestProblem, Oddity};
use super::pages::PageRanges;
use super::sheet::{Column, Sheet, SheetError};
use crate::text::nfc;

/// A row of a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManifestRow {
    /// Line, from 1.
    pub line: u64,
    /// The criteria, in pack order.
    pub criteria: Vec<String>,
    /// Path of the file within the submission; empty for a row that only explains.
    pub file: String,
    /// The pages of the file.
    pub pages: PageRanges,
    /// Note or explanation.
    pub note: String,
}

/// A manifest: what an agency states about its own files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Its path within the submission; empty if there is none.
    pub path: String,
    /// The rows, except those that name a missing file.
    pub rows: Vec<ManifestRow>,
}

/// True for the name of a manifest, in any case.
pub(super) fn is_manifest(name: &str) -> bool {
    name.eq_ignore_ascii_case("manifest.csv")
}

/// Reads a manifest and adds its assignments to the files that it names. Rows that cannot be resolved become oddities.
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
    for (line, values) in Sheet::read_plain(path, &columns)?.rows {
        let [code, file, pages, note] = values.as_slice() else { continue };
        let mut report = |problem| oddities.push(Oddity::ManifestRow { line, problem });
        let criteria = criteria_in(code, codes, &mut report);
        let pages = PageRanges::parse(pages).unwrap_or_else(|| {
            report(ManifestProblem::NoPages(pages.clone()));
            PageRanges::default()
        });
        let mut file = nfc(file).replace('\\', "/");
        if !file.is_empty() {
            let Some(found) = find(files, &file) else {
                report(ManifestProblem::NoSuchFile(file));
                continue;
            };
            assign(found, &criteria, &pages, codes);
            file.clone_from(&found.path);
        }
        rows.push(ManifestRow { line, criteria, file, pages, note: note.clone() });
    }
    Ok(rows)
}

/// The criteria in a cell, in pack order: "S1, S2", "S1 và S2". Problems are passed to `report`.
fn criteria_in(cell: &str, codes: &Codes, report: &mut impl FnMut(ManifestProblem)) -> Vec<String> {
    let mut criteria = codes.in_name(cell);
    for (at, part) in cell.split([',', ';', '\n']).map(str::trim).enumerate().filter(|(_, part)| !part.is_empty()) {
        let named: Vec<String> = split_at_and(part).iter().flat_map(|p| codes.in_name(p)).collect();
        // The first part may be a code with its title; every further part must be a code.
        if at > 0 && named.is_empty() {
            report(ManifestProblem::NoSuchCode(part.to_owned()));
        }
        criteria.extend(named);
    }
    criteria.sort_by_key(|code| position(code, codes));
    criteria.dedup();
    if criteria.is_empty() {
        report(ManifestProblem::NoSuchCode(cell.to_owned()));
    }
    criteria
}

/// Adds criteria to a file, with the pages that were submitted for them.
fn assign(file: &mut File, criteria: &[String], pages: &PageRanges, codes: &Codes) {
    for criterion in criteria {
        if !file.criteria.contains(criterion) {
            file.criteria.push(criterion.clone());
            file.pages.insert(criterion.clone(), pages.clone());
        } else if let Some(known) = file.pages.get_mut(criterion) {
            known.merge(pages);
        }
    }
    file.criteria.sort_by_key(|code| position(code, codes));
}

/// Index of a code in the pack.
fn position(code: &str, codes: &Codes) -> Option<usize> {
    codes.all().iter().position(|known| known == code)
}

/// Splits at "và", "and" and "&": "S4 và S3b".
fn split_at_and(words: &str) -> Vec<String> {
    let words = words.replace('&', " & ");
    let mut parts = vec![String::new()];
    for word in words.split_whitespace() {
        match parts.last_mut() {
            Some(last) if !matches!(word.to_lowercase().as_str(), "và" | "and" | "&") => {
                last.push_str(word);
                last.push(' ');
            }
            _ => parts.push(String::new()),
        }
    }
    parts
}

/// Finds a file by its path, or by its name if only one file has it; otherwise the only file that differs just in case.
fn find<'a>(files: &'a mut [File], wanted: &str) -> Option<&'a mut File> {
    let wanted = wanted.trim_start_matches("./");
    let folded = fold_name(wanted);
    let only = |is_it: &dyn Fn(&str, &str) -> bool| {
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let mut same = files.iter().enumerate().filter(|(_, f)| is_it(&f.path, &name(&f.path)));
        same.next().filter(|_| same.next().is_none()).map(|(index, _)| index)
    };
    let index = only(&|path, _| path == wanted)
        .or_else(|| only(&|_, name| name == wanted))
        .or_else(|| only(&|path, _| fold_name(path) == folded))
        .or_else(|| only(&|_, name| fold_name(name) == folded))?;
    files.get_mut(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_rows(table: &str, paths: &[&str]) -> (Vec<ManifestRow>, Vec<File>, usize) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("manifest.csv");
        std::fs::write(&path, format!("criterion,file,pages,note\n{table}\n")).unwrap();
        let codes: Vec<String> = ["S1", "S2", "S3b", "S4"].map(str::to_owned).into();
        let mut files: Vec<File> = paths.iter().map(|p| File::alone(Path::new(p))).collect();
        let mut oddities = Vec::new();
        let rows = read(&path, &Codes::new(&codes, Vec::new()), &mut files, &mut oddities).unwrap();
        (rows, files, oddities.len())
    }

    #[test]
    fn a_cell_names_criteria_however_they_are_joined() {
        for (cell, expected, odd) in [
            ("S4 và S3b", &["S3b", "S4"][..], 0),
            ("S1 and S2", &["S1", "S2"], 0),
            ("S1&S2 & S4", &["S1", "S2", "S4"], 0),
            ("S1; S2 và S4", &["S1", "S2", "S4"], 0),
            ("S4 - Tuyên truyền và sáng kiến", &["S4"], 0),
            ("S1; không rõ", &["S1"], 1),
        ] {
            let (rows, _, oddities) = read_rows(&format!("{cell},a.pdf,,"), &["a.pdf"]);
            assert_eq!(rows[0].criteria, expected, "{cell}");
            assert_eq!(oddities, odd, "{cell}");
        }
    }

    #[test]
    fn a_row_finds_its_file_in_another_case_if_only_one_fits() {
        for (named, paths, expected) in [
            ("s1/Ke hoach.PDF", &["S1/ke hoach.pdf", "S2/Ke hoach.PDF"][..], "S1/ke hoach.pdf"),
            ("KE HOACH.pdf", &["S1/Kế hoạch.pdf", "S1/Ke hoach.pdf"], "S1/Ke hoach.pdf"),
            ("a.pdf", &["A.pdf", "a.pdf"], "a.pdf"),
            ("a.pdf", &["A.pdf", "S1/A.PDF"], "A.pdf"),
            ("a.pdf", &["S2/A.pdf", "S1/A.PDF"], ""),
        ] {
            let (rows, ..) = read_rows(&format!("S1,{named},,"), paths);
            assert_eq!(rows.first().map_or("", |row| row.file.as_str()), expected, "{named}");
        }
    }
}
