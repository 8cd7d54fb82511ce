//! A small share of the generated reports: none may be called met or gap against its label. The whole count is `make accuracy`.

use std::path::Path;
use std::process::Command;

#[test]
fn generated_reports_are_never_decided_wrong() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let reports = folder.path().join("reports.tsv");
    let python = |script: &str, arguments: &[&str]| {
        let mut command = Command::new("python3");
        command.arg(root.join("tests/reports").join(script)).args(arguments).arg(&reports);
        command.output()
    };
    let Ok(made) = python("make.py", &["--seed", "11", "--count", "200", "--out"]) else {
        eprintln!("python3 is not installed: skipped");
        return;
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let (bin, rules) = (env!("CARGO_BIN_EXE_kiemchung"), root.join("tests/packs/statements"));
    let rules = rules.to_str().unwrap();
    let scored = python(
        "score.py",
        &["--bin", bin, "--rules", rules, "--list", "--least-met", "80", "--least-gap", "80", "--tsv"],
    );
    let scored = scored.unwrap();
    assert!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stdout));
}
