//! Builds the record of a run. Findings get their ids here; texts are filled in last, by `render_texts`.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use super::catalog::{Catalog, Language};
use super::model::*;
use super::wording::render_texts;
use crate::check::{
    CriterionOutcome, Evidence, Finding, ItemOutcome, Nearest, Outcome, Pack, Run, SubmissionOutcome, crop_name,
};
use crate::document::{Place, Status};
use crate::files::ContentHash;
use crate::message::{Said, Verdict};
use crate::reading::Reading;
use crate::submission::Submission;

/// The record of a run, with its texts in the language of the catalogue. The submissions are handed over apart, as a large run
/// need not keep what was recorded.
pub fn record<S: Borrow<SubmissionOutcome>>(
    run: &Run,
    outcomes: impl IntoIterator<Item = S>,
    catalog: &Catalog,
    language: Language,
) -> Report {
    let mut ids = Ids::default();
    let mut findings = Vec::new();
    let mut submissions = Vec::new();
    for outcome in outcomes {
        let outcome = outcome.borrow();
        let mut of_submission: Vec<FindingRecord> = outcome.findings().map(|f| finding(f, &mut ids)).collect();
        let mut submission = submission_record(outcome, &of_submission, &run.pack);
        name_crops(&mut submission, &mut of_submission, outcome, run);
        submissions.push(submission);
        findings.extend(of_submission);
    }
    let roll_up = run.roll_up.iter().map(|r| RollUpRecord {
        criterion: r.criterion.clone(),
        evidence: r.evidence.clone(),
        name: r.name.clone(),
        verdict: r.verdict,
        agencies: r.agencies.clone(),
    });
    let mut report =
        Report { schema: SCHEMA.to_owned(), run: head(run), submissions, roll_up: roll_up.collect(), findings };
    render_texts(&mut report, catalog, language);
    report
}

/// Sets the picture of each finding and check whose place was cut out of a scan.
fn name_crops(
    submission: &mut SubmissionRecord,
    findings: &mut [FindingRecord],
    outcome: &SubmissionOutcome,
    run: &Run,
) {
    if run.crops.is_empty() {
        return;
    }
    let files = outcome.readings.iter().map(|reading| &reading.file);
    let hashes: BTreeMap<&str, ContentHash> = files.filter_map(|f| Some((f.path.as_str(), f.hash?))).collect();
    let crop =
        |path: &str, place: &Place| crop_name(hashes.get(path)?, place).filter(|name| run.crops.contains_key(name));
    for finding in findings {
        finding.crop = finding.path.as_ref().and_then(|path| crop(path, &finding.place));
    }
    let items = submission.criteria.iter_mut().flat_map(|c| &mut c.evidence);
    for check in items.flat_map(|item| &mut item.checks) {
        check.crop = crop(&check.path, &check.place);
    }
}

fn head(run: &Run) -> RunHead {
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
        ocr: String::new(),
        ocr_message: Some(run.info.ocr.clone()),
        limits: LimitsRecord {
            address_space: limits.address_space,
            progress_seconds: limits.progress.as_secs(),
            total_seconds: limits.total.as_secs(),
            recognition_seconds: limits.recognition.as_secs(),
            file_size: limits.file_size,
            unpacked: limits.unpacked,
            pages: limits.pages,
            cells: limits.cells,
        },
        sandbox: String::new(),
        sandbox_message: Some(Said::new(run.info.isolation.message())),
        language: String::new(),
    }
}

fn submission_record(submission: &SubmissionOutcome, findings: &[FindingRecord], pack: &Pack) -> SubmissionRecord {
    let counts = Verdict::ALL.iter().map(|v| (v.name().to_owned(), submission.count(*v)));
    let criteria: Vec<_> = submission.criteria.iter().map(|c| criterion_record(c, findings, pack)).collect();
    SubmissionRecord {
        agency: submission.submission.agency.clone(),
        name: submission.submission.name.clone(),
        name_message: name_message(&submission.submission),
        counts: counts.collect(),
        unclear_on_proposals: criteria.iter().filter(|c| c.on_proposals).count(),
        criteria,
        documents: submission
            .readings
            .chunk_by(|a, b| a.file.path == b.file.path)
            .filter_map(|documents| document_record(documents, submission))
            .collect(),
    }
}

/// The name of a submission in the language of the catalogue.
pub fn display_name(submission: &Submission, catalog: &Catalog) -> String {
    name_message(submission).map_or_else(|| submission.name.clone(), |said| catalog.say(&said))
}

/// The name of a submission that has none of its own.
fn name_message(submission: &Submission) -> Option<Said> {
    submission.is_nameless().then(no_folder)
}

/// The name of what lies directly in the root of a batch.
pub(super) fn no_folder() -> Said {
    Said::new("report-no-folder")
}

