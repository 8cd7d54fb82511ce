//! The fixture batch gives exactly the expected verdicts, statuses and findings, and the same bytes twice.

use std::collections::BTreeSet;

use crate::common::{batch, expected, kiemchung, root};

struct Done {
    code: i32,
    report: serde_json::Value,
    json: String,
    html: String,
    text: String,
}

fn run(expected: &toml::Value) -> Done {
    let folder = batch();
    let out = folder.path().join("out");
    let command = kiemchung()
        .arg("check")
        .arg(folder.path().join("nop-2018"))
        .args([
            "--rules",
            expected["run"]["rules"].as_str().unwrap(),
            "--as-of",
            expected["run"]["as_of"].as_str().unwrap(),
        ])
        .args(["--ocr", "never", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    let json = std::fs::read_to_string(out.join("report.json")).unwrap();
    Done {
        code: command.status.code().unwrap(),
        report: serde_json::from_str(&json).unwrap(),
        html: std::fs::read_to_string(out.join("report.html")).unwrap(),
        text: String::from_utf8(command.stdout).unwrap(),
        json,
    }
}

/// Both sides as sorted lines, so that a difference shows what is missing and what is too much.
fn assert_same(what: &str, found: &BTreeSet<String>, wanted: &BTreeSet<String>) {
    let missing: Vec<_> = wanted.difference(found).collect();
    let extra: Vec<_> = found.difference(wanted).collect();
    assert!(missing.is_empty() && extra.is_empty(), "{what}\nmissing: {missing:#?}\nnot expected: {extra:#?}");
}

fn text_of(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn verdicts_statuses_and_findings_are_exactly_the_expected_ones() {
    let expected = expected();
    let done = run(&expected);
    assert_eq!(i64::from(done.code), expected["run"]["exit_code"].as_integer().unwrap());
    assert_eq!(text_of(&done.report["run"]["layout"]), expected["run"]["layout"].as_str().unwrap());

    let (mut found, mut wanted) = (BTreeSet::new(), BTreeSet::new());
    for submission in done.report["submissions"].as_array().unwrap() {
        let agency = text_of(&submission["agency"]);
        for criterion in submission["criteria"].as_array().unwrap() {
            let code = text_of(&criterion["code"]);
            found.insert(format!("{agency} {code} = {}", text_of(&criterion["verdict"])));
            for item in criterion["evidence"].as_array().unwrap() {
                found.insert(format!("{agency} {code}/{} = {}", text_of(&item["id"]), text_of(&item["verdict"])));
            }
        }
        for document in submission["documents"].as_array().unwrap() {
            found.insert(format!("{agency} {} : {}", text_of(&document["path"]), text_of(&document["status"])));
        }
    }
    for agency in expected["agency"].as_array().unwrap() {
        let folder = agency["folder"].as_str().unwrap();
        for part in ["criteria", "evidence"] {
            for (name, verdict) in agency[part].as_table().unwrap() {
                wanted.insert(format!("{folder} {name} = {}", verdict.as_str().unwrap()));
            }
        }
        for (path, status) in agency["documents"].as_table().unwrap() {
            wanted.insert(format!("{folder} {path} : {}", status.as_str().unwrap()));
        }
    }
    assert_same("verdicts and statuses", &found, &wanted);

    let line = |agency: &str, criterion: &str, evidence: &str, code: &str, path: &str| {
        format!("{agency} [{criterion}/{evidence}] {code} {path}")
    };
    let findings = done.report["findings"].as_array().unwrap();
    let found: BTreeSet<String> = findings
        .iter()
        .map(|f| {
            line(
                text_of(&f["agency"]),
                text_of(&f["criterion"]),
                text_of(&f["evidence"]),
                text_of(&f["code"]),
                text_of(&f["path"]),
            )
        })
        .collect();
    let wanted: BTreeSet<String> = expected["finding"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| {
            let part = |name: &str| f[name].as_str().unwrap();
            line(part("agency"), part("criterion"), part("evidence"), part("code"), part("path"))
        })
        .collect();
    assert_same("findings", &found, &wanted);

    for row in done.report["roll_up"].as_array().unwrap() {
        assert_eq!(text_of(&row["verdict"]), expected["roll_up"][text_of(&row["criterion"])].as_str().unwrap());
    }
}

#[test]
fn two_runs_give_the_same_bytes_and_name_no_machine() {
    let expected = expected();
    let (first, second) = (run(&expected), run(&expected));
    assert_eq!(first.json, second.json);
    assert_eq!(first.html, second.html);
    // The last line of the text names the report folder.
    let text = |done: &Done| done.text.lines().filter(|l| !l.contains("report.json")).collect::<Vec<_>>().join("\n");
    assert_eq!(text(&first), text(&second));
    let home = root().display().to_string();
    for output in [&first.json, &first.html] {
        assert!(!output.contains(&home) && !output.contains(std::env::temp_dir().to_str().unwrap()));
    }
}

#[test]
fn the_report_fits_its_schema() {
    let expected = expected();
    let schema =
        serde_json::from_str(&std::fs::read_to_string(root().join("schemas/report.schema.json")).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let report = run(&expected).report;
    let errors: Vec<String> = validator.iter_errors(&report).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn generated_schema_is_the_one_of_the_types() {
    let path = root().join("schemas/report.schema.json");
    let made = kiemchung::report::schema();
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &made).unwrap();
    }
    let on_disk = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(on_disk, made, "run make docs");
}

#[test]
fn every_message_that_was_raised_is_in_the_catalogue() {
    let done = run(&expected());
    for finding in done.report["findings"].as_array().unwrap() {
        let (text, fix) = (text_of(&finding["text"]), text_of(&finding["fix"]));
        assert!(text.contains(' ') && fix.contains(' '), "{finding:#}");
        assert!(!text.contains('{') && !fix.contains('{') && !text.contains("KC"), "{finding:#}");
    }
}
