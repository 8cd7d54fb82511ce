//! The to-do list: what must still be sent or decided, and what can be accepted.

use std::collections::BTreeSet;

use serde::Serialize;

use super::finding::FindingView;
use super::label::{VerdictView, verdict};
use crate::message::{Said, Severity, Verdict};
use crate::report::catalog::Catalog;
use crate::report::standing::{Handling, OpenItem, Row};

/// An item for which the agency must still send something or the assessor must decide.
#[derive(Serialize)]
pub(super) struct OpenItemView<'a> {
    code: &'a str,
    anchor: String,
    item: &'a str,
    proposal: bool,
    /// It is open only because of what the rule pack proposes: shown apart.
    on_proposals: bool,
    verdict: VerdictView,
    handling: String,
    findings: Vec<FindingView<'a>>,
    codes: String,
    severities: String,
}

impl<'a> OpenItemView<'a> {
    pub(super) fn new(open: &OpenItem<'a>, agency: &str, catalog: &Catalog) -> Self {
        let handling = if open.item.verdict == Verdict::Gap { Handling::Send } else { Handling::Decide };
        let findings: Vec<FindingView<'_>> = open.findings.iter().map(|f| FindingView::new(f, catalog)).collect();
        let joined = |part: fn(&FindingView<'a>) -> &'a str| findings.iter().map(part).collect::<Vec<_>>().join(" ");
        Self {
            code: &open.criterion.code,
            anchor: format!("{agency}-{}", open.criterion.code),
            item: &open.item.name,
            proposal: open.item.proposal,
            on_proposals: open.item.on_proposals,
            verdict: verdict(open.item.verdict, catalog),
            handling: catalog.handling(handling),
            codes: joined(|f| f.code),
            severities: joined(|f| f.severity),
            findings,
        }
    }
}

/// A criterion that can be accepted, at once or after a review of its warnings.
#[derive(Serialize)]
pub(super) struct AcceptView<'a> {
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
    pub(super) fn new(row: &Row<'a>, agency: &str, catalog: &Catalog) -> Self {
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
