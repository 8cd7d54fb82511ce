//! The deadline: dated late is late. Dated in time is in time, but that it was sent in time is not proven by its date.

use super::context::{Context, flag};
use crate::check::outcome::Outcome;
use crate::check::quote::found_date;
use crate::form::MarkKind;
use crate::message::{Code, Said, Severity, Verdict};
use crate::reading::Reading;

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    let own = context.period.and_then(|p| p.deadline);
    let Some(deadline) = own.or(context.evidence.require.deadline) else { return Vec::new() };
    let Some((earliest, latest)) = reading.issued() else { return Vec::new() };
    let day = deadline.date.in_year(context.year());
    let verdict = if latest <= day {
        Verdict::Met
    } else if earliest > day {
        Verdict::Gap
    } else {
        Verdict::Unclear
    };
    let expected = Said::new("expect-deadline").with("deadline", day).with("proposal", flag(deadline.proposal));
    let found = found_date(earliest, latest);
    let outcome = Outcome::new("deadline", verdict, expected, found.clone())
        .at_date(&reading.form.issued)
        .under(&context.evidence.clause);
    let message = |id: &str| {
        Said::new(id).with("deadline", day).with("found", found.clone()).with("proposal", flag(deadline.proposal))
    };
    match verdict {
        Verdict::Gap => vec![outcome.raise(Code::Late, context.subject, message("KC305"))],
        Verdict::Unclear => vec![outcome.raise(Code::Late, context.subject, message("KC305-unclear"))],
        _ if reading.form.has_mark(MarkKind::Arrival) => vec![outcome],
        _ => vec![outcome.raise_as(Severity::Info, Code::SendingNotProven, context.subject, message("KC306"))],
    }
}
