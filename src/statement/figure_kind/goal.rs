//! Words before a figure that make it a goal: a mark set, an intention, an order, an estimate.

use super::clause::{VERBS, begins_with_verb, contrast, goes_on, has_break, has_subject, last_all_done, last_done};
use crate::statement::counted::NOUNS;
use crate::text::pattern::regex;

/// How a goal was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goal {
    /// "mục tiêu 30%": ends where something was reached.
    Noun,
    /// "phấn đấu", "phải", "sẽ", "đề nghị" and what they govern.
    Verb,
}

/// A goal that the words before a figure name.
#[derive(Clone, Copy)]
pub(crate) struct OwnGoal {
    /// How it governs the figures to come, if it does.
    pub(crate) governs: Option<Goal>,
}

/// "vượt chỉ tiêu đề ra", "so với kế hoạch": what a result is held against; behind a figure "theo kế hoạch" is too.
pub(crate) const HELD_AGAINST: &str = r"(?:theo|so với|vượt)\s+(?:các\s+)?(?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu)(?:\s+(?:đã|được|đề|đặt|ra|giao|là|năm|\d{4})\b)*";

/// A word of goals among the words before a figure, with the words on both sides of it.
struct Cue<'a> {
    head: &'a str,
    word: &'a str,
    tail: &'a str,
    goal: Goal,
}

/// The goal that the words before a figure name, unless something was reached since.
pub(crate) fn own_goal(lead: &str) -> Option<OwnGoal> {
    let cue = cues(lead).into_iter().rfind(|cue| !is_cancelled(lead, cue))?;
    let is_aside = is_compared(lead, cue.head.len()).is_some() || cue.head.rfind('(') > cue.head.rfind(')');
    Some(OwnGoal { governs: Some(cue.goal).filter(|_| !is_aside) })
}

/// True if a goal said before does not govern the next figure any more.
pub(crate) fn ends_goal(before: &str, lead: &str, goal: Goal) -> bool {
    contrast().is_match(before) || last_done(lead).is_some() || goal == Goal::Noun && regex!(r"\bđạt\b").is_match(lead)
}

/// True if something was reached behind the word.
fn is_cancelled(lead: &str, cue: &Cue<'_>) -> bool {
    let at = cue.head.len();
    let all_done = last_all_done(lead).filter(|_| cue.goal == Goal::Noun && !cue.tail.contains(':'));
    last_done(lead).max(all_done).is_some_and(|done| done > at)
}

