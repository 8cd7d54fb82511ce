//! kiemchung ("kiểm chứng", to verify) pre-checks evidence folders of the Public Administration Reform Index.
//!
//! The modules are the rooms of the program, from the ground up: each uses only those above it in this list. See
//! docs/architecture.md; tests/it/architecture holds the code to it.

pub mod files;

pub mod text;

pub mod message;

pub mod document;

pub mod limits;

mod read;

pub mod ocr;

pub mod process;

pub mod cache;

pub mod form;

pub mod rules;

pub mod submission;

pub mod reading;

pub mod statement;

pub mod check;

pub mod report;

pub mod batch;
