//! Whole forms, from small pages written as text.

use proptest::prelude::*;

use super::*;
use crate::document::{Line, Media, Page, PageKind, Rect, Remark, RemarkKind, Source, Status, Word};

/// How a page is laid out for the reader of the form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Layout {
    /// PDF: boxes.
    Boxes,
    /// Word: the letterhead is a table.
    Cells,
    /// Word: the columns are joined by tabs.
    Flat,
}

/// A document from text: `left || right` are the two columns of the letterhead, `^` a centred bold line, `>` a line of the
/// right column, `=` a new page, anything else body.
pub(super) fn document(text: &str, layout: Layout) -> Document {
    let media = if layout == Layout::Boxes { Media::Pdf } else { Media::Docx };
    let mut document = Document { media, status: Status::Ok, page_count: 1, pages: Vec::new(), remarks: Vec::new() };
    let mut page = new_page(1, layout);
    let mut y = 40.0;
    for (number, row) in text.lines().map(str::trim).filter(|row| !row.is_empty()).enumerate() {
        if row == "=" {
            let next = new_page(page.number + 1, layout);
            document.pages.push(std::mem::replace(&mut page, next));
            y = 40.0;
            continue;
        }
        let cells = Some((0, number as u32));
        if let Some((left, right)) = row.split_once("||") {
            if layout == Layout::Flat {
                push(&mut page, &format!("{} {}", left.trim(), right.trim()), None, false, number, None);
            } else {
                push(
                    &mut page,
                    left.trim(),
                    boxed(layout, 155.0, left.trim(), y),
                    false,
                    number,
                    cells.map(|c| (c.0, c.1, 0)),
                );
                push(
                    &mut page,
                    right.trim(),
                    boxed(layout, 415.0, right.trim(), y),
                    true,
                    number,
                    cells.map(|c| (c.0, c.1, 1)),
                );
            }
        } else if let Some(row) = row.strip_prefix('^') {
            push(&mut page, row.trim(), boxed(layout, 306.0, row.trim(), y), true, number, None);
        } else if let Some(row) = row.strip_prefix('>') {
            push(&mut page, row.trim(), boxed(layout, 430.0, row.trim(), y), true, number, None);
        } else {
            let width = (row.chars().count() as f32 * 6.0).min(450.0);
            push(&mut page, row, boxed(layout, 85.0 + width / 2.0, row, y), false, number, None);
        }
        y += 17.0;
    }
    document.pages.push(page);
    document.page_count = document.pages.len() as u32;
    document
}

fn new_page(number: u32, layout: Layout) -> Page {
    let (width, height) = if layout == Layout::Boxes { (595.0, 842.0) } else { (0.0, 0.0) };
    Page { width, height, kind: PageKind::Text, ..Page::new(number) }
}

fn boxed(layout: Layout, center: f32, text: &str, y: f32) -> Option<Rect> {
    let width = (text.chars().count() as f32 * 6.0).min(450.0);
    (layout == Layout::Boxes).then_some(Rect {
        x0: center - width / 2.0,
        y0: y,
        x1: center + width / 2.0,
        y1: y + 14.0,
    })
}

fn push(page: &mut Page, text: &str, rect: Option<Rect>, bold: bool, number: usize, cell: Option<(u32, u32, u32)>) {
    if text.is_empty() {
        return;
    }
    let text = crate::text::collapse_spaces(text);
    let mut words = Vec::new();
    if let Some(rect) = rect {
        let share = rect.width() / text.chars().count().max(1) as f32;
        let mut at = 0;
        for word in text.split(' ') {
            let before = text[..at].chars().count() as f32;
            let x0 = rect.x0 + before * share;
            let x1 = x0 + word.chars().count() as f32 * share;
            words.push(Word { start: at as u32, end: (at + word.len()) as u32, x0, x1, confidence: None });
            at += word.len() + 1;
        }
    }
    page.lines.push(Line {
        text,
        rect,
        size: 13.0,
        bold,
        words,
        paragraph: rect.is_none().then_some(number as u32 + 1),
        cell: if rect.is_none() { cell } else { None },
        ..Line::default()
    });
}

fn note(page: &mut Page, text: &str, x0: f32, y: f32) {
    let rect = Rect { x0, y0: y, x1: x0 + text.chars().count() as f32 * 6.0, y1: y + 14.0 };
    page.lines.push(Line { text: text.to_owned(), rect: Some(rect), source: Source::Annotation, ..Line::default() });
}

fn form(text: &str, layout: Layout) -> Form {
    recognise(&document(text, layout))
}

/// The fields that are stated, one a word; `?` unclear, `_` blank, `-` absent.
fn short(field: &Field) -> String {
    match field.state {
        FieldState::Read => field.value.clone().unwrap_or_default(),
        FieldState::Unclear => format!("?{}", field.value.clone().unwrap_or_default()),
        FieldState::Blank => "_".to_owned(),
        FieldState::Absent => "-".to_owned(),
    }
}

