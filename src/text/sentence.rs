//! Splits running text into sentences, and marks those under headings about goals or the future.

pub use super::outline::{is_addressed, is_ahead};

use std::ops::Range;

use super::outline::Outline;
use super::pattern::regex;

/// A sentence of a running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Byte range in the text.
    pub range: Range<usize>,
    /// It is under a heading about goals or the future ("Mục tiêu", "Phương hướng, nhiệm vụ năm 2019").
    pub is_ahead: bool,
}

/// The paragraphs of a running text, which end with a line break, and whether each is, or stands under, a heading about goals
/// or the future.
pub fn paragraphs_ahead(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut outline = Outline::default();
    let mut start = 0;
    let mut paragraph = |part: &str| {
        let range = start..start + part.len();
        start = range.end;
        (range, outline.next(part))
    };
    text.split_inclusive('\n').map(&mut paragraph).collect()
}

/// Splits a running text, whose paragraphs end with a line break, at line breaks, full stops, semicolons, question and
/// exclamation marks.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut outline = Outline::default();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        let end = start + paragraph.len();
        let is_ahead = outline.next(paragraph);
        let mut from = start;
        for cut in regex!(r"[;!?]\s|\.\s+(?:\P{Ll})|\.$").find_iter(paragraph) {
            let at = start + cut.start() + 1;
            if is_in_bracket(&text[from..at], &text[at..end]) {
                continue;
            }
            push(text, from..at, is_ahead, &mut found);
            from = at;
        }
        push(text, from..end, is_ahead, &mut found);
        start = end;
    }
    found
}

/// How far a bracket may reach from a semicolon inside it, in bytes, on either side.
const LONGEST_BRACKET: usize = 160;

/// "12 cơ quan (07 sở, ngành; 05 huyện) trên tổng số 35": a semicolon in brackets does not end a sentence.
fn is_in_bracket(before: &str, next: &str) -> bool {
    let mut near = before.char_indices().rev().take_while(|(at, _)| before.len() - at <= LONGEST_BRACKET);
    if !before.ends_with(';') || near.find(|(_, c)| matches!(c, '(' | ')')).is_none_or(|(_, c)| c == ')') {
        return false;
    }
    let mut near = next.char_indices().take_while(|(at, _)| *at <= LONGEST_BRACKET);
    near.find(|(_, c)| matches!(c, ')' | '(' | '.' | '\n')).is_some_and(|(_, c)| c == ')')
}

