//! Secrecy, urgency, draft and copy.

use super::*;

#[test]
fn a_secret_stamp_is_a_line_of_its_own() {
    for (stamp, secret) in [
        ("MẬT", true),
        ("TỐI MẬT", true),
        ("TUYỆT MẬT", true),
        ("M Ậ T", true),
        ("T Ố I  M Ậ T", true),
        ("[ TUYỆT MẬT ]", true),
        ("Mật", false),
        ("BẢO MẬT", false),
        ("MẬT KHẨU", false),
        ("Danh mục bí mật nhà nước độ Mật", false),
    ] {
        for layout in [Layout::Boxes, Layout::Cells] {
            let form = form(&PLAN.replacen("^ KẾ HOẠCH", &format!("{stamp}\n^ KẾ HOẠCH"), 1), layout);
            assert_eq!(form.is_secret(), secret, "{stamp}");
            assert_eq!(head(&form), ["KH", "45/KH-SNV", "2018-03-05"], "{stamp}");
        }
    }
}

#[test]
fn a_register_tells_the_degree_of_other_documents() {
    let header = "Số đi | Ngày | Độ mật";
    let letterhead = "SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    for (rows, secret) in [
        // A table of its own above the letterhead, which readers may join to the letterhead.
        (format!("{header}\n123 | 05/3/2018 | MẬT\n=\n{letterhead}"), true),
        (format!("{header}\n123 | 05/3/2018 | MẬT\n{letterhead}\nSố: 123/QĐ-SNV | An Lạc"), true),
        (format!("{header}\n123 | 05/3/2018 | MẬT\n124 | 06/3/2018 | MẬT\n=\n{letterhead}"), false),
        (format!("{header}\n122 | 05/3/2018 | -\n123 | 06/3/2018 | MẬT\n{letterhead}"), false),
        (format!("{letterhead}\n=\n{header}\n123 | 05/3/2018 | MẬT"), false),
        (format!("{header}\n123 | 05/3/2018 | MẬT"), false),
    ] {
        assert_eq!(recognise(&tables(&rows)).is_secret(), secret, "{rows}");
    }
}

/// A Word document of tables, separated by `=`.
fn tables(text: &str) -> Document {
    let mut page = new_page(1, Layout::Cells);
    for (number, rows) in (0..).zip(text.split("=\n")) {
        page.tables.push(crate::document::Table::default());
        for (row, line) in (0..).zip(rows.lines()) {
            for (column, cell) in (0..).zip(line.split(" | ")) {
                let paragraph = page.lines.len() as u32 + 1;
                let lines = vec![Line { text: cell.to_owned(), ..Line::default() }];
                page.add_paragraph_to_cell(lines, paragraph, (number, row, column));
            }
        }
    }
    Document { media: Media::Docx, status: Status::Ok, page_count: 1, pages: vec![page], remarks: Vec::new() }
}

#[test]
fn marks_of_draft_copy_and_urgency_are_seen_on_their_own_lines() {
    for (line, kind) in [
        ("DỰ THẢO", Some(MarkKind::Draft)),
        ("DỰ THẢO LẦN 2", Some(MarkKind::Draft)),
        ("BẢN DỰ THẢO", Some(MarkKind::Draft)),
        ("(Dự thảo)", Some(MarkKind::Draft)),
        ("Dự thảo 05/3/2018", Some(MarkKind::Draft)),
        ("SAO Y BẢN CHÍNH", Some(MarkKind::Copy)),
        ("TRÍCH SAO", Some(MarkKind::Copy)),
        ("HỎA TỐC", Some(MarkKind::Urgent)),
        ("HOẢ TỐC", Some(MarkKind::Urgent)),
        ("KHẨN", Some(MarkKind::Urgent)),
        ("THƯỢNG KHẨN", Some(MarkKind::Urgent)),
        ("Dự thảo báo cáo được gửi lấy ý kiến", None),
        ("Tình trạng khẩn cấp", None),
    ] {
        let form = form(&PLAN.replacen("^ KẾ HOẠCH", &format!("{line}\n^ KẾ HOẠCH"), 1), Layout::Boxes);
        assert_eq!(form.marks.first().map(|m| m.kind), kind, "{line}");
    }
    for (end, is_copy) in
        [("SAO Y BẢN CHÍNH", true), ("TRÍCH SAO", true), ("Việc sao y bản chính do văn phòng làm", false)]
    {
        let form = form(&format!("{PLAN}\n{end}\n"), Layout::Boxes);
        assert_eq!(form.has_mark(MarkKind::Copy), is_copy, "at the end: {end}");
    }
    let mut signed = document(PLAN, Layout::Boxes);
    signed.remarks.push(Remark { kind: RemarkKind::Signature, place: Default::default(), detail: "1".to_owned() });
    assert!(recognise(&signed).has_mark(MarkKind::Signature));
}

