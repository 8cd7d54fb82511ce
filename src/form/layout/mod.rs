//! The layout of a page: its rows, its zones (letterhead, title, body), and the fixed phrases of a letterhead.

pub(super) mod phrases;
pub(super) mod rows;
pub(super) mod zones;
