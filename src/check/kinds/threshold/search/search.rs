//! What the statements of a document say of a measure, in order, and the accounts that they make.

use super::super::account::{Account, Sum};
use super::super::fit::{Entry, Fit, Over, Role, Scope};
use super::super::gathered::{Denial, Figure, Found, Gathered, Spot, reaches};
use crate::reading::Reading;
use crate::statement::{Class, Modality, Paragraph, Printed, Span, Token, span};
use crate::text::sentence::is_addressed;

/// Most sentences, and paragraphs, that may lie between what an account tells.
const NEAR: usize = 6;

/// Characters of a passage that was not read that are enough to find it.
const BEGINNING: usize = 160;

/// Longest line that heads the paragraph behind it, in bytes.
const HEAD: usize = 160;

/// A document that is searched.
pub(in super::super) struct Search<'a, 'g> {
    pub(in super::super) reading: &'a Reading,
    pub(in super::super) fit: &'a Fit<'a>,
    pub(in super::super) account: Account<'a>,
    /// Paragraph and sentence of the last entry.
    pub(super) last: Option<(usize, usize)>,
    /// All totals that were told.
    pub(super) totals: Vec<f64>,
    /// The sentence in which all is told of those alone for which the deed, or another one, was done.
    pub(super) base_at: Option<(usize, usize)>,
    /// What became of the statement before this one.
    pub(super) fate: Fate,
    /// Paragraph and sentence of the statement before this one.
    pub(super) fate_at: Option<(usize, usize)>,
    /// The part that the statement before this one told of, or the words of it that were not understood.
    pub(super) part: Option<Scope>,
    /// The statement before this one told a share of what was left.
    pub(super) is_rest: bool,
    /// The statement before this one told what was left.
    pub(super) is_left: bool,
    /// The statement before this one told only about how much.
    pub(super) is_vague: bool,
    /// Where the measure was told of last.
    pub(super) told_at: Option<(usize, usize)>,
    /// The deeds of the last ratio, as bits.
    pub(super) ratio_deeds: u32,
    /// The line before this paragraph, if it heads it.
    pub(super) lead: Option<&'a [Token]>,
    /// The line that opened the list of which this paragraph is an item, or which ended right before it.
    pub(super) intro: Option<&'a [Token]>,
    /// Ratios of parts of the whole that are told apart by name.
    pub(super) by_parts: Vec<Entry<'a>>,
    pub(in super::super) found: &'g mut Gathered,
}

impl<'a, 'g> Search<'a, 'g> {
    pub(in super::super) fn new(reading: &'a Reading, fit: &'a Fit<'a>, found: &'g mut Gathered) -> Self {
        Search {
            reading,
            fit,
            account: Account::default(),
            last: None,
            fate: Fate::Nothing,
            fate_at: None,
            totals: Vec::new(),
            part: None,
            base_at: None,
            is_rest: false,
            is_left: false,
            is_vague: false,
            told_at: None,
            ratio_deeds: 0,
            lead: None,
            intro: None,
            by_parts: Vec::new(),
            found,
        }
    }

