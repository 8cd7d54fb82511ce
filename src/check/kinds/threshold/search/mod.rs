//! What the statements of a document say of a measure, in order, and the accounts that they make.

mod search;
mod take;

pub(super) use search::Search;
