//! What a statement says of the measure, from what its words say happened, what its figure counts and of what it tells.

use super::fit::{Fit, Over};
use super::meaning::{Counted, Entry, Scope};
use crate::statement::{Amount, Class, Figure, Group, Statement, Token};

impl<'a> Fit<'a> {
    /// What a statement says of the measure; `None` if it tells of something else.
    pub(in super::super) fn entry(&self, statement: &'a Statement, over: Over<'_>) -> Option<Entry<'a>> {
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
        let counted = self.counts(statement, over);
        if counted == Counted::Other {
            return None;
        }
        let verb_negation = statement.verbs.iter().any(|t| t.is(Class::Negation));
        let is_denied = statement.negation.is_some() || verb_negation || has_undone;
        // "Tất cả 44 nhiệm vụ đang được triển khai" leaves open how many were done.
        let is_ongoing = self.is_ongoing(statement) && !told(&[Class::All]);
        // "Các sở đang hoàn thành 45/45 nhiệm vụ" tells neither how many were done nor how many were not.
        let is_ratio = matches!(statement.figure, Figure::Amount(Amount::Fraction(..) | Amount::Percent(_)));
        if is_ongoing && is_ratio && !is_denied && has_deed {
            return None;
        }
        // "09 vấn đề còn lại đã được kiến nghị": what was left was done.
        let is_told_behind = statement.is_topic && statement.verbs.iter().any(|t| t.is(Class::DoneMark));
        let is_done = has_deed && (told(&[Class::DoneMark, Class::All]) || is_told_behind);
        // Where being late is what counts, what is under way is none of it.
        let is_open = self.undone.is_empty() && (is_ongoing || self.tells_rest(statement) && !is_done);
        let is_left = is_denied
            || is_open
            // "Ngoài việc hoàn thành 11/11 nội dung, …" adds.
            || words.iter().any(|t| t.is(Class::Except) && !t.is(Class::Lead))
            || told(&[Class::Late]) && !has_deed && self.undone.is_empty();
        let role = self.role(statement, over, has_deed, has_own_deed || statement.is_topic, is_left, counted)?;
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
        // "Cộng: 9/9" behind two offices is a sum of those two, unless something says that they are all.
        let is_of_all = parts != 0 && parts == self.all_parts() || over.names_measure || self.names_owner(statement);
        let scope = match scope {
            Scope::Whole if is_ratio && !statement.is_cell && self.begins_sum(statement) && !is_of_all => {
                Scope::Part(Vec::new())
            }
            Scope::Whole if is_sum && !statement.is_cell => self.asked_by_lead(over),
            scope => scope,
        };
        let deeds = self.deeds_of(words) | self.deeds_of(&statement.verbs);
        Some(Entry { role, scope, parts, deeds, is_left, statement })
    }
}
