//! report.json: the shape that every other format is made from. `schemas/report.schema.json` is made from these types.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::Searched;
use crate::document::{Media, Place, Status};
use crate::form::{FieldSource, Form};
use crate::message::{Arg, Said, Severity, Verdict};
use crate::reading::name_of_part;
use crate::submission::Layout;

/// Name and version of the shape.
pub(super) const SCHEMA: &str = "kiemchung-report-1";

/// A run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Name and version of the shape: `kiemchung-report-1`.
    pub schema: String,
    /// What the run was made with.
    pub run: RunHead,
    /// In the order of agencies.csv, else by name.
    pub submissions: Vec<SubmissionRecord>,
    /// For each item the best verdict over all agencies; empty unless the pack scores a whole and the run is a batch.
    pub roll_up: Vec<RollUpRecord>,
    /// All findings, by agency, then folder and files, then criteria in pack order.
    pub findings: Vec<FindingRecord>,
}

/// What a run was made with. No clock, host, absolute path or number of jobs: the same input gives the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RunHead {
    /// Name and version of the program.
    pub tool: String,
    /// The rule pack.
    pub rules: RulesHead,
    /// How the root was read.
    pub layout: Layout,
    /// Day on which the run stands, `yyyy-mm-dd`.
    pub as_of: String,
    /// What became of character recognition.
    pub ocr: String,
    /// The same as message id and arguments: another language can tell it again. So with every `…_message` below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ocr_message: Option<Said>,
    /// Limits of one document.
    pub limits: LimitsRecord,
    /// What keeps hostile documents apart.
    pub sandbox: String,
    /// The same as message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sandbox_message: Option<Said>,
    /// Language of the texts.
    pub language: String,
}

/// The rule pack of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RulesHead {
    /// Id.
    pub id: String,
    /// Hash over its files.
    pub sha256: String,
    /// Title.
    pub title: String,
    /// Index year.
    pub year: i16,
    /// True only if its source is an official table of criteria.
    pub official: bool,
    /// Where the rules come from.
    pub source: String,
}

/// Limits of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LimitsRecord {
    /// Address space of a reading process, bytes.
    pub address_space: u64,
    /// Seconds without progress.
    pub progress_seconds: u64,
    /// Seconds in all.
    pub total_seconds: u64,
    /// Size of a file, bytes.
    pub file_size: u64,
    /// Unpacked size of a zipped document, bytes.
    pub unpacked: u64,
    /// Pages or sheets.
    pub pages: u32,
    /// Cells of a workbook.
    pub cells: u64,
}

/// One agency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SubmissionRecord {
    /// Name of its folder.
    pub agency: String,
    /// Name for people.
    pub name: String,
    /// The same as message, for what lies directly in the root of a batch and has no name of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_message: Option<Said>,
    /// Number of criteria by verdict.
    pub counts: BTreeMap<String, usize>,
    /// Its criteria in pack order.
    pub criteria: Vec<CriterionRecord>,
    /// Its files by path.
    pub documents: Vec<DocumentRecord>,
}

/// One criterion of one agency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CriterionRecord {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// Verdict.
    pub verdict: Verdict,
    /// Maximum points; null: not known.
    pub max_points: Option<f64>,
    /// Points that the agency claims; null: no self-assessment.
    pub claimed: Option<f64>,
    /// Points that the evidence supports; null: not computed.
    pub supported: Option<f64>,
    /// Its items.
    pub evidence: Vec<EvidenceRecord>,
    /// Ids of its findings.
    pub findings: Vec<String>,
}

/// One evidence item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceRecord {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Where it is written.
    pub clause: String,
    /// The document asked for is a proposal of the pack.
    pub proposal: bool,
    /// Name of the group of which any item is enough; none: it stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any_of: Option<String>,
    /// Verdict.
    pub verdict: Verdict,
    /// Why it is not applicable, if so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The same as message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_message: Option<Said>,
    /// Documents that meet it, or the best candidate.
    pub documents: Vec<String>,
    /// Checks on these documents: the proof.
    pub checks: Vec<CheckRecord>,
}

