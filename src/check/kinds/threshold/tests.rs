//! What a report says of a measure, and the verdict that it makes: "Tỷ lệ hoàn thành kế hoạch tuyên truyền", 100 %.

use super::*;
use crate::check::testing::{self, Doc, check, form, item, judge};

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
        // Two figures on different sides of the threshold, however near.
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
