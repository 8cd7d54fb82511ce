//! Phrases of rules.

use crate::text::Key;

/// A phrase with alternatives: `cơ quan|đơn vị` is found if either is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// As written in the rule, for people.
    pub text: String,
    /// The alternatives as keys.
    pub alternatives: Vec<Key>,
}

impl Phrase {
    /// From the words of a rule; `None` if an alternative is empty.
    pub fn parse(words: &str) -> Option<Self> {
        let alternatives: Vec<Key> = words.split('|').map(|a| Key::new(a.trim())).collect();
        let shown = words.split('|').map(str::trim).collect::<Vec<_>>().join(" / ");
        alternatives.iter().all(|a| !a.is_empty()).then_some(Self { text: shown, alternatives })
    }

    /// True if one of the alternatives is in the text.
    pub fn is_in(&self, text: &Key) -> bool {
        self.alternatives.iter().any(|a| text.contains(a))
    }

    /// True if one of the alternatives is in a text that was folded before.
    pub fn is_in_folded(&self, folded: &str) -> bool {
        self.alternatives.iter().any(|a| a.is_in(folded))
    }

    /// Phrases in quotation marks, for messages.
    pub fn quoted<'a>(phrases: impl IntoIterator<Item = &'a Phrase>) -> Vec<String> {
        phrases.into_iter().map(|p| format!("“{}”", p.text)).collect()
    }
}
