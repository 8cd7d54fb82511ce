//! Folders as people send them: links, odd names, manifests in old encodings, agencies that are not listed.

use std::path::{Path, PathBuf};

use crate::common::kiemchung;

pub(crate) fn check(folder: &Path, more: &[&str]) -> serde_json::Value {
    let out = tempfile::tempdir().unwrap();
    let done = kiemchung()
        .arg("check")
        .arg(folder)
        .args(["--rules", "dak-lak-2018", "--as-of", "2019-01-31", "--format", "json", "--out"])
        .arg(out.path())
        .args(more)
        .output()
        .unwrap();
    assert!(matches!(done.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&std::fs::read(out.path().join("report.json")).unwrap()).unwrap()
}

pub(crate) fn put(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    path
}

pub(crate) fn codes(report: &serde_json::Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|f| format!("{} {}", f["code"].as_str().unwrap(), f["path"].as_str().unwrap_or_default()))
        .collect()
}

pub(crate) fn documents(report: &serde_json::Value) -> Vec<String> {
    report["submissions"][0]["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| format!("{} [{}]", d["path"].as_str().unwrap(), d["criterion"].as_str().unwrap_or_default()))
        .collect()
}

#[test]
fn layouts_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "so-a/bao cao.txt", "a");
    put(folder.path(), "so-b/S1/bao cao.txt", "b");
    put(folder.path(), "le.txt", "c");
    let report = check(folder.path(), &[]);
    assert_eq!(report["run"]["layout"], "batch");
    let agencies: Vec<_> =
        report["submissions"].as_array().unwrap().iter().map(|s| s["agency"].as_str().unwrap()).collect();
    assert_eq!(agencies, ["so-a", "so-b", "."]);
    assert_eq!(check(folder.path(), &["--layout", "single"])["submissions"].as_array().unwrap().len(), 1);

    let single = tempfile::tempdir().unwrap();
    put(single.path(), "S1 - Kế hoạch/a.txt", "a");
    put(single.path(), "khac/b.txt", "b");
    assert_eq!(check(single.path(), &[])["run"]["layout"], "single");
}

#[test]
fn names_in_nfd_and_odd_names_are_shown_in_nfc_and_read() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "S1/Ke\u{302}\u{301} hoa\u{323}ch (1) [b\u{1ea3}n] & 'x'.txt", "Số: 1/KH-UBND");
    assert_eq!(documents(&check(folder.path(), &[])), ["S1/Kế hoạch (1) [bản] & 'x'.txt [S1]"]);
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_are_read_all_the_same() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let name = std::ffi::OsStr::from_bytes(b"S1 K\xea ho\x61ch.txt");
    std::fs::write(folder.path().join(name), "Số: 1/KH-UBND").unwrap();
    let report = check(folder.path(), &[]);
    let document = &report["submissions"][0]["documents"][0];
    assert_eq!((document["path"].as_str(), document["status"].as_str()), (Some("S1 K\u{fffd} hoach.txt"), Some("ok")));
}

#[cfg(unix)]
#[test]
fn links_are_named_and_never_followed() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    put(elsewhere.path(), "mat.txt", "bí mật");
    put(folder.path(), "S1/a.txt", "a");
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("S1/thu-muc")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("mat.txt"), folder.path().join("S1/tep.txt")).unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("S1/vong")).unwrap();
    let report = check(folder.path(), &[]);
    let links: Vec<_> = codes(&report).into_iter().filter(|c| c.starts_with("KC005")).collect();
    assert_eq!(links, ["KC005 S1/tep.txt", "KC005 S1/thu-muc", "KC005 S1/vong"]);
    assert_eq!(documents(&report), ["S1/a.txt [S1]"]);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "S1/a.txt", "a");
    put(folder.path(), "S2/kin/b.txt", "b");
    let closed = folder.path().join("S2/kin");
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    let as_root = std::fs::read_dir(&closed).is_ok();
    let report = check(folder.path(), &[]);
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o700)).unwrap();
    if as_root {
        eprintln!("skipped: the superuser can read everything");
        return;
    }
    assert!(codes(&report).contains(&"KC006 S2/kin".to_owned()), "{:?}", codes(&report));
}

