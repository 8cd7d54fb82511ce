//! Documents made in memory and a submission judged against the bundled pack, for tests of verdicts.

use std::sync::Arc;

use super::judge::judge_submission;
use super::outcome::{ItemOutcome, Outcome};
use super::run::SubmissionOutcome;
use super::{Basis, Pack, load};
use crate::document::{Cell, CellValue, Document, Line, Media, Page, PageKind, Status, Stored, Table};
use crate::files::ContentHash;
use crate::form::{DateField, Field, FieldState, Form};
use crate::reading::Reading;
use crate::submission::{Codes, Facts, File, Submission};

/// A document under a criterion.
pub(crate) struct Doc {
    pub(crate) path: &'static str,
    pub(crate) criterion: &'static str,
    pub(crate) status: Status,
    pub(crate) media: Media,
    pub(crate) form: Form,
    pub(crate) pages: Vec<Page>,
}

pub(crate) fn read(value: &str) -> Field {
    Field { value: Some(value.to_owned()), state: FieldState::Read, ..Field::default() }
}

pub(crate) fn unclear() -> Field {
    Field { state: FieldState::Unclear, ..Field::default() }
}

pub(crate) fn dated(day: &str) -> DateField {
    DateField { field: read(day), earliest: Some(day.to_owned()), latest: Some(day.to_owned()) }
}

/// A form of which all fields were read.
pub(crate) fn form(kind: &str, number: &str, day: &str, issuer: &str, title: &str) -> Form {
    Form {
        r#type: read(kind),
        number: read(number),
        issued: dated(day),
        issuer: read(issuer),
        r#abstract: read(title),
        signer: read("Nguyễn Văn A"),
        ..Form::default()
    }
}

/// A form of which nothing could be read.
pub(crate) fn unread() -> Form {
    Form {
        r#type: unclear(),
        number: unclear(),
        issued: DateField { field: unclear(), ..DateField::default() },
        issuer: unclear(),
        r#abstract: unclear(),
        signer: unclear(),
        ..Form::default()
    }
}

impl Doc {
    pub(crate) fn new(path: &'static str, criterion: &'static str, form: Form, paragraphs: &[&str]) -> Self {
        Self { path, criterion, status: Status::Ok, media: Media::Pdf, form, pages: vec![page(1, paragraphs)] }
    }

    /// A workbook with one sheet.
    pub(crate) fn sheet(path: &'static str, criterion: &'static str, name: &str, rows: &[&[&str]]) -> Self {
        let sheet = Page { sheet: Some(name.to_owned()), tables: vec![table(rows)], ..page(1, &[]) };
        let pages = vec![sheet];
        Self { path, criterion, status: Status::Ok, media: Media::Xlsx, form: Form::default(), pages }
    }

    /// With a table behind the paragraphs; its cells are among the lines too, as the reader of Word documents sends them.
    pub(crate) fn with_table(mut self, rows: &[&[&str]]) -> Self {
        let page = &mut self.pages[0];
        let index = page.tables.len() as u32;
        let table = table(rows);
        for cell in &table.cells {
            let paragraph = Some(page.lines.len() as u32 + 1);
            let cell_at = Some((index, cell.row, cell.col));
            page.lines.push(Line { text: cell.text.clone(), paragraph, cell: cell_at, ..Line::default() });
        }
        page.tables.push(table);
        self
    }

    /// With a line of running text behind all others.
    pub(crate) fn below(mut self, text: &str) -> Self {
        let page = &mut self.pages[0];
        let paragraph = Some(page.lines.len() as u32 + 1);
        page.lines.push(Line { text: text.to_owned(), paragraph, ..Line::default() });
        self
    }

    pub(crate) fn partial(mut self, first_page: PageKind) -> Self {
        self.status = Status::Partial;
        self.pages.push(Page { kind: PageKind::Scan, ..Page::new(2) });
        self.pages[0].kind = first_page;
        self
    }

