//! Sentences of reports and letters, and the verdict that each makes where it is all that is said: S1, all tasks of the plan
//! done; S3a, from 30 % of the units inspected; S3b, all problems handled; S6, all that the Government gave done.

use crate::check::testing::{Doc, check, form, item, judge};
use crate::message::Verdict;

fn verdict(criterion: &'static str, sentence: &str) -> Verdict {
    let (id, kind, title) = match criterion {
        "S1" => ("bao-cao-nam", "BC", "Kết quả công tác cải cách hành chính năm 2018"),
        "S6" => ("nhiem-vu-duoc-giao", "BC", "Kết quả thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao năm 2018"),
        "S3a" => ("ket-qua-kiem-tra", "BC", "Kết quả kiểm tra cải cách hành chính năm 2018"),
        _ => ("xu-ly-sau-kiem-tra", "BC", "Kết quả khắc phục sau kiểm tra cải cách hành chính năm 2018"),
    };
    let form = form(kind, "300/BC-SNV", "2018-12-20", "SỞ NỘI VỤ", title);
    let paragraphs: Vec<&str> = ["I. KẾT QUẢ"].into_iter().chain(sentence.lines()).collect();
    let outcome = judge(vec![Doc::new("bc.docx", criterion, form, &paragraphs)], "");
    check(item(&outcome, criterion, id), "threshold").verdict
}

fn are_judged(criterion: &'static str, expected: Verdict, sentences: &[&str]) {
    let wrong: Vec<String> = sentences
        .iter()
        .map(|sentence| (verdict(criterion, sentence), sentence))
        .filter(|(verdict, _)| *verdict != expected)
        .map(|(verdict, sentence)| format!("{verdict:?}: {sentence}"))
        .collect();
    assert!(wrong.is_empty(), "{criterion}, not {expected:?}:\n{}", wrong.join("\n"));
}

#[test]
fn all_tasks_done_is_met() {
    are_judged(
        "S1",
        Verdict::Met,
        &[
            "Đã hoàn thành 45/45 nhiệm vụ của kế hoạch, đạt 100%.",
            "Nhiệm vụ kế hoạch hoàn thành, đạt tỷ lệ 100% (45/45).",
            "Đã hoàn thành 45/45 nhiệm vụ, đạt 100% kế hoạch.",
            "Đã hoàn thành 45/45 (100%) nhiệm vụ theo Kế hoạch.",
            "Hoàn thành 45/45 nhiệm vụ kế hoạch; 100% công chức hoàn thành nhiệm vụ theo kế hoạch.",
            "Tỷ lệ hoàn thành nhiệm vụ kế hoạch: 100%.",
            "Các nhiệm vụ được giao trong kế hoạch đều hoàn thành đúng hạn, đạt 100%.",
            "Kết quả thực hiện nhiệm vụ kế hoạch: hoàn thành 45/45.",
            "Tính đến 10/12 đã hoàn thành 100% nhiệm vụ kế hoạch.",
            "Đến 05/12 hoàn thành 45/45 nhiệm vụ kế hoạch.",
            "Từ đầu năm đến nay, hoàn thành 45/45 nhiệm vụ kế hoạch.",
            "Hoàn thành 45/45 nhiệm vụ kế hoạch, bằng 110% so với cùng kỳ.",
            "Đến ngày 10/01/2019, đã hoàn thành 45/45 nhiệm vụ kế hoạch.",
            "Hoàn thành nhiệm vụ kế hoạch, đạt 100% (năm 2017 đạt 95%).",
            "Hoàn thành 100% nhiệm vụ kế hoạch, cao hơn so với mức 90% của năm 2017.",
            "Hoàn thành 100% nhiệm vụ kế hoạch, là tiền đề để đến năm 2020 hoàn thành chương trình.",
            "Các nhiệm vụ đề ra trong Kế hoạch hoàn thành 100%.",
            "Hoàn thành 45/45 nhiệm vụ của kế hoạch (không có nhiệm vụ quá hạn).",
        ],
    );
}

#[test]
fn tasks_of_the_government_are_judged() {
    are_judged(
        "S6",
        Verdict::Met,
        &[
            "Đã hoàn thành 60/60 nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao.",
            "Đã hoàn thành 100% nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao trong năm.",
            "Trong tổng số 87 nhiệm vụ Thủ tướng Chính phủ giao, đã hoàn thành đúng hạn 80 nhiệm vụ, hoàn thành quá hạn 07 nhiệm vụ, đạt tỷ lệ hoàn thành 100%.",
            "Tỉnh tiếp nhận 104 nhiệm vụ do Chính phủ, Thủ tướng Chính phủ giao. Đến ngày 28/12/2018, đã hoàn thành 104 nhiệm vụ, đạt 100%.",
        ],
    );
    are_judged(
        "S6",
        Verdict::Unclear,
        &[
            "Hoàn thành 100% nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao trong thời gian tới.",
            "Hoàn thành 100% nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao vào cuối quý I năm sau.",
            "Nhiệm kỳ 2016 - 2020, đã hoàn thành 400/400 nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao.",
            "Trong 3 năm qua, đã hoàn thành 400/400 nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao.",
            "Tháng 11, đã hoàn thành 20/20 nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao.",
            "Tính từ ngày 01/7/2018 đến nay, đã hoàn thành 60/60 nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao.",
            "Đã hoàn thành 156/156 nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao.\nCòn 04 nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao đang thực hiện, chưa hoàn thành.",
        ],
    );
}

