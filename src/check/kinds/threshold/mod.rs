//! A ratio against its threshold (mức đạt).
//!
//! `measures = ["id"]` of an item names a `[[measure]]` of the criterion. What is counted is told by classes of the lexicon:
//! `deed` (what was done), `noun` (to what), `giver` (who handed it out), `parts` (what only together is the whole), `own`
//! (what narrows nothing here), `undone` and `whole`. `about` are phrases that must all be told beside the figure, over it or
//! in the title; `without` makes it another measure; `whose` says whose figures count, `by` which bodies may do it.
//! `at_least` is the threshold in percent, `denominator_fact` names the assessor's figure for the whole.
//!
//! A figure counts only where every word beside it is understood and none narrows it; words that are not understood are
//! asked. Goals, doubts and other years never count; a part is not the whole; numerator and denominator beat a bare
//! percentage and are recomputed; two different results, or none, are a question; what a document denies it does not prove.

mod account;
mod codes;
mod fit;
mod gathered;
mod measure;
mod rows;
mod search;
mod verdicts;
mod walk;

use super::demand::{Context, Demand, Kind};
use crate::check::finding::Searched;
use crate::check::outcome::Outcome;
use crate::message::Said;
use crate::reading::Reading;
use codes::{BELOW, CHECK, DIFFERS, MISCOUNTED, NOT_VERIFIED, UNCLEAR};
use gathered::{Found, Gathered, reaches};
use measure::{Measure, Measures};

pub(super) const KIND: Kind = Kind {
    name: "threshold",
    codes: &[BELOW, UNCLEAR, NOT_VERIFIED, MISCOUNTED, DIFFERS],
    open: |criterion| Box::new(Measures::open(criterion)),
    example: include_str!("example.toml"),
};

impl Demand for Measure {
    fn check(&self) -> &'static str {
        CHECK
    }

    fn expected(&self, _year: i16) -> Said {
        Said::new("expect-threshold")
            .with("what", self.name.as_str())
            .with("at_least", self.at_least)
            .with("proposal", self.proposal)
    }

    fn needs_text(&self) -> bool {
        true
    }

    fn fact(&self) -> Option<&str> {
        self.denominator_fact.as_deref()
    }

    fn judge(&self, context: &Context<'_>, reading: &Reading) -> Option<Outcome> {
        Some(one(context, reading, self))
    }
}

