//! A statement held against a measure: does it tell of it, of all of it, and what does it say?

use super::super::demand::Context;
use super::gathered::reaches;
use super::measure::{Measure, Whose};
use crate::reading::Reading;
use crate::rules::Phrase;
use crate::statement::names;
use crate::statement::{
    Amount, Class, Content, Figure, Group, Kind, Lexicon, Modality, Name, Printed, Side, Span, Statement, Token, span,
};
use crate::text::Key;
use crate::text::symbol::DocumentNumber;

/// What a statement says of a measure.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    pub(super) role: Role,
    pub(super) scope: Scope,
    /// Which of the parts of the whole it tells of, as bits; 0 if it names none.
    pub(super) parts: u32,
    /// Which of the deeds it tells, as bits.
    pub(super) deeds: u32,
    /// Its figure is what was not done.
    pub(super) is_left: bool,
    pub(super) statement: &'a Statement,
}

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Role {
    /// So many of so many were done.
    Ratio(f64, f64),
    /// So much was done, in percent.
    Percent(Printed),
    /// How many there are.
    Total(f64),
    /// How many were done.
    Done(f64),
    /// How many were not.
    Left(f64),
    /// How much was not, in percent.
    LeftPercent(Printed),
    /// Some were not.
    LeftSome,
    /// All were done, with their number if it is told.
    All(Option<f64>),
    /// None was done.
    None,
    /// The rest was done.
    RestDone,
    /// Less than so much was done.
    Below(f64),
}

/// Of what a statement tells.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Scope {
    /// Of all that the measure counts.
    Whole,
    /// Of a part of it, by these words.
    Part(Vec<String>),
    /// It is no result of the year: a goal, an estimate, last year's.
    Other(Vec<String>),
    /// Some of its words were not understood.
    Asked(Vec<String>),
}

/// What stands over a statement.
#[derive(Clone, Copy)]
pub(super) struct Over<'a> {
    /// Heads and captions, the nearest last.
    pub(super) heads: &'a [&'a [Token]],
    pub(super) is_ahead: bool,
    /// What it is about was told right before it.
    pub(super) goes_on: bool,
    /// The short line before it, which may say what it is about.
    pub(super) lead: Option<&'a [Token]>,
    /// Which phrases that the measure must be told with are told there, or in the title, as bits.
    pub(super) told: u32,
    /// What the measure counts is named there, or in the title.
    pub(super) names_counted: bool,
    /// The deed is named in the heads or the line before.
    pub(super) names_deed: bool,
}

/// Holds statements against one measure, in one document.
pub(super) struct Fit<'a> {
    pub(super) measure: &'a Measure,
    lexicon: &'a Lexicon,
    year: i16,
    /// The deed is that something was completed.
    completes: bool,
    /// The deed is that it was done in time.
    is_timely: bool,
    deed: Vec<Name>,
    undone: Vec<Name>,
    noun: Vec<Name>,
    whole: Option<Name>,
    parts: Vec<Name>,
    giver: Vec<Name>,
    own: Vec<Name>,
    own_words: Vec<Vec<String>>,
    known: Known,
    bodies: Vec<String>,
    numbers: Vec<&'a DocumentNumber>,
    title: &'a [Token],
    title_told: u32,
    title_span: Span,
    place: String,
}

/// Names of the lexicon that matter for each measure.
struct Known {
    paper: Option<Name>,
    agency: Option<Name>,
    reform: Option<Name>,
    districts: Option<Name>,
    /// Bodies that stand for the whole province.
    whole: Vec<Name>,
    /// Bodies that stand for many.
    collective: Vec<Name>,
    /// Bodies that stand for the agency itself.
    own: Vec<Name>,
    government: Option<Name>,
    team: Option<Name>,
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
            whole: bodies(&["province", "provincial-agencies", "all"]),
            collective: bodies(&["province", "provincial-agencies", "districts", "all", "team"]),
            own: bodies(&["all", "own"]),
            government: body("government"),
            team: body("team"),
        }
    }
}

fn has_name(token: &Token, name: Option<Name>) -> bool {
    name.is_some_and(|name| token.has(name))
}

