//! Scans, as a user meets them. Tests that need the engine are skipped with a message where it is not installed
//! (`make test` installs it).

use serde_json::Value;

use crate::common::{kiemchung, root};

/// The scan of the fixture batch: a printed notice that went over a scanner, at 110 dots per inch.
fn scan() -> std::path::PathBuf {
    root().join("fixtures/nop-2018/phong-noi-vu-huyen-x/S3a. Kiểm tra/scan0001.pdf")
}

pub(crate) fn has_engine() -> bool {
    let listed = std::process::Command::new("tesseract").arg("--list-langs").output();
    let found = listed.is_ok_and(|o| String::from_utf8_lossy(&o.stdout).lines().any(|l| l.trim() == "vie"));
    if !found {
        eprintln!("skipped: tesseract with its Vietnamese model is not installed");
    }
    found
}

pub(crate) fn form(file: &std::path::Path, arguments: &[&str]) -> Value {
    let out = kiemchung().args(["form", "--format", "json", "--no-cache"]).args(arguments).arg(file).output().unwrap();
    assert!(out.status.success(), "{out:?}");
    serde_json::from_slice::<Value>(&out.stdout).unwrap()[0].clone()
}

/// Checks a submission that lies in `nop` under `folder`; gives the code of the end and the report, which lies in `out`.
pub(crate) fn check(folder: &std::path::Path, out: &str, arguments: &[&str]) -> (Option<i32>, Value) {
    let out = folder.join(out);
    let done = kiemchung()
        .args(["check", "--rules", "dak-lak-2018", "--layout", "single", "--as-of", "2019-01-31", "--quiet"])
        .args(if arguments.contains(&"--cache") { &[] as &[&str] } else { &["--no-cache"] })
        .args(if arguments.contains(&"--format") { &[] as &[&str] } else { &["--format", "json"] })
        .args(arguments)
        .args([std::path::Path::new("--out"), &out, &folder.join("nop")])
        .output()
        .unwrap();
    let report = std::fs::read(out.join("report.json")).unwrap_or_else(|_| panic!("{done:?}"));
    (done.status.code(), serde_json::from_slice(&report).unwrap())
}

#[test]
fn a_printed_scan_is_read_and_its_fields_say_where_they_come_from() {
    if !has_engine() {
        return;
    }
    let read = form(&scan(), &[]);
    assert_eq!(read["status"], "ok");
    for (field, value) in [("type", "TB"), ("issued", "2018-11-14"), ("number", "298/TB-UBND")] {
        assert_eq!((&read[field]["value"], &read[field]["source"]), (&value.into(), &"ocr".into()), "{field}");
    }
    let number = &read["number"]["box"];
    let at = |index: usize| number[index].as_f64().unwrap();
    assert!(at(0) > 50.0 && at(2) < 300.0 && at(1) > 60.0 && at(3) < 200.0, "{number}");
}

#[test]
fn without_recognition_a_scan_is_a_scan() {
    let read = form(&scan(), &["--ocr", "never"]);
    assert_eq!((&read["status"], &read["number"]["state"]), (&"scan".into(), &"unclear".into()));
}

#[test]
fn without_an_engine_one_message_says_how_to_install_it_and_nothing_fails() {
    let empty = tempfile::tempdir().unwrap();
    let file = scan();
    let always = kiemchung().args(["form", "--ocr", "always"]).arg(&file).env("PATH", empty.path()).output().unwrap();
    assert_eq!(always.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&always.stderr).contains("tesseract-ocr-vie"));
    let auto = kiemchung().args(["form", "--no-cache"]).arg(&file).env("PATH", empty.path()).output().unwrap();
    assert!(auto.status.success() && String::from_utf8_lossy(&auto.stdout).contains("(scan)"));
}

