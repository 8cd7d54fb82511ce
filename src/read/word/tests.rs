use super::*;
use crate::document::{Line, PageKind, Source};
use crate::read::package::tests::zip_of;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

fn docx(body: &str) -> Vec<u8> {
    docx_with(body, "<w:styles/>")
}

fn docx_with(body: &str, styles: &str) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    zip_of(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("word/document.xml", &document),
        ("word/styles.xml", styles),
    ])
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn read_docx(data: Vec<u8>) -> Result<(Page, Vec<Remark>), Failure> {
    let (mut page, mut remarks) = (None, Vec::new());
    read(data, Media::Docx, &Limits::default(), &mut |record| match record {
        Record::Page(read) => page = Some(read),
        Record::Remark(remark) => remarks.push(remark),
        _ => {}
    })?;
    Ok((page.unwrap(), remarks))
}

fn texts(lines: &[Line]) -> Vec<&str> {
    lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn a_letterhead_comes_as_its_visual_lines() {
    let cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let left = "<w:p><w:r><w:t>UBND TỈNH</w:t><w:br/><w:t>SỞ NỘI VỤ</w:t></w:r></w:p>".to_owned()
        + &paragraph("Số: 12/BC-SNV");
    let right = "<w:p><w:r><w:rPr><w:b/><w:sz w:val=\"26\"/></w:rPr><w:t>CỘNG HÒA</w:t></w:r></w:p>";
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&left), cell(right));
    let (page, _) = read_docx(docx(&(table + "<w:p/>" + &paragraph("BÁO CÁO")))).unwrap();
    assert_eq!(page.kind, PageKind::Text);
    assert_eq!(texts(&page.lines), ["UBND TỈNH", "SỞ NỘI VỤ", "Số: 12/BC-SNV", "CỘNG HÒA", "BÁO CÁO"]);
    let numbers: Vec<_> = page.lines.iter().map(|line| (line.paragraph.unwrap(), line.cell)).collect();
    assert_eq!(
        numbers,
        [(1, Some((0, 0, 0))), (1, Some((0, 0, 0))), (2, Some((0, 0, 0))), (3, Some((0, 0, 1))), (4, None)]
    );
    assert!(page.lines[3].bold && !page.lines[0].bold);
    assert_eq!(page.lines[3].size, 13.0);
    let cells: Vec<_> = page.tables[0].cells.iter().map(|cell| (cell.row, cell.col, cell.text.as_str())).collect();
    assert_eq!(cells, [(0, 0, "UBND TỈNH SỞ NỘI VỤ Số: 12/BC-SNV"), (0, 1, "CỘNG HÒA")]);
}

