//! A statement held against a measure: does it tell of it, of all of it, and what does it say?

use super::super::super::demand::Context;
use super::super::measure::{Measure, Whose};
use crate::reading::Reading;
use crate::rules::Phrase;
use crate::statement::{Amount, Class, Figure, Group, Lexicon, Name, Span, Statement, Token, span};
use crate::statement::{names, tokens, words_of};
use crate::text::Key;
use crate::text::symbol::DocumentNumber;

/// What stands over a statement.
#[derive(Clone, Copy)]
pub(in super::super) struct Over<'a> {
    /// Heads and captions, the nearest last.
    pub(in super::super) heads: &'a [&'a [Token]],
    pub(in super::super) is_ahead: bool,
    /// What it is about was told right before it.
    pub(in super::super) goes_on: bool,
    /// The short line before it, which may say what it is about.
    pub(in super::super) lead: Option<&'a [Token]>,
    /// Which phrases that the measure must be told with are told there, or in the title, as bits.
    pub(in super::super) told: u32,
    /// What the measure counts is named there, or in the title.
    pub(in super::super) names_counted: bool,
    /// The deed is named in the heads or the line before.
    pub(in super::super) names_deed: bool,
    /// One of them names the whole measure: deed, what is counted and all phrases that it must be told with.
    pub(in super::super) names_measure: bool,
}

/// Holds statements against one measure, in one document.
pub(in super::super) struct Fit<'a> {
    pub(in super::super) measure: &'a Measure,
    pub(super) lexicon: &'a Lexicon,
    pub(in super::super) year: i16,
    /// The deed is that something was completed.
    pub(super) completes: bool,
    /// The deed is that it was done in time.
    pub(super) is_timely: bool,
    pub(super) deed: Vec<Name>,
    pub(super) undone: Vec<Name>,
    pub(super) noun: Vec<Name>,
    pub(super) whole: Option<Name>,
    pub(super) parts: Vec<Name>,
    pub(super) giver: Vec<Name>,
    pub(super) own: Vec<Name>,
    pub(super) own_words: Vec<Vec<String>>,
    pub(super) known: Known,
    pub(super) bodies: Vec<String>,
    pub(super) numbers: Vec<&'a DocumentNumber>,
    pub(super) title: &'a [Token],
    pub(super) title_told: u32,
    pub(super) title_span: Span,
    pub(super) place: String,
}

/// Names of the lexicon that matter for each measure.
pub(super) struct Known {
    pub(super) paper: Option<Name>,
    pub(super) agency: Option<Name>,
    pub(super) reform: Option<Name>,
    pub(super) districts: Option<Name>,
    pub(super) province: Option<Name>,
    /// Bodies that stand for the whole province.
    pub(super) whole: Vec<Name>,
    /// Bodies that stand for many.
    pub(super) collective: Vec<Name>,
    /// Bodies that stand for the agency itself.
    pub(super) own: Vec<Name>,
    pub(super) government: Option<Name>,
    pub(super) team: Option<Name>,
}

impl Known {
    fn of(lexicon: &Lexicon) -> Self {
        let body = |name: &str| lexicon.name(Group::Body, name);
        let bodies = |names: &[&str]| names.iter().filter_map(|name| body(name)).collect();
        Self {
            paper: lexicon.name(Group::Noun, names::PAPER),
            agency: lexicon.name(Group::Noun, names::AGENCY),
            reform: lexicon.name(Group::Field, names::REFORM),
            districts: body("districts"),
            province: body("province"),
            whole: bodies(&["province", "provincial-agencies", "all"]),
            collective: bodies(&["province", "provincial-agencies", "districts", "all", "team"]),
            own: bodies(&["all", "own"]),
            government: body("government"),
            team: body("team"),
        }
    }
}

pub(super) fn has_name(token: &Token, name: Option<Name>) -> bool {
    name.is_some_and(|name| token.has(name))
}

