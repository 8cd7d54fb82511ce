//! Number, date and signer are there and the document is no draft: the demands of a pack on every row. Presence is all
//! that is asked: a field whose ink cannot be read is present (Decree 30/2020/NĐ-CP, articles 8 and 15: number and date
//! are given when a document has been signed).

use jiff::civil::Date;

use super::context::Context;
use crate::check::outcome::Outcome;
use crate::document::RemarkKind;
use crate::form::{Field, FieldSource, FieldState, MarkKind};
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;
use crate::rules::FormDemand;

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    context.pack.form_demands().filter_map(|(demand, clause)| one(context, reading, demand, &clause.clause)).collect()
}

fn one(context: &Context<'_>, reading: &Reading, demand: FormDemand, clause: &str) -> Option<Outcome> {
    let form = &reading.form;
    // A plan or annex that was issued with another document is signed and numbered there.
    let is_attached = form.number.source == Some(FieldSource::Parent);
    match demand {
        FormDemand::Number => Some(present(context, "number-present", &form.number, Code::NoNumber, clause)),
        FormDemand::Date => Some(present(context, "date-present", &form.issued.field, Code::NoDate, clause)),
        FormDemand::Signer if is_attached => None,
        FormDemand::Signer => {
            let is_signed_digitally = reading.summary().remarks.iter().any(|r| r.kind == RemarkKind::Signature);
            if !form.signer.is_present() && (is_signed_digitally || form.has_mark(MarkKind::Signature)) {
                let expected = Said::new("expect-present-signer-present");
                return Some(
                    Outcome::new("signer-present", Verdict::Met, expected, Said::new("found-signature")).under(clause),
                );
            }
            Some(present(context, "signer-present", &form.signer, Code::NoSigner, clause))
        }
        FormDemand::NotDraft => Some(not_draft(context, reading, clause)),
    }
}

fn present(context: &Context<'_>, check: &'static str, field: &Field, code: Code, clause: &str) -> Outcome {
    let expected = Said::new(format!("expect-present-{check}"));
    // Recognition saw nothing there, or that part was not read: neither says that nothing is there.
    let is_unseen = field.state == FieldState::Unclear
        && field.quote.is_none()
        && (field.source == Some(FieldSource::Ocr) || field.place.is_nowhere());
    let found = match (&field.value, field.state) {
        (Some(value), FieldState::Read) => match value.parse::<Date>() {
            Ok(date) => Said::new("found-date").with("date", date),
            Err(_) => Said::literal(value.as_str()),
        },
        (_, FieldState::Unclear) if is_unseen => Said::new("found-unseen"),
        (_, FieldState::Unclear) => Said::new("found-unreadable"),
        (_, FieldState::Blank) => Said::new("found-blank"),
        _ => Said::new("found-nothing"),
    };
    let verdict = match field.is_present() {
        true if is_unseen => Verdict::Unclear,
        true => Verdict::Met,
        false => Verdict::Gap,
    };
    let outcome = Outcome::new(check, verdict, expected, found).at_field(field).under(clause);
    if verdict == Verdict::Met {
        return outcome;
    }
    let variant = match field.state {
        FieldState::Blank => "-blank",
        FieldState::Unclear => "-unseen",
        _ => "",
    };
    let message = Said::new(format!("{}{variant}", code.as_str()));
    outcome.raise(code, context.subject, message)
}

fn not_draft(context: &Context<'_>, reading: &Reading, clause: &str) -> Outcome {
    let expected = Said::new("expect-not-draft");
    match reading.form.marks.iter().find(|m| m.kind == MarkKind::Draft) {
        None => Outcome::new("not-draft", Verdict::Met, expected, Said::new("found-no-draft-mark")).under(clause),
        Some(mark) => {
            let quote = mark.quote.clone().unwrap_or_default();
            Outcome::new("not-draft", Verdict::Gap, expected, Said::literal(quote.as_str()))
                .at(mark.place.clone(), quote)
                .under(clause)
                .raise(Code::Draft, context.subject, Said::new("KC203"))
        }
    }
}
