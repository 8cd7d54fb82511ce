//! The kinds of check: one file each, one line each in the registry.

mod after;
mod cites;
mod content;
mod deadline;
mod document_type;
mod exact_number;
mod form_demands;
mod issuer;
mod threshold;
mod window;

pub(super) use content::nearest_words;
pub(super) use issuer::issuer_agrees;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Outcome, Reading, Subject};
use crate::document::Place;
use crate::rules::{Criterion, Evidence, Pack, PeriodDemand};
use crate::submission::Facts;

/// What a check knows beside the document.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The rule pack.
    pub pack: &'a Pack,
    /// The criterion.
    pub criterion: &'a Criterion,
    /// The item.
    pub evidence: &'a Evidence,
    /// The period asked for, where an item asks for several.
    pub period: Option<&'a PeriodDemand>,
    /// Agency, criterion and item for what is raised.
    pub subject: &'a Subject,
    /// What the assessor knows.
    pub facts: &'a Facts,
    /// All that the agency submitted.
    pub readings: &'a [Reading],
    /// Day on which each item of the criterion that was judged before is met: first and last day possible.
    pub siblings: &'a BTreeMap<String, (Date, Date)>,
}

impl Context<'_> {
    /// The index year.
    pub(super) fn year(&self) -> i16 {
        self.pack.year
    }
}

/// A kind of check: none or several outcomes for a document.
type Check = fn(&Context<'_>, &Reading) -> Vec<Outcome>;

/// All kinds, in the order in which reports show them.
const REGISTRY: &[Check] = &[
    exact_number::check,
    document_type::check,
    issuer::check,
    form_demands::check,
    window::check,
    deadline::check,
    after::check,
    content::check,
    cites::check,
    threshold::check,
];

/// Runs all checks on one document.
pub(super) fn run_all(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = REGISTRY.iter().flat_map(|check| check(context, reading)).collect();
    for outcome in &mut outcomes {
        if outcome.path.is_empty() {
            outcome.path.clone_from(&reading.file.path);
        }
        for finding in &mut outcome.raised {
            let path = outcome.path.clone();
            finding.path.get_or_insert(path);
            // Of several documents in a file the page tells which.
            if reading.is_part() && finding.place.is_nowhere() {
                finding.place = Place::page(reading.pages()[0], None);
            }
            if finding.logical.is_empty() {
                finding.logical = reading.logical();
            }
        }
    }
    outcomes
}

/// `yes` or `no`, the form in which messages select on a flag.
pub(super) fn flag(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}