#[test]
fn pages_run_together_are_asked_and_take_no_time() {
    let sentence = "Chính phủ, Thủ tướng giao 12 nhiệm vụ, hoàn thành toàn bộ 5 nhiệm vụ, đạt 100% ".repeat(2000);
    let start = std::time::Instant::now();
    are_judged("S6", Verdict::Unclear, &[&sentence]);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_passage_that_was_not_read_decides_nothing() {
    let told = "Đã hoàn thành 45/45 nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao.";
    let passage = |sentence: &str| format!("{told}\n{}", sentence.repeat(400));
    let (own, other) =
        (passage("Chính phủ, Thủ tướng giao 12 nhiệm vụ, hoàn thành 5 nhiệm vụ "), passage("Ban hành 12 văn bản, "));
    are_judged("S6", Verdict::Unclear, &[&own]);
    // What cannot tell of the measure leaves it decided.
    are_judged("S6", Verdict::Met, &[told, &other]);
}

#[test]
fn several_years_or_some_months_are_not_the_year() {
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "Từ 01/10 đến 15/12, hoàn thành 12/12 nhiệm vụ kế hoạch.",
            "Nhiệm kỳ 2016 - 2020, tỉnh đã hoàn thành 120/120 nhiệm vụ của Kế hoạch CCHC.",
            "Tính từ ngày 01/7/2018 đến nay, đã hoàn thành 20/20 nhiệm vụ của Kế hoạch CCHC.",
            "Đã phân công thực hiện 12/12 nhiệm vụ của Kế hoạch.",
            "Trong số nhiệm vụ phải hoàn thành trước 30/11, đã hoàn thành 100% nhiệm vụ của Kế hoạch CCHC.",
            "Từ năm 2016 đến năm 2018, đã hoàn thành 120/120 nhiệm vụ của Kế hoạch CCHC.",
        ],
    );
    are_judged(
        "S3a",
        Verdict::Unclear,
        &[
            "Trong 3 năm qua đã kiểm tra 33/35 cơ quan, đơn vị.",
            "Trong 2 năm 2017 - 2018, đã kiểm tra 20/35 cơ quan, đơn vị.",
            "Tháng 10, đã kiểm tra 11/35 cơ quan, đơn vị.",
            "Kiểm tra CCHC năm 2017\nTổng số cơ quan, đơn vị: 35\nSố đơn vị được kiểm tra: 12",
        ],
    );
}

#[test]
fn what_others_were_led_to_do_was_done_where_it_is_counted() {
    are_judged(
        "S1",
        Verdict::Met,
        &[
            "UBND tỉnh đã tập trung chỉ đạo, điều hành quyết liệt, nhờ đó đã hoàn thành 45/45 nhiệm vụ của Kế hoạch CCHC.",
            "45/45 nhiệm vụ của Kế hoạch CCHC đã hoàn thành trước ngày 30/11/2018.",
            "Tỉnh đã hoàn thành toàn bộ 45 nhiệm vụ của Kế hoạch cải cách hành chính năm 2018.",
            "45 nhiệm vụ được giao thì cả 45 nhiệm vụ của Kế hoạch đều đã hoàn thành.",
            "Qua rà soát, 45/45 nhiệm vụ tại Kế hoạch CCHC năm 2018 đã hoàn thành (100%).",
            "Mức độ hoàn thành kế hoạch: trong tổng số 60 nhiệm vụ của Kế hoạch CCHC năm 2018, có 60 nhiệm vụ hoàn thành.",
            "Toàn bộ 41 nhiệm vụ trong Kế hoạch CCHC năm 2018 đã được hoàn thành.",
        ],
    );
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "UBND tỉnh đã chỉ đạo các sở hoàn thành 100% nhiệm vụ của Kế hoạch.",
            "Phấn đấu hoàn thành toàn bộ 45 nhiệm vụ của Kế hoạch.",
            "Hoàn thành toàn bộ 08 nhiệm vụ cải cách thể chế của Kế hoạch.",
            "Hoàn thành tất cả 40 nhiệm vụ của Kế hoạch, còn 05 nhiệm vụ đang thực hiện.",
            "Toàn bộ 45 nhiệm vụ của Kế hoạch phải được hoàn thành trong năm.",
        ],
    );
    are_judged(
        "S1",
        Verdict::Gap,
        &[
            "Hoàn thành tất cả 40 nhiệm vụ trên tổng số 45 nhiệm vụ của Kế hoạch.",
            "Tổng số nhiệm vụ phải hoàn thành theo Kế hoạch CCHC là 58 nhiệm vụ. Số nhiệm vụ đã hoàn thành là 55 nhiệm vụ, tương ứng 94,8%.",
        ],
    );
    are_judged(
        "S3a",
        Verdict::Unclear,
        &[
            "Kế hoạch năm 2018 kiểm tra 12/35 cơ quan, đơn vị, đạt 34,3%.",
            "Theo kế hoạch đã được phê duyệt, Đoàn kiểm tra 13/35 cơ quan, đơn vị, trong đó có 7 sở và 6 huyện.",
            "Kế hoạch kiểm tra CCHC năm 2018 của UBND tỉnh bao gồm 11/35 đơn vị, chiếm 31,4%.",
            "Số cơ quan, đơn vị được kiểm tra theo kế hoạch: 12/35.",
            "Đoàn kiểm tra được giao kiểm tra 13/35 cơ quan, đơn vị.",
            "Đối tượng kiểm tra: 12/35 cơ quan, đơn vị.",
        ],
    );
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "Thực hiện Kế hoạch số 145/KH-UBND về xây dựng chính quyền điện tử, tỉnh đã hoàn thành 14/14 nhiệm vụ của Kế hoạch.",
            "Thực hiện Kế hoạch về áp dụng ISO 9001:2015, đã hoàn thành 100% nhiệm vụ của Kế hoạch.",
            "Quyết định số 3507/QĐ-UBND nêu: “hoàn thành 100% nhiệm vụ đề ra tại Kế hoạch CCHC năm 2018”.",
        ],
    );
    are_judged(
        "S3b",
        Verdict::Unclear,
        &[
            "Qua giám sát của HĐND tỉnh, 10/10 hạn chế, tồn tại đã được khắc phục.",
            "Qua kiểm toán, 9/9 tồn tại, hạn chế đã được xử lý.",
        ],
    );
    are_judged("S3a", Verdict::Gap, &["Trong năm 2018, số cơ quan, đơn vị được kiểm tra là 9/35, chỉ đạt 25,7%."]);
    are_judged(
        "S3a",
        Verdict::Met,
        &[
            "Đoàn kiểm tra CCHC của tỉnh đã kiểm tra 07 sở, ngành và 05 huyện, thị xã, thành phố; tổng cộng 12/35 đơn vị, đạt 34,28%.",
        ],
    );
    are_judged(
        "S3b",
        Verdict::Met,
        &[
            "Như vậy 30/30 vấn đề đã được xử lý hoặc kiến nghị xử lý, đạt 100%.",
            "Các đơn vị đã khắc phục 32/32 tồn tại, hạn chế mà Đoàn kiểm tra đã chỉ ra.",
        ],
    );
}

