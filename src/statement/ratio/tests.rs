//! Figures of sentences that report writers write, and what each of them is.

use FigureKind::{Change, Negated, Result as Reached, Target};
use proptest::prelude::*;

use super::*;

#[test]
fn figures_are_told_apart() {
    type Expected<'a> = &'a [(f64, Option<(f64, f64)>, FigureKind)];
    let cases: &[(&str, Expected<'_>)] = &[
        ("Đã kiểm tra 14/35 cơ quan, đơn vị, đạt 40%", &[(40.0, Some((14.0, 35.0)), Reached)]),
        (
            "đã kiểm tra 14 cơ quan, đơn vị trên tổng số 35 cơ quan (đạt tỷ lệ 40%)",
            &[(40.0, Some((14.0, 35.0)), Reached)],
        ),
        ("đạt 40% (14/35 cơ quan)", &[(40.0, Some((14.0, 35.0)), Reached)]),
        ("Mục tiêu kiểm tra từ 30% trở lên", &[(30.0, None, Target)]),
        ("phấn đấu hoàn thành 100% nhiệm vụ", &[(100.0, None, Target)]),
        (
            "Theo mục tiêu 30%, Sở đã kiểm tra 8/35 cơ quan, đạt 22,9%",
            &[(30.0, None, Target), (800.0 / 35.0, Some((8.0, 35.0)), Reached)],
        ),
        ("kết quả chưa đạt 100%", &[(100.0, None, Negated)]),
        ("còn 4/42 nhiệm vụ chưa hoàn thành", &[(400.0 / 42.0, Some((4.0, 42.0)), Negated)]),
        ("4/42 nhiệm vụ chưa hoàn thành", &[(400.0 / 42.0, Some((4.0, 42.0)), Negated)]),
        (
            "đã hoàn thành 38/42 nhiệm vụ, đạt 90,5%, còn 4 nhiệm vụ chưa hoàn thành",
            &[(3800.0 / 42.0, Some((38.0, 42.0)), Reached)],
        ),
        ("Từ ngày 21/12 đến tháng 12/2018 theo Quyết định số 12/QĐ-UBND ngày 01/02/2018", &[]),
        ("hoàn thành 1.250/1.250 hồ sơ", &[(100.0, Some((1250.0, 1250.0)), Reached)]),
        ("kiểm tra 12 trong số 35 đơn vị", &[(1200.0 / 35.0, Some((12.0, 35.0)), Reached)]),
        ("trong 35 ngày làm việc", &[]),
        // What follows a figure belongs to that figure, up to the next clause.
        (
            "đạt 100% theo kế hoạch đề ra, trong khi 5 sở hoàn thành 80%",
            &[(100.0, None, Reached), (80.0, None, Reached)],
        ),
        ("đạt 100% chỉ tiêu và hoàn thành 80% nhiệm vụ", &[(100.0, None, Reached), (80.0, None, Reached)]),
        ("hoàn thành 95% so với kế hoạch; cấp xã đạt 80%", &[(95.0, None, Reached), (80.0, None, Reached)]),
        ("đạt 95% so với kế hoạch 100%", &[(95.0, None, Reached), (100.0, None, Target)]),
        ("đạt 22,9% so với chỉ tiêu 30%", &[(22.9, None, Reached), (30.0, None, Target)]),
        ("Vượt chỉ tiêu đề ra, hoàn thành 100% nhiệm vụ", &[(100.0, None, Reached)]),
        ("Để đạt mục tiêu hoàn thành 100% nhiệm vụ", &[(100.0, None, Target)]),
        ("So với kế hoạch năm, các đơn vị hoàn thành 80%", &[(80.0, None, Reached)]),
        ("đạt 100%, vượt chỉ tiêu 95%", &[(100.0, None, Reached), (95.0, None, Target)]),
        ("Chỉ tiêu phải hoàn thành cao nhưng 5 sở hoàn thành 80%", &[(80.0, None, Reached)]),
        ("Chưa có kinh phí nhưng các đơn vị hoàn thành 100%", &[(100.0, None, Reached)]),
        // A goal governs the whole list that it opens.
        (
            "Phấn đấu hoàn thành 100% nhiệm vụ, xử lý 95% vấn đề và kiểm tra 30% đơn vị",
            &[(100.0, None, Target), (95.0, None, Target), (30.0, None, Target)],
        ),
        ("Phấn đấu đến hết năm 2018, hoàn thành 100% nhiệm vụ", &[(100.0, None, Target)]),
        ("Mục tiêu: 30% cơ quan được kiểm tra, 100% vấn đề được xử lý", &[(30.0, None, Target), (100.0, None, Target)]),
        ("Mục tiêu 30%, đạt 22,9%", &[(30.0, None, Target), (22.9, None, Reached)]),
        ("Kiểm tra 30% cơ quan là mục tiêu của năm", &[(30.0, None, Target)]),
        // "còn" before another subject says "while", not "what is left".
        ("Sở A đạt 80%, còn Sở B đạt 100%", &[(80.0, None, Reached), (100.0, None, Reached)]),
        ("còn lại 9,5% nhiệm vụ", &[(9.5, None, Negated)]),
        ("còn đang thực hiện 4/42 nhiệm vụ", &[(400.0 / 42.0, Some((4.0, 42.0)), Negated)]),
        (
            "đã hoàn thành 38/42 nhiệm vụ và còn 4 nhiệm vụ chưa hoàn thành",
            &[(3800.0 / 42.0, Some((38.0, 42.0)), Reached)],
        ),
        (
            "đã hoàn thành 38/42 nhiệm vụ nhưng 4 nhiệm vụ chưa hoàn thành",
            &[(3800.0 / 42.0, Some((38.0, 42.0)), Reached)],
        ),
        // How much it rose is not how much it is.
        ("đạt 100%, tăng 5% so với năm 2017", &[(100.0, None, Reached), (5.0, None, Change)]),
        ("bằng 120% so với cùng kỳ", &[(120.0, None, Change)]),
        ("tăng từ 80% lên 100%", &[(80.0, None, Reached), (100.0, None, Reached)]),
        // Thousands torn by spaces, decimal counts: no figure rather than a wrong one.
        ("hoàn thành 1 000/2 500 hồ sơ", &[]),
        ("hoàn thành 1.5/20 hồ sơ", &[]),
        ("hoàn thành 35/35 100%", &[(100.0, Some((35.0, 35.0)), Reached)]),
        ("đạt một trăm phần trăm", &[]),
    ];
    for (text, expected) in cases {
        let found: Vec<_> = figures(text).into_iter().map(|f| (f.percent, f.parts, f.kind)).collect();
        assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
        for (f, e) in found.iter().zip(*expected) {
            assert!((f.0 - e.0).abs() < 1e-9 && f.1 == e.1 && f.2 == e.2, "{text}: {found:?}");
        }
    }
}

#[test]
fn figures_agree_only_within_their_rounding_and_never_across_the_threshold() {
    for (a, b, threshold, agree) in [
        ("đạt 99,5%", "đạt 100%", 100.0, false),
        ("đạt 99,5%", "đạt 99,5%", 100.0, true),
        ("đạt 22,9%", "đạt 23%", 30.0, false),
        ("đạt 8/35", "đạt 22,9%", 30.0, true),
        ("đạt 8/35", "đạt 23%", 30.0, true),
        ("đạt 8/35", "đạt 22,8%", 30.0, true),
        ("đạt 8/35", "đạt 22,86%", 30.0, true),
        ("đạt 8/35", "đạt 23,0%", 30.0, false),
        ("đạt 8/35", "đạt 22,4%", 30.0, false),
        ("đạt 399/400", "đạt 100%", 100.0, false),
        ("đạt 399/400", "đạt 100%", 99.0, true),
        ("đạt 38/42", "đạt 39/42", 100.0, false),
        ("đạt 14/35", "đạt 14/35", 30.0, true),
    ] {
        let (a, b) = (&figures(a)[0], &figures(b)[0]);
        assert_eq!((a.agrees(b, threshold), b.agrees(a, threshold)), (agree, agree), "{a:?} {b:?}");
    }
}

#[test]
fn a_percentage_that_does_not_follow_is_seen() {
    assert!(figures("đã kiểm tra 8/35 cơ quan, đạt 32%")[0].is_miscounted());
    assert!(!figures("đã kiểm tra 8/35 cơ quan, đạt 23%")[0].is_miscounted());
}

#[test]
fn the_range_leads_back_to_the_text() {
    let text = "UBND tỉnh đã kiểm tra  14 / 35 cơ quan";
    assert_eq!(&text[figures(text)[0].range.clone()], "14 / 35");
}

proptest! {
    #[test]
    fn no_text_panics(text in "[0-9/%., đạtchưa;-]{0,40}") {
        for f in figures(&text) {
            prop_assert!(text.get(f.range).is_some());
        }
    }
}

/// The figures of a sentence in short: `45/45`, `90%`, with a mark where it is no result.
fn told(sentence: &str) -> String {
    let one = |f: Figure| {
        let value = f.parts.map_or_else(|| format!("{}%", f.percent), |(part, whole)| format!("{part}/{whole}"));
        match f.kind {
            FigureKind::Result => value,
            kind => format!("{value} {kind:?}"),
        }
    };
    figures(sentence).into_iter().map(one).collect::<Vec<_>>().join("; ")
}

pub(crate) fn are_told(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(sentence, expected)| told(sentence) != *expected)
        .map(|(sentence, expected)| format!("{sentence}\n    {} instead of {expected}", told(sentence)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_day_without_its_year_is_no_fraction() {
    are_told(&[
        ("Tính đến 12/12, hoàn thành 90% nhiệm vụ theo Kế hoạch.", "90%"),
        ("Tính đến 10/12 đã hoàn thành 100% nhiệm vụ kế hoạch.", "100%"),
        ("Hội nghị sáng 7/12, Sở hoàn thành 100% nhiệm vụ kế hoạch.", "100%"),
        ("Đến 05/12 hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Từ 01/10 đến 15/12, hoàn thành 12/12 nhiệm vụ.", "12/12"),
        ("Từ 01/10 - 10/12, hoàn thành 12/12 nhiệm vụ.", "12/12"),
        ("Các ngày 5/12, 7/12 và 9/12, Sở đã kiểm tra 14/35 cơ quan.", "14/35"),
        ("Chiều thứ sáu 7/12, Sở báo cáo hoàn thành 45/45 nhiệm vụ.", "45/45"),
        ("Đến hết 12/12 năm 2018, hoàn thành 95% nhiệm vụ.", "95%"),
        ("Trước 10/12, Sở đã hoàn thành 100% (45/45) nhiệm vụ.", "45/45"),
        // Something is counted: no day.
        ("Đến 12/12 nhiệm vụ đã hoàn thành.", "12/12"),
        ("Số nhiệm vụ hoàn thành tăng từ 5/12 nhiệm vụ lên 12/12 nhiệm vụ.", "5/12; 12/12"),
        ("Nâng số nhiệm vụ hoàn thành đến 12/12 (100%).", "12/12"),
        ("Đã hoàn thành 12/12 nhiệm vụ, đạt 100%.", "12/12"),
        ("Kết quả: hoàn thành 12/12.", "12/12"),
        ("Đã kiểm tra 7/12 sở.", "7/12"),
    ]);
}

#[test]
fn a_fraction_that_cannot_be_read_makes_its_percentage_doubtful() {
    are_told(&[
        ("Hoàn thành 40 nhiệm vụ/45 nhiệm vụ kế hoạch (100%).", "40/45"),
        ("Hoàn thành 45 nhiệm vụ / tổng số 45 nhiệm vụ, đạt 100%.", "45/45"),
        ("Hoàn thành 40 (bốn mươi)/45 nhiệm vụ, đạt 100%.", "40/45"),
        ("Đã kiểm tra 14 cơ quan chuyên môn/35 cơ quan, đạt 40%.", "14/35"),
        ("Hoàn thành 50/45 nhiệm vụ kế hoạch, đạt 111%.", "111% Doubtful"),
        ("Hoàn thành 111% (50/45) nhiệm vụ kế hoạch.", "111% Doubtful"),
        ("Hoàn thành 1 000/2 500 hồ sơ, đạt 100%.", "100% Doubtful"),
        ("Hoàn thành 1.5/20 nhiệm vụ (100%).", "100% Doubtful"),
        // What is no fraction at all casts no doubt.
        ("Theo Quyết định 30/2016/QĐ-UBND, hoàn thành 100% nhiệm vụ.", "100%"),
        ("Bộ phận một cửa trực 24/7, hoàn thành 100% nhiệm vụ.", "100%"),
        ("Đợt 2 (21/12), hoàn thành 100% nhiệm vụ.", "100%"),
        ("Đã hoàn thành 45/45 (bốn mươi lăm) nhiệm vụ, đạt 100%.", "45/45"),
    ]);
}

#[test]
fn a_fraction_takes_no_percentage_of_another_thing() {
    are_told(&[
        ("Qua kiểm tra 14/35 đơn vị, đã xử lý 100% tồn tại, hạn chế.", "14/35; 100%"),
        ("Đã có 12/15 sở hoàn thành 100% nhiệm vụ theo kế hoạch.", "12/15; 100%"),
        ("Có 35/35 đơn vị hoàn thành 100% nhiệm vụ.", "35/35; 100%"),
        ("Kiểm tra 20/20 xã, khắc phục 80%.", "20/20; 80%"),
        ("Đã hoàn thành 45/45 nhiệm vụ, bằng 110% so với cùng kỳ.", "45/45; 110% Change"),
        ("Đã kiểm tra 14/35 đơn vị, vượt 10% so với kế hoạch.", "14/35; 10% Change"),
        ("Đã kiểm tra 14/35 đơn vị (đạt 40%), vượt chỉ tiêu đề ra (30%).", "14/35; 30% Change"),
        ("Đã kiểm tra 14/35 cơ quan, đơn vị, đạt 40%, vượt 10% so với kế hoạch.", "14/35; 10% Change"),
        // One thing, one figure.
        ("Đã hoàn thành 45/45 nhiệm vụ, đạt 100%.", "45/45"),
        ("Đã hoàn thành 45/45 nhiệm vụ, đạt 100% kế hoạch.", "45/45"),
        ("Đã xử lý 15/15 tồn tại, hoàn thành 100%.", "15/15"),
        ("45/45 nhiệm vụ đã hoàn thành, đạt tỷ lệ 100% nhiệm vụ được giao.", "45/45"),
        ("Đã kiểm tra 8/35 cơ quan, đạt 32%.", "8/35"),
    ]);
}

#[test]
fn what_is_done_to_what_is_read_beside_a_figure() {
    for (sentence, expected) in [
        ("Qua kiểm tra 14/35 đơn vị, đã xử lý", Some(("kiểm tra", "đơn vị"))),
        ("Đã kiểm tra tại 14/35 cơ quan", Some(("kiểm tra", "cơ quan"))),
        ("Đã khắc phục xong 14/35 số tồn tại", Some(("khắc phục", "tồn tại"))),
        ("Đã có 14/35 sở", None),
        ("Đã kiểm tra 14/35, đạt", None),
    ] {
        let found = deed(sentence, &figures(sentence)[0].range);
        assert_eq!(found, expected.map(|(verb, noun)| (verb.to_owned(), noun.to_owned())), "{sentence}");
    }
}
