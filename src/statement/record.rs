//! What a document says, as a record for people and programs: what each word was taken for, and what was made of it.
//!
//! `schemas/statements.schema.json` is generated from these types and their doc comments (`make docs`).

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::amount::Amount;
use super::clause::Sentence;
use super::lexicon::Lexicon;
use super::span::Span;
use super::statement::{Figure, Modality, Side, Statement};
use super::table::{Column, Content, Grid, Row};
use super::telling::{Paragraph, Telling};
use super::token::{Kind, Time, Token};
use super::tokens::tokens;
use crate::document::{Cell, Page, Place, Status};
use crate::reading::Reading;

/// What a file says.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FileStatements {
    /// The path as it was given.
    pub path: String,
    /// How reading it ended. Of a file that was not read, and of a secret one, there are no documents.
    pub status: Status,
    /// Its documents; several if it holds several.
    pub documents: Vec<DocumentStatements>,
}

/// What a document says.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentStatements {
    /// The path, with the pages if the file holds several documents: `ho-so.pdf#p3-4`.
    pub name: String,
    /// The year that times are held against: the one that was asked for, else its own; none if it tells none.
    pub year: Option<i16>,
    /// The words of its title.
    pub title: Vec<WordRecord>,
    /// Its sentences that state something, in order.
    pub sentences: Vec<SentenceRecord>,
    /// Its tables, in order.
    pub tables: Vec<TableRecord>,
}

/// A sentence that states something.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SentenceRecord {
    /// Where it begins.
    pub place: Place,
    /// As it stands in the document.
    pub quote: String,
    /// The headings over it, outermost first, as they are compared.
    pub headings: Vec<String>,
    /// It is, or stands under, a heading about goals or the time to come.
    pub is_ahead: bool,
    /// It stands in a cell of a table.
    pub is_in_table: bool,
    /// What each of its words was taken for.
    pub words: Vec<WordRecord>,
    /// What it states: one entry for each figure, and for words such as "all" and "none".
    pub statements: Vec<StatementRecord>,
}

/// A word, a phrase or a figure.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WordRecord {
    /// As it is compared: lower case, abbreviations spelled out.
    pub text: String,
    /// What it is.
    pub kind: WordKind,
    /// The named classes that it is of: `deed.kiểm tra`, `noun.nhiệm vụ`.
    pub names: Vec<String>,
    /// The classes of the grammar that it is of: `done-mark`, `negation`.
    pub classes: Vec<String>,
}

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WordKind {
    /// A word or phrase that is known, or the name of a body.
    Word,
    /// A word that is not known.
    Unknown,
    /// A number, a share or an amount of money.
    Amount,
    /// The number of a document.
    Document,
    /// A time that is told in figures.
    Time,
}

/// What a sentence states with one figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StatementRecord {
    /// How much.
    pub figure: FigureRecord,
    /// Whether it tells a result.
    pub modality: Modality,
    /// The words that make it no result.
    pub because: Vec<String>,
    /// The time that it is about.
    pub span: Span,
    /// Words before the figure, or behind it, say that so much was not done; else null.
    pub negation: Option<Side>,
    /// What else is to be known of it.
    pub remarks: Vec<Remark>,
    /// The words of its own clause, without the figure.
    pub words: Vec<WordRecord>,
    /// The deed, and what denies it, from a clause beside it where its own has none.
    pub verbs: Vec<WordRecord>,
    /// Words around it that say of what, of whom or when it is told.
    pub around: Vec<WordRecord>,
    /// Its words that are not known, each with those beside it.
    pub unknown: Vec<String>,
}

/// What else is to be known of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// It denies that any were not done.
    Double,
    /// It breaks down what was said before it.
    Breakdown,
    /// It says nothing but the figure: it repeats the one before it.
    Repeat,
    /// It stands in a bracket.
    Aside,
    /// Some are taken out as not done.
    Excepted,
}

/// How much a statement, or a cell of a table, tells.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FigureRecord {
    /// So much of so much.
    Fraction {
        /// How much.
        part: f64,
        /// Of how much.
        whole: f64,
    },
    /// A percentage.
    Percent {
        /// In percent.
        percent: f64,
    },
    /// A number.
    Number {
        /// Its value; null where it can be read in two ways.
        value: Option<f64>,
    },
    /// An amount of money.
    Money {
        /// In đồng.
        dong: f64,
    },
    /// All.
    All {
        /// How many they are, if it is told.
        count: Option<f64>,
    },
    /// None.
    None,
    /// Some of them.
    Some,
    /// The rest of them.
    Rest,
}

/// The rows of a table under the same heads.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TableRecord {
    /// Where its first row stands.
    pub place: Place,
    /// What names it: the line before it, the name of its sheet, titles in it.
    pub captions: Vec<String>,
    /// The headings over it, outermost first.
    pub headings: Vec<String>,
    /// The notes below it.
    pub notes: String,
    /// It is about goals, or the time to come.
    pub is_ahead: bool,
    /// Its columns.
    pub columns: Vec<ColumnRecord>,
    /// Its rows below the heads.
    pub rows: Vec<RowRecord>,
}

