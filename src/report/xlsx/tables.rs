//! The sheets that are one table each: findings, documents, criteria, proofs.

use super::cell::{Cell, Table};
use crate::document::Status;
use crate::form::FieldState;
use crate::message::{Severity, Verdict};
use crate::report::catalog::Catalog;
use crate::report::links::Links;
use crate::report::model::{DocumentRecord, EvidenceRecord, FindingRecord, PartRecord, Report, SubmissionRecord};
use crate::report::place::{day, field, in_words};
use crate::report::standing::{Row, Standing};

fn link(links: &Links, agency: &str, path: &str) -> Cell {
    Cell::Link(links.of(agency, path).map(str::to_owned))
}

/// Every finding, what decides first; within one weight by agency.
pub(super) fn findings(report: &Report, catalog: &Catalog, links: &Links) -> Table {
    let row = |f: &FindingRecord| {
        let submission = report.submissions.iter().find(|s| s.agency == f.agency);
        let name = submission.map_or(f.agency.as_str(), |s| &s.name);
        let item = submission.and_then(|s| s.item_of(f)).map_or("", |item| &item.name);
        let nearest = f.nearest.as_ref().map(|n| format!("{} ({})", n.path, n.why));
        let path = f.path.as_deref().or_else(|| f.to_open().next()).unwrap_or_default();
        vec![
            Cell::Severity(f.severity),
            Cell::Strong(f.code.clone()),
            Cell::text(name),
            Cell::maybe(f.criterion.as_deref()),
            Cell::text(item),
            Cell::text(&f.text),
            Cell::text(&f.fix),
            Cell::text(path),
            link(links, &f.agency, path),
            Cell::text(in_words(&f.place, catalog)),
            Cell::text(nearest.unwrap_or_default()),
            Cell::maybe(f.quote.as_deref()),
            f.verdict.map_or(Cell::text(""), Cell::Verdict),
            Cell::maybe(f.expected.as_deref()),
            Cell::text(f.found.as_deref().map(|t| day(t, catalog)).unwrap_or_default()),
            Cell::maybe(f.clause.as_deref()),
            Cell::text(&f.id),
        ]
    };
    let place = |f: &FindingRecord| report.submissions.iter().position(|s| s.agency == f.agency);
    let mut sorted: Vec<&FindingRecord> = report.findings.iter().collect();
    sorted.sort_by_key(|f| (f.severity, place(f)));
    Table {
        name: "sheet-findings",
        columns: &[
            ("report-severity", 11.0),
            ("report-code", 7.5),
            ("report-agency", 15.0),
            ("report-criterion", 8.0),
            ("report-evidence", 18.0),
            ("report-message", 38.0),
            ("report-fix", 30.0),
            ("report-file", 26.0),
            ("report-open", 5.0),
            ("report-where", 10.0),
            ("report-nearest", 26.0),
            ("report-quote", 26.0),
            ("report-verdict", 13.0),
            ("report-expected", 30.0),
            ("report-found", 24.0),
            ("report-clause", 26.0),
            ("report-id", 16.0),
        ],
        printed: 12,
        rows: sorted.into_iter().map(row).collect(),
    }
}

/// Every file with its status and what uses it.
pub(super) fn documents(report: &Report, catalog: &Catalog, links: &Links) -> Table {
    let all = report.submissions.iter().flat_map(|s| s.documents.iter().map(move |d| (s, d)));
    Table {
        name: "sheet-documents",
        columns: &[
            ("report-agency", 20.0),
            ("report-file", 42.0),
            ("report-open", 5.0),
            ("report-status", 15.0),
            ("report-criterion", 9.0),
            ("report-type", 8.0),
            ("report-number", 20.0),
            ("report-date", 13.0),
            ("report-issuer", 26.0),
            ("report-abstract", 44.0),
            ("report-pages", 8.0),
            ("report-used-by", 30.0),
        ],
        printed: 12,
        rows: all.flat_map(|(s, d)| documents_of(s, d, catalog, links)).collect(),
    }
}

fn documents_of(
    submission: &SubmissionRecord,
    file: &DocumentRecord,
    catalog: &Catalog,
    links: &Links,
) -> Vec<Vec<Cell>> {
    file.rows().iter().map(|row| document(submission, file, row, catalog, links)).collect()
}

