//! Words that a rule pack adds: from the question that names a word to the green row, and what a vocabulary may not hold.

use std::io::Write;
use std::path::Path;

use crate::common::kiemchung;
use crate::intake::put;

/// A report as Word writes it: one paragraph a line.
pub(crate) fn docx(lines: &[&str]) -> Vec<u8> {
    let paragraph = |line: &&str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>");
    let body: String = lines.iter().map(paragraph).collect();
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Override PartName=\"/word/document.xml\" ContentType=\
             \"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                .to_owned(),
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"r1\" Target=\"word/document.xml\" Type=\
             \"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>"
                .to_owned(),
        ),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
                 <w:body>{body}</w:body></w:document>"
            ),
        ),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The report of an agency on its plan, with one sentence that matters.
fn report(sentence: &str) -> Vec<u8> {
    docx(&[
        "UBND TỈNH ĐẮK LẮK",
        "SỞ Y TẾ",
        "Số: 45/BC-SYT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Đắk Lắk, ngày 20 tháng 12 năm 2018",
        "BÁO CÁO",
        "Kết quả thực hiện Kế hoạch năm 2018",
        "Kính gửi: Sở Nội vụ",
        sentence,
        "GIÁM ĐỐC",
        "Trần Văn A",
    ])
}

const PACK: &str = "id = \"tu\"\ntitle = \"Bộ tiêu chí mẫu\"\nlevel = \"sở\"\nyear = 2018\nsource = \"Đặt ra để kiểm thử\"\n\
                    criteria = [\"M1\"]\n";

const CRITERION: &str = r#"code = "M1"
name = "Nhiệm vụ của Kế hoạch đã hoàn thành"
clause = "Mẫu"

[[evidence]]
id = "bao-cao"
name = "Báo cáo thực hiện kế hoạch"
match = { types = ["BC"], phrases = ["thực hiện kế hoạch"] }
require = { measures = ["nhiem-vu"] }

[[measure]]
id = "nhiem-vu"
name = "Tỷ lệ nhiệm vụ đã hoàn thành"
deed = ["hoàn thành"]
noun = ["nhiệm vụ"]
own = ["kế hoạch"]
whose = "agency"
at_least = 100.0
"#;

/// A pack and two agencies that both write a word that nobody foresaw.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "goi/pack.toml", PACK);
    put(folder.path(), "goi/M1.toml", CRITERION);
    put(folder.path(), "nop/so-a/M1/bc.docx", report("Đã hoàn thành rộn ràng 45/45 nhiệm vụ của Kế hoạch."));
    put(folder.path(), "nop/so-b/M1/bc.docx", report("Sở đã hoàn thành rộn ràng 12/12 nhiệm vụ của Kế hoạch."));
    folder
}

struct Ran {
    code: i32,
    said: String,
    error: String,
}

fn run(folder: &Path, arguments: &[&str]) -> Ran {
    let done = kiemchung().current_dir(folder).args(arguments).output().unwrap();
    Ran {
        code: done.status.code().unwrap(),
        said: String::from_utf8(done.stdout).unwrap(),
        error: String::from_utf8(done.stderr).unwrap(),
    }
}

/// `check` with the usual output folder; gives what it printed, the report, and how many files came from the cache.
fn check(folder: &Path) -> (Ran, serde_json::Value, u64) {
    let formats = "text,json,html,xlsx,jsonl";
    let common =
        ["--rules", "goi", "--as-of", "2019-01-31", "--cache", "nho", "--format", formats, "--progress", "none"];
    let ran = run(folder, &[&["check", "nop"], &common[..]].concat());
    let json = |name: &str| serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap();
    let timings: serde_json::Value = json("kiemchung-report/timings.json");
    (ran, json("kiemchung-report/report.json"), timings["from_cache"].as_u64().unwrap())
}

fn sheets(folder: &Path) -> Vec<String> {
    use calamine::Reader;
    let book: calamine::Xlsx<_> = calamine::open_workbook(folder.join("kiemchung-report/report.xlsx")).unwrap();
    book.sheet_names()
}