fn criterion_record(criterion: &CriterionOutcome, findings: &[FindingRecord], pack: &Pack) -> CriterionRecord {
    // An agency that submitted nothing has a single finding (KC003), which belongs to all criteria that it owes.
    let is_of = |f: &&FindingRecord| {
        f.criterion.as_ref() == Some(&criterion.code) || (f.code == "KC003" && criterion.verdict == Verdict::Gap)
    };
    let own = || findings.iter().filter(|f| f.criterion.as_ref() == Some(&criterion.code));
    let of_item = |item: &ItemOutcome| own().filter(|f| f.evidence.as_ref() == Some(&item.id)).collect::<Vec<_>>();
    let rules = pack.criterion(&criterion.code);
    let rule = |item: &ItemOutcome| rules.and_then(|c| c.evidence.iter().find(|e| e.id == item.id));
    CriterionRecord {
        code: criterion.code.clone(),
        name: criterion.name.clone(),
        clause: criterion.clause.clone(),
        verdict: criterion.verdict,
        on_proposals: rests_on_proposals(criterion.verdict, own()),
        max_points: criterion.max_points,
        claimed: None,
        supported: None,
        evidence: criterion.evidence.iter().map(|e| evidence_record(e, rule(e), &of_item(e))).collect(),
        findings: findings.iter().filter(is_of).map(|f| f.id.clone()).collect(),
    }
}

fn evidence_record(item: &ItemOutcome, rule: Option<&Evidence>, findings: &[&FindingRecord]) -> EvidenceRecord {
    EvidenceRecord {
        id: item.id.clone(),
        name: item.name.clone(),
        clause: item.clause.clone(),
        proposal: item.proposal,
        verdict: item.verdict,
        on_proposals: rests_on_proposals(item.verdict, findings.iter().copied()),
        any_of: rule.and_then(|e| e.any_of.clone()),
        reason: None,
        reason_message: item.reason.clone(),
        documents: item.documents.clone(),
        checks: item.checks.iter().map(check_record).collect(),
    }
}

fn check_record(outcome: &Outcome) -> CheckRecord {
    CheckRecord {
        check: outcome.check.to_owned(),
        proposal: outcome.proposal,
        verdict: outcome.verdict,
        expected: String::new(),
        expected_message: Some(outcome.expected.clone()),
        found: String::new(),
        found_message: Some(outcome.found.clone()),
        clause: outcome.clause.clone(),
        path: outcome.path.clone(),
        place: outcome.place.clone(),
        quote: outcome.quote.clone(),
        crop: None,
        source: outcome.source,
    }
}

/// The record of a file; `documents` are the readings of its parts.
fn document_record(documents: &[Reading], submission: &SubmissionOutcome) -> Option<DocumentRecord> {
    let first = documents.first()?;
    let has_form = |reading: &Reading| {
        !matches!(reading.status, Status::Skipped | Status::Empty) && reading.summary().pages_read > 0
            || reading.status == Status::Secret
    };
    let parts = documents.iter().filter(|r| has_form(r)).map(|reading| PartRecord {
        pages: reading.pages(),
        form: (*reading.form).clone(),
        used_by: submission.used_by(&reading.name()),
    });
    let file = &first.file;
    Some(DocumentRecord {
        path: file.path.clone(),
        sha256: file.hash.map(|hash| hash.to_string()).unwrap_or_default(),
        media: first.summary().media,
        size: file.size,
        pages: first.summary().page_count,
        status: first.file_status(),
        criterion: Some(file.criteria.join(", ")).filter(|c| !c.is_empty()),
        parts: parts.collect(),
    })
}

/// Assigns ids to findings; counts how often each shortened fingerprint occurred, to keep them unique.
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

fn finding(finding: &Finding, ids: &mut Ids) -> FindingRecord {
    let fingerprint = finding.fingerprint();
    let non_empty = |text: &str| Some(text.to_owned()).filter(|t| !t.is_empty());
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
        proposal: finding.proposal,
        agency: finding.subject.agency.clone(),
        criterion: non_empty(&finding.subject.criterion),
        evidence: non_empty(&finding.subject.evidence),
        path: finding.path.clone(),
        place: finding.place.clone(),
        quote: finding.quote.clone(),
        crop: None,
        related: related.collect(),
        expected: None,
        expected_message: finding.expected.clone(),
        found: None,
        found_message: finding.found.clone(),
        clause: finding.clause.clone(),
        message: finding.message.clone(),
        text: String::new(),
        fix: String::new(),
        searched: finding.searched,
        words: finding.words.clone(),
        nearest: finding.nearest.as_ref().map(nearest),
        fingerprint,
    }
}

fn nearest(nearest: &Nearest) -> NearestRecord {
    NearestRecord { path: nearest.path.clone(), why: String::new(), why_message: Some(nearest.why.clone()) }
}
