//! A ratio against its threshold. A figure counts only in the sentence, row or column that holds the measure's phrases;
//! goals and what was not reached never count; numerator and denominator beat a bare percentage and are recomputed; two
//! different results, or none, are a question to a person; a plan never proves a result.

use super::content::around;
use super::{Context, flag};
use crate::check::{Code, Outcome, Reading, Related, Said, Searched, Severity, Verdict};
use crate::document::{Cell, CellValue, Page, Place, Table};
use crate::rules::Measure;
use crate::text::Key;
use crate::text::ratio::{Figure, FigureKind, figures};

pub(super) fn check(context: &Context<'_>, reading: &Reading) -> Vec<Outcome> {
    context.evidence.require.measures.iter().map(|measure| one(context, reading, measure)).collect()
}

/// A result and where it stands.
struct Found {
    figure: Figure,
    path: String,
    place: Place,
    quote: String,
}

fn one(context: &Context<'_>, reading: &Reading, measure: &Measure) -> Outcome {
    let expected = Said::new("expect-threshold")
        .with("what", measure.name.as_str())
        .with("at_least", measure.at_least)
        .with("proposal", flag(measure.proposal));
    let mut found = Vec::new();
    let mut targets = Vec::new();
    if !is_plan(reading) {
        in_sentences(reading, measure, &mut found, &mut targets);
        in_tables(reading, measure, &mut found);
    }
    // A list in a workbook beside the report belongs to it.
    let sheets = context
        .readings
        .iter()
        .filter(|r| r.is_of(&context.criterion.code) && r.status.has_text() && r.summary().media.is_sheet());
    let mut searched = Searched { documents: 1, pages: reading.summary().pages_read as usize, unreadable: 0 };
    for sheet in sheets {
        in_tables(sheet, measure, &mut found);
        searched.documents += 1;
        searched.pages += sheet.summary().pages_read as usize;
    }
    match found.first() {
        None => undetermined(context, measure, expected, targets, searched),
        Some(first) if found.iter().any(|f| !f.figure.agrees(&first.figure)) => {
            contradictory(context, measure, expected, &found, searched)
        }
        // Of figures that agree, the one with numerator and denominator says more.
        Some(first) => {
            let best = found.iter().find(|f| f.figure.parts.is_some()).unwrap_or(first);
            decided(context, measure, expected, best)
        }
    }
}