/// All words of goals that speak of the figure behind `lead`, in order.
fn cues(lead: &str) -> Vec<Cue<'_>> {
    let found = regex!(&format!(
        r"(?P<noun>mục tiêu|chỉ tiêu|đề ra|đặt ra|tối thiểu|ít nhất|(?:so với|theo|vượt)\s+kế hoạch(?:\s+(?:đã|được|đề|ra|giao|là|năm|\d{{4}})\b)*\s*$)|(?P<paper>(?:ban hành|xây dựng|\blập|\btrình|phê duyệt|thông qua)\s+(?:\S+\s+){{0,3}}?(?:kế hoạch|danh sách)\b|\bcó\s+kế hoạch\b|^(?:đã\s+)?(?:quyết định|thông báo)\s+{VERBS}|\btheo đó\b)|(?P<plan>^(?:theo\s+)?kế hoạch\b|\bkế hoạch[^,;:]{{0,40}}:|\bkế hoạch(?:\s+(?:năm|\d{{4}}|của|tỉnh|ngành))*\s+(?:được\s+)?(?:giao|quy định|xác định|là)\s)|(?P<effort>phấn đấu|quyết tâm|đảm bảo|bảo đảm|tiếp tục|tập trung|nỗ lực|cố gắng|tích cực|khẩn trương|đẩy mạnh|tăng cường|duy trì)|(?:\bđã\s+giao|phân công|phân bổ)\s*$|(?P<order>đề nghị|kiến nghị|chỉ đạo|giao|phân công|đôn đốc|nhắc nhở|quán triệt)|(?P<purpose>\b(?:để|nhằm|góp phần)\b)|(?P<hard>\bkhó\s+(?:có thể\s+|mà\s+)?{VERBS})|(?:có|chịu) trách nhiệm\s+(?:\S+\s+){{0,2}}?{VERBS}|đăng ký\s+{VERBS}|(?:^|,\s)khi\s+{VERBS}|\b(?:thời gian|năm|giai đoạn) tới\b|\b(?:nếu|hãy)\b|^trường hợp|(?:nhiệm vụ (?:trọng tâm|chủ yếu|cụ thể)|giải pháp|phương hướng|định hướng)[^,;:]{{0,40}}:|dự kiến|dự báo|yêu cầu|cam kết|hướng (?:tới|đến)|có thể|có khả năng|hy vọng|\bmong\b|chậm nhất|muộn nhất|hạn chót|(?:^|[,:]\s*)thời hạn\s+{VERBS}\s*$|(?:^[\s+*•.-]*|[,(]\s*)(?:mục đích[^,;:]{{0,40}}|(?:tiêu chí|tiêu chuẩn)(?:\s+(?:thi đua|đánh giá|xếp loại|phân loại|chấm điểm|công nhận|khen thưởng)[^,;:\d]{{0,30}})?):|\bhứa\b|\bước\b|\bphải\b|\bcần\b|\bsẽ\b"
    ));
    let is_cue = |name: &str, cue: &Cue<'_>| match name {
        "noun" => is_mark(lead, cue),
        // "Sở đã ban hành kế hoạch kiểm tra 30% …", "…, theo đó kiểm tra 30% …"
        "paper" if cue.word == "theo đó" => cue.head.contains("kế hoạch"),
        "paper" => !has_break(cue.tail) && !regex!(r"\bvà\b").is_match(cue.tail),
        "plan" => is_plan(cue),
        "effort" => is_effort(cue),
        "order" => is_order(cue),
        // "Không để quá hạn" aims at nothing.
        "purpose" => !cue.head.ends_with("không ") && goes_on(cue.tail) && !cue.tail.contains('('),
        // "Hương ước", "quy ước" are no estimates.
        _ if cue.word == "ước" => !regex!(r"(?:hương|quy|hiệp|công|giao|mong|mơ) $").is_match(cue.head),
        _ => !is_introduction(cue) && !regex!(r"\b(?:hơn|so với)\s+$").is_match(cue.head),
    };
    let mut cues = Vec::new();
    for captures in found.captures_iter(lead) {
        let Some(word) = captures.get(0) else { continue };
        let name = ["noun", "paper", "plan", "effort", "order", "purpose"]
            .into_iter()
            .find(|n| captures.name(n).is_some())
            .unwrap_or("");
        let goal = if ["noun", "paper", "plan"].contains(&name) { Goal::Noun } else { Goal::Verb };
        let cue = Cue { head: &lead[..word.start()], word: word.as_str(), tail: &lead[word.end()..], goal };
        if is_cue(name, &cue) {
            cues.push(cue);
        }
    }
    cues
}

/// The end of what a result is held against, if the byte `at` is in it: "vượt chỉ tiêu đề ra, hoàn thành 100%" is a
/// result; "vượt chỉ tiêu 95%" names the goal.
fn is_compared(lead: &str, at: usize) -> Option<usize> {
    let mut held = regex!(HELD_AGAINST).find_iter(lead).filter(|m| !m.as_str().starts_with("theo"));
    held.find(|m| m.range().contains(&at)).map(|m| m.end())
}

