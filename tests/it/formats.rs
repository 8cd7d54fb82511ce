//! The report in every format: from one run over the fixture batch, rendered again from the stored record, and from a
//! record whose every word is hostile.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use base64::Engine;
use calamine::{Data, DataType, Reader, Xlsx};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::common::{batch, copy, kiemchung};

const ALL: &str = "json,html,xlsx,csv,jsonl";
const FILES: [&str; 5] = ["report.json", "report.html", "report.xlsx", "report.csv", "report.jsonl"];

/// A folder with one run over the fixture batch, for all tests of this file.
fn stored() -> &'static Path {
    static RUN: OnceLock<PathBuf> = OnceLock::new();
    RUN.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats");
        let _ = std::fs::remove_dir_all(&folder);
        copy(batch().path(), &folder);
        let done = kiemchung()
            .arg("check")
            .arg(folder.join("nop-2018"))
            .args(["--rules", "dak-lak-2018", "--as-of", "2019-01-31", "--ocr", "never", "--format", ALL, "--out"])
            .arg(folder.join("out"))
            .output()
            .unwrap();
        assert_eq!(done.status.code(), Some(1), "{}", String::from_utf8_lossy(&done.stderr));
        folder
    })
}

fn out() -> PathBuf {
    stored().join("out")
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// A record rendered again into a folder of its own.
fn render(record: &Path, more: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    kiemchung()
        .arg("report")
        .arg(record)
        .args(["--format", ALL, "--out"])
        .arg(folder.path())
        .args(more)
        .assert()
        .success();
    folder
}

/// Changes every string of a record that is not a key of the shape.
fn each_string(value: &mut Value, change: &mut dyn FnMut(&str, &mut String)) {
    fn walk(key: &str, value: &mut Value, change: &mut dyn FnMut(&str, &mut String)) {
        match value {
            Value::String(text) => change(key, text),
            Value::Array(list) => list.iter_mut().for_each(|v| walk(key, v, change)),
            Value::Object(map) => map.iter_mut().for_each(|(k, v)| walk(k, v, change)),
            _ => {}
        }
    }
    walk("", value, change);
}

#[test]
fn a_stored_run_is_rendered_again_to_the_same_bytes() {
    let again = render(&out(), &[]);
    // Where the documents lie is no part of the run.
    for name in FILES.iter().filter(|n| !["report.xlsx", "report.html"].contains(n)) {
        assert!(read(out().join(name)) == read(again.path().join(name)), "{name} differs");
    }
    let twice = render(&out().join("report.json"), &[]);
    let bytes = |folder: &Path| std::fs::read(folder.join("report.xlsx")).unwrap();
    assert!(bytes(again.path()) == bytes(twice.path()), "report.xlsx differs");
}

#[test]
fn a_record_holds_all_that_another_language_needs() {
    let mut record: Value = serde_json::from_str(&read(out().join("report.json"))).unwrap();
    // Without the words of the language, only the messages are left to tell them.
    let words = ["expected", "found", "why", "reason", "text", "fix", "ocr"];
    let mut inside = 0;
    fn blank(value: &mut Value, words: &[&str], count: &mut usize) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(|v| blank(v, words, count)),
            Value::Object(map) => {
                for (key, value) in map.iter_mut() {
                    if let (true, Value::String(text)) = (words.contains(&key.as_str()), &mut *value) {
                        text.clear();
                        *count += 1;
                    } else if !key.ends_with("message") {
                        blank(value, words, count);
                    }
                }
            }
            _ => {}
        }
    }
    blank(&mut record, &words, &mut inside);
    assert!(inside > 500, "{inside}");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("report.json"), record.to_string()).unwrap();
    let told = render(folder.path(), &["--lang", "vi"]);
    assert!(read(out().join("report.json")) == read(told.path().join("report.json")));
}

