//! Verdicts as the page shows them.

use serde::Serialize;

use crate::message::Verdict;
use crate::report::catalog::Catalog;
use crate::report::text::{ON_PROPOSALS, mark};

#[derive(Serialize)]
pub(super) struct VerdictView {
    name: &'static str,
    mark: String,
    label: String,
    means: String,
}

pub(super) fn verdict(verdict: Verdict, catalog: &Catalog) -> VerdictView {
    VerdictView {
        name: verdict.name(),
        mark: mark(verdict).to_owned(),
        label: catalog.verdict(verdict),
        means: catalog.word(&format!("verdict-{}-means", verdict.name())),
    }
}

/// The verdict on a criterion or an item; marked where it is unclear only because of what the rule pack proposes.
pub(super) fn verdict_on(of: Verdict, on_proposals: bool, catalog: &Catalog) -> VerdictView {
    let plain = verdict(of, catalog);
    if !on_proposals {
        return plain;
    }
    let mark = format!("{}{ON_PROPOSALS}", plain.mark);
    let label = format!("{} ({})", plain.label, catalog.word("report-on-proposals"));
    VerdictView { mark, label, ..plain }
}