#[test]
fn merged_cells_keep_their_columns_and_nested_tables_their_text() {
    let tc = |properties: &str, content: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>");
    let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl><w:p/>", tc("", &paragraph("trong")));
    let rows = [
        tc(r#"<w:vMerge w:val="restart"/>"#, &paragraph("dọc"))
            + &tc(r#"<w:gridSpan w:val="2"/>"#, &paragraph("ngang")),
        tc("<w:vMerge/>", "<w:p/>") + &tc("", &paragraph("b")) + &tc("", &(paragraph("c") + &inner)),
    ];
    let grid = "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>";
    let table = format!("<w:tbl>{grid}<w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>", rows[0], rows[1]);
    let (page, _) = read_docx(docx(&table)).unwrap();
    let cells = |index: usize| -> Vec<_> {
        page.tables[index].cells.iter().map(|cell| (cell.row, cell.col, cell.text.as_str())).collect()
    };
    assert_eq!(cells(0), [(0, 0, "dọc"), (0, 1, "ngang"), (1, 1, "b"), (1, 2, "c")]);
    assert_eq!(cells(1), [(0, 0, "trong")]);
    assert_eq!(texts(&page.lines), ["dọc", "ngang", "b", "c", "trong"]);
}

#[test]
fn deleted_and_hidden_text_is_remarked_and_not_read() {
    let run = |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = [
        "<w:p><w:r><w:t>giữ</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>".to_owned(),
        format!("<w:p>{}{}{}</w:p>", run("<w:vanish/>", "ẩn một"), run("<w:vanish/>", "ẩn hai"), run("", "hiện")),
        format!("<w:p>{}</w:p>", run("<w:vanish w:val=\"0\"/>", "cũng hiện")),
        format!("<w:p>{}{}</w:p>", run("<w:strike/>", "gạch "), run("", "còn")),
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>dấu đoạn ẩn</w:t></w:r></w:p>".to_owned(),
    ];
    let (page, remarks) = read_docx(docx(&body.concat())).unwrap();
    assert_eq!(texts(&page.lines), ["giữ", "hiện", "cũng hiện", "còn", "dấu đoạn ẩn"]);
    let seen: Vec<_> = remarks.iter().map(|remark| (remark.kind, remark.detail.as_str())).collect();
    assert_eq!(seen, [(RemarkKind::DeletedText, "1 places"), (RemarkKind::HiddenText, "1 places")]);
}

#[test]
fn a_letter_that_became_a_hyphen_is_read() {
    let body = ["Céng hoµ x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc", "Nhµ tr|êng, nhµ n|íc ®|îc giao"];
    let paragraph = |text: &&str| {
        let text = text.replace('|', "</w:t><w:softHyphen/><w:t>");
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
    };
    let (page, remarks) = read_docx(docx(&body.iter().map(paragraph).collect::<String>())).unwrap();
    assert_eq!(texts(&page.lines)[2], "Nhà trường, nhà nước được giao");
    assert_eq!(page.kind, PageKind::Text);
    assert_eq!(remarks.iter().map(|remark| remark.kind).collect::<Vec<_>>(), [RemarkKind::Converted]);
}

#[test]
fn white_on_paper_is_hidden() {
    let run = |colour: &str, text: &str| {
        let colour = if colour.is_empty() { String::new() } else { format!("<w:color w:val=\"{colour}\"/>") };
        format!("<w:r><w:rPr>{colour}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let shade = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"1F3864\"/>";
    let table = |of_table: &str, shade: &str, content: &str| {
        format!(
            "<w:tbl><w:tblPr>{of_table}</w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr>{shade}</w:tcPr><w:p>{content}</w:p></w:tc></w:tr></w:tbl>"
        )
    };
    let cell = |shade: &str, content: &str| table("", shade, content);
    let styled = |style: &str, content: &str| table(&format!("<w:tblStyle w:val=\"{style}\"/>"), "", content);
    let mixed = run("", "Số: ") + &run("FFFFFF", "123") + &run("", "/QĐ-SNV");
    let styles = format!(
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:style w:type=\"table\" w:styleId=\"Grid\"><w:tblPr/></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Head\"><w:tblStylePr><w:tcPr>{shade}</w:tcPr></w:tblStylePr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"Based\"><w:basedOn w:val=\"Head\"/></w:style></w:styles>"
    );
    for (body, shown, remarked) in [
        (format!("<w:p>{mixed}</w:p>"), "Số: /QĐ-SNV", true),
        (format!("<w:p>{}</w:p><w:p>{}</w:p>", run("FFFFFF", "ẩn"), run("", "hiện")), "hiện", true),
        (format!("<w:p><w:pPr>{shade}</w:pPr>{}</w:p>", run("FFFFFF", "trên nền")), "trên nền", false),
        (cell("", &mixed), "Số: /QĐ-SNV", true),
        (cell(shade, &mixed), "Số: 123/QĐ-SNV", false),
        (cell("", &run("FFFFFF", "ẩn")) + &paragraph("hiện"), "hiện", true),
        // A table style may shade the head of the table, and a table may be shaded as a whole.
        (styled("Grid", &run("FFFFFF", "ẩn")) + &paragraph("hiện"), "hiện", true),
        (styled("Head", &run("FFFFFF", "Nội dung")), "Nội dung", false),
        (styled("Based", &run("FFFFFF", "Nội dung")), "Nội dung", false),
        (styled("Based", &mixed), "Số: /QĐ-SNV", true),
        (table(shade, "", &run("FFFFFF", "Nội dung")), "Nội dung", false),
        (format!("<w:p>{}</w:p>", run("FF0000", "đỏ")), "đỏ", false),
    ] {
        let (page, remarks) = read_docx(docx_with(&body, &styles)).unwrap();
        let (seen, hidden): (Vec<_>, Vec<_>) = page.lines.into_iter().partition(|line| line.source == Source::Text);
        assert_eq!(texts(&seen), [shown], "{body}");
        // The text is kept as invisible, since a background that is not reported may show it.
        assert_eq!(!hidden.is_empty(), remarked, "{body}");
        assert!(hidden.iter().all(|line| ["Số: 123/QĐ-SNV", "ẩn"].contains(&line.text.as_str())), "{body}");
        assert_eq!(remarks.iter().any(|r| r.kind == RemarkKind::HiddenText), remarked, "{body}");
    }
}

#[test]
fn a_document_without_text_is_blank() {
    let (page, _) = read_docx(docx("<w:p/>")).unwrap();
    assert_eq!(page.kind, PageKind::Blank);
}

#[test]
fn damage_is_a_failure() {
    let status = |data: Vec<u8>, media| read(data, media, &Limits::default(), &mut |_| {}).unwrap_err().status;
    assert_eq!(status(b"PK\x03\x04 cut".to_vec(), Media::Docx), Status::Malformed);
    assert_eq!(status(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Media::Doc), Status::Malformed);
    assert_eq!(status(zip_of(&[("word/x.xml", "<a/>")]), Media::Docx), Status::Malformed);
}

/// A paragraph in a font.
fn in_font(font: &str, text: &str) -> String {
    format!(r#"<w:p><w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t>{text}</w:t></w:r></w:p>"#)
}

#[test]
fn old_encodings_are_converted_before_lines_are_parted() {
    let body = [
        in_font("VNI-Times", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
        // A vowel and its diacritic in two runs.
        "<w:p><w:r><w:t>Quye</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>át ñònh</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:t>Soá: 12/QÑ-UB</w:t><w:tab/><w:t>Haø Noäi, ngaøy 5 thaùng 3</w:t></w:r></w:p>".to_owned(),
    ];
    let (page, remarks) = read_docx(docx(&body.concat())).unwrap();
    let lines = ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Quyết định", "Số: 12/QĐ-UB", "Hà Nội, ngày 5 tháng 3"];
    assert_eq!(texts(&page.lines), lines);
    assert_eq!(
        remarks.iter().map(|r| (r.kind, r.detail.as_str())).collect::<Vec<_>>(),
        [(RemarkKind::Converted, "VNI")]
    );
}

#[test]
fn fonts_of_capitals_tell_capitals_and_unicode_in_old_fonts_stays() {
    let body = [
        in_font(".VnTimeH", "quyÕt ®Þnh"),
        in_font(".VnTime", "Céng hoµ x· héi chñ nghÜa ViÖt Nam"),
        in_font(".VnTime", "Độc lập - Tự do - Hạnh phúc"),
    ];
    let (page, _) = read_docx(docx(&body.concat())).unwrap();
    let lines = ["QUYẾT ĐỊNH", "Cộng hoà xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"];
    assert_eq!(texts(&page.lines), lines);

    let unicode = in_font(".VnTimeH", "Quyết định") + &in_font(".VnTime", "Độc lập - Tự do - Hạnh phúc");
    let (page, remarks) = read_docx(docx(&unicode)).unwrap();
    assert_eq!(texts(&page.lines), ["Quyết định", "Độc lập - Tự do - Hạnh phúc"]);
    assert!(remarks.is_empty());
}

#[test]
fn decomposed_letters_are_composed() {
    let (page, remarks) = read_docx(docx(&paragraph("Quye\u{302}\u{301}t đi\u{323}nh so\u{302}\u{301} 5"))).unwrap();
    assert_eq!(texts(&page.lines), ["Quyết định số 5"]);
    assert!(remarks.is_empty());
}

#[test]
fn a_text_box_is_read_once() {
    let content = paragraph("Trong khung");
    let shape = format!("<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>");
    let picture = format!("<v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>");
    let body = format!(
        r#"<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>{shape}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>{picture}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Ngoài khung</w:t></w:r></w:p>"#
    );
    let (page, _) = read_docx(docx(&body)).unwrap();
    let mut read = texts(&page.lines);
    read.sort_unstable();
    assert_eq!(read, ["Ngoài khung", "Trong khung"]);
}