fn is_plan(reading: &Reading) -> bool {
    matches!(reading.form.r#type.value.as_deref(), Some("KH" | "CTr" | "ĐA" | "PA" | "TTr" | "CT"))
}

fn holds(measure: &Measure, text: &Key) -> bool {
    measure.phrases.iter().all(|p| p.is_in(text)) && !measure.without.iter().any(|p| p.is_in(text))
}

fn in_sentences(reading: &Reading, measure: &Measure, found: &mut Vec<Found>, targets: &mut Vec<Found>) {
    let text = reading.flow().as_str();
    for sentence in reading.sentences() {
        let words = &text[sentence.range.clone()];
        if !words.contains(|c: char| c.is_ascii_digit()) || !holds(measure, &reading.key_of(words)) {
            continue;
        }
        for figure in figures(words) {
            let range = sentence.range.start + figure.range.start..sentence.range.start + figure.range.end;
            let place = reading.flow().place(reading.document(), range.clone());
            let quote = around(text, &range);
            // A misread digit makes another result: what recognition doubts is shown and does not count.
            let is_doubtful = reading.flow().is_doubtful(reading.document(), range.clone());
            let is_result = figure.kind == FigureKind::Result && !sentence.is_ahead && !is_doubtful;
            let list = if is_result { &mut *found } else { &mut *targets };
            list.push(Found { figure, path: reading.file.path.clone(), place, quote });
        }
    }
}

/// Rows that hold the phrases, and columns whose head does, at the row of the total.
fn in_tables(reading: &Reading, measure: &Measure, found: &mut Vec<Found>) {
    for page in &reading.document().pages {
        for table in &page.tables {
            for row in table.rows() {
                let words = row_text(row);
                if holds(measure, &Key::new(&words)) {
                    from_cells(reading, page, row, head_of(table, row), words, found);
                }
            }
            for (head, total) in totals(table) {
                if holds(measure, &Key::new(&head.text)) {
                    let words = format!("{}: {}", head.text, total.text);
                    from_cells(reading, page, std::slice::from_ref(total), None, words, found);
                }
            }
        }
    }
}

fn row_text(row: &[Cell]) -> String {
    row.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join(" | ")
}

/// A percentage, a fraction, or a count and a total side by side under heads that say which is which.
fn from_cells(
    reading: &Reading,
    page: &Page,
    row: &[Cell],
    head: Option<&[Cell]>,
    quote: String,
    found: &mut Vec<Found>,
) {
    let mut figure: Option<(Figure, &Cell)> = None;
    let mut printed = None;
    for cell in row {
        match &cell.value {
            CellValue::Percent(value) => printed = Some((value * 100.0, cell)),
            CellValue::Text(text) => {
                let alone = text.chars().filter(|c| c.is_alphabetic()).count() <= 12;
                if let Some(first) = figures(text).into_iter().find(|f| alone && f.kind == FigureKind::Result) {
                    match first.parts {
                        Some(_) => figure = Some((first, cell)),
                        None => printed = Some((first.percent, cell)),
                    }
                }
            }
            _ => {}
        }
    }
    if figure.is_none() {
        figure = count_and_total(row, head).map(|(part, whole, cell)| {
            let percent = 100.0 * part / whole;
            (Figure { percent, parts: Some((part, whole)), printed: None, range: 0..0, kind: FigureKind::Result }, cell)
        });
    }
    let (figure, cell) = match (figure, printed) {
        (Some((figure, cell)), printed) => (Figure { printed: printed.map(|(p, _)| p), ..figure }, cell),
        (None, Some((percent, cell))) => {
            let kind = FigureKind::Result;
            (Figure { percent, parts: None, printed: Some(percent), range: 0..0, kind }, cell)
        }
        (None, None) => return,
    };
    found.push(Found { figure, path: reading.file.path.clone(), place: page.place_of_cell(cell), quote });
}

fn count_and_total<'a>(row: &'a [Cell], head: Option<&[Cell]>) -> Option<(f64, f64, &'a Cell)> {
    let named = |words: &[&str]| {
        let column = head?.iter().find(|h| words.iter().any(|w| Key::new(&h.text).contains(&Key::new(w))))?.col;
        row.iter().find(|c| c.col == column)
    };
    let number = |cell: &Cell| match &cell.value {
        CellValue::Number(n) => Some(*n),
        CellValue::Text(text) => text.trim().replace('.', "").parse().ok(),
        _ => None,
    };
    let total = named(&["tổng số", "tổng cộng", "phải thực hiện", "được giao"])?;
    let part =
        named(&["đã thực hiện", "hoàn thành", "đã hoàn thành", "đã kiểm tra", "kết quả", "đã xử lý", "thực hiện"])?;
    let (part_value, total_value) = (number(part)?, number(total)?);
    (part.col != total.col && total_value > 0.0 && part_value <= total_value).then_some((part_value, total_value, part))
}

/// The last row above `row` that is all text: the heads of its columns.
fn head_of<'a>(table: &'a Table, row: &[Cell]) -> Option<&'a [Cell]> {
    let at = row.first()?.row;
    table
        .rows()
        .take_while(|r| r.first().is_some_and(|c| c.row < at))
        .filter(|r| {
            r.len() >= 2 && r.iter().all(|c| matches!(c.value, CellValue::Text(_)) && c.text.parse::<f64>().is_err())
        })
        .last()
}

/// Pairs of a column's head and its cell in the row of the total.
fn totals(table: &Table) -> Vec<(&Cell, &Cell)> {
    let mut pairs = Vec::new();
    for row in table.rows() {
        let is_total = row.iter().take(2).any(|c| {
            let key = Key::new(&c.text);
            ["tổng cộng", "tổng số", "cộng", "tổng"].iter().any(|w| key.as_str() == *w)
        });
        if let Some(head) = head_of(table, row).filter(|_| is_total) {
            pairs.extend(row.iter().filter_map(|cell| Some((head.iter().find(|h| h.col == cell.col)?, cell))));
        }
    }
    pairs
}