impl<'a> Fit<'a> {
    pub(super) fn new(context: &Context<'a>, reading: &'a Reading, measure: &'a Measure, title: &'a [Token]) -> Self {
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

    /// True if what is told of the figure is the deed: not where another verb governs it ("lập danh sách 68/68 người của Kế
    /// hoạch đào tạo"), nor where the deed names a plan.
    fn is_predicate(&self, statement: &Statement) -> bool {
        let words = &statement.words;
        let (before, behind) = words.split_at(statement.ahead_of_figure.min(words.len()));
        let is_deed = |words: &[Token], at: usize| {
            // "Kế hoạch tuyên truyền", "Quyết định kiểm tra": what the paper is called.
            let is_named = |t: &Token| t.is(Class::PlanName) || self.is_paper(t);
            // "đã báo cáo khắc phục xong"
            let is_told = at > 1 && words[at - 2].is(Class::Tense);
            let is_name = at > 0 && is_named(&words[at - 1]) && !is_told && !words[at].is(Class::Done);
            self.has(&words[at], &self.deed) && !is_name
        };
        let deed_at = |words: &[Token]| (0..words.len()).rfind(|at| is_deed(words, *at));
        let weak_at = |words: &[Token]| {
            words.iter().rposition(|t| {
                t.is(Class::Weak)
                    && !t.is(Class::Give)
                    && !self.has(t, &self.deed)
                    && !t.senses.is_any(&[Class::Assigned, Class::Filler, Class::Lead])
            })
        };
        let is_marked = |words: &[Token], at: usize| {
            words[at].is(Class::Tense)
                || words[..at]
                    .iter()
                    .rev()
                    .take(3)
                    .any(|t| t.senses.is_any(&[Class::DoneMark, Class::Negation, Class::All]))
        };
        // "giao Sở Nội vụ chủ trì kiểm tra": who is to do it, not that it was done.
        let hands_out = |words: &[Token]| {
            let is_given = |at: &usize| {
                words[*at].is(Class::Give)
                    && !words[*at].is(Class::Assigned)
                    && words[*at..].iter().any(|t| t.is_of(self.lexicon, Group::Body))
            };
            let give = (0..words.len()).find(is_given);
            give.is_some_and(|at| !words[at..].iter().any(|t| t.senses.is_any(&[Class::DoneMark, Class::Tense])))
        };
        // "Kế hoạch xác định kiểm tra 12/35": planned.
        let plans = |words: &[Token], deed: usize| {
            // "nhiệm vụ đề ra trong Kế hoạch hoàn thành": says which tasks.
            let is_plan_verb = |at: &usize| {
                words[*at].is(Class::PlanVerb) && !(*at > 0 && words[at - 1].is_of(self.lexicon, Group::Noun))
            };
            // "Kế hoạch năm 2018 kiểm tra 12/35".
            let is_between = |t: &Token| matches!(t.kind, Kind::Time(_)) || t.is(Class::Filler);
            let head = words[..deed].iter().rposition(|t| !is_between(t));
            if !words[deed].is(Class::Done) && head.is_some_and(|at| words[at].is(Class::PlanHead)) {
                return true;
            }
            let verb = (0..deed).rfind(is_plan_verb);
            verb.is_some_and(|at| {
                !words[at..=deed].iter().any(|t| t.is(Class::DoneMark))
                    && !words[..at].last().is_some_and(|t| t.is(Class::DoneMark))
            })
        };
        // "chỉ đạo khắc phục 100% tồn tại": who directs does not say that it was done.
        let directs = |words: &[Token], deed: usize| {
            let is_body = |at: usize| words[at].is_of(self.lexicon, Group::Body);
            deed > 0 && words[deed - 1].is(Class::Directs) && !words[deed - 1].is(Class::Assigned)
                || deed > 1
                    && words[deed - 1].is(Class::Assigned)
                    && words[deed - 1].is(Class::Directs)
                    && is_body(deed - 2)
                || deed > 1 && words[deed - 2].is(Class::Directs) && is_body(deed - 1)
        };
        // "Kết quả kiểm tra cho thấy 90% đơn vị …": what was found of them is something else.
        let finds = |words: &[Token], deed: usize| words[deed + 1..].iter().any(|t| t.is(Class::Finds));
        // "chỉ đạo xử lý 05 hạn chế và các đơn vị đã khắc phục xong".
        let is_done_behind = deed_at(behind).is_some_and(|deed| is_marked(behind, deed));
        if !is_done_behind
            && deed_at(before).is_some_and(|deed| {
                hands_out(&before[..=deed])
                    || plans(before, deed)
                    || directs(before, deed)
                    || finds(before, deed) && deed_at(behind).is_none()
            })
            || deed_at(before).is_none()
                && deed_at(behind).is_some_and(|deed| {
                    plans(behind, deed) || directs(behind, deed) || hands_out(&words[..=before.len() + deed])
                })
        {
            return false;
        }
        match (deed_at(before), weak_at(before), deed_at(behind), weak_at(behind)) {
            (Some(deed), Some(weak), None, _) => deed > weak,
            // "100% cơ quan được kiểm tra đã nhận thông báo": what is told of them is something else.
            (None, None, Some(deed), Some(weak)) if weak > deed => !is_marked(behind, weak) || is_marked(behind, deed),
            (Some(_), None, _, Some(weak)) => {
                !is_marked(behind, weak) || deed_at(behind).is_some_and(|deed| deed > weak)
            }
            (None, Some(_), Some(deed), _) => is_marked(behind, deed),
            (deed, _, other, _) => deed.is_some() || other.is_some(),
        }
    }

    /// "Đã hoàn thành việc giao 45/45 nhiệm vụ cho các sở": what was completed is the handing out.
    fn completes_handing_out(&self, statement: &Statement) -> bool {
        let before = &statement.words[..statement.ahead_of_figure.min(statement.words.len())];
        let deed = before.iter().rposition(|t| self.has(t, &self.deed));
        let last = before.iter().rposition(|t| !t.is(Class::Filler));
        match (deed, last) {
            (Some(deed), Some(last)) => {
                last > deed && before[last].is(Class::Give) && !before[last].is(Class::Assigned)
            }
            _ => false,
        }
    }

    fn is_paper(&self, token: &Token) -> bool {
        has_name(token, self.known.paper)
    }

    fn sums_up(&self, token: &Token) -> bool {
        let sums = &[
            Class::Share,
            Class::Joint,
            Class::Filler,
            Class::DoneMark,
            Class::Total,
            Class::Sum,
            Class::WholeYear,
            Class::All,
        ];
        (token.senses.is_any(sums) || token.is_of(self.lexicon, Group::Body) && self.is_own_body(token))
            && !token.is_of(self.lexicon, Group::Noun)
            && !token.is_of(self.lexicon, Group::Deed)
    }

    /// True if a text has all phrases that the measure must be told with, but those of the title.
    pub(super) fn may_tell(&self, text: &str) -> bool {
        let key = Key::new(text);
        let missing = self.all_told() & !self.title_told;
        let about = self.measure.about.iter().enumerate();
        about.filter(|(n, _)| missing & (1 << n) != 0).all(|(_, phrase)| phrase.is_in(&key))
    }

    /// The words of a statement that make it one of a part.
    pub(super) fn narrowing(&self, statement: &Statement) -> Vec<String> {
        let words: Vec<&Token> = statement.words.iter().collect();
        let narrows = |at: &usize| {
            words[*at].is(Class::Narrow) && self.judge(words[*at], &words[*at..], Role::None) == Understood::Narrows
        };
        (0..words.len()).filter(narrows).map(|at| words[at].text.clone()).collect()
    }

    /// "Trong số 27 dịch vụ phát sinh hồ sơ, …": what follows is told of those alone for which the deed was done.
    pub(super) fn is_base(&self, statement: &Statement) -> bool {
        let (before, behind) = statement.words.split_at(statement.ahead_of_figure.min(statement.words.len()));
        let leads = &[Class::OfWhole, Class::Total, Class::All, Class::Filler, Class::CountOf];
        let is_led =
            before.first().is_some_and(|t| t.is(Class::OfWhole)) && before.iter().all(|t| t.senses.is_any(leads));
        let is_number = matches!(statement.figure, Figure::Amount(Amount::Number(_) | Amount::Money(_)));
        is_led && is_number && behind.iter().any(|t| self.has(t, &self.deed) && !t.is(Class::Duty))
    }

    /// "cộng là 660 tỷ đồng": the sum of the numbers before it.
    pub(super) fn is_sum_of_numbers(&self, statement: &Statement) -> bool {
        let is_first = statement.words.first().is_some_and(|t| t.is(Class::Sum));
        is_first && statement.words.iter().all(|t| self.sums_up(t) || self.has(t, &self.noun))
    }

    /// "Tính chung cả năm là 30/46 dịch vụ": words for what comes of several figures, and none that says of what else.
    fn is_sum(&self, statement: &Statement) -> bool {
        let sums = |t: &Token| self.sums_up(t) || self.has(t, &self.noun) || matches!(t.kind, Kind::Time(_));
        let is_ratio = matches!(statement.figure, Figure::Amount(Amount::Fraction(..) | Amount::Percent(_)));
        let begins = |words: &[Token]| words.first().is_some_and(|t| t.is(Class::Sum));
        let mut words = statement.words.iter().chain(&statement.around);
        is_ratio && (begins(&statement.words) || begins(&statement.around)) && words.all(sums)
    }

    /// A share in a line of a list that says of what, with no verb of its own.
    fn is_item(&self, statement: &Statement) -> bool {
        let mut words = statement.words.iter().chain(&statement.around).chain(&statement.verbs);
        let acts = |t: &Token| t.senses.is_any(&[Class::Weak, Class::DoneMark, Class::Negation, Class::Done]);
        let is_ratio = matches!(statement.figure, Figure::Amount(Amount::Fraction(..)));
        let is_told = statement.verbs.iter().any(|t| self.has(t, &self.deed));
        is_ratio && !statement.is_bare && !is_told && !words.any(acts)
    }

    /// True if a cell tells of the measure by itself, in a sentence.
    pub(super) fn is_sentence(&self, statement: &Statement) -> bool {
        let has = |names: &[Name]| statement.words.iter().any(|t| self.has(t, names));
        statement.words.len() >= 4 && has(&self.deed) && has(&self.noun)
    }

    /// True if words tell of the deed on what is counted.
    pub(super) fn is_told_by(&self, words: &[Token]) -> bool {
        words.iter().any(|t| self.has(t, &self.deed)) && words.iter().any(|t| self.has(t, &self.noun))
    }

    /// True if words tell of something else alone.
    pub(super) fn is_of_others(&self, words: &[Token]) -> bool {
        let is_own = |t: &Token| self.has(t, &self.noun) || self.has(t, &self.parts) || self.has(t, &self.deed);
        words.iter().any(|t| t.is_of(self.lexicon, Group::Noun)) && !words.iter().any(is_own)
    }

    /// True for the name of what the measure counts.
    pub(super) fn is_noun(&self, token: &Token) -> bool {
        self.has(token, &self.noun)
    }

    /// Which phrases that the measure must be told with words tell, as bits.
    pub(super) fn told(&self, words: &[Token]) -> u32 {
        told(&self.measure.about, words)
    }

    pub(super) fn year(&self) -> i16 {
        self.year
    }

    /// True if a note takes something out of what is counted, or gives it another time.
    pub(super) fn is_narrowed_by(&self, note: &[Token]) -> bool {
        let takes = &[
            Class::PartYear,
            Class::OtherTime,
            Class::Estimate,
            Class::Except,
            Class::Planned,
            Class::Dispute,
            Class::Retract,
            Class::Negation,
        ];
        // "Gồm cả nhiệm vụ đang trình phê duyệt".
        let counts_open = note.iter().any(|t| t.is(Class::Ongoing)) && note.iter().any(|t| self.has(t, &self.noun));
        note.iter().any(|t| t.senses.is_any(takes))
            || counts_open
            || matches!(span(note.iter(), self.year), Span::Part | Span::Until | Span::Other)
    }

    /// What stands over a statement: `heads`, and `lead`, a short line before it; `labels` may name what is counted too.
    pub(super) fn over<'h>(
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
            names_deed: above().any(|tokens| tokens.iter().any(|t| self.has(t, &self.deed))),
            names_counted: above().chain(labels.iter().copied()).chain([self.title]).any(counts),
        }
    }

    /// Whether a cell in a column of results says that its row was done; `None` if it says neither.
    pub(super) fn state(&self, content: &Content, head: &[Token]) -> Option<bool> {
        let has_deed = |tokens: &[Token]| tokens.iter().any(|t| self.has(t, &self.deed));
        let words: Vec<&Token> =
            content.tokens.iter().filter(|t| !matches!(t.kind, Kind::Mark(_) | Kind::Time(_))).collect();
        if let Some(number) = content.amount.as_ref().and_then(Amount::value) {
            return (self.measure.any_number && has_deed(head)).then_some(number > 0.0);
        }
        // "Hoàn thành 80%".
        if words.iter().any(|t| matches!(t.amount(), Some(Amount::Percent(share)) if share.percent < 100.0)) {
            return None;
        }
        let told = |classes: &[Class]| words.iter().any(|t| t.senses.is_any(classes));
        let is_short = words.len() <= 6;
        let denies = told(&[Class::Negation, Class::Ongoing]) || told(&[Class::Rest]);
        // "Chậm": done late, or not done.
        let is_late = told(&[Class::Late]) && !has_deed(&content.tokens) && !told(&[Class::Done]);
        if is_late && !self.is_timely && self.undone.is_empty() {
            return None;
        }
        // "Có" under "Phát sinh hồ sơ".
        let first = words.first()?;
        let is_yes = words.len() == 1 && first.is(Class::Yes) && has_deed(head);
        let doubts = told(&[Class::Approximate, Class::Planned, Class::Aim, Class::Order, Class::Estimate]);
        match () {
            () if doubts || !is_short => None,
            () if denies || is_late => {
                // "Đã ban hành văn bản, chưa triển khai" says neither.
                let is_plain = first.senses.is_any(&[Class::Negation, Class::Ongoing, Class::Rest, Class::Late]);
                is_plain.then_some(false)
            }
            () if is_yes => Some(true),
            () if has_deed(&content.tokens) || told(&[Class::Done]) => {
                let are_known = words.iter().all(|t| self.judge(t, &[*t], Role::None) == Understood::Harmless);
                are_known.then_some(true)
            }
            () => None,
        }
    }

    /// Of what a list tells, by its heads and captions; `None` if it is no list of what the measure counts.
    pub(super) fn list_scope(&self, statement: &Statement, over: Over<'_>) -> Option<Scope> {
        if !self.is_about(statement, over) {
            return None;
        }
        over.names_counted.then(|| self.scope(statement, over, Role::None))
    }

    fn has(&self, token: &Token, names: &[Name]) -> bool {
        names.iter().any(|name| token.has(*name))
    }

    /// What a statement says of the measure; `None` if it tells of something else.
    pub(super) fn entry(&self, statement: &'a Statement, over: Over<'_>) -> Option<Entry<'a>> {
        let words = &statement.words;
        let told = |classes: &[Class]| words.iter().any(|t| t.senses.is_any(classes));
        if !self.is_about(statement, over) || self.is_base(statement) {
            return None;
        }
        // "Kế hoạch | Thực hiện": the head of a column of results; "đã thực hiện", "chưa thực hiện" of what is to be completed.
        let marks = |pair: &[Token]| {
            let marks = pair[0].senses.is_any(&[Class::DoneMark, Class::Negation]) && !pair[0].is(Class::Give);
            marks && pair[1].is(Class::Done) && self.completes
        };
        let is_marked = words.windows(2).any(marks);
        let is_own_deed = |t: &Token| self.has(t, &self.deed) || self.is_own_word(t, &[t]);
        let is_result_head = (statement.is_cell && told(&[Class::Done]) || is_marked)
            && !words.iter().any(|t| t.is_of(self.lexicon, Group::Deed) && !is_own_deed(t) && !t.is(Class::Done));
        let has_own_deed = (self.is_predicate(statement) || is_result_head) && !self.completes_handing_out(statement);
        // "Tính chung toàn tỉnh: 14/35" sums up what was told before.
        let is_sum = over.goes_on && !statement.is_bare && words.iter().all(|t| self.sums_up(t)) && !words.is_empty()
            || (over.goes_on || over.names_deed) && self.is_sum(statement);
        // "Kết quả đào tạo: - Tin học: 12/12 người": the deed is told over the list.
        let is_item = !has_own_deed && !is_sum && over.names_deed && self.is_item(statement);
        // "nâng tổng số trong cả năm lên 31/47 dịch vụ".
        let is_raised = over.goes_on && told(&[Class::Raise]);
        let has_deed =
            has_own_deed || is_item || is_sum || is_raised || statement.verbs.iter().any(|t| self.has(t, &self.deed));
        let has_undone = words.iter().any(|t| self.has(t, &self.undone)) && !has_own_deed;
        let is_counted = self.counts(statement, over);
        if is_counted == Counted::Other {
            return None;
        }
        let verb_negation = statement.verbs.iter().any(|t| t.is(Class::Negation));
        let is_denied = statement.negation.is_some() || verb_negation || has_undone;
        // "Tất cả 44 nhiệm vụ đang được triển khai" leaves open how many were done.
        let is_ongoing = self.is_ongoing(statement) && !told(&[Class::All]);
        // "09 vấn đề còn lại đã được kiến nghị": what was left was done.
        let is_told_behind = statement.is_topic && statement.verbs.iter().any(|t| t.is(Class::DoneMark));
        let is_done = has_deed && (told(&[Class::DoneMark, Class::All]) || is_told_behind);
        // Where being late is what counts, what is under way is none of it.
        let is_open = self.undone.is_empty() && (is_ongoing || self.tells_rest(statement) && !is_done);
        let is_left = is_denied
            || is_open
            || told(&[Class::Except])
            || told(&[Class::Late]) && !has_deed && self.undone.is_empty();
        let role = self.role(statement, over, has_deed, has_own_deed || statement.is_topic, is_left, is_counted)?;
        let scope = match self.is_more_than_all(role) {
            true => Scope::Other(Vec::new()),
            false => self.scope(statement, over, role),
        };
        // What one line of a list tells is a part, whatever its words.
        let scope = match scope {
            Scope::Whole if is_item => Scope::Part(Vec::new()),
            scope => scope,
        };
        let mut parts = self.parts_of(words);
        if parts == 0 {
            parts = self.parts_of(&statement.around);
        }
        let deeds = self.deeds_of(words) | self.deeds_of(&statement.verbs);
        Some(Entry { role, scope, parts, deeds, is_left, statement })
    }

    /// It is what remains: not where the word only sets one body against another ("còn cấp huyện: 2/15").
    fn tells_rest(&self, statement: &Statement) -> bool {
        let words = &statement.words;
        let sets_against = |at: usize| {
            at == 0 && words.get(1).is_some_and(|t| t.is_of(self.lexicon, Group::Body)) && statement.ahead_of_figure > 1
        };
        // "UBND tỉnh còn làm thêm 02 nội dung".
        let adds = |at: usize| {
            let acts = words
                .get(at + 1)
                .is_some_and(|t| t.senses.is_any(&[Class::Weak, Class::Filler]) && !t.is_of(self.lexicon, Group::Noun));
            at > 0 && words[at - 1].is_of(self.lexicon, Group::Body) && at + 1 < statement.ahead_of_figure && acts
        };
        (0..words.len()).any(|at| words[at].is(Class::Rest) && !sets_against(at) && !adds(at))
    }

    /// It is under way: not where only another verb is ("27/40 dịch vụ mà Sở đang cung cấp có phát sinh hồ sơ").
    fn is_ongoing(&self, statement: &Statement) -> bool {
        let words = &statement.words;
        let deed_at = |at: &usize| self.has(&words[*at], &self.deed) && !words[*at].is(Class::Duty);
        let is_alone = |at: usize| {
            let governs = (at..words.len().min(at + 3)).any(|next| deed_at(&next));
            governs || !(0..words.len()).any(|deed| deed_at(&deed))
        };
        (0..words.len()).any(|at| words[at].is(Class::Ongoing) && is_alone(at))
    }

    /// "bao gồm cả 04 đơn vị cấp xã": others are counted too.
    pub(super) fn counts_others(&self, statement: &Statement) -> bool {
        let has = |class: Class| statement.words.iter().any(|t| t.is(class));
        let is_other =
            |t: &Token| t.is_of(self.lexicon, Group::Body) && !self.has(t, &self.noun) && !self.is_own_body(t);
        has(Class::EachPart) && has(Class::All) && statement.words.iter().any(is_other)
    }

    /// True if the statement itself says what it is about.
    pub(super) fn names_itself(&self, statement: &Statement) -> bool {
        let words: Vec<&str> = statement.words.iter().map(|t| t.text.as_str()).collect();
        let key = Key::new(&words.join(" "));
        !self.measure.about.is_empty() && self.measure.about.iter().all(|phrase| phrase.is_in(&key))
    }

    /// The words that must be told are told: beside the figure, over it or in the title; and none that make it another
    /// measure.
    fn is_about(&self, statement: &Statement, over: Over<'_>) -> bool {
        if self.measure.about.is_empty() && self.measure.without.is_empty() {
            return true;
        }
        let is_in = |phrase: &Phrase, tokens: &[Token]| !tokens.is_empty() && phrase.is_in(&key_of(tokens));
        if self
            .measure
            .without
            .iter()
            .any(|phrase| [&statement.words, &statement.around].iter().any(|t| is_in(phrase, t)))
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
    fn all_told(&self) -> u32 {
        (1_u32 << self.measure.about.len()) - 1
    }

    /// What a figure counts: by the noun beside it, else by what stands over it.
    fn counts(&self, statement: &Statement, over: Over<'_>) -> Counted {
        let (before, behind) = statement.words.split_at(statement.ahead_of_figure.min(statement.words.len()));
        let is_noun = |t: &&Token| {
            let is_other =
                !self.is_own_word(t, &[*t]) && ![&self.own, &self.parts, &self.deed].iter().any(|own| self.has(t, own));
            (t.is_of(self.lexicon, Group::Noun) || t.is(Class::MoreGiven)) && is_other || self.has(t, &self.noun)
        };
        let is_own = |t: &Token| self.has(t, &self.noun);
        // "Số đơn vị hoàn thành nhiệm vụ: 45" counts units.
        let counted = before.windows(2).find(|pair| pair[0].is(Class::CountOf)).map(|pair| &pair[1]);
        let is_counting = |t: &Token| t.is_of(self.lexicon, Group::Body) || t.is_of(self.lexicon, Group::Noun);
        if counted.is_some_and(|t| is_counting(t) && !is_own(t) && !self.is_paper(t) && !self.has(t, &self.deed)) {
            return Counted::Other;
        }
        let skipped = |t: &&Token| {
            t.senses.is_any(&[Class::Filler, Class::All, Class::Joint, Class::Total, Class::OfWhole])
                && !is_noun(t)
                && !t.is_of(self.lexicon, Group::Deed)
        };
        let next = behind.iter().find(|t| !skipped(t));
        let is_body = |t: &Token| t.is_of(self.lexicon, Group::Body) || has_name(t, self.known.agency);
        let is_money = matches!(statement.figure, Figure::Amount(Amount::Money(_)));
        // "38% tổng số thủ tục hành chính": of what it is a share.
        let of_whole = behind.iter().position(|t| t.is(Class::OfWhole) || t.is(Class::CountOf) && t.is(Class::Total));
        let whole = of_whole.and_then(|at| behind[at..].iter().find(|t| t.is_of(self.lexicon, Group::Noun)));
        let is_counted = |t: &Token| [&self.noun, &self.parts, &self.deed].iter().any(|own| self.has(t, own));
        if whole.is_some_and(|t| !is_counted(t) && !is_body(t) && !self.is_paper(t)) {
            return Counted::Other;
        }
        // "3.400 hồ sơ" where services with dossiers count: the noun behind a figure is what it counts.
        let is_else = |t: &Token| {
            t.is_of(self.lexicon, Group::Noun)
                && !self.is_own_word(t, &[t])
                && ![&self.noun, &self.parts, &self.deed].iter().any(|own| self.has(t, own))
        };
        if let Some(next) = next.filter(|t| is_noun(t) || is_else(t) && !is_money || is_body(t) && !is_money) {
            return if is_own(next) { Counted::Own } else { Counted::Other };
        }
        // "tỉnh báo cáo hoàn thành đủ 182": a paper that is told of is a verb there.
        let counts = |t: &&Token| {
            is_noun(t)
                && (!self.is_paper(t) || self.has(t, &self.noun))
                && !(is_money && t.is_of(self.lexicon, Group::Body))
        };
        if let Some(last) = before.iter().rev().chain(behind).find(counts) {
            // "hồ sơ" of "số dịch vụ phát sinh hồ sơ" is a part of the deed.
            let any = before.iter().chain(behind).any(is_own);
            return if is_own(last) || any { Counted::Own } else { Counted::Other };
        }
        let nearest = |tokens: &[Token]| tokens.iter().rev().find(is_noun).map(is_own);
        if let Some(own) = nearest(&statement.around).or_else(|| nearest(&statement.before)) {
            return if own || statement.before.iter().any(is_own) { Counted::Over } else { Counted::Other };
        }
        if over.names_counted { Counted::Over } else { Counted::Untold }
    }

    fn role(
        &self,
        statement: &Statement,
        over: Over<'_>,
        has_deed: bool,
        has_own_deed: bool,
        is_left: bool,
        counted: Counted,
    ) -> Option<Role> {
        let side = statement.negation;
        // "Ngoài một nội dung chưa xong, các nội dung khác đã hoàn thành".
        let is_ratio = matches!(statement.figure, Figure::Amount(Amount::Fraction(..)));
        if statement.is_excepted && has_deed && !is_left && !is_ratio {
            return Some(Role::Below(100.0));
        }
        match &statement.figure {
            Figure::Amount(Amount::Fraction(part, whole)) if *whole > 0.0 => match (is_left, side) {
                (true, Some(Side::Before)) if !statement.is_labelled && self.denies_figure(statement) => {
                    Some(Role::Below(100.0 * part / whole))
                }
                (true, _) => Some(Role::Ratio(whole - part, *whole)),
                (false, _) if has_deed || statement.is_bare => Some(Role::Ratio(*part, *whole)),
                _ => None,
            },
            Figure::Amount(Amount::Percent(printed)) => match (is_left, side) {
                (true, Some(Side::Before)) if !statement.is_labelled && self.denies_figure(statement) => {
                    match self.is_denied_of(statement) {
                        // "kinh phí chưa giải ngân 2,3%": so much of it, or less than that.
                        true if printed.percent < 50.0 => Some(Role::LeftPercent(*printed)),
                        true => Some(Role::Below(100.0)),
                        false => Some(Role::Below(printed.percent)),
                    }
                }
                (true, _)
                    if has_deed
                        || counted == Counted::Own
                        || statement.words.iter().any(|t| self.has(t, &self.undone)) =>
                {
                    Some(Role::LeftPercent(*printed))
                }
                (false, _) if has_deed || statement.is_bare => Some(Role::Percent(*printed)),
                _ => None,
            },
            Figure::Amount(amount) => {
                let number = amount.value()?;
                let is_open = statement.words.iter().any(|t| t.senses.is_any(&[Class::Rest, Class::Ongoing]));
                match () {
                    () if is_left => Some(Role::Left(number)),
                    // "còn 140 hồ sơ đang giải quyết" is neither settled nor late.
                    () if is_open && !has_own_deed => None,
                    () if words_have_duty(statement) || self.is_ordered(statement) => {
                        self.is_total(statement, over).then_some(Role::Total(number))
                    }
                    () if has_deed
                        && (has_own_deed || !self.is_had(statement))
                        && !self.is_total_of_deed(statement) =>
                    {
                        Some(Role::Done(number))
                    }
                    () if counted == Counted::Untold => None,
                    () => self.is_total(statement, over).then_some(Role::Total(number)),
                }
            }
            Figure::All(_)
                if statement.negation == Some(Side::Before)
                    && has_deed
                    && !statement.is_double
                    && self.denies_deed(statement) =>
            {
                Some(Role::Below(100.0))
            }
            Figure::All(_) if side == Some(Side::Behind) && has_deed && !statement.is_double => Some(Role::None),
            Figure::All(number) if statement.is_double => {
                let told = statement
                    .words
                    .iter()
                    .any(|t| t.senses.is_any(&[Class::Rest, Class::Late, Class::Ongoing]) || self.has(t, &self.undone));
                (has_deed || told).then_some(Role::All(*number))
            }
            Figure::All(number) => {
                let is_rest = statement.words.iter().any(|t| t.is(Class::Rest)) && !statement.is_double;
                (has_deed && !is_rest && (statement.negation.is_none() || statement.is_double))
                    .then_some(Role::All(*number))
            }
            // "Không đơn vị nào hoàn thành 100% nhiệm vụ" tells of the units.
            Figure::None => (has_deed && !self.denies_others(statement)).then_some(Role::None),
            Figure::Rest => has_deed.then_some(Role::RestDone),
            Figure::Some => (has_deed || is_left && counted == Counted::Own).then_some(Role::LeftSome),
        }
    }

    /// "hoàn thành nhiệm vụ thu ngân sách, đạt 105% kế hoạch": no share of what is counted one by one.
    fn is_more_than_all(&self, role: Role) -> bool {
        match role {
            Role::Ratio(part, whole) => part > whole,
            Role::Percent(printed) => printed.percent > 100.0,
            _ => false,
        }
    }

    /// "24 vấn đề cần chấn chỉnh", "phải cử 64 công chức đi bồi dưỡng": how many there are to be done.
    fn is_ordered(&self, statement: &Statement) -> bool {
        let is_order = |t: &Token| t.senses.is_any(&[Class::Order, Class::ByPlan]);
        statement.modality == Modality::Ahead
            && statement.because.iter().any(|t| t.is(Class::Order))
            && statement.because.iter().all(is_order)
    }

    /// "chưa hoàn thành toàn bộ": what is denied is the deed, not another verb ("chưa xác định được …").
    fn denies_deed(&self, statement: &Statement) -> bool {
        let words = &statement.words;
        let negation = words.iter().position(|t| t.is(Class::Negation));
        let deed = words.iter().rposition(|t| self.has(t, &self.deed) || t.is(Class::Done) && self.completes);
        match (negation, deed) {
            (Some(negation), Some(deed)) if negation < deed => {
                !words[negation..deed].iter().any(|t| t.is(Class::Weak) && !self.has(t, &self.deed))
            }
            _ => true,
        }
    }

    fn denies_others(&self, statement: &Statement) -> bool {
        let any = statement.words.iter().position(|t| t.is(Class::Any));
        let denied = any.and_then(|at| statement.words[..at].last());
        denied.is_some_and(|t| {
            !self.has(t, &self.noun) && (t.is_of(self.lexicon, Group::Noun) || t.is_of(self.lexicon, Group::Body))
        })
    }

    /// "chưa hoàn thành 100% nhiệm vụ": the figure is what was not reached, not how much was left.
    fn denies_figure(&self, statement: &Statement) -> bool {
        let before = &statement.words[..statement.ahead_of_figure.min(statement.words.len())];
        let negation = before.iter().rposition(|t| t.is(Class::Negation));
        // "Số nhiệm vụ chưa hoàn thành là 2/45".
        let joins = |t: &Token| t.is_of(self.lexicon, Group::Noun) || t.is(Class::Total);
        // "kinh phí chưa giải ngân chỉ còn 3,2/128 tỷ đồng".
        let is_rest = |t: &Token| t.is(Class::Rest);
        // "Số dịch vụ không phát sinh hồ sơ chiếm 22,2%": how many they are.
        let is_deed = |t: &Token| self.has(t, &self.deed);
        let is_counted = |at: usize| {
            let counted = before[..at].iter().rposition(|t| t.is(Class::CountOf));
            counted.is_some_and(|from| !before[from..at].iter().any(is_deed)) && before[at..].iter().any(is_deed)
        };
        // "hủy 1,2% dự toán", "thiếu 3%": so much.
        let denies = |at: usize| at + 1 < before.len();
        negation.is_some_and(|at| denies(at) && !before[at..].iter().any(|t| joins(t) || is_rest(t)) && !is_counted(at))
    }

    /// What counts stands right before the word that denies: "kinh phí chưa giải ngân".
    fn is_denied_of(&self, statement: &Statement) -> bool {
        let before = &statement.words[..statement.ahead_of_figure.min(statement.words.len())];
        let negation = before.iter().rposition(|t| t.is(Class::Negation));
        let is_deed = |t: &Token| self.has(t, &self.deed);
        negation.is_some_and(|at| at > 0 && self.is_noun(&before[at - 1]) && before[at..].iter().any(is_deed))
    }

    /// "cấp huyện có 15 đơn vị", with the deed told beside it: how many there are.
    fn is_had(&self, statement: &Statement) -> bool {
        let before = &statement.words[..statement.ahead_of_figure.min(statement.words.len())];
        let is_subject = |t: &Token| t.is_of(self.lexicon, Group::Body) || self.has(t, &self.noun);
        before.windows(2).any(|pair| is_subject(&pair[0]) && pair[1].is(Class::Total))
    }

    /// The deed of all of it is told, not that of what was done: "đã giải quyết 900 hồ sơ" where those in time count.
    fn is_total_of_deed(&self, statement: &Statement) -> bool {
        let leads = &statement.words[..statement.ahead_of_figure.min(statement.words.len())];
        let of_whole = leads.iter().rposition(|t| t.is(Class::OfWhole) && !t.is(Class::Joint));
        let is_of_whole = leads.first().is_some_and(|t| t.is(Class::OfWhole))
            || of_whole.is_some_and(|at| !leads[at..].iter().any(|t| self.has(t, &self.deed)));
        // "Trong 40 người …": what follows says what of them.
        is_of_whole && matches!(statement.figure, Figure::Amount(_)) && self.deed_behind(statement).is_none()
    }

    fn deed_behind(&self, statement: &Statement) -> Option<usize> {
        statement.words[statement.ahead_of_figure.min(statement.words.len())..]
            .iter()
            .position(|t| self.has(t, &self.deed))
    }

    fn is_total(&self, statement: &Statement, over: Over<'_>) -> bool {
        let words = &statement.words;
        let of_whole = self.whole.is_none_or(|whole| {
            let near = words.iter().chain(&statement.around).chain(&statement.verbs);
            let title = Some(self.title).filter(|_| statement.is_cell);
            near.chain(over.lead.into_iter().chain(over.heads.last().copied()).chain(title).flatten())
                .any(|t| t.has(whole))
        });
        let says = |t: &Token| {
            t.senses.is_any(&[
                Class::Total,
                Class::Duty,
                Class::ByPlan,
                Class::Give,
                Class::OfWhole,
                Class::All,
                Class::Assigned,
                Class::Weak,
            ])
        };
        of_whole && (words.iter().any(says) || statement.is_labelled || words.iter().all(|t| self.is_known(t)))
    }

    fn is_known(&self, token: &Token) -> bool {
        !matches!(token.kind, Kind::Unknown)
    }

    /// Which parts of the whole words name, as bits.
    fn parts_of(&self, words: &[Token]) -> u32 {
        bits(&self.parts, words)
    }

    fn deeds_of(&self, words: &[Token]) -> u32 {
        bits(&self.deed, words)
    }

    /// All deeds together.
    pub(super) fn all_deeds(&self) -> u32 {
        (1_u32 << self.deed.len()) - 1
    }

    /// All parts together.
    pub(super) fn all_parts(&self) -> u32 {
        (1_u32 << self.parts.len()) - 1
    }

    fn scope(&self, statement: &Statement, over: Over<'_>, role: Role) -> Scope {
        let texts = |tokens: &[&Token]| tokens.iter().map(|t| t.text.clone()).collect::<Vec<_>>();
        // "Theo Kế hoạch, có 48 người phải được đào tạo" tells how many there are.
        let is_count = matches!(role, Role::Total(_)) && statement.modality == Modality::Ahead;
        let is_plan = is_count && statement.because.iter().all(|t| t.is(Class::ByPlan) || t.is(Class::Order));
        if over.is_ahead || statement.modality != Modality::Told && !is_plan {
            return Scope::Other(texts(&statement.because.iter().collect::<Vec<_>>()));
        }
        // "phải thực hiện xong 100%" is a demand; "phải thực hiện: 61" tells how many there are.
        let duty: Vec<&Token> = statement.words.iter().filter(|t| t.is(Class::Duty)).collect();
        if !duty.is_empty() && !matches!(role, Role::Total(_) | Role::Left(_)) {
            return Scope::Other(texts(&duty));
        }
        if self.is_goal(statement, role) {
            return Scope::Other(Vec::new());
        }
        // "Số cơ quan được kiểm tra theo kế hoạch: 12/35": planned, or done.
        let by_plan: Vec<&Token> = statement.words.iter().filter(|t| t.is(Class::ByPlan)).collect();
        if statement.is_labelled
            && !self.completes
            && !by_plan.is_empty()
            && !matches!(role, Role::Total(_) | Role::Done(_) | Role::Left(_))
        {
            return Scope::Asked(texts(&by_plan));
        }
        // "đạt 82%, chưa kể số tạm ứng": more may have been done.
        let is_short = match role {
            Role::Ratio(part, whole) => !reaches(100.0 * part / whole, self.measure.at_least),
            Role::Percent(printed) => !reaches(printed.percent, self.measure.at_least),
            _ => false,
        };
        let uncounted: Vec<&Token> = statement.behind.iter().filter(|t| t.is(Class::NotCounted)).collect();
        if is_short && !uncounted.is_empty() {
            return Scope::Asked(texts(&uncounted));
        }
        if self.is_labelled_otherwise(statement) {
            return Scope::Part(texts(&statement.around.iter().collect::<Vec<_>>()));
        }
        // "hoàn thành đúng hạn 40/42": the others may have been done late.
        let timely: Vec<&Token> =
            statement.words.iter().filter(|t| t.senses.is_any(&[Class::OnTime, Class::Early])).collect();
        if !self.is_timely
            && !timely.is_empty()
            && self.undone.is_empty()
            && matches!(role, Role::Ratio(part, whole) if part < whole)
        {
            return Scope::Part(texts(&timely));
        }
        // "06 nhiệm vụ trễ hạn": done late, or not done.
        let late: Vec<&Token> = statement.words.iter().filter(|t| t.is(Class::Late)).collect();
        if !self.is_timely
            && !late.is_empty()
            && self.undone.is_empty()
            && matches!(role, Role::Left(_))
            && statement.negation.is_none()
            && !statement.words.iter().any(|t| t.senses.is_any(&[Class::Ongoing, Class::Rest]))
        {
            return Scope::Asked(texts(&late));
        }
        // "5 nhiệm vụ còn lại hoàn thành vào tháng 12": it does not say that they were not.
        let rest: Vec<&Token> = statement.words.iter().filter(|t| t.is(Class::Rest)).collect();
        let is_open = |t: &Token| {
            t.senses.is_any(&[Class::Negation, Class::Ongoing, Class::Duty, Class::Order, Class::Except, Class::Late])
        };
        if matches!(role, Role::Left(_))
            && !rest.is_empty()
            && !statement.words.iter().chain(&statement.verbs).any(is_open)
            && self.is_predicate(statement)
        {
            return Scope::Asked(texts(&rest));
        }
        if let Some(scope) = self.led_elsewhere(statement).or_else(|| self.done_by_some(statement)) {
            return scope;
        }
        let span = self.span(statement, over);
        if span == Span::Other {
            return Scope::Other(Vec::new());
        }
        let own_count = self.end_of_predicate(statement);
        let near = statement.words[..own_count].iter().chain(&statement.around);
        let (mut narrow, mut unknown): (Vec<&Token>, Vec<&Token>) = (Vec::new(), Vec::new());
        let near: Vec<&Token> = near.collect();
        for (at, token) in near.iter().enumerate() {
            // "đã được Sở Nội vụ cùng các cơ quan hoàn thành": who did all of it.
            // "Các huyện đã hoàn thành 5/5": one part of the province's bodies.
            let is_part_of_all = self.measure.whose == Whose::Province
                && self.parts.is_empty()
                && has_name(token, self.known.districts)
                && !near.iter().any(|t| self.has(t, &self.known.whole));
            // "Kế hoạch của Sở Nội vụ": its own, not the province's.
            let is_owned = self.measure.whose == Whose::Province
                && at > 0
                && near[at - 1].is(Class::Belongs)
                && self.bodies.contains(&token.text);
            let is_agent = matches!(role, Role::All(_))
                && token.is_of(self.lexicon, Group::Body)
                && near[..at]
                    .iter()
                    .rev()
                    .find(|t| !t.is_of(self.lexicon, Group::Body) && !t.is(Class::Joint))
                    .is_some_and(|t| t.is(Class::DoneMark));
            // "nhiệm vụ thường xuyên".
            let is_behind_noun = at > 0 && self.has(near[at - 1], &self.noun);
            // "Nhiệm vụ mới", but not "nhiệm vụ mới hoàn thành".
            let goes_on = |t: &&Token| {
                self.has(t, &self.deed)
                    || t.senses.is_any(&[Class::Done, Class::DoneMark, Class::Weak, Class::Share, Class::Negation])
            };
            let is_new =
                !token.is(Class::Only) || !near.get(at + 1).is_some_and(goes_on) && at + 1 != statement.ahead_of_figure;
            let is_sort = token.is(Class::Sort) && is_new && is_behind_noun;
            // "24 vấn đề cần chấn chỉnh" tells how many there are.
            let is_demand = is_plan && token.is(Class::Order);
            // "09 nội dung khác trong số 10 nội dung": of how many is told.
            let is_of_told = matches!(role, Role::Ratio(..))
                && token.is(Class::Others)
                && near[at..own_count.max(at)].iter().any(|t| t.is(Class::OfWhole));
            // "Sở Y tế tỉnh Đắk Lắk".
            let is_seat = at > 0 && self.is_seat(token, near[at - 1]);
            match self.judge(token, &near[at..], role) {
                _ if is_seat || is_agent || is_demand || is_of_told => {}
                _ if is_sort || is_part_of_all || is_owned => narrow.push(token),
                // "Hạn chế: …" heads what follows.
                // "nêu tại các văn bản chỉ đạo": where they come from.
                Understood::Narrows
                    if self.is_paper(token)
                        && near[..at]
                            .iter()
                            .rev()
                            .find(|t| !t.is(Class::Filler))
                            .is_some_and(|t| t.senses.is_any(&[Class::Assigned, Class::Joint])) => {}
                Understood::Narrows
                    if at >= own_count && token.is_of(self.lexicon, Group::Noun) && !token.is(Class::Narrow) => {}
                Understood::Harmless => {}
                Understood::Narrows => narrow.push(token),
                Understood::Unknown => unknown.push(token),
            }
        }
        // "Trong số nhiệm vụ phải hoàn thành trước 30/11, …": those that were due by then.
        let chosen = statement.around.first().filter(|t| t.is(Class::OfWhole));
        if chosen.is_some() && statement.around.iter().any(|t| t.senses.is_any(&[Class::Duty, Class::Order])) {
            return Scope::Part(texts(&statement.around.iter().collect::<Vec<_>>()));
        }
        if span == Span::Part {
            return Scope::Part(Vec::new());
        }
        if !narrow.is_empty() {
            return Scope::Part(texts(&narrow));
        }
        if !unknown.is_empty() {
            return Scope::Asked(texts(&unknown));
        }
        let names_itself = self.names_itself(statement);
        let heads = over.heads.iter().map(|head| (*head, false)).chain([(self.title, names_itself)]);
        for (head, may_name_more) in heads {
            // "Sở Nội vụ báo cáo:" opens what follows; "chia theo lĩnh vực" says how it is laid out.
            let words: Vec<&Token> = head.iter().filter(|t| !matches!(t.kind, Kind::Mark(_))).collect();
            if words.last().is_some_and(|t| t.is(Class::Weak)) && head.len() > 2 {
                continue;
            }
            let end = head.iter().position(|t| t.is(Class::By)).filter(|at| is_layout(&head[*at..], self.lexicon));
            // "(số liệu của Văn phòng UBND tỉnh)": who counted.
            let source = head.windows(2).position(|pair| pair[0].is_mark('(') && pair[1].is(Class::Data));
            let head = &head[..end.or(source).unwrap_or(head.len())];
            let may_narrow = |t: &Token| {
                let is_reform = has_name(t, self.known.reform);
                t.is(Class::Narrow)
                    || t.is_of(self.lexicon, Group::Field) && !is_reform && !may_name_more
                    || t.is_of(self.lexicon, Group::Body)
            };
            let narrows: Vec<&Token> = head
                .iter()
                .enumerate()
                .filter(|(_, t)| {
                    !(self.measure.whose == Whose::Agency && !self.place.is_empty() && t.text == self.place)
                })
                .filter(|(at, t)| *at == 0 || !self.is_seat(t, &head[at - 1]))
                .filter(|(at, t)| may_narrow(t) && !(t.is(Class::Narrow) && *at > 0 && head[at - 1].amount().is_some()))
                .filter(|(at, t)| self.judge(t, &head[*at..].iter().collect::<Vec<_>>(), role) == Understood::Narrows)
                .map(|(_, t)| t)
                .collect();
            if !narrows.is_empty() {
                return Scope::Part(texts(&narrows));
            }
        }
        Scope::Whole
    }

    /// Where another verb is joined to the deed behind the figure: "… đã được triển khai xong và gửi minh chứng về Sở Nội vụ".
    fn end_of_predicate(&self, statement: &Statement) -> usize {
        let words = &statement.words;
        let deed = words.iter().rposition(|t| self.has(t, &self.deed)).filter(|at| *at >= statement.ahead_of_figure);
        let acts = |t: &Token| {
            let is_verb =
                t.is(Class::Weak) && !t.is_of(self.lexicon, Group::Noun) || t.is_of(self.lexicon, Group::Deed);
            is_verb && !self.has(t, &self.deed)
        };
        let joins = |at: &usize| words[*at].is(Class::Joint) && words.get(at + 1).is_some_and(acts);
        deed.and_then(|deed| (deed + 1..words.len()).find(joins)).unwrap_or(words.len())
    }

    /// "Kế hoạch: hoàn thành 100% nhiệm vụ"; "bảo đảm hoàn thành 100%", where no word says that it was done.
    fn is_goal(&self, statement: &Statement, role: Role) -> bool {
        let is_share = !matches!(role, Role::Total(_) | Role::Done(_) | Role::Left(_));
        let is_planned = statement.is_labelled
            && !statement.around.is_empty()
            && statement.around.iter().all(|t| t.is(Class::PlanHead) || matches!(t.kind, Kind::Time(_)));
        let words = &statement.words;
        let ensures = words.windows(2).position(|pair| pair[0].is(Class::Ensure) && self.has(&pair[1], &self.deed));
        let is_ensured = ensures.is_some_and(|at| !words[..at].iter().any(|t| t.is(Class::DoneMark)));
        // "kế hoạch 85%", where nothing was done.
        let before = &words[..statement.ahead_of_figure.min(words.len())];
        let is_target = before.last().is_some_and(|t| t.is(Class::PlanHead))
            && (statement.is_labelled && !statement.is_cell
                || !before.iter().any(|t| t.is(Class::Done) || self.has(t, &self.deed)));
        is_share && (is_planned || is_ensured || is_target)
    }

    /// "Thủ tục: hoàn thành 3/4 nhiệm vụ": a label that names something else.
    fn is_labelled_otherwise(&self, statement: &Statement) -> bool {
        let own = |t: &Token| {
            [&self.noun, &self.deed, &self.own, &self.parts].iter().any(|names| self.has(t, names))
                || self.is_own_word(t, &[t])
                || t.senses.is_any(&[
                    Class::Outcome,
                    Class::CountOf,
                    Class::Share,
                    Class::Total,
                    Class::PlanHead,
                    Class::Give,
                ])
                || t.is_of(self.lexicon, Group::Body)
        };
        let says =
            |t: &Token| t.is(Class::Weak) || t.is_of(self.lexicon, Group::Noun) || t.is_of(self.lexicon, Group::Field);
        statement.is_labelled && statement.around.iter().any(says) && !statement.around.iter().any(own)
    }

    /// "Thực hiện Kế hoạch khuyến nông, đã hoàn thành 12/12 nhiệm vụ": what it is about is told by a clause before, with words
    /// that make it another.
    fn led_elsewhere(&self, statement: &Statement) -> Option<Scope> {
        let led = &statement.led_by;
        let ends = |words: &[Token]| {
            let key = Key::new(&words.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" "));
            self.measure.about.iter().any(|phrase| phrase.is_in(&key))
        };
        // "Qua kiểm toán, 9/9 tồn tại đã được xử lý", where those that an inspection found count.
        let is_source =
            led.first().is_some_and(|t| t.is(Class::Lead) && t.is(Class::Joint)) && !self.measure.about.is_empty();
        if is_source && !ends(led) {
            let is_other = |t: &&Token| {
                t.is_of(self.lexicon, Group::Deed)
                    && !t.senses.is_any(&[Class::Weak, Class::Lead, Class::Filler, Class::Done])
                    && self.judge(t, &[*t], Role::None) == Understood::Narrows
            };
            return led.iter().find(is_other).map(|t| Scope::Part(vec![t.text.clone()]));
        }
        let at = (0..led.len()).find(|at| ends(&led[..=*at]))?;
        let rest: Vec<&Token> = led[at + 1..].iter().collect();
        let of = |wanted: Understood| {
            let judged = (0..rest.len()).filter(|at| self.judge(rest[*at], &rest[*at..], Role::None) == wanted);
            judged.map(|at| rest[at].text.clone()).collect::<Vec<String>>()
        };
        let (narrow, unknown) = (of(Understood::Narrows), of(Understood::Unknown));
        match () {
            () if !narrow.is_empty() => Some(Scope::Part(narrow)),
            () if !unknown.is_empty() => Some(Scope::Asked(unknown)),
            () => None,
        }
    }

    /// "Đã có 12/15 sở hoàn thành 100% nhiệm vụ": what is told of some bodies is a part.
    fn done_by_some(&self, statement: &Statement) -> Option<Scope> {
        let is_body = |t: &Token| {
            !self.has(t, &self.noun) && (t.is_of(self.lexicon, Group::Body) || has_name(t, self.known.agency))
        };
        let words: Vec<&Token> = statement
            .subject
            .iter()
            .chain(&statement.words[..statement.ahead_of_figure.min(statement.words.len())])
            .collect();
        let counted = words.windows(2).position(|pair| pair[0].amount().is_some() && is_body(pair[1]))?;
        let does = words[counted..].iter().any(|t| self.has(t, &self.deed));
        does.then(|| Scope::Part(vec![words[counted + 1].text.clone()]))
    }

    /// The time of a statement: its own, else that of the nearest head that tells one.
    fn span(&self, statement: &Statement, over: Over<'_>) -> Span {
        let heads = over.heads.iter().rev().map(|head| self.span_of_head(head)).find(|s| *s != Span::Untold);
        let span = match statement.span {
            Span::Untold => heads.unwrap_or(self.title_span),
            // A year in a report of half of it.
            Span::Year if heads == Some(Span::Part) || heads.is_none() && self.title_span == Span::Part => Span::Part,
            own => own,
        };
        match span {
            // All of it was done by then.
            Span::Until if is_complete(&statement.figure) => Span::Year,
            Span::Until => Span::Part,
            own => own,
        }
    }

    fn span_of_head(&self, head: &[Token]) -> Span {
        let is_year = |t: &Token| matches!(t.kind, Kind::Time(crate::statement::Time::Year(y)) if y == self.year);
        match span(head.iter(), self.year) {
            Span::Other if head.iter().any(is_year) => Span::Year,
            Span::Closed => Span::Year,
            other => other,
        }
    }

    fn judge(&self, token: &Token, rest: &[&Token], role: Role) -> Understood {
        if !self.giver.is_empty() && token.is_of(self.lexicon, Group::Body) && gives(rest, self.lexicon) {
            return if self.has(token, &self.giver) { Understood::Harmless } else { Understood::Narrows };
        }
        // "nhiệm vụ do Văn phòng Chính phủ đôn đốc": not handed out.
        let next = rest.iter().find(|t| !t.is_of(self.lexicon, Group::Body));
        if !self.giver.is_empty()
            && self.has(token, &self.giver)
            && next.is_some_and(|t| t.is(Class::Weak) && !self.has(t, &self.deed))
        {
            return Understood::Narrows;
        }
        let names = [&self.deed, &self.undone, &self.noun, &self.parts, &self.own, &self.giver];
        if names.iter().any(|own| self.has(token, own)) || self.whole.is_some_and(|whole| token.has(whole)) {
            return Understood::Harmless;
        }
        if self.is_own_word(token, rest) {
            return Understood::Harmless;
        }
        match &token.kind {
            Kind::Unknown => return Understood::Unknown,
            Kind::Document(number) => {
                let is_own = self.numbers.is_empty() || self.numbers.iter().any(|own| own.same(number));
                return if is_own { Understood::Harmless } else { Understood::Narrows };
            }
            Kind::Time(_) | Kind::Mark(_) => return Understood::Harmless,
            // A second figure among the words of the first.
            Kind::Amount(_) => return Understood::Harmless,
            Kind::Word => {}
        }
        // What names another plan.
        if token.senses.is_empty() {
            return Understood::Narrows;
        }
        if token.is(Class::Narrow) {
            // "ngành y tế" of the Department of Health.
            let is_own = token.is(Class::FieldHead)
                && rest.get(1).is_some_and(|next| self.is_own_word(next, &rest[1..]) || self.has(next, &self.parts));
            return if is_own { Understood::Harmless } else { Understood::Narrows };
        }
        if token.is_of(self.lexicon, Group::Body) {
            return if self.is_own_body(token) { Understood::Harmless } else { Understood::Narrows };
        }
        if token.senses.is_any(HARMLESS) {
            return Understood::Harmless;
        }
        // Verbs that say nothing of what was done stand beside those that do.
        let is_weak = token.is(Class::Weak);
        if is_weak && matches!(role, Role::Total(_) | Role::Left(_)) {
            return Understood::Harmless;
        }
        if token.is_of(self.lexicon, Group::Field)
            || token.is_of(self.lexicon, Group::Deed)
            || token.is_of(self.lexicon, Group::Noun)
        {
            return Understood::Narrows;
        }
        if is_weak { Understood::Harmless } else { Understood::Unknown }
    }

    /// A word of the measure: of a phrase that it must be told with, or one that the pack calls its own.
    fn is_own_word(&self, token: &Token, rest: &[&Token]) -> bool {
        let is_narrow = token.is(Class::Narrow);
        self.own_words.iter().any(|own| {
            // "kinh phí" is none of "kinh phí đào tạo", which is a part of it.
            let mut following = rest.iter().flat_map(|t| t.text.split(' '));
            let begins = own.iter().all(|own| following.next() == Some(own.as_str()));
            begins && !is_narrow || token.text.split(' ').all(|word| own.iter().any(|own| own == word))
        })
    }

    fn is_own_body(&self, token: &Token) -> bool {
        let known = &self.known;
        let is_told = self.bodies.iter().any(|own| token.text == *own || own.starts_with(&format!("{} ", token.text)));
        let is_of_place = !self.place.is_empty() && token.text.ends_with(&self.place);
        let is_government = has_name(token, known.government);
        match self.measure.whose {
            Whose::Province => {
                let is_collective = is_government || self.has(token, &known.collective);
                is_told || is_of_place || is_collective && !self.is_one(token)
            }
            Whose::Agency => {
                let is_all = self.has(token, &known.own) && !self.is_one(token);
                is_told || is_all || is_government || has_name(token, known.team)
            }
        }
    }

    /// Where the agency has its seat, right behind its name: "Sở Y tế tỉnh Đắk Lắk", "ngành y tế tỉnh".
    fn is_seat(&self, token: &Token, before: &Token) -> bool {
        let is_place = self.has(token, &self.known.whole)
            || !self.place.is_empty() && token.is_of(self.lexicon, Group::Body) && token.text.ends_with(&self.place);
        let is_own =
            before.is_of(self.lexicon, Group::Body) && self.is_own_body(before) || self.is_own_word(before, &[before]);
        self.measure.whose == Whose::Agency && is_place && is_own
    }

    /// The name of one body behind a word that also stands for many: "huyện Krông Pắc".
    fn is_one(&self, token: &Token) -> bool {
        self.lexicon.senses(&token.text).is_none() && !self.place.is_empty() && !token.text.ends_with(&self.place)
    }
}

