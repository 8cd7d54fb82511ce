//! Sentences, and the headings that they stand under.

use std::ops::Range;

use super::Key;
use super::pattern::regex;

/// A sentence of a running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes.
    pub range: Range<usize>,
    /// It stands under a heading about goals or the time to come ("Mục tiêu", "Phương hướng, nhiệm vụ năm 2019").
    pub is_ahead: bool,
}

/// Splits a running text (paragraphs end with a line break) at line breaks, full stops and semicolons.
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
            push(text, from..at, is_ahead, &mut found);
            from = at;
        }
        push(text, from..end, is_ahead, &mut found);
        start = end;
    }
    found
}

fn push(text: &str, range: Range<usize>, is_ahead: bool, found: &mut Vec<Sentence>) {
    let part = &text[range.clone()];
    let lead = part.len() - part.trim_start().len();
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        let start = range.start + lead;
        found.push(Sentence { range: start..start + trimmed.len(), is_ahead });
    }
}

/// The headings above the current paragraph.
#[derive(Default)]
struct Outline {
    /// Level of the heading about the time to come that we are under.
    ahead: Option<u8>,
}

impl Outline {
    /// Takes in the next paragraph; true if it stands under (or is) a heading about goals or the time to come.
    fn next(&mut self, paragraph: &str) -> bool {
        if let Some(level) = heading_level(paragraph.trim())
            && self.ahead.is_none_or(|ahead| level <= ahead)
        {
            self.ahead = is_ahead(paragraph).then_some(level);
        }
        self.ahead.is_some()
    }
}

/// True if a heading announces goals or the time to come ("Phương hướng, nhiệm vụ năm 2019"). "Kết quả thực hiện nhiệm
/// vụ năm 2018 và phương hướng" begins with results.
pub fn is_ahead(heading: &str) -> bool {
    let key = Key::new(heading);
    let ahead = regex!(
        r"mục tiêu|phương hướng|chỉ tiêu|nhiệm vụ trọng tâm|nhiệm vụ chủ yếu|nhiệm vụ năm|nhiệm vụ thời gian tới|kế hoạch năm tới|dự kiến|giải pháp|kiến nghị|đề xuất"
    );
    let Some(found) = ahead.find(key.as_str()) else { return false };
    let is_of_results = regex!(r"kết quả|tình hình|đánh giá|thực trạng").is_match(&key.as_str()[..found.start()]);
    !is_of_results || regex!(r"kết quả dự kiến|dự kiến kết quả").is_match(key.as_str())
}

/// The level of a numbered heading: 0 for "Phần", 1 for "I.", 2 for "1.", 3 for "1.1.", 4 for "a)"; none for running text,
/// however it starts.
fn heading_level(line: &str) -> Option<u8> {
    if line.chars().count() > 120 || line.ends_with(';') {
        return None;
    }
    let found = regex!(r"^(?:(?P<part>(?i:phần)\s)|(?P<roman>[IVX]{1,5})[.\s)/-]|(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)\s]|(?P<letter>[a-zđ])[.)]\s)")
        .captures(line)?;
    let level = if found.name("part").is_some() {
        0
    } else if found.name("roman").is_some() {
        1
    } else if let Some(number) = found.name("number") {
        2 + u8::try_from(number.as_str().matches('.').count()).unwrap_or(2).min(2)
    } else {
        4
    };
    Some(level)
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

    proptest! {
        #[test]
        fn ranges_stay_inside(text in "\\PC{0,80}") {
            for s in sentences(&text) {
                prop_assert!(!text[s.range].is_empty());
            }
        }
    }
}
