//! What a check knows beside the document.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::check::finding::Subject;
use crate::reading::Reading;
use crate::rules::{Criterion, Evidence, Pack, PeriodDemand};
use crate::submission::Facts;

/// What a check knows beside the document.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
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
    pub(crate) fn year(&self) -> i16 {
        self.pack.year
    }
}

/// `yes` or `no`, the form in which messages select on a flag.
pub(crate) fn flag(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}