/// Adds the sentence at `range` without surrounding white space, unless nothing is left.
fn push(text: &str, range: Range<usize>, is_ahead: bool, found: &mut Vec<Sentence>) {
    let part = &text[range.clone()];
    let lead = part.len() - part.trim_start().len();
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        let start = range.start + lead;
        found.push(Sentence { range: start..start + trimmed.len(), is_ahead });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<(&str, bool)> {
        sentences(text).into_iter().map(|s| (&text[s.range], s.is_ahead)).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        assert_eq!(
            split("Đã kiểm tra 8/35 cơ quan, đạt 22.9%. Còn lại chưa kiểm tra; sẽ làm tiếp.\nXong."),
            [
                ("Đã kiểm tra 8/35 cơ quan, đạt 22.9%.", false),
                ("Còn lại chưa kiểm tra;", false),
                ("sẽ làm tiếp.", false),
                ("Xong.", false)
            ]
        );
    }

    #[test]
    fn a_semicolon_in_brackets_ends_no_sentence() {
        for (text, count) in [
            ("Đã kiểm tra 14/35 đơn vị; đã xử lý 12/15 tồn tại.", 2),
            ("Đã kiểm tra 12 cơ quan (07 sở, ngành; 05 huyện) trên tổng số 35.", 1),
            ("Đã kiểm tra 12 cơ quan (có danh sách; xem phụ lục.", 2),
        ] {
            assert_eq!(split(text).len(), count, "{text}");
        }
    }

    #[test]
    fn a_long_paragraph_takes_no_time() {
        let text = "Kế hoạch đề ra 5 nhiệm vụ; đã hoàn thành 5 nhiệm vụ; ".repeat(20_000);
        let start = std::time::Instant::now();
        assert!(sentences(&text).len() > 10_000);
        assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    }

    #[test]
    fn what_stands_under_a_goal_is_ahead() {
        let text =
            "I. KẾT QUẢ\nĐã xong.\nII. PHƯƠNG HƯỚNG NĂM 2019\n1. Thể chế\nHoàn thành 100%.\nIII. TỔ CHỨC\nNhư trên.";
        let ahead: Vec<bool> = split(text).into_iter().map(|(_, a)| a).collect();
        assert_eq!(ahead, [false, false, false, true, true, true, true, true, false, false, false]);
    }

    #[test]
    fn headings_of_results_are_not_ahead() {
        for (heading, ahead) in [
            ("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019", true),
            ("Mục tiêu, kết quả cần đạt", true),
            ("Kết quả dự kiến", true),
            ("Nhiệm vụ năm 2019", true),
            ("Kết quả thực hiện nhiệm vụ năm 2018", false),
            ("Đánh giá tình hình thực hiện các chỉ tiêu", false),
            ("Kết quả năm 2018 và phương hướng năm 2019", false),
            ("Công tác tuyên truyền", false),
        ] {
            assert_eq!(is_ahead(heading), ahead, "{heading}");
        }
    }

    /// True if a sentence about results below these paragraphs counts as being under a heading about the future.
    fn lies_ahead(paragraphs: &[&str]) -> bool {
        let text = format!("{}\nHoàn thành 100% nhiệm vụ theo kế hoạch.", paragraphs.join("\n"));
        split(&text).last().unwrap().1
    }

    #[test]
    fn headings_of_what_lies_ahead_are_seen_in_every_dress() {
        let results = ["I. KẾT QUẢ", "1. Thể chế", "Đã ban hành 12 văn bản."];
        for heading in [
            &["B. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019"] as &[&str],
            &["Phần thứ hai", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019"],
            &["PHẦN II", "PHƯƠNG HƯỚNG, NHIỆM VỤ", "NĂM 2019"],
            &["PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019"],
            &["PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019", "1. Thể chế", "a) Văn bản"],
            &["Phương hướng, nhiệm vụ năm 2019"],
            &["Phương hướng, nhiệm vụ năm 2019:", "- Tiếp tục rà soát thủ tục."],
            &["Phương hướng, nhiệm vụ năm 2019:", "1. Rà soát thủ tục.", "2. Tuyên truyền."],
            &["* Mục tiêu:"],
            &["- Mục tiêu cụ thể:"],
            &["(1) Mục tiêu năm 2019", "a) Thể chế"],
            &["II. NHIỆM VỤ CÔNG TÁC NĂM 2019"],
            &["II. CÔNG TÁC TRỌNG TÂM NĂM 2019"],
            &["II. KẾ HOẠCH NĂM 2019"],
            &["II. KẾ HOẠCH CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2019"],
            &["II. CHƯƠNG TRÌNH CÔNG TÁC NĂM 2019"],
            &["II. ĐỊNH HƯỚNG NĂM 2019"],
            &["II/ MỘT SỐ NHIỆM VỤ TRONG THỜI GIAN TỚI"],
            &["II - NHIỆM VỤ 6 THÁNG CUỐI NĂM"],
            &["2. Tiếp tục thực hiện các nhiệm vụ trọng tâm sau"],
            &["II. PHƯƠNG HƯỚNG", "A. Thể chế", "1. Văn bản"],
            &["3. Nhiệm vụ năm 2019", "1. Thể chế", "2. Tuyên truyền"],
            &["IV. NHỮNG NỘI DUNG CẦN TẬP TRUNG TRONG NĂM 2019"],
            &["4. Các nhiệm vụ cần tiếp tục thực hiện"],
            &["Nhiệm vụ, giải pháp thời gian tới"],
            &["Nhiệm vụ, giải pháp thời gian tới", "1. Về thể chế"],
        ] {
            assert!(lies_ahead(heading), "{heading:?}");
            assert!(lies_ahead(&[&results[..], heading].concat()), "{heading:?}");
        }
        assert!(split("Phương hướng thời gian tới: hoàn thành 100% nhiệm vụ kế hoạch.")[0].1);
    }

    #[test]
    fn headings_straight_under_the_title_are_no_part_of_it() {
        let title = ["BÁO CÁO", "Kết quả thực hiện Kế hoạch cải cách hành chính năm 2018"];
        let capital = ["BÁO CÁO", "KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2018"];
        for heading in [
            &["PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019"] as &[&str],
            &["PHƯƠNG HƯỚNG, NHIỆM VỤ", "NĂM 2019"],
            &["Phương hướng, nhiệm vụ năm 2019"],
            &["Nhiệm vụ, giải pháp thời gian tới"],
            &["MỤC TIÊU"],
            &["Mục tiêu"],
            &["MỤC TIÊU", "Hoàn thành mọi việc"],
            &["Nhiệm vụ trọng tâm năm 2019"],
            &["KIẾN NGHỊ", "1. Về thể chế"],
            &["Công tác chỉ đạo", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019"],
            &["Công tác chỉ đạo", "Phương hướng, nhiệm vụ năm 2019", "1. Về thể chế"],
        ] {
            assert!(lies_ahead(&[&title[..], heading].concat()), "{heading:?}");
            assert!(lies_ahead(&[&capital[..], heading].concat()), "{heading:?}");
        }
        assert!(lies_ahead(&[&title[..], &["PHƯƠNG HƯỚNG NĂM 2019", "I. Thể chế"]].concat()));
        // It was part of the title: what follows opens a report.
        let two_lines = ["BÁO CÁO", "Tổng kết công tác năm 2018", "Phương hướng, nhiệm vụ năm 2019"];
        for begin in [
            &["I. CÔNG TÁC CHỈ ĐẠO"] as &[&str],
            &["A. CÔNG TÁC CHỈ ĐẠO", "1. Văn bản"],
            &["Thực hiện Công văn số 12/SNV ngày 01/11/2018, Sở Nội vụ báo cáo như sau:"],
            &["Kính gửi: Sở Nội vụ."],
            &["Kết quả thực hiện"],
        ] {
            assert!(!lies_ahead(&[&two_lines[..], begin].concat()), "{begin:?}");
            assert!(!lies_ahead(&[&title[..], begin].concat()), "{begin:?}");
        }
    }

    #[test]
    fn headings_and_paragraphs_of_results_open_nothing_ahead() {
        for heading in [
            &["I. KẾT QUẢ", "1. Đã hoàn thành 45/45 nhiệm vụ, chỉ tiêu của kế hoạch, đạt 100%."] as &[&str],
            &["I. KẾT QUẢ", "1. Kết quả thực hiện các mục tiêu, nhiệm vụ của kế hoạch: hoàn thành 45/45 nhiệm vụ."],
            &["1. Đã hoàn thành 45/45 nhiệm vụ của kế hoạch. Các giải pháp được triển khai đồng bộ."],
            &["I. NHIỆM VỤ TRỌNG TÂM ĐÃ THỰC HIỆN TRONG NĂM 2018"],
            &["I. VIỆC THỰC HIỆN CÁC CHỈ TIÊU, NHIỆM VỤ NĂM 2018"],
            &["I. MỨC ĐỘ HOÀN THÀNH CHỈ TIÊU, NHIỆM VỤ"],
            &["1. Về thực hiện nhiệm vụ năm 2018"],
            &["1. Kết quả thực hiện kế hoạch"],
            &["I. KẾT QUẢ THỰC HIỆN"],
            &["A. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU, NHIỆM VỤ NĂM 2018"],
            &["Phần thứ nhất", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2018"],
            &["1. Công tác tuyên truyền: hoàn thành các mục tiêu đề ra"],
            &["2. Xử lý các kiến nghị sau kiểm tra"],
            &["I. CÁC NHIỆM VỤ PHẢI THỰC HIỆN ĐÃ HOÀN THÀNH"],
            // A title of several paragraphs that begins with results.
            &["BÁO CÁO", "Tổng kết công tác cải cách hành chính năm 2018", "và phương hướng, nhiệm vụ năm 2019"],
            &["BÁO CÁO", "Tổng kết công tác", "cải cách hành chính năm 2018", "của Sở Nội vụ"],
            &["BÁO CÁO", "CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2018", "VÀ PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2019"],
            &["BÁO CÁO", "Công tác cải cách hành chính năm 2018,", "phương hướng, nhiệm vụ năm 2019", "Kính gửi: Sở."],
            // The next heading of the outline ends a heading about goals.
            &["I. KẾT QUẢ", "1. Thể chế", "* Mục tiêu:", "- Rà soát văn bản.", "2. Kế hoạch"],
            &["Mục tiêu:", "- Rà soát văn bản.", "Kết quả: đã rà soát xong."],
            &["I. MỤC TIÊU", "Rà soát văn bản.", "II. CÔNG TÁC CHỈ ĐẠO"],
            &["I. MỤC TIÊU", "1. Chung", "2. Riêng", "II. TÌNH HÌNH THỰC HIỆN", "1. Chung"],
            &["Các mục tiêu được triển khai đồng bộ."],
            &["Chỉ tiêu, nhiệm vụ của kế hoạch đều hoàn thành"],
        ] {
            assert!(!lies_ahead(heading), "{heading:?}");
        }
    }

    proptest! {
        #[test]
        fn ranges_stay_inside(text in "\\PC{0,80}") {
            for s in sentences(&text) {
                prop_assert!(!text[s.range].is_empty());
            }
        }
    }
}
