//! The type of document (loại văn bản): a report where a report is asked for.

use super::Context;
use crate::check::{Code, Outcome, Reading, Said, Verdict};
use crate::form::FieldState;
use crate::text::doctype;

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    let types = &context.evidence.matching.types;
    if types.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = types.iter().map(|t| name(t)).collect();
    let expected = Said::new("expect-type").with("types", names.clone());
    let field = &reading.form.r#type;
    let found = match &field.value {
        Some(value) => Said::literal(name(value)),
        None => Said::new("found-nothing"),
    };
    let fits = |value: &str| types.contains(&value);
    let verdict = match (field.state, field.value.as_deref()) {
        (FieldState::Read, Some(value)) if fits(value) => Verdict::Met,
        (FieldState::Read, Some(_)) => Verdict::Gap,
        _ => Verdict::Unclear,
    };
    let outcome =
        Outcome::new("type", verdict, expected, found.clone()).at_field(field).under(&context.evidence.clause);
    let id = match verdict {
        Verdict::Gap => "KC204",
        Verdict::Unclear => "KC204-unclear",
        _ => return vec![outcome],
    };
    let message = Said::new(id).with("types", names).with("found", found);
    vec![outcome.raise(Code::WrongType, context.subject, message)]
}

fn name(abbr: &str) -> String {
    doctype::name_of(abbr).map_or_else(|| abbr.to_owned(), |name| name.to_lowercase())
}