#[test]
fn tasks_left_are_a_gap() {
    are_judged(
        "S1",
        Verdict::Gap,
        &["Tính đến 12/12, hoàn thành 90% nhiệm vụ theo Kế hoạch.", "Mới hoàn thành 42/45 nhiệm vụ của kế hoạch."],
    );
}

#[test]
fn what_is_no_result_is_unclear() {
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "Hoàn thành 50/45 nhiệm vụ kế hoạch, đạt 111%.",
            "Đã hoàn thành 45/45 nhiệm vụ theo kế hoạch, đạt 95%.",
            "100% cán bộ, công chức hoàn thành nhiệm vụ theo kế hoạch.",
            "Công chức hoàn thành tốt nhiệm vụ theo kế hoạch chiếm 100%.",
            "Thu ngân sách hoàn thành nhiệm vụ, đạt 105% kế hoạch.",
            "Giải ngân đạt 100% kế hoạch, hoàn thành nhiệm vụ được giao.",
            "Có 45/45 đơn vị báo cáo kết quả hoàn thành nhiệm vụ theo kế hoạch.",
            "Đã ban hành 45/45 văn bản hoàn thành nhiệm vụ theo kế hoạch.",
            "Hoàn thành kế hoạch, 100% hồ sơ giải quyết đúng hạn, đúng nhiệm vụ.",
            "Đã phân công 45/45 nhiệm vụ của Kế hoạch cho các phòng hoàn thành.",
            "Đã có 12/15 sở hoàn thành 100% nhiệm vụ theo kế hoạch.",
            "Không đơn vị nào hoàn thành 100% nhiệm vụ kế hoạch.",
            "Chưa có đơn vị nào hoàn thành 100% nhiệm vụ kế hoạch.",
            "Chỉ đạo các phòng hoàn thành 100% nhiệm vụ kế hoạch.",
            "Giao Sở Nội vụ hoàn thành 100% nhiệm vụ kế hoạch.",
            "Bảo đảm hoàn thành 100% nhiệm vụ kế hoạch.",
            "Cam kết hoàn thành 100% nhiệm vụ kế hoạch.",
            "Để hoàn thành 100% nhiệm vụ kế hoạch.",
            "Tiếp tục hoàn thành 100% nhiệm vụ kế hoạch.",
            "Ước hoàn thành 100% nhiệm vụ kế hoạch.",
            "Khó hoàn thành 100% nhiệm vụ kế hoạch.",
            "Kế hoạch: hoàn thành 100% nhiệm vụ.",
            "Kế hoạch giao hoàn thành 100% nhiệm vụ.",
            "Hoàn thành gần 100% nhiệm vụ kế hoạch.",
            "Hoàn thành dưới 100% nhiệm vụ kế hoạch.",
            "Năm 2017 hoàn thành nhiệm vụ kế hoạch, đạt 100%.",
        ],
    );
}

#[test]
fn shares_of_units_are_judged() {
    are_judged(
        "S3a",
        Verdict::Met,
        &[
            "Đã kiểm tra 14/35 cơ quan, đơn vị, đạt 40%, vượt 10% so với kế hoạch.",
            "Đã kiểm tra tại 14/35 cơ quan, đơn vị (21 đơn vị chưa được kiểm tra).",
            "Đã kiểm tra 14/35 đơn vị, khắc phục 3/15 tồn tại.",
        ],
    );
    are_judged("S3a", Verdict::Gap, &["Đã kiểm tra 8/35 cơ quan, đơn vị, khắc phục 15/15 tồn tại."]);
    are_judged("S3a", Verdict::Unclear, &["Kiểm tra từ 30% số cơ quan, đơn vị trở lên."]);
}

#[test]
fn shares_of_problems_are_judged() {
    are_judged(
        "S3b",
        Verdict::Met,
        &[
            "Qua kiểm tra 14/35 đơn vị, đã xử lý 100% tồn tại, hạn chế.",
            "Đã kiến nghị xử lý 15/15 vấn đề, đạt 100%.",
            "Qua kiểm tra phát hiện 18 vấn đề; đã xử lý 15/18 vấn đề, kiến nghị xử lý 03/18 vấn đề, đạt 100%.",
            "Đã xử lý 10/12 vấn đề và kiến nghị cấp có thẩm quyền xử lý 2/12 vấn đề.",
            "Các đơn vị đã khắc phục xong 15/15 tồn tại, hạn chế.",
        ],
    );
    are_judged("S3b", Verdict::Gap, &["Qua kiểm tra 35/35 đơn vị, đã xử lý 12/15 tồn tại, hạn chế."]);
    are_judged(
        "S3b",
        Verdict::Unclear,
        &[
            "Có 12/12 đơn vị xây dựng kế hoạch khắc phục tồn tại, hạn chế.",
            "Đã có kế hoạch khắc phục 100% tồn tại, hạn chế.",
            "Đã chỉ đạo khắc phục 100% tồn tại, hạn chế.",
            "100% đơn vị có tồn tại đã báo cáo việc khắc phục.",
            "Đề nghị các đơn vị khắc phục 100% tồn tại, hạn chế.",
            "Yêu cầu các đơn vị xử lý 100% tồn tại.",
        ],
    );
}

