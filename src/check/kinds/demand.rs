//! What a kind of check is: how it reads its part of a rule, and what it then demands of a document.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::finding::Subject;
use crate::check::outcome::Outcome;
use crate::message::{Code, Said, Severity};
use crate::reading::Reading;
use crate::rules::{self, OpenCriterion, PeriodDemand, Policy};
use crate::statement::Tellings;
use crate::submission::Facts;
use crate::text::period::Period;

/// A kind of check (loại kiểm tra).
pub struct Kind {
    /// Its name: that of its room.
    pub name: &'static str,
    /// The codes of the findings that it raises.
    pub codes: &'static [Code],
    /// Reads its part of a criterion and of the items.
    pub(super) open: OpenCriterion<Arc<dyn Demand>>,
    /// A rule, documents that pass and documents that fire, as TOML; `kinds/examples.rs` runs it.
    pub example: &'static str,
}

/// What an item demands of a document, in one kind of check. An item may have several of one kind.
pub trait Demand: Any + Debug + Send + Sync {
    /// Name of the check, as reports call it.
    fn check(&self) -> &'static str;

    /// What is expected, in the words of findings, `--why` and `explain`.
    fn expected(&self, year: i16) -> Said;

    /// Holds a document against it; `None` if there is nothing to say about this one.
    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome>;

    /// Where it is written, which decides where `explain` shows it.
    fn origin(&self) -> Origin {
        Origin::Item
    }

    /// What of it the pack proposes; `None` if the source demands it.
    fn proposal(&self) -> Option<Proposal> {
        None
    }

    /// The period whose document it is about; `None` for every document of the item.
    fn period(&self) -> Option<Period> {
        None
    }

    /// True if it asks for more of a document than its head and its end show.
    fn needs_text(&self) -> bool {
        false
    }

    /// True if a document lacks it only until it is signed and sent.
    fn is_settled_by_signing(&self) -> bool {
        false
    }

    /// The last day on which it can be fulfilled, if it sets one.
    fn due(&self, _year: i16, _period: Option<&PeriodDemand>) -> Option<Date> {
        None
    }

    /// The agencies that it accepts as issuers, if it is about them.
    fn issuers(&self) -> &[String] {
        &[]
    }

    /// Name of the assessor's fact that it uses.
    fn fact(&self) -> Option<&str> {
        None
    }
}

/// Where a demand is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// In what chooses the candidates.
    Match,
    /// In what the item requires.
    Item,
    /// In what the pack demands of every row.
    Pack,
}

/// What a demand of the pack's own is about, which decides what becomes of it where it is not kept to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposal {
    /// The paper: its kind, its issuer, its place among others.
    Paper,
    /// A day, a window, a topic, a wording.
    Detail,
    /// What the source asks for and leaves open, such as the day of "in time": always a question.
    Open,
}

impl Proposal {
    /// How much it weighs that a submission does not keep to it.
    pub fn severity(self, policy: Policy) -> Severity {
        match self {
            Proposal::Paper => policy.paper,
            Proposal::Detail => policy.detail,
            Proposal::Open => Severity::Question,
        }
    }
}

/// A rule pack with the demands of all kinds of check.
pub type Pack = rules::Pack<Arc<dyn Demand>>;
/// A criterion (tiêu chí) of such a pack.
pub type Criterion = rules::Criterion<Arc<dyn Demand>>;
/// An evidence item (tài liệu kiểm chứng) of such a pack.
pub type Evidence = rules::Evidence<Arc<dyn Demand>>;

/// Days on which the documents of items can have been issued, by item: first and last day possible.
pub type IssuedByItem = BTreeMap<String, (Date, Date)>;

/// What a check knows beside the document.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The index year.
    pub year: i16,
    /// What becomes of proposals that are not kept to.
    pub policy: Policy,
    /// The criterion.
    pub criterion: &'a Criterion,
    /// The item.
    pub evidence: &'a Evidence,
    /// The period asked for, where an item asks for several.
    pub period: Option<&'a PeriodDemand>,
    /// Agency, criterion and item for what is raised.
    pub subject: &'a Subject,
    /// What the assessor knows.
    pub facts: &'a Facts,
    /// All that the agency submitted.
    pub readings: &'a [Reading],
    /// What they say.
    pub tellings: &'a Tellings<'a>,
    /// The province or city that is scored; empty if any is.
    pub place: &'a str,
    /// The items of the criterion that were judged before.
    pub issued: &'a IssuedByItem,
}

impl<'a> Context<'a> {
    /// The agencies that the item accepts as issuers; empty if any will do.
    pub fn issuers(&self) -> impl Iterator<Item = &'a str> + Clone {
        self.evidence.demands.iter().flat_map(|demand| demand.issuers()).map(String::as_str)
    }
}
