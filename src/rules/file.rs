//! A file of a rule pack while it is read: the place where problems are noted, and the values that rules are made of.

use std::cell::RefCell;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;

use super::phrase::Phrase;
use super::problem::Problem;
use super::when::RelativeDate;
use crate::text::doctype;
use crate::text::period::Period;
use crate::text::symbol::DocumentNumber;

/// The file with the words that a pack adds, beside pack.toml.
pub(super) const VOCABULARY: &str = "vocabulary.toml";

/// A file of a pack. Values are taken from it as they are; what is wrong with one is noted with its place, and reading
/// goes on, so that all problems are shown at once.
#[derive(Clone, Copy)]
pub struct RuleFile<'a> {
    /// Name of the file in the pack.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    problems: &'a RefCell<Vec<Problem>>,
}

impl<'a> RuleFile<'a> {
    pub(super) fn new(name: &'a str, text: &'a str, problems: &'a RefCell<Vec<Problem>>) -> Self {
        Self { name, text, problems }
    }

    /// Where to see how such a file is written.
    pub(super) fn see(&self) -> &'static str {
        match self.name {
            VOCABULARY => {
                "write [praise] and under it words = [\"…\"]; names with Vietnamese letters stand in quotes: [noun.\"lớp\"]"
            }
            _ => "see the rule files of the bundled packs for the keys that exist",
        }
    }

    /// A value that means nothing (KC902).
    pub fn bad_value<T>(&self, at: &Spanned<T>, message: &str, help: impl Into<String>) {
        self.add("KC902", at.span(), message.to_owned(), help.into());
    }

    /// A name that leads nowhere (KC903).
    pub fn bad_name<T>(&self, at: &Spanned<T>, message: &str, help: impl Into<String>) {
        self.add("KC903", at.span(), message.to_owned(), help.into());
    }

    /// No TOML, or a key or type that does not fit (KC901).
    pub(super) fn bad_syntax(&self, span: Range<usize>, message: String, help: impl Into<String>) {
        self.add("KC901", span, message, help.into());
    }

    fn add(&self, code: &'static str, span: Range<usize>, message: String, help: String) {
        let (file, source) = (self.name.to_owned(), self.text.to_owned());
        let problem = Problem { code, file, source, span, message, help };
        let mut problems = self.problems.borrow_mut();
        // A table that belongs to the whole pack is looked at for every item.
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// A day relative to the index year, or a fixed one.
    pub fn relative_date(&self, words: &Spanned<String>) -> Option<RelativeDate> {
        let date = RelativeDate::parse(words.get_ref());
        if date.is_none() {
            let help = "write Y-03-31 for a day of the index year, Y-1-10-01 for the year before, Y+1-03-31 for the year after";
            self.bad_value(words, "this is no day", help);
        }
        date
    }

    /// A fixed day.
    pub fn date(&self, words: &Spanned<String>) -> Option<Date> {
        let date = words.get_ref().parse().ok();
        if date.is_none() {
            self.bad_value(words, "this is no day", "write it as 2017-12-21");
        }
        date
    }

    /// A period of the index year.
    pub fn period(&self, words: &Spanned<String>) -> Option<Period> {
        let period = Period::parse(words.get_ref());
        if period.is_none() {
            self.bad_value(words, "no such period", "use quý I, 6 tháng, quý III, 9 tháng or năm");
        }
        period
    }

    /// The number of a document.
    pub fn number(&self, words: &Spanned<String>) -> Option<DocumentNumber> {
        let number = DocumentNumber::parse(words.get_ref());
        if number.is_none() {
            self.bad_value(words, "this is no document number", "write it as 3507/QĐ-UBND");
        }
        number
    }

    /// The abbreviation of a type of document.
    pub fn document_type(&self, words: &Spanned<String>) -> Option<&'static str> {
        let known = doctype::by_abbreviation(words.get_ref());
        if known.is_none() {
            let help = "use an abbreviation such as QĐ, KH, BC, TB, CV; case matters";
            self.bad_value(words, "no such type of document", help);
        }
        known.map(|known| known.abbr)
    }

    /// Phrases with alternatives.
    pub fn phrases(&self, words: &[Spanned<String>]) -> Vec<Phrase> {
        let phrase = |word: &Spanned<String>| {
            let phrase = Phrase::parse(word.get_ref());
            if phrase.is_none() {
                self.bad_value(word, "an empty phrase is in every text", "separate alternatives by a single |");
            }
            phrase
        };
        words.iter().filter_map(phrase).collect()
    }
}
