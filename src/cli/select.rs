//! What of a report is shown; the run itself has judged everything.

use kiemchung::check::{Severity, Verdict};
use kiemchung::report::{Report, SubmissionRecord};
use kiemchung::submission::{fold_name, nearest_name};

use super::exit::usage;

/// Keeps these agencies, by folder or name; all if none is named.
pub(super) fn agencies(report: &mut Report, agencies: &[String]) -> anyhow::Result<()> {
    if agencies.is_empty() {
        return Ok(());
    }
    let is = |wanted: &str, name: &str| fold_name(wanted) == fold_name(name);
    let is_of = |wanted: &str, s: &SubmissionRecord| is(wanted, &s.agency) || is(wanted, &s.name);
    if let Some(unknown) = agencies.iter().find(|a| !report.submissions.iter().any(|s| is_of(a, s))) {
        let known = report.submissions.iter().flat_map(|s| [s.agency.as_str(), s.name.as_str()]);
        let hint = nearest_name(unknown, known).map(|n| format!("; the nearest is \"{n}\"")).unwrap_or_default();
        return Err(usage(format!("--agency {unknown}: there is no such agency{hint}")));
    }
    report.submissions.retain(|s| agencies.iter().any(|a| is_of(a, s)));
    let kept: Vec<String> = report.submissions.iter().map(|s| s.agency.clone()).collect();
    report.findings.retain(|f| kept.contains(&f.agency));
    Ok(())
}

/// Keeps these criteria; all if none is named.
pub(super) fn criteria(report: &mut Report, criteria: &[String]) {
    if criteria.is_empty() {
        return;
    }
    for submission in &mut report.submissions {
        submission.criteria.retain(|c| criteria.contains(&c.code));
        let of = |verdict: Verdict| submission.criteria.iter().filter(|c| c.verdict == verdict).count();
        submission.counts = Verdict::ALL.iter().map(|v| (v.name().to_owned(), of(*v))).collect();
    }
    // What decides every row, such as that nothing was submitted, decides these too.
    report.findings.retain(|f| match &f.criterion {
        Some(criterion) => criteria.contains(criterion),
        None => f.severity == Severity::Error,
    });
    report.roll_up.retain(|r| criteria.contains(&r.criterion));
}
