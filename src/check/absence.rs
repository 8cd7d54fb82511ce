//! A document that is not there: missing, among the files that could not be read, or perhaps one under another title.

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
    /// Other papers that show the result, where the pack proposes this one to show it.
    pub(super) shown_by: Vec<String>,
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
        finding.nearest = finding.nearest.or_else(|| self.nearest());
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
        let alike = self.wanted.ranked(&self.alike());
        let could_be_there = hidden != Hidden::default() || !alike.is_empty();
        let severity = if could_be_there { Severity::Question } else { Severity::Error };
        let is_shown = !could_be_there && !self.shown_by.is_empty();
        // Of a document that is missing altogether the message says that it is not due yet.
        let due = self.due_on().filter(|(day, _)| *day >= self.case.basis.as_of && code != codes::TOO_FEW);
        let variant = match (hidden.unread.is_empty(), hidden.secret.is_empty(), due) {
            (false, ..) => "-unread",
            (true, false, _) => "-secret",
            _ if !alike.is_empty() => "-alike",
            _ if is_shown => "-shown",
            (true, true, Some(_)) => "-due",
            (true, true, None) => "",
        };
        let mut message = detail(Said::new(format!("{}{variant}", code.as_str())).with("what", self.what()));
        if let Some(period) = self.period {
            message = message.with("period", message::period(period.period));
        }
        if let Some((day, is_proposed)) = due {
            message = message.with("due", day).with("proposal", is_proposed);
        }
        let mut finding = Finding::new(code, severity, self.subject);
        finding.message = match variant {
            "-alike" => message.with("files", alike.iter().map(|a| a.path.clone()).collect::<Vec<_>>()),
            "-shown" => message.with("files", self.shown_by.clone()),
            _ => hidden.named_in(message),
        };
        finding.nearest = alike.into_iter().next();
        finding.expected = Some(document_wanted(&self.evidence.matching));
        finding.found = Some(Said::new("found-nothing"));
        finding.clause = Some(self.evidence.clause.clone());
        finding.searched = Some(self.searched());
        if is_shown {
            finding.as_proposal(self.case.basis.pack.policy.paper);
        }
        finding
    }

    /// The last day, and whether the pack proposes it: a deadline if there is one, else the end of the window, which stands
    /// before it in the order of kinds.
    fn due_on(&self) -> Option<(Date, bool)> {
        let year = self.case.basis.pack.year;
        let mut latest = self.evidence.demands.iter().rev();
        latest.find_map(|demand| Some((demand.due(year, self.period)?, demand.proposal().is_some())))
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

    /// Documents under this criterion that no item takes and that could be it although their titles do not say so.
    fn alike(&self) -> Vec<&'a Reading> {
        let (own, _) = self.case.own_and_others();
        let pack = self.case.basis.pack;
        let is_taken = |r: &Reading| pack.evidence().any(|evidence| Wanted::takes(evidence, pack.year, r));
        own.into_iter().filter(|r| !self.may_be_it(r) && self.wanted.could_be(r) && !is_taken(r)).collect()
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
