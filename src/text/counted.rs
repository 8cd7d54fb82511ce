//! The things that reports count: tasks, units, problems and the like.

use super::pattern::regex;

/// Nouns of what is counted, as an alternation; each stands as a whole word.
pub(super) const NOUNS: &str = concat!(
    r"(?:nhiệm vụ|chỉ tiêu|mục tiêu|nội dung|công việc|đầu việc|hạng mục|hoạt động|đề án|dự án|kiến nghị|sáng kiến|",
    r"cơ quan|đơn vị|tổ chức|sở|ban ngành|ngành|phòng|chi cục|trung tâm|địa phương|huyện|thị xã|thành phố|xã|phường|",
    r"thị trấn|ủy ban|vấn đề|tồn tại|hạn chế|khuyết điểm|thiếu sót|sai phạm|sai sót|vi phạm|hồ sơ|thủ tục|văn bản|",
    r"cuộc|lượt|người|cán bộ|công chức|viên chức|phản ánh|ý kiến|trường hợp)\b"
);

/// The noun of what a figure counts, from the words behind it: "nhiệm vụ" in " số nhiệm vụ của kế hoạch".
pub(super) fn noun(after: &str) -> Option<&str> {
    let found = regex!(&format!(r"^\s*(?:(?:tổng số|số|các|của|trong|trên)\s+)*({NOUNS})")).captures(after)?;
    found.get(1).map(|m| m.as_str())
}

/// The text with the commas of its lists of nouns ("cơ quan, đơn vị", "vấn đề, tồn tại, hạn chế") made spaces, so that the
/// commas left end clauses. No byte moves.
pub(super) fn without_list_commas(text: &str) -> String {
    let mut plain = text.to_owned();
    for comma in regex!(&format!(r",(\s*(?:các\s+)?{NOUNS})")).find_iter(text) {
        plain.replace_range(comma.start()..=comma.start(), " ");
    }
    plain
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
            ("nhiệm vụ, không có nhiệm vụ quá hạn", "nhiệm vụ, không có nhiệm vụ quá hạn"),
        ] {
            assert_eq!(without_list_commas(text), plain);
        }
    }
}
