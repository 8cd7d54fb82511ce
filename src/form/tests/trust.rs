//! Pages that cannot be read or trusted, and that no input causes a panic.

use proptest::prelude::*;

use super::*;

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

/// The form of a scan on which OCR has this confidence in every word.
fn of_scan(text: &str, confidence: f32) -> Form {
    let mut read = document(text, Layout::Boxes);
    for line in &mut read.pages[0].lines {
        line.source = Source::Ocr;
        line.words.iter_mut().for_each(|w| w.confidence = Some(confidence));
    }
    recognise(&read)
}

#[test]
fn digits_that_recognition_doubts_are_not_stated() {
    let form = of_scan(PLAN, 90.0);
    assert_eq!(head(&form), ["KH", "45/KH-SNV", "2018-03-05"]);
    assert_eq!(form.number.source, Some(FieldSource::Ocr));
    // A title is one of few possible ones, so it is trusted; digits are not: day, month and year are all open.
    let form = of_scan(PLAN, 40.0);
    assert_eq!(head(&form), ["KH", "?45/KH-SNV", "?2018-03-05"]);
    assert_eq!((form.issued.earliest, form.issued.latest), (None, None));
}

#[test]
fn a_single_digit_of_a_day_may_have_lost_another() {
    let date_of = |written: &str| of_scan(&PLAN.replacen("ngày 05 tháng 3 năm 2018", written, 1), 95.0).issued;
    for (written, state, earliest) in [
        ("ngày 05 tháng 3 năm 2018", FieldState::Read, "2018-03-05"),
        ("ngày 2 tháng 12 năm 2018", FieldState::Unclear, "2018-12-01"),
        ("ngày 12 tháng 2 năm 2018", FieldState::Unclear, "2018-01-01"),
    ] {
        let date = date_of(written);
        assert_eq!(date.field.state, state, "{written}");
        assert_eq!(date.earliest.map(|d| d.to_string()).as_deref(), Some(earliest), "{written}");
    }
}

#[test]
fn an_agency_that_lost_its_marks_is_not_joined_to_the_one_above() {
    let issuer_of = |below: &str| of_scan(&PLAN.replacen("SỞ NỘI VỤ", below, 1), 95.0).issuer;
    assert_eq!(issuer_of("SỞ NỘI VỤ").state, FieldState::Read);
    assert_eq!(issuer_of("SO NOI VU").state, FieldState::Unclear);
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
fn nothing_is_missing_where_all_is_white() {
    let mut white = document("SỞ NỘI VỤ\nSố: 45/KH-SNV\n^ KẾ HOẠCH\n^ Kiểm tra năm 2018", Layout::Flat);
    white.pages[0].lines.iter_mut().for_each(|line| line.source = Source::Invisible);
    let form = recognise(&white);
    for field in [&form.number, &form.issued.field, &form.issuer, &form.signer] {
        assert_eq!(field.state, FieldState::Unclear, "{field:?}");
    }
}

#[test]
fn what_stands_only_in_white_is_not_missing() {
    let text = "
        SỞ NỘI VỤ || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 45/BC-SNV || An Lạc, ngày 05 tháng 3 năm 2018
        ^ BÁO CÁO
        ^ Kết quả cải cách hành chính năm 2018
        I. Kết quả
        Đã hoàn thành 12/15 nhiệm vụ.";
    for (white, wanted) in [
        (&[][..], ["BC", "45/BC-SNV", "2018-03-05", "SỞ NỘI VỤ", "Kết quả cải cách hành chính năm 2018"]),
        (&["BÁO CÁO", "Kết quả cải"], ["?BC", "45/BC-SNV", "2018-03-05", "SỞ NỘI VỤ", "?"]),
        (&["Số:"], ["BC", "?45/BC-SNV", "?2018-03-05", "SỞ NỘI VỤ", "Kết quả cải cách hành chính năm 2018"]),
    ] {
        let mut document = document(text, Layout::Flat);
        for line in &mut document.pages[0].lines {
            if white.iter().any(|start| line.text.starts_with(start)) {
                line.source = Source::Invisible;
            }
        }
        let form = recognise(&document);
        let is_open = form.signer.state == FieldState::Unclear;
        assert_eq!(is_open, white.contains(&"BÁO CÁO"), "who signs, with {white:?} in white");
        let [kind, number, day] = head(&form);
        let seen = [kind, number, day, short(&form.issuer), short(&form.r#abstract)];
        assert_eq!(seen.each_ref().map(|s| s.as_str()), wanted, "{white:?}");
    }
}