/// The verdict if the sentence is all that is said, for S4 and S6.
fn of_report(criterion: &'static str, id: &str, title: &str, sentence: &str) -> Verdict {
    let form = form("BC", "300/BC-UBND", "2018-12-20", "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", title);
    let paragraphs: Vec<&str> = ["I. KẾT QUẢ"].into_iter().chain(sentence.lines()).collect();
    let outcome = judge(vec![Doc::new("bc.docx", criterion, form, &paragraphs)], "");
    check(item(&outcome, criterion, id), "threshold").verdict
}

#[test]
fn figures_of_people_files_and_money_are_none_of_the_plan() {
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "100% cán bộ, công chức hoàn thành nhiệm vụ theo kế hoạch.",
            "Công chức hoàn thành tốt nhiệm vụ theo kế hoạch chiếm 100%.",
            "Thu ngân sách hoàn thành nhiệm vụ, đạt 105% kế hoạch.",
            "Giải ngân đạt 100% kế hoạch, hoàn thành nhiệm vụ được giao.",
            "Hoàn thành kế hoạch, 100% hồ sơ giải quyết đúng hạn, đúng nhiệm vụ.",
            "Hoàn thành nhiệm vụ rà soát, đạt 100% kế hoạch rà soát.",
            "Có 45/45 đơn vị báo cáo kết quả hoàn thành nhiệm vụ theo kế hoạch.",
            "Đã ban hành 45/45 văn bản hoàn thành nhiệm vụ theo kế hoạch.",
            "Hoàn thành 100% nhiệm vụ giải ngân theo kế hoạch vốn đầu tư công.",
            "Sở đã hoàn thành 45/45 nhiệm vụ của kế hoạch, đạt 95%.",
            "Hoàn thành từ 90% đến 100% nhiệm vụ theo kế hoạch.",
            "Quý I hoàn thành 12/12 nhiệm vụ theo kế hoạch.",
            "Tính đến hết quý III, đã hoàn thành 45/45 nhiệm vụ của kế hoạch.",
            "6 tháng đầu năm, hoàn thành 20/20 nhiệm vụ theo kế hoạch.",
            "Hoàn thành 100% nhiệm vụ trong tháng 11 theo kế hoạch.",
        ],
    );
    are_judged(
        "S1",
        Verdict::Met,
        &[
            "Các cơ quan, đơn vị đã hoàn thành các nhiệm vụ của kế hoạch, đạt 100%.",
            "Sở đã hoàn thành 45/45 nhiệm vụ của Kế hoạch cải cách hành chính, đạt 100% kế hoạch năm.",
            "Đến nay đã hoàn thành 100% số nhiệm vụ theo kế hoạch.",
            "Kế hoạch đề ra 45 nhiệm vụ; đã hoàn thành 45/45 nhiệm vụ, đạt 100%.",
            "Đến hết tháng 12, đã hoàn thành 45/45 nhiệm vụ của kế hoạch.",
        ],
    );
    are_judged(
        "S3b",
        Verdict::Unclear,
        &[
            "Có 12/12 đơn vị xây dựng kế hoạch khắc phục tồn tại, hạn chế.",
            "100% đơn vị có tồn tại đã báo cáo việc khắc phục.",
            "Hạn chế: mới số hóa 100% hồ sơ đã xử lý.",
        ],
    );
    let title = "Kết quả tuyên truyền cải cách hành chính năm 2018";
    for (sentence, verdict) in [
        ("Tuyên truyền đến 100% cán bộ, công chức thực hiện văn hóa công sở.", Verdict::Unclear),
        ("100% cơ quan đã thực hiện tuyên truyền CCHC.", Verdict::Unclear),
        ("Kinh phí thực hiện tuyên truyền giải ngân đạt 100%.", Verdict::Unclear),
        ("Đã thực hiện 20/20 nội dung tuyên truyền, đạt 100%.", Verdict::Met),
        ("Kế hoạch tuyên truyền đã hoàn thành 100% nội dung.", Verdict::Met),
    ] {
        assert_eq!(of_report("S4", "ket-qua-tuyen-truyen", title, sentence), verdict, "{sentence}");
    }
    let title = "Kết quả thực hiện nhiệm vụ Chính phủ giao, Thủ tướng giao năm 2018";
    for (sentence, verdict) in [
        ("Hoàn thành 100% nhiệm vụ Chủ tịch UBND tỉnh giao theo Nghị quyết của Chính phủ.", Verdict::Unclear),
        ("Đã hoàn thành 20/20 nhiệm vụ do Văn phòng Chính phủ đôn đốc.", Verdict::Unclear),
        ("Đã hoàn thành 120/120 nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao, đạt 100%.", Verdict::Met),
        ("Chính phủ, Thủ tướng giao tỉnh 120 nhiệm vụ; đã hoàn thành 120/120 nhiệm vụ, đạt 100%.", Verdict::Met),
        ("Thủ tướng giao 120 nhiệm vụ; đã hoàn thành 110/120 nhiệm vụ.", Verdict::Gap),
        ("Thủ tướng giao 120 nhiệm vụ; Tỉnh ủy giao 20 nhiệm vụ, đã hoàn thành 20/20 nhiệm vụ.", Verdict::Unclear),
    ] {
        assert_eq!(of_report("S6", "nhiem-vu-duoc-giao", title, sentence), verdict, "{sentence}");
    }
}

