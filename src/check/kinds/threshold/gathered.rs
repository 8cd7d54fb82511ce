//! What documents say of a measure.

use crate::document::Place;
use crate::statement::Printed;

/// Where something stands, and its words.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) path: String,
    pub(super) place: Place,
    pub(super) quote: String,
}

/// A figure that was found, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) figure: Figure,
    pub(super) spot: Spot,
    /// It brings what was told before to a later state.
    pub(super) is_final: bool,
    /// Each part of the whole is told with its number.
    pub(super) names_all: bool,
    /// Its paragraph and sentence; none in a table.
    pub(super) sentence: Option<(usize, usize)>,
    /// It is of a part of the year.
    pub(super) is_of_time: bool,
    /// The words that narrow it, or that were not understood.
    pub(super) words: Vec<String>,
}

impl Found {
    /// A figure as it stands there.
    pub(super) fn new(figure: Figure, spot: Spot) -> Self {
        Self { figure, spot, is_final: false, names_all: false, sentence: None, is_of_time: false, words: Vec::new() }
    }
}

/// A ratio.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// In percent: recomputed where numerator and denominator are told.
    pub(super) percent: f64,
    /// Numerator and denominator.
    pub(super) parts: Option<(f64, f64)>,
    /// The percentage as printed.
    pub(super) printed: Option<Printed>,
}

impl Figure {
    /// So many of so many (above 0).
    pub(super) fn counted(part: f64, whole: f64) -> Self {
        Self { percent: 100.0 * part / whole, parts: Some((part, whole)), printed: None }
    }

    /// A percentage that no digits print: 0 for none or untold, 100 for all.
    pub(super) fn percent(percent: f64) -> Self {
        Self { percent, parts: None, printed: None }
    }

    /// As printed.
    pub(super) fn printed(printed: Printed) -> Self {
        Self { percent: printed.percent, parts: None, printed: Some(printed) }
    }

    /// True if the printed percentage cannot be numerator ÷ denominator, however it was rounded.
    pub(super) fn is_miscounted(&self) -> bool {
        self.parts.is_some() && self.printed.is_some_and(|printed| (printed.percent - self.percent).abs() > 1.0)
    }

    /// True if two figures say the same: they are equal, or one is the other rounded to the digits printed. Figures on
    /// different sides of the threshold `at_least` (in percent) never do, however near they are.
    pub(super) fn agrees(&self, other: &Figure, at_least: f64) -> bool {
        let is_rounded = |exact: &Figure, rounded: &Figure| {
            exact.parts.is_some()
                && rounded.parts.is_none()
                && rounded.printed.is_some_and(|printed| printed.is_rounded_from(exact.percent))
        };
        let says_same =
            (self.percent - other.percent).abs() < 1e-9 || is_rounded(self, other) || is_rounded(other, self);
        says_same && reaches(self.percent, at_least) == reaches(other.percent, at_least)
    }
}

/// True if a percentage is not below a threshold: 22.857 % is below 22.9 %, but a ratio that is the threshold to the last
/// digit reaches it.
pub(super) fn reaches(percent: f64, at_least: f64) -> bool {
    percent + 1e-9 >= at_least
}

/// What says that something was not reached, and where.
#[derive(Debug, Clone)]
pub(super) struct Denial {
    /// How much was done at most, in percent; none where the words give no figure.
    pub(super) at_most: Option<f64>,
    /// How many were not done, where that is told.
    pub(super) left: Option<f64>,
    pub(super) spot: Spot,
}

impl Denial {
    /// Words without a figure: enough to ask.
    pub(super) fn without_figure(spot: Spot) -> Self {
        Self { at_most: None, left: None, spot }
    }
}

/// What documents say of a measure.
#[derive(Default)]
pub(super) struct Gathered {
    /// Results of the whole.
    pub(super) results: Vec<Found>,
    /// Results of a part: of one office, field, place or quarter.
    pub(super) parts: Vec<Found>,
    /// Goals, what is doubtful or of another year.
    pub(super) others: Vec<Found>,
    /// What has words that were not understood.
    pub(super) asked: Vec<Found>,
    /// How many were done where no total is told, with the number of the paragraph.
    pub(super) loose: Vec<(usize, f64)>,
    /// What says that not all was done.
    pub(super) denials: Vec<Denial>,
    /// What takes figures back, or disputes them.
    pub(super) doubts: Vec<Denial>,
    /// What may tell of the measure and was not read, because its sentences cannot be told apart.
    pub(super) unread: Vec<Spot>,
}

impl Gathered {
    /// True if a result says that more than `number` were done.
    pub(super) fn has_more_than(&self, number: f64) -> bool {
        self.results.iter().any(|f| f.figure.parts.is_some_and(|(part, _)| number < part))
    }
}
