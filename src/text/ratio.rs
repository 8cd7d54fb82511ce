//! Ratios and percentages in a sentence, and what they are: a result, a goal, or something not reached.

use std::ops::Range;

use super::Key;
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
}

/// A ratio in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// In percent: recomputed where numerator and denominator are given.
    pub percent: f64,
    /// Numerator and denominator.
    pub parts: Option<(f64, f64)>,
    /// The percentage as printed.
    pub printed: Option<f64>,
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it says.
    pub kind: FigureKind,
}

impl Figure {
    /// True if the printed percentage cannot be numerator ÷ denominator, however it was rounded.
    pub fn is_miscounted(&self) -> bool {
        self.parts.is_some() && self.printed.is_some_and(|printed| (printed - self.percent).abs() > 1.0)
    }

    /// True if two figures say the same, within the rounding of one decimal.
    pub fn agrees(&self, other: &Figure) -> bool {
        (self.percent - other.percent).abs() < 0.6
    }
}

/// All ratios and percentages of one sentence, in order. A fraction and the percentage beside it are one figure. Dates
/// ("21/12", "12/2018") and document numbers ("12/BC-SNV") are none.
pub fn figures(sentence: &str) -> Vec<Figure> {
    let key = Key::new(sentence);
    let text = key.as_str();
    let joined = join(text, raw_figures(text));
    let mut figures = Vec::new();
    let mut last_end = 0;
    let ends: Vec<usize> = joined.iter().skip(1).map(|f| f.range.start).chain([text.len()]).collect();
    for (raw, next_start) in joined.into_iter().zip(ends) {
        let before = &text[last_end..raw.range.start];
        let after = &text[raw.range.end..next_start];
        last_end = raw.range.end;
        let percent = match (raw.parts, raw.printed) {
            (Some((part, whole)), _) => 100.0 * part / whole,
            (None, Some(printed)) => printed,
            (None, None) => continue,
        };
        let kind = kind(before, after);
        figures.push(Figure { percent, parts: raw.parts, printed: raw.printed, range: key.original(raw.range), kind });
    }
    figures
}

struct RawFigure {
    range: Range<usize>,
    parts: Option<(f64, f64)>,
    printed: Option<f64>,
}

/// Fractions and percentages of a folded text, each alone, in order.
fn raw_figures(text: &str) -> Vec<RawFigure> {
    let mut found: Vec<RawFigure> = Vec::new();
    for m in regex!(r"(\d[\d.,]*)\s*(?:%|phần trăm)").captures_iter(text) {
        let (Some(whole), Some(printed)) = (m.get(0), decimal(&m[1])) else { continue };
        found.push(RawFigure { range: whole.range(), parts: None, printed: Some(printed) });
    }
    let slash = regex!(r"(\d[\d.]*)\s*/\s*(?:tổng số\s+)?(\d[\d.]*)");
    let words = regex!(
        r"(\d[\d.]*)(?:\s+[^\d;.%/]{0,60}?)?\s+(?:trên|trong)\s+(?:tổng\s+)?số\s+(\d[\d.]*)|(\d[\d.]*)\s+trên\s+(\d[\d.]*)"
    );
    for m in slash.captures_iter(text).chain(words.captures_iter(text)) {
        let Some(whole) = m.get(0) else { continue };
        let part = m.get(1).or_else(|| m.get(3)).and_then(|g| count(g.as_str()));
        let of = m.get(2).or_else(|| m.get(4)).and_then(|g| count(g.as_str()));
        let (Some(part), Some(of)) = (part, of) else { continue };
        let range = whole.start()..whole.start() + whole.as_str().trim_end_matches('.').len();
        if of > 0.0 && part <= of && !is_date_or_number(text, &range, part, of) {
            found.push(RawFigure { range, parts: Some((part, of)), printed: None });
        }
    }
    found.sort_by_key(|f| (f.range.start, f.range.end));
    found.dedup_by(|later, earlier| later.range.start < earlier.range.end);
    found
}

/// Dates and document numbers look like fractions.
fn is_date_or_number(text: &str, range: &Range<usize>, part: f64, of: f64) -> bool {
    let before = text[..range.start].trim_end();
    let after = &text[range.end..];
    let glued =
        after.starts_with(['/', '-']) || after.starts_with(char::is_alphanumeric) || before.ends_with(['/', '-']);
    let is_month_of_year = part <= 12.0 && (1900.0..2100.0).contains(&of);
    let is_said_so =
        regex!(r"(?:\bngày|\btháng|\bquý|\bnăm|\bđiều|\bkhoản|\bvăn bản số|\bquyết định số|\bbáo cáo số)$")
            .is_match(before);
    glued || is_month_of_year || is_said_so
}

/// A fraction and a percentage that belong together become one.
fn join(text: &str, raw: Vec<RawFigure>) -> Vec<RawFigure> {
    let mut joined: Vec<RawFigure> = Vec::new();
    for next in raw {
        if let Some(last) = joined.last_mut() {
            let between = &text[last.range.end..next.range.start];
            let apart =
                regex!(r"[;]|mục tiêu|phấn đấu|chỉ tiêu|dự kiến|còn|trong đó|tăng|giảm|so với").is_match(between);
            let one_of_each =
                last.parts.is_some() != next.parts.is_some() && last.printed.is_some() != next.printed.is_some();
            let percent_first = last.parts.is_none();
            // "đạt 40% (14/35 cơ quan)": behind a percentage only a bracket explains it.
            let linked = if percent_first {
                between.trim_start().starts_with('(') && between.len() < 30
            } else {
                between.chars().count() < 80
            };
            if one_of_each && linked && !apart {
                last.range.end = next.range.end;
                last.parts = last.parts.or(next.parts);
                last.printed = last.printed.or(next.printed);
                continue;
            }
        }
        joined.push(next);
    }
    joined
}

