//! The five verdicts, and how several make one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What became of a check, an item or a criterion. The order is that of precedence: the largest of several decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing to judge here.
    NotApplicable,
    /// Fulfilled, with proof.
    Met,
    /// Set aside by a decision of the assessor.
    Waived,
    /// Could not be decided; never shown as met, never counted as a gap.
    Unclear,
    /// Not fulfilled.
    Gap,
}

impl Verdict {
    /// All, in the order in which reports show them.
    pub const ALL: [Verdict; 5] =
        [Verdict::Met, Verdict::Gap, Verdict::Unclear, Verdict::NotApplicable, Verdict::Waived];

    /// The verdict over several: gap over unclear over waived over met; not applicable only if all are.
    pub fn over(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
        verdicts.into_iter().max().unwrap_or(Verdict::NotApplicable)
    }

    /// The best of several, for the roll-up over agencies: met, then waived, unclear, gap; not applicable only if all are.
    pub fn best(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
        verdicts.into_iter().filter(|v| *v != Verdict::NotApplicable).min().unwrap_or(Verdict::NotApplicable)
    }

    /// The verdict on what is known only between bounds, such as a date with an unread day: met if the demand holds for all
    /// that is possible, a gap if it fails for all of it.
    pub fn between_bounds(holds_for_all: bool, fails_for_all: bool) -> Verdict {
        match (holds_for_all, fails_for_all) {
            (true, _) => Verdict::Met,
            (false, true) => Verdict::Gap,
            (false, false) => Verdict::Unclear,
        }
    }

    /// The name used in JSON and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::Gap => "gap",
            Verdict::Unclear => "unclear",
            Verdict::NotApplicable => "not_applicable",
            Verdict::Waived => "waived",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::*;
    use super::*;

    #[test]
    fn precedence() {
        assert_eq!(Verdict::over([Met, Unclear, Gap]), Gap);
        assert_eq!(Verdict::over([Met, Unclear, NotApplicable]), Unclear);
        assert_eq!(Verdict::over([Met, Waived]), Waived);
        assert_eq!(Verdict::over([Met, NotApplicable]), Met);
        assert_eq!(Verdict::over([]), NotApplicable);
        assert_eq!(Verdict::best([Gap, Unclear, NotApplicable]), Unclear);
        assert_eq!(Verdict::best([Gap, Met]), Met);
    }

    #[test]
    fn what_holds_for_some_only_is_unclear() {
        for (holds_for_all, fails_for_all, verdict) in [(true, false, Met), (false, true, Gap), (false, false, Unclear)]
        {
            assert_eq!(Verdict::between_bounds(holds_for_all, fails_for_all), verdict);
        }
    }
}
