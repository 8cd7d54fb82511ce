//! A whole run: computed once, rendered many times.

use jiff::civil::Date;

use super::finding::Finding;
use super::kinds::Pack;
use super::outcome::CriterionOutcome;
use crate::limits::{Isolation, Limits};
use crate::message::{Said, Verdict};
use crate::reading::{Reading, file_of};
use crate::submission::{Layout, Submission};

/// What a run was made with: everything a report depends on, and nothing else.
#[derive(Debug, Clone)]
pub struct RunInfo {
    /// Name and version of the program.
    pub tool: String,
    /// How the root was read.
    pub layout: Layout,
    /// The as-of day of the run; it decides only "due on".
    pub as_of: Date,
    /// What became of character recognition.
    pub ocr: Said,
    /// Limits of one document.
    pub limits: Limits,
    /// How far the processes that read documents are cut off from the system.
    pub isolation: Isolation,
}

/// What became of one submission.
#[derive(Debug)]
pub struct SubmissionOutcome {
    /// What was submitted.
    pub submission: Submission,
    /// Its files with what was read, by path.
    pub readings: Vec<Reading>,
    /// Its criteria in pack order.
    pub criteria: Vec<CriterionOutcome>,
    /// Findings about folder and files.
    pub intake: Vec<Finding>,
}

impl SubmissionOutcome {
    /// Number of criteria with a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.criteria.iter().filter(|c| c.verdict == verdict).count()
    }

    /// True if an item uses the file, or a document in it.
    pub fn is_used(&self, path: &str) -> bool {
        let items = self.criteria.iter().flat_map(|c| &c.evidence);
        let mut documents = items.flat_map(|e| e.documents.iter().chain(&e.others));
        documents.any(|d| d == path || file_of(d) == path)
    }

    /// `criterion/item` names that use a document, or name it beside the one that they use.
    pub fn used_by(&self, name: &str) -> Vec<String> {
        let items = self.criteria.iter().flat_map(|c| c.evidence.iter().map(move |e| (c, e)));
        items
            .filter(|(_, e)| e.documents.iter().chain(&e.others).any(|d| d == name))
            .map(|(c, e)| format!("{}/{}", c.code, e.id))
            .collect()
    }

    /// All findings: about the folder, then by criterion in pack order.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let of_items = self.criteria.iter().flat_map(|c| &c.evidence).flat_map(|e| &e.findings);
        self.intake.iter().chain(of_items)
    }
}

/// The best verdict of one item over all agencies, for a pack that scores a province as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct RollUp {
    /// Code of the criterion.
    pub criterion: String,
    /// Id of the item.
    pub evidence: String,
    /// Name of the item.
    pub name: String,
    /// The best verdict.
    pub verdict: Verdict,
    /// Agencies that have it.
    pub agencies: Vec<String>,
}

/// A run.
#[derive(Debug)]
pub struct Run {
    /// What it was made with.
    pub info: RunInfo,
    /// The rules.
    pub pack: Pack,
    /// Submissions in order.
    pub submissions: Vec<SubmissionOutcome>,
    /// For a batch against a pack of the whole province.
    pub roll_up: Vec<RollUp>,
    /// Pictures of places on scans, by the name of their file in the report's folder.
    pub crops: std::collections::BTreeMap<String, Vec<u8>>,
}

impl Run {
    /// The worst verdict of all: decides the exit code.
    pub fn verdict(&self) -> Verdict {
        Verdict::over(self.submissions.iter().flat_map(|s| s.criteria.iter().map(|c| c.verdict)))
    }
}
