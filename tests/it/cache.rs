//! The cache: a second run reads nothing, failures and secrets are never stored, damage is noticed, a killed run resumes.

use std::path::Path;

use crate::common::{batch, kiemchung};
use crate::intake::put;

struct Done {
    report: Vec<u8>,
    timings: serde_json::Value,
}

fn check(root: &Path, cache: &Path, more: &[&str]) -> Done {
    let out = tempfile::tempdir().unwrap();
    let done = kiemchung()
        .arg("check")
        .arg(root)
        .args(["--rules", "dak-lak-2018", "--as-of", "2019-01-31", "--ocr", "never", "--format", "json", "--cache"])
        .arg(cache)
        .arg("--out")
        .arg(out.path())
        .args(more)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1), "{}", String::from_utf8_lossy(&done.stderr));
    let timings = std::fs::read(out.path().join("timings.json")).unwrap();
    Done {
        report: std::fs::read(out.path().join("report.json")).unwrap(),
        timings: serde_json::from_slice(&timings).unwrap(),
    }
}

fn entries(cache: &Path) -> Vec<std::path::PathBuf> {
    let fans = std::fs::read_dir(cache).unwrap().flatten().filter(|e| e.file_type().unwrap().is_dir());
    fans.flat_map(|f| std::fs::read_dir(f.path()).unwrap().flatten().map(|e| e.path())).collect()
}

#[test]
fn a_second_run_reads_only_what_failed_and_says_the_same() {
    let (evidence, cache) = (batch(), tempfile::tempdir().unwrap());
    let nop = evidence.path().join("nop-2018");
    let first = check(&nop, cache.path(), &[]);
    let second = check(&nop, cache.path(), &[]);
    assert_eq!(first.timings["from_cache"], 0);
    assert!(first.report == second.report);
    let unread: Vec<&str> = second.timings["all"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|t| t["cached"] == false)
        .map(|t| t["status"].as_str().unwrap())
        .filter(|s| !matches!(*s, "skipped" | "empty"))
        .collect();
    let mut sorted = unread.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["malformed", "password", "secret", "unsupported", "unsupported"]);
    assert!(check(&nop, cache.path(), &["--trust-mtime"]).report == first.report);
    assert!(check(&nop, cache.path(), &["--trust-mtime"]).report == first.report);
}

#[test]
fn what_was_read_is_stored_under_its_own_content() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let write = |number: &str| {
        let text = format!("SỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: {number}\nBÁO CÁO\nKết quả");
        let path = put(folder.path(), "S2/bao-cao.txt", text);
        // Times lie: both texts have the same.
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_500_000_000)).unwrap();
    };
    let number = |more: &[&str]| {
        let done = check(folder.path(), cache.path(), more);
        let report: serde_json::Value = serde_json::from_slice(&done.report).unwrap();
        report["submissions"][0]["documents"][0]["parts"][0]["form"]["number"]["value"].as_str().unwrap().to_owned()
    };
    write("11/BC-SNV");
    assert_eq!(number(&["--trust-mtime"]), "11/BC-SNV");
    entries(cache.path()).iter().for_each(|entry| std::fs::remove_file(entry).unwrap());
    // What is read now is not what the index of times says.
    write("22/BC-SNV");
    assert_eq!(number(&["--trust-mtime"]), "22/BC-SNV");
    assert_eq!(number(&["--trust-mtime"]), "22/BC-SNV");
    write("11/BC-SNV");
    assert_eq!(number(&[]), "11/BC-SNV");
    // What a full run saw, a run that trusts times does not lose.
    assert_eq!(number(&["--trust-mtime"]), "11/BC-SNV");
}

#[test]
fn nothing_of_a_secret_document_is_stored() {
    let (evidence, cache) = (batch(), tempfile::tempdir().unwrap());
    let secret = evidence.path().join("nop-2018/phong-noi-vu-huyen-x/S6 - nhiem vu duoc giao.pdf");
    let out = kiemchung().arg("text").arg(&secret).arg("--cache").arg(cache.path()).output().unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    assert!(text.contains("(secret)") && text.lines().count() <= 2, "{text}");
    kiemchung().args(["form", "--format", "json"]).arg(&secret).arg("--cache").arg(cache.path()).assert().success();
    assert!(entries(cache.path()).is_empty());
}

#[test]
fn a_damaged_entry_is_read_anew() {
    let (evidence, cache) = (batch(), tempfile::tempdir().unwrap());
    let nop = evidence.path().join("nop-2018");
    let first = check(&nop, cache.path(), &[]);
    for (index, path) in entries(cache.path()).iter().enumerate() {
        let mut bytes = std::fs::read(path).unwrap();
        match index % 3 {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes[30] ^= 0xff,
            _ => continue,
        }
        std::fs::write(path, bytes).unwrap();
    }
    assert!(check(&nop, cache.path(), &[]).report == first.report);
}

#[test]
fn the_cache_is_shown_and_cleared() {
    let (evidence, cache) = (batch(), tempfile::tempdir().unwrap());
    check(&evidence.path().join("nop-2018"), cache.path(), &[]);
    let run = |command: &[&str]| {
        let done = kiemchung().arg("cache").args(command).arg("--cache").arg(cache.path()).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    };
    let count = entries(cache.path()).len();
    assert!(count > 20 && run(&["info"]).contains(&format!("{count} entries")));
    assert!(run(&["prune", "--limit", "0"]).starts_with(&format!("removed {count} entries")));
    assert!(run(&["clear"]).starts_with("removed 0 entries"));
}

/// Kills runs at moments spread over their length: what the next run says is what an undisturbed one says.
#[test]
fn a_killed_run_is_taken_up_again() {
    let evidence = batch();
    let nop = evidence.path().join("nop-2018");
    let began = std::time::Instant::now();
    let undisturbed = check(&nop, tempfile::tempdir().unwrap().path(), &[]);
    let length = began.elapsed();
    let cache = tempfile::tempdir().unwrap();
    let mut resumed = 0;
    for moment in 1..=20u32 {
        let out = tempfile::tempdir().unwrap();
        let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_kiemchung"))
            .arg("check")
            .arg(&nop)
            .args(["--rules", "dak-lak-2018", "--ocr", "never", "--quiet", "--cache"])
            .arg(cache.path())
            .arg("--out")
            .arg(out.path())
            .spawn()
            .unwrap();
        std::thread::sleep(length * moment / 21);
        let _ = run.kill();
        run.wait().unwrap();
        resumed = resumed.max(entries(cache.path()).len());
    }
    assert!(resumed > 0, "no run came far enough to store anything");
    let after = check(&nop, cache.path(), &[]);
    assert!(after.report == undisturbed.report);
    assert!(after.timings["from_cache"].as_u64().unwrap() > 0);
}

#[test]
fn progress_is_told_to_programs_as_json_lines() {
    let (evidence, cache) = (batch(), tempfile::tempdir().unwrap());
    let done = kiemchung()
        .arg("check")
        .arg(evidence.path().join("nop-2018/so-tu-phap"))
        .args(["--rules", "dak-lak-2018", "--progress", "json", "--exit-zero", "--cache"])
        .arg(cache.path())
        .arg("--out")
        .arg(cache.path().join("out"))
        .output()
        .unwrap();
    let lines: Vec<serde_json::Value> =
        String::from_utf8(done.stderr).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let last = &lines[lines.len() - 2];
    assert_eq!((last["files"].as_u64(), last["of"].as_u64(), done.status.code()), (Some(2), Some(2), Some(0)));
    assert_eq!(lines.last().unwrap()["event"], "read");
}
