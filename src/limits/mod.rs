//! Resource limits for a document and for child processes, and what may be in use at a time.

mod isolation;
mod limits;
mod permits;

pub use isolation::Isolation;
pub use limits::Limits;
pub(crate) use permits::{Permit, Permits};
