//! One evidence item: candidates are chosen and judged, the best speaks for the item.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::candidates::{Fit, Wanted};
use super::finding::{Finding, Searched, Subject};
use super::kinds::{Context, flag, run_all};
use super::outcome::{ItemOutcome, Outcome, Tried};
use crate::document::Status;
use crate::files::ContentHash;
use crate::message::{self, Arg, Code, Said, Severity, Verdict};
use crate::reading::Reading;
use crate::rules::{Criterion, Evidence, Pack, PeriodDemand};
use crate::submission::{Codes, Facts, Oddity};
use crate::text::doctype::OFFICIAL_LETTER;

/// What is the same for all items of a criterion of a submission.
#[derive(Clone, Copy)]
pub(super) struct Bench<'a> {
    pub(super) pack: &'a Pack,
    pub(super) codes: &'a Codes,
    pub(super) criterion: &'a Criterion,
    pub(super) agency: &'a str,
    pub(super) facts: &'a Facts,
    pub(super) as_of: Date,
    pub(super) readings: &'a [Reading],
    pub(super) oddities: &'a [Oddity],
}

/// A document held against an item.
struct Held<'a> {
    reading: &'a Reading,
    elsewhere: bool,
    outcomes: Vec<Outcome>,
}

impl Held<'_> {
    fn failed(&self) -> usize {
        self.outcomes.iter().filter(|o| matches!(o.verdict, Verdict::Gap | Verdict::Unclear)).count()
    }

    fn is_met(&self) -> bool {
        self.failed() == 0
    }

    /// True if it lacks nothing but what a document gets when it is signed and sent: number, day, signature.
    fn fails_only_in_form(&self) -> bool {
        let of_signing = ["number-present", "date-present", "signer-present", "not-draft"];
        self.outcomes.iter().filter(|o| o.verdict == Verdict::Gap).all(|o| of_signing.contains(&o.check))
    }

    fn verdict(&self) -> Verdict {
        Verdict::over(self.outcomes.iter().map(|o| o.verdict).filter(|v| *v != Verdict::NotApplicable))
    }
}

/// True if a document of another type was handed in as the one asked for: an official letter that reports, or one of
/// which nothing else is wrong. A decision about a plan is not the plan's report.
fn stands_in(held: &Held<'_>) -> bool {
    let fails = |o: &&Outcome| o.verdict == Verdict::Gap && o.check != "type";
    let kind = held.reading.form.r#type.read();
    kind.is_none_or(|kind| kind == OFFICIAL_LETTER) || !held.outcomes.iter().any(|o| fails(&o))
}

/// Days of the documents of the items judged so far, for rules about the order in time.
pub(super) type Siblings = BTreeMap<String, (Date, Date)>;

/// Judges one item.
pub(super) fn judge(bench: &Bench<'_>, evidence: &Evidence, siblings: &mut Siblings) -> ItemOutcome {
    let subject = Subject {
        agency: bench.agency.to_owned(),
        criterion: bench.criterion.code.clone(),
        evidence: evidence.id.clone(),
    };
    let mut item = ItemOutcome {
        id: evidence.id.clone(),
        name: evidence.name.clone(),
        clause: evidence.clause.clone(),
        proposal: evidence.proposal,
        verdict: Verdict::Met,
        reason: None,
        documents: Vec::new(),
        checks: Vec::new(),
        findings: Vec::new(),
        tried: Vec::new(),
    };
    let periods = &evidence.require.periods;
    let slots: Vec<Option<&PeriodDemand>> =
        if periods.is_empty() { vec![None] } else { periods.iter().map(Some).collect() };
    let mut verdicts = Vec::new();
    let mut issued = None;
    for period in slots {
        let slot = Slot { bench, evidence, period, subject: &subject, siblings };
        let outcome = slot.judge();
        verdicts.push(outcome.verdict);
        // The order in time is judged also against a document that fails in something else.
        issued = issued.or(outcome.issued);
        for document in outcome.documents {
            if !item.documents.contains(&document) {
                item.documents.push(document);
            }
        }
        item.checks.extend(outcome.checks);
        item.findings.extend(outcome.findings);
        item.tried.extend(outcome.tried);
    }
    if let Some(span) = issued {
        siblings.insert(evidence.id.clone(), span);
    }
    item.verdict = Verdict::over(verdicts);
    item
}

