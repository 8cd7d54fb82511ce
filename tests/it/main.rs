//! The program as a user runs it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on fails; a skipped one says so"
)]

mod architecture;
mod budget;
mod cache;
mod catalog;
mod codes;
mod common;
mod fixtures;
mod formats;
mod forms;
mod generated_reports;
mod hidden;
mod intake;
mod layout;
mod mutants;
mod parts;
mod same_words;
mod scan;
mod scan_accuracy;
mod scan_laid;
mod scan_maker;
mod secret_sheet;
mod statements;
mod swapped;
mod tables;
mod usage;
mod words;
mod worker;
