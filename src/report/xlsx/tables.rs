//! The sheets that consist of a single table: findings, documents, criteria, proofs.

use super::cell::{Cell, Column, Table};
use crate::form::{Field, FieldState};
use crate::message::{Severity, Verdict};
use crate::report::catalog::Catalog;
use crate::report::links::Links;
use crate::report::model::{
    CheckRecord, DocumentRecord, DocumentRow, EvidenceRecord, FindingRecord, NearestRecord, Report, SubmissionRecord,
};
use crate::report::place::{day, field, in_words};
use crate::report::standing::{Row, Standing};
use crate::report::words::{AskedWord, asked_words};

const FINDING_COLUMNS: &[Column] = &[
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
    ("report-basis", 16.0),
    ("report-id", 16.0),
];

const DOCUMENT_COLUMNS: &[Column] = &[
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
];

const CRITERION_COLUMNS: &[Column] = &[
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
    ("report-open-for", 20.0),
];

const PROOF_COLUMNS: &[Column] = &[
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
    ("report-basis", 16.0),
];

const WORD_COLUMNS: &[Column] = &[
    ("report-words-word", 24.0),
    ("report-words-rows", 9.0),
    ("report-words-agencies", 9.0),
    ("report-words-documents", 9.0),
    ("report-agency", 34.0),
    ("report-words-sentence", 60.0),
    ("report-file", 32.0),
    ("report-open", 5.0),
    ("report-fix", 40.0),
];

/// Makes the tables of a report.
pub(super) struct Tables<'a> {
    pub(super) report: &'a Report,
    pub(super) catalog: &'a Catalog,
    pub(super) links: Links,
}

/// The table of criteria, and for each agency and criterion the row of the sheet, from 1, in which it begins.
pub(super) struct Criteria {
    pub(super) table: Table,
    pub(super) first_rows: Vec<Vec<u32>>,
}

