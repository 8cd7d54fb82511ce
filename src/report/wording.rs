//! Renders the texts of a record in a language: the one place where messages become words. A stored record can be
//! rendered again in another language; what has no message (a report of an older version) keeps the words that it has.

use super::catalog::{Catalog, Language};
use super::model::{CheckRecord, EvidenceRecord, FindingRecord, Report};
use crate::message::{Arg, Said};

/// Renders the texts of a record in a language.
pub fn render_texts(report: &mut Report, catalog: &Catalog, language: Language) {
    language.code().clone_into(&mut report.run.language);
    say(&mut report.run.ocr, &report.run.ocr_message, catalog);
    say(&mut report.run.sandbox, &report.run.sandbox_message, catalog);
    report.submissions.iter_mut().for_each(|submission| say(&mut submission.name, &submission.name_message, catalog));
    let criteria = report.submissions.iter_mut().flat_map(|s| &mut s.criteria);
    criteria.flat_map(|c| &mut c.evidence).for_each(|item| render_item(item, catalog));
    report.findings.iter_mut().for_each(|finding| render_finding(finding, catalog));
}

fn render_item(item: &mut EvidenceRecord, catalog: &Catalog) {
    if let Some(said) = known(&item.reason_message, catalog) {
        item.reason = Some(catalog.say(said));
    }
    item.checks.iter_mut().for_each(|check| render_check(check, catalog));
}

fn render_check(check: &mut CheckRecord, catalog: &Catalog) {
    say(&mut check.expected, &check.expected_message, catalog);
    if let Some(said) = known(&check.found_message, catalog) {
        check.found = found_value(said, catalog);
    }
}

fn render_finding(finding: &mut FindingRecord, catalog: &Catalog) {
    if catalog.can_say(&finding.message) {
        finding.text = catalog.say(&finding.message);
        finding.fix = catalog.fix(&finding.message);
    }
    if let Some(said) = known(&finding.expected_message, catalog) {
        finding.expected = Some(catalog.say(said));
    }
    if let Some(said) = known(&finding.found_message, catalog) {
        finding.found = Some(found_value(said, catalog));
    }
    if let Some(nearest) = &mut finding.nearest {
        say(&mut nearest.why, &nearest.why_message, catalog);
    }
}

fn say(words: &mut String, said: &Option<Said>, catalog: &Catalog) {
    if let Some(said) = known(said, catalog) {
        *words = catalog.say(said);
    }
}

/// A message that this catalogue has; one of another version keeps its stored words.
fn known<'a>(said: &'a Option<Said>, catalog: &Catalog) -> Option<&'a Said> {
    said.as_ref().filter(|said| catalog.can_say(said))
}

/// A day alone is a value, written as JSON writes days; all else is words.
fn found_value(said: &Said, catalog: &Catalog) -> String {
    match (said.id.as_str(), said.args.get("date")) {
        ("found-date", Some(Arg::Date(date))) => date.to_string(),
        _ => catalog.say(said),
    }
}
