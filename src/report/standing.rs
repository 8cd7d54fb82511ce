//! Where an agency stands: how ready it is, what it must still send, which rows can be accepted at once. The same
//! answers in every format.

use super::model::{CriterionRecord, EvidenceRecord, FindingRecord, Report, SubmissionRecord};
use crate::message::{Severity, Verdict};

/// What an assessor does with a row: a criterion of an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Handling {
    /// Met, and nothing to look at: accept at once.
    Accept,
    /// Met, with warnings: look at them first.
    Look,
    /// Unclear: a person decides.
    Decide,
    /// A gap: the agency must send something.
    Send,
    /// Not assigned to this agency.
    Nothing,
}

impl Handling {
    /// The end of its message id, `handling-…`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Handling::Accept => "accept",
            Handling::Look => "look",
            Handling::Decide => "decide",
            Handling::Send => "send",
            Handling::Nothing => "nothing",
        }
    }
}

/// One criterion of an agency with what was found about it.
pub(super) struct Row<'a> {
    pub(super) criterion: &'a CriterionRecord,
    /// All its findings.
    pub(super) findings: Vec<&'a FindingRecord>,
    pub(super) handling: Handling,
}

/// Something that the agency must still send, or that a person must decide.
pub(super) struct Demand<'a> {
    pub(super) criterion: &'a CriterionRecord,
    pub(super) item: &'a EvidenceRecord,
    /// Why: errors and questions; or that the agency submitted nothing at all.
    pub(super) findings: Vec<&'a FindingRecord>,
}

/// An agency with everything that is said of it.
pub(super) struct Standing<'a> {
    pub(super) submission: &'a SubmissionRecord,
    /// Its criteria in pack order.
    pub(super) rows: Vec<Row<'a>>,
    /// Findings about the folder and about files of no criterion.
    pub(super) whole: Vec<&'a FindingRecord>,
    /// What must still be sent, in pack order.
    pub(super) demands: Vec<Demand<'a>>,
}

/// The standing of every agency, in the order of the report.
pub(super) fn standings(report: &Report) -> Vec<Standing<'_>> {
    report.submissions.iter().map(|submission| standing(report, submission)).collect()
}

fn standing<'a>(report: &'a Report, submission: &'a SubmissionRecord) -> Standing<'a> {
    let own: Vec<&FindingRecord> = report.findings.iter().filter(|f| f.agency == submission.agency).collect();
    let of = |code: Option<&str>| own.iter().copied().filter(|f| f.criterion.as_deref() == code).collect::<Vec<_>>();
    let rows: Vec<Row<'_>> = submission
        .criteria
        .iter()
        .map(|criterion| {
            let findings = of(Some(&criterion.code));
            Row { criterion, handling: handling(criterion, &findings), findings }
        })
        .collect();
    let whole = of(None);
    // An agency that submitted nothing has one finding for all the rows that it owes.
    let nothing: Vec<&FindingRecord> = whole.iter().copied().filter(|f| f.severity == Severity::Error).collect();
    let demands = rows.iter().flat_map(|row| demands(row, &nothing)).collect();
    Standing { submission, rows, whole, demands }
}

fn handling(criterion: &CriterionRecord, findings: &[&FindingRecord]) -> Handling {
    // An alternative that was not needed is nothing to look at.
    let needed = |f: &&FindingRecord| {
        let item = criterion.evidence.iter().find(|e| f.evidence.as_ref() == Some(&e.id));
        item.is_none_or(|e| !is_replaced(criterion, e))
    };
    match criterion.verdict {
        Verdict::NotApplicable => Handling::Nothing,
        Verdict::Gap => Handling::Send,
        Verdict::Unclear => Handling::Decide,
        Verdict::Met | Verdict::Waived => {
            let clean = findings.iter().filter(|f| needed(f)).all(|f| f.severity == Severity::Info);
            if clean { Handling::Accept } else { Handling::Look }
        }
    }
}

/// Not met, but another item of its group is.
fn is_replaced(criterion: &CriterionRecord, item: &EvidenceRecord) -> bool {
    let is_done = |e: &EvidenceRecord| matches!(e.verdict, Verdict::Met | Verdict::Waived);
    let done = |e: &EvidenceRecord| e.any_of == item.any_of && is_done(e);
    item.any_of.is_some() && !is_done(item) && criterion.evidence.iter().any(done)
}

fn demands<'a>(row: &Row<'a>, nothing: &[&'a FindingRecord]) -> Vec<Demand<'a>> {
    let criterion = row.criterion;
    let open = |e: &&EvidenceRecord| matches!(e.verdict, Verdict::Gap | Verdict::Unclear);
    let open = criterion.evidence.iter().filter(open).filter(|e| !is_replaced(criterion, e));
    let demand = |item: &'a EvidenceRecord| {
        let why = |f: &&&FindingRecord| {
            f.evidence.as_ref() == Some(&item.id) && matches!(f.severity, Severity::Error | Severity::Question)
        };
        let mut findings: Vec<&FindingRecord> = row.findings.iter().filter(why).copied().collect();
        if findings.is_empty() {
            findings = nothing.to_vec();
        }
        Demand { criterion, item, findings }
    };
    open.map(demand).collect()
}

impl Standing<'_> {
    /// Number of criteria with one of the verdicts.
    pub(super) fn count(&self, verdicts: &[Verdict]) -> usize {
        self.rows.iter().filter(|r| verdicts.contains(&r.criterion.verdict)).count()
    }

    /// Number of criteria that the agency owes.
    pub(super) fn owed(&self) -> usize {
        self.rows.len() - self.count(&[Verdict::NotApplicable])
    }

    /// Number of criteria that are settled: met or waived.
    pub(super) fn settled(&self) -> usize {
        self.count(&[Verdict::Met, Verdict::Waived])
    }

    /// Rows with a handling.
    pub(super) fn with(&self, handling: Handling) -> impl Iterator<Item = &Row<'_>> {
        self.rows.iter().filter(move |r| r.handling == handling)
    }
}