/// One check on one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CheckRecord {
    /// Name of the check.
    pub check: String,
    /// Verdict.
    pub verdict: Verdict,
    /// What was expected.
    pub expected: String,
    /// The same as message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_message: Option<Said>,
    /// What was found; a day as `yyyy-mm-dd`.
    pub found: String,
    /// The same as message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_message: Option<Said>,
    /// Where the demand is written.
    pub clause: String,
    /// Path of the document.
    pub path: String,
    /// Where in it.
    #[serde(default, skip_serializing_if = "Place::is_nowhere")]
    pub place: Place,
    /// The words there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Picture of the place on a scan, a file beside the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crop: Option<String>,
    /// What it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<FieldSource>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentRecord {
    /// Path in the submission.
    pub path: String,
    /// Hash of its content.
    pub sha256: String,
    /// What it is by its first bytes.
    pub media: Media,
    /// Bytes.
    pub size: u64,
    /// Pages or sheets.
    pub pages: u32,
    /// How reading it ended.
    pub status: Status,
    /// Criterion that it was put under; several are joined by a comma, null: none.
    pub criterion: Option<String>,
    /// The documents in it: one, several with the pages of each, or none if nothing of it was read.
    pub parts: Vec<PartRecord>,
}

impl SubmissionRecord {
    /// The item that a finding is about.
    pub(super) fn item_of(&self, finding: &FindingRecord) -> Option<&EvidenceRecord> {
        let criterion = self.criteria.iter().find(|c| finding.criterion.as_ref() == Some(&c.code))?;
        criterion.evidence.iter().find(|e| finding.evidence.as_ref() == Some(&e.id))
    }
}

impl FindingRecord {
    /// Files that it asks to open: those that may be what is missing.
    pub(super) fn to_open(&self) -> impl Iterator<Item = &str> {
        let files = match self.message.args.get("files") {
            Some(Arg::List(files)) if self.path.is_none() && self.message.id.ends_with("-unread") => files.as_slice(),
            _ => &[],
        };
        files.iter().map(String::as_str)
    }
}

impl DocumentRecord {
    /// The documents of the file for a list: what each is called, its form and items, its number of pages.
    pub(super) fn rows(&self) -> Vec<(String, Option<&PartRecord>, u32)> {
        match self.parts.as_slice() {
            [] => vec![(self.path.clone(), None, self.pages)],
            [part] => vec![(self.path.clone(), Some(part), self.pages)],
            parts => {
                let count = |[first, last]: [u32; 2]| last.saturating_sub(first) + 1;
                parts.iter().map(|p| (name_of_part(&self.path, self.media, p.pages), Some(p), count(p.pages))).collect()
            }
        }
    }
}

/// One document in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartRecord {
    /// First and last page; in a file without pages (Word) the place among its documents.
    pub pages: [u32; 2],
    /// Its form.
    pub form: Form,
    /// Items that use it, `criterion/item`.
    pub used_by: Vec<String>,
}

/// The best verdict of an item over all agencies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RollUpRecord {
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

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingRecord {
    /// `f-` and the first twelve digits of the fingerprint; `-2` on a repeat.
    pub id: String,
    /// Code, such as KC301.
    pub code: String,
    /// Check that raised it.
    pub check: String,
    /// Verdict that it makes; null for warnings and infos.
    pub verdict: Option<Verdict>,
    /// How much it weighs.
    pub severity: Severity,
    /// Folder of the agency.
    pub agency: String,
    /// Code of the criterion; null: about the submission or a file of none.
    pub criterion: Option<String>,
    /// Id of the item.
    pub evidence: Option<String>,
    /// Path of the document.
    pub path: Option<String>,
    /// Where in it.
    #[serde(default, skip_serializing_if = "Place::is_nowhere")]
    pub place: Place,
    /// The words there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Picture of the place on a scan, a file beside the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crop: Option<String>,
    /// Other places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RelatedRecord>,
    /// What was expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// The same as message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_message: Option<Said>,
    /// What was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// The same as message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_message: Option<Said>,
    /// Where the demand is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Id and arguments of the message: another language can tell it again.
    pub message: Said,
    /// The message in the language of the report.
    pub text: String,
    /// What to do.
    pub fix: String,
    /// What was searched, for things missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub searched: Option<Searched>,
    /// The nearest miss.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest: Option<NearestRecord>,
    /// Carries the finding from run to run.
    pub fingerprint: String,
}

/// A second place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RelatedRecord {
    /// Folder of the agency.
    pub agency: String,
    /// Path in the submission.
    pub path: String,
    /// Where in it.
    #[serde(default, skip_serializing_if = "Place::is_nowhere")]
    pub place: Place,
    /// The words there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// The nearest miss.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NearestRecord {
    /// Path in the submission.
    pub path: String,
    /// Why it is not the one.
    pub why: String,
    /// The same as message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_message: Option<Said>,
}
