//! One evidence item: a document for each of its slots, and what they make of it together.

use super::case::Case;
use super::kinds::{Evidence, IssuedByItem};
use super::outcome::ItemOutcome;
use super::slot::Slot;
use crate::message::Verdict;

/// Judges one item. `issued` holds the days of the items judged so far, for rules about the order in time.
pub(super) fn judge(case: &Case<'_>, evidence: &Evidence, issued: &mut IssuedByItem) -> ItemOutcome {
    let subject = case.subject(&evidence.id);
    let mut item = ItemOutcome::new(evidence);
    let mut verdicts = Vec::new();
    let mut span = None;
    for period in evidence.slots() {
        let outcome = Slot { case, evidence, period, subject: &subject, issued }.judge();
        verdicts.push(outcome.verdict);
        // The order in time is judged also against a document that fails in something else.
        span = span.or(outcome.issued);
        for document in outcome.documents {
            if !item.documents.contains(&document) {
                item.documents.push(document);
            }
        }
        item.checks.extend(outcome.checks);
        item.findings.extend(outcome.findings);
        item.tried.extend(outcome.tried);
    }
    if let Some(span) = span {
        issued.insert(evidence.id.clone(), span);
    }
    item.verdict = Verdict::over(verdicts);
    item
}

#[cfg(test)]
#[path = "item_tests.rs"]
mod tests;
