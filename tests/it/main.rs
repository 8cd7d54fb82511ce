//! The program as a user runs it.

mod common;
mod fixtures;
