//! The report as one page for a browser: no script, nothing remote; text of documents is always escaped by the template.

use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment};
use serde::Serialize;

use super::catalog::Catalog;
use super::model::{
    CheckRecord, CriterionRecord, DocumentRecord, EvidenceRecord, FindingRecord, Report, RollUpRecord, RunHead,
    SubmissionRecord,
};
use super::place::in_words;
use super::text::{counts, mark, secret_files};
use crate::check::{Said, Severity, Verdict};
use crate::document::Status;
use crate::submission::Layout;

const TEMPLATE: &str = include_str!("html/report.html");
const STYLE: &str = include_str!("html/report.css");

/// Why the page could not be made: a defect of the template, never of a document.
#[derive(Debug, thiserror::Error)]
#[error("the HTML report could not be made: {0}")]
pub struct HtmlError(#[from] minijinja::Error);

/// The page.
///
/// # Errors
/// When the template is broken.
pub fn html(report: &Report, catalog: &Catalog) -> Result<String, HtmlError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.add_template("report.html", TEMPLATE)?;
    let words: BTreeMap<&'static str, String> =
        WORDS.iter().map(|w| (w.trim_start_matches("report-"), catalog.word(w))).collect();
    let submissions: Vec<SubmissionView<'_>> =
        report.submissions.iter().enumerate().map(|(i, s)| SubmissionView::new(i, s, report, catalog)).collect();
    let verdicts = Verdict::ALL.iter().filter(|v| **v != Verdict::Waived).map(|v| verdict_view(*v, catalog));
    let secret = secret_files(report);
    let secret = (!secret.is_empty())
        .then(|| catalog.say(&Said::new("report-secret").with("count", secret.len()).with("files", secret.clone())));
    let files: usize = report.submissions.iter().map(|s| s.documents.len()).sum();
    let total = Said::new("report-total").with("agencies", report.submissions.len()).with("files", files);
    let limits = &report.run.limits;
    let limits = Said::new("report-limits-value")
        .with("memory", (limits.address_space >> 20) as f64)
        .with("seconds", limits.total_seconds as f64)
        .with("pages", limits.pages)
        .with("cells", limits.cells as f64);
    let layout = match report.run.layout {
        Layout::Single => "report-layout-single",
        Layout::Batch => "report-layout-batch",
    };
    let page = PageView {
        style: STYLE,
        w: words,
        run: &report.run,
        as_of: day(&report.run.as_of, catalog),
        total: catalog.say(&total),
        limits: catalog.say(&limits),
        layout: catalog.word(layout),
        secret,
        verdicts: verdicts.collect(),
        submissions,
        roll_up: report.roll_up.iter().map(|r| RollUpView::new(r, report, catalog)).collect(),
    };
    Ok(environment.get_template("report.html")?.render(Serde(page))?)
}

/// What the template is given.
#[derive(Serialize)]
struct PageView<'a> {
    style: &'static str,
    w: BTreeMap<&'static str, String>,
    run: &'a RunHead,
    as_of: String,
    total: String,
    limits: String,
    layout: String,
    secret: Option<String>,
    verdicts: Vec<VerdictView>,
    submissions: Vec<SubmissionView<'a>>,
    roll_up: Vec<RollUpView<'a>>,
}

/// Words that the template uses; without their prefix there.
const WORDS: &[&str] = &[
    "report-title",
    "report-agency",
    "report-criterion",
    "report-evidence",
    "report-verdict",
    "report-findings",
    "report-infos",
    "report-no-findings",
    "report-proofs",
    "report-no-proofs",
    "report-documents",
    "report-unused",
    "report-expected",
    "report-found",
    "report-where",
    "report-clause",
    "report-fix",
    "report-quote",
    "report-nearest",
    "report-related",
    "report-file",
    "report-status",
    "report-number",
    "report-date",
    "report-issuer",
    "report-used-by",
    "report-pages",
    "report-roll-up",
    "report-matrix",
    "report-whole-folder",
    "report-proposal",
    "report-not-official",
    "report-rules",
    "report-source",
    "report-as-of",
    "report-layout",
    "report-ocr",
    "report-limits",
    "report-sandbox",
    "report-made-by",
    "report-legend",
];

