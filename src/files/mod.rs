//! Content hashes, files that are opened with care, and files that are written whole or not at all.

mod hash;
mod open;
mod whole;

pub use hash::ContentHash;
pub(crate) use open::{OpenError, Opened};
pub(crate) use whole::{TEMPORARY, restrict_to_owner, write_temporary};