#[test]
fn the_table_opens_in_excel_and_lines_are_json() {
    let csv = read(out().join("report.csv"));
    let body = csv.strip_prefix('\u{FEFF}').unwrap();
    assert!(body.split_inclusive("\r\n").next().unwrap().ends_with("\r\n"));
    let record: Value = serde_json::from_str(&read(out().join("report.json"))).unwrap();
    let findings = record["findings"].as_array().unwrap();
    assert_eq!(csv::Reader::from_reader(body.as_bytes()).records().map(Result::unwrap).count(), findings.len());
    let lines = read(out().join("report.jsonl"));
    let lines: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(&lines, findings);
}

fn workbook(folder: &Path) -> Xlsx<std::io::BufReader<std::fs::File>> {
    calamine::open_workbook(folder.join("report.xlsx")).unwrap()
}

/// All relations of the sheets of a workbook: where its links go.
fn relations(folder: &Path) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(folder.join("report.xlsx")).unwrap()).unwrap();
    let mut all = String::new();
    for index in 0..zip.len() {
        let part = zip.by_index(index).unwrap();
        if part.name().unwrap().contains("worksheets/_rels") {
            all += &std::io::read_to_string(part).unwrap();
        }
    }
    all
}

#[test]
fn the_workbook_has_every_sheet_with_every_row() {
    let mut book = workbook(&out());
    let names = ["Tổng hợp", "Điểm cần xem", "Tài liệu", "Tiêu chí", "Căn cứ", "Lần chạy"];
    assert_eq!(book.sheet_names(), names);
    let record: Value = serde_json::from_str(&read(out().join("report.json"))).unwrap();
    let submissions = record["submissions"].as_array().unwrap();
    let count = |path: &str| submissions.iter().map(|s| s[path].as_array().unwrap().len()).sum::<usize>();
    let items = submissions.iter().flat_map(|s| s["criteria"].as_array().unwrap());
    let items: usize = items.map(|c| c["evidence"].as_array().unwrap().len()).sum();
    let mut rows = |name: &str| book.worksheet_range(name).unwrap().height() - 1;
    assert_eq!(rows("Điểm cần xem"), record["findings"].as_array().unwrap().len());
    assert_eq!(rows("Tài liệu"), count("documents"));
    assert_eq!(rows("Tiêu chí"), items);
    assert!(rows("Căn cứ") > 50);
    let range = book.worksheet_range("Điểm cần xem").unwrap();
    let mut weights: Vec<String> = range.rows().skip(1).map(|r| r[0].to_string()).collect();
    weights.dedup();
    assert_eq!(weights, ["✗ Lỗi", "? Cần xem", "! Cảnh báo", "i Thông tin"]);
    let summary = book.worksheet_range("Tổng hợp").unwrap();
    let holds = |words: &str| summary.used_cells().any(|(_, _, c)| *c == words);
    assert!(holds("✗ Chưa đạt") && holds("✓ Đạt") && holds("? Chưa rõ"));
}

#[test]
fn proposals_are_shown_apart_from_demands_in_every_format() {
    let record: Value = serde_json::from_str(&read(out().join("report.json"))).unwrap();
    let office = record["submissions"].as_array().unwrap().iter().find(|s| s["agency"] == "so-noi-vu").unwrap();
    let criterion = |code: &str| {
        let criteria = office["criteria"].as_array().unwrap();
        criteria.iter().find(|c| c["code"] == code).unwrap()
    };
    // Of the report on propaganda the source says nothing; that an initiative is of use it does say.
    assert_eq!(criterion("S4")["on_proposals"], true);
    assert_eq!(criterion("S5")["on_proposals"], Value::Null);
    assert_eq!((&office["counts"]["unclear"], &office["unclear_on_proposals"]), (&4.into(), &1.into()));
    let findings = record["findings"].as_array().unwrap();
    let proposed: Vec<&Value> = findings.iter().filter(|f| f["proposal"] == true).collect();
    assert!(proposed.len() > 5 && proposed.iter().all(|f| f["severity"] != "error"), "{proposed:#?}");

    let html = read(out().join("report.html"));
    let notice = "Có 1 kết luận “chưa rõ” chỉ do đề xuất";
    assert!(html.contains(notice) && html.contains("?*") && html.contains("class=\"apart\""), "{notice}");
    let text = kiemchung().arg("report").arg(out()).args(["--format", "text"]).output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.contains(notice) && text.contains("?*") && text.contains("KC301 (đề xuất) Ban hành"), "{text}");
    assert!(html.contains("4 chưa rõ (trong đó 1 chỉ do đề xuất)"));

    let csv = read(out().join("report.csv"));
    assert_eq!(csv.lines().filter(|l| l.trim_end().ends_with(",đề xuất của bộ tiêu chí")).count(), proposed.len());
    let mut book = workbook(&out());
    let summary = book.worksheet_range("Tổng hợp").unwrap();
    let holds = |words: &str| summary.used_cells().any(|(_, _, c)| c.to_string().contains(words));
    assert!(holds(notice) && holds("?* Chưa rõ") && holds("chỉ do đề xuất"));
    let points = book.worksheet_range("Điểm cần xem").unwrap();
    let of_proposals = points.rows().filter(|r| r.iter().any(|c| *c == "đề xuất của bộ tiêu chí")).count();
    assert_eq!(of_proposals, proposed.len());
}

