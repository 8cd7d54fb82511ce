//! Verdicts and severities as the page shows them.

use serde::Serialize;

use crate::message::{Severity, Verdict};
use crate::report::catalog::Catalog;
use crate::report::text::mark;

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
