//! A document that is not there: missing, or among the files that could not be read.

use jiff::civil::Date;

use super::candidates::Wanted;
use super::case::Case;
use super::codes;
use super::description::document_wanted;
use super::finding::{Finding, Nearest, Searched, Subject};
use super::kinds::Evidence;
use crate::document::Status;
use crate::message::{self, Arg, Code, Said, Severity};
use crate::reading::Reading;
use crate::rules::PeriodDemand;
use crate::submission::Oddity;

/// What is not there.
pub(super) struct Absence<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) evidence: &'a Evidence,
    pub(super) period: Option<&'a PeriodDemand>,
    pub(super) subject: &'a Subject,
    pub(super) wanted: Wanted<'a>,
}

/// Paths of files that could be what is missing although nothing that was read of them says so.
#[derive(Default, PartialEq)]
struct Hidden {
    secret: Vec<String>,
    unread: Vec<String>,
}

impl<'a> Absence<'a> {
    /// No document at all.
    pub(super) fn missing(&self) -> Finding {
        let code = if self.period.is_some() { codes::PERIOD_MISSING } else { codes::MISSING };
        let mut finding = self.finding(code, |message| message);
        finding.nearest = self.nearest();
        finding
    }

    /// Some documents, but fewer than are needed.
    pub(super) fn too_few(&self, met: usize, needed: usize) -> Finding {
        self.finding(codes::TOO_FEW, |message| message.with("count", met).with("needed", needed))
    }

    /// True if some file could be what is missing.
    pub(super) fn could_be_unread(&self) -> bool {
        self.hidden() != Hidden::default()
    }

    /// The finding of a code; `detail` adds arguments that only its message has.
    fn finding(&self, code: Code, detail: impl FnOnce(Said) -> Said) -> Finding {
        let hidden = self.hidden();
        let severity = if hidden == Hidden::default() { Severity::Error } else { Severity::Question };
        // Of a document that is missing altogether the message says that it is not due yet.
        let due = self.due_on().filter(|day| *day >= self.case.basis.as_of && code != codes::TOO_FEW);
        let variant = match (hidden.unread.is_empty(), hidden.secret.is_empty(), due) {
            (false, ..) => "-unread",
            (true, false, _) => "-secret",
            (true, true, Some(_)) => "-due",
            (true, true, None) => "",
        };
        let mut message = detail(Said::new(format!("{}{variant}", code.as_str())).with("what", self.what()));
        if let Some(period) = self.period {
            message = message.with("period", message::period(period.period));
        }
        if let Some(day) = due {
            message = message.with("due", day);
        }
        let mut finding = Finding::new(code, severity, self.subject);
        finding.message = hidden.named_in(message);
        finding.expected = Some(document_wanted(&self.evidence.matching));
        finding.found = Some(Said::new("found-nothing"));
        finding.clause = Some(self.evidence.clause.clone());
        finding.searched = Some(self.searched());
        finding
    }

    /// The last day: a deadline if there is one, else the end of the window, which stands before it in the order of kinds.
    fn due_on(&self) -> Option<Date> {
        let year = self.case.basis.pack.year;
        self.evidence.demands.iter().rev().find_map(|demand| demand.due(year, self.period))
    }

    /// Secret documents, and what could not be read.
    fn hidden(&self) -> Hidden {
        let hiding = self.case.readings.iter().filter(|r| self.may_be_it(r));
        let (secret, unread): (Vec<&Reading>, Vec<&Reading>) = hiding.partition(|r| r.status == Status::Secret);
        let names = |readings: Vec<&Reading>| readings.into_iter().map(Reading::name).collect::<Vec<_>>();
        let (secret, mut unread) = (names(secret), names(unread));
        unread.extend(self.unopened().map(str::to_owned));
        Hidden { secret, unread }
    }

    /// An unread document could be the missing one if it lies under this criterion or under none, and what is known of it
    /// does not say otherwise.
    fn may_be_it(&self, reading: &Reading) -> bool {
        let near = reading.is_of(&self.case.criterion.code) || reading.is_of_none();
        near && reading.may_hide_evidence() && !self.wanted.is_ruled_out(reading)
    }

    /// Links and entries that could not be opened, under this criterion or under none.
    fn unopened(&self) -> impl Iterator<Item = &str> {
        let code = &self.case.criterion.code;
        let unopened = self.case.oddities.iter().filter_map(Oddity::unopened);
        unopened.filter(move |(_, criteria)| criteria.is_empty() || criteria.contains(code)).map(|(path, _)| path)
    }

    /// The name of what is asked for; where it is one document only, with its number and day.
    fn what(&self) -> Arg {
        let matching = &self.evidence.matching;
        let name = self.evidence.name.as_str();
        match (&matching.number, matching.date) {
            (Some(number), Some(date)) => Said::new("what-numbered")
                .with("what", name)
                .with("number", number.text.as_str())
                .with("date", date)
                .into(),
            _ => name.into(),
        }
    }

    fn searched(&self) -> Searched {
        let read = self.case.readings.iter().filter(|r| r.status.has_text());
        let (documents, pages) = read.fold((0, 0), |(d, p), r| (d + 1, p + r.summary().pages_read as usize));
        let unread = self.case.readings.iter().filter(|r| r.may_hide_evidence() && !r.status.has_text()).count();
        let unreadable = unread + self.case.oddities.iter().filter_map(Oddity::unopened).count();
        Searched { documents, pages, unreadable }
    }

    fn nearest(&self) -> Option<Nearest> {
        let (own, others) = self.case.own_and_others();
        self.wanted.nearest(&own).or_else(|| self.wanted.nearest(&others))
    }
}

impl Hidden {
    /// Files to be opened and secret ones are named apart: nobody is asked to hand in the latter.
    fn named_in(self, message: Said) -> Said {
        match (self.unread.is_empty(), self.secret.is_empty()) {
            (true, true) => message,
            (true, false) => message.with("files", self.secret),
            (false, true) => message.with("files", self.unread).with("secret", false),
            (false, false) => message.with("files", self.unread).with("secret", true).with("secret_files", self.secret),
        }
    }
}
