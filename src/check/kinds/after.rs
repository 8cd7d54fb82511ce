//! The order in time: a result is dated after the plan that it follows.

use super::context::Context;
use crate::check::outcome::Outcome;
use crate::check::quote::found_date;
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    let Some(first) = &context.evidence.require.after else { return Vec::new() };
    let Some(&(first_earliest, first_latest)) = context.siblings.get(first) else { return Vec::new() };
    let Some((earliest, latest)) = reading.issued() else { return Vec::new() };
    let verdict = if earliest >= first_latest {
        Verdict::Met
    } else if latest < first_earliest {
        Verdict::Gap
    } else {
        Verdict::Unclear
    };
    let name = context.criterion.evidence.iter().find(|e| e.id == *first).map_or(first.as_str(), |e| e.name.as_str());
    let reference = found_date(first_earliest, first_latest);
    let expected = Said::new("expect-after").with("first", name).with("date", reference.clone());
    let found = found_date(earliest, latest);
    let outcome = Outcome::new("after", verdict, expected, found.clone())
        .at_date(&reading.form.issued)
        .under(&context.evidence.clause);
    let id = match verdict {
        Verdict::Gap => "KC502",
        Verdict::Unclear => "KC502-unclear",
        _ => return vec![outcome],
    };
    let message = Said::new(id).with("first", name).with("date", reference).with("found", found);
    vec![outcome.raise(Code::OrderImpossible, context.subject, message)]
}
