//! What happens to files between the listing of a folder and their reading: said for what it is, never followed, never
//! waited for.
#![cfg(unix)]

use std::path::Path;

use kiemchung::batch::{Job, run, take_in};
use kiemchung::check::load;
use kiemchung::limits::Limits;

use crate::intake::put;

/// The message of the finding on each file after `swap` has acted on the folder that was listed.
pub(crate) fn messages(files: &[&str], limits: Limits, swap: impl FnOnce(&Path)) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        put(folder.path(), file, if file.ends_with("e.txt") { "" } else { "Số: 12/BC-SNV" });
    }
    let pack = load("dak-lak-2018").unwrap();
    let as_of = jiff::civil::date(2019, 1, 31);
    let job = || Job { limits, ..Job::new(folder.path(), pack.clone(), as_of, env!("CARGO_BIN_EXE_kiemchung").into()) };
    let intake = take_in(&job()).unwrap();
    swap(folder.path());
    let (run, _) = run(job(), intake, &|_| {}).unwrap();
    let findings = run.submissions.iter().flat_map(|s| s.findings());
    findings.filter_map(|f| Some((f.path.clone()?, f.message.id.to_string()))).collect()
}

fn make_pipe(path: &Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn what_took_the_place_of_a_file_is_not_followed() {
    let files = ["so/S1/a.txt", "so/S1/b.txt", "so/S1/c.txt", "so/S1/d.txt", "so/S1/e.txt"];
    let found = messages(&files, Limits::default(), |folder| {
        let at = |name: &str| folder.join("so/S1").join(name);
        std::fs::remove_file(at("a.txt")).unwrap();
        std::fs::remove_file(at("b.txt")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", at("b.txt")).unwrap();
        std::fs::remove_file(at("c.txt")).unwrap();
        make_pipe(&at("c.txt"));
        std::fs::write(at("d.txt"), "").unwrap();
        // Listed as empty: nothing is opened any more.
        std::fs::remove_file(at("e.txt")).unwrap();
        make_pipe(&at("e.txt"));
    });
    let of = |name: &str| {
        found.iter().find(|(path, id)| path.ends_with(name) && id.starts_with("KC10")).map(|(_, id)| id.as_str())
    };
    assert_eq!(
        ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"].map(of),
        [Some("KC102-gone"), Some("KC102-replaced"), Some("KC102-replaced"), Some("KC108"), Some("KC108")]
    );
}
