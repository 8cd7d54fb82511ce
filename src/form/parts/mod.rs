//! Finds the documents in one file.

pub(super) mod below;
mod joined;
mod known;
mod letterhead;
mod parts;

pub use joined::apart;
pub use parts::{Part, part_of, parts};
