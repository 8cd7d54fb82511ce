//! The state of an agency's submission: how complete it is, what the agency must still send, which criteria can be
//! accepted at once. Computed here once for all formats.

use super::model::{CriterionRecord, EvidenceRecord, FindingRecord, Report, SubmissionRecord};
use crate::message::{Severity, Verdict};

/// What an assessor does with a criterion of an agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Handling {
    /// Met, without warnings: accept at once.
    Accept,
    /// Met, with warnings: review them first.
    Look,
    /// Unclear: the assessor decides.
    Decide,
    /// A gap: the agency must send something.
    Send,
    /// Not assigned to this agency.
    Nothing,
}

impl Handling {
    /// The suffix of its message id, `handling-…`.
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

/// One criterion of an agency with its findings.
pub(super) struct Row<'a> {
    pub(super) criterion: &'a CriterionRecord,
    /// All its findings.
    pub(super) findings: Vec<&'a FindingRecord>,
    pub(super) handling: Handling,
}

/// An item for which the agency must still send something or the assessor must decide.
pub(super) struct OpenItem<'a> {
    pub(super) criterion: &'a CriterionRecord,
    pub(super) item: &'a EvidenceRecord,
    /// The reason: its errors and questions, or the finding that the agency submitted nothing at all.
    pub(super) findings: Vec<&'a FindingRecord>,
}

/// The state of one agency's submission.
pub(super) struct Standing<'a> {
    pub(super) submission: &'a SubmissionRecord,
    /// Its criteria in pack order.
    pub(super) rows: Vec<Row<'a>>,
    /// Findings about the folder as a whole and about files of no criterion.
    pub(super) whole: Vec<&'a FindingRecord>,
    /// Open items, in pack order.
    pub(super) open_items: Vec<OpenItem<'a>>,
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
    // An agency that submitted nothing has a single error, which applies to every item that it owes.
    let nothing: Vec<&FindingRecord> = whole.iter().copied().filter(|f| f.severity == Severity::Error).collect();
    let open_items = rows.iter().flat_map(|row| open_items(row, &nothing)).collect();
    Standing { submission, rows, whole, open_items }
}

fn handling(criterion: &CriterionRecord, findings: &[&FindingRecord]) -> Handling {
    // Findings about an alternative that was not needed require no review.
    let is_relevant = |f: &&FindingRecord| {
        let item = criterion.evidence.iter().find(|e| f.evidence.as_ref() == Some(&e.id));
        item.is_none_or(|e| !is_replaced(criterion, e))
    };
    match criterion.verdict {
        Verdict::NotApplicable => Handling::Nothing,
        Verdict::Gap => Handling::Send,
        Verdict::Unclear => Handling::Decide,
        Verdict::Met | Verdict::Waived => {
            let is_clean = findings.iter().filter(|f| is_relevant(f)).all(|f| f.severity == Severity::Info);
            if is_clean { Handling::Accept } else { Handling::Look }
        }
    }
}

/// True if the item is not met but another one of its group of alternatives is.
fn is_replaced(criterion: &CriterionRecord, item: &EvidenceRecord) -> bool {
    let is_done = |e: &EvidenceRecord| matches!(e.verdict, Verdict::Met | Verdict::Waived);
    let is_alternative = |e: &EvidenceRecord| e.any_of == item.any_of && is_done(e);
    item.any_of.is_some() && !is_done(item) && criterion.evidence.iter().any(is_alternative)
}

fn open_items<'a>(row: &Row<'a>, nothing: &[&'a FindingRecord]) -> Vec<OpenItem<'a>> {
    let criterion = row.criterion;
    let is_open = |e: &&EvidenceRecord| matches!(e.verdict, Verdict::Gap | Verdict::Unclear);
    let open = criterion.evidence.iter().filter(is_open).filter(|e| !is_replaced(criterion, e));
    let open_item = |item: &'a EvidenceRecord| {
        let why = |f: &&&FindingRecord| {
            f.evidence.as_ref() == Some(&item.id) && matches!(f.severity, Severity::Error | Severity::Question)
        };
        let mut findings: Vec<&FindingRecord> = row.findings.iter().filter(why).copied().collect();
        if findings.is_empty() {
            findings = nothing.to_vec();
        }
        OpenItem { criterion, item, findings }
    };
    open.map(open_item).collect()
}

impl Standing<'_> {
    /// Number of criteria with any of the verdicts.
    pub(super) fn count(&self, verdicts: &[Verdict]) -> usize {
        self.rows.iter().filter(|r| verdicts.contains(&r.criterion.verdict)).count()
    }

    /// Number of criteria that apply to the agency.
    pub(super) fn owed(&self) -> usize {
        self.rows.len() - self.count(&[Verdict::NotApplicable])
    }

    /// Number of criteria that are settled: met or waived.
    pub(super) fn settled(&self) -> usize {
        self.count(&[Verdict::Met, Verdict::Waived])
    }

    /// The criteria that are to be handled in this way.
    pub(super) fn with(&self, handling: Handling) -> impl Iterator<Item = &Row<'_>> {
        self.rows.iter().filter(move |r| r.handling == handling)
    }
}
