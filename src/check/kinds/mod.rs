//! The kinds of check, one room each: its part of the rules, what it expects, how it judges, its tests, its page of
//! documentation and its examples. The registry below is the only place outside its room that names one.

mod after;
mod cites;
mod content;
mod deadline;
mod demand;
mod document_type;
mod exact_number;
#[cfg(test)]
mod examples;
mod form_demands;
mod issuer;
mod run;
mod threshold;
mod window;

pub use demand::{Context, Criterion, Demand, Evidence, IssuedByItem, Kind, Origin, Pack, Proposal};
pub(super) use run::{Judged, run_all};

use std::sync::Arc;

use super::vocabulary::bad_words;
use crate::rules::{self, OpenCriterion, PackError};

/// All kinds, in the order in which reports show them.
pub const KINDS: &[Kind] = &[
    exact_number::KIND,
    document_type::KIND,
    issuer::KIND,
    form_demands::KIND,
    window::KIND,
    deadline::KIND,
    after::KIND,
    content::KIND,
    cites::KIND,
    threshold::KIND,
];

/// Loads a pack: the id of a bundled one, or the path of a folder with a pack.toml.
///
/// # Errors
/// When there is no such pack, or it does not hold together: then every problem is named with its line.
pub fn load(name: &str) -> Result<Pack, PackError> {
    let kinds: Vec<OpenCriterion<Arc<dyn Demand>>> = KINDS.iter().map(|kind| kind.open).collect();
    rules::load(name, &kinds, bad_words)
}
