//! Damaged copies of good documents: what was lost or changed is said, never passed over.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use kiemchung::document::{Document, RemarkKind, Status};
use kiemchung::limits::Limits;
use kiemchung::process::Pool;

use crate::common::{corpus, read, root};

/// Copies of each document with one bit changed, and cut copies; `make torture` makes all.
const BITS: (usize, usize) = (12, 200);
const CUTS: (usize, usize) = (5, 25);

/// One number after the other, the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }
}

fn count((few, all): (usize, usize)) -> usize {
    if std::env::var_os("KIEMCHUNG_ALL_MUTANTS").is_some() { all } else { few }
}

fn read_copies(copies: &[Vec<u8>]) -> Vec<Document> {
    let names: Vec<String> = (0..copies.len()).map(|n| n.to_string()).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(String::as_str).zip(copies.iter().map(Vec::as_slice)).collect();
    read(&files, Limits::default())
}

fn words(document: &Document) -> String {
    let lines = document.pages.iter().flat_map(|page| page.lines.iter().map(|line| line.text.as_str()));
    let cells = document.pages.iter().flat_map(|page| &page.tables).flat_map(|table| &table.cells);
    lines.chain(cells.map(|cell| cell.text.as_str())).collect::<Vec<_>>().join("\n")
}

/// True if a document counts as read whole, and nothing is said of damage.
fn is_trusted(document: &Document) -> bool {
    document.status == Status::Ok && !document.remarks.iter().any(|r| r.kind == RemarkKind::Checksum)
}

/// Where packed data lies in a file: the parts of a package, the deflated streams of a PDF.
fn packed(data: &[u8]) -> Vec<std::ops::Range<usize>> {
    if data.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(Cursor::new(data)).unwrap();
        let count = archive.len();
        let part = |index| {
            let part = archive.by_index_raw(index).unwrap();
            let start = part.data_start().unwrap() as usize;
            start..start + part.compressed_size() as usize
        };
        return (0..count).map(part).filter(|range| !range.is_empty()).collect();
    }
    let find = |from: usize, what: &[u8]| Some(from + data[from..].windows(what.len()).position(|w| w == what)?);
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = find(at, b"stream\n").map(|s| s + 7).or_else(|| find(at, b"stream\r\n").map(|s| s + 8)) {
        let Some(end) = find(start, b"endstream") else { break };
        let head = &data[start.saturating_sub(200)..start];
        let head = &head[head.windows(4).rposition(|w| w == b" obj").unwrap_or_default()..];
        let has = |what: &[u8]| head.windows(what.len()).any(|w| w == what);
        if has(b"FlateDecode") && !has(b"/Image") && end > start + 8 {
            found.push(start..end - 2);
        }
        at = end + 9;
    }
    found
}

fn fixtures(names: &[&str]) -> Vec<(String, Vec<u8>)> {
    let root = root().join("fixtures/nop-2018");
    names.iter().map(|name| ((*name).to_owned(), std::fs::read(root.join(name)).unwrap())).collect()
}

#[test]
fn one_changed_bit_of_packed_data_is_never_passed_over() {
    let files = fixtures(&[
        "so-noi-vu/S1/512-BC-SNV nam 2018.pdf",
        "ubnd-tinh/S1 - Kế hoạch CCHC/3507-QD-UBND.pdf",
        "ubnd-tinh/S2/331-BC-UBND nam 2018.pdf",
    ]);
    let packages = walk("docx").into_iter().take(3).chain(walk("xlsx").into_iter().take(3));
    let files: Vec<(String, Vec<u8>)> = files.into_iter().chain(packages).collect();
    let mut numbers = Numbers(15);
    for (name, data) in files {
        let places = packed(&data);
        assert!(!places.is_empty(), "{name} has no packed data");
        let mut copies = vec![data.clone()];
        for _ in 0..count(BITS) {
            let place = &places[numbers.below(places.len())];
            let mut copy = data.clone();
            copy[place.start + numbers.below(place.len())] ^= 1 << numbers.below(8);
            copies.push(copy);
        }
        let documents = read_copies(&copies);
        let whole = words(&documents[0]);
        for (n, document) in documents.iter().enumerate().skip(1) {
            let is_same = words(document) == whole;
            assert!(is_same || !is_trusted(document), "{name}, copy {n}: other words, and nothing is said");
        }
    }
}

