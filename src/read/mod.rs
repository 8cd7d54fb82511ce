//! From the bytes of a file to a document, one room a format. Called by a worker process only: documents are hostile, a
//! parser may loop, crash or eat the memory, and the run must go on.

mod failure;
mod image;
mod legacy;
#[cfg(test)]
mod legacy_accuracy;
mod lines;
#[cfg(test)]
mod office_corpus;
mod open;
mod package;
mod page_picture;
mod pdf;
mod plain;
mod rtf;
mod sniff;
mod spreadsheet;
mod word;

pub(crate) use failure::Failure;
pub(crate) use open::{pictures, read};