/// "Mục tiêu", "chỉ tiêu", "đề ra" that set a mark, and are not what was carried out: "kết quả thực hiện các chỉ tiêu: …",
/// "hoàn thành các chỉ tiêu, đạt …", "bám sát mục tiêu, Sở …", "các nhiệm vụ đề ra …".
fn is_mark(lead: &str, cue: &Cue<'_>) -> bool {
    if is_compared(lead, cue.head.len()).is_some_and(|end| end < lead.trim_end().len()) || is_introduction(cue) {
        return false;
    }
    // "Số nhiệm vụ đã hoàn thành theo kế hoạch là 40/45".
    if cue.word.starts_with("theo") && regex!(&format!(r"\bđã\s+{VERBS}\s*$")).is_match(cue.head) {
        return false;
    }
    let is_set = regex!(r"^(?:đề|đặt) ra$").is_match(cue.word);
    let names = regex!(r"^\s*(?:là\b|:)").is_match(cue.tail);
    if is_set && !names && regex!(r"(?:nhiệm vụ|nội dung|công việc|hoạt động)[^,;:]*$").is_match(cue.head)
    {
        return false;
    }
    let is_reported =
        regex!(&format!(r"(?:kết quả|t[ỷỉ] lệ|mức độ|tình hình|việc)\s+(?:\S+\s+){{0,2}}?{VERBS}[^;:]{{0,60}}$"))
            .is_match(cue.head)
            && (cue.tail.contains(':') || regex!(r"\bđạt\b").is_match(cue.tail) || has_break(cue.tail));
    let is_reached = regex!(&format!(
        r"(?:hoàn thành|xong|đạt|vượt)\s+(?:(?:toàn bộ|tất cả|các|những|mức|tốt|cơ bản|và|{NOUNS}),?\s+)*$"
    ))
    .is_match(cue.head)
        && has_break(cue.tail);
    !is_reported && !is_reached
}

/// "Kế hoạch: hoàn thành …", "Kế hoạch giao hoàn thành …", "Kế hoạch kiểm tra 14/35 …", "Theo kế hoạch, năm 2018 hoàn thành …"; not "kết quả thực hiện
/// kế hoạch: …", "các nhiệm vụ kế hoạch giao …", "theo kế hoạch, Sở hoàn thành …".
fn is_plan(cue: &Cue<'_>) -> bool {
    let is_label = cue.word.ends_with(':');
    let is_opening = cue.word.ends_with("kế hoạch");
    if is_opening {
        // "Theo kế hoạch, Đoàn kiểm tra 13/35 đơn vị" leaves open whether it did.
        let is_open = regex!(r"\b(?:kiểm tra|thanh tra)(?:\s+tại)?\s*$").is_match(cue.tail)
            && !regex!(r"\b(?:đã|được)\b[^,;]*$").is_match(cue.tail);
        return cue.word.starts_with("theo") && has_break(cue.tail) && (is_open || !has_subject(cue.tail))
            || regex!(r"^[^,;:]{0,30}(?:giao|đề ra|đặt ra|là)\s[^,;:]*$").is_match(cue.tail)
            || regex!(r"^[^,;:]{0,40}:").is_match(cue.tail)
            || cue.word.starts_with("kế")
                && regex!(r"^(?:\s+(?:năm|\d{4}|của|tỉnh|cải cách hành chính|cchc))*\s+(?:kiểm tra|thanh tra|xử lý|khắc phục|giải quyết|chấn chỉnh)(?:\s+tại)?\s*$")
                    .is_match(cue.tail);
    }
    let is_carried_out = regex!(&format!(r"(?:kết quả|t[ỷỉ] lệ|mức độ|tình hình|số (?:\d+ )?nhiệm vụ|{VERBS})[^;:]*$"));
    let is_of_tasks = regex!(r"(?:nhiệm vụ|nội dung|công việc|so với|vượt)\b[^,;:]{0,30}$");
    if is_label { !is_carried_out.is_match(cue.head) } else { !has_break(cue.tail) && !is_of_tasks.is_match(cue.head) }
}

