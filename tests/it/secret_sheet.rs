//! A stamp of secrecy in a workbook: the status is secret, nothing of its text is kept.

use std::path::Path;

use rust_xlsxwriter::Workbook;

use crate::common::kiemchung;
use crate::intake::check;

/// A workbook with a plain first sheet and a hidden second one that holds `rows` in its first column.
fn workbook(path: &Path, rows: &[&str]) {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "Nội dung riêng").unwrap();
    let hidden = workbook.add_worksheet().set_hidden(true);
    for (row, text) in rows.iter().enumerate() {
        hidden.write(row as u32, 0, *text).unwrap();
    }
    workbook.save(path).unwrap();
}

#[test]
fn a_stamped_workbook_is_secret_and_nothing_of_it_is_kept() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::create_dir(folder.path().join("S1")).unwrap();
    for (name, stamp) in [("mat.xlsx", "T Ố I  M Ậ T"), ("thuong.xlsx", "Mật độ dân số")] {
        workbook(&folder.path().join("S1").join(name), &["Phụ lục riêng", stamp, "Số liệu"]);
    }
    let report = check(folder.path(), &["--cache", cache.path().to_str().unwrap()]);
    let documents = report["submissions"][0]["documents"].as_array().unwrap();
    let statuses: Vec<_> = documents.iter().map(|d| d["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["secret", "ok"]);
    assert!(!report.to_string().contains("riêng") && !report.to_string().contains("T Ố I"));
    let of_secret = report["findings"].as_array().unwrap().iter().filter(|f| f["path"] == "S1/mat.xlsx");
    let raised: Vec<_> = of_secret.map(|f| f["code"].as_str().unwrap()).collect();
    assert_eq!(raised, ["KC008"]);
    // Its item is unclear, not missing.
    assert_eq!(report["submissions"][0]["criteria"][0]["verdict"], "unclear");

    let secret = folder.path().join("S1/mat.xlsx");
    for command in ["text", "form", "statements"] {
        let out = kiemchung().arg(command).arg(&secret).arg("--cache").arg(cache.path()).output().unwrap();
        let text = String::from_utf8(out.stdout).unwrap();
        assert!(text.contains("(secret)") && !text.contains("riêng"), "{text}");
    }
    let info = kiemchung().args(["cache", "info", "--cache"]).arg(cache.path()).output().unwrap();
    assert!(String::from_utf8(info.stdout).unwrap().contains("1 entries"), "one entry: the other workbook");
}
