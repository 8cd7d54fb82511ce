//! What the pack proposes never makes a gap alone. A demand on a document is weighed where it is judged (`kinds/run.rs`);
//! here, papers that are not there while the result is shown by others.

use super::finding::Finding;
use super::kinds::{Criterion, Evidence};
use super::outcome::ItemOutcome;
use crate::message::{Said, Severity, Verdict};
use crate::rules::Policy;

/// Papers of a criterion that are only proposed to stand beside the one that shows the result, such as the plan of what was
/// done: while that one is there or could be, what is wrong with them weighs as the policy says.
pub(super) fn settle_papers(criterion: &Criterion, policy: Policy, items: &mut [ItemOutcome]) {
    let evidence = &criterion.evidence;
    let any_bears = evidence.iter().any(bears_result);
    let could_be_there = |item: &ItemOutcome| !item.documents.is_empty() || item.verdict == Verdict::Unclear;
    let shows: Vec<bool> = evidence
        .iter()
        .zip(items.iter())
        .map(|(e, item)| could_be_there(item) && (bears_result(e) || !any_bears))
        .collect();
    for (at, (e, item)) in evidence.iter().zip(items).enumerate() {
        let is_shown = shows.iter().enumerate().any(|(other, has)| *has && other != at);
        if item.verdict == Verdict::Gap && e.proposal && is_shown && !(any_bears && bears_result(e)) {
            item.verdict = settle(&mut item.findings, item.verdict, policy.paper);
            explain(item);
        }
    }
}

/// True if the item's document shows what the source asks for: the source names it, or demands something of its text.
fn bears_result(evidence: &Evidence) -> bool {
    !evidence.proposal || evidence.demands.iter().any(|demand| demand.needs_text() && demand.proposal().is_none())
}

/// Says why an item that is owed is left aside: the pack only proposes it, and asks nothing more where it is not there.
pub(super) fn explain(item: &mut ItemOutcome) {
    if item.verdict == Verdict::NotApplicable && item.reason.is_none() {
        item.reason = Some(Said::new("not-demanded"));
    }
}

/// Weighs findings about a proposed paper that make a gap, and gives the verdict that is left.
pub(super) fn settle(findings: &mut [Finding], verdict: Verdict, severity: Severity) -> Verdict {
    if verdict != Verdict::Gap {
        return verdict;
    }
    for finding in findings.iter_mut().filter(|f| f.severity == Severity::Error) {
        let id = match finding.message.id.as_str() {
            "KC302" => "KC302-proposed",
            "KC304" => "KC304-proposed",
            other => other,
        };
        finding.message.id = id.to_owned();
        finding.as_proposal(severity);
    }
    let is_asked = findings.iter().any(|f| f.verdict == Some(Verdict::Unclear));
    if is_asked { Verdict::Unclear } else { Verdict::NotApplicable }
}

#[cfg(test)]
#[path = "proposed_tests.rs"]
mod tests;
