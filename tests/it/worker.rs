//! Documents are hostile: a reader that hangs, dies or is killed costs one document's status and nothing else.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kiemchung::document::{Picture, Status};
use kiemchung::limits::Limits;
use kiemchung::ocr::{Engine, Reach, Recognised, Recognition};
use kiemchung::process::Pool;

use crate::common::{corpus, endless_pdf, kiemchung, read, root};

#[test]
fn a_document_without_end_is_stopped_and_the_next_is_read() {
    let limits = Limits { progress: Duration::from_millis(700), ..Limits::default() };
    let documents = read(&[("a.pdf", &endless_pdf()), ("b.txt", "Số: 12/BC-SNV".as_bytes())], limits);
    assert_eq!(documents[0].status, Status::Timeout);
    assert_eq!((documents[1].status, documents[1].pages[0].lines[0].text.as_str()), (Status::Ok, "Số: 12/BC-SNV"));
}

/// Coordinates beyond every number reach the parent as no numbers: the record cannot be read, and the run goes on.
#[test]
fn a_record_that_cannot_be_read_costs_one_document() {
    let content = "BT /F 12 Tf 1e38 0 0 1e38 1e38 1e38 Tm (abc def) Tj ET";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font \
                /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>";
    let content = content.replace("1e38", &format!("1{}", "0".repeat(38)));
    let pdf = format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n{page}\nendobj\n4 0 obj\n<< /Length {} >>\nstream\n{content}\nendstream\nendobj\n\
         trailer << /Size 5 /Root 1 0 R >>\n%%EOF\n",
        content.len()
    );
    let documents = read(&[("a.pdf", pdf.as_bytes()), ("b.txt", "Số: 12/BC-SNV".as_bytes())], Limits::default());
    assert_eq!((documents[0].status, documents[1].status), (Status::Crashed, Status::Ok));
}

#[test]
fn statuses_of_files_that_are_no_documents() {
    let documents = read(
        &[
            ("a.pdf", b"%PDF-1.4\nnothing"),
            ("b.zip", b"Rar!\x1a\x07\x01\0"),
            ("c.bin", b"\0\x01\x02"),
            ("d.jpg", b"\xff\xd8\xff\xe0"),
        ],
        Limits::default(),
    );
    let statuses: Vec<Status> = documents.iter().map(|d| d.status).collect();
    assert_eq!(statuses, [Status::Malformed, Status::Unsupported, Status::Unsupported, Status::Scan]);
}

