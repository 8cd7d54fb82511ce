//! Restricts a report to some agencies or criteria. The run itself always judges everything.

use super::exit::usage;
use kiemchung::message::{Severity, Verdict};
use kiemchung::report::Report;
use kiemchung::submission::{fold_name, nearest_name};

/// Keeps the agencies that are named, by folder or name; all of them if none is named.
pub(super) fn agencies(report: &mut Report, agencies: &[String]) -> anyhow::Result<()> {
    if agencies.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = report.submissions.iter().map(|s| (s.agency.as_str(), s.name.as_str())).collect();
    require_known(agencies, &names)?;
    report.submissions.retain(|s| agencies.iter().any(|a| is_named(a, (&s.agency, &s.name))));
    let kept: Vec<String> = report.submissions.iter().map(|s| s.agency.clone()).collect();
    report.findings.retain(|f| kept.contains(&f.agency));
    // The summary over all agencies would show what the others have.
    report.roll_up.clear();
    Ok(())
}

/// Refuses names of agencies that are not among the given folders and names.
pub(super) fn require_known(agencies: &[String], names: &[(&str, &str)]) -> anyhow::Result<()> {
    let Some(unknown) = agencies.iter().find(|a| !names.iter().any(|n| is_named(a, *n))) else { return Ok(()) };
    let hint = if names.len() <= MAX_LISTED {
        let folders: Vec<&str> = names.iter().map(|(folder, _)| *folder).collect();
        format!("there is {}", folders.join(", "))
    } else {
        let nearest = nearest_name(unknown, names.iter().flat_map(|(folder, name)| [*folder, *name]));
        format!("of {} the nearest is \"{}\"", names.len(), nearest.unwrap_or_default())
    };
    Err(usage(format!("--agency {unknown}: there is no such agency; {hint}")))
}

/// Up to this many agencies are all listed in an error; of more, only the one with the nearest name.
const MAX_LISTED: usize = 12;

fn is_named(wanted: &str, (folder, name): (&str, &str)) -> bool {
    [folder, name].iter().any(|known| fold_name(wanted) == fold_name(known))
}

/// Keeps the criteria that are named; all of them if none is named.
pub(super) fn criteria(report: &mut Report, criteria: &[String]) {
    if criteria.is_empty() {
        return;
    }
    for submission in &mut report.submissions {
        submission.criteria.retain(|c| criteria.contains(&c.code));
        let of = |verdict: Verdict| submission.criteria.iter().filter(|c| c.verdict == verdict).count();
        submission.unclear_on_proposals = submission.criteria.iter().filter(|c| c.on_proposals).count();
        submission.counts = Verdict::ALL.iter().map(|v| (v.name().to_owned(), of(*v))).collect();
    }
    // An error about the whole submission, such as that it is empty, decides the criteria that are kept as well.
    report.findings.retain(|f| match &f.criterion {
        Some(criterion) => criteria.contains(criterion),
        None => f.severity == Severity::Error,
    });
    report.roll_up.retain(|r| criteria.contains(&r.criterion));
}
