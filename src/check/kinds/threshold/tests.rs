//! What a report says of a measure, and the verdict that it makes: "Tỷ lệ hoàn thành kế hoạch tuyên truyền", 100 %.

use super::*;
use crate::check::testing::{Doc, check, form, item, judge};
use crate::message::Verdict;

fn report(paragraphs: &[&str]) -> Doc {
    let title = "Kết quả tuyên truyền cải cách hành chính năm 2018";
    Doc::new("S4/bc.docx", "S4", form("BC", "300/BC-SNV", "2018-12-10", "SỞ NỘI VỤ", title), paragraphs)
}

fn threshold(documents: Vec<Doc>, facts: &str) -> Outcome {
    let outcome = judge(documents, facts);
    check(item(&outcome, "S4", "ket-qua-tuyen-truyen"), "threshold").clone()
}

fn says(sentence: &str) -> Verdict {
    threshold(vec![report(&["I. KẾT QUẢ", sentence])], "").verdict
}

#[test]
fn sentences_are_judged() {
    for (sentence, verdict) in [
        ("Đã hoàn thành 100% kế hoạch tuyên truyền.", Verdict::Met),
        ("Đã hoàn thành 95% kế hoạch tuyên truyền.", Verdict::Gap),
        // Two figures on different sides of the threshold, however near; one of them of a part.
        ("Tuyên truyền hoàn thành 99,5%, đạt 100% kế hoạch.", Verdict::Unclear),
        ("Tuyên truyền hoàn thành 99,5%, riêng cấp tỉnh 100%.", Verdict::Unclear),
        ("Tuyên truyền đạt 100% theo kế hoạch đề ra, trong khi 5 sở hoàn thành 80%.", Verdict::Unclear),
        ("Phấn đấu hoàn thành 95% kế hoạch tuyên truyền, xử lý 100% phản ánh.", Verdict::Unclear),
        // Another year's result.
        ("Năm 2017 tỷ lệ hoàn thành kế hoạch tuyên truyền đạt 100%.", Verdict::Unclear),
        ("Năm 2017 tỷ lệ hoàn thành kế hoạch tuyên truyền đạt 95%.", Verdict::Unclear),
        ("Năm trước, tuyên truyền hoàn thành 100%.", Verdict::Unclear),
        ("Năm 2018 tỷ lệ hoàn thành kế hoạch tuyên truyền đạt 100%, tăng 5 điểm so với năm 2017.", Verdict::Met),
        ("Tuyên truyền hoàn thành 100%, cao hơn so với năm 2017.", Verdict::Met),
        (
            "Thực hiện Kế hoạch số 57/KH-SNV ngày 21/12/2017 về tuyên truyền, đã hoàn thành 20/20 nhiệm vụ.",
            Verdict::Met,
        ),
    ] {
        assert_eq!(says(sentence), verdict, "{sentence}");
    }
}

#[test]
fn more_done_than_the_assessor_counts_is_unclear_and_names_both() {
    let done = |facts: &str| threshold(vec![report(&["Đã hoàn thành 20/20 nhiệm vụ tuyên truyền."])], facts);
    assert_eq!(done("so-nhiem-vu-tuyen-truyen,20,x").verdict, Verdict::Met);
    assert_eq!(done("so-nhiem-vu-tuyen-truyen,25,x").verdict, Verdict::Gap);
    for fact in ["18", "0"] {
        let outcome = done(&format!("so-nhiem-vu-tuyen-truyen,{fact},Danh mục"));
        assert_eq!(outcome.verdict, Verdict::Unclear, "{fact}");
        let message = &outcome.raised[0].message;
        assert_eq!((outcome.raised.len(), message.id.as_str()), (1, "KC407-over"));
        assert_eq!(message.args["part"], 20.0.into());
        assert_eq!(message.args["fact"], fact.parse::<f64>().unwrap().into());
    }
}

/// The verdict of a report whose only figures stand in a table of Word.
fn shows(paragraphs: &[&str], rows: &[&[&str]]) -> Verdict {
    threshold(vec![report(paragraphs).with_table(rows)], "").verdict
}

