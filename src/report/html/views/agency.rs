//! One agency: how complete its submission is, its criteria with their proofs, its documents.

use std::collections::BTreeSet;

use serde::Serialize;

use super::finding::FindingView;
use super::label::{VerdictView, verdict_on};
use super::todo::{AcceptView, OpenItemView};
use crate::message::{Said, Severity, Verdict};
use crate::report::catalog::Catalog;
use crate::report::model::{CheckRecord, DocumentRecord, DocumentRow, EvidenceRecord, FindingRecord};
use crate::report::place::{day, field, in_words};
use crate::report::standing::{Handling, Row, Standing};
use crate::report::text::counts;

#[derive(Serialize)]
pub(super) struct AgencyView<'a> {
    anchor: String,
    name: &'a str,
    folder: &'a str,
    counts: String,
    ready: String,
    bar: Vec<Segment>,
    rows: Vec<CriterionView<'a>>,
    whole: Vec<FindingView<'a>>,
    open_items: Vec<OpenItemView<'a>>,
    accept: Vec<AcceptView<'a>>,
    pub(super) look: Vec<AcceptView<'a>>,
    documents: Vec<DocumentView<'a>>,
    pub(super) unused: usize,
}

impl<'a> AgencyView<'a> {
    pub(super) fn new(index: usize, standing: &Standing<'a>, catalog: &Catalog) -> Self {
        let submission = standing.submission;
        let anchor = format!("a{}", index + 1);
        let documents: Vec<DocumentView<'_>> =
            submission.documents.iter().flat_map(|d| DocumentView::of_file(d, catalog)).collect();
        let accept = |handling| standing.rows.iter().filter(move |r| r.handling == handling);
        let ready = Said::new("report-ready-of").with("met", standing.settled()).with("owed", standing.owed());
        Self {
            name: &submission.name,
            folder: &submission.agency,
            counts: counts(submission, catalog),
            ready: catalog.say(&ready),
            bar: bar(standing),
            rows: standing.rows.iter().map(|r| CriterionView::new(r, &anchor, catalog)).collect(),
            whole: standing.whole.iter().map(|f| FindingView::new(f, catalog)).collect(),
            open_items: standing.open_items.iter().map(|open| OpenItemView::new(open, &anchor, catalog)).collect(),
            accept: accept(Handling::Accept).map(|r| AcceptView::new(r, &anchor, catalog)).collect(),
            look: accept(Handling::Look).map(|r| AcceptView::new(r, &anchor, catalog)).collect(),
            unused: documents.iter().filter(|d| d.unused).count(),
            documents,
            anchor,
        }
    }
}

/// A segment of the progress bar of an agency; start and width in percent of the bar.
#[derive(Serialize)]
struct Segment {
    verdict: &'static str,
    from: f64,
    width: f64,
}

/// The segments for met (or waived), unclear and open criteria.
fn bar(standing: &Standing<'_>) -> Vec<Segment> {
    let parts =
        [("met", &[Verdict::Met, Verdict::Waived][..]), ("unclear", &[Verdict::Unclear]), ("gap", &[Verdict::Gap])];
    let percent = |count: usize| (count as f64 / standing.owed().max(1) as f64 * 1000.0).round() / 10.0;
    let mut segments = Vec::new();
    let mut before = 0;
    for (verdict, verdicts) in parts {
        let count = standing.count(verdicts);
        if count > 0 {
            segments.push(Segment { verdict, from: percent(before), width: percent(count) });
        }
        before += count;
    }
    segments
}

#[derive(Serialize)]
struct CriterionView<'a> {
    code: &'a str,
    name: &'a str,
    clause: &'a str,
    anchor: String,
    verdict: VerdictView,
    items: Vec<ItemView<'a>>,
    findings: Vec<FindingView<'a>>,
    infos: Vec<FindingView<'a>>,
    proofs: Vec<ItemView<'a>>,
}

