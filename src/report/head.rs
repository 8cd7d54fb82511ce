//! Texts about the run as a whole, shared by all formats.

use super::catalog::Catalog;
use super::model::{Report, SubmissionRecord};
use crate::document::Status;
use crate::message::{Said, Severity};
use crate::submission::Layout;

/// Number of agencies and files: "5 cơ quan, 50 tệp".
pub(super) fn total(report: &Report, catalog: &Catalog) -> String {
    let files: usize = report.submissions.iter().map(|s| s.documents.len()).sum();
    catalog.say(&Said::new("report-total").with("agencies", report.submissions.len()).with("files", files))
}

/// The warning that the folder holds documents stamped secret, with their paths, or `None` if it holds none.
pub(super) fn secret_notice(report: &Report, catalog: &Catalog) -> Option<String> {
    notice(report.submissions.iter(), catalog)
}

/// The same warning for each agency that has such documents, with the agency's folder.
pub(super) fn secret_notices<'a>(report: &'a Report, catalog: &Catalog) -> Vec<(&'a str, String)> {
    let of = |s: &'a SubmissionRecord| Some((s.agency.as_str(), notice(std::iter::once(s), catalog)?));
    report.submissions.iter().filter_map(of).collect()
}

/// How many rows rest on what the rule pack proposes, and how many remarks do; `None` if none does.
pub(super) fn proposals_notice(report: &Report, catalog: &Catalog) -> Option<String> {
    let rows: usize = report.submissions.iter().map(|s| s.unclear_on_proposals).sum();
    let questions = report.findings.iter().filter(|f| f.proposal && f.severity == Severity::Question).count();
    let remarks = report.findings.iter().filter(|f| f.proposal && f.severity == Severity::Warning).count();
    let said = Said::new("report-proposals").with("rows", rows).with("questions", questions).with("remarks", remarks);
    (questions + remarks > 0).then(|| catalog.say(&said))
}

fn notice<'a>(submissions: impl Iterator<Item = &'a SubmissionRecord>, catalog: &Catalog) -> Option<String> {
    let documents = submissions.flat_map(|s| s.documents.iter().map(move |d| (s, d)));
    let secret = documents.filter(|(_, d)| d.status == Status::Secret);
    let files: Vec<String> = secret.map(|(s, d)| format!("{}/{}", s.agency, d.path)).collect();
    (!files.is_empty())
        .then(|| catalog.say(&Said::new("report-secret").with("count", files.len()).with("files", files)))
}

/// Whether the root was taken as one submission or as a folder of them.
pub(super) fn layout(report: &Report, catalog: &Catalog) -> String {
    catalog.word(match report.run.layout {
        Layout::Single => "report-layout-single",
        Layout::Batch => "report-layout-batch",
    })
}

/// The limits of reading one document.
pub(super) fn limits(report: &Report, catalog: &Catalog) -> String {
    let limits = &report.run.limits;
    let said = Said::new("report-limits-value")
        .with("memory", (limits.address_space >> 20) as f64)
        .with("seconds", limits.total_seconds as f64)
        .with("pages", limits.pages)
        .with("cells", limits.cells as f64);
    catalog.say(&said)
}
