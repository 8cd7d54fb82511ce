//! Reports: the record of a run, and one file for each format that is rendered from it.

mod catalog;
mod csv;
mod explain;
mod head;
mod html;
mod labels;
mod links;
mod model;
mod pages;
mod place;
mod record;
mod standing;
mod statements;
mod stored;
mod text;
mod why;
mod wording;
mod words;
mod write;
mod xlsx;

pub use catalog::{Catalog, Language};
pub use csv::csv;
pub use explain::{explain_code, explain_criterion};
pub use html::{HtmlError, html};
pub use links::Links;
pub use model::{FindingRecord, Report, SubmissionRecord};
pub use pages::pages;
pub use record::{display_name, record};
pub use statements::statements;
pub use stored::{StoredError, is_stored, read_stored};
pub use text::text;
pub use why::why;
pub use wording::render_texts;
pub use words::pack_words;
pub use write::{WriteError, prepare, stored_crops, write_all, write_report};
pub use xlsx::xlsx;

/// The record as indented JSON, with a newline at the end.
///
/// # Errors
/// Never for a record of this program; the serialiser's error is passed on.
pub fn json(report: &Report) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(report)? + "\n")
}

/// The findings as JSON lines.
///
/// # Errors
/// As for [`json`].
pub fn jsonl(report: &Report) -> Result<String, serde_json::Error> {
    let lines = report.findings.iter().map(|f| Ok(serde_json::to_string(f)? + "\n"));
    lines.collect()
}

/// The JSON Schema of report.json.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Report);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
