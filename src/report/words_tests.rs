use super::*;
use crate::report::catalog::Language;

/// A finding of an agency and criterion that asks for words: each with its document and sentence.
fn finding(agency: &str, criterion: &str, words: &[(&str, &str, &str)]) -> FindingRecord {
    let words: Vec<_> = words
        .iter()
        .map(|(word, path, quote)| serde_json::json!({ "word": word, "path": path, "quote": quote }))
        .collect();
    serde_json::from_value(serde_json::json!({
        "id": "f-1", "code": "KC403", "check": "threshold", "verdict": "unclear", "severity": "question",
        "agency": agency, "criterion": criterion, "evidence": "a", "path": null, "message": { "id": "KC403-words" },
        "text": "", "fix": "", "fingerprint": "1", "words": words,
    }))
    .unwrap()
}

#[test]
fn what_most_rows_wait_for_comes_first() {
    let findings = [
        finding("so-a", "1", &[("vội vã", "a.docx", "Vội vã xong 1/1."), ("rộn ràng", "a.docx", "Xong rộn ràng 2/2.")]),
        finding("so-a", "2", &[("rộn ràng", "a.docx", "Rộn ràng 3/3."), ("rộn ràng", "b.docx", "Rộn ràng 4/4.")]),
        finding("so-b", "1", &[("rộn ràng", "a.docx", "Rộn ràng 5/5."), ("ào ào", "a.docx", "Ào ào 6/6.")]),
        finding("so-b", "2", &[]),
    ];
    let asked = asked_words(&findings);
    let told: Vec<_> = asked.iter().map(|w| (w.word, w.rows, w.agencies.len(), w.documents, w.first.2)).collect();
    assert_eq!(
        told,
        [
            ("rộn ràng", 3, 2, 3, "Xong rộn ràng 2/2."),
            ("vội vã", 1, 1, 1, "Vội vã xong 1/1."),
            ("ào ào", 1, 1, 1, "Ào ào 6/6."),
        ]
    );
    assert_eq!(asked[0].counts(&Catalog::new(Language::En)), "3 rows, 2 agencies, 3 documents");
    assert!(asked_words(&findings[3..]).is_empty());
}

#[test]
fn one_row_is_counted_once_however_often_it_asks() {
    let asked = [
        finding("so-a", "1", &[("rộn ràng", "a.docx", "Rộn ràng 1/1.")]),
        finding("so-a", "1", &[("rộn ràng", "a.docx", "Rộn ràng 2/2.")]),
    ];
    let words = asked_words(&asked);
    assert_eq!((words.len(), words[0].rows, words[0].documents), (1, 1, 1));
}

#[test]
fn a_class_is_written_as_toml_reads_it() {
    let words = [("deed.tập huấn", "bổ túc"), ("praise", "rộn ràng"), ("deed.tập huấn", "dạy \"kèm\"")];
    let words: Vec<AddedWord> =
        words.iter().map(|(class, word)| AddedWord { class: (*class).into(), word: (*word).into() }).collect();
    let written: String = by_class(&words)
        .into_iter()
        .map(|(class, words)| {
            let words: Vec<String> = words.into_iter().map(quoted).collect();
            format!("[{}]\nwords = [{}]\n", header(class), words.join(", "))
        })
        .collect();
    let read: toml::Table = toml::from_str(&written).unwrap();
    assert_eq!(read["praise"]["words"][0].as_str(), Some("rộn ràng"));
    assert_eq!(read["deed"]["tập huấn"]["words"][1].as_str(), Some("dạy \"kèm\""));
}