/// "Tiếp tục đẩy mạnh …", "bảo đảm hoàn thành …": at the beginning of a sentence, or straight before what is to be done.
/// "Sở đã nỗ lực phấn đấu hoàn thành …" was done, "tiếp tục được quan tâm" is no intention.
fn is_effort(cue: &Cue<'_>) -> bool {
    let is_always = matches!(cue.word, "phấn đấu" | "quyết tâm");
    let is_done = regex!(
        r"\bđã,?(?:\s+(?:luôn|rất|hết sức|và|không ngừng|chủ động|nỗ lực|cố gắng|tích cực|tập trung|quyết tâm|phấn đấu|tiếp tục|khẩn trương|đoàn kết),?)*\s+$"
    );
    let is_noun = regex!(r"(?:\bsự|\bnhững|tinh thần|\bđược)\s+$").is_match(cue.head)
        || regex!(r"^\s+(?:của|được|nhận)\b").is_match(cue.tail);
    if is_done.is_match(cue.head) || is_noun || is_introduction(cue) {
        return false;
    }
    let is_first = regex!(r"^(?:[\s+*•.-]|(?:trong |đến )?(?:hết )?năm (?:19|20)\d\d,?|thời gian tới,?)*$");
    let opens = is_first.is_match(cue.head) && !matches!(cue.word, "nỗ lực" | "cố gắng" | "tích cực");
    is_always || begins_with_verb(cue.tail) || opens && !has_subject(cue.tail)
}

/// Those to whom an order goes.
const ADDRESSEE: &str = r"^\s+(?:cho\s+|đến\s+)?(?:các|từng|mỗi|toàn|sở|phòng|ban|ngành|đơn vị|cơ quan|ủy ban|huyện|thành phố|thị xã|xã|tỉnh|văn phòng|trung tâm|chi cục|thủ trưởng|giám đốc|chủ tịch|lãnh đạo|người đứng đầu|công chức|cán bộ|hội đồng|thanh tra|bộ phận)\b";

/// "Đề nghị các đơn vị …", "Giao Sở …", "chỉ đạo khắc phục 100% …"; not "thực hiện chỉ đạo của …", "nhiệm vụ được giao", "đã kiến nghị xử lý".
fn is_order(cue: &Cue<'_>) -> bool {
    let is_addressed = regex!(ADDRESSEE).is_match(cue.tail);
    if cue.word == "giao" && regex!(r"(?:được|nhiệm vụ|công việc)\b[^,;:]{0,60}$|\bbàn\s$").is_match(cue.head)
    {
        return false;
    }
    let is_bare = matches!(cue.word, "đề nghị" | "kiến nghị")
        && begins_with_verb(cue.tail)
        && !regex!(&format!(r"\bđã\b|(?:\bvà|\bhoặc|{VERBS}),?\s*$")).is_match(cue.head);
    // "Đã chỉ đạo hoàn thành …" tells what was done.
    let is_carried_out = cue.head.trim_end().ends_with("đã") && cue.tail.trim() == "hoàn thành";
    let is_straight = regex!(&format!(r"^\s+{VERBS}\s*$")).is_match(cue.tail) && !is_carried_out;
    let orders = matches!(cue.word, "chỉ đạo" | "đôn đốc" | "nhắc nhở" | "quán triệt")
        && !regex!(r"\b(?:thực hiện|theo|sự) $").is_match(cue.head);
    is_addressed || is_bare || orders && is_straight
}

/// "Bám sát mục tiêu, Sở hoàn thành …", "Đáp ứng yêu cầu của Kế hoạch, các đơn vị …": the word stands in a phrase that
/// only leads to those who act.
fn is_introduction(cue: &Cue<'_>) -> bool {
    regex!(
        r"(?:^|,\s*)(?:trên cơ sở|căn cứ|bám sát|xác định|thực hiện|triển khai|quán triệt|đối chiếu|đáp ứng|cụ thể hóa|với|theo|từ|trước)\s+[^;:]{0,80}$"
    )
    .is_match(cue.head)
        && has_subject(cue.tail)
}