#[test]
fn a_total_named_before_what_was_done_is_its_whole() {
    are_judged(
        "S1",
        Verdict::Met,
        &[
            "Tổng số nhiệm vụ của kế hoạch: 45; đã hoàn thành 45.",
            "Tổng số 45 nhiệm vụ của kế hoạch, đã hoàn thành 45 nhiệm vụ.",
            "Kế hoạch đề ra 45 nhiệm vụ; đến ngày 15/12/2018 đã hoàn thành 45 nhiệm vụ.",
            "Theo Kế hoạch CCHC năm 2018, tổng số nhiệm vụ là 52 nhiệm vụ. Đến nay đã hoàn thành 52/52 nhiệm vụ, đạt tỷ lệ 100%.",
            "Kế hoạch năm 2018 đề ra 45 nhiệm vụ. Đến hết ngày 15/12/2018, có 45/45 nhiệm vụ hoàn thành, đạt 100% kế hoạch.",
            "Tổ chức kiểm tra 12 đơn vị; đã hoàn thành 45/45 nhiệm vụ theo Kế hoạch CCHC.",
            "Số nhiệm vụ đề ra trong Kế hoạch: 45; số nhiệm vụ đã hoàn thành: 45; tỷ lệ hoàn thành: 100%.",
            "Kế hoạch đề ra 45 nhiệm vụ, đã hoàn thành 45 nhiệm vụ.",
            "Kế hoạch có 45 nhiệm vụ; đến nay đã hoàn thành 45 nhiệm vụ, đạt 100%.",
            "Tổng số nhiệm vụ theo kế hoạch được giao: 120; đã hoàn thành 120/120 (100%).",
            "Số nhiệm vụ theo Kế hoạch: 42. Đã hoàn thành: 42.",
            "Toàn bộ 45 nhiệm vụ của Kế hoạch CCHC năm 2018 đã hoàn thành, đạt 100% kế hoạch.",
            "Sở Nội vụ đã tham mưu UBND tỉnh tổ chức thực hiện, hoàn thành 45/45 nhiệm vụ theo Kế hoạch CCHC năm 2018 của tỉnh, đạt 100%.",
            "Các sở, ban, ngành đã hoàn thành 45/45 nhiệm vụ theo Kế hoạch CCHC năm 2018, đạt 100% và không có nhiệm vụ nào quá hạn.",
        ],
    );
    are_judged(
        "S1",
        Verdict::Gap,
        &[
            "Kế hoạch CCHC năm 2018 của tỉnh có 45 nhiệm vụ. Đến nay đã hoàn thành 44 nhiệm vụ, còn 01 nhiệm vụ chưa hoàn thành.",
            "Hầu hết các nhiệm vụ trong kế hoạch CCHC năm 2018 đã hoàn thành, cụ thể 44/45 nhiệm vụ (đạt 97,8%).",
            "Tổng số nhiệm vụ của Kế hoạch: 45; đã hoàn thành: 40; đang thực hiện: 5.",
        ],
    );
    are_judged("S1", Verdict::Gap, &["Số nhiệm vụ đã hoàn thành theo kế hoạch là 40/45 nhiệm vụ."]);
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "Kế hoạch đề ra 45 nhiệm vụ, phấn đấu hoàn thành 45 nhiệm vụ.",
            "Kế hoạch đề ra 45 nhiệm vụ, đã hoàn thành 50 nhiệm vụ.",
            // The rest may be named behind.
            "Tổng số 45 nhiệm vụ của kế hoạch, đã hoàn thành 40 nhiệm vụ đúng hạn, 05 nhiệm vụ trễ hạn.",
            "Kế hoạch đề ra 45 nhiệm vụ, đã hoàn thành 10 nhiệm vụ trọng tâm.",
            "Lĩnh vực cải cách thể chế: kế hoạch đề ra 8 nhiệm vụ, đã hoàn thành 8 nhiệm vụ.",
            "Kế hoạch của Sở Nội vụ có 15 nhiệm vụ, đã hoàn thành 15 nhiệm vụ.",
            "Quý IV, kế hoạch đề ra 12 nhiệm vụ, đã hoàn thành 12 nhiệm vụ.",
            "Kế hoạch đề ra 45 nhiệm vụ, đã giao 45 nhiệm vụ cho các đơn vị hoàn thành.",
            "Kế hoạch năm 2017 có 45 nhiệm vụ, đã hoàn thành 45 nhiệm vụ.",
            "Kế hoạch đề ra 45 nhiệm vụ, trong đó có 10 nhiệm vụ trọng tâm, đã hoàn thành 10 nhiệm vụ.",
            "Kế hoạch đề ra 45 nhiệm vụ, đã hoàn thành 45 văn bản.",
            "Kế hoạch đề ra 45 nhiệm vụ, 6 tháng đầu năm đã hoàn thành 45 nhiệm vụ.",
        ],
    );
    are_judged(
        "S3a",
        Verdict::Met,
        &[
            "Tổng cộng đã kiểm tra 14/35 cơ quan, đơn vị.",
            "Đã kiểm tra 07 sở, ngành và 05 huyện trên tổng số 35 cơ quan, đơn vị, đạt 34,3%.",
            "Kiểm tra tại 10 sở, ban, ngành và 02 huyện trong tổng số 35 cơ quan, đơn vị (34,3%).",
            "Đã kiểm tra 12 cơ quan, đơn vị (07 sở, ngành; 05 huyện) trên tổng số 35 cơ quan, đơn vị, đạt 34,3%.",
            "Trong năm 2018, đã kiểm tra 07/20 sở, ban, ngành và 05/15 huyện, thị xã, thành phố; tổng cộng 12/35 cơ quan, đơn vị, đạt 34,3%.",
            "Số đơn vị được kiểm tra: tổng cộng 14/35.",
            "Đã kiểm tra 14/35 sở, ngành, địa phương thuộc cơ quan, đơn vị của tỉnh.",
            "Đã kiểm tra 8/20 sở, ban, ngành và 6/15 huyện, thị xã; tổng cộng 14/35 cơ quan, đơn vị, đạt 40%.",
            "Tổng số đơn vị được kiểm tra là 14/35, đạt 40%.",
            "Tiến hành kiểm tra 14/35 sở, ngành, địa phương (tỷ lệ 40%).",
            "Năm 2018, có 14/35 cơ quan, đơn vị được kiểm tra, đạt 133% kế hoạch.",
        ],
    );
}

