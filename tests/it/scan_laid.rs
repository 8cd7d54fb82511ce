//! Scans whose pages lie otherwise than a person reads them: turned, two on one sheet, with a blank back; and stamps.

use image::RgbImage;
use serde_json::Value;

use crate::common::root;
use crate::scan::{DECISION, OTHER, REPORT, check, form, has_engine};
use crate::scan_maker::{Scanner, flagged, pdf_of, redden, scan, side_by_side, stamp, turned};

const DPI: f32 = 200.0;
const SCANNER: Scanner = Scanner { name: "", dpi: DPI, skew: 0.0, noise: 5, bilevel: false, stamp: false, quality: 60 };

fn pages(document: &str) -> Vec<Vec<u8>> {
    scan(&root().join(document), SCANNER, &mut |_, _| {})
}

fn form_of(name: &str, file: &[u8]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, file).unwrap();
    form(&path, &["--no-file-name"])
}

fn is_the_decision(read: &Value) {
    for (field, value) in
        [("type", "QĐ"), ("number", "3507/QĐ-UBND"), ("issued", "2017-12-21"), ("signer", "Nguyễn Văn An")]
    {
        assert_eq!((&read[field]["value"], &read[field]["state"]), (&value.into(), &"read".into()), "{read:#}");
    }
}

#[test]
fn a_turned_page_is_read_and_said_to_be_turned() {
    if !has_engine() {
        return;
    }
    let page = pages(DECISION).remove(0);
    for quarters in [1, 2, 3] {
        is_the_decision(&form_of("scan.pdf", &pdf_of(&[turned(&page, quarters)], DPI)));
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("nop/S1")).unwrap();
    std::fs::write(folder.path().join("nop/S1/quet.pdf"), pdf_of(&[turned(&page, 2)], DPI)).unwrap();
    let (_, report) = check(folder.path(), "out", &[]);
    let said = report["findings"].as_array().unwrap().iter().find(|f| f["code"] == "KC113");
    let said = said.unwrap_or_else(|| panic!("{:#}", report["findings"]));
    assert_eq!((&said["message"]["id"], &said["severity"]), (&"KC113-turned".into(), &"info".into()));
}

#[test]
fn a_photo_is_turned_as_its_flag_says() {
    if !has_engine() {
        return;
    }
    let page = pages(DECISION).remove(0);
    for (quarters, orientation) in [(3, 6), (2, 3), (1, 8)] {
        is_the_decision(&form_of("anh.jpg", &flagged(&turned(&page, quarters), orientation)));
    }
}

#[test]
fn two_pages_on_one_sheet_are_read_one_after_the_other() {
    if !has_engine() {
        return;
    }
    let pages = pages(REPORT);
    let sheets: Vec<Vec<u8>> = pages.chunks(2).map(|pair| side_by_side(&pair[0], pair.last().unwrap())).collect();
    let read = form_of("scan.pdf", &pdf_of(&sheets[..1], DPI));
    for (field, value) in [("type", "BC"), ("number", "331/BC-UBND")] {
        assert_eq!((&read[field]["value"], &read[field]["state"]), (&value.into(), &"read".into()), "{read:#}");
    }
    let subject = "Kết quả thực hiện công tác cải cách hành chính năm 2018 và phương hướng, nhiệm vụ năm 2019";
    assert_eq!(read["abstract"]["value"], subject);
}

#[test]
fn of_two_documents_on_one_sheet_nothing_is_stated() {
    if !has_engine() {
        return;
    }
    let sheet = side_by_side(&pages(REPORT)[0], &pages(OTHER)[0]);
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("nop/S2")).unwrap();
    std::fs::write(folder.path().join("nop/S2/hai van ban.pdf"), pdf_of(&[sheet], DPI)).unwrap();
    let (_, report) = check(folder.path(), "out", &[]);
    let form = &report["submissions"][0]["documents"][0]["parts"][0]["form"];
    for field in ["type", "number", "issued", "issuer", "abstract", "signer"] {
        assert_eq!(form[field]["state"], "unclear", "{form:#}");
    }
    assert!(report["findings"].as_array().unwrap().iter().any(|f| f["message"]["id"] == "KC113-side-by-side"));
}

#[test]
fn a_blank_side_of_a_sheet_hides_nothing() {
    if !has_engine() {
        return;
    }
    let page = pages(DECISION).remove(0);
    let mut blank = Vec::new();
    let paper = RgbImage::from_pixel(1654, 2339, image::Rgb([248; 3]));
    image::codecs::jpeg::JpegEncoder::new(&mut blank).encode_image(&paper).unwrap();
    for sheet in [[page.clone(), blank.clone()], [blank, page]] {
        is_the_decision(&form_of("scan.pdf", &pdf_of(&sheet, DPI)));
    }
}

#[test]
fn a_signer_under_a_red_stamp_is_read() {
    if !has_engine() {
        return;
    }
    // Over the name, as seals are set.
    let sealed = scan(&root().join(DECISION), SCANNER, &mut |_, picture| {
        stamp(picture, DPI, (400.0 * DPI / 72.0, 725.0 * DPI / 72.0));
    });
    is_the_decision(&form_of("scan.pdf", &pdf_of(&sealed, DPI)));
}

#[test]
fn a_red_stamp_of_secrecy_stops_the_reading() {
    if !has_engine() {
        return;
    }
    let document = "fixtures/nop-2018/phong-noi-vu-huyen-x/S6 - nhiem vu duoc giao.pdf";
    for quarters in [0, 2] {
        let mut pages = scan(&root().join(document), SCANNER, &mut |_, picture| redden(picture, DPI, SECRET));
        if quarters > 0 {
            pages = pages.iter().map(|page| turned(page, quarters)).collect();
        }
        let read = form_of("scan.pdf", &pdf_of(&pages, DPI));
        assert_eq!(read["status"], "secret", "{read:#}");
        assert_eq!((&read["abstract"]["value"], &read["signer"]["value"]), (&Value::Null, &Value::Null));
    }
}

/// Where "MẬT" stands on that document, in points.
const SECRET: [f32; 4] = [158.0, 117.0, 194.0, 136.0];
