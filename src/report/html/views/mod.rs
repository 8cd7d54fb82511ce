//! The data of the template: every text and number of the page, ready to be shown. Field names are used by report.html.

mod across;
mod agency;
mod finding;
mod label;
mod todo;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::message::{Said, Severity, Verdict};
use crate::report::catalog::Catalog;
use crate::report::head::{layout, limits, proposals_notice, secret_notices, total};
use crate::report::model::{Report, RunHead};
use crate::report::place::day;
use crate::report::standing::{Handling, Standing, standings};
use crate::report::words::asked_words;
use across::{AcrossView, RollUpView, across};
use agency::AgencyView;
use label::{VerdictView, verdict};
use words::WordView;

/// Message ids of the fixed texts of the page. The template knows them without the prefix "report-", as `w.title`.
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
    "report-proposed",
    "report-on-proposals",
    "report-todo-proposed",
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
    "report-words",
    "report-words-means",
    "report-words-word",
    "report-words-asked-by",
    "report-words-sentence",
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
    secret: Vec<(&'a str, String)>,
    proposals: Option<String>,
    legend: Vec<VerdictView>,
    severities: Vec<(&'static str, String)>,
    codes: BTreeSet<&'a str>,
    agencies: Vec<AgencyView<'a>>,
    criteria: Vec<AcrossView<'a>>,
    roll_up: Vec<RollUpView<'a>>,
    words: Vec<WordView<'a>>,
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
            secret: secret_notices(report, catalog),
            proposals: proposals_notice(report, catalog),
            legend: Verdict::ALL.iter().filter(|v| **v != Verdict::Waived).map(|v| verdict(*v, catalog)).collect(),
            severities: severities.iter().map(|s| (s.name(), catalog.severity(*s))).collect(),
            codes: report.findings.iter().map(|f| f.code.as_str()).collect(),
            criteria: across(&standings, catalog),
            roll_up: report.roll_up.iter().map(|r| RollUpView::new(r, report, catalog)).collect(),
            words: asked_words(&report.findings).iter().map(|w| WordView::new(w, report, catalog)).collect(),
            accept_count: catalog.say(&accept_count),
            has_accept: accept > 0,
            has_look: agencies.iter().any(|a| !a.look.is_empty()),
            has_unused: agencies.iter().any(|a| a.unused > 0),
            agencies,
        }
    }
}
