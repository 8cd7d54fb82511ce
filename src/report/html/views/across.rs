//! One criterion over all agencies.

use serde::Serialize;

use super::label::{VerdictView, verdict, verdict_on};
use crate::message::{Said, Severity, Verdict};
use crate::report::catalog::Catalog;
use crate::report::model::{CriterionRecord, Report, RollUpRecord};
use crate::report::standing::Standing;

/// A criterion with its verdict for each agency.
#[derive(Serialize)]
pub(super) struct AcrossView<'a> {
    code: &'a str,
    name: &'a str,
    clause: &'a str,
    cells: Vec<AcrossCell<'a>>,
}

/// The verdict of one agency on the criterion.
#[derive(Serialize)]
struct AcrossCell<'a> {
    agency: &'a str,
    folder: &'a str,
    anchor: String,
    verdict: VerdictView,
    items: String,
    open: String,
}

pub(super) fn across<'a>(standings: &[Standing<'a>], catalog: &Catalog) -> Vec<AcrossView<'a>> {
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
    /// Returns `None` if the criterion does not apply to the agency.
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
            verdict: verdict_on(row.criterion.verdict, row.criterion.on_proposals, catalog),
            items: if owed > 0 { say("report-items-of", &[("met", met), ("owed", owed)]) } else { String::new() },
            open: if open > 0 { say("report-open-points", &[("count", open)]) } else { String::new() },
        })
    }
}

/// The best verdict of an item over all agencies.
#[derive(Serialize)]
pub(super) struct RollUpView<'a> {
    criterion: &'a str,
    name: &'a str,
    verdict: VerdictView,
    agencies: String,
}

impl<'a> RollUpView<'a> {
    pub(super) fn new(row: &'a RollUpRecord, report: &Report, catalog: &Catalog) -> Self {
        Self {
            criterion: &row.criterion,
            name: &row.name,
            verdict: verdict(row.verdict, catalog),
            agencies: row.agency_names(report),
        }
    }
}
