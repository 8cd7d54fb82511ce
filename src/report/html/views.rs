//! What the template is given: every word and number of the page, ready to be shown.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::catalog::Catalog;
use super::super::head::{layout, limits, secret_notice, total};
use super::super::model::{
    CheckRecord, CriterionRecord, DocumentRecord, EvidenceRecord, FindingRecord, PartRecord, Report, RollUpRecord,
    RunHead,
};
use super::super::place::{day, field, in_words, with_path};
use super::super::standing::{Demand, Handling, Row, Standing, standings};
use super::super::text::{counts, mark};
use crate::check::{Said, Severity, Verdict};
use crate::document::Status;

/// Words that the template uses; without their prefix there.
const WORDS: &[&str] = &[
    "report-title",
    "report-agency",
    "report-criterion",
    "report-evidence",
    "report-verdict",
    "report-infos",
    "report-proofs",
    "report-documents",
    "report-unused",
    "report-unused-files",
    "report-no-unused",
    "report-expected",
    "report-found",
    "report-where",
    "report-check",
    "report-clause",
    "report-fix",
    "report-quote",
    "report-crop",
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
    "report-ready",
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
    "report-severity",
    "report-code",
    "report-search",
    "report-all",
    "report-everything",
    "report-clear",
    "report-keys",
    "report-none-fit",
    "report-lines",
    "report-views",
    "report-by-criterion",
    "report-todo",
    "report-todo-means",
    "report-todo-none",
    "report-todo-what",
    "report-accept",
    "report-accept-means",
    "report-accept-none",
    "report-accept-look",
    "report-accept-notes",
    "report-to-top",
];

/// The whole page.
#[derive(Serialize)]
pub(super) struct PageView<'a> {
    policy: String,
    style: String,
    script: String,
    w: BTreeMap<&'static str, String>,
    run: &'a RunHead,
    as_of: String,
    total: String,
    limits: String,
    layout: String,
    secret: Option<String>,
    legend: Vec<VerdictView>,
    severities: Vec<(&'static str, String)>,
    codes: BTreeSet<&'a str>,
    agencies: Vec<AgencyView<'a>>,
    criteria: Vec<AcrossView<'a>>,
    roll_up: Vec<RollUpView<'a>>,
    accept_count: String,
    has_accept: bool,
    has_look: bool,
    has_unused: bool,
}

impl<'a> PageView<'a> {
    pub(super) fn new(report: &'a Report, catalog: &Catalog, policy: String, style: String, script: String) -> Self {
        let standings = standings(report);
        let agencies: Vec<AgencyView<'_>> =
            standings.iter().enumerate().map(|(i, s)| AgencyView::new(i, s, catalog)).collect();
        let severities = [Severity::Error, Severity::Question, Severity::Warning, Severity::Info];
        let accept: usize = standings.iter().map(|s| s.with(Handling::Accept).count()).sum();
        let owed: usize = standings.iter().map(Standing::owed).sum();
        let accept_count = Said::new("report-accept-count").with("count", accept).with("total", owed);
        Self {
            policy,
            style,
            script,
            w: WORDS.iter().map(|w| (w.trim_start_matches("report-"), catalog.word(w))).collect(),
            run: &report.run,
            as_of: day(&report.run.as_of, catalog),
            total: total(report, catalog),
            limits: limits(report, catalog),
            layout: layout(report, catalog),
            secret: secret_notice(report, catalog),
            legend: Verdict::ALL.iter().filter(|v| **v != Verdict::Waived).map(|v| verdict(*v, catalog)).collect(),
            severities: severities.iter().map(|s| (s.name(), severity_label(*s, catalog))).collect(),
            codes: report.findings.iter().map(|f| f.code.as_str()).collect(),
            criteria: across(&standings, catalog),
            roll_up: report.roll_up.iter().map(|r| RollUpView::new(r, report, catalog)).collect(),
            accept_count: catalog.say(&accept_count),
            has_accept: accept > 0,
            has_look: agencies.iter().any(|a| !a.look.is_empty()),
            has_unused: agencies.iter().any(|a| a.unused > 0),
            agencies,
        }
    }
}

