//! One document (or `count` of them) that an item asks for: candidates are chosen and judged, the best speaks for it.

use jiff::civil::Date;

use super::absence::Absence;
use super::candidate::{Candidate, Nearness, in_order};
use super::candidates::{Fit, Wanted};
use super::case::Case;
use super::codes;
use super::finding::{Finding, Subject};
use super::kinds::{Context, Evidence, IssuedByItem, run_all};
use super::outcome::{Outcome, Tried};
use crate::document::Place;
use crate::message::{self, Said, Severity, Verdict};
use crate::reading::Reading;
use crate::rules::PeriodDemand;

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
    /// The other documents that fit.
    pub(super) others: Vec<String>,
    pub(super) checks: Vec<Outcome>,
    pub(super) findings: Vec<Finding>,
    /// First and last day on which the document that speaks for it can have been issued.
    pub(super) issued: Option<(Date, Date)>,
    pub(super) tried: Vec<Tried>,
}

impl<'a> Slot<'a> {
    pub(super) fn judge(&self) -> SlotOutcome {
        let needed = self.evidence.count.max(1) as usize;
        let (own, others) = self.case.own_and_others();
        let (unplaced, elsewhere): (Vec<&Reading>, Vec<&Reading>) = others.iter().partition(|r| r.is_of_none());
        let mut candidates = self.hold(&own, Fit::Candidate);
        candidates.extend(self.hold(&unplaced, Fit::Candidate));
        // What lies under other criteria serves those; it is borrowed only where it is needed.
        let looks_elsewhere = candidates.iter().filter(|c| c.is_met()).count() < needed;
        if looks_elsewhere {
            candidates.extend(self.hold(&elsewhere, Fit::Candidate));
        }
        let mut candidates = in_order(candidates);
        let mut others_fit = candidates.split_off(needed.min(candidates.len()));
        if candidates.is_empty() {
            candidates = in_order(self.stand_ins(&own));
            candidates.truncate(needed);
        }
        let seen = if looks_elsewhere { &others } else { &unplaced };
        let tried = self.account(candidates.iter().chain(&others_fit), &own, seen);
        others_fit.retain(|other| self.is_named_beside(&candidates, other));
        let speaks = candidates.first().map(|c| c.reading.name()).unwrap_or_default();
        let met = candidates.iter().filter(|c| c.is_met()).count();
        let outcome = if met >= needed {
            self.met(candidates)
        } else {
            match candidates.into_iter().find(|c| !c.is_met()) {
                Some(failing) => self.failing(failing),
                None if met > 0 => SlotOutcome::absent(self.absence().too_few(met, needed)),
                None => self.missing(),
            }
        };
        let mut outcome = SlotOutcome { tried, ..outcome };
        for other in &others_fit {
            outcome.findings.push(self.also_fits(other, &speaks));
            outcome.others.push(other.reading.name());
        }
        outcome
    }

    /// True if a document that fits is named beside those that speak: not a second copy of one, and one that serves another
    /// row or item only if it would do here too. The decision that a plan was issued with bears the plan's number: no more.
    fn is_named_beside(&self, speaking: &[Candidate<'_>], other: &Candidate<'_>) -> bool {
        let would_do = match other.nearness {
            Nearness::Own | Nearness::Unplaced => true,
            Nearness::Shared | Nearness::UnplacedShared => other.is_met() && self.evidence.matching.number.is_none(),
            Nearness::Borrowed => other.is_met(),
        };
        would_do && !speaking.iter().any(|c| c.is_copy_of(other))
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
            shown_by: Vec::new(),
        }
    }

    /// Nothing that the item asks for is there. Where the pack proposes which paper shows the result, others may show it.
    fn missing(&self) -> SlotOutcome {
        let mut absence = self.absence();
        if self.evidence.proposal {
            absence.shown_by = self.shown_by();
        }
        SlotOutcome::absent(absence.missing())
    }

    /// Documents of the year, whatever their titles, that say what the source asks for.
    fn shown_by(&self) -> Vec<String> {
        let context = self.context();
        let of_year = self.case.readings.iter().filter(|r| r.is_candidate() && self.wanted().could_be_of_year(r));
        of_year.filter(|r| run_all(&context, r).shows_result).map(Reading::name).collect()
    }

