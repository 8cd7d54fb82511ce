//! Ratios and percentages in a sentence, and what they are: a result, a goal, or something not reached.

use std::ops::Range;

use super::Key;
use super::figure_kind::Reader;
use super::number::count;
use super::pattern::regex;

pub use super::figure_kind::{FigureKind, of_head, of_label};

/// A percentage as it is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    /// In percent.
    pub percent: f64,
    /// The step of its last digit, in percentage points: 0.1 for `22,9%`.
    pub step: f64,
}

impl Printed {
    /// Reads `34,3`, `34.3`, `34,3%`.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.trim().trim_end_matches('%').trim_end().trim_end_matches(['.', ',']).replace(',', ".");
        let percent = digits.parse().ok().filter(|v: &f64| (0.0..=1000.0).contains(v))?;
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        Some(Self { percent, step: 0.1_f64.powi(i32::try_from(decimals).unwrap_or(9)) })
    }

    /// True if this is what an exact percentage becomes when it is rounded, or cut off, to the digits printed.
    fn is_rounded_from(&self, exact: f64) -> bool {
        let rest = exact - self.percent;
        -0.5 * self.step - 1e-9 <= rest && rest < self.step - 1e-9
    }
}

/// A ratio in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// In percent: recomputed where numerator and denominator are given, exact where a cell holds it.
    pub percent: f64,
    /// Numerator and denominator.
    pub parts: Option<(f64, f64)>,
    /// The percentage as printed.
    pub printed: Option<Printed>,
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it says.
    pub kind: FigureKind,
}

impl Figure {
    /// True if the printed percentage cannot be numerator ÷ denominator, however it was rounded.
    pub fn is_miscounted(&self) -> bool {
        self.parts.is_some() && self.printed.is_some_and(|printed| (printed.percent - self.percent).abs() > 1.0)
    }

    /// True if two figures say the same: they are equal, or one is the other rounded to the digits printed. Figures on
    /// different sides of the threshold `at_least` (in percent) never do, however near they are.
    pub fn agrees(&self, other: &Figure, at_least: f64) -> bool {
        let is_rounded = |exact: &Figure, rounded: &Figure| {
            exact.is_exact()
                && !rounded.is_exact()
                && rounded.printed.is_some_and(|printed| printed.is_rounded_from(exact.percent))
        };
        let says_same =
            (self.percent - other.percent).abs() < 1e-9 || is_rounded(self, other) || is_rounded(other, self);
        says_same && reaches(self.percent, at_least) == reaches(other.percent, at_least)
    }

    /// True if more is known than the digits printed.
    fn is_exact(&self) -> bool {
        self.parts.is_some() || self.printed.is_none_or(|printed| (printed.percent - self.percent).abs() > 1e-9)
    }
}

/// True if a percentage is not below a threshold: 22.857 % is below 22.9 %, but a ratio that is the threshold to the last
/// digit reaches it.
pub fn reaches(percent: f64, at_least: f64) -> bool {
    percent + 1e-9 >= at_least
}

/// All ratios and percentages of one sentence, in order. A fraction and the percentage beside it are one figure. Dates
/// ("21/12", "12/2018") and document numbers ("12/BC-SNV") are none.
pub fn figures(sentence: &str) -> Vec<Figure> {
    let key = Key::new(sentence);
    let text = key.as_str();
    let joined = join(text, raw_figures(text));
    let mut figures = Vec::new();
    let mut last_end = 0;
    let mut kinds = Reader::default();
    let ends: Vec<usize> = joined.iter().skip(1).map(|f| f.range.start).chain([text.len()]).collect();
    for (raw, next_start) in joined.into_iter().zip(ends) {
        let before = &text[last_end..raw.range.start];
        let after = &text[raw.range.end..next_start];
        last_end = raw.range.end;
        let percent = match (raw.parts, raw.printed) {
            (Some((part, whole)), _) => 100.0 * part / whole,
            (None, Some(printed)) => printed.percent,
            (None, None) => continue,
        };
        let kind = kinds.next(before, after);
        figures.push(Figure { percent, parts: raw.parts, printed: raw.printed, range: key.original(raw.range), kind });
    }
    figures
}

struct RawFigure {
    range: Range<usize>,
    parts: Option<(f64, f64)>,
    printed: Option<Printed>,
}