/// A column of a table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ColumnRecord {
    /// Its number in the table, from 0.
    pub col: u32,
    /// What each word of its heads was taken for, the topmost head first.
    pub head: Vec<WordRecord>,
    /// It holds ordinals.
    pub is_ordinal: bool,
}

/// A row of a table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowRecord {
    /// Where it stands.
    pub place: Place,
    /// What each word of its label was taken for.
    pub label: Vec<WordRecord>,
    /// The heading of the section that it stands in.
    pub section: String,
    /// It was taken for the total of the others.
    pub is_total: bool,
    /// Its cells beside ordinals and label.
    pub cells: Vec<CellRecord>,
}

/// A cell of a table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CellRecord {
    /// Its column.
    pub col: u32,
    /// Its words.
    pub words: Vec<WordRecord>,
    /// Its figure, if it holds hardly anything else; else null.
    pub figure: Option<FigureRecord>,
}

/// The JSON Schema of what `kiemchung statements --format json` prints.
pub fn schema() -> String {
    let schema = schemars::schema_for!(Vec<FileStatements>);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// Most characters of a text without a title in which its year is looked for.
const BEGINNING: usize = 4000;

/// The year that a document is about: that of its title, else of its date, else the first that it names.
pub fn own_year(reading: &Reading, lexicon: &Lexicon) -> Option<i16> {
    if !reading.status.has_text() {
        return None;
    }
    let titled = reading.period().and_then(|period| period.year);
    let issued = || reading.issued().map(|(day, _)| day.year());
    let named = || {
        let text = reading.flow().as_str();
        let end = text.char_indices().nth(BEGINNING).map_or(text.len(), |(at, _)| at);
        let sheets = reading.document().pages.iter().flat_map(|page| {
            let cells = page.tables.iter().flat_map(|table| &table.cells).map(|cell| cell.text.as_str());
            page.sheet.as_deref().into_iter().chain(cells)
        });
        std::iter::once(&text[..end]).chain(sheets).find_map(|text| first_year(&tokens(text, lexicon)))
    };
    titled.or_else(issued).or_else(named)
}

fn first_year(tokens: &[Token]) -> Option<i16> {
    tokens.iter().find_map(|token| match token.kind {
        Kind::Time(Time::Year(year) | Time::Month(_, Some(year))) => Some(year),
        Kind::Time(Time::Day(day)) => Some(day.year()),
        _ => None,
    })
}

/// The record of what a document says, read with this lexicon and held against this year.
pub fn record(reading: &Reading, telling: &Telling, lexicon: &Lexicon, year: Option<i16>) -> DocumentStatements {
    let recorder = Recorder { reading, lexicon };
    DocumentStatements {
        name: reading.name(),
        year,
        title: recorder.words(&telling.title),
        sentences: telling.paragraphs.iter().flat_map(|paragraph| recorder.sentences(paragraph)).collect(),
        tables: telling.grids.iter().map(|grid| recorder.table(grid)).collect(),
    }
}

struct Recorder<'a> {
    reading: &'a Reading,
    lexicon: &'a Lexicon,
}

