//! What a document and a child process may cost.

mod limits;

pub use limits::Limits;
