//! A statement held against a measure: does it tell of it, of all of it, and what does it say?

mod counts;
mod entry;
mod fit;
mod judge;
mod meaning;
mod predicate;
mod role;
mod scope;

pub(super) use fit::{Fit, Over};
pub(super) use meaning::{Entry, Role, Scope};
