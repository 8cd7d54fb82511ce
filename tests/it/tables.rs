//! agencies.csv and --facts: what leads nowhere or says a thing twice is an error that names the line.

use crate::common::kiemchung;
use crate::intake::put;

/// Runs `check` over a batch of two agencies; gives the exit code and the error stream.
fn refused(table: &str, rows: &str) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    for agency in ["so-a", "so-b"] {
        put(folder.path(), &format!("nop/{agency}/a.txt"), agency);
    }
    put(folder.path(), "nop/agencies.csv", "folder,name\nso-a,Sở A\nso-b,Sở B\n");
    put(folder.path(), "bang.csv", rows);
    let done = kiemchung()
        .current_dir(folder.path())
        .args(["check", "nop", "--rules", "dak-lak-2018", "--as-of", "2019-01-31", "--format", "json", "--no-cache"])
        .args([table, "bang.csv"])
        .output()
        .unwrap();
    (done.status.code().unwrap(), String::from_utf8(done.stderr).unwrap())
}

#[test]
fn an_agency_twice_is_refused() {
    for (rows, words) in [
        ("folder,name\nso-a,Sở A\nso-b,Sở B\nso-a,Sở A\n", ["line 4", "line 2", "\"so-a\""]),
        ("folder,name\nso-a,Sở A\n\r\n\nSO-A/,Sở A\n", ["line 5", "line 2", "\"SO-A\""]),
        ("folder\nsở\nso\u{31b}\u{309}\n", ["line 3", "line 2", "\"sở\""]),
        ("folder,name\nso-a,Sở A\n,Sở B\n", ["line 3", "folder", "bang.csv"]),
    ] {
        let (code, error) = refused("--agencies", rows);
        assert_eq!(code, 2, "{rows}: {error}");
        assert!(words.iter().all(|w| error.contains(w)), "{rows}: {error}");
    }
}

#[test]
fn a_fact_that_nothing_uses_is_refused() {
    let head = "agency,name,value,source\n";
    for (rows, words) in [
        (",so-nhiem-vu-gia,9,x\n", ["line 2", "\"so-nhiem-vu-gia\"", "so-nhiem-vu-giao"]),
        (",so-nhiem-vu-giao,9,x\nso-aa,so-nhiem-vu-giao,9,x\n", ["line 3", "\"so-aa\"", "so-a"]),
        ("Sở Á,so-nhiem-vu-giao,9,x\n", ["bang.csv", "\"Sở Á\"", "Sở A"]),
        ("so-a,so-nhiem-vu-giao,9,x\nSỞ A,so-nhiem-vu-giao,8,y\n", ["line 3", "line 2", "so-nhiem-vu-giao"]),
    ] {
        let (code, error) = refused("--facts", &format!("{head}{rows}"));
        assert_eq!(code, 2, "{rows}: {error}");
        assert!(words.iter().all(|w| error.contains(w)), "{rows}: {error}");
    }
    for agency in ["so-a", "SO-B", "Sở A", "so\u{31b}\u{309} a", ""] {
        let (code, error) = refused("--facts", &format!("{head}{agency},so-nhiem-vu-giao,9,x\n"));
        assert_eq!(code, 1, "{agency}: {error}");
    }
}

#[test]
fn a_fact_under_the_name_for_people_is_used() {
    let batch = crate::common::batch();
    let facts = batch.path().join("facts.csv");
    std::fs::write(&facts, "agency,name,value,source\nubnd TỈNH Đắk Lắk,so-co-quan-don-vi,50,Danh sách\n").unwrap();
    let nop = batch.path().join("nop-2018");
    let report = crate::intake::check(&nop, &["--facts", facts.to_str().unwrap(), "--agency", "ubnd-tinh"]);
    let raised = report["findings"].as_array().unwrap().iter().any(|f| f["code"] == "KC407" && f["criterion"] == "S3a");
    assert!(raised);
}

#[test]
fn each_agency_that_is_asked_for_must_be_there() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "nop/so-a/a.txt", "a");
    put(folder.path(), "nop/so-b/a.txt", "b");
    let run = |agencies: &[&str]| {
        let mut command = kiemchung();
        command.current_dir(folder.path()).args(["check", "nop", "--rules", "dak-lak-2018", "--no-cache"]);
        for agency in agencies {
            command.args(["--agency", agency]);
        }
        let done = command.output().unwrap();
        (done.status.code().unwrap(), String::from_utf8(done.stderr).unwrap())
    };
    let (code, error) = run(&["so-a", "so-c"]);
    assert!(code == 2 && error.contains("--agency so-c") && error.contains("there is so-a, so-b"), "{code} {error}");
    assert_eq!(run(&["SO-A", "so-b"]).0, 1);
}