#[derive(Serialize)]
struct VerdictView {
    name: &'static str,
    mark: &'static str,
    label: String,
    means: String,
}

fn verdict(verdict: Verdict, catalog: &Catalog) -> VerdictView {
    let id = format!("verdict-{}", verdict.name());
    VerdictView {
        name: verdict.name(),
        mark: mark(verdict),
        label: catalog.word(&id),
        means: catalog.word(&format!("{id}-means")),
    }
}

fn severity_label(severity: Severity, catalog: &Catalog) -> String {
    catalog.word(&format!("severity-{}", severity.name()))
}

#[derive(Serialize)]
struct AgencyView<'a> {
    anchor: String,
    name: &'a str,
    folder: &'a str,
    counts: String,
    ready: String,
    bar: Vec<Segment>,
    rows: Vec<CriterionView<'a>>,
    whole: Vec<FindingView<'a>>,
    demands: Vec<DemandView<'a>>,
    accept: Vec<AcceptView<'a>>,
    look: Vec<AcceptView<'a>>,
    documents: Vec<DocumentView<'a>>,
    unused: usize,
}

impl<'a> AgencyView<'a> {
    fn new(index: usize, standing: &Standing<'a>, catalog: &Catalog) -> Self {
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
            demands: standing.demands.iter().map(|d| DemandView::new(d, &anchor, catalog)).collect(),
            accept: accept(Handling::Accept).map(|r| AcceptView::new(r, &anchor, catalog)).collect(),
            look: accept(Handling::Look).map(|r| AcceptView::new(r, &anchor, catalog)).collect(),
            unused: documents.iter().filter(|d| d.unused).count(),
            documents,
            anchor,
        }
    }
}

/// A part of the bar of readiness, in hundredths of its width.
#[derive(Serialize)]
struct Segment {
    verdict: &'static str,
    from: f64,
    width: f64,
}

/// Settled, unclear and open criteria of those that the agency owes.
fn bar(standing: &Standing<'_>) -> Vec<Segment> {
    let parts =
        [("met", &[Verdict::Met, Verdict::Waived][..]), ("unclear", &[Verdict::Unclear]), ("gap", &[Verdict::Gap])];
    let hundredths = |count: usize| (count as f64 / standing.owed().max(1) as f64 * 1000.0).round() / 10.0;
    let mut segments = Vec::new();
    let mut before = 0;
    for (verdict, verdicts) in parts {
        let count = standing.count(verdicts);
        if count > 0 {
            segments.push(Segment { verdict, from: hundredths(before), width: hundredths(count) });
        }
        before += count;
    }
    segments
}

/// A criterion over all agencies.
#[derive(Serialize)]
struct AcrossView<'a> {
    code: &'a str,
    name: &'a str,
    clause: &'a str,
    cells: Vec<AcrossCell<'a>>,
}

#[derive(Serialize)]
struct AcrossCell<'a> {
    agency: &'a str,
    folder: &'a str,
    anchor: String,
    verdict: VerdictView,
    items: String,
    open: String,
}

fn across<'a>(standings: &[Standing<'a>], catalog: &Catalog) -> Vec<AcrossView<'a>> {
    let criteria = standings.first().map(|s| s.submission.criteria.as_slice()).unwrap_or_default();
    let cells = |code: &str| {
        let all = standings.iter().enumerate().filter_map(|(index, s)| AcrossCell::new(index, s, code, catalog));
        all.collect()
    };
    let view =
        |c: &'a CriterionRecord| AcrossView { code: &c.code, name: &c.name, clause: &c.clause, cells: cells(&c.code) };
    criteria.iter().map(view).collect()
}