#[test]
fn a_word_is_asked_once_and_a_line_settles_it() {
    let folder = folder();
    let folder = folder.path();
    let (ran, report, _) = check(folder);
    assert_eq!(ran.code, 1, "{}", ran.error);
    let finding = &report["findings"].as_array().unwrap().iter().find(|f| f["code"] == "KC403").unwrap();
    assert_eq!(finding["message"]["id"], "KC403-words", "{finding:#}");
    let word = &finding["words"][0];
    assert_eq!((&word["word"], &word["path"]), (&"rộn ràng".into(), &"M1/bc.docx".into()), "{finding:#}");
    assert!(word["quote"].as_str().unwrap().contains("45/45"), "{finding:#}");
    // Once for both agencies, with one sentence.
    let group = "rộn ràng: 2 dòng, 2 cơ quan, 2 tài liệu. “Đã hoàn thành rộn ràng 45/45 nhiệm vụ của Kế hoạch.”";
    assert!(ran.said.contains("Từ chưa hiểu") && ran.said.contains(group), "{}", ran.said);
    let page = std::fs::read_to_string(folder.join("kiemchung-report/report.html")).unwrap();
    assert!(page.contains("id=\"words\"") && page.contains("<td>2 dòng, 2 cơ quan, 2 tài liệu</td>"));
    assert!(sheets(folder).contains(&"Từ chưa hiểu".to_owned()));

    // What the command prints is a line for the vocabulary.
    let words = run(folder, &["rules", "words", "goi"]);
    let line = words.said.lines().find(|line| line.starts_with('"')).unwrap();
    assert!(line.starts_with("\"rộn ràng\",  # 2 dòng") && line.ends_with("(so-a/M1/bc.docx)"), "{}", words.said);
    assert!(words.said.contains("[praise]") && words.said.contains("[deed.\"…\"]"), "{}", words.said);
    put(folder, "goi/vocabulary.toml", format!("[praise]\nwords = [\n{line}\n]\n"));

    let settled = run(folder, &["rules", "words", "goi", "--lang", "en"]);
    assert!(settled.said.contains("[praise]\nwords = [\"rộn ràng\"]"), "{}", settled.said);
    assert!(settled.said.contains("run check again") && !settled.said.contains("2 rows"), "{}", settled.said);

    let before = report["run"]["rules"]["sha256"].clone();
    let (ran, report, cached) = check(folder);
    assert_eq!((ran.code, cached), (0, 2), "{}", ran.said);
    for submission in report["submissions"].as_array().unwrap() {
        assert_eq!(submission["criteria"][0]["verdict"], "met", "{report:#}");
    }
    assert_ne!(report["run"]["rules"]["sha256"], before);
    let page = std::fs::read_to_string(folder.join("kiemchung-report/report.html")).unwrap();
    assert!(!ran.said.contains("Từ chưa hiểu") && !page.contains("Từ chưa hiểu"), "{}", ran.said);
    assert!(!sheets(folder).contains(&"Từ chưa hiểu".to_owned()));
}

#[test]
fn a_report_of_another_pack_is_not_shown() {
    let folder = folder();
    let folder = folder.path();
    check(folder);
    let silent = run(folder, &["rules", "words", "dak-lak-2018"]);
    assert_eq!(silent.code, 0, "{}", silent.error);
    assert!(silent.error.contains("pack tu") && !silent.said.contains("rộn ràng"), "{} {}", silent.said, silent.error);
    let named = run(folder, &["rules", "words", "dak-lak-2018", "--report", "kiemchung-report"]);
    assert!(named.code == 2 && named.error.contains("pack tu"), "{}", named.error);
    assert_eq!(run(folder, &["rules", "words", "goi", "--report", "khong-co"]).code, 2);
    let none = run(folder, &["rules", "words", "goi", "--report", "kiemchung-report/report.json"]);
    assert!(none.code == 0 && none.said.contains("rộn ràng"), "{}", none.error);
}