    fn reading(self) -> Reading {
        let mut file = File::alone(std::path::Path::new(self.path));
        file.path = self.path.to_owned();
        file.hash = Some(ContentHash::of(&[self.path.as_bytes()]));
        file.is_explanation = self.path.contains("giai-trinh");
        file.criteria = Some(self.criterion.to_owned()).filter(|c| !c.is_empty()).into_iter().collect();
        let status = if self.status == Status::Secret { Status::Ok } else { self.status };
        let document = Document {
            media: self.media,
            status,
            page_count: self.pages.len() as u32,
            pages: if self.status.has_text() { self.pages } else { vec![] },
            remarks: vec![],
        };
        Reading::new(file, Arc::new(Stored::ready(document)), Arc::new(self.form), self.status)
    }
}

pub(crate) fn page(number: u32, paragraphs: &[&str]) -> Page {
    let lines = paragraphs.iter().enumerate().map(|(index, text)| Line {
        text: (*text).to_owned(),
        paragraph: Some(index as u32 + 1),
        ..Line::default()
    });
    Page { kind: PageKind::Text, lines: lines.collect(), ..Page::new(number) }
}

/// A table whose cells are percentages (`40%`), numbers, or else text; empty ones are left out.
pub(crate) fn table(rows: &[&[&str]]) -> Table {
    let mut cells = Vec::new();
    for (row, values) in rows.iter().enumerate() {
        for (col, text) in values.iter().enumerate().filter(|(_, t)| !t.is_empty()) {
            let value = match text.strip_suffix('%').map(|t| t.replace(',', ".").parse::<f64>()) {
                Some(Ok(percent)) => CellValue::Percent(percent / 100.0),
                _ => text.parse().map_or_else(|_| CellValue::Text((*text).into()), CellValue::Number),
            };
            cells.push(Cell { row: row as u32, col: col as u32, value, text: (*text).into() });
        }
    }
    Table { cells, ..Table::default() }
}

/// A pack of one criterion, `M1`; `head` stands in pack.toml beside what every pack needs.
pub(crate) fn pack_of(head: &str, criterion: &str) -> Result<Pack, crate::rules::PackError> {
    let folder = tempfile::tempdir().unwrap();
    let usual = "id = \"m\"\ntitle = \"M\"\nlevel = \"sở\"\nyear = 2018\nsource = \"x\"\ncriteria = [\"M1\"]\n";
    std::fs::write(folder.path().join("pack.toml"), format!("{usual}{head}")).unwrap();
    std::fs::write(folder.path().join("M1.toml"), criterion).unwrap();
    load(folder.path().to_str().unwrap())
}

/// Holds documents against the bundled pack; `facts` are rows of facts.csv.
pub(crate) fn judge(documents: Vec<Doc>, facts: &str) -> SubmissionOutcome {
    judge_with(&load("dak-lak-2018").unwrap(), documents, facts)
}

pub(crate) fn judge_with(pack: &Pack, documents: Vec<Doc>, facts: &str) -> SubmissionOutcome {
    let names: Vec<String> = pack.criteria.iter().map(|c| c.code.clone()).collect();
    let codes = Codes::new(&names, Vec::new());
    let mut readings: Vec<Reading> = documents.into_iter().map(Doc::reading).collect();
    readings.sort_by(|a, b| a.file.path.cmp(&b.file.path));
    let files = readings.iter().map(|r| r.file.clone()).collect();
    let submission = Submission { agency: "so-a".into(), listed: true, files, ..Submission::default() };
    let facts = match facts {
        "" => Facts::default(),
        rows => {
            let file = tempfile::NamedTempFile::new().unwrap();
            std::fs::write(file.path(), format!("name,value,source\n{rows}\n")).unwrap();
            crate::submission::read_facts(file.path()).unwrap()
        }
    };
    let as_of = "2019-01-31".parse().unwrap();
    judge_submission(submission, readings, &Basis { pack, codes: &codes, facts: &facts, as_of })
}

pub(crate) fn item<'a>(outcome: &'a SubmissionOutcome, criterion: &str, id: &str) -> &'a ItemOutcome {
    let criterion = outcome.criteria.iter().find(|c| c.code == criterion).unwrap();
    criterion.evidence.iter().find(|e| e.id == id).unwrap()
}

/// The outcome of a check of an item.
pub(crate) fn check<'a>(item: &'a ItemOutcome, name: &str) -> &'a Outcome {
    item.checks.iter().find(|c| c.check == name).unwrap()
}
