//! A message to people as an id and arguments. The words are in the catalogues, so that a stored run can be rendered in
//! another language.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A message that is not yet in any language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Said {
    /// Id in the catalogues.
    pub id: String,
    /// Its arguments by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Arg {
    /// A number.
    Number(f64),
    /// A day, shown as the language writes it; in JSON `{"date": "2018-12-21"}`, so that words that look like one stay words.
    Date(
        #[serde(with = "day")]
        #[schemars(with = "day::Day")]
        Date,
    ),
    /// Words of the document or of the rule.
    Text(String),
    /// Several of them.
    List(Vec<String>),
    /// Another message.
    Said(Box<Said>),
    /// Several other messages.
    Many(Vec<Said>),
}

/// A day as an object.
mod day {
    use super::{Date, Deserialize, JsonSchema, Serialize};

    /// A day as an argument of a message.
    #[derive(Serialize, Deserialize, JsonSchema)]
    pub(crate) struct Day {
        /// `yyyy-mm-dd`.
        #[schemars(with = "String")]
        date: Date,
    }

    pub(crate) fn serialize<S: serde::Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
        Day { date: *date }.serialize(to)
    }

    pub(crate) fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        Ok(Day::deserialize(from)?.date)
    }
}

/// Id of the message that is only its argument `text`.
pub const LITERAL: &str = "literal";

impl Said {
    /// A message without arguments yet.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: BTreeMap::new() }
    }

    /// Words that are the same in every language: a number, a name, a quote.
    pub fn literal(text: impl Into<String>) -> Self {
        Self::new(LITERAL).with("text", text.into())
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

/// `yes` or `no`, the form in which messages select on a flag.
impl From<bool> for Arg {
    fn from(flag: bool) -> Self {
        Arg::Text(if flag { "yes" } else { "no" }.to_owned())
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Arg::Date(date)
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Arg::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(number as f64)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Arg::Number(f64::from(number))
    }
}

impl From<Vec<String>> for Arg {
    fn from(list: Vec<String>) -> Self {
        Arg::List(list)
    }
}

impl From<Vec<Said>> for Arg {
    fn from(list: Vec<Said>) -> Self {
        Arg::Many(list)
    }
}

impl From<Said> for Arg {
    fn from(said: Said) -> Self {
        Arg::Said(Box::new(said))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_back_from_json_as_it_was() {
        let day = Date::constant(2018, 12, 21);
        let said = Said::new("x")
            .with("day", day)
            .with("words", "2018-12-21")
            .with("digits", "20181221")
            .with("number", 0.1 + 0.2)
            .with("list", vec!["a".to_owned()])
            .with("said", Said::new("y").with("day", day));
        let json = serde_json::to_string(&said).unwrap();
        assert_eq!(serde_json::from_str::<Said>(&json).unwrap(), said, "{json}");
    }
}
