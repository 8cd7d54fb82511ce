//! One criterion of one submission: its items in order, groups of which any is enough, explanations.

use super::case::Case;
use super::explanation::{apply, explanations};
use super::item::judge;
use super::kinds::{Evidence, IssuedByItem};
use super::outcome::{CriterionOutcome, ItemOutcome};
use super::proposed::settle_papers;
use crate::message::{Said, Verdict};
use crate::submission::Submission;

/// Judges a criterion; items that are not assigned to the agency are not applicable.
pub(super) fn judge_criterion(case: &Case<'_>, submission: &Submission) -> CriterionOutcome {
    let criterion = case.criterion;
    let reasons = explanations(&criterion.code, case.basis.codes, &submission.manifest, case.readings);
    let mut issued = IssuedByItem::new();
    let mut items: Vec<ItemOutcome> = Vec::new();
    for evidence in &criterion.evidence {
        if !submission.owes(&criterion.code, &evidence.id) {
            items.push(not_assigned(evidence));
            continue;
        }
        let mut item = judge(case, evidence, &mut issued);
        apply(case, &reasons, &mut item);
        items.push(item);
    }
    settle_papers(criterion, case.basis.pack.policy, &mut items);
    let verdict = Verdict::over(group_verdicts(&criterion.evidence, &items));
    CriterionOutcome::new(criterion, verdict, items)
}

/// An item that another agency supplies.
pub(super) fn not_assigned(evidence: &Evidence) -> ItemOutcome {
    ItemOutcome {
        verdict: Verdict::NotApplicable,
        reason: Some(Said::new("not-assigned")),
        ..ItemOutcome::new(evidence)
    }
}

/// A verdict for each item that stands alone and one for each group: the best of its items.
fn group_verdicts(evidence: &[Evidence], items: &[ItemOutcome]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut groups: Vec<&str> = Vec::new();
    for (e, item) in evidence.iter().zip(items) {
        match &e.any_of {
            None => verdicts.push(item.verdict),
            Some(group) if groups.contains(&group.as_str()) => {}
            Some(group) => {
                groups.push(group);
                let members = evidence.iter().zip(items).filter(|(e, _)| e.any_of.as_ref() == Some(group));
                verdicts.push(Verdict::best(members.map(|(_, i)| i.verdict)));
            }
        }
    }
    verdicts
}
