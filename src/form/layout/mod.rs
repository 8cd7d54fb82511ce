//! The head and the end of a document by position: rows of a page, zones, phrases of a letterhead.

pub(super) mod phrases;
pub(super) mod rows;
pub(super) mod zone;