#[test]
fn columns_are_judged_by_their_heads() {
    let label = "Hoàn thành kế hoạch tuyên truyền";
    for (head, values, verdict) in [
        (["Tỷ lệ (%)", "Ghi chú"], ["100%", ""], Verdict::Met),
        (["Tỷ lệ (%)", "Ghi chú"], ["95%", ""], Verdict::Gap),
        (["Kế hoạch năm", "Thực hiện"], ["100%", "95%"], Verdict::Gap),
        (["Thực hiện", "Kế hoạch năm"], ["95%", "100%"], Verdict::Gap),
        (["Mục tiêu", "Ghi chú"], ["100%", ""], Verdict::Unclear),
        (["Chỉ tiêu", "Ghi chú"], ["100%", ""], Verdict::Unclear),
        (["Kế hoạch năm", "Ghi chú"], ["100%", ""], Verdict::Unclear),
        (["Phấn đấu", "Ghi chú"], ["100%", ""], Verdict::Unclear),
        (["Dự kiến", "Ghi chú"], ["100%", ""], Verdict::Unclear),
        (["Chưa hoàn thành", "Ghi chú"], ["100%", ""], Verdict::Unclear),
        (["Kết quả so với kế hoạch", "Ghi chú"], ["100%", ""], Verdict::Met),
        (["Tỷ lệ hoàn thành kế hoạch (%)", "Ghi chú"], ["100%", ""], Verdict::Met),
        (["Chỉ tiêu", "Kết quả"], ["100%", "19/20"], Verdict::Gap),
        (["Năm 2018", "Năm 2017"], ["95%", "100%"], Verdict::Gap),
        (["2018", "2017"], ["95%", "100%"], Verdict::Gap),
        (["Năm 2017", "So với cùng kỳ"], ["100%", "105%"], Verdict::Unclear),
        // Two results that differ: neither is taken.
        (["Đợt 1", "Đợt 2"], ["95%", "100%"], Verdict::Unclear),
        (["Tổng số", "Chưa hoàn thành"], ["20", "20"], Verdict::Gap),
        (["Phải thực hiện", "Đã thực hiện"], ["20", "20"], Verdict::Met),
        (["Phải thực hiện", "Đã thực hiện"], ["1.020", "1.020"], Verdict::Met),
    ] {
        let rows: &[&[&str]] = &[&["TT", "Nội dung", head[0], head[1]], &["1", label, values[0], values[1]]];
        assert_eq!(shows(&["I. KẾT QUẢ"], rows), verdict, "{rows:?}");
    }
}

#[test]
fn heads_over_several_columns_are_seen() {
    let rows: &[&[&str]] = &[
        &["TT", "Nội dung", "Kế hoạch năm", "", "Kết quả", ""],
        &["", "", "Số lượng", "Tỷ lệ", "Số lượng", "Tỷ lệ"],
        &["1", "Hoàn thành kế hoạch tuyên truyền", "20", "100%", "19", "95%"],
    ];
    assert_eq!(shows(&["I. KẾT QUẢ"], rows), Verdict::Gap);
}

#[test]
fn a_row_without_figures_is_no_head() {
    let rows: &[&[&str]] = &[
        &["TT", "Nội dung", "Kết quả"],
        &["a", "Mua sắm", "chưa làm"],
        &["b", "Hoàn thành kế hoạch tuyên truyền", "100%"],
        &["c", "Mục tiêu", "chỉ tiêu"],
        &["d", "Hoàn thành kế hoạch tuyên truyền ở xã", "100%"],
    ];
    assert_eq!(shows(&["I. KẾT QUẢ"], rows), Verdict::Met);
}

