//! What words a whole is told in, and what makes a figure one of a part.

use super::tests::plan_says;
use crate::message::Verdict::{self, Met, Unclear};

fn are_judged(expected: Verdict, cases: &[&[&str]]) {
    let judged = cases.iter().map(|paragraphs| (plan_says(paragraphs), paragraphs));
    let wrong: Vec<String> = judged
        .filter(|(verdict, _)| *verdict != expected)
        .map(|(verdict, paragraphs)| format!("{verdict:?}: {paragraphs:?}"))
        .collect();
    assert!(wrong.is_empty(), "not {expected:?}:\n{}", wrong.join("\n"));
}

#[test]
fn the_whole_is_told_in_many_words() {
    let sentences = [
        "Đến nay, tỉnh đã hoàn thành 45/45 nhiệm vụ đề ra tại Kế hoạch CCHC năm 2018, đạt tỷ lệ 100%.",
        "Các sở, ban, ngành, địa phương đã hoàn thành 45/45 nhiệm vụ được giao tại Kế hoạch kèm theo Quyết định số 3507/QĐ-UBND ngày 21/12/2017.",
        "Thực hiện Quyết định số 3507/QĐ-UBND ngày 21/12/2017 của UBND tỉnh Đắk Lắk ban hành Kế hoạch CCHC năm 2018, đến ngày 15/12/2018 đã hoàn thành 45/45 nhiệm vụ.",
        "Trên cơ sở Kế hoạch CCHC năm 2018, các đơn vị đã tích cực triển khai và hoàn thành 45/45 nhiệm vụ của Kế hoạch.",
        "Nhờ sự chỉ đạo quyết liệt của Tỉnh ủy, UBND tỉnh, 45/45 nhiệm vụ của Kế hoạch đã được hoàn thành đúng tiến độ.",
        "Kết quả: 45/45 nhiệm vụ trong Kế hoạch hoàn thành đúng thời hạn, đạt 100%.",
        "Mức độ hoàn thành Kế hoạch CCHC: 45/45 nhiệm vụ, đạt 100%.",
        "Về mức độ hoàn thành kế hoạch: đã hoàn thành 45/45 nhiệm vụ.",
        "Trong năm 2018, UBND tỉnh đã chỉ đạo thực hiện đồng bộ các giải pháp, hoàn thành 45/45 nhiệm vụ của Kế hoạch.",
        "UBND tỉnh, với vai trò cơ quan chỉ đạo chung, đã hoàn thành 45/45 nhiệm vụ của Kế hoạch cải cách hành chính.",
        "Tổng số nhiệm vụ được giao trong Kế hoạch là 45 nhiệm vụ, đã hoàn thành 45/45 nhiệm vụ (100%).",
        "Kế hoạch CCHC năm 2018 của tỉnh gồm 45 nhiệm vụ, kết quả hoàn thành 45/45 nhiệm vụ.",
        "- Số nhiệm vụ của Kế hoạch đã hoàn thành: 45/45.",
        "Tính đến thời điểm báo cáo, toàn bộ 45/45 nhiệm vụ theo Kế hoạch đã hoàn thành.",
        "Nhìn chung, 100% nhiệm vụ của Kế hoạch đã hoàn thành, chất lượng được nâng lên.",
    ];
    let cases: Vec<Vec<&str>> = sentences.iter().map(|sentence| vec!["I. KẾT QUẢ", *sentence]).collect();
    are_judged(Met, &cases.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let sentence = "Đã hoàn thành 45/45 nhiệm vụ của Kế hoạch.";
    are_judged(
        Met,
        &[
            &["I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH", "1. Về thực hiện Kế hoạch năm 2018", sentence],
            &["I. TÌNH HÌNH TRIỂN KHAI THỰC HIỆN", "1. Ưu điểm:", sentence],
            &["UBND tỉnh báo cáo kết quả thực hiện Kế hoạch như sau:", sentence],
            &["I. KẾT QUẢ", "1. Cải cách thể chế", "Ban hành 12 văn bản.", "II. ĐÁNH GIÁ CHUNG", sentence],
            &["Phần thứ nhất", "KẾT QUẢ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2018", sentence],
            &["III. KẾT LUẬN", sentence],
            &["a) Kết quả đạt được", sentence],
        ],
    );
}

#[test]
fn what_is_left_over_makes_a_part() {
    let sentences = [
        "Hoàn thành 8/8 nhiệm vụ cải cách thể chế theo Kế hoạch.",
        "Về tuyên truyền miệng: hoàn thành 10/10 nhiệm vụ theo Kế hoạch.",
        "Thực hiện Kế hoạch khuyến nông năm 2018, đã hoàn thành 12/12 nhiệm vụ.",
        "Khối các cơ quan Đảng hoàn thành 12/12 nhiệm vụ theo Kế hoạch.",
        "Trong 9 tháng, hoàn thành 30/30 nhiệm vụ theo Kế hoạch.",
        "Đã hoàn thành 12/12 nhiệm vụ ưu tiên của Kế hoạch.",
        "Đã hoàn thành 12/12 nhiệm vụ thường xuyên trong Kế hoạch.",
        "Đã hoàn thành 12/12 nhiệm vụ do Sở Y tế chủ trì theo Kế hoạch.",
        "Đã hoàn thành 12/12 nhiệm vụ trong nhóm hiện đại hóa của Kế hoạch.",
        "Đối với cấp huyện, đã hoàn thành 12/12 nhiệm vụ theo Kế hoạch.",
        "Huyện Krông Pắc hoàn thành 12/12 nhiệm vụ theo Kế hoạch.",
        "Hoàn thành 12/12 nhiệm vụ của Kế hoạch giai đoạn 2016 - 2020.",
        "Hoàn thành 12/12 nhiệm vụ của Kế hoạch phòng, chống tham nhũng.",
        "Phòng Cải cách hành chính hoàn thành 12/12 nhiệm vụ theo kế hoạch công tác.",
        "Hoàn thành báo cáo 100% nhiệm vụ theo Kế hoạch.",
    ];
    let cases: Vec<Vec<&str>> = sentences.iter().map(|sentence| vec!["I. KẾT QUẢ", *sentence]).collect();
    are_judged(Unclear, &cases.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let sentence = "Đã hoàn thành 8/8 nhiệm vụ của Kế hoạch.";
    are_judged(
        Unclear,
        &[
            &["I. KẾT QUẢ", "1. Cải cách thể chế", sentence],
            &["I. KẾT QUẢ", "1. Cải cách thể chế.", "Tỉnh quan tâm thể chế.", sentence],
            &["I. KẾT QUẢ", "- Cải cách thể chế:", "+ Hoàn thành 8/8 nhiệm vụ của Kế hoạch."],
            &["I. KẾT QUẢ", "Sở Y tế:", sentence],
            &["I. KẾT QUẢ", "Đã xong.", "Cải cách thể chế", sentence],
            &["I. KẾT QUẢ QUÝ III", sentence],
            &["I. KẾT QUẢ", "1. Thực hiện Kế hoạch phát triển thanh niên", sentence],
        ],
    );
}

#[test]
fn a_part_that_is_not_finished_denies_that_all_was_done() {
    are_judged(
        Unclear,
        &[&[
            "I. KẾT QUẢ",
            "Đã hoàn thành 100% nhiệm vụ của Kế hoạch.",
            "Về cải cách thể chế, hoàn thành 3/4 nhiệm vụ của Kế hoạch.",
        ]],
    );
    are_judged(
        Met,
        &[&[
            "I. KẾT QUẢ",
            "Quý I hoàn thành 12/45 nhiệm vụ của Kế hoạch.",
            "Đến nay đã hoàn thành 45/45 nhiệm vụ của Kế hoạch.",
        ]],
    );
}
