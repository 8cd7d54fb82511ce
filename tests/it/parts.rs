//! A file that holds several documents: each is judged by itself, and named with its pages.

use crate::common::{kiemchung, root};
use crate::intake::{check, put};

#[test]
fn each_document_of_a_file_is_judged_and_named_with_its_pages() {
    let cache = tempfile::tempdir().unwrap();
    let run = || check(&root().join("fixtures/joined"), &["--cache", cache.path().to_str().unwrap()]);
    let report = run();
    let submission = &report["submissions"][0];
    let documents = submission["documents"].as_array().unwrap();
    let parts: Vec<_> = documents.iter().flat_map(|d| d["parts"].as_array().unwrap()).collect();
    let seen: Vec<_> = parts.iter().map(|p| (&p["pages"], &p["form"]["number"]["value"], &p["used_by"])).collect();
    let wanted = serde_json::json!([
        [[1, 2], "237/BC-UBND", ["S2/bao-cao-cchc"]],
        [[3, 4], "325/BC-UBND", ["S2/ung-dung-cntt"]],
        [[5, 9], "331/BC-UBND", ["S1/bao-cao-nam", "S2/bao-cao-cchc"]],
    ]);
    assert_eq!(serde_json::to_value(&seen).unwrap(), wanted);
    assert_eq!(documents.len(), 1);

    let item = |criterion: usize, id: &str| {
        let items = submission["criteria"][criterion]["evidence"].as_array().unwrap();
        items.iter().find(|e| e["id"] == id).unwrap().clone()
    };
    assert_eq!(
        item(1, "bao-cao-cchc")["documents"],
        serde_json::json!(["S2/ho-so S2.pdf#p1-2", "S2/ho-so S2.pdf#p5-9"])
    );
    assert_eq!(item(1, "ung-dung-cntt")["verdict"], "met");
    // The place of a proof is a page of the file.
    let checks = item(1, "ung-dung-cntt")["checks"].clone();
    let pages: Vec<_> = checks.as_array().unwrap().iter().filter_map(|c| c["place"]["page"].as_u64()).collect();
    assert!(pages.iter().all(|page| (3..=4).contains(page)) && !pages.is_empty(), "{pages:?}");
    // No second copy of itself, and nothing that nobody used.
    let of_files = report["findings"].as_array().unwrap().iter().filter(|f| f["evidence"].is_null());
    let codes: Vec<_> = of_files.map(|f| f["code"].as_str().unwrap()).collect();
    assert!(!codes.contains(&"KC007") && !codes.contains(&"KC001"), "{codes:?}");
    assert_eq!(run(), report, "from the cache");
}

#[test]
fn form_shows_each_document() {
    let file = root().join("fixtures/joined/S2/ho-so S2.pdf");
    let shown = kiemchung().args(["form", "--ocr", "never", "--no-cache"]).arg(file).output().unwrap();
    let text = String::from_utf8(shown.stdout).unwrap();
    let heads: Vec<_> = text.lines().filter(|l| l.starts_with("--- ") || l.starts_with("  number")).collect();
    let wanted =
        ["--- pages 1 to 2", "237/BC-UBND", "--- pages 3 to 4", "325/BC-UBND", "--- pages 5 to 9", "331/BC-UBND"];
    assert_eq!(heads.len(), wanted.len());
    assert!(heads.iter().zip(wanted).all(|(line, end)| line.ends_with(end)), "{heads:?}");
}

#[test]
fn a_manifest_says_which_pages_were_handed_in_for_a_criterion() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(root().join("fixtures/joined/S2/ho-so S2.pdf"), folder.path().join("tat-ca.pdf")).unwrap();
    let rows = "criterion,file,pages,note\nS1,tat-ca.pdf,5-9,\nS2,tat-ca.pdf,1-99,\nS4,tat-ca.pdf,phụ lục,\n";
    std::fs::write(folder.path().join("manifest.csv"), rows).unwrap();
    let report = check(folder.path(), &[]);
    let documents = report["submissions"][0]["documents"].as_array().unwrap();
    let parts = documents[1]["parts"].as_array().unwrap();
    assert_eq!(parts[2]["used_by"], serde_json::json!(["S1/bao-cao-nam", "S2/bao-cao-cchc"]));
    let rows: Vec<_> = report["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "KC009").collect();
    let texts: Vec<_> = rows.iter().map(|f| f["text"].as_str().unwrap()).collect();
    assert!(texts.len() == 2 && texts.iter().any(|t| t.contains("99")), "{texts:?}");
    assert!(texts.iter().any(|t| t.contains("phụ lục")), "{texts:?}");

    // Pages of another document: the report of the year was handed in for S2 alone.
    std::fs::write(folder.path().join("manifest.csv"), "criterion,file,pages,note\nS1,tat-ca.pdf,1-4,\n").unwrap();
    let elsewhere = check(folder.path(), &[]);
    let found =
        elsewhere["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "KC307" && f["criterion"] == "S1");
    assert_eq!(found.count(), 1);
}

#[test]
fn documents_in_a_file_without_pages_are_named_by_their_place() {
    let letter = |number: &str, kind: &str| {
        format!(
            "<table><tr><td>SỞ NỘI VỤ<br>Số: {number}</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - \
             Hạnh phúc<br>An Lạc, ngày 20 tháng 12 năm 2018</td></tr></table><p><b>{kind}</b></p><p><b>Công tác cải cách \
             hành chính năm 2018</b></p><p>Căn cứ Luật Tổ chức chính quyền địa phương;</p><p>Đã hoàn thành./.</p>\
             <table><tr><td>Nơi nhận:</td><td>GIÁM ĐỐC<br>Trần Văn Mẫu</td></tr></table>"
        )
    };
    let folder = tempfile::tempdir().unwrap();
    let both = format!("<html><meta charset=utf-8>{}{}", letter("7/KH-SNV", "KẾ HOẠCH"), letter("8/BC-SNV", "BÁO CÁO"));
    let file = put(folder.path(), "S2/tat-ca.html", both);
    put(folder.path(), "manifest.csv", "criterion,file,pages,note\nS2,S2/tat-ca.html,5-9,\n");
    let report = check(folder.path(), &[]);
    let documents = report["submissions"][0]["documents"].as_array().unwrap();
    let document = documents.iter().find(|d| d["path"] == "S2/tat-ca.html").unwrap();
    let parts = document["parts"].as_array().unwrap().iter();
    let seen: Vec<_> = parts.map(|p| (&p["pages"], &p["form"]["number"]["value"])).collect();
    assert_eq!(serde_json::to_value(&seen).unwrap(), serde_json::json!([[[1, 1], "7/KH-SNV"], [[2, 2], "8/BC-SNV"]]));
    assert!(report.to_string().contains("S2/tat-ca.html#2"), "the second document is named by its place");

    let shown = kiemchung().args(["form", "--ocr", "never", "--no-cache"]).arg(file).output().unwrap();
    let text = String::from_utf8(shown.stdout).unwrap();
    assert!(text.contains("--- document 2") && text.contains("8/BC-SNV"), "{text}");
}
