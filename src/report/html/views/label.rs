//! Verdicts and severities as the page shows them.

use crate::message::Severity;
use crate::message::Verdict;
use crate::report::catalog::Catalog;
use crate::report::text::mark;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct VerdictView {
    name: &'static str,
    mark: &'static str,
    label: String,
    means: String,
}

pub(super) fn verdict(verdict: Verdict, catalog: &Catalog) -> VerdictView {
    let id = format!("verdict-{}", verdict.name());
    VerdictView {
        name: verdict.name(),
        mark: mark(verdict),
        label: catalog.word(&id),
        means: catalog.word(&format!("{id}-means")),
    }
}

pub(super) fn severity_label(severity: Severity, catalog: &Catalog) -> String {
    catalog.word(&format!("severity-{}", severity.name()))
}
