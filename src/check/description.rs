//! The words for the document that an item asks for.

use crate::message::{Said, types_of_documents};
use crate::rules::{Match, Phrase};

/// The exact document by number, day and issuer; else its types and the phrases of its title.
pub fn document_wanted(matching: &Match) -> Said {
    match (&matching.number, matching.date, &matching.issuer) {
        (Some(number), Some(date), Some(issuer)) => Said::new("expect-exact")
            .with("number", number.text.as_str())
            .with("date", date)
            .with("issuer", issuer.as_str()),
        (Some(number), ..) => Said::new("expect-number").with("number", number.text.as_str()),
        (None, ..) => Said::new("expect-title")
            .with("types", types_of_documents(&matching.types))
            .with("phrases", Phrase::quoted(&matching.phrases)),
    }
}
