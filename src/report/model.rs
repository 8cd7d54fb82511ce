//! The record of a run, as written to report.json. All other formats are rendered from it.
//!
//! `schemas/report.schema.json` is generated from these types and their doc comments (`make docs`).

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{Searched, UnknownWord};
use crate::document::{Media, Place, Status};
use crate::form::{FieldSource, Form};
use crate::message::{Arg, Said, Severity, Verdict};
use crate::reading::name_of_part;
use crate::submission::Layout;

/// Name and version of the format.
pub(super) const SCHEMA: &str = "kiemchung-report-1";

/// The record of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Name and version of the format: `kiemchung-report-1`.
    pub schema: String,
    /// What the run was made with.
    pub run: RunHead,
    /// One for each agency, in the order of agencies.csv or else by name.
    pub submissions: Vec<SubmissionRecord>,
    /// For each item the best verdict over all agencies. Empty unless the pack asks for it and the run is a batch.
    pub roll_up: Vec<RollUpRecord>,
    /// All findings: by agency, first those about its folder and files, then by criterion in pack order.
    pub findings: Vec<FindingRecord>,
}

/// What a run was made with. No time, host, absolute path or number of jobs: the same input gives the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RunHead {
    /// Name and version of the program.
    pub tool: String,
    /// The rule pack.
    pub rules: RulesHead,
    /// Whether the root was taken as one submission or as a folder of them.
    pub layout: Layout,
    /// The day as of which the run judged what is due, `yyyy-mm-dd`.
    pub as_of: String,
    /// Which engine recognised scans, or why none did.
    pub ocr: String,
    /// The same as message id and arguments, for rendering in another language. So with every `…_message` below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ocr_message: Option<Said>,
    /// Limits of one document.
    pub limits: LimitsRecord,
    /// How reading of untrusted documents is isolated.
    pub sandbox: String,
    /// The same as message id and arguments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sandbox_message: Option<Said>,
    /// Language of the texts, such as `vi`.
    pub language: String,
}

/// The rule pack of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RulesHead {
    /// Id.
    pub id: String,
    /// SHA-256 over its files.
    pub sha256: String,
    /// Title.
    pub title: String,
    /// Year of the index.
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
    /// Longest time without progress, seconds.
    pub progress_seconds: u64,
    /// Longest time in all, without recognition, seconds.
    pub total_seconds: u64,
    /// Longest time for recognition of scans, seconds.
    pub recognition_seconds: u64,
    /// Largest file, bytes.
    pub file_size: u64,
    /// Largest unpacked size of a zipped document, bytes.
    pub unpacked: u64,
    /// Most pages or sheets.
    pub pages: u32,
    /// Most cells of a workbook.
    pub cells: u64,
}

/// One agency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SubmissionRecord {
    /// Name of its folder.
    pub agency: String,
    /// Display name.
    pub name: String,
    /// The same as message, for what lies directly in the root of a batch and has no name of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_message: Option<Said>,
    /// Number of criteria by verdict.
    pub counts: BTreeMap<String, usize>,
    /// Of the unclear ones, those that are so only because of what the rule pack proposes.
    #[serde(default)]
    pub unclear_on_proposals: usize,
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
    /// Clause of the regulation that it comes from.
    pub clause: String,
    /// Verdict.
    pub verdict: Verdict,
    /// True if it is unclear only because of what the rule pack proposes; its source demands none of that.
    #[serde(default, skip_serializing_if = "is_false")]
    pub on_proposals: bool,
    /// Maximum points; null if unknown.
    pub max_points: Option<f64>,
    /// Points that the agency claims; null if there is no self-assessment.
    pub claimed: Option<f64>,
    /// Points that the evidence supports; null if not computed.
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
    /// Clause of the regulation that it comes from.
    pub clause: String,
    /// Whether the required document is a proposal of the pack and not written in the regulation.
    pub proposal: bool,
    /// Name of the group of alternatives that it belongs to, if any: one item of a group is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any_of: Option<String>,
    /// Verdict.
    pub verdict: Verdict,
    /// True if it is unclear only because of what the rule pack proposes.
    #[serde(default, skip_serializing_if = "is_false")]
    pub on_proposals: bool,
    /// Why it is not applicable, if that is the verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The same as message id and arguments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_message: Option<Said>,
    /// Documents that meet it; if none does, the best candidate.
    pub documents: Vec<String>,
    /// The checks of these documents, which are the proof of the verdict.
    pub checks: Vec<CheckRecord>,
}