    /// What a paragraph tells.
    pub(in super::super) fn paragraph(&mut self, number: usize, paragraph: &'a Paragraph) {
        let lead = self.lead_of(paragraph);
        let heads: Vec<&[Token]> = paragraph.headings.iter().map(|h| h.as_slice()).collect();
        if paragraph.statements.is_empty() {
            for sentence in 0..paragraph.sentences.len() {
                self.doubts(paragraph, (number, sentence));
            }
            return;
        }
        let over = self.fit.over(&heads, lead, &[], paragraph.is_ahead);
        let mut taken = 0;
        for statement in &paragraph.statements {
            let was_told = self
                .told_at
                .is_some_and(|(p, s)| statement.at.0 == p && statement.at.1 <= s + 2 || statement.at.0 == p + 1);
            let goes_on = (self.account.has_total() || was_told) && self.is_near(statement.at);
            let over = Over { goes_on, ..over };
            // Sentences that take figures back stand among those that tell them.
            while taken < statement.at.1 {
                self.doubts(paragraph, (number, taken));
                taken += 1;
            }
            // Figures in cells of tables are read with their heads.
            let is_cell_figure = paragraph.is_cell && !self.fit.is_sentence(statement);
            let entry = self.fit.entry(statement, over).filter(|_| !is_cell_figure);
            if entry.is_some() {
                self.told_at = Some(statement.at);
            }
            // "Sở giải ngân 91%, còn các đơn vị trực thuộc giải ngân 70%".
            if let Some(Entry { role: Role::Percent(printed), scope: Scope::Part(_), .. }) = &entry
                && !reaches(printed.percent, self.fit.measure.at_least)
                && self.fit.sets_against(statement)
                && self.found.results.iter().any(|f| f.sentence == Some(statement.at))
            {
                let spot = self.spot(statement.range.clone());
                self.found.doubts.push(Denial::without_figure(spot));
            }
            // A bare figure says again what the one before it said.
            let is_repeat = statement.is_bare && self.fate_at == Some(statement.at);
            match entry {
                // "khoảng hai phần ba, cụ thể 20,4/30,6": the exact figure behind a vague one.
                Some(entry) if is_repeat && self.is_vague && matches!(entry.role, Role::Ratio(..)) => self.take(entry),
                Some(entry) if is_repeat => self.repeat(&entry),
                Some(mut entry) => {
                    // "Sở A được giao 11 nhiệm vụ, đã hoàn thành 11/11": of the same office.
                    // "…, đưa kết quả cả năm lên 40/40" behind what was done in a quarter.
                    let is_of_year = |scope: &Scope| *scope == Scope::Part(Vec::new()) && statement.span == Span::Year;
                    if let Some(scope) = self.part.take().filter(|_| self.fate_at == Some(statement.at))
                        && entry.scope == Scope::Whole
                        && !is_of_year(&scope)
                        && !statement.around.iter().chain(&statement.led_by).any(|t| t.is(Class::Sum))
                        && !self.fit.names_itself(statement)
                    {
                        entry.scope = scope;
                    }
                    // "Chung cả hai cấp: 2/36", where 36 were told before.
                    if let Role::Ratio(_, whole) = entry.role
                        && entry.scope == Scope::Part(Vec::new())
                        && self.fit.begins_sum(statement)
                        && self.account.only_total() == Some(whole)
                    {
                        entry.scope = Scope::Whole;
                    }
                    if self.base_at == Some(statement.at) && entry.scope == Scope::Whole {
                        entry.scope = Scope::Part(Vec::new());
                    }
                    if let Role::Done(number) = entry.role
                        && self.account.tells_totals(statement.at)
                        && self.fit.is_sum_of_numbers(statement)
                    {
                        self.account.restart();
                        entry.role = Role::Total(number);
                    }
                    let is_narrow = matches!(entry.scope, Scope::Part(_) | Scope::Asked(_));
                    self.part = is_narrow.then(|| entry.scope.clone());
                    self.fate = Fate::of(&entry);
                    self.is_left = entry.is_left;
                    self.is_rest = entry.is_left && matches!(entry.role, Role::LeftPercent(_) | Role::Ratio(..));
                    self.is_vague =
                        statement.because.iter().all(|t| t.is(Class::Approximate)) && !statement.because.is_empty();
                    self.take(entry);
                }
                None if self.fate == Fate::Result && self.fit.counts_others(statement) => {
                    let spot = self.spot(statement.range.clone());
                    self.found.doubts.push(Denial::without_figure(spot));
                }
                None if is_repeat => {}
                None => {
                    (self.fate, self.is_vague) = (Fate::Nothing, false);
                    // "Chi thường xuyên giao 17 tỷ đồng, đã giải ngân 16 tỷ đồng": of the same part.
                    if self.fit.is_base(statement) {
                        self.base_at = Some(statement.at);
                    }
                    let words = self.fit.narrowing(statement);
                    self.part = Some(Scope::Part(words.clone())).filter(|_| !words.is_empty());
                }
            }
            self.fate_at = Some(statement.at);
        }
        for sentence in taken..paragraph.sentences.len() {
            self.doubts(paragraph, (number, sentence));
        }
    }

