//! Labelled reports: a small share of the generated ones, of which none may be called met or gap against its label, and
//! shapes that are all judged as their label says. The whole count of generated ones is `make accuracy`.

use std::path::Path;
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a script of tests/reports; `None` without Python.
fn python(script: &str, arguments: &[&str]) -> Option<Output> {
    let made = Command::new("python3").arg(root().join("tests/reports").join(script)).args(arguments).output();
    if made.is_err() {
        eprintln!("python3 is not installed: skipped");
    }
    made.ok()
}

/// Scores labelled reports of which at least so many of a hundred must be decided.
fn are_judged(reports: &Path, least: &str) {
    let rules = root().join("tests/packs/statements");
    let (bin, rules, reports) = (env!("CARGO_BIN_EXE_kiemchung"), rules.to_str().unwrap(), reports.to_str().unwrap());
    let options = ["--list", "--least-met", least, "--least-gap", least];
    let arguments = [&["--bin", bin, "--rules", rules, "--tsv", reports], options.as_slice()].concat();
    let Some(scored) = python("score.py", &arguments) else { return };
    assert!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stdout));
}

#[test]
fn generated_reports_are_never_decided_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let reports = folder.path().join("reports.tsv");
    let Some(made) = python("make.py", &["--seed", "11", "--count", "200", "--out", reports.to_str().unwrap()]) else {
        return;
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    are_judged(&reports, "80");
}

#[test]
fn shapes_are_judged_as_labelled() {
    are_judged(&root().join("tests/reports/shapes.tsv"), "100");
}