    fn context(&self) -> Context<'a> {
        Context {
            year: self.case.basis.pack.year,
            policy: self.case.basis.pack.policy,
            criterion: self.case.criterion,
            evidence: self.evidence,
            period: self.period,
            subject: self.subject,
            facts: self.case.basis.facts,
            readings: self.case.readings,
            tellings: self.case.tellings,
            place: &self.case.basis.pack.place,
            issued: self.issued,
        }
    }

    /// Holds the documents that fit in a way against all demands of the item.
    fn hold(&self, readings: &[&'a Reading], fit: Fit) -> Vec<Candidate<'a>> {
        let context = self.context();
        let wanted = self.wanted();
        let fitting = readings.iter().copied().filter(|reading| wanted.fit(reading) == fit);
        let candidate =
            |reading| Candidate { reading, nearness: self.nearness(reading), judged: run_all(&context, reading) };
        fitting.map(candidate).collect()
    }

    fn nearness(&self, reading: &Reading) -> Nearness {
        match (reading.is_of(&self.case.criterion.code), reading.is_of_none(), self.is_claimed(reading)) {
            (true, _, false) => Nearness::Own,
            (true, _, true) => Nearness::Shared,
            (false, true, false) => Nearness::Unplaced,
            (false, true, true) => Nearness::UnplacedShared,
            (false, false, _) => Nearness::Borrowed,
        }
    }

    /// Documents of another type that may have been handed in as the one asked for.
    fn stand_ins(&self, own: &[&'a Reading]) -> Vec<Candidate<'a>> {
        // A plan that another item asks for, or could be asking for, is not this item's report in the wrong type.
        let year = self.case.basis.pack.year;
        let others = || self.case.criterion.evidence.iter().filter(|e| e.id != self.evidence.id);
        let could_be_another = |r: &Reading| {
            let is_typed = r.form.r#type.read().is_some();
            is_typed && others().any(|evidence| Wanted { evidence, period: None, year }.could_be(r))
        };
        let unclaimed: Vec<&Reading> =
            own.iter().copied().filter(|r| !self.is_claimed(r) && !could_be_another(r)).collect();
        let mut candidates = self.hold(&unclaimed, Fit::OtherType);
        candidates.retain(Candidate::stands_in);
        // A stand-in is not judged while an unread document could be the right one.
        let could_be_unread = || self.absence().could_be_unread();
        if candidates.iter().all(|c| c.judged.fails) && could_be_unread() {
            candidates.clear();
        }
        candidates
    }

    /// True if another item of the criterion takes the document as its candidate.
    fn is_claimed(&self, reading: &Reading) -> bool {
        let year = self.case.basis.pack.year;
        let mut others = self.case.criterion.evidence.iter().filter(|e| e.id != self.evidence.id);
        others.any(|evidence| Wanted::takes(evidence, year, reading))
    }

    /// What was held against this slot: candidates with their checks, then the criterion's other documents and why they
    /// are no candidates, then how many others were looked at in vain.
    fn account<'c>(
        &self,
        candidates: impl Iterator<Item = &'c Candidate<'a>> + Clone,
        own: &[&Reading],
        elsewhere: &[&Reading],
    ) -> Vec<Tried>
    where
        'a: 'c,
    {
        let period = self.period.map(|p| message::period(p.period));
        let held = candidates.clone().map(|c| Tried {
            path: Some(c.reading.name()),
            period: period.clone(),
            passed_over: None,
            checks: c.judged.outcomes.clone(),
        });
        let is_held = |r: &&&Reading| candidates.clone().any(|c| std::ptr::eq(c.reading, **r));
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
            outcome.findings.extend(candidate.judged.raised());
            outcome.checks.extend(candidate.judged.outcomes);
        }
        outcome
    }

    fn failing(&self, best: Candidate<'_>) -> SlotOutcome {
        let mut outcome = SlotOutcome::new(best.verdict());
        outcome.documents.push(best.reading.name());
        outcome.issued = best.reading.issued();
        outcome.findings.extend(self.found_elsewhere(&best));
        outcome.findings.extend(best.judged.raised());
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
        if !candidate.is_elsewhere() {
            return None;
        }
        let name = candidate.reading.name();
        let mut finding = Finding::new(codes::FOUND_ELSEWHERE, Severity::Info, self.subject);
        finding.message = Said::new("KC307").with("path", name).with("criterion", self.subject.criterion.as_str());
        finding.path = Some(candidate.reading.file.path.clone());
        finding.logical = candidate.reading.logical();
        Some(finding)
    }

    /// What is said of a document that fits too, beside the one that speaks.
    fn also_fits(&self, other: &Candidate<'_>, speaks: &str) -> Finding {
        let failures = other.failures();
        let severity = if failures.is_empty() { Severity::Info } else { Severity::Warning };
        let mut finding = Finding::new(codes::ALSO_FITS, severity, self.subject);
        finding.message = match failures.is_empty() {
            true => Said::new("KC308").with("speaks", speaks),
            false => Said::new("KC308-fails").with("speaks", speaks).with("failures", failures),
        };
        finding.path = Some(other.reading.file.path.clone());
        if other.reading.is_part() {
            finding.place = Place::page(other.reading.pages()[0], None);
        }
        finding.logical = other.reading.logical();
        finding.clause = Some(self.evidence.clause.clone());
        finding
    }
}

impl SlotOutcome {
    /// Nothing fulfils it, as a finding says.
    fn absent(finding: Finding) -> Self {
        // A remark alone is left where the policy asks for no more than that of a paper that is not there.
        let mut outcome = Self::new(finding.verdict.unwrap_or(Verdict::NotApplicable));
        outcome.findings.push(finding);
        outcome
    }

    /// A verdict, and nothing that led to it yet.
    fn new(verdict: Verdict) -> Self {
        let (documents, others, tried) = (Vec::new(), Vec::new(), Vec::new());
        Self { verdict, documents, others, checks: Vec::new(), findings: Vec::new(), issued: None, tried }
    }
}
