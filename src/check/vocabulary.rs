//! The words that a rule pack adds to the lexicon.

use std::borrow::Cow;

use crate::rules::{AddedWord, BadWord, Blame};
use crate::statement::{Group, Lexicon, WordError};

/// The lexicon with the words of a pack.
pub(super) fn lexicon_with(words: &[AddedWord]) -> Cow<'static, Lexicon> {
    let bundled = Lexicon::bundled();
    if words.is_empty() {
        return Cow::Borrowed(bundled);
    }
    // A pack with a word that does not fit is refused when it is loaded.
    bundled.with(&pairs(words)).map_or(Cow::Borrowed(bundled), Cow::Owned)
}

/// What is wrong with the words of a pack.
pub(super) fn bad_words(words: &[AddedWord]) -> Vec<BadWord> {
    let problems = Lexicon::bundled().with(&pairs(words)).err().unwrap_or_default();
    let bad = |(index, error): (usize, WordError)| {
        let (blame, help) = match &error {
            WordError::NoClass(_) => (Blame::NoClass, use_open_classes()),
            WordError::Closed(_) => (Blame::Class, use_open_classes()),
            WordError::Contradicts { .. } | WordError::Hides { .. } => {
                (Blame::Word, "leave it out: what this word says would no longer be heard".to_owned())
            }
        };
        BadWord { index, blame, message: error.to_string(), help }
    };
    problems.into_iter().map(bad).collect()
}

fn use_open_classes() -> String {
    let classes: Vec<String> = open_classes().map(as_header).collect();
    format!("use {}; `kiemchung rules words PACK` explains them", classes.join(", "))
}

/// Classes to which a pack may add words; those that end with a dot take a name of the pack's choice.
pub fn open_classes() -> impl Iterator<Item = &'static str> {
    Lexicon::open_classes()
}

/// An open class as the header of a table, with dots for the name of the pack's choice: `deed."…"`.
pub fn as_header(class: &str) -> String {
    class.strip_suffix('.').map_or_else(|| class.to_owned(), |group| format!("{group}.\"…\""))
}

/// True if the lexicon with the words of a pack knows a word or phrase.
pub fn knows_word(words: &[AddedWord], word: &str) -> bool {
    lexicon_with(words).senses(word).is_some()
}

/// True if a class of the lexicon, or one that a pack adds, has this name: "kiểm tra", "body.central".
pub(super) fn has_name(words: &[AddedWord], name: &str) -> bool {
    let groups = [Group::Deed, Group::Noun, Group::Body, Group::Field];
    groups.into_iter().any(|group| {
        let plain = name.strip_prefix(group.prefix()).unwrap_or(name);
        let full = format!("{}{plain}", group.prefix());
        Lexicon::bundled().name(group, plain).is_some() || words.iter().any(|word| word.class == full)
    })
}

fn pairs(words: &[AddedWord]) -> Vec<(String, String)> {
    words.iter().map(|w| (w.class.clone(), w.word.clone())).collect()
}
