//! A document held against all that an item demands.

use super::demand::{Context, Origin};
use crate::check::finding::Finding;
use crate::check::outcome::Outcome;
use crate::document::Place;
use crate::message::Severity;
use crate::message::Verdict;
use crate::reading::Reading;

/// What all demands of an item say of one document.
pub(in crate::check) struct Judged {
    pub(in crate::check) outcomes: Vec<Outcome>,
    /// What fails is only what a document gets when it is signed and sent: number, day, signature.
    pub(in crate::check) fails_only_in_signing: bool,
    /// It fails in something, be it demanded or proposed.
    pub(in crate::check) fails: bool,
    /// It fails in something else than what chooses candidates.
    pub(in crate::check) fails_as_evidence: bool,
    /// Its text says what the source asks for, and it keeps to all else that the source demands.
    pub(in crate::check) shows_result: bool,
}

impl Judged {
    /// The findings of all of them.
    pub(in crate::check) fn raised(&self) -> impl Iterator<Item = Finding> {
        self.outcomes.iter().flat_map(|o| o.raised.clone())
    }
}

/// Holds a document against all demands of an item.
pub(in crate::check) fn run_all(context: &Context<'_>, reading: &Reading) -> Judged {
    let (mut says, mut fails_in_a_demand) = (false, false);
    let mut judged = Judged {
        outcomes: Vec::new(),
        fails_only_in_signing: true,
        fails: false,
        fails_as_evidence: false,
        shows_result: false,
    };
    for demand in &context.evidence.demands {
        let Some(outcome) = demand.judge(context, reading) else { continue };
        if outcome.verdict == Verdict::Gap {
            judged.fails = true;
            judged.fails_only_in_signing &= demand.is_settled_by_signing();
            judged.fails_as_evidence |= demand.origin() != Origin::Match;
        }
        let outcome = match demand.proposal() {
            Some(proposal) => as_proposal(outcome, proposal.severity(context.policy)),
            None => {
                says |= demand.needs_text() && outcome.verdict == Verdict::Met;
                fails_in_a_demand |= matches!(outcome.verdict, Verdict::Gap | Verdict::Unclear);
                outcome
            }
        };
        judged.outcomes.push(completed(outcome, reading));
    }
    judged.shows_result = says && !fails_in_a_demand;
    judged
}

/// An outcome of what the pack proposes: what would be a gap or a question weighs as much as the policy says.
fn as_proposal(mut outcome: Outcome, severity: Severity) -> Outcome {
    outcome.proposal = true;
    for finding in &mut outcome.raised {
        finding.as_proposal(severity);
    }
    if matches!(outcome.verdict, Verdict::Gap | Verdict::Unclear) {
        // A remark leaves the document as good as it was; that it keeps to the proposal would not be true.
        let is_question = severity == Severity::Question;
        outcome.verdict = if is_question { Verdict::Unclear } else { Verdict::NotApplicable };
    }
    outcome
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
