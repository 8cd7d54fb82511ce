//! What the figure of a statement counts, and whether it is how many there are.

use super::fit::{Fit, Over, has_name};
use super::meaning::Counted;
use crate::statement::{Amount, Class, Figure, Group, Kind, Statement, Token};

impl Fit<'_> {
    /// "bao gồm cả 04 đơn vị cấp xã": others are counted too.
    pub(in super::super) fn counts_others(&self, statement: &Statement) -> bool {
        let has = |class: Class| statement.words.iter().any(|t| t.is(class));
        let is_other =
            |t: &Token| t.is_of(self.lexicon, Group::Body) && !self.has(t, &self.noun) && !self.is_own_body(t);
        has(Class::EachPart) && has(Class::All) && statement.words.iter().any(is_other)
    }

    /// What a figure counts: by the noun beside it, else by what stands over it.
    pub(super) fn counts(&self, statement: &Statement, over: Over<'_>) -> Counted {
        let (before, behind) = statement.around_figure();
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
        if whole.is_some_and(|t| !self.is_counted(t) && !is_body(t) && !self.is_paper(t)) {
            return Counted::Other;
        }
        // "3.400 hồ sơ" where services with dossiers count: the noun behind a figure is what it counts.
        let is_else =
            |t: &Token| t.is_of(self.lexicon, Group::Noun) && !self.is_own_word(t, &[t]) && !self.is_counted(t);
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

    /// "cấp huyện có 15 đơn vị", with the deed told beside it: how many there are.
    pub(super) fn is_had(&self, statement: &Statement) -> bool {
        let (before, _) = statement.around_figure();
        let is_subject = |t: &Token| t.is_of(self.lexicon, Group::Body) || self.has(t, &self.noun);
        before.windows(2).any(|pair| is_subject(&pair[0]) && pair[1].is(Class::Total))
    }

    /// The deed of all of it is told, not that of what was done: "đã giải quyết 900 hồ sơ" where those in time count.
    pub(super) fn is_total_of_deed(&self, statement: &Statement) -> bool {
        let (leads, _) = statement.around_figure();
        let of_whole = leads.iter().rposition(|t| t.is(Class::OfWhole) && !t.is(Class::Joint));
        let is_of_whole = leads.first().is_some_and(|t| t.is(Class::OfWhole))
            || of_whole.is_some_and(|at| !leads[at..].iter().any(|t| self.has(t, &self.deed)));
        // "Trong 40 người …": what follows says what of them.
        is_of_whole && matches!(statement.figure, Figure::Amount(_)) && self.deed_behind(statement).is_none()
    }

    fn deed_behind(&self, statement: &Statement) -> Option<usize> {
        let (_, behind) = statement.around_figure();
        behind.iter().position(|t| self.has(t, &self.deed))
    }

    pub(super) fn is_total(&self, statement: &Statement, over: Over<'_>) -> bool {
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
        let is_known = |token: &Token| !matches!(token.kind, Kind::Unknown);
        of_whole && (words.iter().any(says) || statement.is_labelled || words.iter().all(is_known))
    }
}
