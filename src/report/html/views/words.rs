//! The words that were not understood.

use serde::Serialize;

use crate::report::catalog::Catalog;
use crate::report::model::Report;
use crate::report::words::AskedWord;

/// A word that was not understood, with all that asks for it.
#[derive(Serialize)]
pub(super) struct WordView<'a> {
    word: &'a str,
    counts: String,
    agencies: String,
    /// The agency, if it is one alone: a view of another one does not show its sentence.
    only: &'a str,
    folder: &'a str,
    path: &'a str,
    sentence: &'a str,
}

impl<'a> WordView<'a> {
    pub(super) fn new(asked: &AskedWord<'a>, report: &'a Report, catalog: &Catalog) -> Self {
        let (folder, path, sentence) = asked.first;
        let agencies: Vec<&str> = asked.agencies.iter().map(|folder| report.agency_name(folder)).collect();
        Self {
            word: asked.word,
            counts: asked.counts(catalog),
            agencies: agencies.join(", "),
            only: if asked.agencies.len() == 1 { folder } else { "" },
            folder,
            path,
            sentence,
        }
    }
}
