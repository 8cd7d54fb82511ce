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

use std::io::Write;

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
pub use write::{File, WriteError, prepare, stored_crops, write_all, write_report};
pub use xlsx::xlsx;

/// Writes the record as indented JSON, with a newline at the end.
///
/// # Errors
/// When it cannot be written.
pub fn json(report: &Report, out: &mut dyn Write) -> std::io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)?;
    out.write_all(b"\n")
}

/// Writes the findings as JSON lines.
///
/// # Errors
/// When they cannot be written.
pub fn jsonl(report: &Report, out: &mut dyn Write) -> std::io::Result<()> {
    for finding in &report.findings {
        serde_json::to_writer(&mut *out, finding)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The JSON Schema of report.json.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Report);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
