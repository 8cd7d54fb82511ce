//! Tokens: figures, document numbers, times, words of the lexicon, marks, and words that it does not know.

use std::ops::Range;

use jiff::civil::Date;
use smol_str::SmolStr;

use super::amount::Amount;
use super::lexicon::{Class, Group, Lexicon, Name, Senses};
use crate::text::symbol::DocumentNumber;

/// A piece of a text that means one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// As it is compared: folded, abbreviations spelled out.
    pub text: SmolStr,
    /// What it is.
    pub kind: Kind,
    /// What a word can be; empty for a word that is not known and for what is no word.
    pub senses: Senses,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A number, a share or an amount of money.
    Amount(Amount),
    /// The number of a document.
    Document(Box<DocumentNumber>),
    /// A time that is told in figures.
    Time(Time),
    /// A word or phrase of the lexicon, or the name of a body.
    Word,
    /// A word that the lexicon does not know.
    Unknown,
    /// A mark of punctuation.
    Mark(char),
}

/// A time that is told in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// A day.
    Day(Date),
    /// A month, with its year if it is told.
    Month(i8, Option<i16>),
    /// A year.
    Year(i16),
    /// A quarter, or so many months of a year: a part of it.
    Part,
    /// Several years.
    Years(i16, i16),
}

impl Token {
    /// True if it is a word of a class.
    pub fn is(&self, class: Class) -> bool {
        self.senses.is(class)
    }

    /// True if it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// The amount, if it is one.
    pub fn amount(&self) -> Option<&Amount> {
        match &self.kind {
            Kind::Amount(amount) => Some(amount),
            _ => None,
        }
    }

    /// True if it has a name of a group.
    pub fn is_of(&self, lexicon: &Lexicon, group: Group) -> bool {
        self.senses.names().iter().any(|name| lexicon.is_of(*name, group))
    }

    /// True if it has this name.
    pub fn has(&self, name: Name) -> bool {
        self.senses.has(name)
    }
}

/// The words of tokens as they are compared, with one space between.
pub fn words_of(tokens: &[Token]) -> String {
    tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Several tokens as one.
pub(super) fn joined(tokens: &[Token], kind: Kind) -> Token {
    let range = tokens.first().map_or(0, |t| t.range.start)..tokens.last().map_or(0, |t| t.range.end);
    Token { range, text: words_of(tokens).into(), kind, senses: Senses::default() }
}

/// Replaces what `find` takes from an index on: how many tokens, and the one that they are.
pub(super) fn each(tokens: Vec<Token>, find: impl Fn(&[Token], usize) -> Option<(usize, Token)>) -> Vec<Token> {
    let (mut taken, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let found = find(&tokens, at);
        let count = found.as_ref().map_or(1, |(count, _)| *count);
        taken.extend(found.map(|(count, token)| (at..at + count, token)));
        at += count;
    }
    // Most texts hold nothing of the kind.
    if taken.is_empty() {
        return tokens;
    }
    let mut found = Vec::with_capacity(tokens.len());
    let (mut tokens, mut at) = (tokens.into_iter(), 0);
    for (range, one) in taken {
        found.extend(tokens.by_ref().take(range.start - at));
        tokens.by_ref().take(range.len()).for_each(drop);
        found.push(one);
        at = range.end;
    }
    found.extend(tokens);
    found
}
