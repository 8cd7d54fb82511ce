//! `--why`: for one criterion or item, every document that was considered for it, condition by condition.

use std::fmt::Write;

use super::catalog::Catalog;
use super::place::in_words;
use super::record::display_name;
use super::text::mark;
use crate::check::{CriterionOutcome, ItemOutcome, Run, Tried};
use crate::text::visible;

/// Explains how a criterion (`S2`) or item (`S2/bao-cao-cchc`) was judged for the agencies, which are given by their
/// folders. Returns `None` if the pack has no such criterion or item.
pub fn why(run: &Run, wanted: &str, agencies: &[&str], catalog: &Catalog) -> Option<String> {
    let (criterion, item) = run.pack.named(wanted)?;
    let mut out = format!("{}. {}\n", criterion.code, criterion.name);
    for submission in run.submissions.iter().filter(|s| agencies.contains(&s.submission.agency.as_str())) {
        let of = submission.criteria.iter().find(|c| c.code == criterion.code);
        let Some(outcome) = of else { continue };
        let _ = writeln!(out, "\n{}", visible(&display_name(&submission.submission, catalog)));
        for evidence in items(outcome, item.map(|e| e.id.as_str())) {
            one_item(&mut out, evidence, catalog);
        }
    }
    Some(out)
}

fn items<'a>(criterion: &'a CriterionOutcome, item: Option<&'a str>) -> impl Iterator<Item = &'a ItemOutcome> {
    criterion.evidence.iter().filter(move |e| item.is_none_or(|item| e.id == item))
}

fn one_item(out: &mut String, item: &ItemOutcome, catalog: &Catalog) {
    let verdict = catalog.verdict(item.verdict);
    let reason = item.reason.as_ref().map(|r| format!(" ({})", catalog.say(r))).unwrap_or_default();
    let _ = writeln!(out, "  {} {}: {verdict}{reason}", mark(item.verdict), item.name);
    for finding in item.findings.iter().filter(|f| f.verdict.is_some()) {
        let _ = writeln!(out, "      {} {}", finding.code.as_str(), visible(&catalog.say(&finding.message)));
        if let Some(nearest) = &finding.nearest {
            let _ = writeln!(
                out,
                "        {}: {} ({})",
                catalog.word("report-nearest"),
                visible(&nearest.path),
                visible(&catalog.say(&nearest.why))
            );
        }
    }
    for tried in &item.tried {
        document(out, tried, catalog);
    }
}

fn document(out: &mut String, tried: &Tried, catalog: &Catalog) {
    let period = tried.period.as_ref().map(|p| format!(" [{}]", catalog.say(p))).unwrap_or_default();
    match &tried.passed_over {
        Some(why) => {
            let path = tried.path.as_deref().map(visible).unwrap_or_default();
            let said = [format!("{path}{period}").trim_start().to_owned(), visible(&catalog.say(why)).into_owned()];
            let said: Vec<String> = said.into_iter().filter(|words| !words.is_empty()).collect();
            let _ = writeln!(out, "      – {}", said.join(": "));
        }
        None => {
            let _ = writeln!(out, "      {}{period}", visible(tried.path.as_deref().unwrap_or_default()));
            for check in &tried.checks {
                let label = catalog.check(check.check);
                let place = in_words(&check.place, catalog);
                let place = if place.is_empty() { place } else { format!(" ({place})") };
                let (expected, found) = (catalog.say(&check.expected), catalog.say(&check.found));
                let _ = writeln!(
                    out,
                    "        {} {label}: {} → {}{place}",
                    mark(check.verdict),
                    visible(&expected),
                    visible(&found)
                );
            }
        }
    }
}
