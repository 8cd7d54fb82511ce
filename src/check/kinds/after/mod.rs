//! The order in time (trình tự thời gian): a result is dated after the plan that it follows.
//!
//! `after = "id"` names another item of the same criterion. A document that can only be earlier than that item's document
//! fails; where the days are not known well enough it is a question. If that item has no document there is nothing to
//! compare with, and nothing is said: that it is missing is a finding of its own. `proposals = ["after"]` of the item marks
//! an order that the pack proposes; that of a proposed paper is.

use std::sync::Arc;

use jiff::civil::Date;
use toml::Spanned;

use super::demand::{Context, Demand, Kind, Proposal};
use crate::check::outcome::Outcome;
use crate::check::quote::found_date;
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;
use crate::rules::ItemTable;

/// Earlier than the document that it must follow.
const OUT_OF_ORDER: Code = Code::new("KC502", CHECK);
const CHECK: &str = "after";

pub(super) const KIND: Kind =
    Kind { name: "after", codes: &[OUT_OF_ORDER], open: |_| Box::new(read), example: include_str!("example.toml") };

/// The document of another item that must be earlier.
#[derive(Debug)]
struct After {
    /// Id of that item.
    first: String,
    /// Its name.
    name: String,
    proposal: bool,
    clause: String,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let Some(first) = item.get::<Spanned<String>>("after") else { return Vec::new() };
    // Items are judged in order: only the document of an earlier one is known.
    let earlier = || item.siblings.iter().take_while(|(id, _)| id != item.id);
    let Some((_, name)) = earlier().find(|(id, _)| id == first.get_ref()) else {
        let known: Vec<&str> = earlier().map(|(id, _)| id.as_str()).collect();
        let help = if known.is_empty() { "no item stands before it".to_owned() } else { known.join(", ") };
        item.file.bad_name(&first, "this criterion has no earlier item with this id", help);
        return Vec::new();
    };
    let name = name.clone();
    let proposal = item.proposes("after");
    vec![Arc::new(After { first: first.into_inner(), name, proposal, clause: item.clause.to_owned() })]
}

impl Demand for After {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn proposal(&self) -> Option<Proposal> {
        self.proposal.then_some(Proposal::Paper)
    }

    fn expected(&self, _year: i16) -> Said {
        Said::new("expect-after-item").with("first", self.name.as_str()).with("proposal", self.proposal)
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let &(first_earliest, first_latest) = context.issued.get(&self.first)?;
        let (earliest, latest) = reading.issued()?;
        let verdict = judge((earliest, latest), (first_earliest, first_latest));
        let (date, found) = (found_date(first_earliest, first_latest), found_date(earliest, latest));
        let expected = Said::new("expect-after")
            .with("first", self.name.as_str())
            .with("date", date.clone())
            .with("proposal", self.proposal);
        let outcome =
            Outcome::new(CHECK, verdict, expected, found.clone()).at_date(&reading.form.issued).under(&self.clause);
        let id = match verdict {
            Verdict::Gap => "KC502",
            Verdict::Unclear => "KC502-unclear",
            _ => return Some(outcome),
        };
        let message = Said::new(id)
            .with("first", self.name.as_str())
            .with("date", date)
            .with("found", found)
            .with("proposal", self.proposal);
        Some(outcome.raise(OUT_OF_ORDER, context.subject, message))
    }
}

/// First and last day possible of a document, against those of the one that it must follow.
fn judge((earliest, latest): (Date, Date), (first_earliest, first_latest): (Date, Date)) -> Verdict {
    Verdict::between_bounds(earliest >= first_latest, latest < first_earliest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_that_are_not_known_well_enough_are_a_question() {
        let day = |day| (date(2018, 3, day), date(2018, 3, day));
        let march = (date(2018, 3, 1), date(2018, 3, 31));
        for (own, first, verdict) in [
            (day(6), day(5), Verdict::Met),
            (day(5), day(5), Verdict::Met),
            (day(4), day(5), Verdict::Gap),
            (march, day(5), Verdict::Unclear),
            (day(5), march, Verdict::Unclear),
            (day(31), march, Verdict::Met),
        ] {
            assert_eq!(judge(own, first), verdict, "{own:?} after {first:?}");
        }
    }
}
