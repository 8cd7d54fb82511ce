//! What documents say of a measure.

use super::measure::Measure;
use super::scope::is_timely;
use crate::document::{Cell, Place};
use crate::statement::ratio::{Figure, reaches};
use crate::text::Key;
use crate::text::pattern::regex;

/// A result and where it stands.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) figure: Figure,
    pub(super) path: String,
    pub(super) place: Place,
    pub(super) quote: String,
}

impl Found {
    /// "Cải cách thể chế: hoàn thành 3/4 nhiệm vụ" denies that all was done; what was done in a quarter does not.
    pub(super) fn denial(&self) -> Option<Denial> {
        let quote = Key::new(&self.quote);
        let is_of_time =
            regex!(r"\bquý\b|\btháng\b|\bđợt\b|giai đoạn").is_match(quote.as_str()) || is_timely(quote.as_str());
        let is_unfinished = self.figure.parts.is_some_and(|(part, whole)| part < whole);
        let (path, place, quote) = (self.path.clone(), self.place.clone(), self.quote.clone());
        (is_unfinished && !is_of_time).then_some(Denial { percent: None, path, place, quote })
    }
}

/// What says that something was not reached, and where.
pub(super) struct Denial {
    /// How much was not, in percent; none where only words say so ("Không đạt").
    pub(super) percent: Option<f64>,
    pub(super) path: String,
    pub(super) place: Place,
    pub(super) quote: String,
}

impl Denial {
    /// True if both cannot be: all was done and something was not, or done and not done are more than there is.
    pub(super) fn contradicts(&self, done: f64) -> bool {
        self.percent.is_none_or(|not| not > 0.0 && (reaches(done, 100.0) || done + not > 101.0))
    }
}

/// What documents say of a measure.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) results: Vec<Found>,
    /// Results of a part: of one office, field, place or quarter.
    pub(super) parts: Vec<Found>,
    /// Goals, what is doubtful or of another year: shown where there is no result.
    pub(super) goals: Vec<Found>,
    pub(super) denials: Vec<Denial>,
}

pub(super) fn holds(measure: &Measure, text: &Key) -> bool {
    measure.phrases.iter().all(|p| p.is_in(text)) && !measure.without.iter().any(|p| p.is_in(text))
}

/// Rows under the same heads.
#[derive(Default)]
pub(crate) struct Block<'a> {
    pub(crate) heads: Vec<&'a [Cell]>,
    pub(crate) rows: Vec<&'a [Cell]>,
}
