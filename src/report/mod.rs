//! Runs to files: one file for each format, all from one record.

mod catalog;
mod explain;
mod html;
mod model;
mod place;
mod record;
mod text;
mod why;
mod write;

pub use catalog::{Catalog, Language};
pub use explain::{explain_code, explain_criterion};
pub use html::{HtmlError, html};
pub use model::{FindingRecord, Report, SubmissionRecord};
pub use record::record;
pub use text::text;
pub use why::why;
pub use write::{WriteError, prepare, write_all};

/// The record as JSON, indented, with a line end.
///
/// # Errors
/// Never for a record that was made here; the serialiser's error is passed on.
pub fn json(report: &Report) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(report)? + "\n")
}

/// The JSON Schema of report.json.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Report);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
