//! The window of issue (thời gian ban hành): the days on which a document is accepted.
//!
//! `window = { from = "Y-1-10-01", to = "Y-03-31" }` is relative to the index year: the plan of a year is rightly dated
//! the December before it. A date with an unread day is an interval: what holds, or fails, for the whole interval is
//! decided. `proposal = true` marks days that the pack proposes.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::demand::{Context, Demand, Kind, Proposal};
use crate::check::outcome::Outcome;
use crate::check::quote::found_date;
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;
use crate::rules::{ItemTable, PeriodDemand, RelativeDate};

/// Issued outside the window.
const OUTSIDE: Code = Code::new("KC301", CHECK);
const CHECK: &str = "issued-window";

pub(super) const KIND: Kind =
    Kind { name: "window", codes: &[OUTSIDE], open: |_| Box::new(read), example: include_str!("example.toml") };

/// First and last day that are accepted.
#[derive(Debug)]
struct Window {
    from: RelativeDate,
    to: RelativeDate,
    proposal: bool,
    clause: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    from: Spanned<String>,
    to: Spanned<String>,
    #[serde(default)]
    proposal: bool,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let Some(raw) = item.get::<Raw>("window") else { return Vec::new() };
    let (from, to) = (item.file.relative_date(&raw.from), item.file.relative_date(&raw.to));
    let (Some(from), Some(to)) = (from, to) else { return Vec::new() };
    // 2018 stands for any index year: both ends move together unless one is fixed.
    if from.in_year(2018) > to.in_year(2018) {
        item.file.bad_value(&raw.to, "the window ends before it begins", "");
    }
    vec![Arc::new(Window { from, to, proposal: raw.proposal, clause: item.clause.to_owned() })]
}

impl Demand for Window {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn expected(&self, year: i16) -> Said {
        let (from, to) = self.days(year);
        Said::new("expect-window").with("from", from).with("to", to).with("proposal", self.proposal)
    }

    fn proposal(&self) -> Option<Proposal> {
        self.proposal.then_some(Proposal::Detail)
    }

    fn due(&self, year: i16, _period: Option<&PeriodDemand>) -> Option<Date> {
        Some(self.to.in_year(year))
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let (from, to) = self.days(context.year);
        let date = &reading.form.issued;
        let (verdict, found) = match reading.issued() {
            Some((earliest, latest)) => (judge(earliest, latest, from, to), found_date(earliest, latest)),
            None => (Verdict::Unclear, Said::new("found-nothing")),
        };
        let outcome =
            Outcome::new(CHECK, verdict, self.expected(context.year), found.clone()).at_date(date).under(&self.clause);
        let id = match verdict {
            Verdict::Gap => "KC301",
            // A date that is not there at all is a finding of its own (KC202); this check has nothing to add to it.
            Verdict::Unclear if !date.field.is_present() && reading.issued().is_none() => {
                return Some(Outcome { verdict: Verdict::NotApplicable, ..outcome });
            }
            Verdict::Unclear => "KC301-unclear",
            _ => return Some(outcome),
        };
        let message =
            Said::new(id).with("from", from).with("to", to).with("found", found).with("proposal", self.proposal);
        Some(outcome.raise(OUTSIDE, context.subject, message))
    }
}

impl Window {
    /// First and last day in an index year.
    fn days(&self, year: i16) -> (Date, Date) {
        (self.from.in_year(year), self.to.in_year(year))
    }
}

/// The days between which a document was issued, against the window.
fn judge(earliest: Date, latest: Date, from: Date, to: Date) -> Verdict {
    Verdict::between_bounds(from <= earliest && latest <= to, latest < from || to < earliest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn intervals_are_decided_where_they_can_be() {
        let (from, to) = (date(2017, 10, 1), date(2018, 3, 31));
        for (earliest, latest, verdict) in [
            (date(2017, 12, 21), date(2017, 12, 21), Verdict::Met),
            (date(2017, 10, 1), date(2018, 3, 31), Verdict::Met),
            (date(2018, 4, 1), date(2018, 4, 1), Verdict::Gap),
            (date(2018, 4, 1), date(2018, 4, 30), Verdict::Gap),
            (date(2018, 3, 1), date(2018, 3, 31), Verdict::Met),
            (date(2018, 1, 1), date(2018, 12, 31), Verdict::Unclear),
        ] {
            assert_eq!(judge(earliest, latest, from, to), verdict, "{earliest} {latest}");
        }
    }
}