#[derive(Serialize)]
struct VerdictView {
    name: &'static str,
    mark: &'static str,
    label: String,
    means: String,
}

fn verdict_view(verdict: Verdict, catalog: &Catalog) -> VerdictView {
    let id = format!("verdict-{}", verdict.name());
    VerdictView {
        name: verdict.name(),
        mark: mark(verdict),
        label: catalog.word(&id),
        means: catalog.word(&format!("{id}-means")),
    }
}

#[derive(Serialize)]
struct SubmissionView<'a> {
    anchor: String,
    name: &'a str,
    folder: &'a str,
    counts: String,
    criteria: Vec<CriterionView<'a>>,
    whole: Vec<FindingView<'a>>,
    documents: Vec<DocumentView<'a>>,
    any_proof: bool,
}

impl<'a> SubmissionView<'a> {
    fn new(index: usize, submission: &'a SubmissionRecord, report: &'a Report, catalog: &Catalog) -> Self {
        let anchor = format!("a{}", index + 1);
        let own: Vec<&FindingRecord> = report.findings.iter().filter(|f| f.agency == submission.agency).collect();
        let of = |code: Option<&str>| -> Vec<FindingView<'a>> {
            let mut list: Vec<&FindingRecord> =
                own.iter().filter(|f| f.criterion.as_deref() == code).copied().collect();
            list.sort_by_key(|f| f.severity);
            list.into_iter().map(|f| FindingView::new(f, catalog)).collect()
        };
        let criteria: Vec<CriterionView<'_>> =
            submission.criteria.iter().map(|c| CriterionView::new(c, &anchor, of(Some(&c.code)), catalog)).collect();
        Self {
            name: &submission.name,
            folder: &submission.agency,
            counts: counts(submission, catalog),
            any_proof: criteria.iter().any(|c| c.proofs.iter().any(|p| !p.checks.is_empty())),
            criteria,
            whole: of(None),
            documents: submission.documents.iter().map(|d| DocumentView::new(d, catalog)).collect(),
            anchor,
        }
    }
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
    fn new(criterion: &'a CriterionRecord, agency: &str, findings: Vec<FindingView<'a>>, catalog: &Catalog) -> Self {
        let (infos, findings): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|f| f.severity == Severity::Info.name());
        let items = || criterion.evidence.iter().filter(|e| e.verdict != Verdict::NotApplicable);
        Self {
            code: &criterion.code,
            name: &criterion.name,
            clause: &criterion.clause,
            anchor: format!("{agency}-{}", criterion.code),
            verdict: verdict_view(criterion.verdict, catalog),
            items: items().map(|e| ItemView::new(e, catalog)).collect(),
            findings,
            infos,
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
            verdict: verdict_view(item.verdict, catalog),
            documents: &item.documents,
            checks: item.checks.iter().map(|c| CheckView::new(c, catalog)).collect(),
        }
    }
}

#[derive(Serialize)]
struct CheckView<'a> {
    label: String,
    verdict: VerdictView,
    expected: &'a str,
    found: String,
    path: &'a str,
    place: String,
    quote: Option<&'a str>,
}

