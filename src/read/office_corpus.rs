//! Tests of the office readers on a corpus of real documents, if it is available. They contain counts only, no text.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Failure, plain, rtf, sniff, spreadsheet, word};
use crate::document::{CellValue, Media, Page, PageKind, Record, RemarkKind};
use crate::limits::Limits;

/// The result of reading one file.
struct Outcome {
    name: String,
    result: Result<Vec<Record>, Failure>,
}

impl Outcome {
    fn pages(&self) -> impl Iterator<Item = &Page> {
        self.result.iter().flatten().filter_map(|r| if let Record::Page(page) = r { Some(page) } else { None })
    }
}

/// The results of reading the files of one folder of the corpus, or `None` without the corpus.
fn outcomes(folder: &str) -> Option<Vec<Outcome>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/vn").join(folder);
    let Ok(entries) = std::fs::read_dir(&root) else {
        eprintln!("skipped: no corpus at {}", root.display());
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Some(paths.into_iter().map(outcome).collect())
}

fn outcome(path: PathBuf) -> Outcome {
    let data = std::fs::read(&path).unwrap();
    let media = sniff::sniff(&data);
    let mut records = Vec::new();
    let (limits, sink) = (Limits::default(), &mut |record| records.push(record));
    let result = match media {
        Media::Doc | Media::Docx => word::read(data, media, &limits, sink),
        Media::Rtf => rtf::read(&data, &limits, sink),
        Media::Html | Media::Text => plain::read(data, media, &limits, sink),
        _ => spreadsheet::read(data, media, &limits, sink),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Outcome { name, result: result.map(|()| records) }
}

/// Asserts that every file was read completely.
fn assert_read(outcomes: &[Outcome]) {
    for outcome in outcomes {
        match &outcome.result {
            Ok(records) => {
                assert!(matches!(records.first(), Some(Record::Start { .. })), "{}", outcome.name);
                let broken = records
                    .iter()
                    .any(|r| matches!(r, Record::Remark(remark) if remark.kind == RemarkKind::PageUnreadable));
                assert!(!broken, "{}", outcome.name);
            }
            Err(failure) => panic!("{}: {failure}", outcome.name),
        }
    }
}

#[test]
fn word_documents_are_read_with_their_paragraphs_in_order() {
    for folder in ["doc", "docx"] {
        let Some(outcomes) = outcomes(folder) else { return };
        assert_read(&outcomes);
        let mut lines = 0;
        for outcome in &outcomes {
            for page in outcome.pages() {
                assert_eq!(page.kind, PageKind::Text, "{}", outcome.name);
                let numbers: Vec<u32> = page.lines.iter().filter_map(|line| line.paragraph).collect();
                assert_eq!(numbers.len(), page.lines.len(), "{}", outcome.name);
                assert!(
                    numbers.windows(2).all(|pair| pair[1] == pair[0] || pair[1] == pair[0] + 1),
                    "{}",
                    outcome.name
                );
                for (table, row, col) in page.lines.iter().filter_map(|line| line.cell) {
                    let cells = &page.tables[table as usize].cells;
                    assert!(cells.iter().any(|cell| (cell.row, cell.col) == (row, col)), "{}", outcome.name);
                }
                assert!(page.lines.iter().all(|line| line.text == crate::text::nfc(line.text.trim())));
                lines += page.lines.len();
            }
        }
        assert!(lines > outcomes.len() * 20, "{folder}: {lines} lines");
    }
}

#[test]
fn workbooks_are_read_with_typed_cells() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for folder in ["xls", "xlsx"] {
        let Some(outcomes) = outcomes(folder) else { return };
        assert_read(&outcomes);
        let tables = outcomes.iter().flat_map(Outcome::pages).flat_map(|page| &page.tables);
        for cell in tables.flat_map(|table| &table.cells) {
            let kind = match &cell.value {
                CellValue::Text(_) => "text",
                CellValue::Number(_) => "number",
                CellValue::Percent(_) => "percent",
                CellValue::Date(_) => "date",
                _ => "other",
            };
            *kinds.entry(kind).or_default() += 1;
        }
    }
    assert!(["text", "number"].iter().all(|kind| kinds.get(kind).is_some_and(|count| *count > 1000)), "{kinds:?}");
}
