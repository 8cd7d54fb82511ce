//! Words that were not understood, grouped: a line in the vocabulary of the rule pack settles one for all agencies.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::catalog::Catalog;
use super::model::{FindingRecord, Report};
use crate::check::{Pack, UnknownWord, as_header, knows_word, open_classes};
use crate::message::Said;
use crate::rules::AddedWord;
use crate::text::visible;

/// A word or phrase that was not understood, with all that asks for it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AskedWord<'a> {
    pub(super) word: &'a str,
    /// Number of rows (agency and criterion) that wait for it.
    pub(super) rows: usize,
    /// Folders of the agencies.
    pub(super) agencies: BTreeSet<&'a str>,
    /// Number of documents.
    pub(super) documents: usize,
    /// Folder of the agency, path and words of the first sentence in which it stands.
    pub(super) first: (&'a str, &'a str, &'a str),
}

impl AskedWord<'_> {
    /// How many rows, agencies and documents, in words.
    pub(super) fn counts(&self, catalog: &Catalog) -> String {
        let said = Said::new("report-words-counts")
            .with("rows", self.rows)
            .with("agencies", self.agencies.len())
            .with("documents", self.documents);
        catalog.say(&said)
    }
}

/// The words that were not understood, those that most rows wait for first.
pub(super) fn asked_words(findings: &[FindingRecord]) -> Vec<AskedWord<'_>> {
    let mut by_word: BTreeMap<&str, Vec<(&FindingRecord, &UnknownWord)>> = BTreeMap::new();
    for finding in findings {
        for unknown in &finding.words {
            by_word.entry(&unknown.word).or_default().push((finding, unknown));
        }
    }
    let mut words: Vec<AskedWord<'_>> = by_word.into_iter().filter_map(|(word, asked)| group(word, &asked)).collect();
    // Equal ones stay in the order of the alphabet.
    words.sort_by_key(|word| std::cmp::Reverse(word.rows));
    words
}

fn group<'a>(word: &'a str, asked: &[(&'a FindingRecord, &'a UnknownWord)]) -> Option<AskedWord<'a>> {
    let (finding, unknown) = asked.first()?;
    let rows: BTreeSet<_> = asked.iter().map(|(f, _)| (f.agency.as_str(), f.criterion.as_deref())).collect();
    let documents: BTreeSet<_> = asked.iter().map(|(f, u)| (f.agency.as_str(), u.path.as_str())).collect();
    Some(AskedWord {
        word,
        rows: rows.len(),
        agencies: asked.iter().map(|(f, _)| f.agency.as_str()).collect(),
        documents: documents.len(),
        first: (&finding.agency, &unknown.path, &unknown.quote),
    })
}

/// What a pack adds to the lexicon, what a run asked, and the classes that take words: as text that can be pasted into
/// vocabulary.toml, with the explanations as its comments.
pub fn pack_words(pack: &Pack, run: Option<&Report>, catalog: &Catalog) -> String {
    let mut out = format!("# {} ({})\n", visible(&pack.title), visible(&pack.id));
    let _ = writeln!(out, "\n# {}", catalog.word("words-added"));
    for (class, words) in by_class(&pack.words) {
        let words: Vec<String> = words.into_iter().map(quoted).collect();
        let _ = writeln!(out, "[{}]\nwords = [{}]", header(class), words.join(", "));
    }
    if pack.words.is_empty() {
        let _ = writeln!(out, "# {}", catalog.word("words-none"));
    }
    if let Some(run) = run {
        let asked = asked_words(&run.findings);
        let (known, open): (Vec<_>, Vec<_>) = asked.iter().partition(|a| knows_word(&pack.words, a.word));
        let _ = writeln!(out, "\n# {}", catalog.word("words-asked"));
        for word in &open {
            let (agency, path, sentence) = word.first;
            let said = format!("{}: “{sentence}” ({agency}/{path})", word.counts(catalog));
            let _ = writeln!(out, "{},  # {}", quoted(word.word), visible(&said));
        }
        let note = match (open.is_empty(), known.is_empty()) {
            (false, _) => catalog.word("words-paste"),
            (true, true) => catalog.word("words-none"),
            (true, false) => catalog.word("words-run-again"),
        };
        let _ = writeln!(out, "# {note}");
    }
    let _ = writeln!(out, "\n# {}", catalog.word("words-classes"));
    for class in open_classes() {
        let _ = writeln!(out, "#   [{}]  {}", as_header(class), catalog.word(&class_id(class)));
    }
    out
}

/// The id of the message that explains an open class.
pub(super) fn class_id(class: &str) -> String {
    format!("words-class-{}", class.trim_end_matches('.'))
}

/// The words by class, in the order of the file.
fn by_class(words: &[AddedWord]) -> Vec<(&str, Vec<&str>)> {
    let mut classes: Vec<(&str, Vec<&str>)> = Vec::new();
    for added in words {
        match classes.iter_mut().find(|(class, _)| *class == added.class) {
            Some((_, list)) => list.push(&added.word),
            None => classes.push((&added.class, vec![&added.word])),
        }
    }
    classes
}

/// The name of a class as the header of a table: `deed."tập huấn"`.
fn header(class: &str) -> String {
    match class.split_once('.') {
        Some((group, name)) => format!("{group}.{}", quoted(name)),
        None => class.to_owned(),
    }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(visible(text).into_owned()).to_string()
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