#[test]
fn a_second_table_of_a_sheet_has_heads_of_its_own() {
    let label = "Hoàn thành kế hoạch tuyên truyền";
    let rows: &[&[&str]] = &[
        &["TT", "Nội dung", "Kết quả"],
        &["1", label, "95%"],
        &[],
        &["TT", "Nội dung", "Mục tiêu"],
        &["1", label, "100%"],
    ];
    for rows in [rows.to_vec(), [&rows[..2], &rows[3..]].concat()] {
        let documents = vec![report(&["Như bảng."]), Doc::sheet("S4/bang.xlsx", "S4", "Sheet1", &rows)];
        assert_eq!(threshold(documents, "").verdict, Verdict::Gap);
    }
}

#[test]
fn rows_are_judged_by_their_words() {
    for (label, verdict) in [
        // "thực hiện" is no completion.
        ("Thực hiện kế hoạch tuyên truyền", Verdict::Unclear),
        ("Mục tiêu hoàn thành tuyên truyền", Verdict::Unclear),
        ("Nhiệm vụ tuyên truyền chưa hoàn thành", Verdict::Unclear),
        ("Hoàn thành kế hoạch tuyên truyền năm 2017", Verdict::Unclear),
    ] {
        let rows: &[&[&str]] = &[&["TT", "Nội dung", "Tỷ lệ"], &["1", label, "100%"]];
        assert_eq!(shows(&["I. KẾT QUẢ"], rows), verdict, "{label}");
    }
}

#[test]
fn tables_of_goals_and_of_other_years_show_no_result() {
    let rows: &[&[&str]] = &[&["TT", "Nội dung", "Tỷ lệ"], &["1", "Hoàn thành kế hoạch tuyên truyền", "100%"]];
    for (above, verdict) in [
        ("I. KẾT QUẢ", Verdict::Met),
        ("II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019", Verdict::Unclear),
        ("Chỉ tiêu cụ thể như sau:", Verdict::Unclear),
        ("Kết quả năm 2017 như sau:", Verdict::Unclear),
        ("Kết quả thực hiện các chỉ tiêu năm 2018 như sau:", Verdict::Met),
    ] {
        assert_eq!(shows(&[above], rows), verdict, "{above}");
    }
    assert_eq!(shows(&["II. PHƯƠNG HƯỚNG", "1. Tuyên truyền", "Như bảng sau."], rows), Verdict::Unclear);
}

#[test]
fn a_sentence_in_a_cell_of_goals_is_no_result() {
    let sentence = "Hoàn thành 100% kế hoạch tuyên truyền";
    for (head, verdict) in [("Mục tiêu", Verdict::Unclear), ("Kết quả", Verdict::Unclear)] {
        let rows: &[&[&str]] = &[&["TT", "Lĩnh vực", head], &["1", "Thông tin", sentence]];
        assert_eq!(shows(&["I. KẾT QUẢ"], rows), verdict, "{head}");
    }
}

#[test]
fn sections_and_names_of_sheets_are_seen() {
    let label = "Hoàn thành kế hoạch tuyên truyền";
    let verdict = |name: &str, rows: &[&[&str]]| {
        threshold(vec![report(&["Như bảng kèm theo."]), Doc::sheet("S4/bang.xlsx", "S4", name, rows)], "").verdict
    };
    let plain: &[&[&str]] = &[&["TT", "Nội dung", "Tỷ lệ"], &["1", label, "100%"]];
    assert_eq!(verdict("Sheet1", plain), Verdict::Met);
    assert_eq!(verdict("Chỉ tiêu 2019", plain), Verdict::Unclear);
    assert_eq!(verdict("Năm 2017", plain), Verdict::Unclear);
    assert_eq!(verdict("KH 2019", plain), Verdict::Unclear);
    assert_eq!(verdict("Tuyên truyền 2018", plain), Verdict::Met);
    let sections: &[&[&str]] = &[
        &["BIỂU TỔNG HỢP KẾT QUẢ NĂM 2018"],
        &["TT", "Nội dung", "Tỷ lệ"],
        &["I", "Kết quả năm 2018"],
        &["1", label, "95%"],
        &["II", "Phương hướng năm 2019"],
        &["1", label, "100%"],
    ];
    assert_eq!(verdict("Sheet1", sections), Verdict::Gap);
    assert_eq!(verdict("Sheet1", &[&["KẾT QUẢ NĂM 2017"], plain[0], plain[1]]), Verdict::Unclear);
    for (title, expected) in [("PHƯƠNG HƯỚNG NĂM 2019", Verdict::Unclear), ("KẾT QUẢ NĂM 2018", Verdict::Met)]
    {
        let mut sheet = Doc::sheet("S4/bang.xlsx", "S4", "Sheet1", &[&["PHỤ LỤC"], &[title]]);
        sheet.pages[0].tables.push(crate::check::testing::table(plain));
        assert_eq!(threshold(vec![report(&["Như bảng."]), sheet], "").verdict, expected, "{title}");
    }
    let total: &[&[&str]] =
        &[&["Đơn vị", "Chỉ tiêu thực hiện tuyên truyền"], &["Sở A", "100%"], &["Tổng cộng", "100%"]];
    assert_eq!(verdict("Sheet1", total), Verdict::Unclear);
    let total: &[&[&str]] = &[&["Đơn vị", "Tỷ lệ thực hiện tuyên truyền"], &["Sở A", "100%"], &["Tổng cộng", "100%"]];
    assert_eq!(verdict("Sheet1", total), Verdict::Unclear);
}

