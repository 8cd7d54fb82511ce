//! Explanations of finding codes and criteria, as plain text.

use std::fmt::Write;

use super::catalog::Catalog;
use crate::check::{Criterion, Evidence, Origin, Pack, document_wanted};
use crate::message::{Code, Said, period};
use crate::rules::Phrase;

/// Attributes of the message that explains a code, in the order of output.
pub(super) const PARTS: [&str; 4] = ["means", "why", "example", "fix"];

/// Explains a finding code: what it means, why it matters, an example, what to do.
pub fn explain_code(code: Code, catalog: &Catalog) -> String {
    let id = format!("explain-{}", code.as_str());
    let mut out = format!("{}: {}\n", code.as_str(), catalog.word(&id));
    for part in PARTS {
        if let Some(words) = catalog.attribute(&id, part) {
            let _ = writeln!(out, "\n{}\n  {}", catalog.word(&format!("explain-{part}")), words.replace('\n', "\n  "));
        }
    }
    out
}

/// Explains a criterion: what it asks for, item by item, and which of that is a proposal of the pack.
pub fn explain_criterion(pack: &Pack, criterion: &Criterion, catalog: &Catalog) -> String {
    let mut out = format!("{}. {}\n", criterion.code, criterion.name);
    let _ = writeln!(out, "  {}: {} ({})", catalog.word("report-clause"), criterion.clause, pack.id);
    for evidence in &criterion.evidence {
        let proposal =
            if evidence.proposal { format!(" ({})", catalog.word("report-proposal")) } else { String::new() };
        let _ = writeln!(out, "\n  - {}{proposal}  [{}/{}]", evidence.name, criterion.code, evidence.id);
        for line in demands(pack, evidence, catalog) {
            let _ = writeln!(out, "      {line}");
        }
    }
    let general = of_every_document(pack, criterion, catalog);
    if !general.is_empty() {
        let _ = writeln!(out, "\n  {}: {}", catalog.word("explain-every-document"), general.join("; "));
    }
    out
}

/// What an item demands, in the words that findings use: the document, how many, for which periods, and what each kind
/// of check expects of it.
pub(super) fn demands(pack: &Pack, evidence: &Evidence, catalog: &Catalog) -> Vec<String> {
    let mut said = vec![catalog.say(&document_wanted(&evidence.matching))];
    let matching = &evidence.matching;
    if !matching.periods.is_empty() {
        let periods: Vec<Said> = matching.periods.iter().map(|p| period(*p)).collect();
        said.push(catalog.say(&Said::new("explain-title-periods").with("periods", periods)));
    }
    if !matching.without.is_empty() {
        let without = Phrase::quoted(&matching.without);
        said.push(catalog.say(&Said::new("explain-without").with("phrases", without)));
    }
    if evidence.count > 1 {
        said.push(catalog.say(&Said::new("explain-count").with("count", evidence.count)));
    }
    if !evidence.periods.is_empty() {
        let periods: Vec<Said> = evidence.periods.iter().map(|p| period(p.period)).collect();
        let is_proposed = evidence.periods.iter().any(|p| p.proposal);
        said.push(catalog.say(&Said::new("explain-periods").with("periods", periods).with("proposal", is_proposed)));
    }
    let of_item = evidence.demands.iter().filter(|demand| demand.origin() == Origin::Item);
    said.extend(of_item.map(|demand| {
        let label = catalog.word(&format!("check-{}", demand.check()));
        let of = demand.period().map(|p| format!(" ({})", catalog.say(&period(p)))).unwrap_or_default();
        format!("{label}{of}: {}", catalog.say(&demand.expected(pack.year)))
    }));
    said
}

/// What the pack demands of every document, each once.
pub(super) fn of_every_document(pack: &Pack, criterion: &Criterion, catalog: &Catalog) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let demands = criterion.evidence.iter().flat_map(|evidence| &evidence.demands);
    for demand in demands.filter(|demand| demand.origin() == Origin::Pack) {
        let words = catalog.say(&demand.expected(pack.year));
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said
}