fn document(
    submission: &SubmissionRecord,
    document: &DocumentRecord,
    (name, part, pages): &(String, Option<&PartRecord>, u32),
    catalog: &Catalog,
    links: &Links,
) -> Vec<Cell> {
    let form = part.map(|p| &p.form);
    let words = |f: Option<&crate::form::Field>| Cell::text(f.map(|f| field(f, catalog)).unwrap_or_default());
    let date = match form.map(|f| &f.issued.field) {
        Some(date) if date.state == FieldState::Read => Cell::Day(date.value.clone().unwrap_or_default()),
        other => words(other),
    };
    let used: Vec<&str> = part.iter().flat_map(|p| &p.used_by).map(String::as_str).collect();
    let is_content = !matches!(document.status, Status::Skipped | Status::Empty);
    let used = if used.is_empty() && is_content { catalog.word("report-unused") } else { used.join("\n") };
    vec![
        Cell::text(&submission.name),
        Cell::text(name),
        link(links, &submission.agency, name),
        Cell::text(catalog.word(&format!("status-{}", document.status.name()))),
        Cell::maybe(document.criterion.as_deref()),
        words(form.map(|f| &f.r#type)),
        words(form.map(|f| &f.number)),
        date,
        words(form.map(|f| &f.issuer)),
        words(form.map(|f| &f.r#abstract)),
        if *pages > 0 { Cell::Number(f64::from(*pages)) } else { Cell::text("") },
        Cell::text(used),
    ]
}

/// The criteria, and in which row of its sheet each begins: by agency, then by criterion.
pub(super) struct Criteria {
    pub(super) table: Table,
    pub(super) first_rows: Vec<Vec<u32>>,
}

/// Every item of every criterion of every agency, also where there is nothing to report.
pub(super) fn criteria(standings: &[Standing<'_>], catalog: &Catalog, links: &Links) -> Criteria {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut first_rows = Vec::new();
    for standing in standings {
        let mut of_agency = Vec::new();
        for row in &standing.rows {
            // Row 1 is the heading; a sheet that is too long is refused when it is made.
            of_agency.push(u32::try_from(rows.len() + 2).unwrap_or(u32::MAX));
            let items = row.criterion.evidence.iter().enumerate();
            rows.extend(items.map(|(at, e)| item(standing.submission, row, e, at == 0, catalog, links)));
        }
        first_rows.push(of_agency);
    }
    let table = Table {
        name: "sheet-criteria",
        columns: &[
            ("report-agency", 20.0),
            ("report-criterion", 9.0),
            ("report-criterion-name", 34.0),
            ("report-verdict", 15.0),
            ("report-handling", 20.0),
            ("report-evidence", 38.0),
            ("report-item-verdict", 15.0),
            ("report-file", 36.0),
            ("report-open", 5.0),
            ("report-findings", 22.0),
            ("report-clause", 30.0),
        ],
        printed: 11,
        rows,
    };
    Criteria { table, first_rows }
}

fn item(
    submission: &SubmissionRecord,
    row: &Row<'_>,
    item: &EvidenceRecord,
    is_first: bool,
    catalog: &Catalog,
    links: &Links,
) -> Vec<Cell> {
    let criterion = row.criterion;
    // What is about the criterion as a whole stands in its first row.
    let of_item = |f: &FindingRecord| f.evidence.as_ref().map_or(is_first, |id| *id == item.id);
    let open = row.findings.iter().filter(|f| of_item(f) && f.severity != Severity::Info);
    let codes: Vec<&str> = open.map(|f| f.code.as_str()).collect();
    let name =
        if item.proposal { format!("{} ({})", item.name, catalog.word("report-proposal")) } else { item.name.clone() };
    vec![
        Cell::text(&submission.name),
        Cell::Strong(criterion.code.clone()),
        Cell::text(&criterion.name),
        Cell::Verdict(criterion.verdict),
        Cell::text(catalog.word(&format!("handling-{}", row.handling.name()))),
        Cell::text(name),
        Cell::Verdict(item.verdict),
        Cell::text(item.documents.join("\n")),
        link(links, &submission.agency, item.documents.first().map_or("", String::as_str)),
        Cell::text(codes.join(", ")),
        Cell::text(if item.clause.is_empty() { &criterion.clause } else { &item.clause }),
    ]
}

/// The proof of every item that is met: each check with what was expected, found, and where.
pub(super) fn proofs(report: &Report, catalog: &Catalog, links: &Links) -> Table {
    let mut rows = Vec::new();
    for submission in &report.submissions {
        for criterion in &submission.criteria {
            for item in criterion.evidence.iter().filter(|e| e.verdict == Verdict::Met) {
                rows.extend(item.checks.iter().map(|check| {
                    vec![
                        Cell::text(&submission.name),
                        Cell::Strong(criterion.code.clone()),
                        Cell::text(&item.name),
                        Cell::text(catalog.word(&format!("check-{}", check.check))),
                        Cell::Verdict(check.verdict),
                        Cell::text(&check.expected),
                        Cell::text(day(&check.found, catalog)),
                        Cell::maybe(check.quote.as_deref()),
                        Cell::text(&check.path),
                        link(links, &submission.agency, &check.path),
                        Cell::text(in_words(&check.place, catalog)),
                        Cell::text(&check.clause),
                    ]
                }));
            }
        }
    }
    Table {
        name: "sheet-proofs",
        columns: &[
            ("report-agency", 20.0),
            ("report-criterion", 9.0),
            ("report-evidence", 32.0),
            ("report-check", 18.0),
            ("report-verdict", 12.0),
            ("report-expected", 34.0),
            ("report-found", 24.0),
            ("report-quote", 38.0),
            ("report-file", 32.0),
            ("report-open", 5.0),
            ("report-where", 13.0),
            ("report-clause", 26.0),
        ],
        printed: 11,
        rows,
    }
}
