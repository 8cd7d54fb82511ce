//! Joins positioned words into lines in reading order, for typed pages and for recognised pictures alike.

mod columns;
mod lines;
mod word;

pub(crate) use lines::{in_columns, lines_of_words};
pub(crate) use word::{Ruling, Word, has_ruling};
