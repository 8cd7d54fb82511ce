//! Explanations of finding codes and criteria, as plain text.

use std::fmt::Write;

use super::catalog::Catalog;
use crate::message::{self, Code, Said, types_of_documents};
use crate::rules::{Criterion, Evidence, Pack};

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
        for said in demands(pack, evidence) {
            let _ = writeln!(out, "      {}", catalog.say(&said));
        }
    }
    out
}

/// The requirements of an item, as the messages that findings use for them.
pub(super) fn demands(pack: &Pack, evidence: &Evidence) -> Vec<Said> {
    let flag = |proposal: bool| if proposal { "yes" } else { "no" };
    let (matching, require) = (&evidence.matching, &evidence.require);
    let mut said = Vec::new();
    match (&matching.number, matching.date, &matching.issuer) {
        (Some(number), Some(date), Some(issuer)) => said.push(
            Said::new("expect-exact")
                .with("number", number.text.as_str())
                .with("date", date)
                .with("issuer", issuer.as_str()),
        ),
        (Some(number), ..) => said.push(Said::new("expect-number").with("number", number.text.as_str())),
        (None, ..) => {
            let types = types_of_documents(&matching.types);
            let phrases: Vec<String> = matching.phrases.iter().map(|p| format!("“{}”", p.text)).collect();
            said.push(Said::new("expect-title").with("types", types).with("phrases", phrases));
        }
    }
    if !require.issuers.is_empty() {
        said.push(Said::new("explain-issuers").with("issuers", require.issuers.clone()));
    }
    if let Some(window) = require.window {
        said.push(
            Said::new("expect-window")
                .with("from", window.from.in_year(pack.year))
                .with("to", window.to.in_year(pack.year))
                .with("proposal", flag(window.proposal)),
        );
    }
    for period in &require.periods {
        said.push(match period.deadline {
            Some(d) => Said::new("explain-period-deadline")
                .with("period", message::period(period.period))
                .with("deadline", d.date.in_year(pack.year))
                .with("proposal", flag(d.proposal)),
            None => Said::new("explain-period").with("period", message::period(period.period)),
        });
    }
    if let Some(deadline) = require.deadline {
        said.push(
            Said::new("expect-deadline")
                .with("deadline", deadline.date.in_year(pack.year))
                .with("proposal", flag(deadline.proposal)),
        );
    }
    for content in &require.content {
        let phrases: Vec<String> = content.phrases.iter().map(|p| format!("“{}”", p.text)).collect();
        said.push(
            Said::new("expect-content")
                .with("what", content.name.as_str())
                .with("phrases", phrases)
                .with("proposal", flag(content.proposal)),
        );
    }
    for measure in &require.measures {
        said.push(
            Said::new("expect-threshold")
                .with("what", measure.name.as_str())
                .with("at_least", measure.at_least)
                .with("proposal", flag(measure.proposal)),
        );
    }
    for cited in &require.cites {
        said.push(Said::new("expect-cites").with("number", cited.text.as_str()));
    }
    said
}
