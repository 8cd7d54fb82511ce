//! What the words around a figure make of it: a result, a goal, or what was not reached. Where the words leave it open
//! whether a figure is a goal, it is one: a goal taken for a result would prove what nobody did.

mod label;

pub use label::{of_head, of_label};

use super::pattern::regex;

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// What was reached.
    Result,
    /// What is aimed at ("mục tiêu", "phấn đấu", "chỉ tiêu", "dự kiến", "từ … trở lên").
    Target,
    /// What is missing or was not reached ("chưa đạt", "còn … chưa hoàn thành").
    Negated,
    /// By how much something rose or fell, or what it is of an earlier year's ("tăng 5%", "bằng 120% so với cùng kỳ").
    Change,
    /// It may be what was reached or not ("gần 100%", "ước đạt 100%", "50/45 nhiệm vụ, đạt 111%"): a person must look.
    Doubtful,
}

/// What the figures of a sentence are, one after the other.
#[derive(Default)]
pub(super) struct Reader {
    /// A figure came before in the sentence.
    follows: bool,
    /// It is a goal that governs what comes behind it too ("Phấn đấu hoàn thành 100% nhiệm vụ, xử lý 100% vấn đề").
    governs: Option<Goal>,
}

/// How a goal was named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    /// "mục tiêu 30%": ends where something was reached.
    Noun,
    /// "phấn đấu", "phải", "sẽ" and what they govern.
    Verb,
}

impl Reader {
    /// The kind of the next figure: `before` reaches back to the figure before it, `after` on to the next.
    pub(super) fn next(&mut self, before: &str, after: &str) -> FigureKind {
        let lead = lead(before, self.follows);
        let near_after = near_after(after);
        let governed = self.governs.filter(|goal| !ends_goal(before, lead, *goal));
        let own = own_goal(lead);
        self.follows = true;
        let rises = regex!(r"\b(?:tăng|giảm|vượt)(?:\s+(?:thêm|khoảng|gần|hơn|trên|được|mức))?\s*$").is_match(before);
        if rises || regex!(r"^[\s)]*so (?:với )?(?:cùng kỳ|năm|quý|tháng)").is_match(&near_after) {
            return FigureKind::Change;
        }
        self.governs = own.map_or(governed, |goal| goal.governs);
        if is_said_behind(&near_after) {
            self.governs = Some(Goal::Noun);
            return FigureKind::Target;
        }
        match () {
            () if own.is_some() || governed.is_some() => FigureKind::Target,
            () if is_negated(lead) || not_reached().is_match(&near_after) => FigureKind::Negated,
            () => FigureKind::Result,
        }
    }
}

fn done() -> &'static regex::Regex {
    regex!(r"\bđã\b|thực tế|kết quả|đạt được|\bnay\b")
}

/// Marks and conjunctions that set a clause against the one before.
fn contrast() -> &'static regex::Regex {
    regex!(r";|\btrong khi\b|\bnhưng\b|\btuy nhiên\b|, còn\b|\bvà còn\b")
}

/// "vượt chỉ tiêu đề ra", "so với kế hoạch": what a result is held against; behind a figure "theo kế hoạch" is too.
const HELD_AGAINST: &str = r"(?:theo|so với|vượt)\s+(?:các\s+)?(?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu)(?:\s+(?:đã|được|đề|đặt|ra|giao|là|năm|\d{4})\b)*";

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

/// The words behind a figure that can speak of it.
fn near_after(after: &str) -> String {
    let end = contrast().find(after).map_or(after.len(), |m| m.start());
    after[..end].chars().take_while(|c| !matches!(c, ';' | '.' | ',')).take(60).collect()
}

#[derive(Clone, Copy)]
struct OwnGoal {
    /// How it governs the figures to come, if it does.
    governs: Option<Goal>,
}

/// The goal that the words before a figure name, unless something was reached since.
fn own_goal(lead: &str) -> Option<OwnGoal> {
    let goal = regex!(
        r"(?P<noun>mục tiêu|chỉ tiêu|đề ra|tối thiểu|ít nhất|(?:so với|theo|vượt)\s+kế hoạch(?:\s+(?:đã|được|đề|ra|giao|là|năm|\d{4})\b)*\s*$)|phấn đấu|dự kiến|yêu cầu|\bphải\b|\bcần\b|\bsẽ\b"
    );
    let held = regex!(HELD_AGAINST).find_iter(lead).filter(|m| !m.as_str().starts_with("theo"));
    let compared: Vec<_> = held.map(|m| m.range()).collect();
    let end = lead.trim_end().len();
    let is_compared = |at: usize| compared.iter().find(|c| c.contains(&at));
    let last = goal.captures_iter(lead).filter_map(|c| Some((c.get(0)?.start(), c.name("noun").is_some())));
    // "vượt chỉ tiêu đề ra, hoàn thành 100%" is a result; "vượt chỉ tiêu 95%" names the goal.
    let (at, is_noun) = last.filter(|(at, _)| is_compared(*at).is_none_or(|c| c.end >= end)).last()?;
    if done().find_iter(lead).last().is_some_and(|m| m.start() > at) {
        return None;
    }
    let is_aside = is_compared(at).is_some() || lead[..at].rfind('(') > lead[..at].rfind(')');
    let kind = if is_noun { Goal::Noun } else { Goal::Verb };
    Some(OwnGoal { governs: Some(kind).filter(|_| !is_aside) })
}

/// True if a goal said before does not govern the next figure any more.
fn ends_goal(before: &str, lead: &str, goal: Goal) -> bool {
    contrast().is_match(before) || done().is_match(lead) || goal == Goal::Noun && regex!(r"\bđạt\b").is_match(lead)
}

/// "từ 30% … trở lên", "30% … là mục tiêu".
fn is_said_behind(near_after: &str) -> bool {
    regex!(r"^[\s)]*(?:số\s+\S+\s+){0,3}.{0,12}trở lên|\blà\s+(?:mục tiêu|chỉ tiêu|yêu cầu)").is_match(near_after)
}

fn not_reached() -> &'static regex::Regex {
    regex!(r"(?:chưa|không)\s+(?:\S+\s+){0,2}?(?:đạt|hoàn thành|thực hiện|kiểm tra|xử lý|xong)|quá hạn|chậm tiến độ")
}

fn is_negated(lead: &str) -> bool {
    let not = regex!(r"(?:chưa|không)\s+(?:\S+\s+){0,2}?(?:đạt|hoàn thành|thực hiện|kiểm tra|xử lý|xong)|quá hạn");
    let at = not.find_iter(lead).last().map(|m| m.start()).max(left_over(lead));
    at > regex!(r"\bđã\b").find_iter(lead).last().map(|m| m.start())
}

/// Where "còn" says what is left ("còn lại 4/42", "còn đang xử lý 4/42"); "…, còn Sở B đạt 100%" says "while".
fn left_over(lead: &str) -> Option<usize> {
    let found = regex!(r"\bcòn\b").find_iter(lead).last()?;
    let tail = &lead[found.end()..];
    let is_while = regex!(r"\b(?:đạt|hoàn thành|thực hiện|kiểm tra|xử lý)\b").is_match(tail)
        && !regex!(r"\b(?:đang|chậm|tồn|lại)\b").is_match(tail);
    (!is_while).then_some(found.start())
}
