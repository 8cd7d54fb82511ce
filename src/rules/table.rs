//! A table of a rule file, read key by key. What reads a key need not know who reads the others: a key that nobody asked
//! for is an error, so that a typo never weakens a rule in silence.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::file::RuleFile;

/// A table of a rule file.
pub(super) struct Table<'a> {
    pub(super) file: RuleFile<'a>,
    span: Range<usize>,
    entries: Vec<Entry<'a>>,
    /// Keys that were asked for, whether they are there or not.
    known: RefCell<BTreeSet<&'static str>>,
}

/// The entries of a list that fit.
pub struct List<T> {
    /// The entries.
    pub entries: Vec<T>,
    /// False if some did not fit: then what refers to the list is not held against it.
    pub is_whole: bool,
}

struct Entry<'a> {
    key: String,
    key_span: Range<usize>,
    value: Spanned<DeValue<'a>>,
    is_used: Cell<bool>,
}

impl<'a> Table<'a> {
    pub(super) fn new(file: RuleFile<'a>, span: Range<usize>, table: DeTable<'a>) -> Self {
        let entry = |(key, value): (Spanned<_>, _)| {
            let key_span = key.span();
            let key: toml::de::DeString<'_> = key.into_inner();
            Entry { key: key.into_owned(), key_span, value, is_used: Cell::new(false) }
        };
        Self { file, span, entries: table.into_iter().map(entry).collect(), known: RefCell::default() }
    }

    /// The table that is the whole of a file; `None` if it is no TOML.
    pub(super) fn of_file(file: RuleFile<'a>) -> Option<Self> {
        match DeTable::parse(file.text) {
            Ok(table) => Some(Self::new(file, 0..0, table.into_inner())),
            Err(error) => {
                file.bad_syntax(error.span().unwrap_or(0..0), message_of(&error), file.see());
                None
            }
        }
    }

    /// A table without keys.
    pub(super) fn empty(file: RuleFile<'a>) -> Self {
        Self { file, span: 0..0, entries: Vec::new(), known: RefCell::default() }
    }

    /// The value of a key; `None` if it is not there or does not fit, which is noted.
    pub(super) fn get<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        self.read(self.raw(key)?.clone())
    }

    fn read<T: DeserializeOwned>(&self, value: Spanned<DeValue<'_>>) -> Option<T> {
        let span = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(value),
            Err(error) => {
                self.file.bad_syntax(error.span().unwrap_or(span), message_of(&error), self.file.see());
                None
            }
        }
    }

    /// The entries of a list, each read by itself, so that one that does not fit hides no other.
    pub(super) fn list<T: DeserializeOwned>(&self, key: &'static str) -> List<T> {
        let Some(value) = self.raw(key).cloned() else { return List { entries: Vec::new(), is_whole: true } };
        let span = value.span();
        let DeValue::Array(values) = value.into_inner() else {
            self.file.bad_syntax(span, format!("\"{key}\" is a list"), format!("write {key} = [...] or [[{key}]]"));
            return List { entries: Vec::new(), is_whole: false };
        };
        let read: Vec<Option<T>> = values.into_iter().map(|value| self.read(value)).collect();
        let is_whole = read.iter().all(Option::is_some);
        List { entries: read.into_iter().flatten().collect(), is_whole }
    }

    /// The value of a key that must be there.
    pub(super) fn require<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        if self.raw(key).is_none() {
            self.file.bad_syntax(self.span.clone(), format!("the key \"{key}\" is missing"), self.file.see());
        }
        self.get(key)
    }

    /// The table under a key.
    pub(super) fn table(&self, key: &'static str) -> Option<Table<'a>> {
        let value = self.raw(key)?.clone();
        self.as_table(value, key)
    }

    /// The tables of an array, `[[key]]`.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let Some(value) = self.raw(key).cloned() else { return Vec::new() };
        let span = value.span();
        match value.into_inner() {
            DeValue::Array(values) => values.into_iter().filter_map(|value| self.as_table(value, key)).collect(),
            _ => {
                self.file.bad_syntax(span, format!("\"{key}\" is a list of tables"), format!("write [[{key}]]"));
                Vec::new()
            }
        }
    }

    /// Each key with the table under it, for a table whose keys are names of the pack's own.
    pub(super) fn named(&self) -> Vec<(Spanned<String>, Table<'a>)> {
        let table = |entry: &Entry<'a>| {
            entry.is_used.set(true);
            let table = self.as_table(entry.value.clone(), &entry.key)?;
            Some((Spanned::new(entry.key_span.clone(), entry.key.clone()), table))
        };
        self.entries.iter().filter_map(table).collect()
    }

    /// True if there are tables in it and nothing else.
    pub(super) fn is_all_tables(&self) -> bool {
        let is_table = |entry: &Entry<'_>| matches!(entry.value.get_ref(), DeValue::Table(_));
        !self.entries.is_empty() && self.entries.iter().all(is_table)
    }

    fn as_table(&self, value: Spanned<DeValue<'a>>, key: &str) -> Option<Table<'a>> {
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(table) => Some(Table::new(self.file, span, table)),
            _ => {
                self.file.bad_syntax(span, format!("\"{key}\" is a table"), format!("write [{key}]"));
                None
            }
        }
    }

    fn raw(&self, key: &'static str) -> Option<&Spanned<DeValue<'a>>> {
        self.known.borrow_mut().insert(key);
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        entry.is_used.set(true);
        Some(&entry.value)
    }

    /// Notes the keys that nobody asked for.
    pub(super) fn close(&self) {
        let known: Vec<&str> = self.known.borrow().iter().copied().collect();
        for entry in self.entries.iter().filter(|entry| !entry.is_used.get()) {
            let message = format!("unknown key \"{}\"", entry.key);
            self.file.bad_syntax(entry.key_span.clone(), message, format!("the keys here are {}", known.join(", ")));
        }
    }
}

fn message_of(error: &toml::de::Error) -> String {
    error.message().trim().replace('\n', "; ")
}
