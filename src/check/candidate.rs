//! A document that was held against what an item asks for, and which of several speaks for it.
//!
//! The kindest does not win: a document whose title is that of this item alone speaks before one that another item of the
//! criterion takes too, one put under the criterion before one put under none, and either before one from another
//! criterion. Only among equals the one that fails least is taken.

use super::finding::Finding;
use super::kinds::Judged;
use super::outcome::Outcome;
use crate::files::ContentHash;
use crate::message::{Said, Severity, Verdict};
use crate::reading::Reading;
use crate::text::doctype::OFFICIAL_LETTER;

/// How near a document is to an item, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// Under the criterion, and no other item of it takes it.
    Own,
    /// Under no criterion, and no other item takes it.
    Unplaced,
    /// Under the criterion, and another item of it takes it too.
    Shared,
    /// Under no criterion, and another item takes it too.
    UnplacedShared,
    /// Under another criterion.
    Borrowed,
}

/// A document held against an item.
pub(super) struct Candidate<'a> {
    pub(super) reading: &'a Reading,
    pub(super) nearness: Nearness,
    pub(super) judged: Judged,
}

impl Candidate<'_> {
    /// True if it was not put under the criterion.
    pub(super) fn is_elsewhere(&self) -> bool {
        !matches!(self.nearness, Nearness::Own | Nearness::Shared)
    }

    fn failed(&self) -> usize {
        let fails = |o: &&Outcome| matches!(o.verdict, Verdict::Gap | Verdict::Unclear);
        self.judged.outcomes.iter().filter(fails).count()
    }

    pub(super) fn is_met(&self) -> bool {
        self.failed() == 0
    }

    /// True if it only has to be signed and sent.
    fn is_unsigned(&self) -> bool {
        self.verdict() == Verdict::Gap && self.judged.fails_only_in_signing
    }

    pub(super) fn verdict(&self) -> Verdict {
        let verdicts = self.judged.outcomes.iter().map(|o| o.verdict);
        Verdict::over(verdicts.filter(|v| *v != Verdict::NotApplicable))
    }

    /// True if a document of another type was handed in as the one asked for: an official letter that reports, or one
    /// of which nothing else is wrong. A decision about a plan is not the plan's report.
    pub(super) fn stands_in(&self) -> bool {
        let kind = self.reading.form.r#type.read();
        kind.is_none_or(|kind| kind == OFFICIAL_LETTER) || !self.judged.fails_as_evidence
    }

    /// How many proposals it does not keep to that only make a remark.
    fn remarks(&self) -> usize {
        self.judged.outcomes.iter().flat_map(|o| &o.raised).filter(|f| is_remark(f)).count()
    }

    /// What it fails in, and which proposals it does not keep to, as findings would say it.
    pub(super) fn failures(&self) -> Vec<Said> {
        let raised = self.judged.outcomes.iter().flat_map(|o| &o.raised);
        raised.filter(|f| f.verdict.is_some() || is_remark(f)).map(|f| f.message.clone()).collect()
    }

    /// True if both are one document, such as a scan beside the Word file. A plan bears the number of its decision.
    pub(super) fn is_copy_of(&self, other: &Candidate<'_>) -> bool {
        self.identity() == other.identity()
    }

    fn identity(&self) -> (String, Option<&str>) {
        (self.reading.logical(), self.reading.form.r#type.value.as_deref())
    }
}

fn is_remark(finding: &Finding) -> bool {
    finding.proposal && finding.severity == Severity::Warning
}

/// Puts those first that speak for the item. Copies of one document count as near as the nearest of them. A draft speaks only
/// while nothing else is as asked for.
pub(super) fn in_order<'a>(candidates: Vec<Candidate<'a>>) -> Vec<Candidate<'a>> {
    let candidates = without_copies(candidates);
    let nearest: Vec<Nearness> = candidates
        .iter()
        .map(|c| candidates.iter().filter(|o| o.is_copy_of(c)).map(|o| o.nearness).min().unwrap_or(c.nearness))
        .collect();
    let has_met = candidates.iter().any(Candidate::is_met);
    let mut ranked: Vec<_> = nearest.into_iter().zip(candidates).collect();
    // Stable: by path among equals.
    ranked.sort_by_key(|(nearest, c)| (has_met && c.is_unsigned(), *nearest, c.failed(), c.remarks(), c.nearness));
    ranked.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The same content under two names is one document.
fn without_copies(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    let mut seen: Vec<(Option<ContentHash>, [u32; 2])> = Vec::new();
    candidates.retain(|c| {
        let content = (c.reading.file.hash, c.reading.pages());
        let is_new = content.0.is_none() || !seen.contains(&content);
        seen.push(content);
        is_new
    });
    candidates
}
