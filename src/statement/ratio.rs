//! Ratios and percentages in a sentence, and what they are: a result, a goal, or something not reached.

mod join;
mod raw;

pub(crate) use super::figure_kind::{FigureKind, of_head, of_label};
pub(crate) use raw::Printed;

use std::ops::Range;

use super::counted;
use super::figure_kind::{self, Reader};
use crate::text::Key;
use crate::text::pattern::tail;

/// A ratio in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
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
    /// The result that `part` of `whole` (above 0) was done, standing at no place of a text.
    pub(crate) fn counted(part: f64, whole: f64) -> Self {
        let percent = 100.0 * part / whole;
        Self { percent, parts: Some((part, whole)), printed: None, range: 0..0, kind: FigureKind::Result }
    }

    /// True if the printed percentage cannot be numerator ÷ denominator, however it was rounded.
    pub(crate) fn is_miscounted(&self) -> bool {
        self.parts.is_some() && self.printed.is_some_and(|printed| (printed.percent - self.percent).abs() > 1.0)
    }

    /// True if two figures say the same: they are equal, or one is the other rounded to the digits printed. Figures on
    /// different sides of the threshold `at_least` (in percent) never do, however near they are.
    pub(crate) fn agrees(&self, other: &Figure, at_least: f64) -> bool {
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
pub(crate) fn reaches(percent: f64, at_least: f64) -> bool {
    percent + 1e-9 >= at_least
}

/// What is done, and to what, by the words right beside a figure: "kiểm tra" and "đơn vị" of "kiểm tra 14/35 đơn vị". None
/// where the words do not say both.
pub(crate) fn deed(sentence: &str, figure: &Range<usize>) -> Option<(String, String)> {
    let before = Key::new(tail(&sentence[..figure.start], 60));
    let after: String = sentence[figure.end..].chars().take(40).collect();
    let verb = figure_kind::verb_at_end(before.as_str())?.to_owned();
    let noun = counted::noun(Key::new(&after).as_str())?.to_owned();
    Some((verb, noun))
}

/// All ratios and percentages of one sentence, in order. A fraction and the percentage beside it are one figure. Dates
/// ("21/12", "12/2018") and document numbers ("12/BC-SNV") are none.
pub(crate) fn figures(sentence: &str) -> Vec<Figure> {
    let key = Key::new(sentence);
    let text = key.as_str();
    let joined = join::join(text, raw::raw_figures(text));
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
        let led = raw.parts.and_then(|_| figure_kind::led_to_done(before));
        let kind = match kinds.next(led.as_deref().unwrap_or(before), after) {
            FigureKind::Result if raw.is_unreadable => FigureKind::Doubtful,
            kind => kind,
        };
        figures.push(Figure { percent, parts: raw.parts, printed: raw.printed, range: key.original(raw.range), kind });
    }
    figures
}

#[cfg(test)]
mod doubt_tests;
#[cfg(test)]
mod goal_tests;
#[cfg(test)]
mod tests;
