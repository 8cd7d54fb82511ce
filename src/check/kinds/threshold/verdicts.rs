//! The outcome of a measure: decided by a result, or a question to a person with what was found.

use super::super::demand::Context;
use super::codes::{BELOW, DIFFERS, MISCOUNTED, NOT_VERIFIED, UNCLEAR};
use super::gathered::{Denial, Found, Spot, reaches};
use super::measure::Measure;
use crate::check::finding::{Related, Searched, UnknownWord};
use crate::check::outcome::Outcome;
use crate::message::{Said, Severity, Verdict};
use crate::submission::Fact;
use crate::text::Key;

pub(super) fn decided(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    found: &Found,
    fact: Option<&Fact>,
) -> Outcome {
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
    let printed = found.figure.printed.filter(|_| found.figure.is_miscounted());
    let verdict = match reaches(percent, measure.at_least) {
        // "45/45 nhiệm vụ, đạt 95%": which of the two is right a person must say.
        reached if printed.is_some_and(|p| reaches(p.percent, measure.at_least) != reached) => Verdict::Unclear,
        true => Verdict::Met,
        false => Verdict::Gap,
    };
    let said = match parts {
        Some((part, whole)) => {
            Said::new("found-ratio").with("part", part).with("whole", whole).with("percent", round(percent))
        }
        None => Said::new("found-percent").with("percent", round(percent)),
    };
    let mut outcome = outcome_at(measure, verdict, expected, said.clone(), &found.spot);
    let message = |id: &str| of_threshold(id, measure, &said);
    if verdict == Verdict::Gap {
        outcome = outcome.raise(BELOW, context.subject, message("KC402"));
    }
    if let Some(printed) = printed {
        let message = message("KC406").with("printed", round(printed.percent));
        let severity = if verdict == Verdict::Unclear { Severity::Question } else { Severity::Warning };
        outcome = outcome.raise_as(severity, MISCOUNTED, context.subject, message);
    }
    match fact {
        Some(fact) if differs => {
            let whole = found.figure.parts.map_or(0.0, |(_, whole)| whole);
            let message =
                message("KC407").with("whole", whole).with("fact", fact.value).with("source", fact.source.as_str());
            outcome.raise_as(Severity::Warning, DIFFERS, context.subject, message)
        }
        Some(_) if parts.is_some() => outcome,
        _ => outcome.raise_as(Severity::Info, NOT_VERIFIED, context.subject, message("KC405")),
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
    outcome_at(measure, Verdict::Unclear, expected, said, &found.spot).raise(DIFFERS, context.subject, message)
}

pub(super) fn undetermined(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    targets: &[Found],
    searched: Searched,
) -> Outcome {
    let id = if targets.is_empty() { "KC403-none" } else { "KC403-target" };
    let message = Said::new(id).with("what", measure.name.as_str()).with("at_least", measure.at_least);
    let mut outcome = Outcome::new("threshold", Verdict::Unclear, expected, Said::new("found-no-ratio"))
        .under(&measure.clause)
        .raise(UNCLEAR, context.subject, message);
    for finding in &mut outcome.raised {
        finding.searched = Some(searched);
        finding.related = targets.iter().map(|f| related(&f.spot)).collect();
    }
    outcome
}

/// What the document itself says was not reached, without a ratio.
pub(super) fn not_reached(context: &Context<'_>, measure: &Measure, expected: Said, denial: &Denial) -> Outcome {
    let said = match (denial.left, denial.at_most) {
        (Some(left), _) => Said::new("found-left").with("left", left),
        (None, at_most) => Said::new("found-below").with("percent", round(at_most.unwrap_or(0.0))),
    };
    let message = of_threshold("KC402", measure, &said);
    outcome_at(measure, Verdict::Gap, expected, said, &denial.spot).raise(BELOW, context.subject, message)
}

/// Statements of the measure with words that were not understood.
pub(super) fn not_understood(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    found: &[Found],
    searched: Searched,
) -> Outcome {
    let mut unknown: Vec<UnknownWord> = Vec::new();
    for f in found {
        for word in phrases(&f.words, &f.spot.quote) {
            let word = UnknownWord { word, path: f.spot.path.clone(), quote: f.spot.quote.clone() };
            if !unknown.contains(&word) {
                unknown.push(word);
            }
        }
    }
    let mut words: Vec<String> = Vec::new();
    for word in unknown.iter().map(|u| format!("“{}”", u.word)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let message = Said::new("KC403-words").with("what", measure.name.as_str()).with("words", words);
    let mut outcome = asked(context, measure, expected, Said::new("found-no-ratio"), found, searched, message);
    for finding in &mut outcome.raised {
        finding.words.clone_from(&unknown);
    }
    outcome
}

/// Words that stand beside each other in the quote are one phrase: a syllable alone often means nothing, and a phrase in a
/// vocabulary changes least.
fn phrases(words: &[String], quote: &str) -> Vec<String> {
    let quote = Key::new(quote);
    let mut phrases: Vec<String> = Vec::new();
    for word in words {
        let joined = phrases.last().map(|last| format!("{last} {word}"));
        match joined.filter(|joined| quote.contains(&Key::new(joined))) {
            Some(joined) => {
                phrases.pop();
                phrases.push(joined);
            }
            None => phrases.push(word.clone()),
        }
    }
    phrases
}

/// A passage whose sentences cannot be told apart may say anything of the measure.
pub(super) fn not_read(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    spot: &Spot,
    searched: Searched,
) -> Outcome {
    let message = Said::new("KC403-unread").with("what", measure.name.as_str());
    let said = Said::new("found-no-ratio");
    let mut outcome =
        outcome_at(measure, Verdict::Unclear, expected, said, spot).raise(UNCLEAR, context.subject, message);
    for finding in &mut outcome.raised {
        finding.searched = Some(searched);
    }
    outcome
}

/// Results of parts alone: of one office, field, place or quarter.
pub(super) fn only_parts(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    parts: &[Found],
    searched: Searched,
) -> Outcome {
    let message = Said::new("KC403-part").with("what", measure.name.as_str()).with("values", values(parts));
    let said = Said::new("found-several").with("values", values(parts));
    asked(context, measure, expected, said, parts, searched, message)
}

/// All of what was chosen, where only some of all there is must be done: of what it is all a person must say.
pub(super) fn all_of_some(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    found: &Found,
    searched: Searched,
) -> Outcome {
    let message = Said::new("KC403-all").with("what", measure.name.as_str()).with("found", value(found));
    asked(context, measure, expected, value(found), std::slice::from_ref(found), searched, message)
}

pub(super) fn contradictory(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    found: &[Found],
    searched: Searched,
) -> Outcome {
    let message = Said::new("KC403-several").with("what", measure.name.as_str()).with("values", values(found));
    let said = Said::new("found-several").with("values", values(found));
    asked(context, measure, expected, said, found, searched, message)
}

/// A question with all figures that it is about.
fn asked(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    said: Said,
    found: &[Found],
    searched: Searched,
    message: Said,
) -> Outcome {
    let outcome = match found.first() {
        Some(first) => outcome_at(measure, Verdict::Unclear, expected, said, &first.spot),
        None => Outcome::new("threshold", Verdict::Unclear, expected, said).under(&measure.clause),
    };
    let mut outcome = outcome.raise(UNCLEAR, context.subject, message);
    for finding in &mut outcome.raised {
        finding.searched = Some(searched);
        finding.related = found.iter().skip(1).map(|f| related(&f.spot)).collect();
    }
    outcome
}

/// The different figures, in order.
fn values(found: &[Found]) -> Vec<Said> {
    let mut values: Vec<Said> = Vec::new();
    // A figure without numbers says only that something was told.
    let has_figure = |f: &&Found| f.figure.parts.is_some() || f.figure.percent > 0.0;
    let any = found.iter().any(|f| has_figure(&f));
    for f in found.iter().filter(|f| has_figure(f) || !any) {
        let value = match f.figure.parts {
            Some((part, whole)) => Said::new("found-parts").with("part", part).with("whole", whole),
            None => Said::new("found-percent").with("percent", round(f.figure.percent)),
        };
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// A result that the document itself denies.
pub(super) fn denied(
    context: &Context<'_>,
    measure: &Measure,
    expected: Said,
    found: &Found,
    denial: &Denial,
    searched: Searched,
) -> Outcome {
    let message = Said::new("KC403-denied")
        .with("what", measure.name.as_str())
        .with("found", value(found))
        .with("quote", denial.spot.quote.as_str());
    let found = std::slice::from_ref(found);
    let mut outcome = asked(context, measure, expected, value(&found[0]), found, searched, message);
    for finding in &mut outcome.raised {
        finding.related = vec![related(&denial.spot)];
    }
    outcome
}

/// An outcome that stands on the words of a document.
fn outcome_at(measure: &Measure, verdict: Verdict, expected: Said, said: Said, spot: &Spot) -> Outcome {
    let outcome = Outcome::new("threshold", verdict, expected, said);
    let mut outcome = outcome.at(spot.place.clone(), spot.quote.as_str()).under(&measure.clause);
    outcome.path.clone_from(&spot.path);
    outcome
}

/// A message about what was found beside the threshold.
fn of_threshold(id: &str, measure: &Measure, found: &Said) -> Said {
    Said::new(id)
        .with("what", measure.name.as_str())
        .with("at_least", measure.at_least)
        .with("found", found.clone())
        .with("proposal", measure.proposal)
}

fn value(found: &Found) -> Said {
    let percent = round(found.figure.percent);
    match found.figure.parts {
        Some((part, whole)) => {
            Said::new("found-ratio").with("part", part).with("whole", whole).with("percent", percent)
        }
        None => Said::new("found-percent").with("percent", percent),
    }
}

fn related(spot: &Spot) -> Related {
    Related { path: spot.path.clone(), place: spot.place.clone(), quote: Some(spot.quote.clone()) }
}

fn round(percent: f64) -> f64 {
    (percent * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn words_beside_each_other_are_one_phrase() {
        let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        for (unknown, quote, expected) in [
            (vec!["rộn", "ràng"], "Đã hoàn thành Rộn  ràng 45/45 nhiệm vụ.", vec!["rộn ràng"]),
            (vec!["nhắc", "động"], "Được nhắc tự động trước hạn.", vec!["nhắc", "động"]),
            (vec!["rộn", "ràng", "vội", "vã"], "Rộn ràng, không vội vã.", vec!["rộn ràng", "vội vã"]),
            (vec!["rộn", "ràng"], "… hoàn thành 45/45", vec!["rộn", "ràng"]),
        ] {
            assert_eq!(phrases(&words(&unknown), quote), expected, "{quote}");
        }
    }
}
