//! What documents say, for a terminal: each statement with its place, and what each word was taken for.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::catalog::Catalog;
use super::place::in_words;
use crate::message::Said;
use crate::statement::{
    DocumentStatements, FigureRecord, FileStatements, Modality, Remark, RowRecord, SentenceRecord, Side, Span,
    StatementRecord, TableRecord, WordKind, WordRecord,
};
use crate::text::visible;

/// A sentence in a table with fewer words than these tells no more than its cell, which is shown with its heads.
const SHORTEST_IN_TABLE: usize = 4;

/// What a file says, with ANSI colour codes; write it to a stream that strips them if its target is not a terminal.
pub fn statements(file: &FileStatements, catalog: &Catalog) -> String {
    let mut writer = Writer { out: String::new(), catalog };
    let bold = Style::new().bold();
    let _ = writeln!(writer.out, "{bold}=== {} ({}){bold:#}", visible(&file.path), file.status.name());
    for document in &file.documents {
        writer.document(document, file.documents.len() > 1);
    }
    writer.out.push('\n');
    writer.out
}

struct Writer<'a> {
    out: String,
    catalog: &'a Catalog,
}

impl Writer<'_> {
    fn line(&mut self, indent: usize, words: &str) {
        let _ = writeln!(self.out, "{:indent$}{words}", "");
    }

    /// A line "name: value", if there is a value.
    fn named(&mut self, indent: usize, id: &str, value: &str) {
        if !value.is_empty() {
            let name = self.catalog.word(id);
            self.line(indent, &format!("{name}: {value}"));
        }
    }

    fn document(&mut self, document: &DocumentStatements, is_part: bool) {
        if is_part {
            self.line(0, &format!("--- {}", visible(&document.name)));
        }
        let year = match document.year {
            Some(year) => self.catalog.say(&Said::new("statement-year").with("year", year.to_string())),
            None => self.catalog.word("statement-no-year"),
        };
        self.line(0, &year);
        self.named(0, "statement-title", &taken(&document.title));
        let is_shown = |sentence: &&SentenceRecord| {
            let count =
                sentence.words.iter().filter(|word| matches!(word.kind, WordKind::Word | WordKind::Unknown)).count();
            !sentence.is_in_table || count >= SHORTEST_IN_TABLE
        };
        document.sentences.iter().filter(is_shown).for_each(|sentence| self.sentence(sentence));
        document.tables.iter().filter(|table| tells(table)).for_each(|table| self.table(table));
        if !document.sentences.iter().any(|s| is_shown(&s)) && !document.tables.iter().any(tells) {
            let nothing = self.catalog.word("statement-nothing");
            self.line(0, &nothing);
        }
    }

    fn sentence(&mut self, sentence: &SentenceRecord) {
        let place = in_words(&sentence.place, self.catalog);
        let place = if place.is_empty() { String::new() } else { format!("{}: ", visible(&place)) };
        self.line(0, &format!("\n{place}“{}”", visible(&sentence.quote)));
        let headings: Vec<_> = sentence.headings.iter().map(|heading| visible(heading)).collect();
        self.named(2, "statement-headings", &headings.join(" › "));
        if sentence.is_ahead {
            let ahead = self.catalog.word("statement-under-goals");
            self.line(2, &ahead);
        }
        self.named(2, "statement-words", &taken(&sentence.words));
        sentence.statements.iter().for_each(|statement| self.statement(statement));
    }

    fn statement(&mut self, statement: &StatementRecord) {
        let mut said = vec![self.modality(statement), self.catalog.word(span(statement.span))];
        said.extend(statement.negation.map(|side| {
            self.catalog.word(match side {
                Side::Before => "statement-denied-before",
                Side::Behind => "statement-denied-behind",
            })
        }));
        said.extend(statement.remarks.iter().map(|r| self.catalog.word(remark(*r))));
        let bold = Style::new().bold();
        let figure = self.figure(&statement.figure);
        self.line(2, &format!("→ {bold}{figure}{bold:#}: {}", said.join("; ")));
        self.named(6, "statement-own-words", &plain(&statement.words));
        self.named(6, "statement-verbs", &plain(&statement.verbs));
        self.named(6, "statement-around", &plain(&statement.around));
        let unknown: Vec<String> = statement.unknown.iter().map(|words| marked(words)).collect();
        self.named(6, "statement-unknown", &unknown.join(" "));
    }

    /// Whether it tells a result, with the words that say that it does not.
    fn modality(&self, statement: &StatementRecord) -> String {
        let said = self.catalog.word(match statement.modality {
            Modality::Told => "statement-told",
            Modality::Ahead => "statement-ahead",
            Modality::Doubtful => "statement-doubtful",
            Modality::Change => "statement-change",
        });
        let because: Vec<String> = statement.because.iter().map(|words| format!("“{}”", visible(words))).collect();
        if because.is_empty() { said } else { format!("{said} ({})", because.join(", ")) }
    }

    fn figure(&self, figure: &FigureRecord) -> String {
        let said = match figure {
            FigureRecord::Fraction { part, whole } => {
                Said::new("statement-fraction").with("part", *part).with("whole", *whole)
            }
            FigureRecord::Percent { percent } => Said::new("statement-percent").with("percent", *percent),
            FigureRecord::Number { value: Some(value) } => Said::new("statement-number").with("value", *value),
            FigureRecord::Number { value: None } => Said::new("statement-number-unsure"),
            FigureRecord::Money { dong } => Said::new("statement-money").with("dong", *dong),
            FigureRecord::All { count: Some(count) } => Said::new("statement-all-of").with("count", *count),
            FigureRecord::All { count: None } => Said::new("statement-all"),
            FigureRecord::None => Said::new("statement-none"),
            FigureRecord::Some => Said::new("statement-some"),
            FigureRecord::Rest => Said::new("statement-rest"),
        };
        self.catalog.say(&said)
    }

    fn table(&mut self, table: &TableRecord) {
        let (name, place) = (self.catalog.word("statement-table"), in_words(&table.place, self.catalog));
        let captions: Vec<String> = table.captions.iter().map(|c| format!("“{}”", visible(c))).collect();
        self.line(0, format!("\n[{name}] {}: {}", visible(&place), captions.join(" ")).trim_end());
        let headings: Vec<_> = table.headings.iter().map(|heading| visible(heading)).collect();
        self.named(2, "statement-headings", &headings.join(" › "));
        if table.is_ahead {
            let ahead = self.catalog.word("statement-under-goals");
            self.line(2, &ahead);
        }
        for column in table.columns.iter().filter(|column| !column.is_ordinal && !column.head.is_empty()) {
            self.named(2, "statement-head", &taken(&column.head));
        }
        let mut section = "";
        for row in &table.rows {
            if row.section != section {
                section = &row.section;
                self.named(2, "statement-section", &visible(section));
            }
            self.row(row, table);
        }
        self.named(2, "statement-notes", &visible(&table.notes));
    }

    /// A row: its label, and each cell with its head.
    fn row(&mut self, row: &RowRecord, table: &TableRecord) {
        let head = |col: u32| table.columns.iter().rfind(|column| column.col <= col).map(|c| plain(&c.head));
        let cells = row.cells.iter().map(|cell| {
            let value = match &cell.figure {
                Some(figure) => self.figure(figure),
                // A formula whose value was never stored.
                None if cell.words.is_empty() => "–".to_owned(),
                None => taken(&cell.words),
            };
            match head(cell.col).filter(|head| !head.is_empty()) {
                Some(head) => format!("{head} = {value}"),
                None => value,
            }
        });
        let cells: Vec<String> = cells.collect();
        let name = self.catalog.word(if row.is_total { "statement-total" } else { "statement-row" });
        self.line(2, &format!("→ {name}: {} | {}", taken(&row.label), cells.join(" | ")));
    }
}

