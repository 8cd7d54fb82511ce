//! Words that leave open whether a figure was reached: by all, by how much, or whether anybody knows.

use super::clause::{VERBS, ends_with_verb, has_break, last_done, verb_at_end};
use crate::text::pattern::regex;

/// True if the words before a figure (`before` reaches back to the figure before it, `lead` to the beginning of the
/// clause) and behind it (`near_after` to the end of the clause) leave it open.
pub(crate) fn is_doubtful(before: &str, lead: &str, near_after: &str, after: &str) -> bool {
    is_about(before)
        || is_of_some(lead)
        || is_estimated(lead)
        || is_estimated(near_after)
        || is_unknown(lead)
        || is_hard(near_after)
        || is_put_off(lead)
        || is_put_off(near_after)
        || is_to_come_behind(lead, near_after, after)
        || is_planned_behind(lead, near_after)
        || is_done_in_part(lead, after)
}

/// "gần 100%", "khoảng 30%", "dưới 100%", "90-100%".
fn is_about(before: &str) -> bool {
    regex!(r"(?:\bgần|\bdưới|khoảng|xấp xỉ|\bngót|\bsuýt|tối đa|\bquá)(?:\s+(?:như|được|đạt|mức|bằng|tới|đến|là))*\s*$|(?:^|\s)\d{1,3}(?:[.,]\d+)?-\s?$|\btừ\s+\d{1,3}(?:[.,]\d+)?\s*(?:-|đến|tới)\s*$")
        .is_match(before)
}

/// "Một số đơn vị hoàn thành 100%", "riêng Sở Y tế hoàn thành 100%": what some did says nothing of all.
fn is_of_some(lead: &str) -> bool {
    regex!(r"(?:hầu hết|\bmột số|\bmột vài|đa số|phần lớn|phần nào|cơ bản|nhiều (?:đơn vị|cơ quan|sở|huyện|nơi)|(?:^|[,;(])\s*riêng (?:tại |đối với )?(?:các )?(?:sở|ban|ngành|phòng|đơn vị|cơ quan|huyện|thành phố|thị xã|xã|chi cục|trung tâm|ủy ban|văn phòng))\b[^,;:(]*$").is_match(lead)
}

/// "Số liệu ước tính", "tạm tính": not counted yet.
fn is_estimated(words: &str) -> bool {
    regex!(r"\bước (?:tính|đạt|thực hiện)|tạm tính|số liệu sơ bộ").is_match(words)
}

/// "Chưa đánh giá được tỷ lệ hoàn thành 100%", "không có số liệu về …".
fn is_unknown(lead: &str) -> bool {
    regex!(r"\b(?:chưa|không)\s+(?:thể\s+)?(?:đánh giá|xác định|thống kê|tổng hợp|khẳng định|xác minh|rõ|chắc|có (?:số liệu|căn cứ|cơ sở|báo cáo))\b")
        .find_iter(lead)
        .last()
        .is_some_and(|m| !lead[m.end()..].contains([',', '(']))
}

/// "Hoàn thành 100% nhiệm vụ là rất khó"; not "… trong điều kiện còn khó khăn", "nhiệm vụ khó".
fn is_hard(near_after: &str) -> bool {
    regex!(r"\b(?:là|còn|rất|gặp)\s+(?:rất\s+|nhiều\s+|hết sức\s+|điều\s+|việc\s+)*khó\b")
        .find(near_after)
        .is_some_and(|m| !regex!(r"\b(?:trong|dù|tuy|mặc dù|khi|vượt|bối cảnh)\b").is_match(&near_after[..m.start()]))
}

/// "Đề nghị hoãn kiểm tra", "tạm dừng kiểm tra".
fn is_put_off(words: &str) -> bool {
    regex!(r"\b(?P<not>không\s+)?(?:trì\s+)?(?:hoãn|tạm dừng)\b")
        .captures_iter(words)
        .last()
        .and_then(|c| c.get(0).filter(|_| c.name("not").is_none()))
        .is_some_and(|m| !has_break(&words[m.end()..]) && last_done(&words[m.end()..]).is_none())
}

/// "Có 45/45 nhiệm vụ, sẽ hoàn thành trong tháng 12": nothing was said to be done before.
fn is_to_come_behind(lead: &str, near_after: &str, after: &str) -> bool {
    let done = regex!(VERBS);
    regex!(&format!(r"^[^;.:]*?,\s*(?:sẽ|dự kiến|phấn đấu)\s+(?:được\s+)?{VERBS}")).is_match(after)
        && !done.is_match(lead)
        && !done.is_match(near_after)
        && last_done(lead).is_none()
}

/// "100% đơn vị xây dựng kế hoạch khắc phục": they planned; not "hoàn thành 45/45 nhiệm vụ xây dựng kế hoạch".
fn is_planned_behind(lead: &str, near_after: &str) -> bool {
    regex!(r"\b(?:xây dựng|ban hành|lập|có)\s+(?:được\s+|các\s+)?kế hoạch\b").find(near_after).is_some_and(|m| {
        let behind = &near_after[m.end()..];
        let is_done = last_done(behind).is_some() || regex!(r"\bvà (?:hoàn thành|đạt)\b").is_match(behind);
        !ends_with_verb(lead) && !is_done
    })
}

/// "Đã triển khai 45/45 nhiệm vụ, trong đó hoàn thành 30 nhiệm vụ".
fn is_done_in_part(lead: &str, after: &str) -> bool {
    matches!(verb_at_end(lead), Some("triển khai" | "thực hiện"))
        && regex!(r"trong đó,?\s+(?:đã\s+|mới\s+|chỉ\s+)*(?:(?:có\s+)?\d+\s+nhiệm vụ\s+(?:đã\s+)?hoàn thành|hoàn thành\s+(?:được\s+)?\d)")
            .is_match(after)
}
