//! How the clauses of a sentence hang together: who acts, what is done, and what was done.

use crate::statement::counted::without_list_commas;
use crate::text::pattern::regex;

/// Verbs of what is counted, as an alternation.
pub(crate) const VERBS: &str =
    r"(?:hoàn thành|thực hiện|triển khai|kiểm tra|thanh tra|xử lý|khắc phục|giải quyết|chấn chỉnh|đạt|xong)\b";

/// Those who act, at the beginning of a clause, and words that say what has come of it.
const SUBJECT: &str = r"(?:đến nay|đến thời điểm|kết quả|t[ỷỉ] lệ|(?:các|những|toàn bộ|tất cả)\s|sở\b|phòng\b|ban\s(?:quản|chỉ|dân|tổ|tuyên|ngành)|ngành\b|đơn vị|cơ quan|ủy ban|huyện\b|thành phố|thị xã|xã\b|tỉnh\b|văn phòng|trung tâm|chi cục|toàn (?:sở|tỉnh|ngành|huyện)|cả (?:sở|tỉnh)|tập thể|lãnh đạo|công chức|thanh tra|hội đồng|đoàn\b|tổ\b)";

/// "đã", "mới" and their like: what comes behind has been done. "Đã giao" and "đã đề ra" only say that a goal was set.
pub(crate) fn last_done(lead: &str) -> Option<usize> {
    let done = regex!(
        r"\bđã (?P<set>được giao|giao|(?:được )?(?:đề ra|đặt ra|phê duyệt|ban hành|đăng ký|xác định))?|(?:^|[,:(]\s*|\bvà )kết quả|thực tế|đạt được|\bnay\b|\bmới (?:chỉ )?(?:hoàn thành|thực hiện|kiểm tra|xử lý|khắc phục|đạt)\b"
    );
    done.captures_iter(lead).filter(|c| c.name("set").is_none()).filter_map(|c| Some(c.get(0)?.start())).last()
}

/// Where the last "đều hoàn thành" stands: all of them were done.
pub(crate) fn last_all_done(lead: &str) -> Option<usize> {
    regex!(&format!(r"\bđều\s+(?:được\s+)?{VERBS}")).find_iter(lead).last().map(|m| m.start())
}

/// The clauses of a text behind its first comma.
fn clauses_behind(text: &str) -> Vec<String> {
    without_list_commas(text).split(',').skip(1).map(|clause| clause.trim().to_owned()).collect()
}

/// True if a new clause of the text begins with those who act: ", Sở hoàn thành".
pub(crate) fn has_subject(text: &str) -> bool {
    clauses_behind(text).iter().any(|clause| regex!(&format!("^{SUBJECT}")).is_match(clause))
}

/// True if a new clause begins in the text: a comma that is none of a list, or a bracket.
pub(crate) fn has_break(text: &str) -> bool {
    text.contains('(') || !clauses_behind(text).is_empty()
}

/// True if every clause of the text begins with a verb, so that it goes on with what the first one says: ", xử lý".
pub(crate) fn goes_on(text: &str) -> bool {
    clauses_behind(text).iter().all(|clause| regex!(&format!("^{VERBS}")).is_match(clause))
}

/// True if a text begins with a verb, or ends before one could come.
pub(crate) fn begins_with_verb(text: &str) -> bool {
    regex!(&format!(r"^\s*(?:$|{VERBS})")).is_match(text)
}

/// True if the last word of a text is a verb: what follows is its object.
pub(crate) fn ends_with_verb(text: &str) -> bool {
    regex!(&format!(r"{VERBS}(?:\s+\S+)?\s*$")).is_match(text)
}

/// The verb that a text ends with, where what follows is its object: "kiểm tra" of "đã kiểm tra tại".
pub(crate) fn verb_at_end(text: &str) -> Option<&str> {
    let found = regex!(&format!(r"({VERBS})(?:\s+(?:được|xong|tại|trực tiếp|thực tế|cho|với|đối với))*\s*$"));
    found.captures(text)?.get(1).map(|m| m.as_str())
}

/// Marks and conjunctions that set a clause against the one before.
pub(super) fn contrast() -> &'static regex::Regex {
    regex!(r";|\btrong khi\b|\bnhưng\b|\btuy nhiên\b|\bsong\b|, còn\b|\bvà còn\b")
}