#[test]
fn a_number_that_is_no_total_makes_no_share() {
    are_judged(
        "S3a",
        Verdict::Unclear,
        &[
            "Đoàn có 7 thành viên; đã kiểm tra 5 cơ quan, đơn vị.",
            "Sở Nội vụ có 5 đơn vị trực thuộc, đã kiểm tra 3 đơn vị.",
            "Năm 2018 kế hoạch đề ra 12 đơn vị, đã kiểm tra 12 đơn vị, đạt 100%.",
            "Theo kế hoạch, năm 2018 kiểm tra 12 cơ quan, đơn vị; đến nay đã kiểm tra 12/12 cơ quan, đơn vị.",
        ],
    );
    are_judged(
        "S3b",
        Verdict::Met,
        &[
            "Qua kiểm tra phát hiện 25 tồn tại, hạn chế; đã xử lý, khắc phục 25 tồn tại, hạn chế.",
            "Tổng số vấn đề phát hiện qua kiểm tra là 18 vấn đề; đã xử lý 15 vấn đề, kiến nghị xử lý 03 vấn đề.",
            "Tổng số vấn đề phát hiện qua kiểm tra: 18; số vấn đề đã được xử lý, kiến nghị xử lý: 18; tỷ lệ 100%.",
            "Số vấn đề phát hiện: 18. Số vấn đề đã xử lý, kiến nghị xử lý: 18. Tỷ lệ: 100%.",
        ],
    );
    let title = "Kết quả tuyên truyền cải cách hành chính năm 2018";
    for sentence in [
        "Báo Đắk Lắk có 10 chuyên mục tuyên truyền, đã thực hiện 10 chuyên mục.",
        "Tổng số 200 tin, bài tuyên truyền, đã thực hiện 180 tin, bài.",
    ] {
        assert_eq!(of_report("S4", "ket-qua-tuyen-truyen", title, sentence), Verdict::Unclear, "{sentence}");
    }
    let title = "Kết quả thực hiện nhiệm vụ Chính phủ giao, Thủ tướng giao năm 2018";
    for (sentence, verdict) in [
        ("Chính phủ, Thủ tướng Chính phủ giao tỉnh 120 nhiệm vụ, đã hoàn thành 120 nhiệm vụ.", Verdict::Met),
        ("Chính phủ, Thủ tướng giao 120 nhiệm vụ; đến ngày 15/12/2018 đã hoàn thành 120/120 nhiệm vụ.", Verdict::Met),
        (
            "Thủ tướng giao 120 nhiệm vụ (tăng 20% so với năm trước); UBND tỉnh đã hoàn thành 120/120 nhiệm vụ.",
            Verdict::Met,
        ),
        ("Thủ tướng giao 120 nhiệm vụ; kết quả hoàn thành 110/120 nhiệm vụ.", Verdict::Gap),
        ("Trong quý IV, Chính phủ, Thủ tướng giao tỉnh 20 nhiệm vụ, đã hoàn thành 20/20 nhiệm vụ.", Verdict::Unclear),
        ("Thủ tướng giao 86 nhiệm vụ; đã hoàn thành 80 nhiệm vụ đúng hạn, 06 nhiệm vụ trễ hạn.", Verdict::Unclear),
        (
            "Thủ tướng Chính phủ giao 20 nhiệm vụ, Bộ Nội vụ giao 30 nhiệm vụ, đã hoàn thành 30 nhiệm vụ.",
            Verdict::Unclear,
        ),
        (
            "Thủ tướng Chính phủ giao 20 nhiệm vụ, UBND tỉnh giao 30 nhiệm vụ; đã hoàn thành 30 nhiệm vụ.",
            Verdict::Unclear,
        ),
    ] {
        assert_eq!(of_report("S6", "nhiem-vu-duoc-giao", title, sentence), verdict, "{sentence}");
    }
}

#[test]
fn one_office_field_or_level_is_not_the_whole() {
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "Kế hoạch ứng dụng công nghệ thông tin năm 2018 đề ra 12 nhiệm vụ, đã hoàn thành 12/12 nhiệm vụ.",
            "Về cải cách tài chính công: hoàn thành 6/6 nhiệm vụ theo Kế hoạch.",
            "UBND thành phố Buôn Ma Thuột đã hoàn thành 30/30 nhiệm vụ theo Kế hoạch.",
            "Kế hoạch đề ra 45 nhiệm vụ, đã hoàn thành 45 nhiệm vụ, một số nhiệm vụ còn dở dang.",
        ],
    );
    are_judged("S1", Verdict::Met, &["Sở Nội vụ đã hoàn thành 45/45 nhiệm vụ theo Kế hoạch."]);
    are_judged(
        "S3a",
        Verdict::Unclear,
        &[
            "Đã kiểm tra 08/20 cơ quan chuyên môn cấp tỉnh, đạt 40%; chưa kiểm tra đơn vị cấp huyện nào.",
            "Đã kiểm tra 70/184 đơn vị hành chính cấp xã, đạt 38%.",
        ],
    );
    are_judged(
        "S3b",
        Verdict::Unclear,
        &["Tại Sở Y tế, qua kiểm tra phát hiện 05 tồn tại, hạn chế, đã khắc phục 05 tồn tại, hạn chế."],
    );
    are_judged(
        "S3b",
        Verdict::Gap,
        &["Các đơn vị đã khắc phục 15/18 tồn tại theo kiến nghị của Đoàn kiểm tra, chưa khắc phục 3/18 tồn tại."],
    );
}

