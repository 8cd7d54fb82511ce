//! The program as a user runs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on fails; a skipped one says so"
)]

mod cache;
mod common;
mod fixtures;
mod intake;
mod usage;
mod worker;
