//! Tests of the conversion of old encodings on a corpus of real documents, if it is available: how much of the
//! transcripts is read, and that nothing else is converted. They contain figures only, no text.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::read;
use crate::document::{CellValue, Record, RemarkKind};
use crate::limits::Limits;

/// The result of reading one file.
struct Outcome {
    name: String,
    text: String,
    converted: bool,
    deleted: bool,
}

fn outcome(path: PathBuf) -> Outcome {
    let (mut text, mut converted, mut deleted) = (String::new(), false, false);
    let _ = read(std::fs::read(&path).unwrap(), &Limits::default(), &mut |record| match record {
        Record::Page(page) => {
            page.lines.iter().for_each(|line| text += &line.text);
            let cells = page.tables.iter().flat_map(|table| &table.cells).filter(|_| page.lines.is_empty());
            cells.filter(|cell| matches!(cell.value, CellValue::Text(_))).for_each(|cell| text += &cell.text);
        }
        Record::Remark(remark) => {
            converted |= remark.kind == RemarkKind::Converted;
            deleted |= remark.kind == RemarkKind::DeletedText;
        }
        _ => {}
    });
    Outcome { name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text, converted, deleted }
}

fn files_under(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files_under(&path, found);
        } else {
            found.push(path);
        }
    }
    found.sort();
}

/// Counts the pairs of adjacent letters, in lower case. Pairs are compared because a transcript and a reader may differ
/// in the order of lines and the placement of spaces; a wrong letter costs two pairs.
fn pairs(text: &str) -> HashMap<(char, char), usize> {
    let text = crate::text::nfc(text).to_lowercase();
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let mut pairs = HashMap::new();
    letters.windows(2).for_each(|pair| *pairs.entry((pair[0], pair[1])).or_default() += 1);
    pairs
}

/// The number of pairs of the transcript that were read, and its total number of pairs.
fn read_of(transcript: &str, text: &str) -> (usize, usize) {
    let (wanted, read) = (pairs(transcript), pairs(text));
    let found = wanted.iter().map(|(pair, count)| (*count).min(read.get(pair).copied().unwrap_or(0))).sum();
    (found, wanted.values().sum())
}

#[test]
fn accuracy_of_old_encodings() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("../shared/corpus/vn");
    if !corpus.is_dir() {
        eprintln!("skipped: no corpus at {}", corpus.display());
        return;
    }
    let mut files = Vec::new();
    for folder in ["doc", "docx", "pdf", "rtf", "xls", "xlsx"] {
        files_under(&corpus.join(folder), &mut files);
    }
    files_under(&root.join("fixtures/nop-2018"), &mut files);
    let (mut found, mut wanted, mut legacy, mut unicode) = (0, 0, 0, 0);
    for outcome in files.into_iter().map(outcome) {
        let Some((_, name)) = outcome.name.split_once("viparse-corpus__") else {
            assert!(!outcome.converted, "{}: Unicode was converted", outcome.name);
            unicode += 1;
            continue;
        };
        assert!(outcome.converted, "{name}: not recognised");
        legacy += 1;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let stem = stem.strip_prefix("tcvn3-").or_else(|| stem.strip_prefix("vni-")).unwrap_or(stem);
        let Ok(transcript) = std::fs::read_to_string(corpus.join("ground-truth").join(format!("{stem}.txt"))) else {
            continue;
        };
        let (one, all) = read_of(&transcript, &outcome.text);
        let share = one as f64 / all.max(1) as f64;
        eprintln!("{share:.4} {name}");
        // Transcripts contain text that tracked changes deleted and field codes, which the reader leaves out.
        if !outcome.deleted {
            assert!(share >= 0.98, "{name}: {share}");
            (found, wanted) = (found + one, wanted + all);
        }
    }
    let share = found as f64 / wanted.max(1) as f64;
    eprintln!(
        "{share:.4} of the letters of all transcripts; {legacy} legacy and {unicode} Unicode files were distinguished"
    );
    assert!(share >= 0.99, "{share}");
}
