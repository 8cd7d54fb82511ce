//! All of a total that was named before: "Kế hoạch đề ra 45 nhiệm vụ, đã hoàn thành 45 nhiệm vụ". The words before the total
//! must say that it is one, and of what: a plan, all problems found, what the Government gave; not what some office has.
//! A smaller count is no figure: the rest may be named behind it ("đã hoàn thành 40 nhiệm vụ đúng hạn, 05 trễ hạn").

use super::raw::RawFigure;
use crate::text::counted::{THINGS, without_list_commas};
use crate::text::number::count;
use crate::text::pattern::regex;

/// "Tổng số 45 nhiệm vụ", "Tổng số nhiệm vụ của kế hoạch: 45", "Số nhiệm vụ đề ra trong Kế hoạch: 45".
const SUM: &str = r"(?:tổng số|số (?P<all>{noun})[^\d;,.:%/()]{0,30}(?:đề ra|kế hoạch))(?:\s(?P<named>{noun})[^\d;,.:%/()]{0,40})?[^\d;,.:%/()]{0,30}\s*(?::|là)?\s*(?P<whole>\d[\d.]*)\s*(?P<of>{noun})?";

/// "Kế hoạch năm 2018 đề ra 45 nhiệm vụ".
const PLAN: &str = r"kế hoạch(?P<whose>(?:\snăm \d{4}|\s\p{L}+){0,10}?)\s(?:đề ra|có|gồm|là|xác định)\s*:?\s*(?P<whole>\d[\d.]*)\s*(?P<of>{noun})";

/// "Qua kiểm tra phát hiện 25 tồn tại", "Thủ tướng Chính phủ giao tỉnh 120 nhiệm vụ".
const GIVEN: &str = r"(?:kiểm tra phát hiện|(?:chính phủ|thủ tướng)\s(?:đã\s)?giao(?:\s\p{L}+){0,3}?)\s(?P<whole>\d[\d.]*)\s(?P<of>{noun})";

/// ", đến nay đã hoàn thành 45 nhiệm vụ".
const DONE: &str = r"[^\d;,.%/()]{0,60}[,;.]\s*(?:(?:tính )?đến[^;:%()]{0,30}\s|[^\d;,.:%/()]{0,30},?\s)?đã\s(?:hoàn thành|xử lý|khắc phục)(?:,?\s(?:xử lý|khắc phục))?(?:\s(?:xong|được))?\s*:?\s+(?P<part>\d[\d.]*)\s*(?P<what>{noun})?";

/// Counts of all that a total says, each as a fraction in the place of the count.
pub(super) fn all_counts(text: &str) -> Vec<RawFigure> {
    // Every cell and sentence is asked: most say nothing of the kind.
    if !text.contains("đã") {
        return Vec::new();
    }
    let plain = without_list_commas(text);
    let patterns = [regex!(&behind(SUM)), regex!(&behind(PLAN)), regex!(&behind(GIVEN))];
    let found = patterns.into_iter().flat_map(|pattern| pattern.captures_iter(&plain));
    found.filter_map(|captures| figure(text, &captures)).collect()
}

/// The pattern of a total and of what was done behind it.
fn behind(total: &str) -> String {
    format!("{total}{DONE}").replace("{noun}", THINGS)
}

fn figure(text: &str, found: &regex::Captures<'_>) -> Option<RawFigure> {
    let (all, part) = (found.get(0)?, found.name("part")?);
    let name = |group: &str| found.name(group).map(|m| m.as_str());
    let of = name("of").or_else(|| name("named")).or_else(|| name("all"))?;
    let whole = count(name("whole")?).filter(|whole| *whole > 0.0)?;
    count(part.as_str()).filter(|counted| *counted == whole)?;
    let before = text[..all.start()].rsplit([';', '.', '\n']).next().unwrap_or_default();
    // Of a part, or of one office among others.
    let is_of_part = regex!(r"trong đó|\briêng\b|\bcòn\b|lĩnh vực|\bquý\b|\btháng\b|:").is_match(before);
    let is_of_one = name("whose").is_some_and(|w| regex!(r"\b(?:sở|phòng|huyện|xã|ban|ngành|quý|tháng)\b").is_match(w));
    // A fraction or a percentage speaks for itself.
    let is_other = regex!(r"^\s*(?:[/⁄∕／]|%|phần trăm|trên\b|trong (?:tổng )?số)").is_match(&text[part.end()..]);
    // "(… đang thực hiện 20 nhiệm vụ)", "một số còn dở dang".
    let rest = text[part.end()..].split('\n').next().unwrap_or_default();
    let is_denied = regex!(r"\b(?:chưa|đang|còn|chậm|trễ|một số|một phần|dở dang)\b").is_match(rest)
        && !regex!(r"\b(?:không|chưa) (?:có|còn)\b").is_match(rest);
    let is_same = name("what").is_none_or(|what| what == of);
    let range = part.start()..part.start() + part.as_str().trim_end_matches('.').len();
    let raw = RawFigure { range, parts: Some((whole, whole)), printed: None, is_unreadable: false };
    (!is_of_part && !is_of_one && !is_other && !is_denied && is_same).then_some(raw)
}
