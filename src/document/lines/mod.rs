//! From words with their places to lines in reading order: the same for typed pages and for recognised ones.

mod columns;
mod lines;
mod word;

pub(crate) use lines::{in_columns, lines_of_words};
pub(crate) use word::{Rule, Word, rule_between};
