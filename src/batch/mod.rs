//! One run from start to end: list the files, read them, recognise their forms, judge.

mod content;
mod contents;
mod crops;
mod job;
mod outcome;
mod run;
mod scans;
mod single;
mod store;
mod witness;

pub use job::{Job, Progress};
pub use outcome::{RunError, Timing};
pub use run::{run, take_in};
pub use single::{FileRead, ReadOptions, read_files};
pub use store::Store;
