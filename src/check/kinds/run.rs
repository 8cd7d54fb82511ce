//! A document held against all that an item demands.

use super::demand::{Context, Origin};
use crate::check::outcome::Outcome;
use crate::document::Place;
use crate::message::Verdict;
use crate::reading::Reading;

/// What all demands of an item say of one document.
pub(in crate::check) struct Judged {
    pub(in crate::check) outcomes: Vec<Outcome>,
    /// What fails is only what a document gets when it is signed and sent: number, day, signature.
    pub(in crate::check) fails_only_in_signing: bool,
    /// It fails in something else than what chooses candidates.
    pub(in crate::check) fails_as_evidence: bool,
}

/// Holds a document against all demands of an item.
pub(in crate::check) fn run_all(context: &Context<'_>, reading: &Reading) -> Judged {
    let mut judged = Judged { outcomes: Vec::new(), fails_only_in_signing: true, fails_as_evidence: false };
    for demand in &context.evidence.demands {
        let Some(outcome) = demand.judge(context, reading) else { continue };
        if outcome.verdict == Verdict::Gap {
            judged.fails_only_in_signing &= demand.is_settled_by_signing();
            judged.fails_as_evidence |= demand.origin() != Origin::Match;
        }
        judged.outcomes.push(completed(outcome, reading));
    }
    judged
}

/// An outcome with what is the same for all of a document: where it is, and which of several in a file.
fn completed(mut outcome: Outcome, reading: &Reading) -> Outcome {
    if outcome.path.is_empty() {
        outcome.path.clone_from(&reading.file.path);
    }
    for finding in &mut outcome.raised {
        let path = outcome.path.clone();
        finding.path.get_or_insert(path);
        // Of several documents in a file the page says which.
        if reading.is_part() && finding.place.is_nowhere() {
            finding.place = Place::page(reading.pages()[0], None);
        }
        if finding.logical.is_empty() {
            finding.logical = reading.logical();
        }
    }
    outcome
}