fn key_of(tokens: &[Token]) -> Key {
    Key::new(&tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" "))
}

/// Which of the phrases words tell, as bits.
fn told(phrases: &[Phrase], tokens: &[Token]) -> u32 {
    if phrases.is_empty() || tokens.is_empty() {
        return 0;
    }
    let key = key_of(tokens);
    let bit = |(n, phrase): (usize, &Phrase)| if phrase.is_in(&key) { 1_u32 << n } else { 0 };
    phrases.iter().enumerate().map(bit).sum()
}

/// Which of the names words have, as bits.
fn bits(names: &[Name], words: &[Token]) -> u32 {
    let bit = |(n, name): (usize, &Name)| if words.iter().any(|t| t.has(*name)) { 1_u32 << n } else { 0 };
    names.iter().enumerate().map(bit).sum()
}

fn words_have_duty(statement: &Statement) -> bool {
    statement.words.iter().any(|t| t.is(Class::Duty))
}

fn is_complete(figure: &Figure) -> bool {
    match figure {
        Figure::All(_) => true,
        Figure::Amount(Amount::Fraction(part, whole)) => part >= whole,
        Figure::Amount(Amount::Percent(printed)) => printed.percent >= 100.0,
        _ => false,
    }
}

/// "theo lĩnh vực", "chia theo cơ quan": words that say how figures are laid out.
fn is_layout(words: &[Token], lexicon: &Lexicon) -> bool {
    words.get(1).is_some_and(|next| {
        next.senses.is_any(&[Class::Narrow, Class::PartYear])
            || next.is_of(lexicon, Group::Body)
            || next.is_of(lexicon, Group::Noun) && !words[0].is(Class::Joint)
            || words[0].text.contains(' ')
    })
}