#[test]
fn a_part_of_the_year_and_one_town_are_no_whole() {
    are_judged(
        "S3a",
        Verdict::Unclear,
        &[
            "Đến ngày 30/6/2018, đã kiểm tra 5/35 cơ quan, đơn vị, đạt 14,3%.",
            "Cuối tháng 6, đã kiểm tra 5/35 cơ quan, đơn vị, đạt 14,3%.",
            "Đã kiểm tra 8/20 sở, ngành, đạt 40%.",
            "Đã kiểm tra 07 sở, ngành và 05 huyện trên tổng số 35 cơ quan, đơn vị, đạt 40%.",
            "Đã kiểm tra 30/90 đơn vị trực thuộc sở, ngành, đạt 33,3%.",
            "Đã thành lập Đoàn kiểm tra 14/35 cơ quan, đơn vị.",
            "Đã kiểm tra 12/12 cơ quan, đơn vị.",
        ],
    );
    are_judged(
        "S3b",
        Verdict::Unclear,
        &[
            "Đã khắc phục 24/24 tồn tại, hạn chế, đạt 100%. Tuy nhiên vẫn còn một số tồn tại, hạn chế chưa được xử lý.",
            "Đã khắc phục 5/5 tồn tại, hạn chế của thành phố.",
        ],
    );
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "Đã hoàn thành 42/42 nhiệm vụ của Kế hoạch, đạt 100%; 05 nhiệm vụ chuyển sang năm 2019.",
            "Đã hoàn thành 42/42 nhiệm vụ của Kế hoạch, đạt 100%. Còn một số nhiệm vụ chưa hoàn thành, chuyển sang năm 2019.",
            "Có 40/40 nhiệm vụ của Kế hoạch hoàn thành đúng tiến độ; các nhiệm vụ khác đang thực hiện.",
            "Hoàn thành đúng hạn 40/42 nhiệm vụ theo Kế hoạch, 02 nhiệm vụ hoàn thành trễ hạn.",
            "Đã hoàn thành 10/10 nhiệm vụ theo Kế hoạch số 77/KH-UBND ngày 15/3/2018.",
            "Các huyện, thị xã, thành phố đã hoàn thành 5/5 nhiệm vụ của Kế hoạch.",
            "Đã hoàn thành 45/45 nhiệm vụ theo Kế hoạch, đạt 100%. Riêng nhiệm vụ xây dựng Trung tâm chưa hoàn thành.",
            "Trong số nhiệm vụ đến hạn, đã hoàn thành 100% nhiệm vụ của Kế hoạch.",
            "Theo dõi, đôn đốc: hoàn thành 5/5 nhiệm vụ theo Kế hoạch.",
            "Các cơ quan, đơn vị được giao hoàn thành 100% nhiệm vụ của Kế hoạch.",
            "Hoàn thành 8/8 nhiệm vụ theo Kế hoạch, thuộc lĩnh vực thể chế.",
            "Tỉnh Đắk Nông đã hoàn thành 42/42 nhiệm vụ của Kế hoạch CCHC.",
        ],
    );
}

#[test]
fn what_is_counted_or_taken_back_makes_no_result() {
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "Đã hoàn thành 45/45 nhiệm vụ của Kế hoạch CCHC, đạt 100%. Tuy nhiên, số liệu trên chưa được các cơ quan chủ trì xác nhận.",
            "Có 05 cơ quan hoàn thành 100% nhiệm vụ theo kế hoạch CCHC năm 2018.",
            "Tổng số nhiệm vụ của Kế hoạch CCHC: 45\nSố đơn vị hoàn thành nhiệm vụ: 45",
        ],
    );
    are_judged(
        "S3b",
        Verdict::Unclear,
        &[
            "12/12 đơn vị được kiểm tra đã báo cáo kết quả khắc phục tồn tại, hạn chế, đạt 100%.",
            "Có 07 đơn vị đã khắc phục 100% tồn tại, hạn chế được chỉ ra qua kiểm tra.",
        ],
    );
    are_judged(
        "S3a",
        Verdict::Unclear,
        &[
            "Đã kiểm tra CCHC tại 12/35 cơ quan, đơn vị, đạt 34,3%. Trong đó 05 đơn vị mới có kế hoạch, chưa kiểm tra.",
            "Đã ban hành quyết định kiểm tra CCHC đối với 12/35 cơ quan, đơn vị, đạt 34,3%.",
            "Đã kiểm tra công tác CCHC tại 12/35 cơ quan, đơn vị (34,3%), bao gồm cả 04 đơn vị cấp xã.",
        ],
    );
    are_judged(
        "S3a",
        Verdict::Met,
        &[
            "Tỷ lệ cơ quan chuyên môn cấp tỉnh và đơn vị hành chính cấp huyện được kiểm tra: 12/35 = 34,3%.",
            "Đã kiểm tra công tác CCHC tại 12/35 đơn vị (đạt 34,3%), cụ thể: Sở Y tế, Sở Xây dựng, UBND huyện Ea Kar.",
        ],
    );
}

