//! One document (or `count` of them) that an item asks for: candidates are chosen and judged, the best speaks for it.

use jiff::civil::Date;

use super::absence::Absence;
use super::candidates::{Fit, Wanted};
use super::case::Case;
use super::codes;
use super::finding::{Finding, Subject};
use super::kinds::{Context, Evidence, IssuedByItem, Judged, run_all};
use super::outcome::{Outcome, Tried};
use crate::files::ContentHash;
use crate::message::{self, Said, Severity, Verdict};
use crate::reading::Reading;
use crate::rules::PeriodDemand;
use crate::text::doctype::OFFICIAL_LETTER;

/// What is sought: the document of a whole item, or of one of its periods.
pub(super) struct Slot<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) evidence: &'a Evidence,
    pub(super) period: Option<&'a PeriodDemand>,
    pub(super) subject: &'a Subject,
    pub(super) issued: &'a IssuedByItem,
}

/// What became of it.
pub(super) struct SlotOutcome {
    pub(super) verdict: Verdict,
    pub(super) documents: Vec<String>,
    pub(super) checks: Vec<Outcome>,
    pub(super) findings: Vec<Finding>,
    /// First and last day on which the document that speaks for it can have been issued.
    pub(super) issued: Option<(Date, Date)>,
    pub(super) tried: Vec<Tried>,
}

/// A document held against the slot.
struct Candidate<'a> {
    reading: &'a Reading,
    /// It was put under another criterion.
    is_elsewhere: bool,
    judged: Judged,
}

impl Candidate<'_> {
    fn failed(&self) -> usize {
        let fails = |o: &&Outcome| matches!(o.verdict, Verdict::Gap | Verdict::Unclear);
        self.judged.outcomes.iter().filter(fails).count()
    }

    fn is_met(&self) -> bool {
        self.failed() == 0
    }

    fn verdict(&self) -> Verdict {
        let verdicts = self.judged.outcomes.iter().map(|o| o.verdict);
        Verdict::over(verdicts.filter(|v| *v != Verdict::NotApplicable))
    }

    /// True if a document of another type was handed in as the one asked for: an official letter that reports, or one
    /// of which nothing else is wrong. A decision about a plan is not the plan's report.
    fn stands_in(&self) -> bool {
        let kind = self.reading.form.r#type.read();
        kind.is_none_or(|kind| kind == OFFICIAL_LETTER) || !self.judged.fails_as_evidence
    }

    fn raised(&self) -> impl Iterator<Item = Finding> {
        self.judged.outcomes.iter().flat_map(|o| o.raised.clone())
    }
}

impl<'a> Slot<'a> {
    pub(super) fn judge(&self) -> SlotOutcome {
        let needed = self.evidence.count.max(1) as usize;
        let (own, others) = self.case.own_and_others();
        let mut candidates = self.hold(&own, Fit::Candidate, false);
        let looks_elsewhere = candidates.iter().filter(|c| c.is_met()).count() < needed;
        if looks_elsewhere {
            candidates.extend(self.hold(&others, Fit::Candidate, true));
        }
        if candidates.is_empty() {
            candidates = self.stand_ins(&own);
        }
        let mut candidates = without_copies(candidates);
        // Stable: own documents before others, by path within each.
        candidates.sort_by_key(|c| (c.failed(), c.is_elsewhere));
        let met = candidates.iter().filter(|c| c.is_met()).count();
        let tried = self.account(&candidates, &own, if looks_elsewhere { &others } else { &[] });
        let outcome = if met >= needed {
            self.met(candidates.into_iter().take(needed).collect())
        } else {
            match candidates.into_iter().nth(met) {
                Some(best) => self.failing(best),
                None if met > 0 => SlotOutcome::absent(self.absence().too_few(met, needed)),
                None => SlotOutcome::absent(self.absence().missing()),
            }
        };
        SlotOutcome { tried, ..outcome }
    }