/// One check on one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CheckRecord {
    /// Name of the check.
    pub check: String,
    /// Whether the rule pack proposes it; its source does not demand it. If not kept to, it is a question or a remark.
    #[serde(default, skip_serializing_if = "is_false")]
    pub proposal: bool,
    /// Verdict.
    pub verdict: Verdict,
    /// What was expected.
    pub expected: String,
    /// The same as message id and arguments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_message: Option<Said>,
    /// What was found. A day is written as `yyyy-mm-dd`.
    pub found: String,
    /// The same as message id and arguments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_message: Option<Said>,
    /// Clause of the regulation that demands it.
    pub clause: String,
    /// Path of the document.
    pub path: String,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Place::is_nowhere")]
    pub place: Place,
    /// The text at that place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Picture of the place, if it is on a scan: path relative to the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crop: Option<String>,
    /// Which source the value was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<FieldSource>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentRecord {
    /// Path in the submission.
    pub path: String,
    /// SHA-256 of its content.
    pub sha256: String,
    /// Format, detected from its first bytes.
    pub media: Media,
    /// Size in bytes.
    pub size: u64,
    /// Number of pages or sheets.
    pub pages: u32,
    /// How reading it ended.
    pub status: Status,
    /// Criteria that its folder or name assigns it to, joined by a comma; null if none.
    pub criterion: Option<String>,
    /// The documents in it; empty if nothing of it was read.
    pub parts: Vec<PartRecord>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over by reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// True if what is unclear about something is so only because of what the rule pack proposes.
pub(super) fn rests_on_proposals<'a>(verdict: Verdict, findings: impl IntoIterator<Item = &'a FindingRecord>) -> bool {
    let mut deciding = findings.into_iter().filter(|f| f.verdict.is_some()).peekable();
    verdict == Verdict::Unclear && deciding.peek().is_some() && deciding.all(|f| f.proposal)
}

impl Report {
    /// The submission of an agency, given by its folder.
    pub(super) fn submission(&self, agency: &str) -> Option<&SubmissionRecord> {
        self.submissions.iter().find(|s| s.agency == agency)
    }

    /// The display name of an agency, given by its folder; the folder itself if the report does not show the agency.
    pub(super) fn agency_name<'a>(&'a self, agency: &'a str) -> &'a str {
        self.submission(agency).map_or(agency, |s| &s.name)
    }
}

impl RollUpRecord {
    /// The display names of its agencies, joined by commas.
    pub(super) fn agency_names(&self, report: &Report) -> String {
        self.agencies.iter().map(|agency| report.agency_name(agency)).collect::<Vec<_>>().join(", ")
    }
}

impl SubmissionRecord {
    /// The item that a finding is about.
    pub(super) fn item_of(&self, finding: &FindingRecord) -> Option<&EvidenceRecord> {
        let criterion = self.criteria.iter().find(|c| finding.criterion.as_ref() == Some(&c.code))?;
        criterion.evidence.iter().find(|e| finding.evidence.as_ref() == Some(&e.id))
    }
}

/// The messages whose `files` are files to look into, which may be what is missing or show the
/// same: unread, or under another title.
/// Where secret documents may be it, `files` or `secret_files` names them, and nobody is asked to open those.
const ASKS_TO_OPEN: [&str; 8] = [
    "KC302-unread",
    "KC303-unread",
    "KC304-unread",
    "KC302-alike",
    "KC303-alike",
    "KC304-alike",
    "KC302-shown",
    "KC304-shown",
];

impl FindingRecord {
    /// Files that the finding asks to open, as one of them may be the missing document.
    pub(super) fn to_open(&self) -> impl Iterator<Item = &str> {
        let files = match self.message.args.get("files") {
            Some(Arg::List(files)) if self.path.is_none() && ASKS_TO_OPEN.contains(&self.message.id.as_str()) => {
                files.as_slice()
            }
            _ => &[],
        };
        files.iter().map(String::as_str)
    }
}

