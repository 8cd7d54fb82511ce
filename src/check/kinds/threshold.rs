//! A ratio against its threshold. A figure counts only in the sentence, row or column that holds the measure's phrases;
//! goals and what was not reached never count; numerator and denominator beat a bare percentage and are recomputed; two
//! different results, or none, are a question to a person; a plan never proves a result.

mod tables;

use super::content::around;
use super::{Context, flag};
use crate::check::{Code, Outcome, Reading, Related, Said, Searched, Severity, Verdict};
use crate::document::Place;
use crate::rules::Measure;
use crate::submission::Fact;
use crate::text::Key;
use crate::text::ratio::{Figure, FigureKind, deed, figures, reaches};
use crate::text::years::YearsOfFigures;

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
        in_sentences(context, reading, measure, &mut found, &mut targets);
        tables::search(context, reading, measure, &mut found);
    }
    // A list in a workbook beside the report belongs to it.
    let sheets = context
        .readings
        .iter()
        .filter(|r| r.is_of(&context.criterion.code) && r.status.has_text() && r.summary().media.is_sheet());
    let mut searched = Searched { documents: 1, pages: reading.summary().pages_read as usize, unreadable: 0 };
    for sheet in sheets {
        tables::search(context, sheet, measure, &mut found);
        searched.documents += 1;
        searched.pages += sheet.summary().pages_read as usize;
    }
    // The one with numerator and denominator says more: the others must agree with it.
    match found.iter().find(|f| f.figure.parts.is_some()).or(found.first()) {
        None => undetermined(context, measure, expected, targets, searched),
        Some(best) if found.iter().any(|f| !f.figure.agrees(&best.figure, measure.at_least)) => {
            contradictory(context, measure, expected, &found, searched)
        }
        Some(best) => decided(context, measure, expected, best),
    }
}

fn is_plan(reading: &Reading) -> bool {
    matches!(reading.form.r#type.value.as_deref(), Some("KH" | "CTr" | "ĐA" | "PA" | "TTr" | "CT"))
}

fn holds(measure: &Measure, text: &Key) -> bool {
    measure.phrases.iter().all(|p| p.is_in(text)) && !measure.without.iter().any(|p| p.is_in(text))
}

fn in_sentences(
    context: &Context<'_>,
    reading: &Reading,
    measure: &Measure,
    found: &mut Vec<Found>,
    targets: &mut Vec<Found>,
) {
    let text = reading.flow().as_str();
    for sentence in reading.sentences() {
        let words = &text[sentence.range.clone()];
        if !words.contains(|c: char| c.is_ascii_digit()) || !holds(measure, &reading.key_of(words)) {
            continue;
        }
        let may_tell = !sentence.is_ahead && !tables::is_in_cell_of_no_result(context, reading, sentence.range.start);
        let years = YearsOfFigures::new(words, context.year());
        for figure in figures(words) {
            let is_of_year = may_tell && !years.is_of_others(&figure.range);
            let is_of_measure = is_of_measure(measure, words, &figure);
            let range = sentence.range.start + figure.range.start..sentence.range.start + figure.range.end;
            let place = reading.flow().place(reading.document(), range.clone());
            let quote = around(text, &range);
            // A misread digit makes another result: what recognition doubts is shown and does not count.
            let is_doubtful = reading.flow().is_doubtful(reading.document(), range.clone());
            let is_result = is_of_year && is_of_measure && figure.kind == FigureKind::Result && !is_doubtful;
            let list = if is_result { &mut *found } else { &mut *targets };
            list.push(Found { figure, path: reading.file.path.clone(), place, quote });
        }
    }
}

/// False where another deed is done to other things: "kiểm tra 14/35 đơn vị, đã xử lý 100% tồn tại".
fn is_of_measure(measure: &Measure, words: &str, figure: &Figure) -> bool {
    deed(words, &figure.range).is_none_or(|(verb, noun)| {
        let said = [Key::new(&verb), Key::new(&noun)];
        measure.phrases.iter().any(|phrase| said.iter().any(|word| phrase.is_in(word)))
    })
}

fn decided(context: &Context<'_>, measure: &Measure, expected: Said, found: &Found) -> Outcome {
    let fact = measure.denominator_fact.as_ref().and_then(|name| context.facts.get(&context.subject.agency, name));
    if let (Some(fact), Some((part, _))) = (fact, found.figure.parts)
        && (part > fact.value || fact.value <= 0.0)
    {
        return more_than_all(context, measure, expected, found, part, fact);
    }
    let (percent, parts, differs) = match (fact, found.figure.parts) {
        (Some(fact), Some((part, whole))) => {
            (100.0 * part / fact.value, Some((part, fact.value)), (fact.value - whole).abs() > 0.5)
        }
        (_, parts) => (found.figure.percent, parts, false),
    };
    let verdict = if reaches(percent, measure.at_least) { Verdict::Met } else { Verdict::Gap };
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
        let printed = round(found.figure.printed.map_or(0.0, |p| p.percent));
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

/// More was done than there is by the assessor's count: one of the two is wrong, and which a person must say.
fn more_than_all(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    found: &Found,
    part: f64,
    fact: &Fact,
) -> Outcome {
    let message = Said::new("KC407-over")
        .with("what", measure.name.as_str())
        .with("part", part)
        .with("fact", fact.value)
        .with("source", fact.source.as_str());
    let (_, whole) = found.figure.parts.unwrap_or((part, fact.value));
    let said =
        Said::new("found-ratio").with("part", part).with("whole", whole).with("percent", round(found.figure.percent));
    let mut outcome = Outcome::new("threshold", Verdict::Unclear, expected, said)
        .at(found.place.clone(), found.quote.as_str())
        .under(&measure.clause);
    outcome.path.clone_from(&found.path);
    outcome.raise(Code::DenominatorDiffers, context.subject, message)
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

#[cfg(test)]
mod sentence_tests;
#[cfg(test)]
mod tests;
