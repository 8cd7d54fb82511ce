//! The kinds of check: one file each, one line each in the registry.

mod after;
mod cites;
mod content;
mod context;
mod deadline;
mod document_type;
mod exact_number;
mod form_demands;
mod issuer;
mod threshold;
mod window;

pub(super) use context::{Context, flag};
pub(super) use issuer::issuer_agrees;

use super::outcome::Outcome;
use crate::document::Place;
use crate::reading::Reading;

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
