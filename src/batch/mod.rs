//! One run from start to end: take in, read, recognise, judge.

mod content;
mod contents;
mod job;
mod outcome;
mod run;
mod scans;
mod store;
mod witness;

pub use job::{Job, Progress};
pub use outcome::{RunError, Timing};
pub use run::{FileRead, read_files, run, take_in};
pub use store::Store;