impl NearestRecord {
    /// Its path, with the reason in parentheses.
    pub(super) fn in_words(&self) -> String {
        format!("{} ({})", self.path, self.why)
    }
}

/// A document of a file, as a row of a list.
pub(super) struct DocumentRow<'a> {
    /// Path of the file; with the pages of the document if the file holds several.
    pub(super) name: String,
    /// `None` if nothing of the file was read.
    pub(super) part: Option<&'a PartRecord>,
    /// Number of pages or sheets.
    pub(super) pages: u32,
}

impl DocumentRecord {
    /// The documents of the file; one row for a file that holds one or of which nothing was read.
    pub(super) fn rows(&self) -> Vec<DocumentRow<'_>> {
        match self.parts.as_slice() {
            [] => vec![DocumentRow { name: self.path.clone(), part: None, pages: self.pages }],
            [part] => vec![DocumentRow { name: self.path.clone(), part: Some(part), pages: self.pages }],
            parts => parts.iter().map(|part| self.row_of(part)).collect(),
        }
    }

    /// The row of one of several documents.
    fn row_of<'a>(&self, part: &'a PartRecord) -> DocumentRow<'a> {
        let [first, last] = part.pages;
        DocumentRow {
            name: name_of_part(&self.path, self.media, part.pages),
            part: Some(part),
            pages: last.saturating_sub(first) + 1,
        }
    }

    /// False for files that hold no evidence: leftovers of programs and empty files.
    pub(super) fn has_content(&self) -> bool {
        !matches!(self.status, Status::Skipped | Status::Empty)
    }
}

/// One document in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartRecord {
    /// First and last page. In a file without pages (Word) both are the number of the document within the file.
    pub pages: [u32; 2],
    /// Its recognised form.
    pub form: Form,
    /// Items that use it or name it beside the document that they use, as `criterion/item`.
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
    /// Folders of the agencies that have this verdict.
    pub agencies: Vec<String>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FindingRecord {
    /// `f-` and the first twelve digits of the fingerprint; further findings with the same digits get `-2` and so on.
    pub id: String,
    /// Code, such as KC301.
    pub code: String,
    /// Check that raised it.
    pub check: String,
    /// Verdict that it leads to; null for warnings and infos.
    pub verdict: Option<Verdict>,
    /// Severity.
    pub severity: Severity,
    /// Whether it rests on what the rule pack proposes, not on what its source demands. Such a finding never makes a gap.
    #[serde(default, skip_serializing_if = "is_false")]
    pub proposal: bool,
    /// Folder of the agency.
    pub agency: String,
    /// Code of the criterion; null if it is about the submission or about a file of no criterion.
    pub criterion: Option<String>,
    /// Id of the item.
    pub evidence: Option<String>,
    /// Path of the document.
    pub path: Option<String>,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Place::is_nowhere")]
    pub place: Place,
    /// The text at that place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Picture of the place, if it is on a scan: path relative to the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crop: Option<String>,
    /// Further places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RelatedRecord>,
    /// What was expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// The same as message id and arguments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_message: Option<Said>,
    /// What was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// The same as message id and arguments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_message: Option<Said>,
    /// Clause of the regulation that demands it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Id and arguments of the message, from which the text can be rendered in another language.
    pub message: Said,
    /// The message in the language of the report.
    pub text: String,
    /// What to do.
    pub fix: String,
    /// If something is missing: how much was searched for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub searched: Option<Searched>,
    /// Words that were not understood where they decide. A line in the `vocabulary.toml` of the rule pack settles each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<UnknownWord>,
    /// The document that came closest to the missing one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest: Option<NearestRecord>,
    /// Identifies the same finding in different runs.
    pub fingerprint: String,
}

/// A further place that a finding refers to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RelatedRecord {
    /// Folder of the agency.
    pub agency: String,
    /// Path in the submission.
    pub path: String,
    /// Place in the document.
    #[serde(default, skip_serializing_if = "Place::is_nowhere")]
    pub place: Place,
    /// The text at that place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// The document that came closest to a missing one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NearestRecord {
    /// Path in the submission.
    pub path: String,
    /// Why it does not meet the demand.
    pub why: String,
    /// The same as message id and arguments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_message: Option<Said>,
}