fn decided(context: &Context<'_>, measure: &Measure, expected: Said, found: &Found) -> Outcome {
    let fact = measure.denominator_fact.as_ref().and_then(|name| context.facts.get(&context.subject.agency, name));
    let (percent, parts, differs) = match (fact, found.figure.parts) {
        (Some(fact), Some((part, whole))) if fact.value > 0.0 => {
            (100.0 * part / fact.value, Some((part, fact.value)), (fact.value - whole).abs() > 0.5)
        }
        (_, parts) => (found.figure.percent, parts, false),
    };
    // 22.857 % is below 22.9 %, but a ratio that is the threshold to the last digit reaches it.
    let verdict = if percent + 1e-9 >= measure.at_least { Verdict::Met } else { Verdict::Gap };
    let said = match parts {
        Some((part, whole)) => {
            Said::new("found-ratio").with("part", part).with("whole", whole).with("percent", round(percent))
        }
        None => Said::new("found-percent").with("percent", round(percent)),
    };
    let mut outcome = Outcome::new("threshold", verdict, expected, said.clone())
        .at(found.place.clone(), found.quote.as_str())
        .under(&measure.clause);
    outcome.path.clone_from(&found.path);
    let message = |id: &str| {
        Said::new(id)
            .with("what", measure.name.as_str())
            .with("at_least", measure.at_least)
            .with("found", said.clone())
            .with("proposal", flag(measure.proposal))
    };
    if verdict == Verdict::Gap {
        outcome = outcome.raise(Code::BelowThreshold, context.subject, message("KC402"));
    }
    if found.figure.is_miscounted() {
        let printed = round(found.figure.printed.unwrap_or_default());
        let message = message("KC406").with("printed", printed);
        outcome = outcome.raise_as(Severity::Warning, Code::Miscounted, context.subject, message);
    }
    match fact {
        Some(fact) if differs => {
            let whole = found.figure.parts.map_or(0.0, |(_, whole)| whole);
            let message =
                message("KC407").with("whole", whole).with("fact", fact.value).with("source", fact.source.as_str());
            outcome.raise_as(Severity::Warning, Code::DenominatorDiffers, context.subject, message)
        }
        Some(_) if parts.is_some() => outcome,
        _ => outcome.raise_as(Severity::Info, Code::DenominatorNotVerified, context.subject, message("KC405")),
    }
}

fn undetermined(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    targets: Vec<Found>,
    searched: Searched,
) -> Outcome {
    let id = if targets.is_empty() { "KC403-none" } else { "KC403-target" };
    let message = Said::new(id).with("what", measure.name.as_str()).with("at_least", measure.at_least);
    let mut outcome = Outcome::new("threshold", Verdict::Unclear, expected, Said::new("found-no-ratio"))
        .under(&measure.clause)
        .raise(Code::RatioUnclear, context.subject, message);
    for finding in &mut outcome.raised {
        finding.searched = Some(searched);
        finding.related = targets.iter().map(related).collect();
    }
    outcome
}

fn contradictory(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    found: &[Found],
    searched: Searched,
) -> Outcome {
    let mut values: Vec<Said> = Vec::new();
    for f in found {
        let value = match f.figure.parts {
            Some((part, whole)) => Said::literal(format!("{part}/{whole}")),
            None => Said::new("found-percent").with("percent", round(f.figure.percent)),
        };
        if !values.contains(&value) {
            values.push(value);
        }
    }
    let message = Said::new("KC403-several").with("what", measure.name.as_str()).with("values", values.clone());
    let said = Said::new("found-several").with("values", values);
    let mut outcome = Outcome::new("threshold", Verdict::Unclear, expected, said).under(&measure.clause);
    if let Some(first) = found.first() {
        outcome = outcome.at(first.place.clone(), first.quote.as_str());
        outcome.path.clone_from(&first.path);
    }
    let mut outcome = outcome.raise(Code::RatioUnclear, context.subject, message);
    for finding in &mut outcome.raised {
        finding.searched = Some(searched);
        finding.related = found.iter().skip(1).map(related).collect();
    }
    outcome
}

fn related(found: &Found) -> Related {
    Related { path: found.path.clone(), place: found.place.clone(), quote: Some(found.quote.clone()) }
}

fn round(percent: f64) -> f64 {
    (percent * 10.0).round() / 10.0
}