impl<'a> CriterionView<'a> {
    fn new(row: &Row<'a>, agency: &str, catalog: &Catalog) -> Self {
        let criterion = row.criterion;
        let mut findings = row.findings.clone();
        // The most severe come first, demands before proposals; equal ones stay in the order of the report.
        findings.sort_by_key(|f| (f.severity, f.proposal));
        let (infos, findings): (Vec<_>, Vec<_>) = findings.into_iter().partition(|f| f.severity == Severity::Info);
        let views = |list: Vec<&'a FindingRecord>| list.into_iter().map(|f| FindingView::new(f, catalog)).collect();
        let items = || criterion.evidence.iter().filter(|e| e.verdict != Verdict::NotApplicable);
        Self {
            code: &criterion.code,
            name: &criterion.name,
            clause: &criterion.clause,
            anchor: format!("{agency}-{}", criterion.code),
            verdict: verdict_on(criterion.verdict, criterion.on_proposals, catalog),
            items: items().map(|e| ItemView::new(e, catalog)).collect(),
            findings: views(findings),
            infos: views(infos),
            proofs: items().filter(|e| e.verdict == Verdict::Met).map(|e| ItemView::new(e, catalog)).collect(),
        }
    }
}

#[derive(Serialize)]
struct ItemView<'a> {
    name: &'a str,
    proposal: bool,
    verdict: VerdictView,
    documents: &'a [String],
    checks: Vec<CheckView<'a>>,
}

impl<'a> ItemView<'a> {
    fn new(item: &'a EvidenceRecord, catalog: &Catalog) -> Self {
        Self {
            name: &item.name,
            proposal: item.proposal,
            verdict: verdict_on(item.verdict, item.on_proposals, catalog),
            documents: &item.documents,
            checks: item.checks.iter().map(|c| CheckView::new(c, catalog)).collect(),
        }
    }
}

#[derive(Serialize)]
struct CheckView<'a> {
    label: String,
    proposal: bool,
    expected: &'a str,
    found: String,
    path: &'a str,
    place: String,
    crop: Option<&'a str>,
    quote: Option<&'a str>,
}

impl<'a> CheckView<'a> {
    fn new(check: &'a CheckRecord, catalog: &Catalog) -> Self {
        Self {
            label: catalog.check(&check.check),
            proposal: check.proposal,
            expected: &check.expected,
            found: day(&check.found, catalog),
            path: &check.path,
            place: in_words(&check.place, catalog),
            crop: check.crop.as_deref(),
            quote: check.quote.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct DocumentView<'a> {
    path: String,
    status: &'static str,
    status_label: String,
    number: String,
    date: String,
    issuer: String,
    pages: u32,
    /// For the filters: codes of the criteria that its folder or name assigns it to, and of those that use it.
    criteria: String,
    used_by: Vec<&'a str>,
    unused: bool,
}

impl<'a> DocumentView<'a> {
    fn of_file(document: &'a DocumentRecord, catalog: &Catalog) -> Vec<Self> {
        document.rows().into_iter().map(|row| Self::new(document, row, catalog)).collect()
    }

    fn new(document: &'a DocumentRecord, row: DocumentRow<'a>, catalog: &Catalog) -> Self {
        let DocumentRow { name, part, pages } = row;
        let form = part.map(|p| &p.form);
        let used_by: Vec<&str> = part.iter().flat_map(|p| &p.used_by).map(String::as_str).collect();
        let assigned = document.criterion.as_deref().unwrap_or_default().split(", ");
        let criteria: BTreeSet<&str> =
            assigned.chain(used_by.iter().filter_map(|u| u.split_once('/')).map(|(code, _)| code)).collect();
        Self {
            path: name,
            status: document.status.name(),
            status_label: catalog.status(document.status),
            number: form.map(|f| field(&f.number, catalog)).unwrap_or_default(),
            date: form.map(|f| field(&f.issued.field, catalog)).unwrap_or_default(),
            issuer: form.map(|f| field(&f.issuer, catalog)).unwrap_or_default(),
            pages,
            criteria: criteria.into_iter().collect::<Vec<_>>().join(" "),
            unused: used_by.is_empty() && document.has_content(),
            used_by,
        }
    }
}