impl Recorder<'_> {
    fn sentences(&self, paragraph: &Paragraph) -> Vec<SentenceRecord> {
        let stated = |number: usize| paragraph.statements.iter().filter(move |s| s.at.1 == number);
        let sentences = paragraph.sentences.iter().enumerate();
        let sentences = sentences.filter(|(number, _)| stated(*number).next().is_some());
        sentences.map(|(number, sentence)| self.sentence(paragraph, sentence, stated(number))).collect()
    }

    fn sentence<'s>(
        &self,
        paragraph: &Paragraph,
        sentence: &Sentence,
        statements: impl Iterator<Item = &'s Statement>,
    ) -> SentenceRecord {
        let flow = self.reading.flow();
        let start = paragraph.range.start;
        let range = start + sentence.range.start..start + sentence.range.end;
        SentenceRecord {
            quote: flow.as_str().get(range.clone()).unwrap_or_default().trim().to_owned(),
            place: flow.place(self.reading.document(), range),
            headings: paragraph.headings.iter().map(|heading| plain(heading)).collect(),
            is_ahead: paragraph.is_ahead,
            is_in_table: paragraph.is_cell,
            words: self.words(&sentence.tokens),
            statements: statements.map(|statement| self.statement(statement)).collect(),
        }
    }

    fn statement(&self, statement: &Statement) -> StatementRecord {
        let remarks = [
            (statement.is_double, Remark::Double),
            (statement.is_breakdown, Remark::Breakdown),
            (statement.is_bare, Remark::Repeat),
            (statement.is_aside, Remark::Aside),
            (statement.is_excepted, Remark::Excepted),
        ];
        let parts = [&statement.words, &statement.verbs, &statement.around];
        StatementRecord {
            figure: FigureRecord::of(&statement.figure),
            modality: statement.modality,
            because: statement.because.iter().map(|token| token.text.to_string()).collect(),
            span: statement.span,
            negation: statement.negation,
            remarks: remarks.into_iter().filter(|(is, _)| *is).map(|(_, remark)| remark).collect(),
            words: self.words(&statement.words),
            verbs: self.words(&statement.verbs),
            around: self.words(&statement.around),
            unknown: parts.into_iter().flat_map(|words| unknown(words)).collect(),
        }
    }

    /// Words without marks; those that are not known and stand side by side are one entry.
    fn words(&self, tokens: &[Token]) -> Vec<WordRecord> {
        let mut found: Vec<WordRecord> = Vec::new();
        let mut last: Option<&Token> = None;
        for token in tokens {
            let before = last.replace(token);
            let Some(kind) = kind(token) else { continue };
            let goes_on = kind == WordKind::Unknown && before.is_some_and(|before| are_joined(before, token));
            match found.last_mut().filter(|_| goes_on) {
                Some(word) => word.text = format!("{} {}", word.text, token.text),
                None => found.push(WordRecord {
                    text: token.text.to_string(),
                    kind,
                    names: token.senses.names().iter().map(|name| self.lexicon.name_of(*name).to_owned()).collect(),
                    classes: token.senses.classes().map(|class| class.name().to_owned()).collect(),
                }),
            }
        }
        found
    }

    fn table(&self, grid: &Grid) -> TableRecord {
        let (page, table) = grid.at;
        let page = self.reading.document().pages.get(page);
        let mut cells: BTreeMap<u32, &Cell> = BTreeMap::new();
        for row in page.and_then(|page| page.tables.get(table)).into_iter().flat_map(|table| table.rows()) {
            cells.extend(row.first().map(|cell| (cell.row, cell)));
        }
        let place = |row: Option<u32>| place_of(page, row.and_then(|row| cells.get(&row).copied()));
        let number = |row: &Row| row.cells.first().map(|cell| cell.row);
        TableRecord {
            place: place(grid.rows.iter().find_map(number)),
            captions: grid.captions.iter().map(|words| plain(words)).collect(),
            headings: grid.headings.iter().map(|words| plain(words)).collect(),
            notes: plain(&grid.notes),
            is_ahead: grid.is_ahead,
            columns: grid.columns.iter().map(|column| self.column(column)).collect(),
            rows: grid.rows.iter().map(|row| self.row(row, place(number(row)))).collect(),
        }
    }

    fn column(&self, column: &Column) -> ColumnRecord {
        ColumnRecord { col: column.col, head: self.words(&column.head), is_ordinal: column.is_ordinal }
    }

    fn row(&self, row: &Row, place: Place) -> RowRecord {
        let cell = |content: &Content| CellRecord {
            col: content.col,
            words: self.words(&content.tokens),
            figure: content.amount.as_ref().map(FigureRecord::of_amount),
        };
        RowRecord {
            place,
            label: self.words(&row.label),
            section: plain(&row.section),
            is_total: row.is_total,
            cells: row.cells.iter().map(cell).collect(),
        }
    }
}

impl FigureRecord {
    fn of(figure: &Figure) -> Self {
        match figure {
            Figure::Amount(amount) => Self::of_amount(amount),
            Figure::All(count) => Self::All { count: *count },
            Figure::None => Self::None,
            Figure::Some => Self::Some,
            Figure::Rest => Self::Rest,
        }
    }

    fn of_amount(amount: &Amount) -> Self {
        match amount {
            Amount::Fraction(part, whole) => Self::Fraction { part: *part, whole: *whole },
            Amount::Percent(printed) => Self::Percent { percent: printed.percent },
            Amount::Number(value) => Self::Number { value: *value },
            Amount::Money(dong) => Self::Money { dong: *dong },
        }
    }
}

fn kind(token: &Token) -> Option<WordKind> {
    Some(match token.kind {
        Kind::Word => WordKind::Word,
        Kind::Unknown => WordKind::Unknown,
        Kind::Amount(_) => WordKind::Amount,
        Kind::Document(_) => WordKind::Document,
        Kind::Time(_) => WordKind::Time,
        Kind::Mark(_) => return None,
    })
}

/// The words that are not known, each with those right beside it.
fn unknown(tokens: &[Token]) -> Vec<String> {
    let runs = tokens.chunk_by(are_joined).filter(|run| run.first().is_some_and(|t| t.kind == Kind::Unknown));
    runs.map(plain).collect()
}

/// True for two words that are not known with nothing but a space between them.
fn are_joined(first: &Token, second: &Token) -> bool {
    let between: Range<usize> = first.range.end..second.range.start;
    first.kind == Kind::Unknown && second.kind == Kind::Unknown && between.len() <= 1
}

/// The words as they are compared, with a space where the text has one.
fn plain(tokens: &[Token]) -> String {
    let mut words = String::new();
    let mut end = None;
    for token in tokens {
        if end.is_some_and(|end| end != token.range.start) {
            words.push(' ');
        }
        words.push_str(&token.text);
        end = Some(token.range.end);
    }
    words
}

fn place_of(page: Option<&Page>, cell: Option<&Cell>) -> Place {
    match (page, cell) {
        (Some(page), Some(cell)) => page.place_of_cell(cell),
        (Some(page), None) => Place::page(page.number, None),
        (None, _) => Place::default(),
    }
}
