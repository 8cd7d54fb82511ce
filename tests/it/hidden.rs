//! Entries that were found but not opened may be the missing evidence: unreadable is not missing.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;

use crate::intake::{check, put};

fn verdict(report: &serde_json::Value, submission: usize, criterion: usize) -> &str {
    report["submissions"][submission]["criteria"][criterion]["verdict"].as_str().unwrap()
}

fn named(report: &serde_json::Value, criterion: &str) -> String {
    let findings = report["findings"].as_array().unwrap();
    let texts = findings.iter().filter(|f| f["criterion"] == criterion && f["verdict"] == "unclear");
    texts.map(|f| f["text"].as_str().unwrap()).collect::<Vec<_>>().join("\n")
}

fn has(report: &serde_json::Value, code: &str) -> bool {
    report["findings"].as_array().unwrap().iter().any(|f| f["code"] == code)
}

#[test]
fn a_link_or_unreadable_entry_of_the_criterion_makes_what_is_missing_unclear() {
    let elsewhere = tempfile::tempdir().unwrap();
    put(elsewhere.path(), "a.pdf", "x");
    let folder = tempfile::tempdir().unwrap();
    for criterion in ["S1", "S2", "S4", "S5"] {
        put(folder.path(), &format!("{criterion}/ghi chu.txt"), criterion);
    }
    symlink(elsewhere.path().join("a.pdf"), folder.path().join("S1/3507.pdf")).unwrap();
    // Neither a file nor a folder: stands for whatever cannot be opened.
    let _socket = UnixListener::bind(folder.path().join("S5/sang-kien")).unwrap();
    // What an editor leaves behind hides nothing.
    symlink("x", folder.path().join("S4/.~lock.a.docx#")).unwrap();
    let report = check(folder.path(), &[]);
    assert_eq!((verdict(&report, 0, 0), verdict(&report, 0, 5)), ("unclear", "unclear"));
    assert!(named(&report, "S1").contains("S1/3507.pdf"), "{}", named(&report, "S1"));
    assert!(named(&report, "S5").contains("S5/sang-kien"), "{}", named(&report, "S5"));
    // They do not hide the evidence of other criteria.
    assert_eq!((verdict(&report, 0, 1), verdict(&report, 0, 4)), ("gap", "gap"));

    // Under no criterion it may be the evidence of any.
    symlink(elsewhere.path(), folder.path().join("tai-lieu")).unwrap();
    let report = check(folder.path(), &[]);
    assert_eq!((verdict(&report, 0, 1), verdict(&report, 0, 4)), ("unclear", "unclear"));
    assert!(named(&report, "S2").contains("tai-lieu"));
}

#[test]
fn a_submission_of_entries_that_were_not_opened_is_not_nothing() {
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "so-a/Thumbs.db", "x");
    symlink(elsewhere.path(), folder.path().join("so-a/tai-lieu")).unwrap();
    // The folder of a listed agency is itself a link.
    symlink(elsewhere.path(), folder.path().join("so-b")).unwrap();
    put(folder.path(), "agencies.csv", "folder\nso-a\nso-b\n");
    let report = check(folder.path(), &[]);
    assert!(!has(&report, "KC003"));
    assert_eq!(report["submissions"].as_array().unwrap().len(), 2);
    for submission in [0, 1] {
        assert_eq!(verdict(&report, submission, 0), "unclear");
    }
    assert!(named(&report, "S1").contains("tai-lieu") && named(&report, "S1").contains("so-b"));
}

#[test]
fn a_root_of_entries_that_were_not_opened_is_not_without_files() {
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    symlink(elsewhere.path(), folder.path().join("S1")).unwrap();
    assert_eq!(verdict(&check(folder.path(), &[]), 0, 0), "unclear");
}
