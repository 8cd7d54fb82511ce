//! The program as a user runs it.

mod cache;
mod common;
mod fixtures;
mod intake;
mod usage;
mod worker;
