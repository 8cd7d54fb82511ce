//! `vocabulary.toml` of a pack: words that it adds to classes of the lexicon, laid out as the lexicon's own tables. Which
//! classes there are and which word fits them is not known here: who loads the pack says it.

use std::cell::RefCell;
use std::collections::BTreeSet;

use toml::Spanned;

use super::file::{RuleFile, VOCABULARY};
use super::problem::Problem;
use super::table::Table;
use crate::text::{Key, nfc};

/// A word that a pack adds to a class of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedWord {
    /// Full name of the class: `praise`, `deed.tập huấn`.
    pub class: String,
    /// The word or phrase, as it is written in the file.
    pub word: String,
}

/// What is wrong with a word that a pack adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadWord {
    /// Which of the words.
    pub index: usize,
    /// What of it.
    pub blame: Blame,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Which part of an entry is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blame {
    /// There is no such class.
    NoClass,
    /// The class takes no words.
    Class,
    /// The word does not fit the class.
    Word,
}

/// Says what is wrong with the words of a pack.
pub type WordCheck = fn(&[AddedWord]) -> Vec<BadWord>;

/// Reads the words of a pack, in the order of the classes in the file; empty if it adds none.
pub(super) fn read(files: &[(String, String)], check: WordCheck, problems: &RefCell<Vec<Problem>>) -> Vec<AddedWord> {
    let Some((name, text)) = files.iter().find(|(name, _)| name == VOCABULARY) else { return Vec::new() };
    let file = RuleFile::new(name, text, problems);
    let Some(table) = Table::of_file(file) else { return Vec::new() };
    let mut entries = Vec::new();
    gather("", &table, &mut entries);
    let words: Vec<AddedWord> = entries.iter().map(Entry::word).collect();
    for bad in check(&words) {
        let Some(Entry { class, word }) = entries.get(bad.index) else { continue };
        match bad.blame {
            Blame::NoClass => file.bad_name(class, &bad.message, bad.help),
            Blame::Class => file.bad_value(class, &bad.message, bad.help),
            Blame::Word => file.bad_value(word, &bad.message, bad.help),
        }
    }
    words
}

/// A word with the place of its class and its own.
struct Entry {
    class: Spanned<String>,
    word: Spanned<String>,
}

impl Entry {
    fn word(&self) -> AddedWord {
        AddedWord { class: self.class.get_ref().clone(), word: self.word.get_ref().clone() }
    }
}

/// The words of a table whose keys are classes, or the first parts of their names: `[deed."tập huấn"]`.
fn gather(prefix: &str, table: &Table<'_>, entries: &mut Vec<Entry>) {
    for (name, inner) in table.named() {
        let class = Spanned::new(name.span(), format!("{prefix}{}", nfc(name.get_ref())));
        if inner.is_all_tables() {
            gather(&format!("{}.", class.get_ref()), &inner, entries);
            continue;
        }
        let listed = inner.require::<Vec<Spanned<String>>>("words");
        inner.close();
        let Some(listed) = listed else { continue };
        let file = inner.file;
        if listed.is_empty() {
            file.bad_value(&class, "this class gets no words", "add words, or leave the class out");
        }
        let mut known = BTreeSet::new();
        for word in listed {
            let word = Spanned::new(word.span(), nfc(word.get_ref()));
            let key = Key::new(word.get_ref());
            if !key.as_str().contains(char::is_alphabetic) {
                file.bad_value(&word, "this is no word", "write a word or phrase as it stands in documents");
            } else if known.insert(key.as_str().to_owned()) {
                entries.push(Entry { class: class.clone(), word });
            } else {
                file.bad_name(&word, "this word stands here twice", "leave one of the two out");
            }
        }
    }
}
