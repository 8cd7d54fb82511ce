//! Fractions and percentages as they are written, each alone: what is a fraction, and what is a date, the number of a
//! document, or a fraction that cannot be read.

use std::ops::Range;

use crate::statement::counted;
use crate::text::number::count;
use crate::text::pattern::{regex, tail};

/// A fraction or a percentage in a folded text.
pub(crate) struct RawFigure {
    pub(crate) range: Range<usize>,
    /// Numerator and denominator.
    pub(crate) parts: Option<(f64, f64)>,
    pub(crate) printed: Option<Printed>,
    /// A fraction that cannot be right or cannot be read: "50/45", "1 000/2 500". It has no `parts` and counts for nothing,
    /// and what is printed beside it is in doubt.
    pub(crate) is_unreadable: bool,
}

/// Bytes before a fraction in which a date, or the name of a document, that it belongs to begins.
const NEAR: usize = 120;

/// Fractions and percentages, in order; none overlaps another.
pub(crate) fn raw_figures(text: &str) -> Vec<RawFigure> {
    let mut found: Vec<RawFigure> = Vec::new();
    for m in regex!(r"(\d[\d.,]*)\s*(?:%|phần trăm)").captures_iter(text) {
        let (Some(whole), Some(printed)) = (m.get(0), Printed::read(&m[1])) else { continue };
        found.push(RawFigure { range: whole.range(), parts: None, printed: Some(printed), is_unreadable: false });
    }
    // "40/45", "40 (bốn mươi)/45", "40 nhiệm vụ/45 nhiệm vụ".
    let slash = regex!(&format!(
        r"(\d[\d.]*)(?:\s*\([^()\d]{{1,40}}\))?(?:\s+{}[^\d;,.%/()]{{0,40}})?\s*[/⁄∕／]\s*(?:tổng số\s+|tổng\s+)?(\d[\d.]*)",
        counted::NOUNS
    ));
    let words = regex!(
        r"(\d[\d.]*)(?:\s+[^\d;.%/]{0,60}?)?\s+(?:trên|trong)\s+(?:tổng\s+)?số\s+(\d[\d.]*)|(\d[\d.]*)\s+trên\s+(\d[\d.]*)"
    );
    for m in slash.captures_iter(text).chain(words.captures_iter(text)) {
        let Some(whole) = m.get(0) else { continue };
        let part = m.get(1).or_else(|| m.get(3)).map_or("", |g| g.as_str());
        let of = m.get(2).or_else(|| m.get(4)).map_or("", |g| g.as_str());
        let range = whole.start()..whole.start() + whole.as_str().trim_end_matches('.').len();
        found.extend(fraction(text, range, part, of));
    }
    let all = all_of_them(text);
    let is_free =
        |all: &RawFigure| found.iter().all(|f| f.range.end <= all.range.start || all.range.end <= f.range.start);
    let free: Vec<RawFigure> = all.into_iter().filter(is_free).collect();
    found.extend(free);
    found.sort_by_key(|f| (f.range.start, f.range.end));
    found.dedup_by(|later, earlier| later.range.start < earlier.range.end);
    found
}

/// "Hoàn thành toàn bộ 45 nhiệm vụ", "cả 45 nhiệm vụ đều đã hoàn thành": a number that is its own whole.
fn all_of_them(text: &str) -> Vec<RawFigure> {
    let all = regex!(&format!(
        r"(?:(?:hoàn thành|thực hiện xong|xử lý|khắc phục|giải quyết)(?: (?:xong|tốt|dứt điểm|đúng hạn|đúng tiến độ))* (?P<done>đủ |toàn bộ |tất cả |cả )|(?:toàn bộ |tất cả |cả ))(?:số )?(?P<n>\d[\d.]*) (?P<rest>{}(?:[^\d;.%]|(?:19|20)\d\d\b){{0,120}})",
        counted::NOUNS
    ));
    let is_done = |rest: &str| {
        regex!(r"\b(?:đều|đã)(?: (?:đều|đã|được|cơ bản))* (?:hoàn thành|thực hiện xong|xử lý|khắc phục|giải quyết)")
            .is_match(rest)
    };
    let found = all.captures_iter(text).filter(|m| m.name("done").is_some() || is_done(&m["rest"]));
    let figure = |n: regex::Match<'_>| {
        let number = count(n.as_str()).filter(|n| *n > 0.0)?;
        Some(RawFigure { range: n.range(), parts: Some((number, number)), printed: None, is_unreadable: false })
    };
    found.filter_map(|m| figure(m.name("n")?)).collect()
}

