//! The citation of a named document: a report "on the result of plan 12/KH-UBND" must name it.

use super::context::Context;
use crate::check::finding::Searched;
use crate::check::outcome::Outcome;
use crate::document::Status;
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;
use crate::text::symbol::DocumentNumber;

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    context.evidence.require.cites.iter().map(|wanted| one(context, reading, wanted)).collect()
}

fn one(context: &Context<'_>, reading: &Reading, wanted: &DocumentNumber) -> Outcome {
    let expected = Said::new("expect-cites").with("number", wanted.text.as_str());
    let cited =
        reading.form.citations.iter().find(|c| DocumentNumber::parse(&c.number).is_some_and(|n| n.same(wanted)));
    if let Some(citation) = cited {
        return Outcome::new("cites", Verdict::Met, expected, Said::literal(citation.number.as_str()))
            .at(citation.place.clone(), citation.quote.as_str())
            .under(&context.evidence.clause);
    }
    // A cited number with one misread digit is another number.
    let is_whole = reading.status == Status::Ok && !reading.is_recognised();
    let verdict = if is_whole { Verdict::Gap } else { Verdict::Unclear };
    let message = Said::new(if is_whole { "KC501" } else { "KC501-unclear" }).with("number", wanted.text.as_str());
    let mut outcome = Outcome::new("cites", verdict, expected, Said::new("found-nothing"))
        .under(&context.evidence.clause)
        .raise(Code::CitationMissing, context.subject, message);
    for finding in &mut outcome.raised {
        let pages = reading.summary().pages_read as usize;
        finding.searched = Some(Searched { documents: 1, pages, unreadable: usize::from(!is_whole) });
    }
    outcome
}