/// Kills the process that reads, as the system does when memory runs out.
#[cfg(target_os = "linux")]
#[test]
fn a_worker_that_is_killed_costs_one_document() {
    let folder = tempfile::tempdir().unwrap();
    let evidence = folder.path().join("nop/S1");
    std::fs::create_dir_all(&evidence).unwrap();
    std::fs::write(evidence.join("1 khong het.pdf"), endless_pdf()).unwrap();
    for index in 2..6 {
        std::fs::write(evidence.join(format!("{index}.txt")), format!("Số: {index}/BC-SNV")).unwrap();
    }
    let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_kiemchung"))
        .args(["check", "nop", "--rules", "dak-lak-2018", "--jobs", "1", "--format", "json", "--out", "bao-cao"])
        .current_dir(folder.path())
        .env("XDG_CACHE_HOME", folder.path())
        .spawn()
        .unwrap();
    let worker = wait_for_busy_child(run.id());
    assert!(std::process::Command::new("kill").args(["-9", &worker.to_string()]).status().unwrap().success());
    assert_eq!(run.wait().unwrap().code(), Some(1));
    let report: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.path().join("bao-cao/report.json")).unwrap()).unwrap();
    let documents = report["submissions"][0]["documents"].as_array().unwrap();
    let statuses: Vec<&str> = documents.iter().map(|d| d["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["crashed", "ok", "ok", "ok", "ok"]);
    let crash = report["findings"].as_array().unwrap().iter().find(|f| f["code"] == "KC106").unwrap();
    assert_eq!(crash["path"], "S1/1 khong het.pdf");
}

/// The child that has worked for a while: it is in the middle of the endless document.
#[cfg(target_os = "linux")]
fn wait_for_busy_child(parent: u32) -> u32 {
    let deadline = Instant::now() + Duration::from_secs(20);
    while Instant::now() < deadline {
        for entry in std::fs::read_dir("/proc").unwrap().flatten() {
            let Some(pid) = entry.file_name().to_str().and_then(|n| n.parse::<u32>().ok()) else { continue };
            let Ok(stat) = std::fs::read_to_string(entry.path().join("stat")) else { continue };
            let fields: Vec<&str> = stat.rsplit(") ").next().unwrap().split(' ').collect();
            let ticks: u64 = fields[11].parse().unwrap();
            if fields[1] == parent.to_string() && ticks > 20 {
                return pid;
            }
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("no worker was seen at work");
}

/// When the parent is killed, its workers leave too, also from within a document.
#[cfg(target_os = "linux")]
#[test]
fn workers_die_with_their_parent() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.pdf"), endless_pdf()).unwrap();
    let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_kiemchung"))
        .args(["text", "a.pdf"])
        .current_dir(folder.path())
        .env("XDG_CACHE_HOME", folder.path())
        .spawn()
        .unwrap();
    let worker = wait_for_busy_child(run.id());
    run.kill().unwrap();
    run.wait().unwrap();
    let deadline = Instant::now() + Duration::from_secs(10);
    let is_alive = || {
        let stat = std::fs::read_to_string(format!("/proc/{worker}/stat")).unwrap_or_default();
        !stat.is_empty() && !stat.contains(") Z ")
    };
    while is_alive() {
        assert!(Instant::now() < deadline, "the worker outlives its parent");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Every file of real and of hostile folders is accounted for, and the run ends.
#[test]
fn real_and_hostile_documents_end_with_a_status() {
    // The whole of the hostile files takes minutes: `make bench` runs them all.
    for (part, layout) in [("vn", "single"), ("peers/sample-files", "single"), ("peers/calamine", "single")] {
        let Some(root) = corpus(part) else { return };
        let folder = tempfile::tempdir().unwrap();
        let output = kiemchung()
            .args(["check"])
            .arg(&root)
            .args(["--rules", "dak-lak-2018", "--layout", layout, "--format", "json", "--ocr", "never", "--out"])
            .arg(folder.path())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        let report: serde_json::Value =
            serde_json::from_slice(&std::fs::read(folder.path().join("report.json")).unwrap()).unwrap();
        let listed: usize =
            report["submissions"].as_array().unwrap().iter().map(|s| s["documents"].as_array().unwrap().len()).sum();
        assert_eq!(listed, count_files(&root), "{part}");
    }
}

fn count_files(folder: &Path) -> usize {
    std::fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|e| {
            if e.file_type().unwrap().is_dir() {
                count_files(&e.path())
            } else {
                usize::from(e.file_type().unwrap().is_file())
            }
        })
        .sum()
}

/// A process that looks into documents has no call left that opens anything, nothing of the user's environment, and may not
/// become more than it is.
#[cfg(target_os = "linux")]
#[test]
fn a_worker_is_cut_off_from_the_system() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, endless_pdf()).unwrap();
    let limits = Limits { progress: Duration::from_secs(3), ..Limits::default() };
    let pool = Pool::new(1, Path::new(env!("CARGO_BIN_EXE_kiemchung")), limits).unwrap();
    let (isolation, status) = std::thread::scope(|scope| {
        let isolation = pool.isolation();
        let reading = scope.spawn(|| pool.read_all(&[path], &|document| document.status));
        std::thread::sleep(Duration::from_millis(300));
        let workers = children_of(std::process::id());
        let of = |pid: u32, what: &str| std::fs::read(format!("/proc/{pid}/{what}")).unwrap_or_default();
        let is_pool = |pid: &u32| of(*pid, "cmdline").ends_with(b"__worker\0") && !of(*pid, "limits").is_empty();
        let status: Vec<(String, bool)> = workers
            .into_iter()
            .filter(is_pool)
            .map(|pid| {
                (String::from_utf8(of(pid, "status")).unwrap(), of(pid, "environ").iter().all(|byte| *byte == 0))
            })
            .collect();
        reading.join().unwrap();
        (isolation, status)
    });
    // Some containers offer no such filter; then the head of a report says so.
    if isolation == kiemchung::limits::Isolation::Memory {
        eprintln!("this system has no seccomp: skipped");
        return;
    }
    // Workers of other tests may have started just now.
    let is_cut_off = |(status, has_no_environment): &(String, bool)| {
        let of = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim();
        of("Seccomp:") == "2"
            && of("NoNewPrivs:") == "1"
            && of("CapEff:").trim_start_matches('0').is_empty()
            && *has_no_environment
    };
    assert!(status.iter().any(is_cut_off), "{status:?}");
}

#[cfg(target_os = "linux")]
fn children_of(parent: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{parent}/task")).unwrap();
    let children = tasks.filter_map(|task| std::fs::read_to_string(task.unwrap().path().join("children")).ok());
    children.flat_map(|list| list.split_whitespace().map(|pid| pid.parse().unwrap()).collect::<Vec<u32>>()).collect()
}

/// Takes its time for each picture and reads nothing.
struct Slow;

impl Engine for Slow {
    fn name(&self) -> &str {
        "slow"
    }

    fn recognise(&self, _: &Picture) -> Result<Vec<Recognised>, String> {
        std::thread::sleep(Duration::from_millis(400));
        Ok(Vec::new())
    }
}

#[test]
fn recognition_of_a_document_ends_in_time_and_says_so() {
    let limits = Limits { recognition: Duration::from_millis(500), ..Limits::default() };
    let pool = Pool::new(1, Path::new(env!("CARGO_BIN_EXE_kiemchung")), limits).unwrap();
    let pool = pool.with_recognition(Some(Recognition::new(Arc::new(Slow), Reach::All, 1)));
    let document = pool.read_all(&[root().join("fixtures/scans/S2/331-BC-UBND.pdf")], &|document| document).remove(0);
    assert!(document.remarks.iter().any(|r| r.detail.contains("recognition stopped")), "{:?}", document.remarks);
    assert!(matches!(document.status, Status::Scan | Status::Partial), "{:?}", document.status);
}
