//! What a reader sees in either language: the pages of docs/checks are those of the catalogue, and no message lacks an
//! argument.

use std::collections::BTreeMap;
use std::path::Path;

use kiemchung::check::load;
use kiemchung::report::{Catalog, Language, pages};
use kiemchung::rules::bundled_ids;

use crate::common::{batch, kiemchung, root};

/// Files below a folder by path with `/`, but not those of `except`.
fn files(folder: &Path, except: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten().filter(|e| e.file_type().is_file()) {
        let parts: Vec<_> =
            entry.path().strip_prefix(folder).unwrap().iter().map(|p| p.to_string_lossy().into_owned()).collect();
        if parts[0] != except {
            found.insert(parts.join("/"), std::fs::read_to_string(entry.path()).unwrap());
        }
    }
    found
}

#[test]
fn generated_pages_are_those_of_the_catalogue() {
    let packs: Vec<_> = bundled_ids().iter().map(|id| load(id).unwrap()).collect();
    let vietnamese = root().join("docs/checks");
    for (language, folder) in [(Language::Vi, vietnamese.clone()), (Language::En, vietnamese.join("en"))] {
        let made = pages(&packs, &Catalog::new(language));
        if std::env::var_os("UPDATE_GENERATED").is_some() {
            for path in files(&folder, "en").keys().filter(|p| !made.contains_key(*p)) {
                std::fs::remove_file(folder.join(path)).unwrap();
            }
            for (path, text) in &made {
                let path = folder.join(path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, text).unwrap();
            }
        }
        let on_disk = files(&folder, "en");
        let differ: Vec<_> =
            made.keys().chain(on_disk.keys()).filter(|path| made.get(*path) != on_disk.get(*path)).collect();
        assert!(differ.is_empty(), "run make docs; these differ: {differ:#?}");
    }
}

/// Fluent prints `{$name}` for an argument that it was not given, and the id for a message that it does not have.
fn assert_complete(what: &str, output: &str) {
    assert!(!output.is_empty(), "{what}: nothing was printed");
    for line in output.lines() {
        assert!(!line.contains("{$") && !line.contains("{ $"), "{what}: an argument is missing: {line}");
    }
}

#[test]
fn reports_are_complete_in_either_language() {
    let folder = batch();
    let mut words = BTreeMap::new();
    for language in ["vi", "en"] {
        let out = folder.path().join(language);
        let done = kiemchung()
            .arg("check")
            .arg(folder.path().join("nop-2018"))
            .args(["--rules", "dak-lak-2018", "--as-of", "2019-01-31", "--ocr", "never", "--lang", language, "--out"])
            .arg(&out)
            .output()
            .unwrap();
        assert_eq!(done.status.code(), Some(1));
        let text = String::from_utf8(done.stdout).unwrap();
        let json = std::fs::read_to_string(out.join("report.json")).unwrap();
        let html = std::fs::read_to_string(out.join("report.html")).unwrap();
        for (what, output) in [("text", &text), ("json", &json), ("html", &html)] {
            assert_complete(&format!("{what} {language}"), output);
        }
        assert!(html.contains(&format!("<html lang=\"{language}\"")));
        let report: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(report["run"]["language"], language);
        words.insert(language, (text, report));
    }
    let ((vi_text, vi), (en_text, en)) = (&words["vi"], &words["en"]);
    assert!(vi_text.contains("Chưa đạt") && en_text.contains("Gap") && !en_text.contains("Chưa đạt"));
    // The same findings in other words: ids, codes and quotes do not depend on the language.
    let plain = |report: &serde_json::Value| -> Vec<(String, String, String)> {
        let findings = report["findings"].as_array().unwrap();
        findings.iter().map(|f| (f["id"].to_string(), f["code"].to_string(), f["quote"].to_string())).collect()
    };
    assert_eq!(plain(vi), plain(en));
    let texts = |report: &serde_json::Value| -> Vec<String> {
        report["findings"].as_array().unwrap().iter().map(|f| f["text"].to_string()).collect()
    };
    assert!(texts(vi).iter().zip(texts(en)).all(|(vi, en)| *vi != en), "a text is the same in both languages");
}

#[test]
fn explanations_speak_the_language_asked_for() {
    for (language, word) in [("vi", "Cách xử lý"), ("en", "How to mend it")] {
        let done = kiemchung().args(["explain", "KC301", "--lang", language]).output().unwrap();
        let text = String::from_utf8(done.stdout).unwrap();
        assert!(text.contains(word), "{text}");
    }
    let done = kiemchung().args(["explain", "S2", "--lang", "fr"]).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8(done.stderr).unwrap().contains("vi, en"));
}