#[test]
fn manifests_assign_and_their_wrong_rows_are_named() {
    let cp1258 = b"criterion;file;pages;note\r\nS1;k\xea.txt;1;\r\nS9;a.txt;;\r\nS2;thi\xeau.txt;;\r\nS3a;;;Ch\xfda c\xf3 k\xea\xec ho\x61\xf2ch\r\n";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(
            "criterion\tfile\tpages\tnote\nS1\tkê.txt\t1\t\nS9\ta.txt\t\t\nS2\tthiêu.txt\t\t\n"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        )
        .collect();
    for manifest in [cp1258.to_vec(), utf16] {
        let folder = tempfile::tempdir().unwrap();
        put(folder.path(), "kê.txt", "a");
        put(folder.path(), "a.txt", "b");
        put(folder.path(), "manifest.csv", manifest);
        let report = check(folder.path(), &[]);
        assert_eq!(documents(&report), ["a.txt []", "kê.txt [S1]", "manifest.csv []"]);
        let rows: Vec<_> = report["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "KC009").collect();
        assert_eq!(rows.len(), 2);
        assert!(
            rows[0]["text"].as_str().unwrap().contains("S9") && rows[1]["text"].as_str().unwrap().contains("thiêu.txt")
        );
    }
}

#[test]
fn agencies_owe_what_is_assigned_and_unlisted_folders_are_named() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "so-a/S1/a.txt", "a");
    put(folder.path(), "so-la/S1/a.txt", "a");
    put(
        folder.path(),
        "agencies.csv",
        "folder,name,level,items\nso-a,Sở A,sở,S2/dao-tao-boi-duong\nso-b,Sở B,sở,S1; S5\n",
    );
    let report = check(folder.path(), &[]);
    assert!(codes(&report).iter().any(|c| c.starts_with("KC004")));
    let verdicts = |index: usize| -> Vec<String> {
        let criteria = report["submissions"][index]["criteria"].as_array().unwrap();
        criteria.iter().map(|c| c["verdict"].as_str().unwrap().to_owned()).collect()
    };
    let none = "not_applicable";
    assert_eq!(verdicts(0), [none, "gap", none, none, none, none, none]);
    assert_eq!(verdicts(1), ["gap", none, none, none, none, "gap", none]);
    assert_eq!(verdicts(2), ["gap"; 7]);

    put(folder.path(), "agencies.csv", "folder,name,level,items\nso-a,Sở A,sở,S2/dao-tao\n");
    let done = kiemchung()
        .arg("check")
        .arg(folder.path())
        .args(["--rules", "dak-lak-2018", "--out"])
        .arg(folder.path().join("r"))
        .output()
        .unwrap();
    let error = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(error.contains("line 2") && error.contains("S2/dao-tao-boi-duong"), "{error}");
}

#[test]
fn facts_verify_and_correct_denominators() {
    let batch = crate::common::batch();
    let facts = batch.path().join("facts.csv");
    std::fs::write(&facts, "agency,name,value,source\nubnd-tinh,so-co-quan-don-vi,50,Danh sách đơn vị\n,so-nhiem-vu-giao,118,Hệ thống theo dõi\n").unwrap();
    let report = check(&batch.path().join("nop-2018"), &["--facts", facts.to_str().unwrap(), "--agency", "ubnd-tinh"]);
    let raised = |criterion: &str| -> Vec<String> {
        let findings = report["findings"].as_array().unwrap().iter().filter(|f| f["criterion"] == criterion);
        findings.map(|f| f["code"].as_str().unwrap().to_owned()).collect()
    };
    // 14 of 50 is 28 %, below 30: the assessor's figure decides.
    assert_eq!(raised("S3a"), ["KC402", "KC407"]);
    assert!(raised("S6").is_empty());
}

#[test]
fn a_fact_that_can_be_read_in_two_ways_is_a_usage_error_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "nop/S1/a.txt", "a");
    let facts = folder.path().join("facts.csv");
    std::fs::write(&facts, "name;value;source\nso-van-de;1.200;x\nso-nhiem-vu-giao;1.2;x\n").unwrap();
    let done = kiemchung()
        .arg("check")
        .arg(folder.path().join("nop"))
        .args(["--rules", "dak-lak-2018", "--out"])
        .arg(folder.path().join("r"))
        .arg("--facts")
        .arg(&facts)
        .output()
        .unwrap();
    let error = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(error.contains("line 3") && error.contains("\"1.2\""), "{error}");
}

#[test]
fn a_manifest_that_is_no_table_says_in_vietnamese_what_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "S1/a.txt", "a");
    put(folder.path(), "manifest.csv", "criterion,ghi chú\nS1,x\n");
    let report = check(folder.path(), &[]);
    let finding = report["findings"].as_array().unwrap().iter().find(|f| f["code"] == "KC009").unwrap();
    assert_eq!(finding["text"], "manifest.csv thiếu cột “file”.");
}

