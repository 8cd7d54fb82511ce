//! Words that say what was not reached, before a figure and behind it.

use super::clause::{VERBS, has_break};
use crate::text::pattern::regex;

/// Words of delay and of what is under way.
const LATE: &str = r"quá hạn|trễ hạn|chậm (?:tiến độ|muộn|hạn)|tồn đọng";

/// The words without those that say that nothing is left undone ("không có nhiệm vụ quá hạn") or that only count
/// differently ("chưa kể").
fn without_double_negation(words: &str) -> String {
    regex!(&format!(
        r"(?:không|chưa)\s+(?:còn|có|để|bị|xảy ra)\s+(?:\S+\s+){{0,6}}?(?:{LATE}|chưa(?:\s+được)?\s+{VERBS}|chậm|trễ)|không (?:{LATE})|hoàn thành (?:{LATE}) \d+ [^,;%/]{{1,40}},|không (?:chỉ|những|ngừng)|chưa (?:kể|tính|bao gồm)"
    ))
    .replace_all(words, "")
    .into_owned()
}

/// True if the words before a figure say that it was not reached.
pub(crate) fn is_negated(lead: &str) -> bool {
    let words = without_double_negation(lead);
    // "Không đơn vị nào đã hoàn thành 100%"
    let none = regex!(r"(?:chưa|không)\s+(?:có\s+)?(?:\S+\s+){1,5}?nào\b").find_iter(&words).last();
    if none.is_some_and(|m| !has_break(&words[m.end()..])) {
        return true;
    }
    let not = regex!(&format!(
        r"(?:chưa|không)\s+(?:\S+\s+){{0,2}}?{VERBS}|(?:chưa|không)\s+(?:\S+\s+)?$|\bđang\s+(?:\S+\s+)?{VERBS}|{LATE}"
    ));
    let at = not.find_iter(&words).last().map(|m| m.start()).max(left_over(&words));
    at > regex!(r"\bđã\b|\bnay\b").find_iter(&words).last().map(|m| m.start())
}

/// Where "còn" says what is left ("còn lại 4/42", "còn đang xử lý 4/42"); "…, còn Sở B đạt 100%" says "while".
fn left_over(lead: &str) -> Option<usize> {
    let found = regex!(r"\bcòn\b").find_iter(lead).last()?;
    let tail = &lead[found.end()..];
    let is_while = regex!(r"\b(?:đạt|hoàn thành|thực hiện|kiểm tra|xử lý)\b").is_match(tail)
        && !regex!(r"\b(?:đang|chậm|tồn|lại)\b").is_match(tail);
    (!is_while).then_some(found.start())
}

/// True if the words behind a figure say that it was not reached: "chưa được kiểm tra", "đang triển khai".
pub(crate) fn is_negated_behind(near_after: &str) -> bool {
    let words = without_double_negation(near_after);
    regex!(&format!(
        r"\bchưa\b|không\s+(?:\S+\s+){{0,2}}?{VERBS}|\bđang\s+(?:được\s+|tiếp tục\s+)?(?:{VERBS}|chờ|trình|trong|tiến hành)|{LATE}"
    ))
    .is_match(&words)
}
