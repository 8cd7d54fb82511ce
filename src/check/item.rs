//! One evidence item: a document for each of its slots, and what they make of it together.
//!
//! A period that the pack proposes and that has no document is no gap while another period has one: that the item is
//! reported at all is then shown.

use super::case::Case;
use super::kinds::{Evidence, IssuedByItem};
use super::outcome::ItemOutcome;
use super::proposed;
use super::slot::{Slot, SlotOutcome};
use crate::message::Verdict;

/// Judges one item. `issued` holds the days of the items judged so far, for rules about the order in time.
pub(super) fn judge(case: &Case<'_>, evidence: &Evidence, issued: &mut IssuedByItem) -> ItemOutcome {
    let subject = case.subject(&evidence.id);
    let mut item = ItemOutcome::new(evidence);
    let mut verdicts = Vec::new();
    let mut span = None;
    let judge_slot = |period| Slot { case, evidence, period, subject: &subject, issued }.judge();
    let slots: Vec<_> = evidence.slots().map(|period| (period, judge_slot(period))).collect();
    let shows = |outcome: &SlotOutcome| !outcome.documents.is_empty() && outcome.verdict != Verdict::Gap;
    let is_shown = slots.iter().any(|(_, outcome)| shows(outcome));
    for (period, mut outcome) in slots {
        // A draft of its report shows that it was due: what is wrong with one that was handed in stays.
        if is_shown && outcome.documents.is_empty() && period.is_some_and(|p| p.proposal) {
            outcome.verdict = proposed::settle(&mut outcome.findings, outcome.verdict, case.basis.pack.policy.paper);
        }
        verdicts.push(outcome.verdict);
        // The order in time is judged also against a document that fails in something else.
        span = span.or(outcome.issued);
        for document in outcome.documents {
            if !item.documents.contains(&document) {
                item.documents.push(document);
            }
        }
        item.others.extend(outcome.others);
        item.checks.extend(outcome.checks);
        item.findings.extend(outcome.findings);
        item.tried.extend(outcome.tried);
    }
    if let Some(span) = span {
        issued.insert(evidence.id.clone(), span);
    }
    item.verdict = Verdict::over(verdicts);
    proposed::explain(&mut item);
    item
}

#[cfg(test)]
#[path = "item_tests.rs"]
mod tests;