/// False for tables that only lay out a letterhead or a signature.
fn tells(table: &TableRecord) -> bool {
    table.rows.len() > 1 || table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.figure.is_some())
}

fn span(span: Span) -> &'static str {
    match span {
        Span::Untold => "statement-span-untold",
        Span::Year => "statement-span-year",
        Span::Closed => "statement-span-closed",
        Span::Until => "statement-span-until",
        Span::Part => "statement-span-part",
        Span::Other => "statement-span-other",
    }
}

fn remark(remark: Remark) -> &'static str {
    match remark {
        Remark::Double => "statement-double",
        Remark::Breakdown => "statement-breakdown",
        Remark::Repeat => "statement-repeat",
        Remark::Aside => "statement-aside",
        Remark::Excepted => "statement-excepted",
    }
}

/// Words with what each was taken for: `hoàn thành:deed.hoàn thành|done`, `[?rộn ràng]`.
fn taken(words: &[WordRecord]) -> String {
    let one = |word: &WordRecord| {
        let senses: Vec<&str> = word.names.iter().chain(&word.classes).map(String::as_str).collect();
        let kind = match word.kind {
            WordKind::Unknown => return marked(&word.text),
            WordKind::Word => senses.join("|"),
            WordKind::Amount => "amount".to_owned(),
            WordKind::Document => "document".to_owned(),
            WordKind::Time => "time".to_owned(),
        };
        let text = visible(&word.text);
        if kind.is_empty() { text.into_owned() } else { format!("{text}:{}", visible(&kind)) }
    };
    words.iter().map(one).collect::<Vec<_>>().join(" · ")
}

/// Words alone; those that are not known are marked.
fn plain(words: &[WordRecord]) -> String {
    let one = |word: &WordRecord| match word.kind {
        WordKind::Unknown => marked(&word.text),
        _ => visible(&word.text).into_owned(),
    };
    words.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Words that are not known: `[?rộn ràng]`.
fn marked(words: &str) -> String {
    let red = Style::new().fg_color(Some(AnsiColor::Red.into()));
    format!("{red}[?{}]{red:#}", visible(words))
}
