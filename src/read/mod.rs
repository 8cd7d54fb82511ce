//! Parses the bytes of a file into a document; one file or folder for each format. Called only in worker processes:
//! documents are untrusted, and a parser may hang, crash or exhaust the memory without ending the run.

mod compound;
mod failure;
mod guard;
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
mod xml;

pub(crate) use failure::Failure;
pub(crate) use guard::note_panic;
pub(crate) use open::{pictures, read};