impl<'a> Fit<'a> {
    pub(in super::super) fn new(
        context: &Context<'a>,
        reading: &'a Reading,
        measure: &'a Measure,
        title: &'a [Token],
    ) -> Self {
        let lexicon = context.tellings.lexicon();
        let name = |name: &String| {
            [Group::Deed, Group::Noun, Group::Body, Group::Field]
                .into_iter()
                .find_map(|group| lexicon.name(group, name.strip_prefix(group.prefix()).unwrap_or(name)))
        };
        let names = |of: &[String]| of.iter().filter_map(name).collect::<Vec<Name>>();
        let words = |text: &str| Key::new(text).as_str().split(' ').map(str::to_owned).collect::<Vec<_>>();
        let phrases = measure.about.iter().flat_map(|p| p.alternatives.iter().map(|a| words(a.as_str())));
        let free = measure.own.iter().filter(|own| name(own).is_none()).map(|own| words(own));
        let issuer = reading.form.issuer.value.as_deref();
        let own_body = issuer.into_iter().chain(measure.by.iter().map(String::as_str));
        let period = reading.period();
        let title_span = match period {
            Some(p) if p.year.is_some_and(|y| y != context.year) => Span::Other,
            Some(p) if p.period != crate::text::period::Period::YEAR => Span::Part,
            Some(_) => Span::Year,
            None => match span(title.iter(), context.year) {
                Span::Part => Span::Part,
                _ => Span::Untold,
            },
        };
        Self {
            measure,
            lexicon,
            year: context.year,
            completes: measure.deed.iter().any(|d| lexicon.senses(d).is_some_and(|s| s.is(Class::Done))),
            is_timely: measure.deed.iter().any(|d| lexicon.senses(d).is_some_and(|s| s.is(Class::OnTime))),
            deed: names(&measure.deed),
            undone: names(&measure.undone),
            noun: names(&measure.noun),
            whole: measure.whole.as_ref().and_then(name),
            parts: names(&measure.parts),
            giver: names(&measure.giver),
            own: names(&measure.own),
            own_words: phrases
                .chain(free)
                .chain(issuer.map(words).filter(|_| measure.whose == Whose::Agency))
                .collect(),
            known: Known::of(lexicon),
            bodies: own_body.map(|body| Key::new(body).as_str().to_owned()).collect(),
            numbers: context.criterion.evidence.iter().filter_map(|e| e.matching.number.as_ref()).collect(),
            title,
            title_told: told(&measure.about, title),
            title_span,
            place: Key::new(context.place).as_str().to_owned(),
        }
    }

    pub(super) fn is_paper(&self, token: &Token) -> bool {
        has_name(token, self.known.paper)
    }

    /// True if a text names what the measure counts and has all phrases that it must be told with, but those of the title.
    pub(in super::super) fn may_tell(&self, text: &str) -> bool {
        let words = tokens(text, self.lexicon);
        self.told(&words) | self.title_told == self.all_told() && words.iter().any(|t| self.is_noun(t))
    }

    /// True if a cell tells of the measure by itself, in a sentence.
    pub(in super::super) fn is_sentence(&self, statement: &Statement) -> bool {
        let has = |names: &[Name]| statement.words.iter().any(|t| self.has(t, names));
        statement.words.len() >= 4 && has(&self.deed) && has(&self.noun)
    }

    /// True if words tell of the deed on what is counted.
    pub(in super::super) fn is_told_by(&self, words: &[Token]) -> bool {
        words.iter().any(|t| self.has(t, &self.deed)) && words.iter().any(|t| self.has(t, &self.noun))
    }

    /// True if words tell all that the measure must be told with, where that is more than what it counts.
    pub(in super::super) fn tells_about(&self, words: &[Token]) -> bool {
        self.measure.about.len() > 1 && self.told(words) == self.all_told()
    }

    /// True if words name something else than others that do: "văn bản" beside "cơ quan", but not "hồ sơ trực tuyến" beside "hồ
    /// sơ".
    pub(in super::super) fn is_other_sort(&self, words: &[Token], beside: &[Token]) -> bool {
        let head = |t: &Token| t.text.split(' ').take(2).map(str::to_owned).collect::<Vec<_>>();
        let own = beside.iter().filter(|t| self.is_noun(t)).map(head).collect::<Vec<_>>();
        self.is_of_others(words) && !words.iter().any(|t| own.contains(&head(t)))
    }

    /// True if words tell of something else alone.
    pub(in super::super) fn is_of_others(&self, words: &[Token]) -> bool {
        words.iter().any(|t| t.is_of(self.lexicon, Group::Noun)) && !words.iter().any(|t| self.is_counted(t))
    }

    /// True for the name of what the measure counts, of a part of it or of its deed.
    pub(super) fn is_counted(&self, token: &Token) -> bool {
        [&self.noun, &self.parts, &self.deed].iter().any(|own| self.has(token, own))
    }

    /// True for the name of what the measure counts.
    pub(in super::super) fn is_noun(&self, token: &Token) -> bool {
        self.has(token, &self.noun)
    }