/// A person looks where the words leave a doubt: who directs has not done it; a year, or a goal, stands beside the figure;
/// what the plan is called stands behind a comma; the percentage is not that of the numbers.
#[test]
fn what_leaves_a_doubt_is_asked() {
    are_judged("S3b", Verdict::Unclear, &["Đã chỉ đạo xử lý dứt điểm 16/16 vấn đề phát hiện qua kiểm tra, đạt 100%."]);
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "UBND tỉnh đã chỉ đạo hoàn thành 45/45 nhiệm vụ theo Kế hoạch CCHC năm 2018, đạt 100%.",
            "UBND tỉnh đã chỉ đạo các sở hoàn thành 60/60 nhiệm vụ của Kế hoạch CCHC năm 2018.",
            "Năm 2017 chuyển sang 5 nhiệm vụ; đã hoàn thành 45/45 nhiệm vụ của Kế hoạch.",
            "Hội nghị sáng 7/12, Sở hoàn thành 100% nhiệm vụ kế hoạch.",
            "Thực hiện Luật Ban hành văn bản quy phạm pháp luật năm 2015, Sở đã hoàn thành 45/45 nhiệm vụ kế hoạch.",
            "Thực hiện Kế hoạch ban hành tháng 12/2017, đã hoàn thành 45/45 nhiệm vụ.",
            "Các chỉ tiêu, nhiệm vụ của kế hoạch đều hoàn thành, đạt 100%.",
            "Bám sát mục tiêu, chỉ tiêu, Sở hoàn thành 45/45 nhiệm vụ kế hoạch, đạt 100%.",
            "Sở đã nỗ lực phấn đấu hoàn thành 45/45 nhiệm vụ kế hoạch.",
            "Toàn tỉnh đã hoàn thành 45/45 (100%) nhiệm vụ, sản phẩm theo Kế hoạch CCHC.",
            "Hoàn thành 40 nhiệm vụ/45 nhiệm vụ kế hoạch (100%).",
            "Hoàn thành 40 (bốn mươi)/45 nhiệm vụ kế hoạch, đạt 100%.",
        ],
    );
}

/// What was not done is told of all that is counted, or the numbers told come to less than all.
#[test]
fn what_falls_short_is_a_gap() {
    are_judged("S1", Verdict::Gap, &["Cả 45 nhiệm vụ của Kế hoạch đều chưa hoàn thành."]);
    are_judged("S3b", Verdict::Gap, &["15/15 tồn tại chưa khắc phục.", "100% vấn đề, tồn tại chưa được xử lý."]);
    are_judged(
        "S6",
        Verdict::Gap,
        &[
            "Trong tổng số 87 nhiệm vụ Thủ tướng Chính phủ giao, đã hoàn thành đúng hạn 80 nhiệm vụ, hoàn thành quá hạn 05 nhiệm vụ.",
        ],
    );
}

/// What was left leaves enough of what was done; all departments and branches together are the province.
#[test]
fn what_was_left_may_leave_enough() {
    are_judged(
        "S3a",
        Verdict::Met,
        &["60% cơ quan, đơn vị chưa được kiểm tra trong năm.", "21/35 cơ quan, đơn vị chưa được kiểm tra."],
    );
    are_judged("S3b", Verdict::Met, &["Các sở đã khắc phục 5/5 tồn tại, hạn chế."]);
    are_judged(
        "S1",
        Verdict::Met,
        &["Tổng số nhiệm vụ của Kế hoạch CCHC năm 2018 tại các sở, ngành: 30\nĐã hoàn thành: 30"],
    );
}

/// Sentences that look like a result and are none, and one that looks like none and is.
#[test]
fn traps_are_asked() {
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "Đã giao 45/45 đầu việc của Kế hoạch, xong 31.",
            "Đã giao 45/45 đầu việc của Kế hoạch, xong 31 đầu việc.",
            "Tỉnh kỳ vọng 45/45 nhiệm vụ của Kế hoạch hoàn thành.",
            "Giả sử hoàn thành 45/45 nhiệm vụ của Kế hoạch thì tỉnh đạt điểm tối đa.",
            "Đoàn kiểm tra bác bỏ con số hoàn thành 45/45 nhiệm vụ của Kế hoạch.",
            "Đã hoàn thành 45/45 nhiệm vụ của Kế hoạch. Số liệu này sau đó được đính chính.",
            "Kế hoạch CCHC năm 2018 tiếp nối kết quả năm 2017: hoàn thành 45/45 nhiệm vụ của Kế hoạch.",
        ],
    );
    are_judged("S1", Verdict::Met, &["Cả 45 đầu việc của Kế hoạch đều đã làm xong."]);
}

/// What a second reader of the code tried.
#[test]
fn questions_names_and_the_rest_are_told_apart() {
    are_judged(
        "S1",
        Verdict::Unclear,
        &[
            "Đã hoàn thành 45/45 nhiệm vụ của Kế hoạch chưa?",
            "Đã hoàn thành việc giao 45/45 nhiệm vụ của Kế hoạch cho các sở.",
            "Đã hoàn thành 45/45 nhiệm vụ của Kế hoạch. Các sở mới hoàn thành 41 nhiệm vụ.",
            "Hoàn thành 40/45 nhiệm vụ của Kế hoạch; 5 nhiệm vụ còn lại hoàn thành vào tháng 12.",
        ],
    );
    are_judged(
        "S1",
        Verdict::Met,
        &["Hoàn thành 40/45 nhiệm vụ của Kế hoạch; 05 nhiệm vụ còn lại đã hoàn thành trong tháng 12."],
    );
    are_judged("S6", Verdict::Unclear, &["Nhiệm vụ Chính phủ giao theo Đề án 896 chưa hoàn thành."]);
    are_judged(
        "S3a",
        Verdict::Unclear,
        &["Đã kiểm tra 35/35 cơ quan, đơn vị, trong đó Sở Nội vụ kiểm tra 5/35 cơ quan, đơn vị."],
    );
}
