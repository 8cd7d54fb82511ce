//! The exact document: number, date and issuer agree. Candidates are chosen by this already, so what is left to say is
//! the proof, or that the number could not be read well enough.

use super::context::Context;
use crate::check::outcome::Outcome;
use crate::form::FieldState;
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    let matching = &context.evidence.matching;
    let Some(wanted) = &matching.number else { return Vec::new() };
    let mut expected = Said::new("expect-number").with("number", wanted.text.as_str());
    if let (Some(date), Some(issuer)) = (matching.date, &matching.issuer) {
        expected = Said::new("expect-exact")
            .with("number", wanted.text.as_str())
            .with("date", date)
            .with("issuer", issuer.as_str());
    }
    let number = &reading.form.number;
    let found = Said::literal(number.value.clone().unwrap_or_default());
    let verdict = if number.state == FieldState::Read { Verdict::Met } else { Verdict::Unclear };
    let outcome =
        Outcome::new("exact-number", verdict, expected, found.clone()).at_field(number).under(&context.evidence.clause);
    if verdict == Verdict::Met {
        return vec![outcome];
    }
    let message = Said::new("KC207").with("number", wanted.text.as_str()).with("found", found);
    vec![outcome.raise(Code::ExactNumber, context.subject, message)]
}
