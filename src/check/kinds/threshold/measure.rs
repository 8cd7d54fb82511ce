//! What a measure asks, and how it is written in a rule file.

use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::super::demand::Demand;
use crate::check::vocabulary::has_name;
use crate::rules::{CriterionTable, ItemReader, ItemTable, List, Phrase};

/// A ratio that must reach a threshold.
#[derive(Debug)]
pub(super) struct Measure {
    /// What is measured.
    pub(super) name: String,
    /// Where it is written.
    pub(super) clause: String,
    /// Deeds (classes of the lexicon, by name) that count as done.
    pub(super) deed: Vec<String>,
    /// Deeds that say that it was not done: "quá hạn" of what must be in time.
    pub(super) undone: Vec<String>,
    /// What is counted (classes of the lexicon, by name).
    pub(super) noun: Vec<String>,
    /// What happened to all of it: of the dossiers that were settled so many in time.
    pub(super) whole: Option<String>,
    /// Phrases that must all be told: beside the figure, over it or in the title.
    pub(super) about: Vec<Phrase>,
    /// Phrases that make it another measure.
    pub(super) without: Vec<Phrase>,
    /// Classes that only together are the whole: agencies of the province and of the districts.
    pub(super) parts: Vec<String>,
    /// Classes and words that narrow nothing here.
    pub(super) own: Vec<String>,
    /// Who hands out what is counted; what others hand out is something else.
    pub(super) giver: Vec<String>,
    /// Whose figures count.
    pub(super) whose: Whose,
    /// Bodies beside it that may do it.
    pub(super) by: Vec<String>,
    /// Any number above zero in the row of a list says that it was done.
    pub(super) any_number: bool,
    /// Threshold in percent.
    pub(super) at_least: f64,
    /// How it is counted is a proposal of the pack.
    pub(super) proposal: bool,
    /// Name of the fact that gives the true denominator.
    pub(super) denominator_fact: Option<String>,
}

impl Measure {
    /// True if all of them is no sign that only some were chosen: what is counted are not bodies that a plan chooses.
    pub(super) fn takes_all(&self) -> bool {
        self.whole.is_some() || self.whose == Whose::Agency
    }
}

/// Whose figures count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Whose {
    /// Those of the province, of all its bodies together.
    #[default]
    Province,
    /// Those of the agency that reports.
    Agency,
}

/// Most deeds, parts of a whole and phrases that a measure names: they are told apart by bits.
const MOST_NAMES: usize = 31;

fn first<T>(mut names: Vec<T>) -> Vec<T> {
    names.truncate(MOST_NAMES);
    names
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: Spanned<String>,
    name: String,
    clause: Option<String>,
    deed: Vec<Spanned<String>>,
    #[serde(default)]
    undone: Vec<Spanned<String>>,
    noun: Vec<Spanned<String>>,
    whole: Option<Spanned<String>>,
    #[serde(default)]
    about: Vec<Spanned<String>>,
    #[serde(default)]
    without: Vec<Spanned<String>>,
    #[serde(default)]
    parts: Vec<Spanned<String>>,
    #[serde(default)]
    own: Vec<String>,
    #[serde(default)]
    giver: Vec<Spanned<String>>,
    #[serde(default)]
    whose: Whose,
    #[serde(default)]
    by: Vec<String>,
    #[serde(default)]
    any_number: bool,
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
        let names = [&self.deed, &self.undone, &self.noun, &self.parts, &self.giver];
        for name in names.into_iter().flatten().chain(&self.whole) {
            if !has_name(criterion.words, name.get_ref()) {
                let help = "use a name of the lexicon, which `kiemchung statements FILE` shows with the words of a document, or add one in vocabulary.toml";
                file.bad_name(name, "the lexicon has no such name", help);
            }
        }
        let plain = |names: Vec<Spanned<String>>| names.into_iter().map(Spanned::into_inner).collect::<Vec<String>>();
        if [self.deed.len(), self.parts.len(), self.about.len()].into_iter().any(|count| count > MOST_NAMES) {
            file.bad_value(
                &self.at_least,
                "a measure has too many deeds, parts or phrases",
                "name a class of the lexicon that holds them",
            );
        }
        let measure = Measure {
            name: self.name,
            clause: self.clause.unwrap_or_else(|| criterion.clause.to_owned()),
            deed: first(plain(self.deed)),
            undone: plain(self.undone),
            noun: plain(self.noun),
            whole: self.whole.map(Spanned::into_inner),
            about: first(file.phrases(&self.about)),
            without: file.phrases(&self.without),
            parts: first(plain(self.parts)),
            own: self.own,
            giver: plain(self.giver),
            whose: self.whose,
            by: self.by,
            any_number: self.any_number,
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
