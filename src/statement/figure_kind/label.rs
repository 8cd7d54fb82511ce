//! What the head of a column or the words at the beginning of a row make of the figures beside them.

use super::FigureKind;
use crate::text::Key;
use crate::text::pattern::regex;

/// What the head of a column makes of the figures under it: none if it leaves that open ("Tỷ lệ (%)").
pub(crate) fn of_head(head: &Key) -> Option<FigureKind> {
    let text = head.as_str();
    if regex!(r"so với (?:cùng kỳ|năm|quý|tháng|\d)|\btăng\b|\bgiảm\b|cùng kỳ").is_match(text) {
        return Some(FigureKind::Change);
    }
    if is_unreached(text) {
        return Some(FigureKind::Negated);
    }
    if regex!(r"phấn đấu|dự kiến|\bsẽ\b|(?:^|[\s(]|%)ước (?:thực hiện|hoàn thành|đạt|tính|th\b|cả|năm)|phương hướng|(?:năm|thời gian) (?:tới|sau)").is_match(text)
    {
        return Some(FigureKind::Target);
    }
    // "Tỷ lệ hoàn thành kế hoạch" is a result, "Kế hoạch thực hiện" a goal: the first word decides.
    let speaks = regex!(
        r"(?P<result>kết quả|so với|hoàn thành|thực hiện|thực tế|đạt|vượt|\bth\b|%\s*(?:kế hoạch|kh\b|mục tiêu|chỉ tiêu)|\bđã (?P<set>giao|được giao|đề ra|phê duyệt|ban hành|đăng ký)?)|mục tiêu|chỉ tiêu|kế hoạch|\bkh\b|yêu cầu|\bphải\b|\bcần\b"
    );
    let first = speaks.captures_iter(text).find(|c| c.name("set").is_none())?;
    let is_done = regex!(r"\bđã (?:hoàn thành|thực hiện|đạt|kiểm tra|xử lý|làm)").is_match(text);
    Some(if first.name("result").is_some() || is_done { FigureKind::Result } else { FigureKind::Target })
}

/// What the words at the beginning of a row make of its figures; "kế hoạch" may be what was carried out.
pub(crate) fn of_label(label: &Key) -> Option<FigureKind> {
    let text = label.as_str();
    if is_unreached(text) {
        return Some(FigureKind::Negated);
    }
    let speaks = regex!(
        r"(?P<result>kết quả|hoàn thành|thực hiện|thực tế|đạt|vượt|\bđã\b)|mục tiêu|chỉ tiêu|phấn đấu|dự kiến|phương hướng"
    );
    let first = speaks.captures(text)?;
    Some(if first.name("result").is_some() { FigureKind::Result } else { FigureKind::Target })
}

/// "Chưa hoàn thành", "Còn lại", "Quá hạn", "Đang thực hiện".
fn is_unreached(text: &str) -> bool {
    regex!(
        r"\bchưa\b|\bcòn (?:lại|tồn|đang|nợ)|tồn đọng|quá hạn|chậm (?:tiến độ|muộn|hạn)|\bđang\b|không (?:đạt|hoàn thành|thực hiện|xử lý)"
    )
    .is_match(text)
}

#[cfg(test)]
mod tests {
    use super::FigureKind::{Change, Negated, Result as Reached, Target};
    use super::*;

    #[test]
    fn heads_of_columns_tell_goals_from_results() {
        for (head, kind) in [
            ("Mục tiêu", Some(Target)),
            ("Chỉ tiêu (%)", Some(Target)),
            ("Kế hoạch năm", Some(Target)),
            ("KH giao năm 2018", Some(Target)),
            ("Phấn đấu", Some(Target)),
            ("Dự kiến hoàn thành", Some(Target)),
            ("Ước thực hiện", Some(Target)),
            ("Ước đạt năm 2018 (%)", Some(Target)),
            ("Kết quả dự kiến", Some(Target)),
            ("Tỷ lệ xây dựng hương ước", None),
            ("Kế hoạch thực hiện", Some(Target)),
            ("Mục tiêu hoàn thành", Some(Target)),
            ("Chỉ tiêu đã giao", Some(Target)),
            ("Phải thực hiện", Some(Target)),
            ("Theo kế hoạch", Some(Target)),
            ("Kết quả so với kế hoạch", Some(Reached)),
            ("Tỷ lệ hoàn thành kế hoạch (%)", Some(Reached)),
            ("Kết quả thực hiện chỉ tiêu", Some(Reached)),
            ("% so với kế hoạch", Some(Reached)),
            ("Tỷ lệ % kế hoạch", Some(Reached)),
            ("TH/KH (%)", Some(Reached)),
            ("Thực hiện", Some(Reached)),
            ("Chỉ tiêu đã hoàn thành", Some(Reached)),
            ("Chưa hoàn thành", Some(Negated)),
            ("Còn lại", Some(Negated)),
            ("Đang thực hiện", Some(Negated)),
            ("So với cùng kỳ (%)", Some(Change)),
            ("Thực hiện so với năm 2017", Some(Change)),
            ("Tăng, giảm (%)", Some(Change)),
            ("Tỷ lệ (%)", None),
            ("Tổng số", None),
        ] {
            assert_eq!(of_head(&Key::new(head)), kind, "{head}");
        }
    }

    #[test]
    fn labels_of_rows_tell_goals_from_results() {
        for (label, kind) in [
            ("Mục tiêu kiểm tra", Some(Target)),
            ("Nhiệm vụ chưa hoàn thành", Some(Negated)),
            ("Tỷ lệ hoàn thành chỉ tiêu kiểm tra", Some(Reached)),
            ("Kế hoạch tuyên truyền", None),
        ] {
            assert_eq!(of_label(&Key::new(label)), kind, "{label}");
        }
    }
}