#[test]
fn links_to_files_are_relative_and_only_where_files_are_known() {
    let links = relations(&out());
    assert!(links.contains("Target=\"../nop-2018/so-noi-vu/S1/512-BC-SNV%20nam%202018.pdf\""), "{links}");
    assert!(!links.contains("nhiem%20vu%20duoc%20giao"), "a secret document is linked");
    assert!(!links.contains(stored().to_str().unwrap()) && !links.contains("Target=\"/"));
    assert!(!relations(render(&out(), &[]).path()).contains("External"));

    // A stored run does not know where the documents are; told, it links them as the run did.
    let root = stored().join("nop-2018");
    let beside = stored().join("again");
    let again = |root: &Path| {
        let mut command = kiemchung();
        command.arg("report").arg(out()).args(["--format", "xlsx,html", "--out"]).arg(&beside).arg("--root").arg(root);
        command.output().unwrap()
    };
    assert!(again(&root).status.success());
    assert_eq!(relations(&beside), links);
    let (html, again_html) = (read(out().join("report.html")), read(beside.join("report.html")));
    assert!(html == again_html, "report.html differs");
    let html = html.replace("&#x2f;", "/");
    assert!(html.contains("href=\"../nop-2018/so-noi-vu/S1/512-BC-SNV%20nam%202018.pdf\""));
    assert!(!html.contains("vu%20duoc%20giao") && !html.contains(stored().to_str().unwrap()));
    assert!(!read(render(&out(), &[]).path().join("report.html")).contains("href=\".."));
    let elsewhere = again(&out());
    assert_eq!(elsewhere.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&elsewhere.stderr).contains("give the folder that was checked"));
}

/// Words that would be markup, script, template, formula or the end of something.
const HOSTILE: &[&str] = &[
    "</script><script>document.title='pwned'</script>",
    "\"><img src=x onerror=\"document.title='pwned'\">",
    "' onmouseover='document.title=1' x='",
    "{{ 7*191 }}{% raw %} ]]> --> </style> &lt;b&gt;",
    "=HYPERLINK(\"http://example.com\";\"x\")",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "javascript:alert(1)",
    "fdp.\u{202E}exe\u{1}",
];

/// The record of the fixture batch with hostile words wherever the words of a document or a folder may stand.
fn hostile() -> tempfile::TempDir {
    let mut record: Value = serde_json::from_str(&read(out().join("report.json"))).unwrap();
    let free = [
        "name",
        "quote",
        "path",
        "value",
        "criterion_name",
        "clause",
        "title",
        "documents",
        "what",
        "found",
        "nearest",
        "first",
        "reason",
        "file",
        "files",
        "text",
        "evidence",
    ];
    let mut next = 0;
    each_string(&mut record, &mut |key, text| {
        if free.contains(&key) && text.parse::<f64>().is_err() {
            *text = format!("{}{next}", HOSTILE[next % HOSTILE.len()]);
            next += 1;
        }
    });
    // A folder is an agency wherever it stands.
    for (index, agency) in ["ubnd-tinh", "so-noi-vu"].iter().enumerate() {
        let name = format!("{}{index}", HOSTILE[1]);
        each_string(&mut record, &mut |key, text| {
            if key == "agency" && text == agency {
                text.clone_from(&name);
            }
        });
    }
    assert!(next > 300, "{next}");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("report.json"), record.to_string()).unwrap();
    folder
}

