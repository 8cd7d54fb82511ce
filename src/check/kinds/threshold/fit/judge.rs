//! What each word beside a figure does to it: nothing, it narrows it, or it is not understood.

use super::super::measure::Whose;
use super::fit::{Fit, has_name};
use super::meaning::{Role, Understood};
use crate::statement::{Amount, Class, Content, Group, Kind, Lexicon, Span, Statement, Token, span};

impl Fit<'_> {
    /// The words of a statement that make it one of a part.
    pub(in super::super) fn narrowing(&self, statement: &Statement) -> Vec<String> {
        let words: Vec<&Token> = statement.words.iter().collect();
        let narrows = |at: &usize| {
            words[*at].is(Class::Narrow) && self.judge(words[*at], &words[*at..], Role::None) == Understood::Narrows
        };
        (0..words.len()).filter(narrows).map(|at| words[at].text.to_string()).collect()
    }

    /// True if a note takes something out of what is counted, or gives it another time.
    pub(in super::super) fn is_narrowed_by(&self, note: &[Token]) -> bool {
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

    /// Whether a cell in a column of results says that its row was done; `None` if it says neither.
    pub(in super::super) fn state(&self, content: &Content, head: &[Token]) -> Option<bool> {
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

    pub(super) fn judge(&self, token: &Token, rest: &[&Token], role: Role) -> Understood {
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
    pub(super) fn is_own_word(&self, token: &Token, rest: &[&Token]) -> bool {
        let is_narrow = token.is(Class::Narrow);
        self.own_words.iter().any(|own| {
            // "kinh phí" is none of "kinh phí đào tạo", which is a part of it; "vốn" is none of "vốn ODA".
            let mut left = own.as_slice();
            let begins = rest.iter().take_while(|t| {
                let text: Vec<&str> = t.text.split(' ').collect();
                let goes_on =
                    !left.is_empty() && left.len() >= text.len() && left.iter().zip(&text).all(|(a, b)| a == b);
                left = if goes_on { &left[text.len()..] } else { left };
                goes_on
            });
            let begins = begins.count() > 0 && left.is_empty();
            let text: Vec<&str> = token.text.split(' ').collect();
            // "y tế" of "Sở Y tế".
            let is_inside = own.windows(text.len()).any(|part| part == text.as_slice());
            begins && !is_narrow || is_inside
        })
    }

    pub(super) fn is_own_body(&self, token: &Token) -> bool {
        let known = &self.known;
        let is_told = self.is_told_body(token);
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

    /// The name of a body whose figures count, or the beginning of one.
    fn is_told_body(&self, token: &Token) -> bool {
        self.bodies.iter().any(|own| token.text == *own || own.starts_with(&format!("{} ", token.text)))
    }

    /// What narrows it is a body, a field or a round: several of these can make up the whole, what is beyond a plan or of
    /// another sort cannot.
    pub(in super::super) fn is_piece(&self, statement: &Statement) -> bool {
        let words: Vec<&Token> = statement.words.iter().chain(&statement.around).collect();
        let divides = |t: &Token| {
            t.is(Class::FieldHead) || t.is_of(self.lexicon, Group::Body) || t.is_of(self.lexicon, Group::Field)
        };
        let narrows = |at: &usize| self.judge(words[*at], &words[*at..], Role::None) == Understood::Narrows;
        (0..words.len()).filter(narrows).all(|at| divides(words[at]))
    }

    /// Where the agency has its seat, right behind its name or that of its field: "Sở Y tế tỉnh Đắk Lắk", "ngành y tế tỉnh".
    /// `before` are the words before it.
    pub(super) fn is_seat(&self, token: &Token, before: &[&Token]) -> bool {
        let is_place = self.known.province.is_some_and(|name| token.has(name))
            || !self.place.is_empty() && token.is_of(self.lexicon, Group::Body) && token.text.ends_with(&self.place);
        let is_own = match before {
            [.., head, field] if head.is(Class::FieldHead) => self.is_own_word(field, &[field]),
            [.., body] => self.is_told_body(body),
            [] => false,
        };
        self.measure.whose == Whose::Agency && is_place && is_own
    }

    /// The name of one body behind a word that also stands for many: "huyện Krông Pắc".
    fn is_one(&self, token: &Token) -> bool {
        self.lexicon.senses(&token.text).is_none() && !self.place.is_empty() && !token.text.ends_with(&self.place)
    }
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

/// True if a body at the beginning of words hands out: "Chính phủ, Thủ tướng Chính phủ giao".
fn gives(rest: &[&Token], lexicon: &Lexicon) -> bool {
    let mut behind = rest.iter().skip_while(|t| {
        t.is_of(lexicon, Group::Body)
            || matches!(t.kind, Kind::Mark(_))
            || t.senses.is(Class::Joint) && !t.is(Class::Give)
    });
    behind.next().is_some_and(|t| t.is(Class::Give))
}
