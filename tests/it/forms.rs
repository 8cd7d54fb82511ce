//! Single documents whose form is hard to read: every field of each, and what is remarked.

use serde_json::Value;

use crate::common::{kiemchung, root};

/// What a command prints as JSON about one file of fixtures/forms.
fn told(command: &str, file: &str) -> Value {
    let path = root().join("fixtures/forms").join(file);
    let done =
        kiemchung().args([command, "--format", "json", "--ocr", "never", "--no-cache"]).arg(path).output().unwrap();
    serde_json::from_slice::<Value>(&done.stdout).unwrap()[0].take()
}

/// The fields that are stated; `?` unclear, `-` absent.
fn fields(form: &Value) -> Vec<String> {
    let names = ["type", "number", "issued", "issuer", "parent_issuer", "place", "abstract", "signer", "authority"];
    let show = |name: &str| match form[name]["state"].as_str() {
        Some("read") => form[name]["value"].as_str().unwrap().to_owned(),
        Some("unclear") => "?".to_owned(),
        _ => "-".to_owned(),
    };
    names.map(show).to_vec()
}

fn remarks(document: &Value) -> Vec<&str> {
    document["remarks"].as_array().into_iter().flatten().map(|r| r["kind"].as_str().unwrap()).collect()
}

#[test]
fn every_field_of_every_form_is_read() {
    let report = |number, issued, issuer| {
        let about = "Kết quả tuyên truyền cải cách hành chính năm 2018";
        let authority = "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC";
        ["BC", number, issued, issuer, "UBND TỈNH AN LẠC", "An Lạc", about, "Trần Văn Mẫu", authority]
    };
    let secret = ["BC", "05/BC-SNV", "2018-12-19", "SỞ NỘI VỤ", "-", "-", "-", "-", "-"];
    for (file, status, wanted) in [
        // TCVN3 has no capitals with tones: those of a word without other letters are not known.
        ("tcvn3.doc", "ok", report("117/BC-SNV", "2018-12-15", "Sở NỘI Vụ")),
        ("vni.docx", "ok", report("118/BC-SNV", "2018-12-17", "SỞ NỘI VỤ")),
        ("nfd.docx", "ok", report("119/BC-SNV", "2018-12-18", "SỞ NỘI VỤ")),
        ("mat.docx", "secret", secret),
        ("lop-chu-an.pdf", "scan", ["?"; 9]),
        ("ngay-thang-dao-nguoc.xlsx", "ok", ["-"; 9]),
    ] {
        let form = told("form", file);
        assert_eq!(
            (form["status"].as_str(), fields(&form)),
            (Some(status), wanted.map(str::to_owned).to_vec()),
            "{file}"
        );
    }
    for file in ["tcvn3.doc", "vni.docx", "nfd.docx"] {
        let cited = told("form", file)["citations"].take();
        let cited = (&cited[0]["number"], &cited[0]["date"], &cited[0]["issuer"]);
        assert_eq!(cited, (&"57/KH-SNV".into(), &"2018-02-12".into(), &"Sở Nội vụ".into()), "{file}");
    }
}

#[test]
fn number_and_day_are_read_from_signature_widgets() {
    let form = told("form", "so-va-ngay-trong-chu-ky.pdf");
    let about = "Về việc khen thưởng công tác cải cách hành chính năm 2018";
    let wanted = [
        "QĐ",
        "4186/QĐ-SNV",
        "2018-04-09",
        "SỞ NỘI VỤ",
        "UBND TỈNH AN LẠC",
        "An Lạc",
        about,
        "Trần Văn Mẫu",
        "GIÁM ĐỐC",
    ];
    assert_eq!(fields(&form), wanted);
    let source = |name: &str| form[name]["source"].as_str().unwrap().to_owned();
    assert_eq!([source("number"), source("issued"), source("type")], ["annotation", "annotation", "text"]);

    // They stand in their places for a person too, and the note of the signing program stays apart.
    let path = root().join("fixtures/forms/so-va-ngay-trong-chu-ky.pdf");
    let shown = kiemchung().args(["text", "--ocr", "never", "--no-cache"]).arg(path).output().unwrap();
    let text = String::from_utf8(shown.stdout).unwrap();
    assert!(text.contains("\nSố: 4186 /QĐ-SNV\n") && text.contains("ngày 09 tháng 4 năm 2018\n"), "{text}");
    assert!(!text.contains("\n4186\n") && text.contains("\nKy boi: So Noi vu, So 77, ngay 12/4/2018\n"), "{text}");
}

#[test]
fn what_was_done_to_a_text_is_remarked() {
    for (file, kinds) in [
        ("tcvn3.doc", vec!["converted"]),
        ("vni.docx", vec!["converted"]),
        ("nfd.docx", vec![]),
        ("lop-chu-an.pdf", vec!["untrusted-text"]),
        ("ngay-thang-dao-nguoc.xlsx", vec!["swapped-dates"]),
    ] {
        assert_eq!(remarks(&told("text", file)), kinds, "{file}");
    }
    let hidden = told("text", "lop-chu-an.pdf");
    assert_eq!(hidden["pages"][0]["lines"], serde_json::json!([]), "garbage is no text");
    let secret = told("text", "mat.docx").to_string();
    assert!(!secret.contains("Trần Văn Mẫu") && !secret.contains("tuyên truyền"), "{secret}");
}

#[test]
fn a_ruled_table_of_a_pdf_is_a_table() {
    let file = told("text", "../nop-2018/ubnd-tinh/S2/331-BC-UBND nam 2018.pdf");
    let pages = file["pages"].as_array().unwrap();
    let tables: Vec<&Value> = pages.iter().filter_map(|p| p["tables"].as_array()).flatten().collect();
    let row = |table: &Value, row: u64| -> Vec<(u64, String)> {
        let cells = table["cells"].as_array().unwrap().iter().filter(|c| c["row"] == row);
        cells.map(|c| (c["col"].as_u64().unwrap(), c["text"].as_str().unwrap().to_owned())).collect()
    };
    let words = |texts: &[&str]| (0..).zip(texts.iter().map(|t| (*t).to_owned())).collect::<Vec<_>>();
    assert_eq!(tables.len(), 2);
    assert_eq!(row(tables[0], 0), words(&["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2017", "Năm 2018"]));
    assert_eq!(row(tables[0], 2), words(&["2", "Hồ sơ đúng hạn", "%", "97,1", "98,3"]));
    // Empty cells are left out, and the figures stay in their columns.
    let total = [(1, "Tổng cộng"), (2, "42"), (3, "42"), (4, "0")].map(|(col, text)| (col, text.to_owned()));
    assert_eq!(row(tables[1], 8), total);
}