/// True if a body at the beginning of words hands out: "Chính phủ, Thủ tướng Chính phủ giao".
fn gives(rest: &[&Token], lexicon: &Lexicon) -> bool {
    let mut behind = rest.iter().skip_while(|t| {
        t.is_of(lexicon, Group::Body)
            || matches!(t.kind, Kind::Mark(_))
            || t.senses.is(Class::Joint) && !t.is(Class::Give)
    });
    behind.next().is_some_and(|t| t.is(Class::Give))
}

/// Classes of words that narrow nothing beside a figure.
const HARMLESS: &[Class] = &[
    Class::Manner,
    Class::Joint,
    Class::Lead,
    Class::Praise,
    Class::Filler,
    Class::Assigned,
    Class::Total,
    Class::Sum,
    Class::Duty,
    Class::ByPlan,
    Class::By,
    Class::So,
    Class::Give,
    Class::All,
    Class::OfWhole,
    Class::Share,
    Class::DoneMark,
    Class::Done,
    Class::Only,
    Class::WholeYear,
    Class::EachPart,
    Class::Contrast,
    Class::Early,
    Class::OnTime,
    Class::Late,
    Class::Negation,
    Class::Rest,
    Class::Ongoing,
    Class::Any,
    Class::Approximate,
    Class::Compare,
    Class::Data,
    Class::Except,
    Class::Bound,
    Class::Raise,
    Class::PlanVerb,
    Class::Ensure,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Understood {
    Harmless,
    Narrows,
    Unknown,
}

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// What the measure counts.
    Own,
    /// That, by what stands over it.
    Over,
    /// Nothing that is told.
    Untold,
    /// Something else.
    Other,
}
