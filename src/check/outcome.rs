//! What one check said of one document, and what that makes of items, criteria and submissions.

use super::finding::{Finding, Subject};
use crate::document::Place;
use crate::form::{DateField, Field, FieldSource};
use crate::message::{Code, Said, Severity, Verdict};
use crate::rules::{Criterion, Evidence};

/// The result of one check on one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Name of the check.
    pub check: &'static str,
    /// Its verdict.
    pub verdict: Verdict,
    /// What was expected.
    pub expected: Said,
    /// What was found.
    pub found: Said,
    /// Where the demand is written.
    pub clause: String,
    /// Path of the document.
    pub path: String,
    /// Where in it.
    pub place: Place,
    /// The words there.
    pub quote: Option<String>,
    /// What the field was read from.
    pub source: Option<FieldSource>,
    /// The pack proposes it; its source does not demand it.
    pub proposal: bool,
    /// What it raises if the document carries the item's findings; infos and warnings are raised for met ones too.
    pub raised: Vec<Finding>,
}

impl Outcome {
    /// A check with its verdict, and nothing raised yet.
    pub fn new(check: &'static str, verdict: Verdict, expected: Said, found: Said) -> Self {
        Self {
            check,
            verdict,
            expected,
            found,
            clause: String::new(),
            path: String::new(),
            place: Place::default(),
            quote: None,
            source: None,
            proposal: false,
            raised: Vec::new(),
        }
    }

    /// With the place of a field.
    #[must_use]
    pub fn at_field(mut self, field: &Field) -> Self {
        self.place = field.place.clone();
        self.quote = field.quote.clone();
        self.source = field.source;
        self
    }

    /// With the place of a date.
    #[must_use]
    pub fn at_date(self, date: &DateField) -> Self {
        self.at_field(&date.field)
    }

    /// With a place and the words there.
    #[must_use]
    pub fn at(mut self, place: Place, quote: impl Into<String>) -> Self {
        self.place = place;
        self.quote = Some(quote.into());
        self
    }

    /// With the clause of the demand.
    #[must_use]
    pub fn under(mut self, clause: &str) -> Self {
        clause.clone_into(&mut self.clause);
        self
    }

    /// Raises a finding that says this outcome: same place, expectation and clause. The severity follows the verdict.
    #[must_use]
    pub fn raise(self, code: Code, subject: &Subject, message: Said) -> Self {
        let severity = match self.verdict {
            Verdict::Gap => Severity::Error,
            Verdict::Unclear => Severity::Question,
            Verdict::Met | Verdict::NotApplicable | Verdict::Waived => Severity::Info,
        };
        self.raise_as(severity, code, subject, message)
    }

    /// Raises a finding with a severity of its own.
    #[must_use]
    pub fn raise_as(mut self, severity: Severity, code: Code, subject: &Subject, message: Said) -> Self {
        let mut finding = Finding::new(code, severity, subject);
        finding.message = message;
        finding.place = self.place.clone();
        finding.quote = self.quote.clone();
        finding.expected = Some(self.expected.clone());
        finding.found = Some(self.found.clone());
        finding.clause = Some(self.clause.clone()).filter(|c| !c.is_empty());
        self.raised.push(finding);
        self
    }
}

/// What became of an evidence item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemOutcome {
    /// Id of the item.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// The document asked for is a proposal of the pack.
    pub proposal: bool,
    /// The verdict.
    pub verdict: Verdict,
    /// Why it is not applicable, if so.
    pub reason: Option<Said>,
    /// Paths of the documents that meet it, or of the best candidate.
    pub documents: Vec<String>,
    /// Other documents that fit, each named by a finding.
    pub others: Vec<String>,
    /// The checks on `documents`: the proof if it is met.
    pub checks: Vec<Outcome>,
    /// What it raises.
    pub findings: Vec<Finding>,
    /// Everything that was held against it, for `--why`.
    pub tried: Vec<Tried>,
}

impl ItemOutcome {
    /// An item of the pack that demands nothing yet.
    pub fn new<D>(evidence: &Evidence<D>) -> Self {
        Self {
            id: evidence.id.clone(),
            name: evidence.name.clone(),
            clause: evidence.clause.clone(),
            proposal: evidence.proposal,
            verdict: Verdict::Met,
            reason: None,
            documents: Vec::new(),
            others: Vec::new(),
            checks: Vec::new(),
            findings: Vec::new(),
            tried: Vec::new(),
        }
    }
}

/// A document that was held against an item, for `--why`.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// Its path; `None` for the entry that stands for all documents elsewhere that did not fit.
    pub path: Option<String>,
    /// The period that it was held against, where an item asks for several.
    pub period: Option<Said>,
    /// Why it was no candidate; `None` for a candidate.
    pub passed_over: Option<Said>,
    /// The checks on a candidate.
    pub checks: Vec<Outcome>,
}

/// What became of a criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct CriterionOutcome {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// Maximum points, if known.
    pub max_points: Option<f64>,
    /// The verdict.
    pub verdict: Verdict,
    /// Its items.
    pub evidence: Vec<ItemOutcome>,
}

impl CriterionOutcome {
    /// The outcome of a criterion of the pack.
    pub fn new<D>(criterion: &Criterion<D>, verdict: Verdict, evidence: Vec<ItemOutcome>) -> Self {
        Self {
            code: criterion.code.clone(),
            name: criterion.name.clone(),
            clause: criterion.clause.clone(),
            max_points: criterion.max_points,
            verdict,
            evidence,
        }
    }
}
