//! The things that reports count: tasks, units, problems and the like.

use crate::text::pattern::regex;

/// Work, problems and papers, as an alternation of whole words.
macro_rules! things {
    () => {
        concat!(
            r"(?:nhiệm vụ|chỉ tiêu|mục tiêu|nội dung|công việc|đầu việc|hạng mục|hoạt động|đề án|dự án|kiến nghị|",
            r"sáng kiến|vấn đề|tồn tại|hạn chế|khuyết điểm|thiếu sót|sai phạm|sai sót|vi phạm|hồ sơ|thủ tục|văn bản|",
            r"cuộc|lượt|phản ánh|ý kiến|trường hợp)\b"
        )
    };
}

/// Bodies and people.
macro_rules! agents {
    () => {
        concat!(
            r"(?:cơ quan|đơn vị|tổ chức|sở|ban ngành|ban|ngành|phòng|chi cục|trung tâm|địa phương|huyện|thị xã|",
            r"thành phố|xã|phường|thị trấn|ủy ban|người|cán bộ|công chức|viên chức)\b"
        )
    };
}

/// Nouns of what is counted, as an alternation.
pub(crate) const NOUNS: &str = concat!("(?:", things!(), "|", agents!(), ")");

/// The noun of what a figure counts, from the words behind it: "nhiệm vụ" in " số nhiệm vụ của kế hoạch".
pub(crate) fn noun(after: &str) -> Option<&str> {
    let found = regex!(&format!(r"^\s*(?:(?:tổng số|số|các|của|trong|trên)\s+)*({NOUNS})")).captures(after)?;
    found.get(1).filter(|m| !is_issuing(&after[m.start()..])).map(|m| m.as_str())
}

/// The text with the commas of its lists of nouns ("cơ quan, đơn vị", "vấn đề, tồn tại, hạn chế") made spaces, so that the
/// commas left end clauses: in "bám sát mục tiêu, Sở …" a body follows a thing. No byte moves.
pub(crate) fn without_list_commas(text: &str) -> String {
    let ends_with_thing = regex!(concat!(r"\b", things!(), r"(?:\s+\S+){0,4}\s*$"));
    let ends_with_agent = regex!(concat!(r"\b", agents!(), r"(?:\s+\S+){0,4}\s*$"));
    let begins_with_thing = regex!(concat!(r"^\s*(?:các\s+)?", things!()));
    let begins_with_agent = regex!(concat!(r"^\s*(?:các\s+)?", agents!()));
    let mut plain = String::with_capacity(text.len());
    for part in text.split_inclusive(',') {
        let before = plain.strip_suffix(',').unwrap_or_default();
        let last = &before[before.rfind(',').map_or(0, |at| at + 1)..];
        let is_list = ends_with_thing.is_match(last) && begins_with_thing.is_match(part)
            || ends_with_agent.is_match(last) && begins_with_agent.is_match(part);
        if is_list && !is_issuing(part) {
            plain.pop();
            plain.push(' ');
        }
        plain.push_str(part);
    }
    plain
}

/// "ban hành", to issue, begins like "ban", a board.
fn is_issuing(words: &str) -> bool {
    words.trim_start().starts_with("ban hành")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_behind_a_figure_is_read() {
        for (after, expected) in [
            (" nhiệm vụ kế hoạch", Some("nhiệm vụ")),
            (" số cơ quan, đơn vị", Some("cơ quan")),
            (" tổng số các sở", Some("sở")),
            (" xảy ra", None),
            (", đạt 100%", None),
        ] {
            assert_eq!(noun(after), expected, "{after}");
        }
    }

    #[test]
    fn commas_of_lists_end_no_clause() {
        for (text, plain) in [
            ("cơ quan, đơn vị chưa được kiểm tra", "cơ quan  đơn vị chưa được kiểm tra"),
            ("vấn đề, tồn tại, hạn chế, đạt", "vấn đề  tồn tại  hạn chế, đạt"),
            ("bám sát mục tiêu, chỉ tiêu, sở hoàn thành", "bám sát mục tiêu  chỉ tiêu, sở hoàn thành"),
            ("nhiệm vụ, không có nhiệm vụ quá hạn", "nhiệm vụ, không có nhiệm vụ quá hạn"),
        ] {
            assert_eq!(without_list_commas(text), plain);
        }
    }
}
