//! What a measure asks, and how it is written in a rule file.

use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::super::demand::Demand;
use crate::rules::{CriterionTable, ItemReader, ItemTable, List, Phrase};

/// A ratio that must reach a threshold.
#[derive(Debug)]
pub(super) struct Measure {
    /// What is measured.
    pub(super) name: String,
    /// Where it is written.
    pub(super) clause: String,
    /// Phrases that must all stand in the sentence, row or column of the figure.
    pub(super) phrases: Vec<Phrase>,
    /// Phrases that make it another measure.
    pub(super) without: Vec<Phrase>,
    /// What the ratio is a share of, as alternatives (`cơ quan|đơn vị|huyện`): a figure of something else in such a sentence
    /// does not count. Not given: every figure beside the phrases counts. Alternatives with `đơn vị` are units, which are
    /// told by what was done to them; others are work, told by their own noun beside the figure.
    pub(super) counts: Option<Phrase>,
    /// Threshold in percent.
    pub(super) at_least: f64,
    /// How it is counted is a proposal of the pack.
    pub(super) proposal: bool,
    /// Name of the fact that gives the true denominator.
    pub(super) denominator_fact: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: Spanned<String>,
    name: String,
    clause: Option<String>,
    phrases: Vec<Spanned<String>>,
    #[serde(default)]
    without: Vec<Spanned<String>>,
    counts: Option<Spanned<String>>,
    at_least: Spanned<f64>,
    #[serde(default)]
    proposal: bool,
    denominator_fact: Option<String>,
}

impl Raw {
    fn checked(self, criterion: &CriterionTable<'_>) -> (Spanned<String>, Arc<Measure>) {
        let file = criterion.file;
        let threshold = *self.at_least.get_ref();
        if !(threshold > 0.0 && threshold <= 100.0) {
            file.bad_value(&self.at_least, "a threshold is a percentage above 0 and up to 100", "");
        }
        if self.phrases.is_empty() {
            file.bad_value(&self.id, "a measure without phrases would take any figure", "add phrases = [...]");
        }
        let measure = Measure {
            name: self.name,
            clause: self.clause.unwrap_or_else(|| criterion.clause.to_owned()),
            phrases: file.phrases(&self.phrases),
            without: file.phrases(&self.without),
            counts: self.counts.and_then(|words| file.phrases(&[words]).pop()),
            at_least: threshold,
            proposal: self.proposal,
            denominator_fact: self.denominator_fact,
        };
        (self.id, Arc::new(measure))
    }
}

/// Reads the measures of a criterion, and which of them each item requires.
pub(super) struct Measures {
    /// With the number of items that require it.
    measures: Vec<(Spanned<String>, Arc<Measure>, usize)>,
    /// False if one could not be read: it may be the one that an item names.
    is_whole: bool,
}

impl Measures {
    pub(super) fn open(criterion: &CriterionTable<'_>) -> Self {
        let raw: List<Raw> = criterion.list("measure");
        let checked = raw.entries.into_iter().map(|raw| raw.checked(criterion));
        Self { measures: checked.map(|(id, measure)| (id, measure, 0)).collect(), is_whole: raw.is_whole }
    }
}

impl ItemReader<Arc<dyn Demand>> for Measures {
    fn item(&mut self, item: &ItemTable<'_>) -> Vec<Arc<dyn Demand>> {
        let mut demands: Vec<Arc<dyn Demand>> = Vec::new();
        for name in &item.list::<Spanned<String>>("measures").entries {
            match self.measures.iter_mut().find(|(id, ..)| id.get_ref() == name.get_ref()) {
                Some((_, measure, uses)) => {
                    *uses += 1;
                    demands.push(Arc::clone(measure) as Arc<dyn Demand>);
                }
                None if !self.is_whole => {}
                None => {
                    item.file.bad_name(name, "this criterion has no such measure", "add a [[measure]] with this id");
                }
            }
        }
        demands
    }

    fn close(&mut self, criterion: &CriterionTable<'_>) {
        for (id, ..) in self.measures.iter().filter(|(.., uses)| *uses == 0) {
            let help = "name it in measures = [...] of an item";
            criterion.file.bad_name(id, "no item requires this measure", help);
        }
    }
}
