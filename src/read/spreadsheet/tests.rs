use super::*;
use crate::document::{Cell, CellValue};
use crate::read::package::tests::zip_of;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="s3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="st" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Biểu 1" sheetId="1" r:id="s1"/><sheet name="Ẩn" sheetId="2" state="veryHidden" r:id="s2"/><sheet name="Đồ thị" sheetId="3" r:id="s3"/></sheets></workbook>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;

fn xlsx(rows: &str) -> Vec<u8> {
    let sheet = |rows: &str| {
        format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        )
    };
    zip_of(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet(rows)),
        ("xl/worksheets/sheet2.xml", &sheet("")),
        ("xl/chartsheets/sheet1.xml", "<chartsheet/>"),
    ])
}

fn read_all(data: Vec<u8>, limits: &Limits) -> Result<Vec<Record>, Failure> {
    let mut records = Vec::new();
    read(data, Media::Xlsx, limits, &mut |record| records.push(record))?;
    Ok(records)
}

fn pages(records: &[Record]) -> Vec<&Page> {
    records.iter().filter_map(|r| if let Record::Page(page) = r { Some(page) } else { None }).collect()
}

fn remarks<'a>(records: &'a [Record]) -> Vec<(RemarkKind, &'a str, &'a str)> {
    let remark = |r: &'a Record| if let Record::Remark(remark) = r { Some(remark) } else { None };
    records
        .iter()
        .filter_map(remark)
        .map(|r| (r.kind, r.place.sheet.as_deref().unwrap_or(""), r.place.cell.as_deref().unwrap_or("")))
        .collect()
}

#[test]
fn cells_come_typed_and_as_they_are_shown() {
    let rows = r##"<row r="2"><c r="A2" t="inlineStr"><is><t> Ke&#x302;&#x301; hoạch </t></is></c><c r="B2"><v>1250</v></c><c r="C2" s="1"><v>0.343</v></c><c r="D2" s="2"><v>43454</v></c><c r="E2" t="b"><v>1</v></c></row><row r="3"><c r="A3" t="e"><v>#DIV/0!</v></c><c r="B3"><f>SUM(B1:B2)</f></c><c r="C3"><f>B2</f><v>2.5</v></c><c r="D3" s="2"/><c r="E3" t="str"><f>""</f><v></v></c></row>"##;
    let records = read_all(xlsx(rows), &Limits::default()).unwrap();
    assert_eq!(records[0], Record::Start { media: Media::Xlsx, page_count: 2 });
    let pages = pages(&records);
    assert_eq!(pages.len(), 2);
    assert_eq!((pages[0].sheet.as_deref(), pages[0].kind), (Some("Biểu 1"), PageKind::Text));
    assert_eq!((pages[1].sheet.as_deref(), pages[1].kind), (Some("Ẩn"), PageKind::Blank));
    let cell = |row, col, value, text: &str| Cell { row, col, value, text: text.to_owned() };
    assert_eq!(
        pages[0].tables[0].cells,
        [
            cell(1, 0, CellValue::Text("Kế hoạch".to_owned()), "Kế hoạch"),
            cell(1, 1, CellValue::Number(1250.0), "1250"),
            cell(1, 2, CellValue::Percent(0.343), "34,30%"),
            cell(1, 3, CellValue::Date("2018-12-20".to_owned()), "20/12/2018"),
            cell(1, 4, CellValue::Bool(true), "TRUE"),
            cell(2, 0, CellValue::Error("#DIV/0!".to_owned()), "#DIV/0!"),
            cell(2, 1, CellValue::FormulaWithoutValue, ""),
            cell(2, 2, CellValue::Number(2.5), "2,5"),
        ]
    );
    assert_eq!(
        remarks(&records),
        [
            (RemarkKind::HiddenSheet, "Ẩn", ""),
            (RemarkKind::ErrorCell, "Biểu 1", "A3"),
            (RemarkKind::FormulaWithoutValue, "Biểu 1", "B3"),
        ]
    );
}

#[test]
fn an_error_that_the_reader_does_not_know_costs_one_cell() {
    let rows = r##"<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1"><v>7</v></c></row>"##;
    let records = read_all(xlsx(rows), &Limits::default()).unwrap();
    assert_eq!(pages(&records)[0].tables[0].cells[0].text, "7");
    assert!(remarks(&records).contains(&(RemarkKind::ErrorCell, "Biểu 1", "")));
}