fn annual_report(paragraphs: &[&str]) -> Doc {
    let title = "Kết quả công tác cải cách hành chính năm 2018";
    let form = form("BC", "331/BC-UBND", "2018-12-15", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", title);
    Doc::new("S1/bc.docx", "S1", form, paragraphs)
}

/// The verdict on S1 of an annual report.
pub(super) fn plan_says(paragraphs: &[&str]) -> Verdict {
    check(item(&judge(vec![annual_report(paragraphs)], ""), "S1", "bao-cao-nam"), "threshold").verdict
}

/// The verdict on S1 of an annual report with a table.
fn plan_shows(caption: &str, rows: &[&[&str]]) -> Verdict {
    let report = annual_report(&["I. KẾT QUẢ", caption]).with_table(rows);
    check(item(&judge(vec![report], ""), "S1", "bao-cao-nam"), "threshold").verdict
}

#[test]
fn a_table_that_names_the_measure_in_caption_and_heads_is_counted_as_a_whole() {
    let caption = "Kết quả thực hiện Kế hoạch cải cách hành chính năm 2018 như sau:";
    let heads: &[&str] = &["TT", "Lĩnh vực", "Số nhiệm vụ theo kế hoạch", "Số nhiệm vụ hoàn thành", "Tỷ lệ"];
    let of = |rows: &[&[&str]]| plan_shows(caption, &[&[heads], rows].concat());
    let first: &[&str] = &["1", "Cải cách thể chế", "10", "10", "100%"];
    let (done, left): (&[&str], &[&str]) =
        (&["2", "Hiện đại hóa", "8", "8", "100%"], &["2", "Hiện đại hóa", "8", "6", "75%"]);
    assert_eq!(of(&[first, done, &["", "Tổng cộng", "18", "18", "100%"]]), Verdict::Met);
    assert_eq!(of(&[first, left, &["", "Tổng cộng", "18", "16", "88,9%"]]), Verdict::Gap);
    // Without a total fields or offices may have been left out; a section with figures of its own may be a sum.
    assert_eq!(of(&[first, done]), Verdict::Unclear);
    assert_eq!(of(&[first, left]), Verdict::Unclear);
    let (regular, new): (&[&str], &[&str]) =
        (&["1", "Nhiệm vụ thường xuyên", "10", "10", "100%"], &["2", "Nhiệm vụ mới", "8", "6", "75%"]);
    assert_eq!(of(&[regular, new]), Verdict::Unclear);
    assert_eq!(of(&[&["1", "Nhiệm vụ Kế hoạch", "45", "40", "88,9%"]]), Verdict::Gap);
    assert_eq!(of(&[&["", "", "45", "45", "100%"]]), Verdict::Met);
    assert_eq!(of(&[&["1", "2", "3", "4", "5"]]), Verdict::Unclear);
    assert_eq!(of(&[&["I", "Thể chế", "18", "18", "100%"], first, done]), Verdict::Unclear);
    // Numbers of the columns are no row.
    let total: &[&str] = &["", "Tổng số nhiệm vụ", "18", "18", "100%"];
    assert_eq!(of(&[&["(1)", "(2)", "(3)", "(4)", "(5)"], first, done, total]), Verdict::Met);
    // A caption of something else, and heads that count something else.
    let plain: &[&str] = &["TT", "Lĩnh vực", "Kế hoạch", "Hoàn thành", "Tỷ lệ"];
    assert_eq!(plan_shows("Kết quả thực hiện các nhiệm vụ:", &[plain, first, done, total]), Verdict::Unclear);
    assert_eq!(plan_shows("Kết quả giải quyết hồ sơ như sau:", &[plain, first, done]), Verdict::Unclear);
    assert_eq!(plan_shows("Kết quả thực hiện nhiệm vụ Chính phủ giao:", &[heads, first, done]), Verdict::Unclear);
    let files: &[&str] = &["TT", "Lĩnh vực", "Số hồ sơ theo kế hoạch", "Số hồ sơ hoàn thành", "Tỷ lệ"];
    assert_eq!(plan_shows(caption, &[files, first, done]), Verdict::Unclear);
}

#[test]
fn plan_against_done_in_two_columns_is_asked_where_no_word_counts() {
    let heads: &[&str] = &["TT", "Hình thức", "Kế hoạch", "Thực hiện"];
    let of = |rows: &[&[&str]]| shows(&["I. KẾT QUẢ", "Kết quả tuyên truyền năm 2018:"], &[&[heads], rows].concat());
    assert_eq!(of(&[&["1", "Báo in", "12", "12"], &["", "Tổng cộng", "12", "12"]]), Verdict::Unclear);
    assert_eq!(of(&[&["1", "Báo in", "12", "9"], &["", "Tổng cộng", "12", "9"]]), Verdict::Unclear);
    let heads: &[&str] = &["TT", "Nội dung tuyên truyền", "Kế hoạch", "Thực hiện"];
    assert_eq!(
        shows(&["I. KẾT QUẢ"], &[heads, &["1", "Báo in", "12", "9"], &["2", "Hội nghị", "2", "2"]]),
        Verdict::Unclear
    );
    assert_eq!(of(&[&["1", "Báo in", "12", "16"], &["2", "Hội nghị", "2", "2"]]), Verdict::Unclear);
}

#[test]
fn rows_that_say_that_they_were_done_are_counted() {
    let caption = "Kết quả các nhiệm vụ của Kế hoạch cải cách hành chính năm 2018:";
    let of = |results: &[&str]| {
        let mut rows: Vec<Vec<&str>> = vec![vec!["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Kết quả thực hiện, hoàn thành"]];
        rows.extend(results.iter().map(|result| vec!["1", "Rà soát thủ tục", "Sở A", *result]));
        plan_shows(caption, &rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
    };
    assert_eq!(of(&["Đã hoàn thành", "Hoàn thành", "Đã hoàn thành tháng 10"]), Verdict::Met);
    assert_eq!(of(&["Đã hoàn thành", "Hoàn thành", "Chưa hoàn thành"]), Verdict::Gap);
    assert_eq!(of(&["Đã hoàn thành", "Hoàn thành", "Đang thực hiện"]), Verdict::Gap);
    // What says neither, and too short a list, is nothing to count.
    assert_eq!(of(&["Đã hoàn thành", "Hoàn thành", "Đã ban hành văn bản, chưa triển khai"]), Verdict::Unclear);
    assert_eq!(of(&["Đã hoàn thành", "Hoàn thành", "Hoàn thành 80%"]), Verdict::Unclear);
    assert_eq!(of(&["Đã hoàn thành", "Hoàn thành"]), Verdict::Unclear);
}

#[test]
fn a_table_that_says_otherwise_itself_proves_nothing() {
    let caption = "Kết quả thực hiện nhiệm vụ Kế hoạch cải cách hành chính năm 2018:";
    let of = |heads: [&str; 3], row: [&str; 3]| {
        plan_shows(
            caption,
            &[
                &["TT", "Lĩnh vực", heads[0], heads[1], heads[2]],
                &["1", "Các nhiệm vụ của Kế hoạch", row[0], row[1], row[2]],
            ],
        )
    };
    let left = "Chưa hoàn thành";
    for (heads, row, verdict) in [
        (["Tổng số nhiệm vụ", "Đã hoàn thành", left], ["10", "10", "0"], Verdict::Met),
        (["Tổng số nhiệm vụ", "Đã hoàn thành", left], ["10", "10", "2"], Verdict::Unclear),
        (["Tổng số nhiệm vụ", "Hoàn thành đúng hạn", "Hoàn thành quá hạn"], ["10", "8", "2"], Verdict::Met),
        (["Tổng số nhiệm vụ", "Hoàn thành 6 tháng", "Ghi chú"], ["10", "10", ""], Verdict::Unclear),
    ] {
        assert_eq!(of(heads, row), verdict, "{heads:?} {row:?}");
    }
    let heads: &[&str] = &["TT", "Lĩnh vực", "Tổng số nhiệm vụ", "Đã hoàn thành"];
    let rows: &[&[&str]] =
        &[heads, &["1", "Thể chế", "12", "14"], &["2", "Thủ tục", "4", "2"], &["", "Tổng cộng:", "16", "16"]];
    assert_eq!(plan_shows(caption, rows), Verdict::Unclear);
    // One field, or parts of the year, without a total.
    for rows in [
        &[&["1", "Thể chế", "12", "12"] as &[&str]] as &[&[&str]],
        &[&["1", "Quý I", "12", "12"], &["2", "Quý II", "8", "8"]],
        &[&["2016", "Kế hoạch", "20", "20"], &["2017", "Kế hoạch", "25", "25"]],
    ] {
        assert_eq!(plan_shows(caption, &[&[heads], rows].concat()), Verdict::Unclear, "{rows:?}");
    }
    let late: &[&str] = &["TT", "Lĩnh vực", "Tổng số nhiệm vụ", "Số nhiệm vụ hoàn thành đến 30/6/2018"];
    assert_eq!(plan_shows(caption, &[late, &["", "Tổng cộng", "5", "5"]]), Verdict::Unclear);
    for caption in [
        "Kết quả thực hiện nhiệm vụ Kế hoạch CCHC quý IV năm 2018:",
        "Kết quả thực hiện nhiệm vụ Kế hoạch của Sở Nội vụ năm 2018:",
        "Các nhiệm vụ đã hoàn thành của Kế hoạch CCHC năm 2018:",
        "Kinh phí thực hiện nhiệm vụ Kế hoạch CCHC năm 2018:",
    ] {
        assert_eq!(plan_shows(caption, &[heads, &["1", "Thể chế", "5", "5"]]), Verdict::Unclear, "{caption}");
    }
}

#[test]
fn a_list_that_goes_on_in_another_table_is_no_whole() {
    let heads: &[&str] = &["TT", "Nội dung tuyên truyền", "Kế hoạch", "Thực hiện"];
    let first: &[&[&str]] = &[heads, &["1", "Báo in", "12", "12"], &["2", "Hội nghị", "4", "4"]];
    let of = |second: &[&[&str]]| {
        let report = report(&["I. KẾT QUẢ"]).with_table(first).with_table(second);
        threshold(vec![report], "").verdict
    };
    assert_eq!(of(&[&["3", "Hội thi", "4", "1"]]), Verdict::Unclear);
    assert_eq!(of(&[heads, &["1", "Hội thi ở huyện", "4", "1"]]), Verdict::Unclear);
    assert_eq!(of(&[&["TT", "Cơ quan", "Địa chỉ"], &["1", "Sở A", "Số 2"]]), Verdict::Unclear);
}
