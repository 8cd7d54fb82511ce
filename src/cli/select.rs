//! What of a report is shown; the run itself has judged everything.

use kiemchung::check::Verdict;
use kiemchung::report::Report;
use kiemchung::text::nfc;

use super::exit::usage;

/// Keeps these agencies, by folder or name; all if none is named.
pub(super) fn agencies(report: &mut Report, agencies: &[String]) -> anyhow::Result<()> {
    if agencies.is_empty() {
        return Ok(());
    }
    let known: Vec<String> = report.submissions.iter().map(|s| s.agency.clone()).collect();
    let wanted = |name: &str| agencies.iter().any(|a| nfc(a) == name);
    report.submissions.retain(|s| wanted(&s.agency) || wanted(&s.name));
    if report.submissions.is_empty() {
        let message =
            format!("--agency {}: there is no such agency; there are: {}", agencies.join(", "), known.join(", "));
        return Err(usage(message));
    }
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
    report.findings.retain(|f| f.criterion.as_ref().is_some_and(|c| criteria.contains(c)));
    report.roll_up.retain(|r| criteria.contains(&r.criterion));
}