impl<'a> CheckView<'a> {
    fn new(check: &'a CheckRecord, catalog: &Catalog) -> Self {
        Self {
            label: catalog.word(&format!("check-{}", check.check)),
            verdict: verdict_view(check.verdict, catalog),
            expected: &check.expected,
            found: day(&check.found, catalog),
            path: &check.path,
            place: in_words(&check.place, catalog),
            quote: check.quote.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct FindingView<'a> {
    id: &'a str,
    code: &'a str,
    severity: &'static str,
    label: String,
    text: &'a str,
    path: Option<&'a str>,
    place: String,
    quote: Option<&'a str>,
    expected: Option<&'a str>,
    found: Option<String>,
    clause: Option<&'a str>,
    fix: &'a str,
    searched: Option<String>,
    nearest: Option<String>,
    related: Vec<String>,
}

impl<'a> FindingView<'a> {
    fn new(finding: &'a FindingRecord, catalog: &Catalog) -> Self {
        let related = finding.related.iter().map(|r| {
            let place = in_words(&r.place, catalog);
            let place = if place.is_empty() { r.path.clone() } else { format!("{}, {place}", r.path) };
            r.quote.as_ref().map_or(place.clone(), |q| format!("{place}: “{q}”"))
        });
        let severity: Severity = finding.severity;
        Self {
            id: &finding.id,
            code: &finding.code,
            severity: severity.name(),
            label: catalog.word(&format!("severity-{}", severity.name())),
            text: &finding.text,
            path: finding.path.as_deref(),
            place: in_words(&finding.place, catalog),
            quote: finding.quote.as_deref(),
            expected: finding.expected.as_deref(),
            found: finding.found.as_deref().map(|d| day(d, catalog)),
            clause: finding.clause.as_deref(),
            fix: &finding.fix,
            searched: finding.searched.map(|s| {
                let said = Said::new("report-searched")
                    .with("documents", s.documents)
                    .with("pages", s.pages)
                    .with("unreadable", s.unreadable);
                catalog.say(&said)
            }),
            nearest: finding.nearest.as_ref().map(|n| format!("{} ({})", n.path, n.why)),
            related: related.collect(),
        }
    }
}

#[derive(Serialize)]
struct DocumentView<'a> {
    path: &'a str,
    status: &'static str,
    status_label: String,
    number: &'a str,
    date: String,
    issuer: &'a str,
    pages: u32,
    criterion: Option<&'a str>,
    used_by: Vec<String>,
    unused: bool,
}

impl<'a> DocumentView<'a> {
    fn new(document: &'a DocumentRecord, catalog: &Catalog) -> Self {
        let form = document.parts.first().map(|p| &p.form);
        let used_by: Vec<String> = document.parts.iter().flat_map(|p| p.used_by.clone()).collect();
        let skipped = matches!(document.status, Status::Skipped | Status::Empty);
        Self {
            path: &document.path,
            status: document.status.name(),
            status_label: catalog.word(&format!("status-{}", document.status.name())),
            number: form.and_then(|f| f.number.value.as_deref()).unwrap_or_default(),
            date: form.and_then(|f| f.issued.field.value.as_deref()).map(|d| day(d, catalog)).unwrap_or_default(),
            issuer: form.and_then(|f| f.issuer.value.as_deref()).unwrap_or_default(),
            pages: document.pages,
            criterion: document.criterion.as_deref(),
            unused: used_by.is_empty() && !skipped,
            used_by,
        }
    }
}

#[derive(Serialize)]
struct RollUpView<'a> {
    criterion: &'a str,
    name: &'a str,
    verdict: VerdictView,
    agencies: String,
}

impl<'a> RollUpView<'a> {
    fn new(row: &'a RollUpRecord, report: &Report, catalog: &Catalog) -> Self {
        let name = |folder: &String| {
            report.submissions.iter().find(|s| s.agency == *folder).map_or(folder.clone(), |s| s.name.clone())
        };
        let agencies = row.agencies.iter().map(name).collect::<Vec<_>>().join(", ");
        Self { criterion: &row.criterion, name: &row.name, verdict: verdict_view(row.verdict, catalog), agencies }
    }
}

/// `2018-12-20` as the language writes a day; anything else as it is.
fn day(text: &str, catalog: &Catalog) -> String {
    match text.parse::<jiff::civil::Date>() {
        Ok(date) if text.len() == 10 => catalog.day(date),
        _ => text.to_owned(),
    }
}