    /// Which phrases that the measure must be told with words tell, as bits.
    pub(in super::super) fn told(&self, words: &[Token]) -> u32 {
        told(&self.measure.about, words)
    }

    pub(in super::super) fn year(&self) -> i16 {
        self.year
    }

    /// What stands over a statement: `heads`, and `lead`, a short line before it; `labels` may name what is counted too.
    pub(in super::super) fn over<'h>(
        &self,
        heads: &'h [&'h [Token]],
        lead: Option<&'h [Token]>,
        labels: &[&[Token]],
        is_ahead: bool,
    ) -> Over<'h> {
        let above = || heads.iter().copied().chain(lead);
        let counts = |tokens: &[Token]| tokens.iter().any(|t| self.is_noun(t));
        Over {
            heads,
            is_ahead,
            goes_on: false,
            lead,
            told: above().fold(self.title_told, |sum, tokens| sum | told(&self.measure.about, tokens)),
            names_measure: above().any(|tokens| self.is_told_by(tokens) && self.told(tokens) == self.all_told()),
            names_deed: above().any(|tokens| tokens.iter().any(|t| self.has(t, &self.deed))),
            names_counted: above().chain(labels.iter().copied()).chain([self.title]).any(counts),
        }
    }

    pub(super) fn has(&self, token: &Token, names: &[Name]) -> bool {
        names.iter().any(|name| token.has(*name))
    }

    /// True if the statement itself says what it is about.
    pub(in super::super) fn names_itself(&self, statement: &Statement) -> bool {
        !self.measure.about.is_empty() && self.told(&statement.words) == self.all_told()
    }

    /// The words that must be told are told: beside the figure, over it or in the title; and none that make it another
    /// measure.
    pub(super) fn is_about(&self, statement: &Statement, over: Over<'_>) -> bool {
        if self.measure.about.is_empty() && self.measure.without.is_empty() {
            return true;
        }
        let tells_other = |tokens: &[Token]| {
            let words = words_of(tokens);
            self.measure.without.iter().any(|phrase| phrase.is_in_folded(&words))
        };
        if !self.measure.without.is_empty() && [&statement.words, &statement.around].into_iter().any(|t| tells_other(t))
        {
            return false;
        }
        let is_of_units = !self.parts.is_empty() && matches!(statement.figure, Figure::Amount(Amount::Number(_)));
        let has_deed = || statement.words.iter().chain(&statement.verbs).any(|t| self.has(t, &self.deed));
        let missing = self.all_told() & !over.told;
        if over.goes_on || missing == 0 || is_of_units && !has_deed() {
            return true;
        }
        let excepts = statement.words.iter().any(|t| t.is(Class::Except)) || statement.is_excepted;
        let rest: &[Token] = if excepts { &statement.behind } else { &[] };
        let near = [statement.words.as_slice(), &statement.led_by, rest, &statement.before];
        near.into_iter().fold(0, |sum, tokens| sum | told(&self.measure.about, tokens)) & missing == missing
    }

    /// All phrases that the measure must be told with, as bits.
    pub(super) fn all_told(&self) -> u32 {
        (1_u32 << self.measure.about.len()) - 1
    }

    /// Which parts of the whole words name, as bits.
    pub(super) fn parts_of(&self, words: &[Token]) -> u32 {
        bits(&self.parts, words)
    }

    pub(super) fn deeds_of(&self, words: &[Token]) -> u32 {
        bits(&self.deed, words)
    }

    /// All deeds together.
    pub(in super::super) fn all_deeds(&self) -> u32 {
        (1_u32 << self.deed.len()) - 1
    }

    /// All parts together.
    pub(in super::super) fn all_parts(&self) -> u32 {
        (1_u32 << self.parts.len()) - 1
    }
}

/// Which of the phrases words tell, as bits.
fn told(phrases: &[Phrase], tokens: &[Token]) -> u32 {
    if phrases.is_empty() || tokens.is_empty() {
        return 0;
    }
    let words = words_of(tokens);
    let bit = |(n, phrase): (usize, &Phrase)| if phrase.is_in_folded(&words) { 1_u32 << n } else { 0 };
    phrases.iter().enumerate().map(bit).sum()
}

/// Which of the names words have, as bits.
fn bits(names: &[Name], words: &[Token]) -> u32 {
    let bit = |(n, name): (usize, &Name)| if words.iter().any(|t| t.has(*name)) { 1_u32 << n } else { 0 };
    names.iter().enumerate().map(bit).sum()
}
