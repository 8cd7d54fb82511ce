//! A rule pack that holds together: what every later stage works with.

use jiff::civil::Date;

use super::when::RelativeDate;
use crate::text::Key;
use crate::text::period::Period;
use crate::text::symbol::DocumentNumber;

/// A pack of criteria for one index year.
#[derive(Debug, Clone)]
pub struct Pack {
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
    /// Demands on every row.
    pub demands: Vec<Demand>,
    /// Criteria in the order of the pack.
    pub criteria: Vec<Criterion>,
    /// SHA-256 over the files of the pack.
    pub sha256: String,
}

impl Pack {
    /// The criterion with this code.
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|c| c.code == code)
    }

    /// What `S2` or `S2/bao-cao-cchc` names: a criterion, in any case, and one of its items if that is named too.
    pub fn named(&self, name: &str) -> Option<(&Criterion, Option<&Evidence>)> {
        let (code, item) = name.split_once('/').map_or((name, None), |(code, item)| (code, Some(item)));
        let criterion = self.criteria.iter().find(|c| c.code.eq_ignore_ascii_case(code))?;
        match item {
            None => Some((criterion, None)),
            Some(item) => criterion.evidence.iter().find(|e| e.id == item).map(|e| (criterion, Some(e))),
        }
    }

    /// What every document that is used must show of its form, each with the demand that asks for it.
    pub fn form_demands(&self) -> impl Iterator<Item = (FormDemand, &Demand)> {
        self.demands.iter().flat_map(|d| d.form.iter().map(move |f| (*f, d)))
    }

    /// The demand that an explanation has grounds, if the pack makes it.
    pub fn explanation_demand(&self) -> Option<&Demand> {
        self.demands.iter().find(|d| d.explanation_needs_grounds)
    }
}

/// A demand on every row of the pack.
#[derive(Debug, Clone)]
pub struct Demand {
    /// Id within the pack.
    pub id: String,
    /// What is demanded.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// What a used document must show of its form.
    pub form: Vec<FormDemand>,
    /// An explanation needs objective grounds.
    pub explanation_needs_grounds: bool,
}

/// What a used document must show of its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormDemand {
    /// A number (số, ký hiệu).
    Number,
    /// A date of issue.
    Date,
    /// A signer.
    Signer,
    /// No mark of a draft.
    NotDraft,
}

/// A criterion (tiêu chí).
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Code, such as `S3a` or `1.3.1`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// True only if the row is from an official table.
    pub official: bool,
    /// Maximum points; none: not known, never guessed.
    pub max_points: Option<f64>,
    /// Evidence that is missing may be explained.
    pub explanation: bool,
    /// Evidence items in order.
    pub evidence: Vec<Evidence>,
}

/// A piece of evidence (tài liệu kiểm chứng) that a criterion asks for.
#[derive(Debug, Clone)]
pub struct Evidence {
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
    /// What judges them.
    pub require: Require,
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
    /// Phrases that must all stand in title or abstract.
    pub phrases: Vec<Phrase>,
    /// Phrases that must not stand there.
    pub without: Vec<Phrase>,
    /// The title must speak of one of these periods of the index year.
    pub periods: Vec<Period>,
}

/// What a candidate must fulfil.
#[derive(Debug, Clone, Default)]
pub struct Require {
    /// Accepted issuers; empty: any.
    pub issuers: Vec<String>,
    /// Days of issue that are accepted.
    pub window: Option<Window>,
    /// Last day on which it counts as in time.
    pub deadline: Option<Deadline>,
    /// How many such documents; 1 unless the rule says more.
    pub count: u32,
    /// A document for each of these periods.
    pub periods: Vec<PeriodDemand>,
    /// What it must say.
    pub content: Vec<ContentDemand>,
    /// What it must have reached.
    pub measures: Vec<Measure>,
    /// Documents that it must cite.
    pub cites: Vec<DocumentNumber>,
    /// Item of the same criterion whose document must be earlier.
    pub after: Option<String>,
}

/// A span of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub from: RelativeDate,
    /// Last day.
    pub to: RelativeDate,
    /// Not in the source: a proposal of the pack.
    pub proposal: bool,
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
}

/// Content that a document must have.
#[derive(Debug, Clone)]
pub struct ContentDemand {
    /// Id within the item.
    pub id: String,
    /// What it is, for messages.
    pub name: String,
    /// Phrases that must all be found.
    pub phrases: Vec<Phrase>,
    /// Not in the source: a proposal of the pack.
    pub proposal: bool,
    /// It must be told as done: a phrase in what lies ahead ("Phương hướng", "sẽ", "dự kiến") does not count.
    pub done: bool,
}

/// A ratio that must reach a threshold.
#[derive(Debug, Clone)]
pub struct Measure {
    /// Id within the criterion.
    pub id: String,
    /// What is measured.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// Phrases that must all stand in the sentence, row or column of the figure.
    pub phrases: Vec<Phrase>,
    /// Phrases that make it another measure.
    pub without: Vec<Phrase>,
    /// What the ratio is a share of, as alternatives (`cơ quan|đơn vị|huyện`): a figure of something else in such a sentence
    /// does not count. Not given: every figure beside the phrases counts. Alternatives with `đơn vị` are units, which are
    /// told by what was done to them; others are work, told by their own noun beside the figure.
    pub counts: Option<Phrase>,
    /// Threshold in percent.
    pub at_least: f64,
    /// How it is counted is a proposal of the pack.
    pub proposal: bool,
    /// Name of the fact that gives the true denominator.
    pub denominator_fact: Option<String>,
}

/// A phrase with alternatives: `cơ quan|đơn vị` is found if either is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// As written in the rule.
    pub text: String,
    /// The alternatives as keys.
    pub alternatives: Vec<Key>,
}

impl Phrase {
    /// From the words of a rule; none if an alternative is empty.
    pub fn parse(words: &str) -> Option<Self> {
        let alternatives: Vec<Key> = words.split('|').map(|a| Key::new(a.trim())).collect();
        let shown = words.split('|').map(str::trim).collect::<Vec<_>>().join(" / ");
        alternatives.iter().all(|a| !a.is_empty()).then_some(Self { text: shown, alternatives })
    }

    /// True if one of the alternatives stands in the text.
    pub fn is_in(&self, text: &Key) -> bool {
        self.alternatives.iter().any(|a| text.contains(a))
    }
}