#[test]
fn a_scan_is_evidence_as_any_document_and_the_cache_knows_the_engine() {
    if !has_engine() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let evidence = folder.path().join("nop/S3a");
    std::fs::create_dir_all(&evidence).unwrap();
    std::fs::copy(scan(), evidence.join("scan0001.pdf")).unwrap();
    let cache = folder.path().join("cache");
    let run = |name: &str, ocr: &str| -> Value {
        let (code, report) = check(folder.path(), name, &["--ocr", ocr, "--cache", cache.to_str().unwrap()]);
        assert_eq!(code, Some(1));
        report
    };
    let never = run("never", "never");
    assert_eq!(never["submissions"][0]["documents"][0]["status"], "scan");
    let read = run("auto", "auto");
    assert!(read["run"]["ocr"].as_str().unwrap().starts_with("tesseract "), "{}", read["run"]["ocr"]);
    let document = &read["submissions"][0]["documents"][0];
    assert_eq!(
        (&document["status"], &document["parts"][0]["form"]["number"]["value"]),
        (&"ok".into(), &"298/TB-UBND".into())
    );
    // From the cache the same comes out, and without recognition what was recognised does not.
    assert_eq!(run("again", "auto"), read);
    assert_eq!(run("never-again", "never"), never);
}

/// A printed document of the fixture batch over a scanner, its number written by hand.
fn written(document: &str, folder: &std::path::Path, name: &str, digits: &str) -> std::path::PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, crate::scan_maker::pdf_of(&written_pages(document, digits), 200.0)).unwrap();
    file
}

fn written_pages(document: &str, digits: &str) -> Vec<Vec<u8>> {
    use crate::scan_maker::{Scanner, scan, write_by_hand};
    let pdf = root().join(document);
    let place = words_of(&pdf, digits);
    let scanner = Scanner { name: "", dpi: 200.0, skew: 0.0, noise: 5, bilevel: false, stamp: true, quality: 40 };
    scan(&pdf, scanner, &mut |page, picture| {
        if page == 0 {
            write_by_hand(picture, 200.0, place, digits);
        }
    })
}

/// Where the digits of the number stand on the first page.
fn words_of(pdf: &std::path::Path, digits: &str) -> [f32; 4] {
    let out = kiemchung().args(["text", "--format", "json", "--no-cache"]).arg(pdf).output().unwrap();
    let read: Value = serde_json::from_slice(&out.stdout).unwrap();
    let lines = read[0]["pages"][0]["lines"].as_array().unwrap().clone();
    for line in lines {
        let text = line["text"].as_str().unwrap();
        for word in line["words"].as_array().unwrap() {
            let range = word["start"].as_u64().unwrap() as usize..word["end"].as_u64().unwrap() as usize;
            let number = &text[range];
            if text.starts_with("Số") && number.starts_with(digits) {
                let at = |name: &str| word[name].as_f64().unwrap() as f32;
                // A printed digit is half as wide as the font is tall.
                let wide = 0.5 * line["size"].as_f64().unwrap() as f32 * digits.len() as f32;
                let (top, foot) = (line["rect"][1].as_f64().unwrap() as f32, line["rect"][3].as_f64().unwrap() as f32);
                return [at("x0"), top + 1.0, at("x0") + wide, foot - 1.0];
            }
        }
    }
    panic!("{digits} is not on {}", pdf.display());
}

pub(crate) const DECISION: &str = "fixtures/nop-2018/ubnd-tinh/S1 - Kế hoạch CCHC/3507-QD-UBND.pdf";

#[test]
fn a_number_in_a_hand_is_never_stated_and_a_name_is_offered_first() {
    if !has_engine() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (name, offered) in [("3507-QD-UBND.pdf", "3507/QĐ-UBND"), ("3501-QD-UBND.pdf", "3501/QĐ-UBND")] {
        let read = form(&written(DECISION, folder.path(), name, "3507"), &[]);
        let number = &read["number"];
        assert_eq!((&number["state"], &number["value"]), (&"unclear".into(), &offered.into()), "{number}");
        assert_eq!((&read["type"]["value"], &read["issued"]["value"]), (&"QĐ".into(), &"2017-12-21".into()), "{read}");
    }
    let read = form(&folder.path().join("3507-QD-UBND.pdf"), &["--no-file-name"]);
    assert_eq!(read["number"]["state"], "unclear");
    assert!(read["number"]["value"].as_str().unwrap().ends_with("/QĐ-UBND"), "{}", read["number"]);
}

