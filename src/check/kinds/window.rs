//! The window of issue: each item has its own, relative to the index year. The plan of a year is rightly dated the
//! December before it.

use jiff::civil::Date;

use super::context::{Context, flag};
use crate::check::outcome::Outcome;
use crate::check::quote::found_date;
use crate::message::{Code, Said, Verdict};
use crate::reading::Reading;

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    let Some(window) = context.evidence.require.window else { return Vec::new() };
    let (from, to) = (window.from.in_year(context.year()), window.to.in_year(context.year()));
    let expected = Said::new("expect-window").with("from", from).with("to", to).with("proposal", flag(window.proposal));
    let date = &reading.form.issued;
    let (verdict, found) = match reading.issued() {
        Some((earliest, latest)) => (judge(earliest, latest, from, to), found_date(earliest, latest)),
        None => (Verdict::Unclear, Said::new("found-nothing")),
    };
    let outcome =
        Outcome::new("issued-window", verdict, expected, found.clone()).at_date(date).under(&context.evidence.clause);
    let id = match verdict {
        Verdict::Gap => "KC301",
        // A date that is not there at all is a finding of its own (KC202); this check has nothing to add to it.
        Verdict::Unclear if !date.field.is_present() && reading.issued().is_none() => {
            return vec![Outcome { verdict: Verdict::NotApplicable, ..outcome }];
        }
        Verdict::Unclear => "KC301-unclear",
        _ => return vec![outcome],
    };
    let message =
        Said::new(id).with("from", from).with("to", to).with("found", found).with("proposal", flag(window.proposal));
    vec![outcome.raise(Code::OutsideWindow, context.subject, message)]
}

/// A date with an unread day is an interval: what holds, or fails, for all of it is decided.
fn judge(earliest: Date, latest: Date, from: Date, to: Date) -> Verdict {
    if from <= earliest && latest <= to {
        Verdict::Met
    } else if latest < from || to < earliest {
        Verdict::Gap
    } else {
        Verdict::Unclear
    }
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