#[test]
fn a_document_that_calls_itself_a_draft_is_one() {
    for (from, to, is_draft) in [
        ("^ KẾ HOẠCH", "^ KẾ HOẠCH (DỰ THẢO)", true),
        (
            "^ Kiểm tra cải cách hành chính năm 2018",
            "^ Kiểm tra cải cách hành chính năm 2018 (Dự thảo xin ý kiến)",
            true,
        ),
        ("^ Kiểm tra cải cách hành chính năm 2018", "^ Dự thảo Kế hoạch kiểm tra cải cách hành chính năm 2018", true),
        ("^ Kiểm tra cải cách hành chính năm 2018", "^ Đề cương kế hoạch kiểm tra năm 2018", true),
        ("^ Kiểm tra cải cách hành chính năm 2018", "^ Kiểm tra cải cách hành chính năm 2018", false),
        ("^ Kiểm tra cải cách hành chính năm 2018", "^ Góp ý dự thảo Kế hoạch kiểm tra năm 2018", false),
    ] {
        assert!(PLAN.contains(from), "{from}");
        for layout in [Layout::Boxes, Layout::Cells] {
            let form = form(&PLAN.replacen(from, to, 1), layout);
            assert_eq!(form.has_mark(MarkKind::Draft), is_draft, "{layout:?} {to}");
            assert_eq!(short(&form.r#type), "KH", "{layout:?} {to}");
        }
    }
}

#[test]
fn a_sheet_is_secret_by_a_cell_above_its_table() {
    let header = "TT | Tên | Số | Ngày";
    for (rows, secret) in [
        ("MẬT", true),
        ("BÁO CÁO | \nT Ố I  M Ậ T\nTT | Tên | Số", true),
        (
            "UBND TỈNH | CỘNG HÒA XÃ HỘI\nSỞ A | Độc lập\nTUYỆT MẬT | Đắk Lắk, ngày 3 tháng 4 năm 2018\nTT | A | B\n1 | x | y",
            true,
        ),
        ("Phụ lục 01 | MẬT | ĐVT: triệu đồng\nTT | Tên | Số\n1 | x | 2", true),
        ("Số: 1/BC-SA | MẬT | ngày 3 tháng 4 năm 2018\nTT | Tên | Số\n1 | x | 2", true),
        ("Mẫu | MẬT | Bản 1\nTT | Tên | Số | Ngày\n1 | x | 2 | 3", true),
        ("Mật độ | 12\nĐộ mật: MẬT", true),
        ("Mật", false),
        ("TT | Tên | MẬT | Ghi chú\n1 | a | x | -\n2 | b | - | -", false),
        ("TT | Tên | Độ mật\nMẬT | TỐI MẬT\n1 | a | x", false),
        ("TT | Số | Trích yếu | Độ mật\n1 | 2/BC | a | MẬT\n2 | 3/BC | b | MẬT", false),
    ] {
        assert_eq!(recognise(&sheet(rows)).is_secret(), secret, "{rows}");
    }
    // Below the head of the table it is text of the table, unless the cell is alone in its row.
    let row = |n: usize| format!("{n} | a | b | c\n");
    let long: String = (1..20).map(row).collect();
    assert!(!recognise(&sheet(&format!("{header}\n{long}MẬT"))).is_secret());
    assert!(recognise(&sheet(&format!("{header}\n1 | a | b | c\nMẬT"))).is_secret());
}

/// A workbook with an empty sheet and one of these rows of cells.
fn sheet(rows: &str) -> Document {
    let mut cells = Vec::new();
    for (row, line) in rows.lines().enumerate() {
        for (col, text) in line.split('|').map(str::trim).enumerate().filter(|(_, text)| !text.is_empty()) {
            let value = crate::document::CellValue::Text(text.to_owned());
            cells.push(crate::document::Cell { row: row as u32, col: col as u32, value, text: text.to_owned() });
        }
    }
    let page = Page { tables: vec![crate::document::Table { cells, merged: Vec::new() }], ..Page::new(2) };
    let pages = vec![Page::new(1), page];
    Document { media: Media::Xlsx, status: Status::Ok, page_count: 2, pages, remarks: Vec::new() }
}
