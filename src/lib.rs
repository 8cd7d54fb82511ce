//! kiemchung ("kiểm chứng", to verify) pre-checks evidence folders of the Public Administration Reform Index.
//!
//! The modules are the stages of a run, each using only those above it: see docs/architecture.md.

mod files;

pub mod text;

pub mod document;

pub mod extract;

pub mod form;

pub mod rules;

pub mod submission;

pub mod check;

pub mod report;

pub mod batch;
