//! The generated pages of docs/checks: one for each finding code and each criterion, with an index. They use the
//! messages of the catalogue, as reports do, so that both say the same.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::catalog::Catalog;
use super::explain::{PARTS, demands, of_every_document};
use crate::check::{Criterion, Pack, codes};
use crate::message::{Code, Severity, Verdict};

/// All pages, by path relative to docs/checks (`KC301.md`, `dak-lak-2018/S2.md`, `README.md`).
pub fn pages(packs: &[Pack], catalog: &Catalog) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    pages.insert("README.md".to_owned(), index(packs, catalog));
    for code in codes() {
        pages.insert(format!("{}.md", code.as_str()), of_code(code, catalog));
    }
    for pack in packs {
        for criterion in &pack.criteria {
            pages.insert(format!("{}/{}.md", pack.id, criterion.code), of_criterion(pack, criterion, catalog));
        }
    }
    pages
}

fn title(code: Code, catalog: &Catalog) -> String {
    catalog.word(&format!("explain-{}", code.as_str()))
}

fn of_code(code: Code, catalog: &Catalog) -> String {
    let mut out = format!("# {}: {}\n", code.as_str(), title(code, catalog));
    for part in PARTS {
        if let Some(words) = catalog.attribute(&format!("explain-{}", code.as_str()), part) {
            let _ = write!(out, "\n## {}\n\n{words}\n", catalog.word(&format!("explain-{part}")));
        }
    }
    out
}

fn of_criterion(pack: &Pack, criterion: &Criterion, catalog: &Catalog) -> String {
    let mut out = format!("# {}. {}\n\n", criterion.code, criterion.name);
    let _ = writeln!(out, "{}: {} ({}, `{}`)", catalog.word("report-clause"), criterion.clause, pack.title, pack.id);
    for evidence in &criterion.evidence {
        let _ = write!(out, "\n## {}\n\n`{}/{}`", evidence.name, criterion.code, evidence.id);
        if evidence.proposal {
            let _ = write!(out, " ({})", catalog.word("report-proposal"));
        }
        out.push_str("\n\n");
        for line in demands(pack, evidence, catalog) {
            let _ = writeln!(out, "- {line}");
        }
    }
    let general = of_every_document(pack, criterion, catalog);
    if !general.is_empty() {
        let _ = writeln!(out, "\n{}: {}", catalog.word("explain-every-document"), general.join("; "));
    }
    out
}

fn index(packs: &[Pack], catalog: &Catalog) -> String {
    let mut out = format!("# {}\n", catalog.word("docs-title"));
    let _ = write!(out, "\n## {}\n\n", catalog.word("report-legend"));
    let verdicts = Verdict::ALL.iter().map(|v| format!("explain-verdict-{}", v.name()));
    meanings(&mut out, verdicts, catalog);
    let _ = write!(out, "\n## {}\n\n", catalog.word("docs-severities"));
    let severities = [Severity::Error, Severity::Question, Severity::Warning, Severity::Info];
    meanings(&mut out, severities.into_iter().map(|s| format!("explain-severity-{}", s.name())), catalog);
    let _ = write!(out, "\n## {}\n\n", catalog.word("docs-codes"));
    for code in codes() {
        let _ = writeln!(out, "- [{0}]({0}.md): {1}", code.as_str(), title(code, catalog));
    }
    for pack in packs {
        let _ = write!(out, "\n## {} (`{}`)\n\n", pack.title, pack.id);
        for criterion in &pack.criteria {
            let _ = writeln!(out, "- [{0}]({1}/{0}.md): {2}", criterion.code, pack.id, criterion.name);
        }
    }
    out
}

fn meanings(out: &mut String, ids: impl Iterator<Item = String>, catalog: &Catalog) {
    for id in ids {
        let means = catalog.attribute(&id, "means").unwrap_or_default();
        let _ = writeln!(out, "- **{}**: {means}", catalog.word(&id));
    }
}