#[test]
fn a_file_that_was_cut_is_never_whole_empty_or_of_an_unknown_format() {
    let mut files = Vec::new();
    for kind in ["pdf", "docx", "xlsx", "doc", "xls"] {
        files.extend(walk(kind).into_iter().take(3));
    }
    let rtf = format!("{{\\rtf1\\ansi {}}}", "{\\par Sở đã hoàn thành 45/45 nhiệm vụ.}".repeat(60));
    files.push(("made.rtf".to_owned(), rtf.into_bytes()));
    for folder in ["doc", "rtf", "xls"] {
        let Some(folder) = corpus(&format!("vn/{folder}")) else { break };
        let entries = std::fs::read_dir(folder).unwrap();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        files.extend(paths.iter().take(4).map(|p| (p.display().to_string(), std::fs::read(p).unwrap())));
    }
    let mut numbers = Numbers(15);
    for (name, data) in files {
        let mut copies = vec![data.clone()];
        // Behind the end of its words a file may lack what does not matter.
        let (least, most) = (600.min(data.len() / 2), data.len() * 9 / 10);
        copies.extend((0..count(CUTS)).map(|_| data[..least + numbers.below(most - least)].to_vec()));
        let documents = read_copies(&copies);
        if !matches!(documents[0].status, Status::Ok | Status::Partial) {
            continue;
        }
        let whole = words(&documents[0]);
        for (copy, document) in copies.iter().zip(&documents).skip(1) {
            let is_silent = matches!(document.status, Status::Empty | Status::Unsupported)
                || is_trusted(document) && words(document) != whole;
            assert!(!is_silent, "{name}, {} of {} bytes: {:?}", copy.len(), data.len(), document.status);
        }
    }
}

/// The fixtures of a format, without the lock files of office programs.
fn walk(kind: &str) -> Vec<(String, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(root().join("fixtures/nop-2018")).sort_by_file_name().into_iter();
    let files = entries.map(|entry| entry.unwrap().into_path()).filter(|path| !path.ends_with("~$bao-cao.docx"));
    let of_kind = files.filter(|path| path.extension().is_some_and(|e| e == kind));
    of_kind.map(|path| (path.display().to_string(), std::fs::read(&path).unwrap())).collect()
}

/// Each of the damaged and hostile files ends with a status that its table allows.
#[test]
fn hostile_files_end_as_their_table_says() {
    let Some(folder) = corpus("hostile") else { return };
    let table = std::fs::read_to_string(folder.join("EXPECTED.tsv")).unwrap();
    let mut expected: Vec<(PathBuf, String)> = Vec::new();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let file = folder.join(cells[0]);
        match cells[0].strip_suffix("/*") {
            Some(inner) => {
                let entries = std::fs::read_dir(folder.join(inner)).unwrap();
                expected.extend(entries.map(|entry| (entry.unwrap().path(), cells[2].to_owned())));
            }
            // Folders are about the order of reading.
            None if file.is_file() => expected.push((file, cells[2].to_owned())),
            None => {}
        }
    }
    expected.sort();
    let pool = Pool::new(2, Path::new(env!("CARGO_BIN_EXE_kiemchung")), Limits::default()).unwrap();
    let paths: Vec<PathBuf> = expected.iter().map(|(path, _)| path.clone()).collect();
    let statuses = pool.read_all(&paths, &|document| document.status);
    for ((path, allowed), status) in expected.iter().zip(statuses) {
        assert!(allowed.split_whitespace().any(|a| a == status.name()), "{}: {}", path.display(), status.name());
    }
}
