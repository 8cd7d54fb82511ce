//! Citations in the legal bases and the body.

use super::*;

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
        assert_eq!(
            crate::form::fields::citations::issuer_behind(text).map(|(name, _)| name).as_deref(),
            wanted,
            "{text}"
        );
    }
}

#[test]
fn the_day_of_another_paper_is_not_the_day_of_a_citation() {
    for (text, wanted) in [
        ("Kế hoạch số 12/KH-UBND được Sở Nội vụ báo cáo tại văn bản ký ngày 05/01/2018 gửi UBND tỉnh.", ""),
        ("Kế hoạch số 12/KH-UBND được Sở Nội vụ báo cáo bằng văn bản ký ngày 05/01/2018.", ""),
        ("Kế hoạch số 12/KH-UBND do các đơn vị đề nghị sửa đổi\nThông báo ban hành ngày 06/02/2018 của Sở.", ""),
        ("Kế hoạch số 12/KH-UBND\nNgày 06/02/2018 Sở đã họp.", ""),
        ("Kế hoạch số 12/KH-UBND đã được các đơn vị ban hành ngày 06/02/2018.", ""),
        ("Kế hoạch số 12/KH-UBND do UBND tỉnh An Lạc ban hành ngày 05/01/2018.", "2018-01-05"),
        ("Kế hoạch số 12/KH-UBND do Chủ tịch UBND tỉnh ký ngày 05/01/2018.", "2018-01-05"),
        ("Kế hoạch số 12/KH-UBND được Ủy ban nhân dân tỉnh ban hành ngày 05/01/2018.", "2018-01-05"),
        ("Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh ban hành ngày 05/01/2018.", "2018-01-05"),
        ("Kế hoạch số 12/KH-UBND của Ủy ban nhân dân tỉnh ngày 05/01/2018.", "2018-01-05"),
        ("Kế hoạch số 12/KH-UBND được ban hành ngày 05/01/2018.", "2018-01-05"),
        ("Kế hoạch số 12/KH-UBND (ký ngày 05/01/2018).", "2018-01-05"),
        ("Kế hoạch số 12/KH-UBND\nngày 05/01/2018 của UBND tỉnh.", "2018-01-05"),
        (
            "Thực hiện việc kiểm tra cải cách hành chính năm 2018 của tỉnh theo Kế hoạch số 12/KH-UBND\n\
             ngày 05/01/2018 của UBND tỉnh.",
            "2018-01-05",
        ),
    ] {
        for layout in [Layout::Boxes, Layout::Flat] {
            let form = form(&format!("{}{text}", PLAN.split("    Căn cứ").next().unwrap()), layout);
            assert_eq!(form.citations.len(), 1, "{layout:?} {text}");
            assert_eq!(form.citations[0].date.as_deref().unwrap_or_default(), wanted, "{layout:?} {text}");
        }
    }
}

#[test]
fn a_citation_takes_the_day_that_its_words_give() {
    let of_both = |text: &str| {
        let all = form(&format!("{}{text}", PLAN.split("    Căn cứ").next().unwrap()), Layout::Boxes).citations;
        all.into_iter().map(|c| format!("{} {}", c.number, c.date.unwrap_or_default())).collect::<Vec<_>>()
    };
    for (text, wanted) in [
        (
            "Căn cứ Quyết định số 7/QĐ-UBND ngày 03/01/2018 và Quyết định số 8/QĐ-UBND cùng ngày của UBND tỉnh;",
            ["7/QĐ-UBND 2018-01-03", "8/QĐ-UBND 2018-01-03"],
        ),
        ("Căn cứ Quyết định số 7/QĐ-UBND; Quyết định số 8/QĐ-UBND cùng ngày;", ["7/QĐ-UBND ", "8/QĐ-UBND "]),
        (
            "Quyết định số 7/QĐ-BNV được Bộ trưởng Bộ Nội vụ ban hành ngày 03/12/2012; Quyết định số 8/QĐ-BNV được sửa đổi ngày 04/12/2012;",
            ["7/QĐ-BNV 2012-12-03", "8/QĐ-BNV "],
        ),
        (
            "Căn cứ Quyết định số 7/QĐ-UBND ngày 5/4/18; Quyết định số 8/QĐ-UBND ngày 31/02/2018;",
            ["7/QĐ-UBND 2018-04-05", "8/QĐ-UBND "],
        ),
    ] {
        assert_eq!(of_both(text), wanted, "{text}");
    }
}
