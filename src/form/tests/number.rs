//! Number and date: where they are found, and what only looks like them.

use super::*;

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

    // The words are apart, since signing software leaves room for its annotations.
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
    // An annotation over the words beside the gap is unclear.
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

/// Number and date as printed, and as read.
#[test]
fn what_is_printed_oddly_is_asked_and_what_is_left_open_is_blank() {
    for (number, date, wanted) in [
        // Broken at the hyphen or slash: the row below continues it.
        ("Số: 123/QĐ-~SNV", "An Lạc, ngày 05 tháng 3 năm 2018", "123/QĐ-SNV 2018-03-05"),
        ("Số: 123/~QĐ-SNV", "An Lạc, ngày 05 tháng 3 năm 2018", "123/QĐ-SNV 2018-03-05"),
        ("Số: 123/QĐ~-SNV", "An Lạc, ngày 05 tháng 3 năm 2018", "123/QĐ-SNV 2018-03-05"),
        ("Số: 123/QĐ-SNV~-------", "An Lạc, ngày 05 tháng 3 năm 2018", "123/QĐ-SNV 2018-03-05"),
        ("Số: 123/QĐ-~(Dành cho nội bộ)", "An Lạc, ngày 05 tháng 3 năm 2018", "?123/QĐ 2018-03-05"),
        ("Số: 123/QĐ-~", "An Lạc, ngày 05 tháng 3 năm 2018", "?123/QĐ 2018-03-05"),
        // Malformed, but something is written.
        ("Số: O12/QĐ-SNV~", "An Lạc, ngày 05 tháng 3 năm 18", "?012/QĐ-SNV ?2018-03-05"),
        ("No: 12/QĐ-SNV~", "An Lạc, ngày 31 tháng 02 năm 2018", "?12/QĐ-SNV ?"),
        ("Số: 12/QĐ-SNV~", "An Lạc, ngày 05 tháng 3 năm 2925", "12/QĐ-SNV ?2025-03-05"),
        ("Số: 12/QĐ-SNV~", "An Lạc, ngày 05 - 3 - 2018", "12/QĐ-SNV 2018-03-05"),
        ("Số: 12/QĐ-SNV~", "An Lạc, 05 - 3 - 2018", "12/QĐ-SNV ?2018-03-05"),
        ("Số: 12/QĐ-SNV~", "An Lạc, tháng 3/2018", "12/QĐ-SNV ?"),
        // Left blank.
        ("Số: 12/QĐ-SNV~", "An Lạc, ngày / /2026", "12/QĐ-SNV _"),
        ("Số: 12/QĐ-SNV~", "An Lạc, ngày /4/2018", "12/QĐ-SNV _"),
    ] {
        let (first, second) = number.split_once('~').unwrap();
        let text = format!(
            "SỞ NỘI VỤ || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n------- || Độc lập - Tự do - Hạnh phúc\n\
             {first} || {date}\n{second} ||\n^ QUYẾT ĐỊNH\n^ Về việc khen thưởng\nCăn cứ Luật;"
        );
        for layout in [Layout::Boxes, Layout::Cells] {
            let form = form(&text, layout);
            let got = format!("{} {}", short(&form.number), short(&form.issued.field));
            assert_eq!(got, wanted, "{layout:?} {text}");
            assert_eq!(short(&form.issuer), "SỞ NỘI VỤ", "{layout:?} {text}");
        }
    }
    let text = |date: &str| {
        format!("SỞ NỘI VỤ || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/QĐ-SNV || An Lạc, {date}\n^ QUYẾT ĐỊNH")
    };
    let slip = form(&text("ngày 31 tháng 02 năm 2018"), Layout::Boxes).issued;
    assert_eq!(slip.field.candidates, ["2018-02-28", "2018-03-03"]);
    let month = form(&text("tháng 3/2018"), Layout::Boxes).issued;
    assert_eq!((month.earliest.as_deref(), month.latest.as_deref()), (Some("2018-03-01"), Some("2018-03-31")));
}

#[test]
fn a_number_and_a_date_in_an_old_encoding_are_there() {
    for (number, date) in [
        ("Sè: 45/KH-SNV", "An L¹c, ngµy 05 th¸ng 3 n¨m 2018"),
        ("Soá: 45/KH-SNV", "An Laïc, ngaøy 05 thaùng 3 naêm 2018"),
    ] {
        let text = PLAN.replace("Số: 45/KH-SNV", number);
        let text = text.replace("An Lạc, ngày 05 tháng 3 năm 2018", date);
        assert!(text.contains(number) && text.contains(date), "{text}");
        for layout in [Layout::Boxes, Layout::Cells] {
            let form = form(&text, layout);
            let states = [form.number.state, form.issued.field.state];
            assert_eq!(states, [FieldState::Unclear; 2], "{layout:?} {number}");
        }
    }
}
