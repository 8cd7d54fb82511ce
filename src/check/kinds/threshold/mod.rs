//! A ratio against its threshold (mức đạt).
//!
//! `measures = ["id"]` of an item names a `[[measure]]` of the criterion: `phrases` that stand beside the figure, `without`,
//! what it `counts`, `at_least` in percent, and `denominator_fact`, the assessor's figure for the whole. A figure counts
//! only in the sentence, row or column that holds the measure's phrases; goals and what was not reached never count;
//! numerator and denominator beat a bare percentage and are recomputed; two different results, or none, are a question;
//! a plan never proves a result, nor does a part the whole, nor a result that the document itself denies.

mod account;
mod alike;
mod caption;
mod cells;
mod codes;
mod gathered;
mod measure;
mod names;
mod rows;
mod scope;
mod sentences;
mod share;
mod standing;
mod tables;
mod triple;
mod verdicts;
mod whole;

use super::demand::{Context, Demand, Kind};
use crate::check::finding::Searched;
use crate::check::outcome::Outcome;
use crate::message::Said;
use crate::reading::Reading;
use crate::statement::ratio::{Figure, reaches};
use codes::{BELOW, CHECK, DIFFERS, MISCOUNTED, NOT_VERIFIED, UNCLEAR};
use gathered::{Denial, Found, Gathered};
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
        sentences::search(context, reading, measure, &mut gathered);
        tables::search(context, reading, measure, &mut gathered);
    }
    // A list in a workbook beside the report belongs to it.
    let sheets = context
        .readings
        .iter()
        .filter(|r| r.is_of(&context.criterion.code) && r.status.has_text() && r.summary().media.is_sheet());
    let mut searched = Searched { documents: 1, pages: reading.summary().pages_read as usize, unreadable: 0 };
    for sheet in sheets {
        tables::search(context, sheet, measure, &mut gathered);
        searched.documents += 1;
        searched.pages += sheet.summary().pages_read as usize;
    }
    keep_totals(&mut gathered);
    let Gathered { results, parts, goals, denials } = gathered;
    // The one with numerator and denominator says more: the others must agree with it.
    let Some(best) = results.iter().find(|f| f.figure.parts.is_some()).or(results.first()) else {
        return match parts.is_empty() {
            true => verdicts::undetermined(context, measure, expected, goals, searched),
            false => verdicts::only_parts(context, measure, expected, &parts, searched),
        };
    };
    let agrees = |f: &Found| f.figure.agrees(&best.figure, measure.at_least);
    let fact = measure.denominator_fact.as_ref().and_then(|name| context.facts.get(&context.subject.agency, name));
    // Parts that agree are no whole that could be held against the assessor's count.
    let is_split = fact.is_some() && fractions(&results).len() > 1;
    if is_split || !results.iter().all(agrees) {
        return verdicts::contradictory(context, measure, expected, &results, searched);
    }
    // Where only some must be done, "12/12" is most often all that a plan had chosen.
    if let Some((part, whole)) = best.figure.parts
        && (part >= whole && measure.at_least < 100.0 && fact.is_none())
    {
        return verdicts::all_of_some(context, measure, expected, best, searched);
    }
    let unfinished = parts.iter().filter(|_| measure.at_least >= 100.0).filter_map(Found::denial);
    let denials: Vec<Denial> = denials.into_iter().chain(unfinished).collect();
    if reaches(best.figure.percent, measure.at_least)
        && let Some(denial) = denials.iter().find(|d| d.contradicts(best.figure.percent))
    {
        return verdicts::denied(context, measure, expected, best, denial, searched);
    }
    verdicts::decided(context, measure, expected, best, fact)
}

fn is_plan(reading: &Reading) -> bool {
    matches!(reading.form.r#type.value.as_deref(), Some("KH" | "CTr" | "ĐA" | "PA" | "TTr" | "CT"))
}

/// The different fractions among results.
fn fractions<'a>(results: impl IntoIterator<Item = &'a Found>) -> Vec<(f64, f64)> {
    let mut different: Vec<(f64, f64)> = Vec::new();
    for parts in results.into_iter().filter_map(|f| f.figure.parts).filter(|p| p.1 > 0.0) {
        if !different.contains(&parts) {
            different.push(parts);
        }
    }
    different
}

/// Where one fraction is the sum of all the others (10/35 of 8/20 and 2/15) it speaks for the whole: the others go, and
/// the bare percentages that repeat them. The others may have been told as parts.
fn keep_totals(gathered: &mut Gathered) {
    let Gathered { results, parts, goals, .. } = gathered;
    let all = fractions(results.iter().chain(&*parts).chain(&*goals));
    let sum = |of: &[(f64, f64)]| of.iter().fold((0.0, 0.0), |sum, f| (sum.0 + f.0, sum.1 + f.1));
    let is_total_of = |of: &[(f64, f64)], f: &(f64, f64)| {
        let (done, whole) = sum(of);
        of.len() > 2 && (2.0 * f.0 - done).abs() < 1e-9 && (2.0 * f.1 - whole).abs() < 1e-9
    };
    let own = fractions(&*results);
    let Some(total) = own.iter().find(|f| is_total_of(&own, f) || is_total_of(&all, f)).copied() else { return };
    let parts: Vec<Figure> =
        results.iter().map(|f| &f.figure).filter(|f| f.parts.is_some_and(|p| p != total)).cloned().collect();
    results.retain(|f| match f.figure.parts {
        Some(own) => own == total,
        None => !parts.iter().any(|p| p.agrees(&f.figure, -1.0)),
    });
}

#[cfg(test)]
mod doubt_tests;
#[cfg(test)]
mod scope_tests;
#[cfg(test)]
mod sentence_tests;
#[cfg(test)]
mod tests;
