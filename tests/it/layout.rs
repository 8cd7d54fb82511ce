//! How ROOT is read: what is an agency, what is only lying about, which table governs.

use crate::common::kiemchung;
use crate::intake::{check, codes, put};

/// Agencies with the verdicts that occur in them.
fn agencies(report: &serde_json::Value) -> Vec<String> {
    let submissions = report["submissions"].as_array().unwrap();
    let line = |s: &serde_json::Value| {
        let criteria = s["criteria"].as_array().unwrap();
        let mut verdicts: Vec<&str> = criteria.iter().map(|c| c["verdict"].as_str().unwrap()).collect();
        verdicts.sort_unstable();
        verdicts.dedup();
        format!("{}: {}", s["agency"].as_str().unwrap(), verdicts.join(" "))
    };
    submissions.iter().map(line).collect()
}

#[test]
fn leftovers_in_the_root_of_a_batch_are_listed_and_nothing_is_judged_for_them() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "so-a/ke hoach.txt", "a");
    put(folder.path(), "agencies.csv", "folder\nso-a\n");
    for leftover in ["Thumbs.db", ".DS_Store", "~$S1 ke hoach.docx", "__MACOSX/so-a/._ke hoach.txt"] {
        put(folder.path(), leftover, "x");
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path(), folder.path().join("lien-ket")).unwrap();
    let report = check(folder.path(), &[]);
    assert_eq!(report["run"]["layout"], "batch");
    assert_eq!(agencies(&report), ["so-a: gap", ".: not_applicable"]);
    let rest = &report["submissions"][1]["documents"];
    let listed: Vec<_> = rest.as_array().unwrap().iter().map(|d| d["path"].as_str().unwrap()).collect();
    assert_eq!(listed, [".DS_Store", "Thumbs.db", "__MACOSX/so-a/._ke hoach.txt", "~$S1 ke hoach.docx"]);
    assert!(rest.as_array().unwrap().iter().all(|d| d["status"] == "skipped"));
    let of_rest = report["findings"].as_array().unwrap().iter().filter(|f| f["agency"] == ".");
    let raised: Vec<_> = of_rest.map(|f| f["code"].as_str().unwrap()).collect();
    assert_eq!(raised, if cfg!(unix) { vec!["KC005"] } else { vec![] });

    // A real file there is a submission to judge.
    #[cfg(unix)]
    std::fs::remove_file(folder.path().join("lien-ket")).unwrap();
    put(folder.path(), "le.txt", "c");
    assert_eq!(agencies(&check(folder.path(), &[])), ["so-a: gap", ".: gap"]);
}

#[test]
fn tables_of_the_command_line_are_no_files_of_a_submission() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "so-a/ke hoach.txt", "a");
    put(folder.path(), "ds co quan.csv", "folder\nso-a\n");
    put(folder.path(), "so lieu.csv", "agency,name,value,source\nso-a,so-nhiem-vu-giao,9,x\n");
    let at = |name: &str| folder.path().join(name).display().to_string();
    let report = check(folder.path(), &["--agencies", &at("ds co quan.csv"), "--facts", &at("so lieu.csv")]);
    assert_eq!(agencies(&report), ["so-a: gap"]);
}

#[test]
fn codes_decide_before_a_table_of_agencies_which_is_then_named() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "S1 - Kế hoạch/a.txt", "a");
    put(folder.path(), "S2/b.txt", "b");
    put(folder.path(), "agencies.csv", "folder\nso-a\n");
    let report = check(folder.path(), &[]);
    assert_eq!(report["run"]["layout"], "single");
    assert_eq!(report["submissions"].as_array().unwrap().len(), 1);
    let named: Vec<_> = codes(&report).into_iter().filter(|c| c.ends_with("agencies.csv")).collect();
    assert_eq!(named, ["KC011 agencies.csv"]);

    // Told so, the folder is a batch.
    let report = check(folder.path(), &["--layout", "batch"]);
    assert_eq!(agencies(&report), ["so-a: gap", "S1 - Kế hoạch: gap", "S2: gap"]);
    let table = folder.path().join("agencies.csv").display().to_string();
    assert_eq!(check(folder.path(), &["--agencies", &table])["run"]["layout"], "batch");
}

/// "S6-phong-a" may be an agency or a criterion: read as one submission, the batch would be one agency that has everything.
#[test]
fn agencies_with_names_like_codes_are_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "S6-phong-a/S1/a.txt", "a");
    put(folder.path(), "S6-phong-b/S1/b.txt", "b");
    put(folder.path(), "agencies.csv", "folder\nS6-phong-a\nS6-phong-b\n");
    let out = folder.path().join("out").display().to_string();
    let root = folder.path().display().to_string();
    let done = kiemchung().args(["check", &root, "--rules", "dak-lak-2018", "--out", &out]).output().unwrap();
    let error = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(2), "{error}");
    assert!(
        ["agencies.csv", "S6-phong-a", "--layout batch", "--layout single"].iter().all(|w| error.contains(w)),
        "{error}"
    );
    let layout = |choice: &str| check(folder.path(), &["--layout", choice])["run"]["layout"].clone();
    assert_eq!((layout("batch"), layout("single")), ("batch".into(), "single".into()));
}