impl Tables<'_> {
    /// Every finding, the most severe first, demands before proposals; equal ones by agency.
    pub(super) fn findings(&self) -> Table {
        let agency = |f: &FindingRecord| self.report.submissions.iter().position(|s| s.agency == f.agency);
        let mut sorted: Vec<&FindingRecord> = self.report.findings.iter().collect();
        sorted.sort_by_key(|f| (f.severity, f.proposal, agency(f)));
        let rows = sorted.into_iter().map(|f| self.finding(f)).collect();
        Table { name: "sheet-findings", columns: FINDING_COLUMNS, printed: 12, rows }
    }

    fn finding(&self, f: &FindingRecord) -> Vec<Cell> {
        let item = self.report.submission(&f.agency).and_then(|s| s.item_of(f)).map_or("", |item| &item.name);
        let path = f.path.as_deref().or_else(|| f.to_open().next()).unwrap_or_default();
        vec![
            Cell::Severity(f.severity),
            Cell::Strong(f.code.clone()),
            Cell::text(self.report.agency_name(&f.agency)),
            Cell::maybe(f.criterion.as_deref()),
            Cell::text(item),
            Cell::text(&f.text),
            Cell::text(&f.fix),
            Cell::text(path),
            self.link(&f.agency, path),
            Cell::text(in_words(&f.place, self.catalog)),
            Cell::text(f.nearest.as_ref().map(NearestRecord::in_words).unwrap_or_default()),
            Cell::maybe(f.quote.as_deref()),
            f.verdict.map_or(Cell::text(""), Cell::Verdict),
            Cell::maybe(f.expected.as_deref()),
            Cell::text(f.found.as_deref().map(|t| day(t, self.catalog)).unwrap_or_default()),
            Cell::maybe(f.clause.as_deref()),
            Cell::text(self.catalog.basis(f.proposal)),
            Cell::text(&f.id),
        ]
    }

    /// Every document with its status and what uses it.
    pub(super) fn documents(&self) -> Table {
        let files = self.report.submissions.iter().flat_map(|s| s.documents.iter().map(move |d| (s, d)));
        let rows = files.flat_map(|(s, file)| file.rows().into_iter().map(move |row| self.document(s, file, &row)));
        Table { name: "sheet-documents", columns: DOCUMENT_COLUMNS, printed: 12, rows: rows.collect() }
    }

    fn document(&self, submission: &SubmissionRecord, file: &DocumentRecord, row: &DocumentRow<'_>) -> Vec<Cell> {
        let form = row.part.map(|p| &p.form);
        let words = |f: Option<&Field>| Cell::text(f.map(|f| field(f, self.catalog)).unwrap_or_default());
        let date = match form.map(|f| &f.issued.field) {
            Some(date) if date.state == FieldState::Read => Cell::Day(date.value.clone().unwrap_or_default()),
            other => words(other),
        };
        let used: Vec<&str> = row.part.iter().flat_map(|p| &p.used_by).map(String::as_str).collect();
        let is_unused = used.is_empty() && file.has_content();
        let used = if is_unused { self.catalog.word("report-unused") } else { used.join("\n") };
        vec![
            Cell::text(&submission.name),
            Cell::text(&row.name),
            self.link(&submission.agency, &row.name),
            Cell::text(self.catalog.status(file.status)),
            Cell::maybe(file.criterion.as_deref()),
            words(form.map(|f| &f.r#type)),
            words(form.map(|f| &f.number)),
            date,
            words(form.map(|f| &f.issuer)),
            words(form.map(|f| &f.r#abstract)),
            if row.pages > 0 { Cell::Number(f64::from(row.pages)) } else { Cell::text("") },
            Cell::text(used),
        ]
    }

    /// Every item of every criterion of every agency, including those without findings.
    pub(super) fn criteria(&self, standings: &[Standing<'_>]) -> Criteria {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut first_rows = Vec::new();
        for standing in standings {
            let mut of_agency = Vec::new();
            for row in &standing.rows {
                // Row 1 is the heading. A table that is too long for a sheet is refused later, when the sheet is made.
                of_agency.push(u32::try_from(rows.len() + 2).unwrap_or(u32::MAX));
                let items = row.criterion.evidence.iter().enumerate();
                rows.extend(items.map(|(at, item)| self.item(standing.submission, row, item, at == 0)));
            }
            first_rows.push(of_agency);
        }
        let table = Table { name: "sheet-criteria", columns: CRITERION_COLUMNS, printed: 11, rows };
        Criteria { table, first_rows }
    }

    fn item(&self, submission: &SubmissionRecord, row: &Row<'_>, item: &EvidenceRecord, is_first: bool) -> Vec<Cell> {
        let criterion = row.criterion;
        // Findings about the criterion as a whole are listed in the row of its first item.
        let of_item = |f: &FindingRecord| f.evidence.as_ref().map_or(is_first, |id| *id == item.id);
        let open = row.findings.iter().filter(|f| of_item(f) && f.severity != Severity::Info);
        let codes: Vec<&str> = open.map(|f| f.code.as_str()).collect();
        let name = match item.proposal {
            true => format!("{} ({})", item.name, self.catalog.word("report-proposal")),
            false => item.name.clone(),
        };
        vec![
            Cell::text(&submission.name),
            Cell::Strong(criterion.code.clone()),
            Cell::text(&criterion.name),
            Cell::Verdict(criterion.verdict),
            Cell::text(self.catalog.handling(row.handling)),
            Cell::text(name),
            Cell::Verdict(item.verdict),
            Cell::text(item.documents.join("\n")),
            self.link(&submission.agency, item.documents.first().map_or("", String::as_str)),
            Cell::text(codes.join(", ")),
            Cell::text(if item.clause.is_empty() { &criterion.clause } else { &item.clause }),
            Cell::text(if item.on_proposals { self.catalog.word("report-on-proposals") } else { String::new() }),
        ]
    }

    /// The proof of every item that is met: each check with what was expected, what was found, and where.
    pub(super) fn proofs(&self) -> Table {
        let mut rows = Vec::new();
        for submission in &self.report.submissions {
            for criterion in &submission.criteria {
                for item in criterion.evidence.iter().filter(|e| e.verdict == Verdict::Met) {
                    rows.extend(item.checks.iter().map(|check| self.proof(submission, &criterion.code, item, check)));
                }
            }
        }
        Table { name: "sheet-proofs", columns: PROOF_COLUMNS, printed: 11, rows }
    }

    fn proof(
        &self,
        submission: &SubmissionRecord,
        criterion: &str,
        item: &EvidenceRecord,
        check: &CheckRecord,
    ) -> Vec<Cell> {
        vec![
            Cell::text(&submission.name),
            Cell::Strong(criterion.to_owned()),
            Cell::text(&item.name),
            Cell::text(self.catalog.check(&check.check)),
            Cell::Verdict(check.verdict),
            Cell::text(&check.expected),
            Cell::text(day(&check.found, self.catalog)),
            Cell::maybe(check.quote.as_deref()),
            Cell::text(&check.path),
            self.link(&submission.agency, &check.path),
            Cell::text(in_words(&check.place, self.catalog)),
            Cell::text(&check.clause),
            Cell::text(self.catalog.basis(check.proposal)),
        ]
    }

    /// The words that were not understood, those that most rows wait for first.
    pub(super) fn words(&self) -> Table {
        let rows = asked_words(&self.report.findings).into_iter().map(|word| self.word(&word)).collect();
        Table { name: "sheet-words", columns: WORD_COLUMNS, printed: 7, rows }
    }

    fn word(&self, asked: &AskedWord<'_>) -> Vec<Cell> {
        let (agency, path, sentence) = asked.first;
        let agencies: Vec<&str> = asked.agencies.iter().map(|folder| self.report.agency_name(folder)).collect();
        vec![
            Cell::Strong(asked.word.to_owned()),
            Cell::Number(asked.rows as f64),
            Cell::Number(asked.agencies.len() as f64),
            Cell::Number(asked.documents as f64),
            Cell::text(agencies.join(", ")),
            Cell::text(sentence),
            Cell::text(path),
            self.link(agency, path),
            Cell::text(self.catalog.word("report-words-means")),
        ]
    }

    /// The link to a file of an agency.
    fn link(&self, agency: &str, path: &str) -> Cell {
        Cell::Link(self.links.of(agency, path).map(str::to_owned))
    }
}