#[test]
fn hostile_words_never_become_markup_or_formulas() {
    let made = render(hostile().path(), &[]);
    let html = read(made.path().join("report.html"));
    let lower = html.to_lowercase();
    assert_eq!((lower.matches("<script").count(), lower.matches("</script").count()), (1, 1));
    assert_eq!((lower.matches("<style").count(), lower.matches("</style").count()), (1, 1));
    assert!(!lower.contains("<img"));
    assert!(!lower.contains("' onmouseover='"));
    assert!(html.contains("&lt;img src=x onerror") && html.contains("{{ 7*191 }}{% raw %} ]]&gt;"));

    let csv = read(made.path().join("report.csv"));
    let is_plain = |text: &str| !text.contains(['\u{202E}', '\u{1}']);
    assert!(is_plain(&html) && is_plain(&csv));
    let cells = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes());
    let mut guarded = 0;
    for record in cells.into_records().map(Result::unwrap) {
        for cell in &record {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            guarded += usize::from(cell.starts_with('\''));
        }
    }
    assert!(guarded > 20, "{guarded}");

    let mut book = workbook(made.path());
    let mut formula_like = 0;
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
        for (_, _, cell) in book.worksheet_range(&name).unwrap().used_cells() {
            let begins = cell.get_string().is_some_and(|t| t.starts_with(['=', '+', '-', '@']));
            assert!(!begins || matches!(cell, Data::String(_)));
            assert!(cell.get_string().is_none_or(is_plain));
            formula_like += usize::from(begins);
        }
    }
    assert!(formula_like > 50, "{formula_like}");
    assert!(!relations(made.path()).contains("External"));
}

/// The text between two marks.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    html.split_once(from).unwrap().1.split_once(to).unwrap().0
}

#[test]
fn the_policy_of_the_page_allows_its_own_style_and_script_only() {
    let html = read(out().join("report.html"));
    let hash = |text: &str| base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text));
    let policy = between(&html, "Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{policy}");
    assert!(policy.contains(&format!("script-src 'sha256-{}'", hash(between(&html, "<script>", "</script>")))));
    assert!(policy.contains(&format!("style-src 'sha256-{}'", hash(between(&html, "<style>", "</style>")))));
    // An attribute would need the policy to be weaker; a reference would need a network.
    assert!(!html.contains(" style=") && !html.contains("http-equiv=\"refresh") && !html.contains("src=\""));
}

/// The page as a browser has it after its script has run; none without a browser.
fn browsed(page: &Path, state: &str) -> Option<String> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let profile = tempfile::tempdir().unwrap();
    for name in names {
        let done = Command::new(name)
            .args("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --dump-dom".split(' '))
            .args("--disable-background-networking --disable-component-update --disable-sync".split(' '))
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(format!("file://{}{state}", page.join("report.html").display()))
            .output();
        if let Some(done) = done.ok().filter(|d| d.status.success()) {
            return Some(String::from_utf8(done.stdout).unwrap());
        }
    }
    eprintln!("skipped: no browser is installed");
    None
}

/// Number of elements with an attribute that are shown.
fn shown(dom: &str, element: &str, with: &str) -> usize {
    let start = format!("<{element} ");
    let tags = dom.split(&start).skip(1).filter_map(|t| t.split_once('>')).map(|(tag, _)| tag);
    tags.filter(|tag| tag.contains(with) && !tag.contains("hidden=\"\"")).count()
}

