//! Resource limits for a document and for child processes.

mod limits;

pub use limits::Limits;
