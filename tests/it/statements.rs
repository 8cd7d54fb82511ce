//! `kiemchung statements`: what a document states, and what each word was taken for.

use std::path::Path;

use rust_xlsxwriter::Workbook;
use serde_json::Value;

use crate::common::{kiemchung, root};
use crate::intake::put;

const REPORT: &str = "UBND TỈNH AN LẠC\nSỞ NỘI VỤ\nSố: 30/BC-SNV\n\nBÁO CÁO\nKết quả cải cách hành chính năm 2018\n\n\
    I. KẾT QUẢ\nNăm 2018, Sở đã rộn ràng hoàn thành 45/45 nhiệm vụ. Giải ngân 12.500.000 đồng.\n\
    II. PHƯƠNG HƯỚNG NĂM 2019\nPhấn đấu hoàn thành 100% nhiệm vụ.\n";

/// What the command prints about files of a folder.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let command = ["statements", "--no-cache", "--ocr", "never"];
    let done = kiemchung().current_dir(folder).args(command).args(arguments).output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&printed(folder, &[arguments, &["--format", "json"]].concat())).unwrap()
}

fn workbook(path: &Path) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Tiến độ").unwrap();
    for (col, head) in ["Nội dung", "Kế hoạch năm 2018", "Đã thực hiện"].into_iter().enumerate() {
        sheet.write(0, col as u16, head).unwrap();
    }
    for (row, (label, planned, done)) in
        [("Thể chế", 12.0, 12.0), ("Rộn ràng", 8.0, 7.0), ("Tổng cộng", 20.0, 19.0)].into_iter().enumerate()
    {
        sheet.write(row as u32 + 1, 0, label).unwrap();
        sheet.write(row as u32 + 1, 1, planned).unwrap();
        sheet.write(row as u32 + 1, 2, done).unwrap();
    }
    workbook.save(path).unwrap();
}

#[test]
fn sentences_are_shown_with_their_words() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "bc.txt", REPORT);
    let text = printed(folder.path(), &["bc.txt"]);
    for words in [
        "=== bc.txt (ok)\nNăm đối chiếu: 2018\n",
        "“Năm 2018, Sở đã rộn ràng hoàn thành 45/45 nhiệm vụ.”\n  Đề mục: i. kết quả\n",
        "· đã:done-mark|tense · [?rộn ràng] · hoàn thành:deed.hoàn thành|done · 45 / 45:amount · nhiệm vụ:noun.nhiệm vụ",
        "→ 45/45: kết quả được nêu; trong năm\n",
        "từ chưa hiểu: [?rộn ràng]\n",
        "→ 12.500.000 đồng: kết quả được nêu; không nêu thời gian\n",
        "Nằm trong phần mục tiêu, phương hướng\n",
        "→ 100 %: mục tiêu, kế hoạch (“phấn đấu”); ",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let text = printed(folder.path(), &["bc.txt", "--lang", "en", "--year", "2017"]);
    for words in [
        "Year held against: 2017\n",
        "→ 45/45: told as a result; another time\n",
        "words not understood: [?rộn ràng]\n",
        "→ 12,500,000 đồng: told as a result; ",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn tables_are_shown_with_heads_labels_and_total() {
    let folder = tempfile::tempdir().unwrap();
    workbook(&folder.path().join("tien-do.xlsx"));
    let text = printed(folder.path(), &["tien-do.xlsx"]);
    for words in [
        "[Bảng] trang tính “Tiến độ”, ô A2: “tiến độ”\n",
        "  cột: đã:done-mark|tense · thực hiện:",
        "→ dòng: [?rộn ràng] | kế hoạch năm 2018 = 8 | đã thực hiện = 7\n",
        "→ dòng tổng: tổng cộng:total|sum | kế hoạch năm 2018 = 20 | đã thực hiện = 19\n",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn json_has_one_shape() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "bc.txt", REPORT);
    workbook(&folder.path().join("tien-do.xlsx"));
    put(folder.path(), "hong.pdf", "%PDF-1.4 hỏng");
    let files = json(folder.path(), &["bc.txt", "hong.pdf", "tien-do.xlsx"]);
    let schema = std::fs::read_to_string(root().join("schemas/statements.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let errors: Vec<String> = validator.iter_errors(&files).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");

    let document = &files[0]["documents"][0];
    assert_eq!((&document["name"], &document["year"]), (&"bc.txt".into(), &2018.into()));
    let sentence = &document["sentences"][0];
    assert!(sentence["words"].as_array().unwrap().contains(&serde_json::json!({
        "text": "hoàn thành", "kind": "word", "names": ["deed.hoàn thành"], "classes": ["done"]
    })));
    let statement = &sentence["statements"][0];
    assert_eq!(statement["figure"], serde_json::json!({"kind": "fraction", "part": 45.0, "whole": 45.0}));
    let rest = (&statement["modality"], &statement["span"], &statement["unknown"][0]);
    assert_eq!(rest, (&"told".into(), &"year".into(), &"rộn ràng".into()));

    // A file that cannot be read is named with its status, between the others.
    assert_eq!((&files[1]["status"], &files[1]["documents"]), (&"malformed".into(), &serde_json::json!([])));

    let rows = files[2]["documents"][0]["tables"][0]["rows"].as_array().unwrap();
    let totals: Vec<bool> = rows.iter().map(|row| row["is_total"].as_bool().unwrap()).collect();
    assert_eq!(totals, [false, false, true]);
    assert_eq!(rows[2]["place"]["cell"], "A4");
    assert_eq!(rows[2]["cells"][1]["figure"], serde_json::json!({"kind": "number", "value": 19.0}));
}

#[test]
fn generated_schema_of_statements_is_the_one_of_the_types() {
    let path = root().join("schemas/statements.schema.json");
    let made = kiemchung::statement::schema();
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), made, "run make docs");
}
