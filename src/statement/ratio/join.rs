//! A fraction and the percentage beside it are one figure: "14/35 cơ quan, đạt 40%", "40% (14/35 cơ quan)".

use super::raw::RawFigure;
use crate::statement::counted::{NOUNS, noun};
use crate::text::pattern::regex;

/// Figures that belong together become one.
pub(crate) fn join(text: &str, raw: Vec<RawFigure>) -> Vec<RawFigure> {
    let mut joined: Vec<RawFigure> = Vec::new();
    for next in raw {
        match joined.last_mut() {
            Some(last) if is_one(text, last, &next) => {
                last.range.end = next.range.end;
                last.parts = last.parts.or(next.parts);
                last.printed = last.printed.or(next.printed);
                last.is_unreadable |= next.is_unreadable;
            }
            _ => joined.push(next),
        }
    }
    // Alone, what cannot be read is no figure.
    joined.retain(|f| f.parts.is_some() || f.printed.is_some());
    joined
}

fn is_one(text: &str, last: &RawFigure, next: &RawFigure) -> bool {
    let is_fraction = |f: &RawFigure| f.printed.is_none();
    let is_percentage = |f: &RawFigure| f.printed.is_some() && f.parts.is_none() && !f.is_unreadable;
    let between = &text[last.range.end..next.range.start];
    if regex!(r";|mục tiêu|phấn đấu|chỉ tiêu|dự kiến|\bcòn\b|trong đó|tăng|giảm|so với|vượt").is_match(between)
    {
        return false;
    }
    if is_percentage(last) && is_fraction(next) {
        // Behind a percentage only a bracket explains it.
        return between.trim_start().starts_with('(') && between.len() < 30;
    }
    let after = &text[next.range.end..];
    is_fraction(last)
        && is_percentage(next)
        && between.chars().count() < 80
        && !is_of_another(between, after)
        && !is_more_than_planned(next, after)
        && (!is_done_to_another(between) || is_same(last, next))
}

/// "12/15 sở hoàn thành 100% nhiệm vụ", "45/45 nhiệm vụ, bằng 110% so với cùng kỳ": the percentage counts something else
/// than the fraction before it, or compares.
fn is_of_another(between: &str, after: &str) -> bool {
    let has_noun = regex!(NOUNS).is_match(between);
    let is_other_noun = noun(after).is_some_and(|noun| has_noun && !between.contains(noun));
    is_other_noun || regex!(r"^[\s)]*so (?:với )?(?:cùng kỳ|năm|quý|tháng)").is_match(after)
}

/// "14/35 đơn vị, đạt 133% kế hoạch": more than all can only be said of a plan.
fn is_more_than_planned(percentage: &RawFigure, after: &str) -> bool {
    percentage.printed.is_some_and(|p| p.percent > 100.0)
        && regex!(r"^[\s)]*(?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu)").is_match(after)
}

/// "14/35 đơn vị, đã xử lý 100%": a verb of its own stands before the percentage.
fn is_done_to_another(between: &str) -> bool {
    regex!(r"(?:hoàn thành|thực hiện|kiểm tra|xử lý|khắc phục|giải quyết|triển khai|\bcó|\bđã)\s*(?:được\s*)?$")
        .is_match(between)
}

/// True if the percentage is what the fraction makes.
fn is_same(fraction: &RawFigure, percentage: &RawFigure) -> bool {
    match (fraction.parts, percentage.printed) {
        (Some((part, of)), Some(printed)) => (printed.percent - 100.0 * part / of).abs() <= 1.0,
        _ => true,
    }
}