#[test]
fn what_cannot_be_read_is_asked_with_a_picture_of_the_place() {
    if !has_engine() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let evidence = folder.path().join("nop/S1");
    std::fs::create_dir_all(&evidence).unwrap();
    written(DECISION, &evidence, "quyet dinh.pdf", "3507");
    let out = folder.path().join("out");
    let (_, report) = check(folder.path(), "out", &["--format", "json,html"]);
    let findings = report["findings"].as_array().unwrap();
    let asked = findings.iter().find(|f| f["code"] == "KC207").unwrap_or_else(|| panic!("{findings:#?}"));
    assert_eq!(asked["verdict"], "unclear");
    let crop = asked["crop"].as_str().unwrap();
    let picture = image::open(out.join(crop)).unwrap();
    assert!(picture.width() > 100 && picture.height() > 20, "{}x{}", picture.width(), picture.height());
    let page = std::fs::read_to_string(out.join("report.html")).unwrap().replace("&#x2f;", "/");
    assert!(page.contains(&format!("src=\"{crop}\"")));
}

#[test]
fn a_scan_that_holds_several_documents_is_cut_where_they_begin() {
    if !has_engine() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let evidence = folder.path().join("nop/S1");
    std::fs::create_dir_all(&evidence).unwrap();
    let pages = [written_pages(OTHER, "3598"), written_pages(DECISION, "3507")].concat();
    std::fs::write(evidence.join("tat ca.pdf"), crate::scan_maker::pdf_of(&pages, 200.0)).unwrap();
    let (_, report) = check(folder.path(), "out", &["--criterion", "S1"]);
    let parts = report["submissions"][0]["documents"][0]["parts"].as_array().unwrap();
    let seen: Vec<(&Value, &Value)> = parts.iter().map(|p| (&p["pages"], &p["form"]["issued"]["value"])).collect();
    assert_eq!(
        serde_json::to_value(&seen).unwrap(),
        serde_json::json!([[[1, 2], "2017-12-28"], [[3, 3], "2017-12-21"]])
    );
    // Of several documents the name of the file says nothing.
    assert!(parts.iter().all(|p| p["form"]["number"]["value"] == "…/QĐ-UBND"), "{parts:#?}");
}

pub(crate) const REPORT: &str = "fixtures/nop-2018/ubnd-tinh/S2/331-BC-UBND nam 2018.pdf";
pub(crate) const OTHER: &str = "fixtures/nop-2018/ubnd-tinh/S1 - Kế hoạch CCHC/3598-QD-UBND kem KH.pdf";

/// Makes fixtures/scans, the scans of `make demo`: `cargo test --test it makes_the_scans -- --ignored`.
#[test]
#[ignore = "makes fixtures"]
fn makes_the_scans_of_the_demo() {
    use crate::scan_maker::{Scanner, pdf_of, scan};
    let folder = root().join("fixtures/scans");
    for criterion in ["S1", "S2"] {
        std::fs::create_dir_all(folder.join(criterion)).unwrap();
    }
    let scanner = Scanner { name: "", dpi: 200.0, skew: 2.0, noise: 5, bilevel: false, stamp: true, quality: 40 };
    let printed = pdf_of(&scan(&root().join(DECISION), scanner, &mut |_, _| {}), 200.0);
    std::fs::write(folder.join("S1/QD ban hanh ke hoach.pdf"), printed).unwrap();
    written(OTHER, &folder.join("S1"), "QD phe duyet.pdf", "3598");
    written(REPORT, &folder.join("S2"), "331-BC-UBND.pdf", "331");
}