/// What two numbers with a slash or "trên" between them are.
fn fraction(text: &str, range: Range<usize>, part: &str, of: &str) -> Option<RawFigure> {
    let unreadable = |range| RawFigure { range, parts: None, printed: None, is_unreadable: true };
    if is_number_of_document(text, &range) {
        return None;
    }
    let (Some(part), Some(of)) = (count(part), count(of)) else { return Some(unreadable(range)) };
    if is_date(text, &range, part, of) || is_round_the_clock(text, &range) {
        return None;
    }
    if is_torn(text, &range) || of <= 0.0 || part > of {
        return Some(unreadable(range));
    }
    Some(RawFigure { range, parts: Some((part, of)), printed: None, is_unreadable: false })
}

/// "12/BC-SNV", "80/2015/QH13", "Điều 3/5", "văn bản số 12/35".
fn is_number_of_document(text: &str, range: &Range<usize>) -> bool {
    let before = tail(&text[..range.start], NEAR).trim_end();
    let after = &text[range.end..];
    after.starts_with(['/', '-'])
        || after.starts_with(char::is_alphanumeric)
        || before.ends_with(['/', '-'])
        || regex!(r"(?:\bngày|\btháng|\bquý|\bnăm|\bđiều|\bkhoản|\bvăn bản số|\bquyết định số|\bbáo cáo số)$")
            .is_match(before)
}

/// Thousands torn by a space: "1 000/2 500".
fn is_torn(text: &str, range: &Range<usize>) -> bool {
    let before = tail(&text[..range.start], NEAR).trim_end();
    let after = &text[range.end..];
    before.ends_with(|c: char| c.is_ascii_digit()) && regex!(r"^\d{3}\D").is_match(&text[range.start..])
        || regex!(r"^ \d{3}(?:[^\d%.,]|[.,](?:\D|$)|$)").is_match(after)
            && !regex!(r"^ \d{3} ?(?:%|phần trăm)").is_match(after)
}

/// "12/2018", and "12/12" where a day can stand ("đến 12/12, hoàn thành …") and nothing is counted ("đến 12/12 nhiệm vụ",
/// "đến 12/12 (100%)").
fn is_date(text: &str, range: &Range<usize>, part: f64, of: f64) -> bool {
    if part <= 12.0 && (1900.0..2100.0).contains(&of) {
        return true;
    }
    if !(1.0..=31.0).contains(&part) || !(1.0..=12.0).contains(&of) {
        return false;
    }
    let after = &text[range.end..];
    let bracket =
        regex!(r"^\s*\((?:\s*(?:đạt|chiếm|bằng|t[ỷỉ] lệ|=))*\s*(\d[\d.,]*)\s*(?:%|phần trăm)").captures(after);
    let is_agreed = bracket
        .and_then(|m| Printed::read(&m[1]))
        .is_some_and(|printed| (printed.percent - 100.0 * part / of).abs() <= 1.0);
    if counted::noun(after).is_some() || is_agreed {
        return false;
    }
    // No share is above one; a day may be.
    part > of || is_day_expected(tail(&text[..range.start], NEAR)) || regex!(r"^\s*năm (?:19|20)\d\d\b").is_match(after)
}

/// "Trực 24/24 giờ", "phục vụ 7/7 ngày".
fn is_round_the_clock(text: &str, range: &Range<usize>) -> bool {
    matches!(&text[range.clone()], "24/24" | "7/7")
        && (regex!(r"^\s*(?:giờ|ngày|h\b)").is_match(&text[range.end..])
            || regex!(r"(?:trực|hoạt động|canh gác|phục vụ|liên tục)\s*$").is_match(tail(&text[..range.start], NEAR)))
}

/// True behind words that a day follows, or days that do.
fn is_day_expected(before: &str) -> bool {
    regex!(
        r"(?:\b(?:đến|tới|từ|ngày|sáng|chiều|trưa|tối|đêm|trước|sau|hết|hôm|vào|lúc|mùng|mồng|kể từ|cuối|đầu)|\bthứ (?:hai|ba|tư|năm|sáu|bảy)|\bchủ nhật)\s*\(?\s*(?:\d{1,2}/\d{1,2}(?:\s*(?:,|và|-|đến)\s*)+)*$"
    )
    .is_match(before)
}

/// A percentage as it is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Printed {
    /// In percent.
    pub percent: f64,
    /// The step of its last digit, in percentage points: 0.1 for `22,9%`.
    pub step: f64,
}

impl Printed {
    /// Reads `34,3`, `34.3`, `34,3%`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let digits = text.trim().trim_end_matches('%').trim_end().trim_end_matches(['.', ',']).replace(',', ".");
        let percent = digits.parse().ok().filter(|v: &f64| (0.0..=1000.0).contains(v))?;
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        Some(Self { percent, step: 0.1_f64.powi(i32::try_from(decimals).unwrap_or(9)) })
    }

    /// True if this is what an exact percentage becomes when it is rounded, or cut off, to the digits printed.
    pub(crate) fn is_rounded_from(&self, exact: f64) -> bool {
        let rest = exact - self.percent;
        -0.5 * self.step - 1e-9 <= rest && rest < self.step - 1e-9
    }
}