/// One agency's table of a million rows must not cost the others their report.
#[test]
fn a_manifest_beyond_the_limits_is_named_and_costs_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "so-a/S1/a.txt", "a");
    put(folder.path(), "so-a/manifest.csv", format!("criterion,file\n{}", "S1,a.txt\n".repeat(1_050_000)));
    put(folder.path(), "so-b/S1/b.txt", "b");
    let report = check(folder.path(), &[]);
    assert_eq!(report["submissions"].as_array().unwrap().len(), 2);
    let named: Vec<_> = report["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "KC009").collect();
    assert_eq!(named.len(), 1);
    assert_eq!(named[0]["text"], "manifest.csv quá lớn: nhiều hơn 4.194.304 byte; không dòng nào được dùng.");
}

#[test]
fn a_row_of_a_manifest_may_name_several_criteria() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.txt", "a");
    put(folder.path(), "manifest.csv", "criterion,file,pages,note\n\"S2, S1, S9\",a.txt,,\n");
    let report = check(folder.path(), &[]);
    assert_eq!(documents(&report), ["a.txt [S1, S2]", "manifest.csv []"]);
    let rows: Vec<_> = report["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "KC009").collect();
    assert!(rows.len() == 1 && rows[0]["text"].as_str().unwrap().contains("S9"));
}

#[test]
fn a_zipped_document_without_its_end_is_damaged_and_not_unknown() {
    let folder = tempfile::tempdir().unwrap();
    for (name, size) in [("S1/dau.docx", 30), ("S1/nua.docx", 200)] {
        let mut start =
            b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\x40\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml".to_vec();
        start.resize(size, 7);
        put(folder.path(), name, start);
    }
    let report = check(folder.path(), &[]);
    let documents = report["submissions"][0]["documents"].as_array().unwrap();
    assert!(documents.iter().all(|d| d["status"] == "malformed"), "{documents:?}");
}

#[test]
fn files_in_the_root_of_a_batch_are_no_folder() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "so-a/S1/a.txt", "a");
    put(folder.path(), "lac.txt", "b");
    put(folder.path(), "agencies.csv", "folder,name\nso-a,Sở A\n");
    let report = check(folder.path(), &[]);
    let said = report["findings"].as_array().unwrap().iter().find(|f| f["code"] == "KC004").unwrap();
    assert!(said["text"].as_str().unwrap().starts_with("Tệp nằm ngay trong thư mục gốc"), "{said}");
    let names = ["Tệp ngoài thư mục cơ quan", "Files outside agency folders"];
    let name = |lang: &str| check(folder.path(), &["--lang", lang])["submissions"][1]["name"].clone();
    assert_eq!([name("vi"), name("en")], names);
    // A stored report is told again, also one of an older version, without the message; a name of its own stays.
    let mut older = report.clone();
    older["submissions"][1].as_object_mut().unwrap().remove("name_message").unwrap();
    let mut named = older.clone();
    named["submissions"][1]["name"] = "Chung".into();
    assert_eq!(
        [&report, &older, &named].map(|stored| told_again(stored, "en")["submissions"][1]["name"].clone()),
        [names[1], names[1], "Chung"]
    );
    let mut account = kiemchung();
    account.arg("check").arg(folder.path()).args(["--rules", "dak-lak-2018", "--why", "S1", "--exit-zero", "--out"]);
    let account = account.arg(tempfile::tempdir().unwrap().path()).output().unwrap();
    assert!(String::from_utf8_lossy(&account.stdout).contains(&format!("\n{}\n", names[0])), "{account:?}");
    // What agencies.csv calls it is its name; a row without one gives none.
    for (row, expected) in [(".,Chung", "Chung"), (".,", names[0])] {
        put(folder.path(), "agencies.csv", format!("folder,name\n{row}\nso-a,Sở A\n"));
        assert_eq!(check(folder.path(), &[])["submissions"][0]["name"], expected);
    }
}

/// A stored report in another language.
fn told_again(report: &serde_json::Value, lang: &str) -> serde_json::Value {
    let folder = tempfile::tempdir().unwrap();
    let stored = put(folder.path(), "stored/report.json", report.to_string());
    let out = folder.path().join("out");
    let done =
        kiemchung().arg("report").arg(stored).args(["--lang", lang, "--format", "json", "--out"]).arg(&out).output();
    assert_eq!(done.unwrap().status.code(), Some(0));
    serde_json::from_slice(&std::fs::read(out.join("report.json")).unwrap()).unwrap()
}
