//! A rule pack that holds together: what every later stage works with. `D` is what a kind of check demands; the rules
//! carry it without looking into it.

use jiff::civil::Date;

use super::phrase::Phrase;
use super::vocabulary::AddedWord;
use super::when::RelativeDate;
use crate::message::Severity;
use crate::text::period::Period;
use crate::text::symbol::DocumentNumber;

/// A pack of criteria for one index year.
#[derive(Debug, Clone)]
pub struct Pack<D> {
    /// Id, such as `dak-lak-2018`.
    pub id: String,
    /// Title for people.
    pub title: String,
    /// Administrative level: tỉnh, sở, huyện, xã.
    pub level: String,
    /// The province or city that is scored, such as `tỉnh Đắk Lắk`; empty if a pack is for any.
    pub place: String,
    /// Index year: the year that is scored.
    pub year: i16,
    /// True only if its source is an official table of criteria.
    pub official: bool,
    /// Where the rules come from.
    pub source: String,
    /// True if a batch of agencies is scored as one whole.
    pub roll_up: bool,
    /// What becomes of proposals that are not kept to.
    pub policy: Policy,
    /// Demands on every row.
    pub demands: Vec<GeneralDemand>,
    /// Criteria in the order of the pack.
    pub criteria: Vec<Criterion<D>>,
    /// Words that it adds to the lexicon.
    pub words: Vec<AddedWord>,
    /// SHA-256 over the files of the pack.
    pub sha256: String,
}

impl<D> Pack<D> {
    /// The criterion with this code.
    pub fn criterion(&self, code: &str) -> Option<&Criterion<D>> {
        self.criteria.iter().find(|c| c.code == code)
    }

    /// What `S2` or `S2/bao-cao-cchc` names: a criterion, in any case, and one of its items if that is named too.
    pub fn named(&self, name: &str) -> Option<(&Criterion<D>, Option<&Evidence<D>>)> {
        let (code, item) = name.split_once('/').map_or((name, None), |(code, item)| (code, Some(item)));
        let criterion = self.criteria.iter().find(|c| c.code.eq_ignore_ascii_case(code))?;
        match item {
            None => Some((criterion, None)),
            Some(item) => criterion.evidence.iter().find(|e| e.id == item).map(|e| (criterion, Some(e))),
        }
    }

    /// All evidence items, in order.
    pub fn evidence(&self) -> impl Iterator<Item = &Evidence<D>> {
        self.criteria.iter().flat_map(|c| &c.evidence)
    }

    /// The demand that an explanation has grounds, if the pack makes it.
    pub fn explanation_demand(&self) -> Option<&GeneralDemand> {
        self.demands.iter().find(|d| d.explanation_needs_grounds)
    }
}

/// What becomes of what a pack proposes, where its source is silent, if a submission does not keep to it: a question, or a
/// remark that changes no verdict. It never makes a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Of a proposed paper that is not there, or is not of the kind or from the agency proposed, while the result is shown.
    pub paper: Severity,
    /// Of a proposed day, window, topic or wording.
    pub detail: Severity,
}

impl Default for Policy {
    fn default() -> Self {
        Self { paper: Severity::Question, detail: Severity::Warning }
    }
}

/// A demand on every row of the pack.
#[derive(Debug, Clone)]
pub struct GeneralDemand {
    /// Id within the pack.
    pub id: String,
    /// What is demanded.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// An explanation needs objective grounds.
    pub explanation_needs_grounds: bool,
}

/// A criterion (tiêu chí).
#[derive(Debug, Clone)]
pub struct Criterion<D> {
    /// Code, such as `S3a` or `1.3.1`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// True only if the row is from an official table.
    pub official: bool,
    /// Maximum points; `None` if not known, never guessed.
    pub max_points: Option<f64>,
    /// Evidence that is missing may be explained.
    pub explanation: bool,
    /// Evidence items in order.
    pub evidence: Vec<Evidence<D>>,
}

/// A piece of evidence (tài liệu kiểm chứng) that a criterion asks for.
#[derive(Debug, Clone)]
pub struct Evidence<D> {
    /// Id within the criterion.
    pub id: String,
    /// Name.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// The source asks for the result, not for this document: it is a proposal.
    pub proposal: bool,
    /// Of the items of one group any one is enough.
    pub any_of: Option<String>,
    /// What chooses candidates.
    pub matching: Match,
    /// How many such documents; 1 unless the rule says more.
    pub count: u32,
    /// A document for each of these periods.
    pub periods: Vec<PeriodDemand>,
    /// What judges candidates, in the order of the kinds of check.
    pub demands: Vec<D>,
}

impl<D> Evidence<D> {
    /// Each document that is asked for: the whole item, or one for each of its periods.
    pub fn slots(&self) -> impl Iterator<Item = Option<&PeriodDemand>> {
        let periods = self.periods.iter().map(Some);
        periods.chain(self.periods.is_empty().then_some(None))
    }
}

/// What makes a document a candidate.
#[derive(Debug, Clone)]
pub struct Match {
    /// The exact document; then date and issuer must agree too.
    pub number: Option<DocumentNumber>,
    /// Date of the exact document.
    pub date: Option<Date>,
    /// Issuer of the exact document.
    pub issuer: Option<String>,
    /// Accepted types; empty: any.
    pub types: Vec<&'static str>,
    /// Phrases that must all be in title or abstract.
    pub phrases: Vec<Phrase>,
    /// Phrases that must not be there.
    pub without: Vec<Phrase>,
    /// The title must speak of one of these periods of the index year.
    pub periods: Vec<Period>,
}

/// A last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The day.
    pub date: RelativeDate,
    /// Not in the source: a proposal of the pack.
    pub proposal: bool,
}

/// A period for which a document is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeriodDemand {
    /// The period.
    pub period: Period,
    /// Its own last day.
    pub deadline: Option<Deadline>,
    /// The source does not ask for a document of this period: it is a proposal, and so is its day.
    pub proposal: bool,
}
