//! The type of document (loại văn bản): a report where a report is asked for.

use super::context::Context;
use crate::check::outcome::Outcome;
use crate::form::FieldState;
use crate::message::{Code, Said, Verdict, type_of_document, types_of_documents};
use crate::reading::Reading;

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    let types = &context.evidence.matching.types;
    if types.is_empty() {
        return Vec::new();
    }
    let names = types_of_documents(types);
    let expected = Said::new("expect-type").with("types", names.clone());
    let field = &reading.form.r#type;
    let found = match &field.value {
        Some(value) => type_of_document(value),
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