/// One document (or `count` of them) that an item asks for: the whole item, or one of its periods.
struct Slot<'a> {
    bench: &'a Bench<'a>,
    evidence: &'a Evidence,
    period: Option<&'a PeriodDemand>,
    subject: &'a Subject,
    siblings: &'a Siblings,
}

struct SlotOutcome {
    verdict: Verdict,
    documents: Vec<String>,
    checks: Vec<Outcome>,
    findings: Vec<Finding>,
    issued: Option<(Date, Date)>,
    tried: Vec<Tried>,
}

impl<'a> Slot<'a> {
    fn wanted(&self) -> Wanted<'a> {
        Wanted { evidence: self.evidence, period: self.period, year: self.bench.pack.year }
    }

    fn judge(&self) -> SlotOutcome {
        let needed = self.evidence.require.count.max(1) as usize;
        let (own, others): (Vec<&Reading>, Vec<&Reading>) =
            self.bench.readings.iter().partition(|r| r.is_of(&self.bench.criterion.code));
        let mut tried = self.try_all(&own, Fit::Candidate, false);
        let looks_elsewhere = tried.iter().filter(|t| t.is_met()).count() < needed;
        if looks_elsewhere {
            tried.extend(self.try_all(&others, Fit::Candidate, true));
        }
        if tried.is_empty() {
            // A plan that another item asks for is not this item's report in the wrong type.
            let unclaimed: Vec<&Reading> = own.iter().copied().filter(|r| !self.is_claimed(r)).collect();
            tried = self.try_all(&unclaimed, Fit::OtherType, false);
            tried.retain(|held| stands_in(held));
            // Nor does it speak for the item where an unread document could be the right one.
            if tried.iter().all(|t| t.verdict() == Verdict::Gap) && self.hides() {
                tried.clear();
            }
        }
        // The same content under two names is one document.
        let mut seen: Vec<(Option<ContentHash>, [u32; 2])> = Vec::new();
        tried.retain(|t| {
            let content = (t.reading.file.hash, t.reading.pages());
            let is_new = content.0.is_none() || !seen.contains(&content);
            seen.push(content);
            is_new
        });
        // Stable: own documents before others, by path within each.
        tried.sort_by_key(|t| (t.failed(), t.elsewhere));
        let met = tried.iter().filter(|t| t.is_met()).count();
        let account = self.account(&tried, &own, if looks_elsewhere { &others } else { &[] });
        let outcome = if met >= needed {
            self.met(tried.into_iter().take(needed).collect())
        } else {
            match tried.into_iter().nth(met) {
                Some(best) => self.failing(best),
                None if met > 0 => self.too_few(met, needed),
                None => self.missing(),
            }
        };
        SlotOutcome { tried: account, ..outcome }
    }

    /// What was held against this slot: candidates with their checks, then the criterion's other documents and why they
    /// are none, then how many others were looked at in vain.
    fn account(&self, held: &[Held<'_>], own: &[&Reading], elsewhere: &[&Reading]) -> Vec<Tried> {
        let period = self.period.map(|p| message::period(p.period));
        let candidates = held.iter().map(|h| Tried {
            path: Some(h.reading.name()),
            period: period.clone(),
            passed_over: None,
            checks: h.outcomes.clone(),
        });
        let is_held = |r: &&&Reading| held.iter().any(|h| std::ptr::eq(h.reading, **r));
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
        candidates.chain(others).chain(elsewhere).collect()
    }

    fn try_all(&self, readings: &[&'a Reading], fit: Fit, elsewhere: bool) -> Vec<Held<'a>> {
        let context = Context {
            pack: self.bench.pack,
            criterion: self.bench.criterion,
            evidence: self.evidence,
            period: self.period,
            subject: self.subject,
            facts: self.bench.facts,
            readings: self.bench.readings,
            siblings: self.siblings,
        };
        readings
            .iter()
            .filter(|r| self.wanted().fit(r) == fit)
            .map(|reading| Held { reading, elsewhere, outcomes: run_all(&context, reading) })
            .collect()
    }

    /// True if another item of the criterion takes the document as its candidate.
    fn is_claimed(&self, reading: &Reading) -> bool {
        let year = self.bench.pack.year;
        let others = self.bench.criterion.evidence.iter().filter(|e| e.id != self.evidence.id);
        others.into_iter().any(|evidence| Wanted { evidence, period: None, year }.fit(reading) == Fit::Candidate)
    }

    fn met(&self, tried: Vec<Held<'_>>) -> SlotOutcome {
        let issued = tried.iter().filter_map(|t| t.reading.issued()).min();
        let mut outcome = SlotOutcome {
            verdict: Verdict::Met,
            documents: vec![],
            checks: vec![],
            findings: vec![],
            issued,
            tried: vec![],
        };
        for t in tried {
            outcome.documents.push(t.reading.name());
            outcome.findings.extend(self.found_elsewhere(&t));
            outcome.findings.extend(t.outcomes.iter().flat_map(|o| o.raised.clone()));
            outcome.checks.extend(t.outcomes);
        }
        outcome
    }

    fn failing(&self, best: Held<'_>) -> SlotOutcome {
        let mut findings: Vec<Finding> = self.found_elsewhere(&best).into_iter().collect();
        findings.extend(best.outcomes.iter().flat_map(|o| o.raised.clone()));
        let mut verdict = best.verdict();
        // A draft beside a scan that nobody has read: the scan may be the signed copy.
        if verdict == Verdict::Gap && best.fails_only_in_form() && self.hides() {
            verdict = Verdict::Unclear;
            for finding in findings.iter_mut().filter(|f| f.severity == Severity::Error) {
                (finding.severity, finding.verdict) = (Severity::Warning, None);
            }
            findings.extend(self.missing().findings);
        }
        SlotOutcome {
            verdict,
            documents: vec![best.reading.name()],
            issued: best.reading.issued(),
            checks: best.outcomes,
            findings,
            tried: vec![],
        }
    }

    fn found_elsewhere(&self, tried: &Held<'_>) -> Option<Finding> {
        if !tried.elsewhere {
            return None;
        }
        let name = tried.reading.name();
        let mut finding = Finding::new(Code::FoundElsewhere, Severity::Info, self.subject);
        finding.message = Said::new("KC307").with("path", name).with("criterion", self.subject.criterion.as_str());
        finding.path = Some(tried.reading.file.path.clone());
        finding.logical = tried.reading.logical();
        Some(finding)
    }

    fn too_few(&self, met: usize, needed: usize) -> SlotOutcome {
        let mut outcome = self.missing();
        for finding in &mut outcome.findings {
            finding.code = Code::TooFew;
            // What comes nearest is the document that is there.
            finding.nearest = None;
            let mut message = std::mem::take(&mut finding.message).with("count", met).with("needed", needed);
            let variant = ["-unread", "-secret"].into_iter().find(|v| message.id.ends_with(v)).unwrap_or_default();
            message.id = format!("{}{variant}", Code::TooFew.as_str());
            finding.message = message;
        }
        outcome
    }

    fn missing(&self) -> SlotOutcome {
        let (secret, unread) = self.hidden();
        let is_due = self.due_on().filter(|day| *day >= self.bench.as_of);
        let (verdict, severity) =
            if self.hides() { (Verdict::Unclear, Severity::Question) } else { (Verdict::Gap, Severity::Error) };
        let code = if self.period.is_some() { Code::PeriodMissing } else { Code::Missing };
        let mut finding = Finding::new(code, severity, self.subject);
        let variant = match (unread.is_empty(), secret.is_empty(), is_due) {
            (false, ..) => "-unread",
            (true, false, _) => "-secret",
            (true, true, Some(_)) => "-due",
            (true, true, None) => "",
        };
        let mut message = Said::new(format!("{}{variant}", code.as_str())).with("what", self.what());
        if let Some(period) = self.period {
            message = message.with("period", message::period(period.period));
        }
        if let Some(day) = is_due {
            message = message.with("due", day);
        }
        // Files to be opened and secret ones are told apart: nobody is asked to hand in the latter.
        message = match (unread.is_empty(), secret.is_empty()) {
            (true, true) => message,
            (true, false) => message.with("files", secret),
            (false, true) => message.with("files", unread).with("secret", flag(false)),
            (false, false) => message.with("files", unread).with("secret", flag(true)).with("secret_files", secret),
        };
        finding.message = message;
        finding.expected = Some(self.expected());
        finding.found = Some(Said::new("found-nothing"));
        finding.clause = Some(self.evidence.clause.clone());
        finding.searched = Some(self.searched());
        finding.nearest = self.nearest();
        SlotOutcome { verdict, documents: vec![], checks: vec![], findings: vec![finding], issued: None, tried: vec![] }
    }

    fn due_on(&self) -> Option<Date> {
        let own = self.period.and_then(|p| p.deadline).or(self.evidence.require.deadline);
        let end = own.map(|d| d.date).or(self.evidence.require.window.map(|w| w.to))?;
        Some(end.in_year(self.bench.pack.year))
    }

    /// Paths of what could be the missing one although what was read of it does not say so: secret documents, and what
    /// could not be read.
    fn hidden(&self) -> (Vec<String>, Vec<String>) {
        let hiding = self.bench.readings.iter().filter(|r| self.may_be_it(r));
        let (secret, unread): (Vec<&Reading>, Vec<&Reading>) = hiding.partition(|r| r.status == Status::Secret);
        let names = |readings: Vec<&Reading>| readings.into_iter().map(Reading::name).collect::<Vec<_>>();
        let mut unread = names(unread);
        unread.extend(self.unopened().map(str::to_owned));
        (names(secret), unread)
    }

    /// True if something could be the missing one.
    fn hides(&self) -> bool {
        self.hidden() != (Vec::new(), Vec::new())
    }

    /// The name of what is asked for; where it is one document only, with its number and day.
    fn what(&self) -> Arg {
        let matching = &self.evidence.matching;
        let name = self.evidence.name.as_str();
        match (&matching.number, matching.date) {
            (Some(number), Some(date)) => Said::new("what-numbered")
                .with("what", name)
                .with("number", number.text.as_str())
                .with("date", date)
                .into(),
            _ => name.into(),
        }
    }

    /// An unread document could be the missing one if it lies under this criterion or under none, and what is known of it
    /// does not say otherwise.
    fn may_be_it(&self, reading: &Reading) -> bool {
        let near = reading.is_of(&self.bench.criterion.code) || reading.is_of_none();
        near && reading.may_hide_evidence() && !self.wanted().is_ruled_out(reading)
    }

    /// Links and entries that could not be opened, under this criterion or under none.
    fn unopened(&self) -> impl Iterator<Item = &str> {
        let code = &self.bench.criterion.code;
        let unopened = self.bench.oddities.iter().filter_map(Oddity::unopened);
        unopened.filter(move |(_, criteria)| criteria.is_empty() || criteria.contains(code)).map(|(path, _)| path)
    }

    fn expected(&self) -> Said {
        let matching = &self.evidence.matching;
        match (&matching.number, matching.date, &matching.issuer) {
            (Some(number), Some(date), Some(issuer)) => Said::new("expect-exact")
                .with("number", number.text.as_str())
                .with("date", date)
                .with("issuer", issuer.as_str()),
            (Some(number), ..) => Said::new("expect-number").with("number", number.text.as_str()),
            (None, ..) => {
                let types = message::types_of_documents(&matching.types);
                let phrases: Vec<String> = matching.phrases.iter().map(|p| format!("“{}”", p.text)).collect();
                Said::new("expect-title").with("types", types).with("phrases", phrases)
            }
        }
    }

    fn searched(&self) -> Searched {
        let read = self.bench.readings.iter().filter(|r| r.status.has_text());
        let (documents, pages) = read.fold((0, 0), |(d, p), r| (d + 1, p + r.summary().pages_read as usize));
        let unread = self.bench.readings.iter().filter(|r| r.may_hide_evidence() && !r.status.has_text()).count();
        let unreadable = unread + self.bench.oddities.iter().filter_map(Oddity::unopened).count();
        Searched { documents, pages, unreadable }
    }

    fn nearest(&self) -> Option<super::finding::Nearest> {
        let (own, others): (Vec<&Reading>, Vec<&Reading>) =
            self.bench.readings.iter().partition(|r| r.is_of(&self.bench.criterion.code));
        self.wanted().nearest(&own).or_else(|| self.wanted().nearest(&others))
    }
}

#[cfg(test)]
#[path = "item_tests.rs"]
mod tests;