#[test]
fn a_word_that_may_not_be_added_is_shown_with_its_line_and_a_caret() {
    let folder = folder();
    let folder = folder.path();
    for (text, at, words) in [
        ("[praise]\nwords = [\"rộn ràng\n", "2:", "KC901"),
        ("[praise]\nwords = [\"a\"]\n[noun.lớp]\nwords = [\"b\"]\n", "3:8", "quotes: [noun.\"lớp\"]"),
        ("[praise]\nwords = \"rộn ràng\"\n", "2:9", "KC901"),
        ("[praise]\nword = [\"rộn ràng\"]\n", "2:1", "unknown key \"word\""),
        ("[praise]\n", "1:1", "the key \"words\" is missing"),
        ("words = [\"rộn ràng\"]\n", "1:9", "\"words\" is a table"),
        ("[khen]\nwords = [\"rộn ràng\"]\n", "1:2", "there is no class \"khen\""),
        ("[deed]\nwords = [\"rộn ràng\"]\n", "1:2", "there is no class \"deed\""),
        ("[praise]\nwords = [\"tưng bừng\"]\n[negation]\nwords = [\"khó\"]\n", "3:2", "\"negation\" is closed"),
        ("[done]\nwords = [\"rộn ràng\", \"phấn đấu\"]\n", "2:22", "already of the class \"aim\""),
        ("[praise]\nwords = [\"chưa rộn ràng\"]\n", "2:10", "holds \"chưa\", which is of the class \"negation\""),
        ("[deed.\"tập huấn\"]\nwords = [\"sẽ tập huấn\"]\n", "2:10", "holds \"sẽ\""),
        ("[praise]\nwords = []\n", "1:2", "gets no words"),
        ("[praise]\nwords = [\"45\"]\n", "2:10", "this is no word"),
        ("[praise]\nwords = [\"rộn ràng\", \"Rộn ràng\"]\n", "2:22", "stands here twice"),
    ] {
        put(folder, "goi/vocabulary.toml", text);
        for arguments in
            [vec!["rules", "lint", "goi"], vec!["check", "nop", "--rules", "goi"], vec!["rules", "words", "goi"]]
        {
            let done = run(folder, &arguments);
            assert_eq!(done.code, 2, "{text}: {}", done.error);
            assert!(done.error.contains(words) && done.error.contains('^'), "{words}: {}", done.error);
            assert!(done.error.contains(&format!("vocabulary.toml:{at}")), "{words}: {}", done.error);
            assert!(done.error.contains("help"), "{words}: {}", done.error);
        }
    }
    put(folder, "goi/vocabulary.toml", "[khen]\nwords = [\"a\"]\n[negation]\nwords = [\"b\"]\n");
    put(folder, "goi/M1.toml", CRITERION.replace("\"BC\"", "\"BC?\""));
    let all = run(folder, &["rules", "lint", "goi"]).error;
    assert!(["khen", "negation", "no such type of document"].iter().all(|w| all.contains(w)), "all at once: {all}");
}

#[test]
fn a_vocabulary_is_no_criterion() {
    let folder = folder();
    let folder = folder.path();
    put(
        folder,
        "goi/vocabulary.toml",
        "[deed.\"tập huấn\"]\nwords = [\"bổ túc\"]\n[noun.\"lớp\"]\nwords = [\"khóa bổ túc\"]\n",
    );
    let lint = run(folder, &["rules", "lint", "goi"]);
    assert_eq!((lint.code, lint.said.trim()), (0, "tu: 1 criteria, 1 evidence items, no problems"), "{}", lint.error);
    let words = run(folder, &["rules", "words", "goi", "--lang", "en"]).said;
    assert!(words.contains("[deed.\"tập huấn\"]\nwords = [\"bổ túc\"]\n[noun.\"lớp\"]"), "{words}");
    // A file with a code is still missed.
    std::fs::remove_file(folder.join("goi/M1.toml")).unwrap();
    assert!(run(folder, &["rules", "lint", "goi"]).error.contains("no file of the pack has this code"));
}

/// A name of a measure that no class has would make it blind, without a word.
#[test]
fn a_measure_names_classes_that_there_are() {
    let folder = folder();
    let folder = folder.path();
    let linted = |criterion: &str| {
        put(folder, "goi/M1.toml", criterion);
        run(folder, &["rules", "lint", "goi"])
    };
    let named = CRITERION.replace("noun = [\"nhiệm vụ\"]", "noun = [\"nhiệm vụ\", \"đầu mối\"]\ngiver = [\"body.bộ\"]");
    assert_ne!(named, CRITERION);
    let done = linted(&named);
    assert_eq!(done.code, 2, "{}", done.error);
    assert_eq!(done.error.matches("help: use a name of the lexicon").count(), 2, "{}", done.error);
    assert!(["M1.toml:", "đầu mối", "body.bộ", "help", "^"].iter().all(|w| done.error.contains(w)), "{}", done.error);
    // The pack may make one.
    put(
        folder,
        "goi/vocabulary.toml",
        "[noun.\"đầu mối\"]\nwords = [\"đầu mối\"]\n[body.\"bộ\"]\nwords = [\"bộ chủ quản\"]\n",
    );
    let done = linted(&named);
    assert_eq!(done.code, 0, "{}", done.error);
}
