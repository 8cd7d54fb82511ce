//! What a figure says of the measure: how many there are, were done or left, or a share.

use super::fit::{Fit, Over};
use super::meaning::{Counted, Role};
use crate::statement::{Amount, Class, Figure, Group, Modality, Side, Statement, Token};

impl Fit<'_> {
    pub(super) fn role(
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
                    match self.is_denied_of(statement) {
                        true if part / whole < 0.5 => Some(Role::Ratio(whole - part, *whole)),
                        true => Some(Role::Below(100.0)),
                        false => Some(Role::Below(100.0 * part / whole)),
                    }
                }
                (true, _) => Some(Role::Ratio(whole - part, *whole)),
                (false, _) if has_deed || statement.is_bare => Some(Role::Ratio(*part, *whole)),
                _ => None,
            },
            Figure::Amount(Amount::Percent(printed)) => match (is_left, side) {
                (true, Some(Side::Before)) if !statement.is_labelled && self.denies_figure(statement) => {
                    match self.is_denied_of(statement) {
                        // "chưa giải ngân 2,3% kinh phí": so much of it; of more than half it may be less than that.
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
    pub(super) fn is_more_than_all(&self, role: Role) -> bool {
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
        let (before, _) = statement.around_figure();
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

    /// What is denied is the deed, not a share that was to be reached: "chưa giải ngân 2,3% kinh phí", but "chưa đạt 95%".
    fn is_denied_of(&self, statement: &Statement) -> bool {
        let (before, _) = statement.around_figure();
        let negation = before.iter().rposition(|t| t.is(Class::Negation));
        negation.is_some_and(|at| before[at..].iter().any(|t| self.has(t, &self.deed)))
    }
}

fn words_have_duty(statement: &Statement) -> bool {
    statement.words.iter().any(|t| t.is(Class::Duty))
}