impl<'a> AcrossCell<'a> {
    /// None where the agency has nothing to do with the criterion.
    fn new(index: usize, standing: &Standing<'a>, code: &str, catalog: &Catalog) -> Option<Self> {
        let row = standing.rows.iter().find(|r| r.criterion.code == code)?;
        if row.criterion.verdict == Verdict::NotApplicable && row.findings.is_empty() {
            return None;
        }
        let owed = row.criterion.evidence.iter().filter(|e| e.verdict != Verdict::NotApplicable).count();
        let met = row.criterion.evidence.iter().filter(|e| e.verdict == Verdict::Met).count();
        let open = row.findings.iter().filter(|f| f.severity != Severity::Info).count();
        let say = |id: &str, counts: &[(&str, usize)]| {
            catalog.say(&counts.iter().fold(Said::new(id), |said, (name, count)| said.with(name, *count)))
        };
        Some(Self {
            agency: &standing.submission.name,
            folder: &standing.submission.agency,
            anchor: format!("a{}-{code}", index + 1),
            verdict: verdict(row.criterion.verdict, catalog),
            items: if owed > 0 { say("report-items-of", &[("met", met), ("owed", owed)]) } else { String::new() },
            open: if open > 0 { say("report-open-points", &[("count", open)]) } else { String::new() },
        })
    }
}

/// Something that the agency must still send, or that a person must decide.
#[derive(Serialize)]
struct DemandView<'a> {
    code: &'a str,
    anchor: String,
    item: &'a str,
    proposal: bool,
    verdict: VerdictView,
    handling: String,
    findings: Vec<FindingView<'a>>,
    codes: String,
    severities: String,
}

impl<'a> DemandView<'a> {
    fn new(demand: &Demand<'a>, agency: &str, catalog: &Catalog) -> Self {
        let handling = if demand.item.verdict == Verdict::Gap { Handling::Send } else { Handling::Decide };
        let findings: Vec<FindingView<'_>> = demand.findings.iter().map(|f| FindingView::new(f, catalog)).collect();
        let joined = |part: fn(&FindingView<'a>) -> &'a str| findings.iter().map(part).collect::<Vec<_>>().join(" ");
        Self {
            code: &demand.criterion.code,
            anchor: format!("{agency}-{}", demand.criterion.code),
            item: &demand.item.name,
            proposal: demand.item.proposal,
            verdict: verdict(demand.item.verdict, catalog),
            handling: catalog.word(&format!("handling-{}", handling.name())),
            codes: joined(|f| f.code),
            severities: joined(|f| f.severity),
            findings,
        }
    }
}

/// A criterion that can be accepted, at once or after a look at its warnings.
#[derive(Serialize)]
struct AcceptView<'a> {
    code: &'a str,
    name: &'a str,
    anchor: String,
    items: Vec<(&'a str, &'a [String])>,
    documents: String,
    noted: String,
    warnings: Vec<FindingView<'a>>,
    notes: Vec<FindingView<'a>>,
    verdict: VerdictView,
}

