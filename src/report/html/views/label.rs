//! Verdicts as the page shows them.

use serde::Serialize;

use crate::message::Verdict;
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
    VerdictView {
        name: verdict.name(),
        mark: mark(verdict),
        label: catalog.verdict(verdict),
        means: catalog.word(&format!("verdict-{}-means", verdict.name())),
    }
}