fn head(form: &Form) -> [String; 3] {
    [short(&form.r#type), short(&form.number), short(&form.issued.field)]
}

const PLAN: &str = "
    UBND TỈNH AN LẠC || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ NỘI VỤ || Độc lập - Tự do - Hạnh phúc
    Số: 45/KH-SNV || An Lạc, ngày 05 tháng 3 năm 2018
    ^ KẾ HOẠCH
    ^ Kiểm tra cải cách hành chính năm 2018
    Căn cứ Quyết định số 777/QĐ-UBND ngày 29 tháng 12 năm 2017 của UBND tỉnh An Lạc về kế hoạch năm 2018;
    Thực hiện Công văn số 12/BNV-CCHC ngày 03/01/2018 của Bộ Nội vụ, Sở Nội vụ xây dựng kế hoạch như sau:
    I. MỤC ĐÍCH
    1. Nội dung theo Quyết định số 777/QĐ-UBND./.
    > GIÁM ĐỐC
    > (Đã ký)
    > Trần Văn Mẫu";

#[test]
fn a_department_plan_is_read_in_every_layout() {
    for layout in [Layout::Boxes, Layout::Cells, Layout::Flat] {
        let form = form(PLAN, layout);
        assert_eq!(head(&form), ["KH", "45/KH-SNV", "2018-03-05"], "{layout:?}");
        assert_eq!(short(&form.issuer), "SỞ NỘI VỤ", "{layout:?}");
        assert_eq!(short(&form.parent_issuer), "UBND TỈNH AN LẠC", "{layout:?}");
        assert_eq!(short(&form.place), "An Lạc", "{layout:?}");
        assert_eq!(short(&form.r#abstract), "Kiểm tra cải cách hành chính năm 2018", "{layout:?}");
        assert_eq!(short(&form.signer), "Trần Văn Mẫu", "{layout:?}");
        assert_eq!(short(&form.authority), "GIÁM ĐỐC", "{layout:?}");
        let cited: Vec<_> =
            form.citations.iter().map(|c| (c.number.as_str(), c.date.as_deref(), c.issuer.as_deref())).collect();
        assert_eq!(
            cited,
            [
                ("777/QĐ-UBND", Some("2017-12-29"), Some("UBND tỉnh An Lạc")),
                ("12/BNV-CCHC", Some("2018-01-03"), Some("Bộ Nội vụ")),
            ],
            "{layout:?}"
        );
        assert!(form.citations[0].quote.starts_with("Quyết định số 777/QĐ-UBND ngày 29"), "{:?}", form.citations[0]);
    }
}

/// A letterhead with its rows, in every layout: type, number, date, issuer, parent.
#[test]
fn letterheads_are_read_in_every_layout() {
    let motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    let device = "Độc lập - Tự do - Hạnh phúc";
    for (left, right, below, wanted) in [
        // Agencies over two rows, a rule under them.
        (
            "ỦY BAN NHÂN DÂN~TỈNH AN LẠC~-------~Số: 12/QĐ-UBND",
            "An Lạc, ngày 21 tháng 12 năm 2017",
            "^QUYẾT ĐỊNH~^Ban hành kế hoạch năm 2018~ỦY BAN NHÂN DÂN TỈNH AN LẠC~Căn cứ Luật Tổ chức;",
            "QĐ 12/QĐ-UBND 2017-12-21 ỦY BAN NHÂN DÂN TỈNH AN LẠC|-",
        ),
        (
            "HỘI ĐỒNG NHÂN DÂN~TỈNH AN LẠC~Số: 3/2018/NQ-HĐND",
            "An Lạc, ngày 09 tháng 7 năm 2018",
            "^NGHỊ QUYẾT~^Về mức thu~Căn cứ Luật;",
            "NQ 3/2018/NQ-HĐND 2018-07-09 HỘI ĐỒNG NHÂN DÂN TỈNH AN LẠC|-",
        ),
        (
            "CHÍNH PHỦ~Số: 11/2018/NĐ-CP",
            "Hà Nội, ngày 02 tháng 02 năm 2018",
            "^NGHỊ ĐỊNH~^Về một việc~Căn cứ Luật;",
            "NĐ 11/2018/NĐ-CP 2018-02-02 CHÍNH PHỦ|-",
        ),
        (
            "UBND HUYỆN BÌNH YÊN~PHÒNG NỘI VỤ~Số: 8/BC-PNV",
            "Bình Yên, ngày 15 tháng 6 năm 2018",
            "^BÁO CÁO~^Kết quả 6 tháng~I. KẾT QUẢ",
            "BC 8/BC-PNV 2018-06-15 PHÒNG NỘI VỤ|UBND HUYỆN BÌNH YÊN",
        ),
        (
            "SỞ VĂN HÓA, THỂ THAO~VÀ DU LỊCH~Số: 8/BC-SVHTTDL",
            "An Lạc, ngày 15 tháng 6 năm 2018",
            "^BÁO CÁO~^Kết quả 6 tháng~I. KẾT QUẢ",
            "BC 8/BC-SVHTTDL 2018-06-15 SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH|-",
        ),
        (
            "UBND TỈNH AN LẠC~BAN CHỈ ĐẠO~CẢI CÁCH HÀNH CHÍNH~Số: 8/TB-BCĐ",
            "An Lạc, ngày 15 tháng 6 năm 2018",
            "^THÔNG BÁO~^Kết luận của Trưởng ban~Căn cứ;",
            "TB 8/TB-BCĐ 2018-06-15 BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH|UBND TỈNH AN LẠC",
        ),
        (
            "NGÂN HÀNG NHÀ NƯỚC~VIỆT NAM~Số: 1/2018/TT-NHNN",
            "Hà Nội, ngày 15 tháng 6 năm 2018",
            "^THÔNG TƯ~^Về một việc~Căn cứ;",
            "TT 1/2018/TT-NHNN 2018-06-15 NGÂN HÀNG NHÀ NƯỚC VIỆT NAM|-",
        ),
        // A day without "ngày", and a motto that wraps.
        (
            "SỞ NỘI VỤ~Số: 117/BC-SNV",
            "An Lạc, 15/12/2018",
            "^BÁO CÁO~^Kết quả năm 2018~I. KẾT QUẢ",
            "BC 117/BC-SNV 2018-12-15 SỞ NỘI VỤ|-",
        ),
        // Spaces and look-alikes.
        (
            "SỞ NỘI VỤ~SỐ :117 /2018/QÐ-SNV",
            "An Lạc, ngày 1 6 tháng 01 năm 2018",
            "^QUYẾT ÐỊNH~^Về việc khen thưởng~Căn cứ Luật;",
            "QĐ 117/2018/QĐ-SNV 2018-01-16 SỞ NỘI VỤ|-",
        ),
        (
            "SỞ NỘI VỤ~Số: 117/QĐ - SNV",
            "An Lạc, ngày 06 / 7 /2018",
            "^Q U Y Ế T Đ Ị N H~^Về việc khen thưởng~Căn cứ Luật;",
            "QĐ 117/QĐ-SNV 2018-07-06 SỞ NỘI VỤ|-",
        ),
        (
            "SỞ NỘI VỤ~Số: 3176b/QĐ-SNV",
            "An Lạc, ngày 06 tháng 7 năm 2018",
            "^QUYẾT~^ĐỊNH~^Về việc khen thưởng~Căn cứ Luật;",
            "QĐ 3176b/QĐ-SNV 2018-07-06 SỞ NỘI VỤ|-",
        ),
        // Official letters.
        (
            "UBND TỈNH AN LẠC~SỞ NỘI VỤ~Số: 160/SNV-CCHC~V/v báo cáo quý I",
            "An Lạc, ngày 06 tháng 4 năm 2018",
            "Kính gửi: Ủy ban nhân dân các huyện~Thực hiện kế hoạch;",
            "CV 160/SNV-CCHC 2018-04-06 SỞ NỘI VỤ|UBND TỈNH AN LẠC",
        ),
        (
            "SỞ NỘI VỤ~Số: 160/SNV-CCHC",
            "An Lạc, ngày 06 tháng 4 năm 2018",
            "Kính gửi: Ủy ban nhân dân các huyện~Thực hiện kế hoạch;",
            "CV 160/SNV-CCHC 2018-04-06 SỞ NỘI VỤ|-",
        ),
        // Drafts.
        (
            "SỞ NỘI VỤ~Số: /KH-SNV",
            "An Lạc, ngày tháng 4 năm 2018",
            "^KẾ HOẠCH~^Kiểm tra~Căn cứ Luật;",
            "KH _ _ SỞ NỘI VỤ|-",
        ),
        (
            "SỞ NỘI VỤ~Số: ……/KH-SNV",
            "An Lạc, ngày … tháng … năm 2018",
            "^KẾ HOẠCH~^Kiểm tra~Căn cứ Luật;",
            "KH _ _ SỞ NỘI VỤ|-",
        ),
        ("SỞ NỘI VỤ~Số:", "An Lạc, ngày … tháng … năm …", "^KẾ HOẠCH~^Kiểm tra~Căn cứ Luật;", "KH _ _ SỞ NỘI VỤ|-"),
        // A number without a symbol, an impossible day, type and symbol that disagree.
        (
            "SỞ NỘI VỤ~Số: 123",
            "An Lạc, ngày 31 tháng 02 năm 2018",
            "^KẾ HOẠCH~^Kiểm tra~Căn cứ Luật;",
            "KH ?123 ? SỞ NỘI VỤ|-",
        ),
        (
            "SỞ NỘI VỤ~Số: 12/BC-SNV",
            "An Lạc, ngày 01 tháng 02 năm 2018",
            "^KẾ HOẠCH~^Kiểm tra~Căn cứ Luật;",
            "?KH 12/BC-SNV 2018-02-01 SỞ NỘI VỤ|-",
        ),
        // Titles with their subject on the same row, odd spellings.
        (
            "SỞ NỘI VỤ~Số: 12/BC-SNV",
            "An Lạc, ngày 01 tháng 02 năm 2018",
            "^BÁO CÁO KẾT QUẢ KIỂM TRA NĂM 2018~Căn cứ Luật;",
            "BC 12/BC-SNV 2018-02-01 SỞ NỘI VỤ|-",
        ),
        (
            "SỞ NỘI VỤ~Số: 12/QyĐ-SNV",
            "An Lạc, ngày 01 tháng 02 năm 2018",
            "^QUY ĐINH~^Về lề lối làm việc~Căn cứ Luật;",
            "QyĐ 12/QyĐ-SNV 2018-02-01 SỞ NỘI VỤ|-",
        ),
        (
            "BỘ TÀI CHÍNH - BỘ TƯ PHÁP~Số: 1/2018/TTLT-BTC-BTP",
            "Hà Nội, ngày 01 tháng 02 năm 2018",
            "^THÔNG TƯ LIÊN TỊCH~^Hướng dẫn một việc~Căn cứ Luật;",
            "TTLT 1/2018/TTLT-BTC-BTP 2018-02-01 BỘ TÀI CHÍNH - BỘ TƯ PHÁP|-",
        ),
    ] {
        let rows: Vec<&str> = left.split('~').collect();
        let mut text = String::new();
        for (at, row) in rows.iter().enumerate() {
            let beside = match at {
                0 => motto,
                1 => device,
                _ if at + 1 == rows.len().max(3) => right,
                _ => "",
            };
            text.push_str(&format!("{row} || {beside}\n"));
        }
        for (at, beside) in [motto, device, right].iter().enumerate().skip(rows.len()) {
            text.push_str(&format!("{} || {beside}\n", if at < rows.len() { rows[at] } else { "" }));
        }
        for row in below.split('~') {
            text.push_str(row);
            text.push('\n');
        }
        for layout in [Layout::Boxes, Layout::Cells, Layout::Flat] {
            let form = form(&text, layout);
            let [kind, number, date] = head(&form);
            // Behind the subject of a letter a date in the same paragraph is seen, not stated.
            let date = if layout == Layout::Flat && text.contains("V/v") { date.replacen('?', "", 1) } else { date };
            let got = format!("{kind} {number} {date} {}|{}", short(&form.issuer), short(&form.parent_issuer));
            assert_eq!(got, wanted, "{layout:?}\n{text}");
        }
    }
}

#[test]
fn stamps_signatures_and_gazette_headers_are_no_number_and_no_date() {
    let text = "
        22
        CÔNG BÁO/Số 1535 + 1536/Ngày 30-12-2024
        QUỐC HỘI || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Luật số: 5/2024/QH15 || Độc lập - Tự do - Hạnh phúc
        ^ LUẬT
        ^ MẪU VÀ THỬ
        Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
        Điều 1. Phạm vi theo Luật Mẫu số 9/2013/QH13 ngày 01 tháng 01 năm 2013
        =
        Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV, kỳ họp thứ 8
        thông qua ngày 29 tháng 11 năm 2024.
        > CHỦ TỊCH QUỐC HỘI
        > Lê Thị Thử";
    for layout in [Layout::Boxes, Layout::Cells] {
        let form = form(text, layout);
        assert_eq!(head(&form), ["L", "5/2024/QH15", "2024-11-29"]);
        assert_eq!(short(&form.issuer), "QUỐC HỘI");
        assert_eq!(short(&form.signer), "Lê Thị Thử");
        assert_eq!(form.issued.field.place.page, if layout == Layout::Boxes { Some(2) } else { None });
    }
    let mut stamped = document(PLAN, Layout::Boxes);
    let page = &mut stamped.pages[0];
    for (text, y) in [("ĐẾN", 90.0), ("Số: 2214", 105.0), ("Ngày: 12/4/2018", 120.0), ("Chuyển: Phòng CCHC", 135.0)]
    {
        let rect = Some(Rect { x0: 60.0, y0: y, x1: 150.0, y1: y + 10.0 });
        page.lines.insert(2, Line { text: text.to_owned(), rect, ..Line::default() });
    }
    note(page, "Ký bởi: Sở Nội vụ", 300.0, 5.0);
    note(page, "Thời gian ký: 06/03/2018 10:04:57 +07:00", 300.0, 15.0);
    let form = recognise(&stamped);
    assert_eq!(head(&form), ["KH", "45/KH-SNV", "2018-03-05"]);
    assert!(form.has_mark(MarkKind::Arrival) && form.has_mark(MarkKind::Signature));
}

#[test]
fn annotations_fill_the_gaps_of_number_and_date() {
    let text = "
        SỞ NỘI VỤ || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        -------- || Độc lập - Tự do - Hạnh phúc
        Số: /QĐ-SNV || An Lạc, ngày tháng 4 năm 2018
        ^ QUYẾT ĐỊNH
        ^ Về việc khen thưởng
        Căn cứ Luật;";
    let blank = document(text, Layout::Boxes);
    assert_eq!(head(&recognise(&blank)), ["QĐ", "_", "_"]);
    let interval = recognise(&blank).issued;
    assert_eq!((interval.earliest.as_deref(), interval.latest.as_deref()), (Some("2018-04-01"), Some("2018-04-30")));

    // The words stand apart, as signing software leaves room for what it writes.
    let spread = |document: &Document, shift: f32| {
        let mut document = document.clone();
        let lines = &mut document.pages[0].lines;
        let number = lines.iter_mut().find(|l| l.text.starts_with("Số:")).unwrap();
        (number.words[0].x0, number.words[0].x1, number.words[1].x0, number.words[1].x1) = (110.0, 130.0, 165.0, 215.0);
        let y = number.rect.unwrap().y0;
        let date = lines.iter_mut().find(|l| l.text.contains("ngày")).unwrap();
        date.words.iter_mut().skip(3).for_each(|w| (w.x0, w.x1) = (w.x0 + 25.0, w.x1 + 25.0));
        date.rect.as_mut().unwrap().x1 += 25.0;
        let gap = date.words[2].x1 + 4.0;
        let page = &mut document.pages[0];
        note(page, "512", 138.0 + shift, y);
        note(page, "24", gap, y);
        note(page, "22331", 480.0, 700.0);
        recognise(&document)
    };
    let filled = spread(&blank, 0.0);
    assert_eq!(head(&filled), ["QĐ", "512/QĐ-SNV", "2018-04-24"]);
    assert_eq!(filled.number.source, Some(FieldSource::Annotation));
    assert_eq!(filled.issued.field.source, Some(FieldSource::Annotation));
    // Over the words beside the gap: seen, not trusted.
    let over = spread(&blank, 16.0);
    assert_eq!(short(&over.number), "?512/QĐ-SNV");
}

#[test]
fn a_plan_issued_with_a_decision_takes_its_number_and_date() {
    let text = "
        UBND TỈNH AN LẠC || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        || Độc lập - Tự do - Hạnh phúc
        ^ KẾ HOẠCH
        ^ Cải cách hành chính năm 2018
        ^ (Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 21 tháng 12
        ^ năm 2017 của UBND tỉnh An Lạc)
        I. MỤC ĐÍCH
        1. Nội dung";
    for layout in [Layout::Boxes, Layout::Cells, Layout::Flat] {
        let form = form(text, layout);
        assert_eq!(head(&form), ["KH", "77/QĐ-UBND", "2017-12-21"], "{layout:?}");
        assert_eq!(form.number.source, Some(FieldSource::Parent));
        assert_eq!(form.issued.field.source, Some(FieldSource::Parent));
        assert_eq!(short(&form.r#abstract), "Cải cách hành chính năm 2018", "{layout:?}");
        assert_eq!(short(&form.issuer), "UBND TỈNH AN LẠC", "{layout:?}");
        assert!(form.citations.is_empty(), "the parent is no other document: {:?}", form.citations);
    }
    let annex = "
        ^ PHỤ LỤC
        ^ DANH MỤC NHIỆM VỤ
        ^ (Kèm theo Kế hoạch số /KH-UBND ngày / /2018 của Ủy ban nhân dân tỉnh An Lạc)
        1. Nội dung";
    let annex = form(annex, Layout::Boxes);
    assert_eq!(head(&annex), ["-", "?", "?"], "an open referral line is no draft");
    assert_eq!(short(&annex.issuer), "Ủy ban nhân dân tỉnh An Lạc");
    assert_eq!(short(&annex.r#abstract), "PHỤ LỤC DANH MỤC NHIỆM VỤ");
}

#[test]
fn headings_of_one_sentence_are_read() {
    for text in [
        "^ NGHỊ ĐỊNH
         ^ CỦA CHÍNH PHỦ SỐ 12/2007/NĐ-CP NGÀY 09 THÁNG 3 NĂM 2007
         ^ VỀ MỘT VIỆC
         ^ CHÍNH PHỦ
         Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;",
        "^ NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 12/2007/NĐ-CP NGÀY 09 THÁNG 3 NĂM 2007
         ^ VỀ MỘT VIỆC
         Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;",
    ] {
        for layout in [Layout::Boxes, Layout::Cells] {
            let form = form(text, layout);
            assert_eq!(head(&form), ["NĐ", "12/2007/NĐ-CP", "2007-03-09"], "{layout:?} {text}");
            assert_eq!(short(&form.issuer), "CHÍNH PHỦ");
            assert_eq!(short(&form.r#abstract), "VỀ MỘT VIỆC");
        }
    }
    let small = "
        Chính phủ
        Nghị định của Chính phủ số 12/2003/NĐ-CP
        ngày 10/10/2003 về cán bộ xã
        Chính phủ
        Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001;";
    assert_eq!(head(&form(small, Layout::Cells)), ["NĐ", "12/2003/NĐ-CP", "2003-10-10"]);
    let small = "
        Bộ Tài chính || Cộng hoà xã hội chủ nghĩa việt nam
        Số: 12/2001/QĐ-BTC || Độc lập - Tự do - Hạnh phúc
        > Hà Nội, ngày 13 tháng 3 năm 2001
        quyết định của bộ trưởng bộ tài chính
        Về việc ban hành một chế độ
        bộ trưởng bộ tài chính
        - Căn cứ Nghị định số 15/CP ngày 2/3/1993 của Chính phủ;";
    assert_eq!(head(&form(small, Layout::Cells)), ["QĐ", "12/2001/QĐ-BTC", "2001-03-13"]);
    // Under "V/v" the same words are what the letter is about.
    let letter = "
        Bộ Tài chính || Cộng hoà xã hội chủ nghĩa việt nam
        Số: 12/BTC-VP || Độc lập - Tự do - Hạnh phúc
        V/v triển khai || Hà Nội, ngày 13 tháng 3 năm 2001
        Nghị quyết của Chính phủ
        Kính gửi: Các sở
        Căn cứ Luật;";
    assert_eq!(head(&form(letter, Layout::Cells))[0], "CV");
    let list = "
        Quyết định số 12/QĐ-UBND ngày 10/10/2003 của UBND tỉnh
        Quyết định của UBND tỉnh số 13/QĐ-UBND ngày 10/10/2003
        Quyết định số 14/QĐ-UBND ngày 10/10/2003 của UBND tỉnh";
    assert_eq!(head(&form(list, Layout::Cells)), ["-", "-", "-"], "a list of documents has no number of its own");
    // What the subject cites is never the number of the document.
    let subject = "
        ^ NGHỊ ĐỊNH
        ^ SỬA ĐỔI NGHỊ ĐỊNH SỐ 96/2016/NĐ-CP NGÀY 01 THÁNG 7 NĂM 2016
        Căn cứ Luật;";
    assert_eq!(head(&form(subject, Layout::Boxes)), ["NĐ", "-", "-"]);
}

#[test]
fn minutes_offer_the_day_of_their_first_sentence() {
    let text = "
        SỞ NỘI VỤ || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        ------- || Độc lập - Tự do - Hạnh phúc
        ^ BIÊN BẢN
        ^ Kiểm tra cải cách hành chính
        Hôm nay, hồi 8 giờ ngày 12 tháng 3 năm 2018, tại An Lạc, chúng tôi gồm:
        1. Ông Trần Văn Mẫu";
    for layout in [Layout::Boxes, Layout::Cells] {
        assert_eq!(head(&form(text, layout)), ["BB", "-", "?2018-03-12"]);
    }
}

#[test]
fn two_dates_or_numbers_in_one_letterhead_are_not_stated() {
    let text = PLAN.replacen("^ KẾ HOẠCH", "|| An Lạc, ngày 09 tháng 3 năm 2018\n Số: 46/KH-SNV || \n ^ KẾ HOẠCH", 1);
    let form = form(&text, Layout::Cells);
    assert_eq!(head(&form), ["KH", "?45/KH-SNV", "?2018-03-05"]);
    assert_eq!(form.number.candidates, ["46/KH-SNV"]);
    assert_eq!(form.issued.field.candidates, ["2018-03-09"]);
    assert_eq!(
        (form.issued.earliest.as_deref(), form.issued.latest.as_deref()),
        (Some("2018-03-05"), Some("2018-03-09"))
    );
}

#[test]
fn an_issuer_is_named_by_the_symbol_only_where_one_agency_has_it() {
    let text = |symbol: &str| format!("Số: 12/2018/{symbol} || \n ^ NGHỊ ĐỊNH\n^ Về một việc\nCăn cứ Luật;");
    assert_eq!(short(&form(&text("NĐ-CP"), Layout::Cells).issuer), "Chính phủ");
    assert_eq!(short(&form(&text("NĐ-UBND"), Layout::Cells).issuer), "-");
}

#[test]
fn pictures_and_old_encodings_are_unclear_never_absent() {
    let mut scan = document(PLAN, Layout::Boxes);
    scan.pages[0].kind = PageKind::Scan;
    scan.pages[0].lines.clear();
    note(&mut scan.pages[0], "Ký bởi: Sở Nội vụ", 300.0, 5.0);
    let form = recognise(&scan);
    assert_eq!(head(&form), ["?", "?", "?"]);
    assert_eq!([&form.signer, &form.issuer, &form.r#abstract].map(short), ["?", "?", "?"]);
    assert!(form.number.source.is_none() && form.has_mark(MarkKind::Signature));

    let tcvn3 = "
        Bé tµi chÝnh || céng hßa x· héi chñ nghÜa viÖt nam
        Sè: 12/2001/Q§-BTC || Hµ Néi, ngµy 13 th¸ng 3 n¨m 2001
        ^ QuyÕt ®Þnh cña bé tr\u{ad}ëng
        C¨n cø NghÞ ®Þnh";
    assert_eq!(head(&recognise(&document(tcvn3, Layout::Cells))), ["?", "?", "?"]);

    let failed = Document::failed(Media::Pdf, Status::Password, "locked");
    assert_eq!(head(&recognise(&failed)), ["?", "?", "?"]);
    let empty = Document::failed(Media::Docx, Status::Empty, "nothing");
    assert_eq!(head(&recognise(&empty)), ["-", "-", "-"]);
    let sheet = Document { media: Media::Xlsx, ..document(PLAN, Layout::Cells) };
    assert_eq!(recognise(&sheet), Form::default());
}

#[test]
fn digits_that_recognition_doubts_are_not_stated() {
    let mut read = document(PLAN, Layout::Boxes);
    let mut recognised = |confidence| {
        for line in &mut read.pages[0].lines {
            line.source = Source::Ocr;
            line.words.iter_mut().for_each(|w| w.confidence = Some(confidence));
        }
        recognise(&read)
    };
    let form = recognised(90.0);
    assert_eq!(head(&form), ["KH", "45/KH-SNV", "2018-03-05"]);
    assert_eq!(form.number.source, Some(FieldSource::Ocr));
    // A title is one of few, a number and a day are not: the day is open, month and year are too.
    let form = recognised(40.0);
    assert_eq!(head(&form), ["KH", "?45/KH-SNV", "?2018-03-05"]);
    assert_eq!((form.issued.earliest, form.issued.latest), (None, None));
}

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
            assert_eq!(is_secret(&form), secret, "{stamp}");
            assert_eq!(head(&form), ["KH", "45/KH-SNV", "2018-03-05"], "{stamp}");
        }
    }
    let kept = of_secret(form(&PLAN.replacen("^ KẾ HOẠCH", "MẬT\n^ KẾ HOẠCH", 1), Layout::Boxes));
    assert_eq!(head(&kept), ["KH", "45/KH-SNV", "2018-03-05"]);
    assert_eq!(short(&kept.issuer), "SỞ NỘI VỤ");
    let json = serde_json::to_string(&kept).unwrap();
    for word in ["Trần Văn Mẫu", "Kiểm tra cải cách", "777/QĐ-UBND", "KẾ HOẠCH", "MẬT", "quote"] {
        assert!(!json.contains(word), "{word} is kept: {json}");
    }
}

#[test]
fn marks_of_draft_copy_and_urgency_are_seen_on_their_own_lines() {
    for (line, kind) in [
        ("DỰ THẢO", Some(MarkKind::Draft)),
        ("DỰ THẢO LẦN 2", Some(MarkKind::Draft)),
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
fn a_subject_ends_where_the_body_begins() {
    let text = "
        SỞ NỘI VỤ || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 12/BC-SNV || Độc lập - Tự do - Hạnh phúc
        > An Lạc, ngày 12 tháng 12 năm 2018
        BÁO CÁO
        Công tác phòng, chống tham nhũng năm 2018
        Sở đã triển khai chương trình cải cách hành chính.";
    assert_eq!(short(&form(text, Layout::Flat).r#abstract), "Công tác phòng, chống tham nhũng năm 2018");
}

#[test]
fn signers_are_names_behind_their_authority() {
    for (block, authority, signer) in [
        ("> TM. ỦY BAN NHÂN DÂN\n> CHỦ TỊCH\n> Trần Văn Mẫu", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH", "Trần Văn Mẫu"),
        ("> KT. CHỦ TỊCH\n> PHÓ CHỦ TỊCH\n> (Đã ký)\n> Y Thử Mlô", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "Y Thử Mlô"),
        ("> KT. GIÁM ĐỐC\n> PHÓ GIÁM ĐỐC\n> TS. Lê Thị Thử", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "Lê Thị Thử"),
        ("> TL. CHỦ TỊCH\n> CHÁNH VĂN PHÒNG\n> H'Thử Niê", "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG", "H'Thử Niê"),
        ("> TUQ. GIÁM ĐỐC\n> TRƯỞNG PHÒNG\n> LÊ VĂN MẪU", "TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG", "LÊ VĂN MẪU"),
        ("> Q. GIÁM ĐỐC\n> Lê Văn Mẫu – Đã ký", "Q. GIÁM ĐỐC", "Lê Văn Mẫu"),
        (
            "Nơi nhận: || KT. GIÁM ĐỐC\n- Như trên; || PHÓ GIÁM ĐỐC\n- Lưu: VT. || Lê Văn Mẫu",
            "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
            "Lê Văn Mẫu",
        ),
        ("> KT. GIÁM ĐỐC\n> PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "-"),
        ("> BQL CÁC KHU\n> GIÁM ĐỐC\n> BAN QUẢN LÝ CÁC KHU", "GIÁM ĐỐC / BAN QUẢN LÝ CÁC KHU", "-"),
        // A family that no list has: behind a note it is a name, without one a person looks.
        ("> KT. GIÁM ĐỐC\n> PHÓ GIÁM ĐỐC\n> (Đã ký)\n> THỬ ĐÌNH MẪU", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "THỬ ĐÌNH MẪU"),
        ("> KT. GIÁM ĐỐC\n> PHÓ GIÁM ĐỐC\n> THỬ ĐÌNH MẪU", "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC", "?THỬ ĐÌNH MẪU"),
        ("> GIÁM ĐỐC\n> Lê Văn Mẫu.", "GIÁM ĐỐC", "Lê Văn Mẫu"),
        ("> THỦ TRƯỞNG ĐƠN VỊ\n> (Đã ký)\n> Lê Văn Mẫu", "THỦ TRƯỞNG ĐƠN VỊ", "Lê Văn Mẫu"),
        ("> PHỤ TRÁCH SỞ\n> Lê Văn Mẫu", "PHỤ TRÁCH SỞ", "Lê Văn Mẫu"),
        ("> TRƯỞNG PHÒNG\n> Y TẾ", "TRƯỞNG PHÒNG / Y TẾ", "-"),
        ("Báo cáo để xem xét./.\n> Giám đốc\n> (Đã ký)\n> Lê Văn Mẫu", "Giám đốc", "Lê Văn Mẫu"),
        ("Báo cáo để xem xét./.\n> Giám đốc\n> Lê Văn Mẫu", "Giám đốc", "Lê Văn Mẫu"),
        ("Báo cáo để xem xét./.\n- Giám đốc Sở;\n- Phó Giám đốc\n- Lưu: VT", "-", "-"),
        ("Hết.", "-", "-"),
    ] {
        let head = PLAN.split("> GIÁM ĐỐC").next().unwrap();
        for layout in [Layout::Boxes, Layout::Cells] {
            let form = form(&format!("{head}{block}"), layout);
            assert_eq!(short(&form.authority), authority, "{layout:?} {block}");
            assert_eq!(short(&form.signer), signer, "{layout:?} {block}");
        }
    }
    let cut = document(&format!("{}=\nTrang", PLAN.split("> GIÁM ĐỐC").next().unwrap()), Layout::Boxes);
    let in_part = Document { status: Status::Partial, ..cut.clone() };
    assert_eq!(short(&recognise(&in_part).signer), "?", "reading stopped before the signature");
    let mut hidden = cut;
    hidden.pages[1].kind = PageKind::Scan;
    assert_eq!(short(&recognise(&hidden).signer), "?", "the signature may be on the page that is a picture");
}

#[test]
fn a_motto_that_wraps_is_no_part_of_the_issuer() {
    let body = "^ BÁO CÁO\n^ Kết quả năm 2018\nI. KẾT QUẢ";
    for (motto, rest) in [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "NAM"),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA", "VIỆT NAM"),
        ("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM"),
    ] {
        let head = format!("SỞ NỘI VỤ || {motto}\n^ {rest}\nSố: 8/BC-SNV || An Lạc, ngày 15 tháng 6 năm 2018\n{body}");
        for layout in [Layout::Boxes, Layout::Cells] {
            assert_eq!(short(&form(&head, layout).issuer), "SỞ NỘI VỤ", "{layout:?} {motto}");
        }
    }
}

#[test]
fn a_decision_names_its_head_before_its_bases_not_as_signer() {
    let text = "
        UBND TỈNH AN LẠC || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ NỘI VỤ || Độc lập - Tự do - Hạnh phúc
        Số: 45/QĐ-SNV || An Lạc, ngày 05 tháng 3 năm 2018
        ^ QUYẾT ĐỊNH
        ^ Về việc khen thưởng
        ^ GIÁM ĐỐC SỞ NỘI VỤ
        Căn cứ Nghị định số 5/2017/NĐ-CP ngày 03 tháng 01 năm 2017 của Chính phủ quy định một việc;
        Căn cứ Nghị quyết số 30c/NQ-
        CP ngày 08/11/2011 của Chính phủ; Thông tư số 2/2018/TT-BNV;
        Theo Nghị quyết số 30c/NQ-CP nêu trên; theo đề nghị của Trưởng phòng Cải cách hành chính tại Tờ
        trình số 9/TTr-CCHC ngày 01/3/2018,
        ^ QUYẾT ĐỊNH:
        Điều 1. Khen thưởng.
        > GIÁM ĐỐC
        > Trần Văn Mẫu";
    for layout in [Layout::Boxes, Layout::Cells] {
        let form = form(text, layout);
        assert_eq!(short(&form.signer), "Trần Văn Mẫu", "{layout:?}");
        assert_eq!(short(&form.authority), "GIÁM ĐỐC", "{layout:?}");
        assert_eq!(short(&form.r#abstract), "Về việc khen thưởng", "{layout:?}");
        let cited: Vec<&str> = form.citations.iter().map(|c| c.number.as_str()).collect();
        assert_eq!(cited, ["5/2017/NĐ-CP", "30c/NQ-CP", "2/2018/TT-BNV", "9/TTr-CCHC"]);
        assert_eq!(form.citations[3].issuer.as_deref(), Some("Trưởng phòng Cải cách hành chính"));
        assert_eq!(form.citations[1].date.as_deref(), Some("2011-11-08"));
    }
}

#[test]
fn issuers_behind_a_citation_end_where_the_sentence_goes_on() {
    for (text, wanted) in [
        (" của UBND tỉnh An Lạc về việc", Some("UBND tỉnh An Lạc")),
        (" của Bộ Giáo dục và Đào tạo quy định", Some("Bộ Giáo dục và Đào tạo")),
        (" của Sở Văn hóa, Thể thao và Du lịch;", Some("Sở Văn hóa, Thể thao và Du lịch")),
        (", của Thủ tướng Chính phủ ban hành Chương trình", Some("Thủ tướng Chính phủ")),
        (" của Ủy ban nhân dân thành phố Hồ Thử và Thông tư", Some("Ủy ban nhân dân thành phố Hồ Thử")),
        (" của Ban Chỉ đạo 389.", Some("Ban Chỉ đạo 389")),
        (" quy định chi tiết", None),
        (" của các sở", None),
    ] {
        assert_eq!(citations::issuer_behind(text).map(|(name, _)| name).as_deref(), wanted, "{text}");
    }
}

#[test]
fn the_form_as_json() {
    let form = form(PLAN, Layout::Cells);
    insta::assert_json_snapshot!(form);
}

proptest! {
    #[test]
    fn any_page_is_read_without_panic(
        rows in proptest::collection::vec(
            "(\\PC{0,20}|Số: ?[0-9]{0,4} ?/(QĐ|KH)?-?[A-ZĐ]{0,4}|.{0,9} \\|\\| .{0,30}|\\^ ?(QUYẾT ĐỊNH|LUẬT|CÔNG BÁO|MẬT)|> ?(KT\\. CHỦ TỊCH|Lê An)|An, ngày [0-9 ]{0,3}tháng [0-9]{0,2} năm [0-9]{0,4}|\\(Ban hành kèm theo .{0,20}số [0-9]{0,3}/QĐ-UBND .{0,9}\\)?|=)",
            0..14,
        )
    ) {
        let text = crate::text::nfc(&rows.join("\n"));
        for layout in [Layout::Boxes, Layout::Cells, Layout::Flat] {
            let form = form(&text, layout);
            for field in [&form.number, &form.issued.field, &form.r#type, &form.issuer] {
                prop_assert!(field.state != FieldState::Read || field.value.is_some());
            }
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
        ("Mật độ | 12\nĐộ mật: MẬT", false),
        ("Mật", false),
        ("TT | Tên | MẬT | Ghi chú\n1 | a | x | -\n2 | b | - | -", false),
        ("TT | Tên | Độ mật\nMẬT | TỐI MẬT\n1 | a | x", false),
        ("TT | Số | Trích yếu | Độ mật\n1 | 2/BC | a | MẬT\n2 | 3/BC | b | MẬT", false),
    ] {
        assert_eq!(is_secret(&recognise(&sheet(rows))), secret, "{rows}");
    }
    // Behind the head it is text of the table; in it a cell alone is a stamp also there.
    let row = |n: usize| format!("{n} | a | b | c\n");
    let long: String = (1..20).map(row).collect();
    assert!(!is_secret(&recognise(&sheet(&format!("{header}\n{long}MẬT")))));
    assert!(is_secret(&recognise(&sheet(&format!("{header}\n1 | a | b | c\nMẬT")))));
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
