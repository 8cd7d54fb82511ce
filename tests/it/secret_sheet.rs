//! A stamp of secrecy in a workbook: the status is secret, nothing of its text is kept.

use std::io::Write;
use std::path::Path;

use crate::common::kiemchung;
use crate::intake::check;

const HEAD: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;

/// A workbook with a plain first sheet and a hidden second one that holds `cells` (name, text).
fn workbook(path: &Path, cells: &[(&str, &str)]) {
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    let relations = |inside: String| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>"#
        )
    };
    let sheet = |cells: &[(&str, &str)]| {
        let rows: String = cells
            .iter()
            .map(|(name, text)| {
                let row: String = name.chars().filter(char::is_ascii_digit).collect();
                format!(r#"<row r="{row}"><c r="{name}" t="inlineStr"><is><t>{text}</t></is></c></row>"#)
            })
            .collect();
        format!("<worksheet {HEAD}><sheetData>{rows}</sheetData></worksheet>")
    };
    let book = format!(
        r#"<workbook {HEAD} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Biểu" sheetId="1" r:id="s1"/><sheet name="Ẩn" sheetId="2" state="hidden" r:id="s2"/></sheets></workbook>"#
    );
    let members = [
        ("[Content_Types].xml", types.to_owned()),
        ("_rels/.rels", relations(relation("r", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", book),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                relation("s1", "worksheet", "worksheets/sheet1.xml")
                    + &relation("s2", "worksheet", "worksheets/sheet2.xml"),
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet(&[("A1", "Nội dung riêng")])),
        ("xl/worksheets/sheet2.xml", sheet(cells)),
    ];
    let mut writer = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, content) in members {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
}

#[test]
fn a_stamped_workbook_is_secret_and_nothing_of_it_is_kept() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::create_dir(folder.path().join("S1")).unwrap();
    for (name, stamp) in [("mat.xlsx", "T Ố I  M Ậ T"), ("thuong.xlsx", "Mật độ dân số")] {
        workbook(&folder.path().join("S1").join(name), &[("A1", "Phụ lục riêng"), ("A2", stamp), ("A3", "Số liệu")]);
    }
    let report = check(folder.path(), &["--cache", cache.path().to_str().unwrap()]);
    let documents = report["submissions"][0]["documents"].as_array().unwrap();
    let statuses: Vec<_> = documents.iter().map(|d| d["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["secret", "ok"]);
    assert!(!report.to_string().contains("riêng") && !report.to_string().contains("T Ố I"));
    let of_secret = report["findings"].as_array().unwrap().iter().filter(|f| f["path"] == "S1/mat.xlsx");
    let raised: Vec<_> = of_secret.map(|f| f["code"].as_str().unwrap()).collect();
    assert_eq!(raised, ["KC008"]);
    // Its item is unclear, not missing.
    assert_eq!(report["submissions"][0]["criteria"][0]["verdict"], "unclear");

    let secret = folder.path().join("S1/mat.xlsx");
    for command in ["text", "form"] {
        let out = kiemchung().arg(command).arg(&secret).arg("--cache").arg(cache.path()).output().unwrap();
        let text = String::from_utf8(out.stdout).unwrap();
        assert!(text.contains("(secret)") && !text.contains("riêng"), "{text}");
    }
    let info = kiemchung().args(["cache", "info", "--cache"]).arg(cache.path()).output().unwrap();
    assert!(String::from_utf8(info.stdout).unwrap().contains("1 entries"), "one entry: the other workbook");
}