    fn wanted(&self) -> Wanted<'a> {
        Wanted { evidence: self.evidence, period: self.period, year: self.case.basis.pack.year }
    }

    fn absence(&self) -> Absence<'_> {
        Absence {
            case: self.case,
            evidence: self.evidence,
            period: self.period,
            subject: self.subject,
            wanted: self.wanted(),
        }
    }

    /// Holds the documents that fit in a way against all demands of the item.
    fn hold(&self, readings: &[&'a Reading], fit: Fit, is_elsewhere: bool) -> Vec<Candidate<'a>> {
        let context = Context {
            year: self.case.basis.pack.year,
            criterion: self.case.criterion,
            evidence: self.evidence,
            period: self.period,
            subject: self.subject,
            facts: self.case.basis.facts,
            readings: self.case.readings,
            issued: self.issued,
        };
        let wanted = self.wanted();
        let fitting = readings.iter().copied().filter(|reading| wanted.fit(reading) == fit);
        fitting.map(|reading| Candidate { reading, is_elsewhere, judged: run_all(&context, reading) }).collect()
    }

    /// Documents of another type that may have been handed in as the one asked for.
    fn stand_ins(&self, own: &[&'a Reading]) -> Vec<Candidate<'a>> {
        // A plan that another item asks for is not this item's report in the wrong type.
        let unclaimed: Vec<&Reading> = own.iter().copied().filter(|r| !self.is_claimed(r)).collect();
        let mut candidates = self.hold(&unclaimed, Fit::OtherType, false);
        candidates.retain(Candidate::stands_in);
        // A stand-in is not judged while an unread document could be the right one.
        let could_be_unread = || self.absence().could_be_unread();
        if candidates.iter().all(|c| c.verdict() == Verdict::Gap) && could_be_unread() {
            candidates.clear();
        }
        candidates
    }

    /// True if another item of the criterion takes the document as its candidate.
    fn is_claimed(&self, reading: &Reading) -> bool {
        let year = self.case.basis.pack.year;
        let mut others = self.case.criterion.evidence.iter().filter(|e| e.id != self.evidence.id);
        others.any(|evidence| Wanted { evidence, period: None, year }.fit(reading) == Fit::Candidate)
    }

    /// What was held against this slot: candidates with their checks, then the criterion's other documents and why they
    /// are no candidates, then how many others were looked at in vain.
    fn account(&self, candidates: &[Candidate<'_>], own: &[&Reading], elsewhere: &[&Reading]) -> Vec<Tried> {
        let period = self.period.map(|p| message::period(p.period));
        let held = candidates.iter().map(|c| Tried {
            path: Some(c.reading.name()),
            period: period.clone(),
            passed_over: None,
            checks: c.judged.outcomes.clone(),
        });
        let is_held = |r: &&&Reading| candidates.iter().any(|c| std::ptr::eq(c.reading, **r));
        let others = own.iter().filter(|r| !is_held(r)).map(|r| Tried {
            path: Some(r.name()),
            period: period.clone(),
            passed_over: Some(self.wanted().why_not(r)),
            checks: Vec::new(),
        });
        let passed = elsewhere.iter().filter(|r| !is_held(r)).count();
        let elsewhere = (passed > 0).then(|| Tried {
            path: None,
            period: period.clone(),
            passed_over: Some(Said::new("why-elsewhere").with("count", passed)),
            checks: Vec::new(),
        });
        held.chain(others).chain(elsewhere).collect()
    }

    fn met(&self, candidates: Vec<Candidate<'_>>) -> SlotOutcome {
        let mut outcome = SlotOutcome::new(Verdict::Met);
        outcome.issued = candidates.iter().filter_map(|c| c.reading.issued()).min();
        for candidate in candidates {
            outcome.documents.push(candidate.reading.name());
            outcome.findings.extend(self.found_elsewhere(&candidate));
            outcome.findings.extend(candidate.raised());
            outcome.checks.extend(candidate.judged.outcomes);
        }
        outcome
    }

    fn failing(&self, best: Candidate<'_>) -> SlotOutcome {
        let mut outcome = SlotOutcome::new(best.verdict());
        outcome.documents.push(best.reading.name());
        outcome.issued = best.reading.issued();
        outcome.findings.extend(self.found_elsewhere(&best));
        outcome.findings.extend(best.raised());
        // A draft beside a scan that was not read: the scan may be the signed copy.
        let is_unsigned = outcome.verdict == Verdict::Gap && best.judged.fails_only_in_signing;
        if is_unsigned && self.absence().could_be_unread() {
            outcome.verdict = Verdict::Unclear;
            for finding in outcome.findings.iter_mut().filter(|f| f.severity == Severity::Error) {
                (finding.severity, finding.verdict) = (Severity::Warning, None);
            }
            outcome.findings.push(self.absence().missing());
        }
        outcome.checks = best.judged.outcomes;
        outcome
    }

    fn found_elsewhere(&self, candidate: &Candidate<'_>) -> Option<Finding> {
        if !candidate.is_elsewhere {
            return None;
        }
        let name = candidate.reading.name();
        let mut finding = Finding::new(codes::FOUND_ELSEWHERE, Severity::Info, self.subject);
        finding.message = Said::new("KC307").with("path", name).with("criterion", self.subject.criterion.as_str());
        finding.path = Some(candidate.reading.file.path.clone());
        finding.logical = candidate.reading.logical();
        Some(finding)
    }
}

impl SlotOutcome {
    /// Nothing fulfils it, as a finding says.
    fn absent(finding: Finding) -> Self {
        let mut outcome = Self::new(finding.verdict.unwrap_or(Verdict::Gap));
        outcome.findings.push(finding);
        outcome
    }

    /// A verdict, and nothing that led to it yet.
    fn new(verdict: Verdict) -> Self {
        let (documents, checks, findings, tried) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { verdict, documents, checks, findings, issued: None, tried }
    }
}

/// The same content under two names is one document.
fn without_copies(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    let mut seen: Vec<(Option<ContentHash>, [u32; 2])> = Vec::new();
    candidates.retain(|c| {
        let content = (c.reading.file.hash, c.reading.pages());
        let is_new = content.0.is_none() || !seen.contains(&content);
        seen.push(content);
        is_new
    });
    candidates
}
