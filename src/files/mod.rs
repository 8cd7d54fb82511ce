//! Content hashes, and files that are written whole or not at all.

mod hash;
mod whole;

pub use hash::ContentHash;
pub(crate) use whole::{TEMPORARY, restrict_to_owner, write_temporary};
