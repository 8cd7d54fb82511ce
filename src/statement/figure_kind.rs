//! What the words around a figure make of it: a result, a goal, or what was not reached. Where the words leave it open
//! whether a figure is a goal, it is one: a goal taken for a result would prove what nobody did.

mod clause;
mod doubt;
mod goal;
mod label;
mod negation;

pub(crate) use clause::verb_at_end;
pub(crate) use label::{of_head, of_label};

use super::counted::without_list_commas;
use crate::text::pattern::regex;
use clause::{contrast, ends_with_verb, last_done};
use doubt::is_doubtful;
use goal::{Goal, HELD_AGAINST, ends_goal, own_goal};
use negation::{is_negated, is_negated_behind};

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FigureKind {
    /// What was reached.
    Result,
    /// What is aimed at ("mục tiêu", "phấn đấu", "chỉ tiêu", "dự kiến", "từ … trở lên").
    Target,
    /// What is missing or was not reached ("chưa đạt", "còn … chưa hoàn thành").
    Negated,
    /// By how much something rose or fell, or what it is of an earlier year's ("tăng 5%", "bằng 120% so với cùng kỳ").
    Change,
    /// It may be what was reached or not ("gần 100%", "50/45 nhiệm vụ, đạt 111%"): a person must look.
    Doubtful,
}

/// Bytes before a figure in which the words stand that speak of it. A sentence with more is a page run together.
const MOST_WORDS: usize = 4000;

/// What the figures of a sentence are, one after the other.
#[derive(Default)]
pub(crate) struct Reader {
    /// A figure came before in the sentence.
    follows: bool,
    /// It is a goal that governs what comes behind it too ("Phấn đấu hoàn thành 100% nhiệm vụ, xử lý 100% vấn đề").
    governs: Option<Goal>,
}

impl Reader {
    /// The kind of the next figure: `before` reaches back to the figure before it, `after` on to the next.
    pub(crate) fn next(&mut self, before: &str, after: &str) -> FigureKind {
        let lead = lead(before, self.follows);
        if lead.len() > MOST_WORDS {
            return FigureKind::Doubtful;
        }
        let near_after = near_after(after);
        let governed = self.governs.filter(|goal| !ends_goal(before, lead, *goal));
        let own = own_goal(lead);
        self.follows = true;
        if is_change(before, &near_after) {
            return FigureKind::Change;
        }
        self.governs = own.map_or(governed, |goal| goal.governs);
        if is_goal_behind(lead, &near_after) || is_quoted(before) {
            self.governs = Some(Goal::Noun);
            return FigureKind::Target;
        }
        match () {
            () if own.is_some() || governed.is_some() => FigureKind::Target,
            () if is_negated(lead) || is_negated_behind(&near_after) => FigureKind::Negated,
            () if is_doubtful(before, lead, &near_after, after) => FigureKind::Doubtful,
            () => FigureKind::Result,
        }
    }
}

/// "Đã chỉ đạo các sở, ban, ngành hoàn thành": where what was done is counted against its whole, those led have done it.
pub(crate) fn led_to_done(before: &str) -> Option<String> {
    let led = regex!(
        r"\bđã (?:tập trung |kịp thời |quyết liệt )*(?:lãnh đạo, )?chỉ đạo (?:các )?(?:sở|cơ quan|đơn vị|địa phương)[^;:\d]{0,60} (?P<done>hoàn thành(?: được)?\s*)$"
    );
    let found = led.captures(before)?;
    Some(format!("{}đã {}", &before[..found.get(0)?.start()], &found["done"]))
}

/// The words before a figure that speak of it. Behind another figure they begin with the next clause: what stands
/// before that speaks of the other one.
fn lead(before: &str, follows: bool) -> &str {
    if let Some(last) = contrast().find_iter(before).last() {
        return &before[last.start()..];
    }
    if !follows {
        return before;
    }
    if let Some(first) =
        regex!(r"[,(]|\bvà\b|\bvới\b").find_iter(before).find(|m| !before[..m.start()].ends_with("so "))
    {
        return &before[first.start()..];
    }
    let words = before.trim_start();
    match regex!(HELD_AGAINST).find(words).filter(|m| m.start() == 0 && m.end() < words.trim_end().len()) {
        Some(m) => &words[m.end()..],
        None => before,
    }
}

/// The words behind a figure that can speak of it: up to the end of the clause, without brackets that count something
/// else ("14/35 đơn vị (21 đơn vị chưa kiểm tra)").
fn near_after(after: &str) -> String {
    let end = contrast().find(after).map_or(after.len(), |m| m.start());
    let near: String = after[..end].chars().take(160).collect();
    let near = without_list_commas(&near);
    let near = regex!(r"\([^)]*\d[^)]*(?:\)|$)").replace_all(&near, " ");
    let end = regex!(r"[;.,]|\bvà\s+\d").find(&near).map_or(near.len(), |m| m.start());
    near[..end].to_owned()
}

/// "tăng 5%", "vượt 10%", "110% so với cùng kỳ", "so với mức 90%".
fn is_change(before: &str, near_after: &str) -> bool {
    regex!(r"\b(?:tăng|giảm|vượt)(?:\s+(?:thêm|khoảng|gần|hơn|trên|được|mức))?\s*$|\bso với(?:\s+(?:mức|t[ỷỉ] lệ|con số|kết quả|cùng kỳ|năm|\d{4}|trước|là|đạt))*\s*\(?\s*$")
        .is_match(before)
        // "So với năm 2017 (hoàn thành 100% nhiệm vụ), năm nay giảm".
        || regex!(r"\bso với (?:\p{L}+ ){0,2}(?:năm|quý|tháng)[^(),;]{0,20}\([^()%\d]*$").is_match(before)
        // "vượt chỉ tiêu đề ra (30%)".
        || regex!(r"\bvượt (?:chỉ tiêu|mục tiêu|yêu cầu)\b[^,;:%\d]{0,40}\(\s*$").is_match(before)
        || regex!(r"^[\s)]*so (?:với )?(?:cùng kỳ|năm|quý|tháng)").is_match(near_after)
}

/// "Quyết định số 12 nêu: “hoàn thành 100% …": words of another paper.
fn is_quoted(before: &str) -> bool {
    regex!("(?:nêu|ghi|quy định|yêu cầu|xác định|:)(?: rõ)?\\s*:?\\s*[\"“][^\"”]*$").is_match(before)
}

/// "từ 30% … trở lên", "30% … là mục tiêu", "100% nhiệm vụ phải hoàn thành", "14/35 đơn vị thuộc đối tượng kiểm tra"; not
/// "hoàn thành 45/45 nhiệm vụ phải làm".
fn is_goal_behind(lead: &str, near_after: &str) -> bool {
    let has_to =
        regex!(r"\b(?:phải|cần|sẽ|dự kiến|phấn đấu|thuộc (?:đối tượng|diện)|trong danh sách)\b").is_match(near_after);
    let is_open = has_to && !ends_with_verb(lead) && last_done(near_after).is_none();
    let is_least = near_after.contains("trở lên") && regex!(r"\btừ\s*$").is_match(lead);
    is_open
        || is_least
        || regex!(r"^[\s)]*(?:số\s+\S+\s+){0,3}.{0,12}trở lên|\blà\s+(?:mục tiêu|chỉ tiêu|yêu cầu)")
            .is_match(near_after)
}