    /// The line that heads a paragraph: the one right before it, or the one that opened its list.
    fn lead_of(&mut self, paragraph: &'a Paragraph) -> Option<&'a [Token]> {
        let first = paragraph.sentences.first();
        let is_item =
            first.and_then(|s| s.tokens.first()).is_some_and(|t| ['-', '+', '*', '•'].iter().any(|c| t.is_mark(*c)));
        let before = self.lead.take();
        let lead = match is_item {
            true => {
                self.intro = before.or(self.intro);
                self.intro
            }
            false => before.or(self.intro.take()),
        };
        // A short line without a result heads what follows, and so does a sentence that ends with a colon.
        let tells = paragraph.statements.iter().any(|s| s.modality == Modality::Told);
        let is_short = paragraph.range.len() < HEAD && !tells && !paragraph.is_cell;
        let ends_open = |s: &&crate::statement::Sentence| s.tokens.last().is_some_and(|t| t.is_mark(':'));
        let opening = paragraph.sentences.last().filter(|s| ends_open(s) && !paragraph.is_cell);
        let text = &self.reading.flow().as_str()[paragraph.range.clone()];
        self.lead = first.filter(|_| is_short && !is_addressed(text)).or(opening).map(|s| s.tokens.as_slice());
        lead
    }

    /// "Số liệu này sau đó được xác định là sai", "Hai cơ quan đang đối chiếu lại".
    fn doubts(&mut self, paragraph: &Paragraph, at: (usize, usize)) {
        let Some(sentence) = paragraph.sentences.get(at.1) else { return };
        let has = |classes: &[Class]| sentence.tokens.iter().any(|t| t.senses.is_any(classes));
        let is_about_figures = has(&[Class::Data]);
        let takes_back =
            &[Class::Dispute, Class::Retract, Class::Planned, Class::Hearsay, Class::Estimate, Class::Condition];
        // "Số liệu này chưa được xác nhận".
        let is_denied = has(&[Class::NotCounted]) || has(&[Class::Negation]) && !has(&[Class::Done]);
        // "(1) Gồm cả nhiệm vụ đang trình phê duyệt."
        let is_noted = self.is_footnote(&sentence.tokens) && self.fit.is_narrowed_by(&sentence.tokens);
        // "Số liệu tính đến 30/11/2018", right behind a result.
        let is_behind = |f: &Found| {
            let stands_behind = f.sentence.is_some_and(|(p, s)| p == at.0 && s < at.1 || p + 1 == at.0);
            stands_behind && f.spot.path == self.reading.file.path
        };
        let is_bounded = self.found.results.iter().any(is_behind)
            && !sentence.tokens.iter().any(|t| t.amount().is_some())
            && span(sentence.tokens.iter(), self.fit.year) == Span::Until;
        let doubts = is_about_figures && (has(takes_back) || is_denied || is_bounded) || is_noted;
        if doubts {
            let range = paragraph.range.start + sentence.range.start..paragraph.range.start + sentence.range.end;
            let spot = self.spot(range);
            self.found.doubts.push(Denial::without_figure(spot));
        }
    }

    /// "(1) …", "(*) …" behind what was told.
    fn is_footnote(&self, tokens: &[Token]) -> bool {
        let mut marks =
            tokens.iter().take(3).map(|t| t.is_mark('(') || t.is_mark(')') || t.is_mark('*') || t.amount().is_some());
        !self.found.results.is_empty() && marks.next() == Some(true) && marks.all(|is| is)
    }

    /// True if a sentence stands near the last entry.
    pub(super) fn is_near(&self, at: (usize, usize)) -> bool {
        self.last.is_none_or(|(p, s)| at.0 == p && at.1 <= s + NEAR || at.0 > p && at.0 <= p + NEAR)
    }

    /// How many there are by the words over a table.
    pub(in super::super) fn told_number(&self, grid: &crate::statement::Grid) -> Option<f64> {
        let of = |tokens: &[Token]| {
            let number = |pair: &[Token]| {
                let count = pair[0].amount().and_then(crate::statement::Amount::plain)?;
                self.fit.is_noun(&pair[1]).then_some(count)
            };
            tokens.windows(2).rev().find_map(number)
        };
        grid.captions.iter().rev().find_map(|c| of(c)).or_else(|| self.account.only_total())
    }

    /// Forgets an account that a list has taken the place of.
    pub(in super::super) fn drop_account(&mut self) {
        self.account = Account::default();
        self.last = None;
    }

    /// Ends the account and adds what it comes to.
    pub(in super::super) fn close(&mut self) {
        let account = std::mem::take(&mut self.account);
        self.last = None;
        let Some(last) = account.last.clone() else { return };
        match account.sum_of_pieces().or_else(|| account.sum(self.fit.all_parts())) {
            _ if account.is_narrow && !account.has_total() => {
                let found = self.found(&last, Figure::percent(0.0), Vec::new());
                self.found.parts.push(found);
            }
            // Some of it was told of a part, or in words that were not understood: there may be more.
            Some(Sum::Of(part, whole))
                if account.is_open(part, whole) && !reaches(100.0 * part / whole, self.fit.measure.at_least) =>
            {
                let found = self.found(&last, Figure::counted(part, whole), Vec::new());
                self.found.parts.push(found);
            }
            // Of several deeds that count one alone is told.
            Some(Sum::Of(part, whole)) if part < whole && account.is_partial(self.fit.all_deeds()) => {
                let found = self.found(&last, Figure::counted(part, whole), Vec::new());
                self.found.parts.push(found);
            }
            // "Giao 40 tỷ, bổ sung 5 tỷ": of which of several totals is not told.
            Some(Sum::Of(part, whole)) if self.totals.iter().any(|t| self.crosses(part, whole, *t)) => {
                let found = self.found(&last, Figure::counted(part, whole), Vec::new());
                self.found.parts.push(found);
            }
            Some(Sum::Of(part, whole)) => {
                self.result(&last, Figure::counted(part, whole));
                let names_all = account.names_all(self.fit.all_parts());
                if let Some(found) = self.found.results.last_mut() {
                    found.names_all = names_all;
                }
            }
            Some(Sum::Percent(percent)) => self.result(&last, Figure::printed(Printed { percent, step: 1.0 })),
            Some(Sum::Inconsistent) => {
                let found = self.found(&last, Figure::percent(0.0), Vec::new());
                self.found.others.push(found);
                let denial = self.denial(&last, None, None);
                self.found.doubts.push(denial);
            }
            None => {
                if let Role::Left(number) = last.role
                    && number > 0.0
                {
                    let denial = self.denial(&last, None, Some(number));
                    self.found.denials.push(denial);
                } else {
                    let found = self.found(&last, Figure::percent(0.0), Vec::new());
                    self.found.others.push(found);
                    if let Role::Done(number) = last.role {
                        self.found.loose.push((last.statement.at.0, number));
                    }
                }
            }
        }
    }

    pub(super) fn found(&self, entry: &Entry<'_>, figure: Figure, words: Vec<String>) -> Found {
        Found { words, ..Found::new(figure, self.spot(entry.statement.range.clone())) }
    }

    pub(in super::super) fn denial(&self, entry: &Entry<'_>, at_most: Option<f64>, left: Option<f64>) -> Denial {
        Denial { at_most, left, spot: self.spot(entry.statement.range.clone()) }
    }

    /// Notes what was not read, where its words may tell of the measure.
    pub(in super::super) fn unread(&mut self, ranges: &[std::ops::Range<usize>]) {
        for range in ranges {
            let text = &self.reading.flow().as_str()[range.clone()];
            if self.fit.may_tell(text) {
                let head =
                    range.start..text.char_indices().nth(BEGINNING).map_or(range.end, |(at, _)| range.start + at);
                let spot = self.spot(head);
                self.found.unread.push(spot);
            }
        }
    }

    /// The sentence around a range of bytes, and where it stands.
    fn spot(&self, range: std::ops::Range<usize>) -> Spot {
        let flow = self.reading.flow();
        let quote = crate::check::quote::around(flow.as_str(), &range);
        Spot { path: self.reading.file.path.clone(), place: flow.place(self.reading.document(), range), quote }
    }
}

/// What became of a statement: what a bare figure behind it repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is of something else, or of a part.
    Nothing,
    /// It tells a result.
    Result,
    /// It tells how many were done.
    Counted,
    /// It has words that were not understood.
    Asked,
}

impl Fate {
    fn of(entry: &Entry<'_>) -> Self {
        match (&entry.scope, entry.role) {
            (Scope::Whole, Role::Ratio(..) | Role::Percent(_) | Role::LeftPercent(_) | Role::All(_)) => Fate::Result,
            (Scope::Whole, Role::Done(_)) => Fate::Counted,
            (Scope::Asked(_), _) => Fate::Asked,
            _ => Fate::Nothing,
        }
    }
}
