//! What the words of a statement say happened: the deed or another verb, all of it, under way, or the rest.

use super::fit::Fit;
use crate::statement::{Amount, Class, Figure, Group, Kind, Statement, Token};

impl Fit<'_> {
    /// True if what is told of the figure is the deed: not where another verb governs it ("lập danh sách 68/68 người của Kế
    /// hoạch đào tạo"), nor where the deed names a plan.
    pub(super) fn is_predicate(&self, statement: &Statement) -> bool {
        let words = &statement.words;
        let (before, behind) = statement.around_figure();
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
    pub(super) fn completes_handing_out(&self, statement: &Statement) -> bool {
        let (before, behind) = statement.around_figure();
        // "… nhiệm vụ đã hoàn thành việc phân công": behind the figure too.
        [before, behind].into_iter().any(|words| {
            let deed = words.iter().rposition(|t| self.has(t, &self.deed));
            let next = deed.and_then(|deed| words[deed + 1..].iter().find(|t| !t.is(Class::Filler)));
            next.is_some_and(|t| t.is(Class::Give) && !t.is(Class::Assigned))
        })
    }

    pub(super) fn sums_up(&self, token: &Token) -> bool {
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

    /// "Trong số 27 dịch vụ phát sinh hồ sơ, …": what follows is told of those alone for which the deed, or another one, was
    /// done.
    pub(in super::super) fn is_base(&self, statement: &Statement) -> bool {
        let (before, behind) = statement.around_figure();
        let leads = &[Class::OfWhole, Class::Total, Class::All, Class::Filler, Class::CountOf];
        let is_led =
            before.first().is_some_and(|t| t.is(Class::OfWhole)) && before.iter().all(|t| t.senses.is_any(leads));
        let is_number = matches!(statement.figure, Figure::Amount(Amount::Number(_) | Amount::Money(_)));
        // "Trong số 20 vấn đề đã có kết luận": or another deed, but not that which makes them all.
        let is_whole = |t: &Token| self.whole.is_some_and(|whole| t.has(whole));
        let gives = &[Class::Give, Class::Assigned, Class::PlanVerb, Class::Total, Class::Duty];
        let acts = |t: &Token| {
            let is_verb = t.is(Class::Weak) || t.is_of(self.lexicon, Group::Deed);
            is_verb && !is_whole(t) && !t.senses.is_any(gives)
        };
        let is_done = |at: usize| behind[at].is(Class::DoneMark) && behind[at + 1..].iter().take(3).any(acts);
        is_led
            && is_number
            && (behind.iter().any(|t| self.has(t, &self.deed) && !t.is(Class::Duty)) || (0..behind.len()).any(is_done))
    }

    /// "cộng là 660 tỷ đồng": the sum of the numbers before it.
    pub(in super::super) fn is_sum_of_numbers(&self, statement: &Statement) -> bool {
        let is_first = statement.words.first().is_some_and(|t| t.is(Class::Sum));
        is_first && statement.words.iter().all(|t| self.sums_up(t) || self.has(t, &self.noun))
    }

    /// "Tính chung cả năm là 30/46 dịch vụ": words for what comes of several figures, and none that says of what else.
    pub(super) fn is_sum(&self, statement: &Statement) -> bool {
        let sums = |t: &Token| self.sums_up(t) || self.has(t, &self.noun) || matches!(t.kind, Kind::Time(_));
        let is_ratio = matches!(statement.figure, Figure::Amount(Amount::Fraction(..) | Amount::Percent(_)));
        let mut words = statement.words.iter().chain(&statement.around);
        is_ratio && self.begins_sum(statement) && words.all(sums)
    }

    /// It begins with words for what comes of several figures.
    pub(in super::super) fn begins_sum(&self, statement: &Statement) -> bool {
        [&statement.words, &statement.around].iter().any(|words| words.first().is_some_and(|t| t.is(Class::Sum)))
    }

    /// It names the body whose figures count: "tính chung toàn Sở".
    pub(super) fn names_owner(&self, statement: &Statement) -> bool {
        statement.words.iter().any(|t| t.is_of(self.lexicon, Group::Body) && self.is_own_body(t))
    }

    /// A share in a line of a list that says of what, with no verb of its own.
    pub(super) fn is_item(&self, statement: &Statement) -> bool {
        let mut words = statement.words.iter().chain(&statement.around).chain(&statement.verbs);
        let acts = |t: &Token| t.senses.is_any(&[Class::Weak, Class::DoneMark, Class::Negation, Class::Done]);
        let is_ratio = matches!(statement.figure, Figure::Amount(Amount::Fraction(..)));
        let is_told = statement.verbs.iter().any(|t| self.has(t, &self.deed));
        is_ratio && !statement.is_bare && !is_told && !words.any(acts)
    }

    /// It sets one body against another: "còn cấp huyện: 2/15".
    pub(in super::super) fn sets_against(&self, statement: &Statement) -> bool {
        match statement.words.as_slice() {
            [first, body, ..] => {
                first.senses.is_any(&[Class::Rest, Class::Contrast])
                    && body.is_of(self.lexicon, Group::Body)
                    && statement.ahead_of_figure > 1
            }
            _ => false,
        }
    }

    /// It is what remains: not where the word only sets one body against another ("còn cấp huyện: 2/15").
    pub(super) fn tells_rest(&self, statement: &Statement) -> bool {
        let words = &statement.words;
        let sets_against = |at: usize| at == 0 && self.sets_against(statement);
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
    pub(super) fn is_ongoing(&self, statement: &Statement) -> bool {
        let words = &statement.words;
        let deed_at = |at: &usize| self.has(&words[*at], &self.deed) && !words[*at].is(Class::Duty);
        let is_alone = |at: usize| {
            let governs = (at..words.len().min(at + 3)).any(|next| deed_at(&next));
            governs || !(0..words.len()).any(|deed| deed_at(&deed))
        };
        (0..words.len()).any(|at| words[at].is(Class::Ongoing) && is_alone(at))
    }

    /// Where another verb is joined to the deed behind the figure: "… đã được triển khai xong và gửi minh chứng về Sở Nội vụ".
    pub(super) fn end_of_predicate(&self, statement: &Statement) -> usize {
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
}