/// Fractions and percentages of a folded text, each alone, in order.
fn raw_figures(text: &str) -> Vec<RawFigure> {
    let mut found: Vec<RawFigure> = Vec::new();
    for m in regex!(r"(\d[\d.,]*)\s*(?:%|phần trăm)").captures_iter(text) {
        let (Some(whole), Some(printed)) = (m.get(0), Printed::read(&m[1])) else { continue };
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

/// Dates, document numbers and thousands torn by a space ("1 000/2 500") look like fractions.
fn is_date_or_number(text: &str, range: &Range<usize>, part: f64, of: f64) -> bool {
    let before = text[..range.start].trim_end();
    let after = &text[range.end..];
    let glued =
        after.starts_with(['/', '-']) || after.starts_with(char::is_alphanumeric) || before.ends_with(['/', '-']);
    let is_torn = before.ends_with(|c: char| c.is_ascii_digit()) && regex!(r"^\d{3}\D").is_match(&text[range.start..])
        || regex!(r"^ \d{3}(?:[^\d%.,]|[.,](?:\D|$)|$)").is_match(after)
            && !regex!(r"^ \d{3} ?(?:%|phần trăm)").is_match(after);
    let is_month_of_year = part <= 12.0 && (1900.0..2100.0).contains(&of);
    let is_said_so =
        regex!(r"(?:\bngày|\btháng|\bquý|\bnăm|\bđiều|\bkhoản|\bvăn bản số|\bquyết định số|\bbáo cáo số)$")
            .is_match(before);
    glued || is_torn || is_month_of_year || is_said_so
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    use FigureKind::{Change, Negated, Result as Reached, Target};

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
            // What follows a figure belongs to that figure, up to the next clause.
            (
                "đạt 100% theo kế hoạch đề ra, trong khi 5 sở hoàn thành 80%",
                &[(100.0, None, Reached), (80.0, None, Reached)],
            ),
            ("đạt 100% chỉ tiêu và hoàn thành 80% nhiệm vụ", &[(100.0, None, Reached), (80.0, None, Reached)]),
            ("hoàn thành 95% so với kế hoạch; cấp xã đạt 80%", &[(95.0, None, Reached), (80.0, None, Reached)]),
            ("đạt 95% so với kế hoạch 100%", &[(95.0, None, Reached), (100.0, None, Target)]),
            ("đạt 22,9% so với chỉ tiêu 30%", &[(22.9, None, Reached), (30.0, None, Target)]),
            ("Vượt chỉ tiêu đề ra, hoàn thành 100% nhiệm vụ", &[(100.0, None, Reached)]),
            ("Để đạt mục tiêu hoàn thành 100% nhiệm vụ", &[(100.0, None, Target)]),
            ("So với kế hoạch năm, các đơn vị hoàn thành 80%", &[(80.0, None, Reached)]),
            ("đạt 100%, vượt chỉ tiêu 95%", &[(100.0, None, Reached), (95.0, None, Target)]),
            ("Chỉ tiêu phải hoàn thành cao nhưng 5 sở hoàn thành 80%", &[(80.0, None, Reached)]),
            ("Chưa có kinh phí nhưng các đơn vị hoàn thành 100%", &[(100.0, None, Reached)]),
            // A goal governs the whole list that it opens.
            (
                "Phấn đấu hoàn thành 100% nhiệm vụ, xử lý 95% vấn đề và kiểm tra 30% đơn vị",
                &[(100.0, None, Target), (95.0, None, Target), (30.0, None, Target)],
            ),
            ("Phấn đấu đến hết năm 2018, hoàn thành 100% nhiệm vụ", &[(100.0, None, Target)]),
            (
                "Mục tiêu: 30% cơ quan được kiểm tra, 100% vấn đề được xử lý",
                &[(30.0, None, Target), (100.0, None, Target)],
            ),
            ("Mục tiêu 30%, đạt 22,9%", &[(30.0, None, Target), (22.9, None, Reached)]),
            ("Kiểm tra 30% cơ quan là mục tiêu của năm", &[(30.0, None, Target)]),
            // "còn" before another subject says "while", not "what is left".
            ("Sở A đạt 80%, còn Sở B đạt 100%", &[(80.0, None, Reached), (100.0, None, Reached)]),
            ("còn lại 9,5% nhiệm vụ", &[(9.5, None, Negated)]),
            ("còn đang thực hiện 4/42 nhiệm vụ", &[(400.0 / 42.0, Some((4.0, 42.0)), Negated)]),
            (
                "đã hoàn thành 38/42 nhiệm vụ và còn 4 nhiệm vụ chưa hoàn thành",
                &[(3800.0 / 42.0, Some((38.0, 42.0)), Reached)],
            ),
            (
                "đã hoàn thành 38/42 nhiệm vụ nhưng 4 nhiệm vụ chưa hoàn thành",
                &[(3800.0 / 42.0, Some((38.0, 42.0)), Reached)],
            ),
            // How much it rose is not how much it is.
            ("đạt 100%, tăng 5% so với năm 2017", &[(100.0, None, Reached), (5.0, None, Change)]),
            ("bằng 120% so với cùng kỳ", &[(120.0, None, Change)]),
            ("tăng từ 80% lên 100%", &[(80.0, None, Reached), (100.0, None, Reached)]),
            // Thousands torn by spaces, decimal counts: no figure rather than a wrong one.
            ("hoàn thành 1 000/2 500 hồ sơ", &[]),
            ("hoàn thành 1.5/20 hồ sơ", &[]),
            ("hoàn thành 35/35 100%", &[(100.0, Some((35.0, 35.0)), Reached)]),
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
    fn figures_agree_only_within_their_rounding_and_never_across_the_threshold() {
        for (a, b, threshold, agree) in [
            ("đạt 99,5%", "đạt 100%", 100.0, false),
            ("đạt 99,5%", "đạt 99,5%", 100.0, true),
            ("đạt 22,9%", "đạt 23%", 30.0, false),
            ("đạt 8/35", "đạt 22,9%", 30.0, true),
            ("đạt 8/35", "đạt 23%", 30.0, true),
            ("đạt 8/35", "đạt 22,8%", 30.0, true),
            ("đạt 8/35", "đạt 22,86%", 30.0, true),
            ("đạt 8/35", "đạt 23,0%", 30.0, false),
            ("đạt 8/35", "đạt 22,4%", 30.0, false),
            ("đạt 399/400", "đạt 100%", 100.0, false),
            ("đạt 399/400", "đạt 100%", 99.0, true),
            ("đạt 38/42", "đạt 39/42", 100.0, false),
            ("đạt 14/35", "đạt 14/35", 30.0, true),
        ] {
            let (a, b) = (&figures(a)[0], &figures(b)[0]);
            assert_eq!((a.agrees(b, threshold), b.agrees(a, threshold)), (agree, agree), "{a:?} {b:?}");
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
