//! One finding with everything that the page shows of it.

use serde::Serialize;

use crate::message::Said;
use crate::report::catalog::Catalog;
use crate::report::model::{FindingRecord, NearestRecord};
use crate::report::place::{day, in_words, with_path};

/// Most files that are listed to be opened; the message says how many there are.
const MAX_TO_OPEN: usize = 5;

#[derive(Serialize)]
pub(super) struct FindingView<'a> {
    id: &'a str,
    pub(super) code: &'a str,
    pub(super) severity: &'static str,
    label: String,
    proposal: bool,
    text: &'a str,
    path: Option<&'a str>,
    /// Files that the reader is asked to open.
    opens: Vec<&'a str>,
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
    pub(super) fn new(finding: &'a FindingRecord, catalog: &Catalog) -> Self {
        let related = finding.related.iter().map(|r| {
            let place = with_path(&r.path, &r.place, catalog);
            r.quote.as_ref().map_or(place.clone(), |q| format!("{place}: “{q}”"))
        });
        Self {
            id: &finding.id,
            code: &finding.code,
            severity: finding.severity.name(),
            label: catalog.severity(finding.severity),
            proposal: finding.proposal,
            text: &finding.text,
            path: finding.path.as_deref(),
            opens: finding.to_open().take(MAX_TO_OPEN).collect(),
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
            nearest: finding.nearest.as_ref().map(NearestRecord::in_words),
            related: related.collect(),
        }
    }
}
