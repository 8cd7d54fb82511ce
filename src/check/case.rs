//! What is the same for all items of a criterion of a submission.

use jiff::civil::Date;

use super::finding::Subject;
use super::kinds::{Criterion, Pack};
use crate::reading::Reading;
use crate::statement::Tellings;
use crate::submission::{Codes, Facts, Oddity};

/// What submissions are held against.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The rules.
    pub pack: &'a Pack,
    /// The codes of the pack as they stand in names and headings.
    pub codes: &'a Codes,
    /// What the assessor knows.
    pub facts: &'a Facts,
    /// The as-of day of the run.
    pub as_of: Date,
}

/// A criterion held against a submission.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) basis: Basis<'a>,
    pub(super) criterion: &'a Criterion,
    /// Folder of the agency.
    pub(super) agency: &'a str,
    pub(super) readings: &'a [Reading],
    /// What they say.
    pub(super) tellings: &'a Tellings<'a>,
    pub(super) oddities: &'a [Oddity],
}

impl<'a> Case<'a> {
    /// Where a finding about an item belongs.
    pub(super) fn subject(&self, evidence: &str) -> Subject {
        Subject {
            agency: self.agency.to_owned(),
            criterion: self.criterion.code.clone(),
            evidence: evidence.to_owned(),
        }
    }

    /// The documents that were put under this criterion, and all others.
    pub(super) fn own_and_others(&self) -> (Vec<&'a Reading>, Vec<&'a Reading>) {
        self.readings.iter().partition(|r| r.is_of(&self.criterion.code))
    }
}