#[test]
fn far_cells_cost_nothing_and_many_cells_stop_the_reading() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let records = read_all(xlsx(rows), &Limits::default()).unwrap();
    assert_eq!(pages(&records)[0].tables[0].cells.len(), 2);

    let row = |n: u32| format!(r#"<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>"#);
    let rows: String = (1..=50).map(row).collect();
    let records = read_all(xlsx(&rows), &Limits { cells: 10, ..Limits::default() }).unwrap();
    assert_eq!(pages(&records).len(), 1);
    assert_eq!(pages(&records)[0].tables[0].cells.len(), 10);
    assert!(remarks(&records).contains(&(RemarkKind::LimitReached, "Biểu 1", "")));
}

#[test]
fn a_sheet_that_breaks_off_keeps_what_was_read() {
    let records =
        read_all(xlsx(r#"<row r="1"><c r="A1"><v>1</v></c><c r="!!"><v>2</v></c></row>"#), &Limits::default());
    let records = records.unwrap();
    assert_eq!(pages(&records)[0].tables[0].cells.len(), 1);
    assert!(remarks(&records).contains(&(RemarkKind::PageUnreadable, "Biểu 1", "")));
}

#[test]
fn damage_is_a_failure() {
    for (data, media) in [
        (b"PK\x03\x04 cut".to_vec(), Media::Xlsx),
        (zip_of(&[("xl/workbook.xml", "<a/>")]), Media::Xlsx),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Media::Xls),
        (zip_of(&[("content.xml", "<a")]), Media::Ods),
    ] {
        let failure = read(data, media, &Limits::default(), &mut |_| {}).unwrap_err();
        assert_eq!(failure.status, Status::Malformed, "{media:?} {failure}");
    }
}

#[test]
fn hidden_rows_merged_cells_swapped_dates_and_second_tables_are_seen() {
    let text = |cell: &str, text: &str| format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let date = |cell: &str, serial: u32| format!(r#"<c r="{cell}" s="2"><v>{serial}</v></c>"#);
    let rows = [
        format!(r#"<row r="1">{}</row>"#, text("A1", "BIỂU SỐ 1")),
        format!(r#"<row r="3">{}{}{}</row>"#, text("A3", "TT"), text("B3", "Ngày"), text("C3", "Ghi chú")),
        // 3 May and 4 June 2018, typed as 5 March and 6 April.
        format!(r#"<row r="4" hidden="1">{}{}</row>"#, text("A4", "1"), date("B4", 43223)),
        format!(r#"<row r="5">{}{}</row>"#, text("A5", "2"), date("B5", 43255)),
        format!(r#"<row r="6">{}{}</row>"#, text("A6", "3"), text("B6", "25/03/2018")),
        format!(r#"<row r="7">{}{}{}</row>"#, text("A7", "4"), text("B7", "13/4/2018"), text("D7", "x")),
        r#"<row r="9" hidden="1"/>"#.to_owned(),
    ];
    let cols = r#"<cols><col min="4" max="16384" hidden="1"/></cols>"#;
    let merged = r#"<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>"#;
    let records =
        read_all(xlsx(&format!("{}</sheetData>{cols}{merged}<sheetData>", rows.concat())), &Limits::default()).unwrap();
    let tables = &pages(&records)[0].tables;
    assert_eq!(tables.len(), 2);
    assert_eq!(tables[0].cell(0, 2).map(|cell| cell.text.as_str()), Some("BIỂU SỐ 1"));
    assert_eq!(tables[1].cells[0].text, "TT");
    assert_eq!(
        remarks(&records)[1..],
        [(RemarkKind::SwappedDates, "Biểu 1", "B4"), (RemarkKind::HiddenRows, "Biểu 1", "")]
    );
    let detail = records.iter().find_map(|r| match r {
        Record::Remark(remark) if remark.kind == RemarkKind::HiddenRows => Some(remark.detail.as_str()),
        _ => None,
    });
    assert_eq!(detail, Some("1 rows, 1 columns"));
}
