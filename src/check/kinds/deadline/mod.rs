//! The deadline (thời hạn): a document dated later is late.
//!
//! `deadline = { date = "Y-10-15" }` holds for the item, `deadline` of a period for that period's document in its place.
//! Dated in time is in time, but that it was sent in time its date does not prove: unless an arrival stamp is on it, a
//! remark says so. `proposal = true` marks a day that the pack proposes: later than that is a remark, and a question where
//! `in_time = true` says that the source asks for "in time" and names no day.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::demand::{Context, Demand, Kind, Proposal};
use crate::check::outcome::Outcome;
use crate::check::quote::found_date;
use crate::form::MarkKind;
use crate::message::{Code, Said, Severity, Verdict};
use crate::reading::Reading;
use crate::rules::{Deadline, ItemTable, PeriodDemand};
use crate::text::period::Period;

/// Dated after the deadline.
const LATE: Code = Code::new("KC305", CHECK);
/// Dated in time; whether it was sent in time is not proven.
const SENDING_NOT_PROVEN: Code = Code::new("KC306", CHECK);
const CHECK: &str = "deadline";

pub(super) const KIND: Kind = Kind {
    name: "deadline",
    codes: &[LATE, SENDING_NOT_PROVEN],
    open: |_| Box::new(read),
    example: include_str!("example.toml"),
};

/// The last day of an item, or of the document for one of its periods.
#[derive(Debug)]
struct LastDay {
    deadline: Deadline,
    period: Option<Period>,
    /// The source asks for "in time" and names no day.
    in_time: bool,
    clause: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    date: Spanned<String>,
    #[serde(default)]
    proposal: bool,
}

fn read(item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
    let in_time: Option<Spanned<bool>> = item.get("in_time");
    let own = item
        .get::<Raw>("deadline")
        .and_then(|raw| Some(Deadline { date: item.file.relative_date(&raw.date)?, proposal: raw.proposal }));
    let of_periods = item.periods.iter().filter_map(|p| Some((p.deadline?, Some(p.period))));
    let all: Vec<_> = own.map(|deadline| (deadline, None)).into_iter().chain(of_periods).collect();
    if let Some(word) = in_time.as_ref().filter(|_| !all.iter().any(|(deadline, _)| deadline.proposal)) {
        let help =
            "add a deadline with proposal = true, or leave in_time out: the day of the source is in time by itself";
        item.file.bad_value(word, "no proposed day stands for \"in time\"", help);
    }
    let in_time = in_time.is_some_and(Spanned::into_inner);
    let demand = |(deadline, period)| LastDay { deadline, period, in_time, clause: item.clause.to_owned() };
    all.into_iter().map(|one| Arc::new(demand(one)) as Arc<dyn Demand>).collect()
}

impl LastDay {
    /// True if it is the one that holds for the document of a period.
    fn holds_for(&self, period: Option<&PeriodDemand>) -> bool {
        let with_own = period.filter(|p| p.deadline.is_some());
        self.period == with_own.map(|p| p.period)
    }
}

impl Demand for LastDay {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn proposal(&self) -> Option<Proposal> {
        let proposal = if self.in_time { Proposal::Open } else { Proposal::Detail };
        self.deadline.proposal.then_some(proposal)
    }

    fn period(&self) -> Option<Period> {
        self.period
    }

    fn expected(&self, year: i16) -> Said {
        let day = self.deadline.date.in_year(year);
        Said::new("expect-deadline")
            .with("deadline", day)
            .with("proposal", self.deadline.proposal)
            .with("in_time", self.in_time)
    }

    fn due(&self, year: i16, period: Option<&PeriodDemand>) -> Option<Date> {
        self.holds_for(period).then(|| self.deadline.date.in_year(year))
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        let day = self.due(context.year, context.period)?;
        let (earliest, latest) = reading.issued()?;
        let verdict = judge(earliest, latest, day);
        let found = found_date(earliest, latest);
        let outcome = Outcome::new(CHECK, verdict, self.expected(context.year), found.clone())
            .at_date(&reading.form.issued)
            .under(&self.clause);
        let message = |id: &str| Said::new(id).with("deadline", day).with("found", found).with("in_time", self.in_time);
        Some(match verdict {
            Verdict::Gap if self.deadline.proposal => outcome.raise(LATE, context.subject, message("KC305-proposed")),
            Verdict::Gap => outcome.raise(LATE, context.subject, message("KC305")),
            Verdict::Unclear => outcome.raise(LATE, context.subject, message("KC305-unclear")),
            _ if reading.form.has_mark(MarkKind::Arrival) => outcome,
            _ => outcome.raise_as(Severity::Info, SENDING_NOT_PROVEN, context.subject, message("KC306")),
        })
    }
}

/// The days between which a document was issued, against the last day.
fn judge(earliest: Date, latest: Date, day: Date) -> Verdict {
    Verdict::between_bounds(latest <= day, earliest > day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RelativeDate;
    use jiff::civil::date;

    #[test]
    fn a_document_is_late_only_if_every_possible_day_is() {
        let due = date(2018, 10, 15);
        for (earliest, latest, verdict) in [
            (date(2018, 10, 15), date(2018, 10, 15), Verdict::Met),
            (date(2018, 10, 16), date(2018, 10, 16), Verdict::Gap),
            (date(2018, 10, 1), date(2018, 10, 31), Verdict::Unclear),
            (date(2018, 11, 1), date(2018, 11, 30), Verdict::Gap),
        ] {
            assert_eq!(judge(earliest, latest, due), verdict, "{earliest} – {latest}");
        }
    }

    #[test]
    fn the_day_of_a_period_stands_in_for_that_of_the_item() {
        let deadline = |words: &str| Deadline { date: RelativeDate::parse(words).unwrap(), proposal: false };
        let of = |period: Option<&str>, words: &str| LastDay {
            deadline: deadline(words),
            period: period.and_then(Period::parse),
            in_time: false,
            clause: String::new(),
        };
        let (own, quarter) = (of(None, "Y-12-31"), of(Some("quý I"), "Y-03-20"));
        let asked = |words: &str, day: Option<&str>| PeriodDemand {
            period: Period::parse(words).unwrap(),
            deadline: day.map(deadline),
            proposal: false,
        };
        let (with_own, without) = (asked("quý I", Some("Y-03-20")), asked("năm", None));
        for (period, days) in [
            (None, [Some(date(2018, 12, 31)), None]),
            (Some(&with_own), [None, Some(date(2018, 3, 20))]),
            (Some(&without), [Some(date(2018, 12, 31)), None]),
        ] {
            assert_eq!([own.due(2018, period), quarter.due(2018, period)], days, "{period:?}");
        }
    }
}