#[test]
fn a_browser_filters_by_the_state_in_the_address() {
    let Some(dom) = browsed(&out(), "") else { return };
    let all = shown(&dom, "li", "data-code=");
    let record: Value = serde_json::from_str(&read(out().join("report.json"))).unwrap();
    assert_eq!(all, record["findings"].as_array().unwrap().len());
    assert_eq!(shown(&dom, "form", "id=\"filters\""), 1, "the script did not run");

    let dom = browsed(&out(), "#agency=so-noi-vu&severity=error").unwrap();
    let errors = record["findings"].as_array().unwrap().iter();
    let errors = errors.filter(|f| f["agency"] == "so-noi-vu" && f["severity"] == "error").count();
    assert_eq!(shown(&dom, "li", "data-code="), errors);
    assert!(dom.contains(&format!("aria-live=\"polite\">{errors}</output>")));

    // Without diacritics, and a word in two places.
    let dom = browsed(&out(), "#q=bao+cao+muon").unwrap();
    assert_eq!(shown(&dom, "li", "data-code=\"KC305\""), 1);
    assert_eq!(shown(&dom, "li", "data-code=\"KC402\""), 0);

    let dom = browsed(&out(), "#view=todo").unwrap();
    assert_eq!(shown(&dom, "section", "id=\"todo\""), 1);
    assert_eq!(shown(&dom, "section", "id=\"accept\"") + shown(&dom, "section", "id=\"a1\""), 0);

    // A link into a part that is filtered away shows it.
    let dom = browsed(&out(), "#view=todo&at=a3-S1").unwrap();
    assert_eq!(shown(&dom, "section", "id=\"a3-S1\""), 1);
}

#[test]
fn a_browser_runs_nothing_of_a_document() {
    let made = render(hostile().path(), &[]);
    let Some(dom) = browsed(made.path(), "") else { return };
    assert!(!dom.contains("<title>pwned") && !dom.contains("<img"));
    assert_eq!(shown(&dom, "form", "id=\"filters\""), 1, "the script did not run");
}

#[test]
fn a_part_of_a_report_never_replaces_the_whole() {
    let copy = tempfile::tempdir().unwrap();
    std::fs::copy(out().join("report.json"), copy.path().join("report.json")).unwrap();
    let fails = |arguments: &[&str], says: &str| {
        let done = kiemchung().arg("report").args(arguments).output().unwrap();
        let error = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{error}");
        assert!(error.contains(says), "{error}");
    };
    let run = copy.path().to_str().unwrap();
    fails(&[run, "--format", "html", "--agency", "so-noi-vu"], "--out");
    fails(&[run, "--format", "json"], "the stored run itself");
    fails(&[run, "--agency", "nobody"], "so-noi-vu");
    for name in ["report.html", "report.xlsx"] {
        std::fs::copy(out().join(name), copy.path().join(name)).unwrap();
    }
    fails(&[run, "--format", "html", "--lang", "en"], "in another language");
    fails(&[run, "--format", "xlsx"], "--root");
    fails(&[run, "--lang", "tlh"], "vi");
    fails(&["/nowhere"], "cannot be opened");
    std::fs::write(copy.path().join("other.json"), "{\"schema\": 1}").unwrap();
    fails(&[copy.path().join("other.json").to_str().unwrap()], "is no report of this program");

    let part = render(copy.path(), &["--agency", "Sở Nội vụ"]);
    let part: Value = serde_json::from_str(&read(part.path().join("report.json"))).unwrap();
    assert_eq!(part["submissions"].as_array().unwrap().len(), 1);
    assert!(part["findings"].as_array().unwrap().iter().all(|f| f["agency"] == "so-noi-vu"));
}

#[test]
fn a_report_in_another_folder_takes_its_pictures_along() {
    let mut record: Value = serde_json::from_str(&read(out().join("report.json"))).unwrap();
    record["findings"][0]["crop"] = "crops/0123-1-0-0-9-9.png".into();
    record["findings"][1]["crop"] = "crops/../report.json".into();
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("crops")).unwrap();
    std::fs::write(folder.path().join("crops/0123-1-0-0-9-9.png"), "a picture").unwrap();
    std::fs::write(folder.path().join("report.json"), record.to_string()).unwrap();
    let made = render(folder.path(), &[]);
    assert_eq!(read(made.path().join("crops/0123-1-0-0-9-9.png")), "a picture");
    assert_eq!(std::fs::read_dir(made.path().join("crops")).unwrap().count(), 1);
}
