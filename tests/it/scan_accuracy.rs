//! How well scans are read, measured on scans made from the printed documents of the fixture batch: `make accuracy`. Slow,
//! so it is no part of `make test`.

use serde_json::Value;

use crate::common::{kiemchung, root};
use crate::scan_maker::{Scanner, scan};

const DOCUMENTS: [&str; 3] = [
    "fixtures/nop-2018/ubnd-tinh/S1 - Kế hoạch CCHC/3507-QD-UBND.pdf",
    "fixtures/nop-2018/ubnd-tinh/S2/331-BC-UBND nam 2018.pdf",
    "fixtures/nop-2018/ubnd-tinh/S3/1240-KH-UBND kiem tra CCHC.pdf",
];

const CLEAN: Scanner =
    Scanner { name: "300 clean", dpi: 300.0, skew: 0.0, noise: 0, bilevel: false, stamp: false, quality: 90 };

const SCANNERS: [Scanner; 7] = [
    CLEAN,
    Scanner { name: "300 colour, 1.2°, noise, stamp", skew: 1.2, noise: 25, stamp: true, quality: 40, ..CLEAN },
    Scanner {
        name: "200 colour, 1°, noise, stamp",
        dpi: 200.0,
        skew: 1.0,
        noise: 25,
        stamp: true,
        quality: 40,
        ..CLEAN
    },
    Scanner { name: "150 colour, -2.5°", dpi: 150.0, skew: -2.5, noise: 10, quality: 40, ..CLEAN },
    Scanner { name: "300 bilevel", bilevel: true, noise: 20, ..CLEAN },
    Scanner { name: "200 bilevel", dpi: 200.0, bilevel: true, noise: 20, ..CLEAN },
    Scanner { name: "200 colour, 3°, noise", dpi: 200.0, skew: 3.0, noise: 30, quality: 40, ..CLEAN },
];

/// Most characters in a hundred that may be wrong, over all conditions.
const MOST_WRONG: f64 = 0.8;

fn lines(file: &std::path::Path, ocr: &str) -> Vec<String> {
    let out = kiemchung().args(["text", "--format", "json", "--no-cache", "--ocr", ocr]).arg(file).output().unwrap();
    let read: Value = serde_json::from_slice(&out.stdout).unwrap();
    let pages = read[0]["pages"].as_array().unwrap();
    let lines = pages.iter().flat_map(|p| p["lines"].as_array().unwrap());
    lines.map(|l| same_signs(l["text"].as_str().unwrap())).collect()
}

/// Number, date and signer of a file, each where it is stated.
fn stated(file: &std::path::Path) -> [Option<String>; 3] {
    let out = kiemchung()
        .args(["form", "--format", "json", "--no-cache", "--no-file-name", "--ocr", "always"])
        .arg(file)
        .output()
        .unwrap();
    let read: Value = serde_json::from_slice(&out.stdout).unwrap();
    ["number", "issued", "signer"].map(|field| {
        let field = &read[0][field];
        (field["state"] == "read").then(|| field["value"].as_str().unwrap().to_owned())
    })
}

/// Signs that the model does not have are not counted as errors of reading.
fn same_signs(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '–' | '—' => '-',
            '“' | '”' => '"',
            '’' | '‘' => '\'',
            c => c,
        })
        .collect()
}

/// Fewest changes that make `wanted` a part of `text`: what stands around it costs nothing.
fn distance(wanted: &[char], text: &[char]) -> usize {
    let mut above: Vec<usize> = vec![0; text.len() + 1];
    for (row, letter) in wanted.iter().enumerate() {
        let mut here = vec![row + 1];
        for (column, other) in text.iter().enumerate() {
            let changed = above[column] + usize::from(letter != other);
            here.push(changed.min(above[column + 1] + 1).min(here[column] + 1));
        }
        above = here;
    }
    above.into_iter().min().unwrap_or_default()
}

#[test]
#[ignore = "slow: make accuracy"]
fn scans_are_read_with_few_wrong_characters() {
    let folder = tempfile::tempdir().unwrap();
    let mut total = (0, 0);
    let mut signers = (0, 0);
    for scanner in SCANNERS {
        let (mut wrong, mut all) = (0, 0);
        for document in DOCUMENTS {
            let pdf = root().join(document);
            let truth = lines(&pdf, "never");
            let pages = scan(&pdf, scanner, &mut |_, _| {});
            let file = folder.path().join("scan.pdf");
            std::fs::write(&file, crate::scan_maker::pdf_of(&pages, scanner.dpi)).unwrap();
            let (printed, scanned) = (stated(&pdf), stated(&file));
            assert_eq!(printed[..2], scanned[..2], "number and date of {document}, {}", scanner.name);
            // A name is read under the stamp, or asked.
            if let (Some(signer), false) = (&printed[2], !scanner.stamp) {
                let is_right = scanned[2].as_ref().map(|read| read == signer);
                assert_ne!(is_right, Some(false), "signer of {document}, {}", scanner.name);
                signers = (signers.0 + usize::from(is_right.is_some()), signers.1 + 1);
            }
            let read: Vec<char> = lines(&file, "always").join(" ").chars().collect();
            for line in truth.iter().filter(|l| l.chars().any(char::is_alphanumeric)) {
                let wanted: Vec<char> = line.chars().collect();
                wrong += distance(&wanted, &read);
                all += wanted.len();
            }
        }
        eprintln!("{:32} {all} characters, {:.2} % wrong", scanner.name, 100.0 * wrong as f64 / all as f64);
        total = (total.0 + wrong, total.1 + all);
    }
    let share = 100.0 * total.0 as f64 / total.1 as f64;
    eprintln!("{:32} {} characters, {share:.2} % wrong", "all", total.1);
    eprintln!("signers under a stamp {} of {}", signers.0, signers.1);
    assert!(signers.0 * 5 >= signers.1 * 4, "{signers:?}");
    assert!(share <= MOST_WRONG, "{share:.2} % of the characters are wrong");
}
