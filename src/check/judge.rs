//! Whole submissions and the roll-up over them.

use super::case::{Basis, Case};
use super::criterion::{judge_criterion, not_assigned};
use super::intake;
use super::kinds::{Criterion, Pack};
use super::outcome::{CriterionOutcome, ItemOutcome};
use super::run::{RollUp, SubmissionOutcome};
use super::vocabulary::lexicon_with;
use crate::message::{Said, Verdict};
use crate::reading::Reading;
use crate::statement::Tellings;
use crate::submission::Submission;

/// Holds a submission against a pack.
pub fn judge_submission(submission: Submission, readings: Vec<Reading>, basis: &Basis<'_>) -> SubmissionOutcome {
    let lexicon = lexicon_with(&basis.pack.words);
    let tellings = Tellings::new(&lexicon, basis.pack.year);
    let judge = |criterion| {
        if !submission.is_judged() {
            return not_judged(criterion);
        }
        if submission.is_empty() {
            return nothing_submitted(criterion, &submission);
        }
        let (agency, oddities) = (submission.agency.as_str(), submission.oddities.as_slice());
        judge_criterion(
            &Case { basis: *basis, criterion, agency, readings: &readings, tellings: &tellings, oddities },
            &submission,
        )
    };
    let criteria: Vec<CriterionOutcome> = basis.pack.criteria.iter().map(judge).collect();
    let mut outcome = SubmissionOutcome { submission, readings, criteria, intake: Vec::new() };
    outcome.intake = intake::findings(&outcome, basis.pack);
    outcome
}

/// Every row that was assigned is a gap; one finding says why for all of them.
fn nothing_submitted(criterion: &Criterion, submission: &Submission) -> CriterionOutcome {
    let items = criterion.evidence.iter().map(|evidence| {
        let mut item = not_assigned(evidence);
        if submission.owes(&criterion.code, &evidence.id) {
            (item.verdict, item.reason) = (Verdict::Gap, None);
        }
        item
    });
    let evidence: Vec<_> = items.collect();
    CriterionOutcome::new(criterion, Verdict::over(evidence.iter().map(|i| i.verdict)), evidence)
}

/// Files that merely lie in the root of a batch (leftovers, links) are no submission and owe nothing.
fn not_judged(criterion: &Criterion) -> CriterionOutcome {
    let item = |evidence| ItemOutcome { reason: Some(Said::new("nothing-to-judge")), ..not_assigned(evidence) };
    CriterionOutcome::new(criterion, Verdict::NotApplicable, criterion.evidence.iter().map(item).collect())
}

/// For each item the best verdict over all agencies, and who has it.
pub fn roll_up(pack: &Pack, submissions: &[SubmissionOutcome]) -> Vec<RollUp> {
    let mut rows = Vec::new();
    for (c, criterion) in pack.criteria.iter().enumerate() {
        for (e, evidence) in criterion.evidence.iter().enumerate() {
            let of = |s: &SubmissionOutcome| s.criteria.get(c).and_then(|c| c.evidence.get(e)).map(|i| i.verdict);
            let verdict = Verdict::best(submissions.iter().filter_map(of));
            let having = submissions.iter().filter(|s| of(s) == Some(verdict) && verdict != Verdict::NotApplicable);
            rows.push(RollUp {
                criterion: criterion.code.clone(),
                evidence: evidence.id.clone(),
                name: evidence.name.clone(),
                verdict,
                agencies: having.map(|s| s.submission.agency.clone()).collect(),
            });
        }
    }
    rows
}
