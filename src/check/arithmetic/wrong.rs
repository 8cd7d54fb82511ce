//! A figure that does not add up.

use crate::document::Cell;

pub(super) struct Wrong<'a> {
    pub(super) cell: &'a Cell,
    pub(super) id: &'static str,
    /// What its row is called.
    pub(super) row: String,
    /// What its column is called.
    pub(super) head: String,
    /// What the other figures give.
    pub(super) computed: f64,
}

/// Most findings for one file: of a table that is wrong throughout a few cells are enough.
pub(super) const MOST: usize = 5;
