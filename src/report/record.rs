//! From a run to its record in a language: the one place where findings get their ids and words.

use std::collections::BTreeMap;

use super::catalog::{Catalog, Language};
use super::model::*;
use crate::check::{
    Arg, CriterionOutcome, Finding, ItemOutcome, Outcome, Reading, Run, Said, SubmissionOutcome, Verdict,
};
use crate::document::Status;
use crate::extract::Limits;

/// The record of a run.
pub fn record(run: &Run, catalog: &Catalog, language: Language) -> Report {
    let mut ids = Ids::default();
    let mut findings = Vec::new();
    let mut submissions = Vec::new();
    for submission in &run.submissions {
        let of_submission: Vec<FindingRecord> = submission.findings().map(|f| finding(f, &mut ids, catalog)).collect();
        submissions.push(submission_record(submission, &of_submission, catalog));
        findings.extend(of_submission);
    }
    let roll_up = run.roll_up.iter().map(|r| RollUpRecord {
        criterion: r.criterion.clone(),
        evidence: r.evidence.clone(),
        name: r.name.clone(),
        verdict: r.verdict,
        agencies: r.agencies.clone(),
    });
    Report {
        schema: SCHEMA.to_owned(),
        run: head(run, catalog, language),
        submissions,
        roll_up: roll_up.collect(),
        findings,
    }
}

fn head(run: &Run, catalog: &Catalog, language: Language) -> RunHead {
    let limits = run.info.limits;
    RunHead {
        tool: run.info.tool.clone(),
        rules: RulesHead {
            id: run.pack.id.clone(),
            sha256: run.pack.sha256.clone(),
            title: run.pack.title.clone(),
            year: run.pack.year,
            official: run.pack.official,
            source: run.pack.source.clone(),
        },
        layout: run.info.layout,
        as_of: run.info.as_of.to_string(),
        ocr: catalog.say(&run.info.ocr),
        limits: LimitsRecord {
            address_space: limits.address_space,
            progress_seconds: limits.progress.as_secs(),
            total_seconds: limits.total.as_secs(),
            file_size: limits.file_size,
            unpacked: limits.unpacked,
            pages: limits.pages,
            cells: limits.cells,
        },
        sandbox: Limits::sandbox().to_owned(),
        language: language.code().to_owned(),
    }
}

fn submission_record(
    submission: &SubmissionOutcome,
    findings: &[FindingRecord],
    catalog: &Catalog,
) -> SubmissionRecord {
    let counts = Verdict::ALL.iter().map(|v| (v.name().to_owned(), submission.count(*v)));
    let criteria = submission.criteria.iter().map(|c| criterion_record(c, findings, catalog));
    SubmissionRecord {
        agency: submission.submission.agency.clone(),
        name: submission.submission.name.clone(),
        counts: counts.collect(),
        criteria: criteria.collect(),
        documents: submission.readings.iter().map(|r| document_record(r, submission.used_by(&r.file.path))).collect(),
    }
}

fn criterion_record(criterion: &CriterionOutcome, findings: &[FindingRecord], catalog: &Catalog) -> CriterionRecord {
    // An agency that submitted nothing has one finding for all the rows that it owes.
    let is_of = |f: &&FindingRecord| {
        f.criterion.as_ref() == Some(&criterion.code) || (f.code == "KC003" && criterion.verdict == Verdict::Gap)
    };
    CriterionRecord {
        code: criterion.code.clone(),
        name: criterion.name.clone(),
        clause: criterion.clause.clone(),
        verdict: criterion.verdict,
        max_points: criterion.max_points,
        claimed: None,
        supported: None,
        evidence: criterion.evidence.iter().map(|e| evidence_record(e, catalog)).collect(),
        findings: findings.iter().filter(is_of).map(|f| f.id.clone()).collect(),
    }
}

fn evidence_record(item: &ItemOutcome, catalog: &Catalog) -> EvidenceRecord {
    EvidenceRecord {
        id: item.id.clone(),
        name: item.name.clone(),
        clause: item.clause.clone(),
        proposal: item.proposal,
        verdict: item.verdict,
        reason: item.reason.as_ref().map(|r| catalog.say(r)),
        documents: item.documents.clone(),
        checks: item.checks.iter().map(|c| check_record(c, catalog)).collect(),
    }
}

fn check_record(outcome: &Outcome, catalog: &Catalog) -> CheckRecord {
    CheckRecord {
        check: outcome.check.to_owned(),
        verdict: outcome.verdict,
        expected: catalog.say(&outcome.expected),
        found: found_value(&outcome.found, catalog),
        clause: outcome.clause.clone(),
        path: outcome.path.clone(),
        place: outcome.place.clone(),
        quote: outcome.quote.clone(),
        source: outcome.source,
    }
}

/// A day alone is a value, written as JSON writes days; all else is words.
fn found_value(said: &Said, catalog: &Catalog) -> String {
    match (said.id.as_str(), said.args.get("date")) {
        ("found-date", Some(Arg::Date(date))) => date.to_string(),
        _ => catalog.say(said),
    }
}

fn document_record(reading: &Reading, used_by: Vec<String>) -> DocumentRecord {
    let document = reading.summary();
    let has_form = !matches!(reading.status, Status::Skipped | Status::Empty) && document.pages_read > 0
        || reading.status == Status::Secret;
    let part = PartRecord { pages: [1, document.page_count.max(1)], form: (*reading.form).clone(), used_by };
    DocumentRecord {
        path: reading.file.path.clone(),
        sha256: reading.file.sha256.clone(),
        media: document.media,
        size: reading.file.size,
        pages: document.page_count,
        status: reading.status,
        criterion: Some(reading.file.criteria.join(", ")).filter(|c| !c.is_empty()),
        parts: if has_form { vec![part] } else { Vec::new() },
    }
}

/// Ids given so far: the same fingerprint twice gets a number.
#[derive(Default)]
struct Ids(BTreeMap<String, usize>);

impl Ids {
    fn next(&mut self, fingerprint: &str) -> String {
        let short: String = fingerprint.chars().take(12).collect();
        let count = self.0.entry(short.clone()).or_default();
        *count += 1;
        if *count == 1 { format!("f-{short}") } else { format!("f-{short}-{count}") }
    }
}

fn finding(finding: &Finding, ids: &mut Ids, catalog: &Catalog) -> FindingRecord {
    let fingerprint = finding.fingerprint();
    let some = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
    let related = finding.related.iter().map(|r| RelatedRecord {
        agency: finding.subject.agency.clone(),
        path: r.path.clone(),
        place: r.place.clone(),
        quote: r.quote.clone(),
    });
    FindingRecord {
        id: ids.next(&fingerprint),
        code: finding.code.as_str().to_owned(),
        check: finding.code.check().to_owned(),
        verdict: finding.verdict,
        severity: finding.severity,
        agency: finding.subject.agency.clone(),
        criterion: some(&finding.subject.criterion),
        evidence: some(&finding.subject.evidence),
        path: finding.path.clone(),
        place: finding.place.clone(),
        quote: finding.quote.clone(),
        related: related.collect(),
        expected: finding.expected.as_ref().map(|s| catalog.say(s)),
        found: finding.found.as_ref().map(|s| found_value(s, catalog)),
        clause: finding.clause.clone(),
        message: finding.message.clone(),
        text: catalog.say(&finding.message),
        fix: catalog.fix(&finding.message),
        searched: finding.searched,
        nearest: finding.nearest.as_ref().map(|n| NearestRecord { path: n.path.clone(), why: catalog.say(&n.why) }),
        fingerprint,
    }
}