/// What the words around a figure make of it: `before` reaches back to the figure before, `after` on to the next.
fn kind(before: &str, after: &str) -> FigureKind {
    let goal = regex!(r"mục tiêu|phấn đấu|chỉ tiêu|dự kiến|yêu cầu|tối thiểu|ít nhất|\bphải\b|\bcần\b|\bsẽ\b|đề ra");
    let done = regex!(r"\bđã\b|thực tế|kết quả|đạt được|\bnay\b");
    let last_of = |r: &regex::Regex| r.find_iter(before).last().map(|m| m.start());
    let near_after: String = after.chars().take_while(|c| !matches!(c, ';' | '.' | ',')).take(60).collect();
    if last_of(goal) > last_of(done) || regex!(r"^[\s)]*(?:số\s+\S+\s+){0,3}.{0,12}trở lên").is_match(&near_after)
    {
        return FigureKind::Target;
    }
    let not = regex!(
        r"(?:chưa|không)\s+(?:\S+\s+){0,2}?(?:đạt|hoàn thành|thực hiện|kiểm tra|xử lý|xong)|\bcòn(?:\s+lại)?\b|quá hạn"
    );
    let not_after = regex!(
        r"(?:chưa|không)\s+(?:\S+\s+){0,2}?(?:đạt|hoàn thành|thực hiện|kiểm tra|xử lý|xong)|quá hạn|chậm tiến độ"
    );
    if last_of(not) > last_of(regex!(r"\bđã\b")) || not_after.is_match(&near_after) {
        return FigureKind::Negated;
    }
    FigureKind::Result
}

/// A percentage as printed: both `34,3` and `34.3`.
fn decimal(digits: &str) -> Option<f64> {
    digits.trim_end_matches(['.', ',']).replace(',', ".").parse().ok().filter(|v: &f64| *v <= 1000.0)
}

/// A count: dots separate thousands.
fn count(digits: &str) -> Option<f64> {
    digits.replace('.', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    use FigureKind::{Negated, Result as Reached, Target};

    #[test]
    fn figures_are_told_apart() {
        type Expected<'a> = &'a [(f64, Option<(f64, f64)>, FigureKind)];
        let cases: &[(&str, Expected<'_>)] = &[
            ("Đã kiểm tra 14/35 cơ quan, đơn vị, đạt 40%", &[(40.0, Some((14.0, 35.0)), Reached)]),
            (
                "đã kiểm tra 14 cơ quan, đơn vị trên tổng số 35 cơ quan (đạt tỷ lệ 40%)",
                &[(40.0, Some((14.0, 35.0)), Reached)],
            ),
            ("đạt 40% (14/35 cơ quan)", &[(40.0, Some((14.0, 35.0)), Reached)]),
            ("Mục tiêu kiểm tra từ 30% trở lên", &[(30.0, None, Target)]),
            ("phấn đấu hoàn thành 100% nhiệm vụ", &[(100.0, None, Target)]),
            (
                "Theo mục tiêu 30%, Sở đã kiểm tra 8/35 cơ quan, đạt 22,9%",
                &[(30.0, None, Target), (800.0 / 35.0, Some((8.0, 35.0)), Reached)],
            ),
            ("kết quả chưa đạt 100%", &[(100.0, None, Negated)]),
            ("còn 4/42 nhiệm vụ chưa hoàn thành", &[(400.0 / 42.0, Some((4.0, 42.0)), Negated)]),
            ("4/42 nhiệm vụ chưa hoàn thành", &[(400.0 / 42.0, Some((4.0, 42.0)), Negated)]),
            (
                "đã hoàn thành 38/42 nhiệm vụ, đạt 90,5%, còn 4 nhiệm vụ chưa hoàn thành",
                &[(3800.0 / 42.0, Some((38.0, 42.0)), Reached)],
            ),
            ("Từ ngày 21/12 đến tháng 12/2018 theo Quyết định số 12/QĐ-UBND ngày 01/02/2018", &[]),
            ("hoàn thành 1.250/1.250 hồ sơ", &[(100.0, Some((1250.0, 1250.0)), Reached)]),
            ("kiểm tra 12 trong số 35 đơn vị", &[(1200.0 / 35.0, Some((12.0, 35.0)), Reached)]),
            ("trong 35 ngày làm việc", &[]),
            ("đạt một trăm phần trăm", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<_> = figures(text).into_iter().map(|f| (f.percent, f.parts, f.kind)).collect();
            assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
            for (f, e) in found.iter().zip(*expected) {
                assert!((f.0 - e.0).abs() < 1e-9 && f.1 == e.1 && f.2 == e.2, "{text}: {found:?}");
            }
        }
    }

    #[test]
    fn a_percentage_that_does_not_follow_is_seen() {
        assert!(figures("đã kiểm tra 8/35 cơ quan, đạt 32%")[0].is_miscounted());
        assert!(!figures("đã kiểm tra 8/35 cơ quan, đạt 23%")[0].is_miscounted());
    }

    #[test]
    fn the_range_leads_back_to_the_text() {
        let text = "UBND tỉnh đã kiểm tra  14 / 35 cơ quan";
        assert_eq!(&text[figures(text)[0].range.clone()], "14 / 35");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[0-9/%., đạtchưa;-]{0,40}") {
            for f in figures(&text) {
                prop_assert!(text.get(f.range).is_some());
            }
        }
    }
}