impl<'a> AcceptView<'a> {
    fn new(row: &Row<'a>, agency: &str, catalog: &Catalog) -> Self {
        let criterion = row.criterion;
        let met = || criterion.evidence.iter().filter(|e| e.verdict == Verdict::Met);
        let documents: BTreeSet<&String> = met().flat_map(|e| &e.documents).collect();
        let documents =
            Said::new("report-accept-documents").with("items", met().count()).with("documents", documents.len());
        let (notes, warnings): (Vec<_>, Vec<_>) =
            row.findings.iter().copied().partition(|f| f.severity == Severity::Info);
        Self {
            code: &criterion.code,
            name: &criterion.name,
            anchor: format!("{agency}-{}", criterion.code),
            documents: catalog.say(&documents),
            noted: catalog.say(&Said::new("report-accept-noted").with("count", notes.len())),
            items: met().map(|e| (e.name.as_str(), e.documents.as_slice())).collect(),
            warnings: warnings.into_iter().map(|f| FindingView::new(f, catalog)).collect(),
            notes: notes.into_iter().map(|f| FindingView::new(f, catalog)).collect(),
            verdict: verdict(criterion.verdict, catalog),
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
    fn new(row: &Row<'a>, agency: &str, catalog: &Catalog) -> Self {
        let criterion = row.criterion;
        let mut findings = row.findings.clone();
        // What decides comes first; within one weight the order of the report stays.
        findings.sort_by_key(|f| f.severity);
        let (infos, findings): (Vec<_>, Vec<_>) = findings.into_iter().partition(|f| f.severity == Severity::Info);
        let views = |list: Vec<&'a FindingRecord>| list.into_iter().map(|f| FindingView::new(f, catalog)).collect();
        let items = || criterion.evidence.iter().filter(|e| e.verdict != Verdict::NotApplicable);
        Self {
            code: &criterion.code,
            name: &criterion.name,
            clause: &criterion.clause,
            anchor: format!("{agency}-{}", criterion.code),
            verdict: verdict(criterion.verdict, catalog),
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
            verdict: verdict(item.verdict, catalog),
            documents: &item.documents,
            checks: item.checks.iter().map(|c| CheckView::new(c, catalog)).collect(),
        }
    }
}

#[derive(Serialize)]
struct CheckView<'a> {
    label: String,
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
            label: catalog.word(&format!("check-{}", check.check)),
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
struct FindingView<'a> {
    id: &'a str,
    code: &'a str,
    severity: &'static str,
    label: String,
    text: &'a str,
    path: Option<&'a str>,
    place: String,
    quote: Option<&'a str>,
    crop: Option<&'a str>,
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
            let place = with_path(&r.path, &r.place, catalog);
            r.quote.as_ref().map_or(place.clone(), |q| format!("{place}: “{q}”"))
        });
        Self {
            id: &finding.id,
            code: &finding.code,
            severity: finding.severity.name(),
            label: severity_label(finding.severity, catalog),
            text: &finding.text,
            path: finding.path.as_deref(),
            place: in_words(&finding.place, catalog),
            quote: finding.quote.as_deref(),
            crop: finding.crop.as_deref(),
            expected: finding.expected.as_deref(),
            found: finding.found.as_deref().map(|t| day(t, catalog)),
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
    path: String,
    status: &'static str,
    status_label: String,
    number: String,
    date: String,
    issuer: String,
    pages: u32,
    /// Codes of its folder and of the items that use it, for the filters.
    criteria: String,
    used_by: Vec<&'a str>,
    unused: bool,
}

impl<'a> DocumentView<'a> {
    fn of_file(document: &'a DocumentRecord, catalog: &Catalog) -> Vec<Self> {
        let rows = document.rows().into_iter();
        rows.map(|(name, part, pages)| Self::new(document, name, part, pages, catalog)).collect()
    }

    fn new(
        document: &'a DocumentRecord,
        name: String,
        part: Option<&'a PartRecord>,
        pages: u32,
        catalog: &Catalog,
    ) -> Self {
        let form = part.map(|p| &p.form);
        let used_by: Vec<&str> = part.iter().flat_map(|p| &p.used_by).map(String::as_str).collect();
        let own = document.criterion.as_deref().unwrap_or_default().split(", ");
        let criteria: BTreeSet<&str> =
            own.chain(used_by.iter().filter_map(|u| u.split_once('/')).map(|(code, _)| code)).collect();
        let skipped = matches!(document.status, Status::Skipped | Status::Empty);
        Self {
            path: name,
            status: document.status.name(),
            status_label: catalog.word(&format!("status-{}", document.status.name())),
            number: form.map(|f| field(&f.number, catalog)).unwrap_or_default(),
            date: form.map(|f| field(&f.issued.field, catalog)).unwrap_or_default(),
            issuer: form.map(|f| field(&f.issuer, catalog)).unwrap_or_default(),
            pages,
            criteria: criteria.into_iter().collect::<Vec<_>>().join(" "),
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
        Self { criterion: &row.criterion, name: &row.name, verdict: verdict(row.verdict, catalog), agencies }
    }
}