#[test]
fn a_manifest_alone_is_a_submission_with_its_explanations() {
    let folder = tempfile::tempdir().unwrap();
    let note = "Do chưa có kinh phí theo Công văn số 45/STC-HCSN ngày 12/3/2018";
    put(folder.path(), "so-a/manifest.csv", format!("criterion,file,pages,note\nS5,,,{note}\n"));
    put(folder.path(), "so-b/manifest.csv", "criterion,file,pages,note\n");
    let report = check(folder.path(), &[]);
    let raised = |agency: &str, code: &str| {
        let findings = report["findings"].as_array().unwrap();
        findings.iter().filter(|f| f["agency"] == agency && f["code"] == code).count()
    };
    assert_eq!((raised("so-a", "KC003"), raised("so-a", "KC602")), (0, 1));
    assert_eq!(report["submissions"][0]["criteria"][5]["verdict"], "unclear");
    assert_eq!(report["submissions"][0]["criteria"][0]["verdict"], "gap");
    assert_eq!((raised("so-b", "KC003"), raised("so-b", "KC302")), (1, 0));
}

#[cfg(unix)] // elsewhere two names that differ only in case are one file
#[test]
fn tables_are_found_in_any_case_and_the_second_of_two_is_named() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "so-a/tai lieu/a.txt", "a");
    put(folder.path(), "so-a/Manifest.CSV", "criterion,file,pages,note\nS1,a.txt,,\n");
    put(folder.path(), "AGENCIES.csv", "folder,name\nso-a,Sở A\n");
    let report = check(folder.path(), &[]);
    assert_eq!(report["submissions"].as_array().unwrap().len(), 1);
    assert_eq!(report["submissions"][0]["name"], "Sở A");
    let documents = report["submissions"][0]["documents"].as_array().unwrap();
    let of = |path: &str| documents.iter().find(|d| d["path"] == path).unwrap();
    assert_eq!(of("Manifest.CSV")["status"], "skipped");
    assert_eq!(of("tai lieu/a.txt")["criterion"], "S1");

    put(folder.path(), "so-a/manifest.csv", "criterion,file,pages,note\nS2,a.txt,,\n");
    put(folder.path(), "agencies.csv", "folder,name\nso-a,Sở B\n");
    let report = check(folder.path(), &[]);
    assert_eq!(report["submissions"][0]["name"], "Sở A");
    assert_eq!(report["submissions"][0]["documents"][2]["criterion"], "S1");
    let named: Vec<_> = codes(&report).into_iter().filter(|c| c.starts_with("KC011")).collect();
    assert_eq!(named, ["KC011 manifest.csv", "KC011 agencies.csv"]);
    assert_eq!(agencies(&report), ["so-a: gap", ".: not_applicable"]);

    // A manifest alone makes one submission, whatever its case.
    let single = tempfile::tempdir().unwrap();
    put(single.path(), "MANIFEST.csv", "criterion,file,pages,note\nS1,a.txt,,\n");
    put(single.path(), "tai lieu/a.txt", "a");
    assert_eq!(check(single.path(), &[])["run"]["layout"], "single");
}

#[cfg(unix)]
#[test]
fn a_manifest_that_is_a_link_is_not_read() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(elsewhere.path(), "kin.csv", "criterion,file,pages,note\nS9,,,bí mật\n");
    put(folder.path(), "S1/a.txt", "a");
    std::os::unix::fs::symlink(elsewhere.path().join("kin.csv"), folder.path().join("manifest.csv")).unwrap();
    let report = check(folder.path(), &[]);
    assert_eq!(codes(&report).iter().filter(|c| c.starts_with("KC009")).count(), 0);
    assert!(codes(&report).contains(&"KC005 manifest.csv".to_owned()));
}

#[cfg(unix)] // elsewhere such names are one folder
#[test]
fn a_row_finds_its_folder_in_another_case_and_no_folder_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "So-A/a.txt", "a");
    // Two folders whose names are the same once composed.
    put(folder.path(), "s\u{1edf}-b/b.txt", "b");
    put(folder.path(), "so\u{31b}\u{309}-b/c.txt", "c");
    put(folder.path(), "agencies.csv", "folder\nso-a\nsở-b\n");
    let report = check(folder.path(), &[]);
    let submissions = report["submissions"].as_array().unwrap();
    let files: Vec<_> = submissions.iter().map(|s| s["documents"][0]["path"].as_str().unwrap_or_default()).collect();
    assert_eq!(files.len(), 3, "{files:?}");
    assert!(files.contains(&"a.txt") && files.contains(&"b.txt") && files.contains(&"c.txt"), "{files:?}");
    assert!(!codes(&report).iter().any(|c| c.starts_with("KC003")));
}
