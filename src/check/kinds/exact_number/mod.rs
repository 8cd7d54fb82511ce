//! The exact document: `number`, `date` and `issuer` of `[evidence.match]` agree.
//!
//! Candidates are chosen by this already, so what is left to say is the proof, or that the number could not be read well
//! enough.

use std::sync::Arc;

use super::demand::{Context, Demand, Kind, Origin};
use crate::check::description::document_wanted;
use crate::check::outcome::Outcome;
use crate::form::FieldState;
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;
use crate::rules::{ItemTable, Match};

/// The exact document cannot be confirmed.
const NOT_CONFIRMED: Code = Code::new("KC207", CHECK);
const CHECK: &str = "exact-number";

pub(super) const KIND: Kind = Kind {
    name: "exact_number",
    codes: &[NOT_CONFIRMED],
    open: |_| Box::new(read),
    example: include_str!("example.toml"),
};

/// The one document that is asked for.
#[derive(Debug)]
struct Exact {
    /// As printed in messages.
    number: String,
    matching: Match,
    clause: String,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let Some(number) = &item.matching.number else { return Vec::new() };
    let (number, matching) = (number.text.clone(), item.matching.clone());
    vec![Arc::new(Exact { number, matching, clause: item.clause.to_owned() })]
}

impl Demand for Exact {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn origin(&self) -> Origin {
        Origin::Match
    }

    fn expected(&self, _year: i16) -> Said {
        document_wanted(&self.matching)
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let number = &reading.form.number;
        let found = Said::literal(number.value.clone().unwrap_or_default());
        let verdict = if number.state == FieldState::Read { Verdict::Met } else { Verdict::Unclear };
        let outcome = Outcome::new(CHECK, verdict, self.expected(context.year), found.clone())
            .at_field(number)
            .under(&self.clause);
        if verdict == Verdict::Met {
            return Some(outcome);
        }
        let message = Said::new("KC207").with("number", self.number.as_str()).with("found", found);
        Some(outcome.raise(NOT_CONFIRMED, context.subject, message))
    }
}