fn one(context: &Context<'_>, reading: &Reading, measure: &Measure) -> Outcome {
    let expected = measure.expected(context.year);
    let mut gathered = Gathered::default();
    if !is_plan(reading) {
        walk::search(context, reading, measure, &mut gathered);
    }
    // A list in a workbook beside the report belongs to it.
    let sheets = context
        .readings
        .iter()
        .filter(|r| r.is_of(&context.criterion.code) && r.status.has_text() && r.summary().media.is_sheet())
        .filter(|r| !std::ptr::eq(*r, reading));
    let mut searched = Searched { documents: 1, pages: reading.summary().pages_read as usize, unreadable: 0 };
    for sheet in sheets {
        walk::search(context, sheet, measure, &mut gathered);
        searched.documents += 1;
        searched.pages += sheet.summary().pages_read as usize;
    }
    let Gathered { results, parts, others, asked, denials, doubts, unread, loose } = &gathered;
    if let Some(spot) = unread.first() {
        return verdicts::not_read(context, measure, expected, spot, searched);
    }
    let fact = measure.denominator_fact.as_ref().and_then(|name| context.facts.get(&context.subject.agency, name));
    // All of what was chosen, where only some of all there is must be done, gives way to a share of the whole.
    let is_of_some = |f: &&Found| f.figure.parts.is_none_or(|(part, whole)| part < whole) && f.figure.percent < 100.0;
    let reached = |f: &&Found| is_of_some(f) && reaches(f.figure.percent, measure.at_least);
    let has_share = measure.at_least < 100.0 && fact.is_none() && results.iter().any(|f| reached(&f));
    let results: Vec<Found> = results.iter().filter(|f| !has_share || is_of_some(f)).cloned().collect();
    // "… nâng số vấn đề đã xử lý lên 22/22": what was told before is overtaken.
    let last = results.iter().rfind(|f| f.is_final).cloned();
    let results: Vec<Found> = match &last {
        Some(last) => results
            .into_iter()
            .filter(|f| {
                f.is_final || f.spot.path != last.spot.path || f.sentence.is_none() || f.sentence > last.sentence
            })
            .collect(),
        None => results,
    };
    // The one with numerator and denominator says more: the others must agree with it.
    let best = results.iter().find(|f| f.figure.parts.is_some()).or(results.first());
    let Some(best) = best else {
        let told = denials.iter().find(|d| d.left.is_some() || d.at_most.is_some_and(|p| p <= measure.at_least));
        return match told
            .filter(|d| asked.is_empty() && doubts.is_empty() && (measure.at_least >= 100.0 || d.at_most.is_some()))
        {
            Some(denial) => verdicts::not_reached(context, measure, expected, denial),
            None if !asked.is_empty() => verdicts::not_understood(context, measure, expected, asked, searched),
            None if !parts.is_empty() => verdicts::only_parts(context, measure, expected, parts, searched),
            None => verdicts::undetermined(context, measure, expected, others, searched),
        };
    };
    if let Some(doubt) = doubts.first() {
        return verdicts::denied(context, measure, expected, best, doubt, searched);
    }
    let agrees = |f: &Found| f.figure.agrees(&best.figure, measure.at_least);
    if !results.iter().all(agrees) {
        return verdicts::contradictory(context, measure, expected, &results, searched);
    }
    // "45/45" here and "41/45" there, in words that were not understood or of a part that is told with the same whole.
    let differs = |f: &&Found| match (f.figure.parts, best.figure.parts) {
        (Some((part, whole)), Some((own, all))) => {
            (whole - all).abs() < 1e-9 && (part - own).abs() > 1e-9 && !f.is_of_time
        }
        _ => false,
    };
    let is_known = |f: &&Found| f.figure.parts.is_some() || f.figure.printed.is_some();
    let crosses = |f: &&Found| {
        is_known(f) && reaches(f.figure.percent, measure.at_least) != reaches(best.figure.percent, measure.at_least)
    };
    if let Some(other) = asked.iter().chain(parts).find(differs).or(asked.iter().find(crosses)) {
        let both = [best.clone(), other.clone()];
        return verdicts::contradictory(context, measure, expected, &both, searched);
    }
    // "Phụ lục ghi số đã giải ngân là 30 tỷ", where the report told another number.
    let is_apart = |at: &usize| best.sentence.is_some_and(|(own, _)| own != *at);
    let is_other =
        |number: &f64| best.figure.parts.is_some_and(|(part, _)| (part - number).abs() > 1e-6 * part.max(1.0));
    if let Some((_, number)) = loose.iter().find(|(at, number)| is_apart(at) && is_other(number)) {
        let other = Found {
            figure: gathered::Figure::counted(*number, best.figure.parts.map_or(1.0, |p| p.1)),
            ..best.clone()
        };
        return verdicts::contradictory(context, measure, expected, &[best.clone(), other], searched);
    }
    // "Về cải cách thể chế, hoàn thành 3/4": a part that was not done whole.
    let is_short = |f: &&Found| is_known(f) && f.figure.percent > 0.0 && f.figure.percent < 100.0 && !f.is_of_time;
    if measure.at_least >= 100.0
        && reaches(best.figure.percent, measure.at_least)
        && let Some(part) = parts.iter().find(is_short)
    {
        return verdicts::contradictory(context, measure, expected, &[best.clone(), part.clone()], searched);
    }
    // Where only some must be done, "12/12" and "đạt 100%" are most often all that a plan had chosen.
    let is_full = match best.figure.parts {
        Some((part, whole)) => part >= whole,
        None => best.figure.printed.is_some_and(|printed| printed.percent >= 100.0),
    };
    if is_full && measure.at_least < 100.0 && fact.is_none() && !measure.takes_all() && !best.names_all {
        return verdicts::all_of_some(context, measure, expected, best, searched);
    }
    if reaches(best.figure.percent, measure.at_least)
        && let Some(denial) = denials.iter().find(|d| match (d.left, d.at_most) {
            (Some(left), _) => left > 0.0 && measure.at_least >= 100.0,
            (_, Some(at_most)) => at_most <= best.figure.percent,
            _ => measure.at_least >= 100.0,
        })
    {
        return verdicts::denied(context, measure, expected, best, denial, searched);
    }
    verdicts::decided(context, measure, expected, best, fact)
}

fn is_plan(reading: &Reading) -> bool {
    matches!(reading.form.r#type.value.as_deref(), Some("KH" | "CTr" | "ĐA" | "PA" | "TTr" | "CT"))
}

#[cfg(test)]
mod doubt_tests;
#[cfg(test)]
mod scope_tests;
#[cfg(test)]
mod sentence_tests;
#[cfg(test)]
mod tests;
