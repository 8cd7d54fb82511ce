//! What becomes of what a statement says of the measure: a result, a part of an account, a part, a doubt or a denial.

use super::super::account::Sum;
use super::super::fit::{Entry, Role, Scope};
use super::super::gathered::{Figure, Found, Gathered, reaches};
use super::search::{Fate, Search};
use crate::statement::{Class, Modality, Printed, Span, Token};

impl<'a> Search<'a, '_> {
    /// Adds what a statement says.
    pub(in super::super) fn take(&mut self, entry: Entry<'a>) {
        let at = entry.statement.at;
        if !self.is_near(at) {
            self.close();
        }
        // "được giao 82 tỷ đồng, gồm chi thường xuyên 60 tỷ đồng …": what follows may be of a part.
        let divides = entry.statement.is_breakdown
            && entry.parts == 0
            && matches!(entry.role, Role::Total(number) if self.account.only_total().is_some_and(|all| number < all));
        if divides {
            self.account.is_divided = true;
            return self.push_other(&entry, Vec::new(), |g| &mut g.others);
        }
        if matches!(entry.scope, Scope::Part(_) | Scope::Asked(_)) && matches!(entry.role, Role::Total(_)) {
            self.close();
            self.account.is_narrow = true;
            self.last = Some(at);
        }
        match &entry.scope {
            Scope::Whole => {}
            Scope::Part(words) => {
                self.account.is_mixed |= matches!(entry.role, Role::Done(_));
                self.add_piece(&entry);
                // Some of one office or one field are some of the whole.
                if entry.role == Role::LeftSome {
                    let denial = self.denial(&entry, None, None);
                    self.found.denials.push(denial);
                }
                // What one office or one field has left may be left of the whole.
                if let Role::Left(number) = entry.role
                    && number > 0.0
                    && !matches!(entry.statement.span, Span::Part | Span::Until)
                {
                    let denial = self.denial(&entry, None, None);
                    self.found.denials.push(denial);
                }
                return self.push_other(&entry, words.clone(), |g| &mut g.parts);
            }
            Scope::Other(words) => {
                // "05 nhiệm vụ chuyển sang năm 2019": some may be left.
                let is_moved = entry.statement.modality == Modality::Told
                    && entry.statement.words.iter().any(|t| t.is(Class::Rest));
                if is_moved && matches!(entry.role, Role::Left(number) if number > 0.0) {
                    let denial = self.denial(&entry, None, None);
                    self.found.denials.push(denial);
                }
                // "trong đó có 10 nhiệm vụ trọng tâm": what follows may be of them.
                self.account.is_mixed |= matches!(entry.role, Role::Total(_)) && entry.statement.is_breakdown;
                return self.push_other(&entry, words.clone(), |g| &mut g.others);
            }
            // "đã hoàn thành 168, trong đó đúng hạn 160, quá hạn 08".
            Scope::Asked(_)
                if matches!(entry.role, Role::Left(_)) && entry.statement.is_breakdown && self.account.has_done() =>
            {
                return;
            }
            Scope::Asked(words) => {
                // "Theo phụ lục, 45 nhiệm vụ được đánh dấu hoàn thành" behind 46/46.
                if let Role::Done(number) = entry.role
                    && self.tells_again(&entry)
                    && self.found.has_more_than(number)
                {
                    let denial = self.denial(&entry, None, None);
                    self.found.doubts.push(denial);
                }
                self.account.is_mixed |=
                    matches!(entry.role, Role::Done(_)) || entry.statement.words.iter().any(|t| t.is(Class::Late));
                // "40/45; 5 nhiệm vụ còn lại hoàn thành vào tháng 12": the rest may have been done.
                if matches!(entry.role, Role::Left(_))
                    && entry.statement.negation.is_none()
                    && entry.statement.words.iter().any(|t| t.is(Class::Rest))
                {
                    let denial = self.denial(&entry, None, None);
                    self.found.doubts.push(denial);
                }
                // Some may be left, in words that were not understood: enough to ask.
                if matches!(entry.role, Role::Left(number) if number > 0.0) {
                    let denial = self.denial(&entry, None, None);
                    self.found.denials.push(denial);
                }
                return self.push_other(&entry, words.clone(), |g| &mut g.asked);
            }
        }
        self.last = Some(at);
        // "Cả 178 nhiệm vụ đã xong: 151 trước hạn, 20 đúng hạn, 07 quá hạn": how they divide.
        let is_told = self.found.results.iter().any(|f| f.sentence == Some(at) && f.figure.percent >= 100.0);
        // "24/24 vấn đề. Trong đó 21 nội dung …, 3 nội dung đã kiến nghị".
        let is_of_result = |f: &Found| {
            f.figure.percent >= 100.0 && f.sentence.is_some_and(|(p, s)| p == at.0 && at.1 <= s + 2 || p + 1 == at.0)
        };
        let divides = entry.statement.is_breakdown && self.found.results.iter().any(is_of_result);
        // "40/45; 05 nhiệm vụ còn lại đã hoàn thành trong tháng 12": the rest was done too.
        let is_rest = entry.statement.words.iter().any(|t| t.is(Class::Rest)) && !self.account.has_total();
        let short = self.found.results.last_mut().filter(|f| f.figure.parts.is_some_and(|(part, whole)| part < whole));
        if let (true, Some(found)) = (is_rest, short)
            && let Some((part, whole)) = found.figure.parts
        {
            match entry.role {
                Role::Done(number) if (part + number - whole).abs() < 1e-6 => {
                    found.figure = Figure::counted(whole, whole);
                    return;
                }
                Role::RestDone => {
                    found.figure = Figure::counted(whole, whole);
                    return;
                }
                Role::Done(_) => {
                    let denial = self.denial(&entry, None, None);
                    self.found.doubts.push(denial);
                    return;
                }
                _ => {}
            }
        }
        // "Mới hoàn thành 41 nhiệm vụ" behind 45/45.
        if let Role::Done(number) = entry.role
            && (entry.statement.words.iter().any(|t| t.is(Class::Only)) || self.tells_again(&entry))
            && self.found.has_more_than(number)
        {
            let denial = self.denial(&entry, None, None);
            self.found.doubts.push(denial);
        }
        match entry.role {
            Role::Total(_) | Role::Done(_) if divides || is_told && !self.account.has_total() => {}
            Role::RestDone => self.account.complete(),
            // "(gồm 22 cơ quan chuyên môn và 15 huyện)" behind the number of all.
            Role::Total(_) if entry.statement.is_aside && self.account.has_total() => {}
            Role::Total(number) => {
                if entry.parts == 0 || entry.parts == self.fit.all_parts() {
                    self.totals.push(number);
                }
                // "- Đã giải quyết đúng hạn: 1.140; - Tổng số: 3.000": the total of a list stands last.
                let ends_list = entry.statement.is_labelled
                    && !self.account.has_total()
                    && self.account.last.as_ref().is_some_and(|last| last.statement.is_labelled);
                let goes_on = self.is_same_sentence(at) || ends_list;
                if !self.account.takes_total(entry.parts, number) || self.account.has_done() && !goes_on {
                    let is_repeat = self.account.takes_total(entry.parts, number) && self.account.has_total();
                    if !is_repeat {
                        self.close();
                        self.last = Some(at);
                    }
                }
                self.account.add(&entry);
            }
            // "12/35 cơ quan. Trong đó 05 đơn vị chưa kiểm tra": some of those that were told as done.
            Role::Left(number)
                if number > 0.0
                    && entry.statement.is_breakdown
                    && !entry.statement.is_aside
                    && !self.account.has_total()
                    && self.fit.measure.at_least < 100.0
                    && !self.found.results.is_empty() =>
            {
                let denial = self.denial(&entry, None, None);
                self.found.doubts.push(denial);
            }
            Role::Done(_) | Role::Left(_) => self.account.add(&entry),
            Role::Ratio(part, whole) => self.ratio(&entry, Figure::counted(part, whole)),
            Role::Percent(printed) => self.ratio(&entry, Figure::printed(printed)),
            Role::LeftPercent(printed) if self.complements(&entry, printed) => {}
            Role::LeftPercent(printed) => {
                let rest = Printed { percent: 100.0 - printed.percent, step: printed.step };
                self.ratio(&entry, Figure::printed(rest));
            }
            Role::All(number) => self.all_of(&entry, number),
            Role::None => self.ratio(&entry, Figure::percent(0.0)),
            Role::Below(percent) => {
                let denial = self.denial(&entry, Some(percent), None);
                self.found.denials.push(denial);
            }
            Role::LeftSome => {
                let denial = self.denial(&entry, None, None);
                self.found.denials.push(denial);
            }
        }
    }

    /// What was done in a part of a total that was told.
    fn add_piece(&mut self, entry: &Entry<'a>) {
        let is_plain = self.fit.is_piece(entry.statement);
        if entry.statement.is_aside || entry.statement.is_breakdown || !self.account.has_total() || !is_plain {
            return;
        }
        if let Role::Ratio(part, whole) = entry.role {
            self.account.add_piece(part, whole);
            self.account.last.get_or_insert_with(|| entry.clone());
            self.last = Some(entry.statement.at);
        }
    }

    /// "Số sở được kiểm tra là 4/19, số huyện được kiểm tra là 5/15": parts that are told apart by name make up the whole.
    fn add_part(&mut self, entry: &Entry<'a>) {
        let bits = |entries: &[Entry<'_>]| entries.iter().fold(0, |sum, e| sum | e.parts);
        if bits(&self.by_parts) & entry.parts != 0 || !self.is_near(entry.statement.at) {
            self.by_parts.clear();
        }
        self.by_parts.push(entry.clone());
        self.last = Some(entry.statement.at);
        if bits(&self.by_parts) != self.fit.all_parts() {
            return;
        }
        let told = std::mem::take(&mut self.by_parts);
        let ratio = |e: &Entry<'_>| if let Role::Ratio(part, whole) = e.role { Some((part, whole)) } else { None };
        let ratios: Option<Vec<(f64, f64)>> = told.iter().map(ratio).collect();
        if let (Some(ratios), Some(first)) = (ratios, told.first()) {
            let (part, whole) = ratios.iter().fold((0.0, 0.0), |(a, b), (part, whole)| (a + part, b + whole));
            self.result(first, Figure::counted(part, whole));
        }
    }

    /// In another sentence it says for itself how many were done of all, whether in time or not.
    fn tells_again(&self, entry: &Entry<'a>) -> bool {
        let is_sort = |t: &Token| t.senses.is_any(&[Class::OnTime, Class::Early, Class::Late]);
        !entry.statement.is_breakdown
            && !entry.statement.words.iter().any(is_sort)
            && self.fit.told(&entry.statement.words) != 0
            && entry.statement.words.iter().any(|t| self.fit.is_noun(t))
            && self.found.results.iter().all(|f| f.sentence != Some(entry.statement.at))
    }

    /// "trước hạn 62,4%, đúng hạn 35,1%, trễ hạn 2,5%": shares that make up all of it. What was done is their sum.
    fn complements(&mut self, entry: &Entry<'a>, left: Printed) -> bool {
        let is_share = |f: &Found| f.figure.parts.is_none() && f.sentence == Some(entry.statement.at);
        let first = self.found.results.iter().rposition(|f| !is_share(f)).map_or(0, |at| at + 1);
        let shares = &self.found.results[first..];
        let sum: f64 = shares.iter().map(|f| f.figure.percent).sum();
        if shares.len() < 2 || (sum + left.percent - 100.0).abs() > 0.3 {
            return false;
        }
        self.found.results.truncate(first + 1);
        if let Some(found) = self.found.results.last_mut() {
            found.figure = Figure::printed(Printed { percent: sum, step: left.step });
        }
        true
    }

    fn is_same_sentence(&self, at: (usize, usize)) -> bool {
        self.account.last.as_ref().is_some_and(|entry| entry.statement.at == at)
    }

    /// A figure that repeats the one before it in other form: "12/35 cơ quan, đạt 34,3%", "đạt 100% (45/45)".
    pub(super) fn repeat(&mut self, entry: &Entry<'a>) {
        if entry.statement.words.iter().any(|t| t.is(Class::Approximate))
            || !matches!(entry.scope, Scope::Whole | Scope::Asked(_))
        {
            return;
        }
        match (self.fate, entry.role) {
            (Fate::Counted, Role::Percent(_)) => self.account.add(entry),
            (Fate::Result, role) => {
                let Some(last) = self.found.results.last_mut() else { return };
                match role {
                    // "còn 3,2/128 tỷ đồng chưa giải ngân (2,5%)".
                    Role::Percent(printed) if self.is_rest && last.figure.parts.is_some() => {
                        let done = Printed { percent: 100.0 - printed.percent, step: printed.step };
                        last.figure.printed.get_or_insert(done);
                    }
                    Role::Percent(printed) if last.figure.printed.is_none() => last.figure.printed = Some(printed),
                    Role::Ratio(part, whole) if self.is_rest && last.figure.parts.is_none() => {
                        last.figure = Figure { printed: last.figure.printed, ..Figure::counted(whole - part, whole) };
                    }
                    Role::Ratio(part, whole) if last.figure.parts.is_none() => {
                        last.figure = Figure { printed: last.figure.printed, ..Figure::counted(part, whole) };
                    }
                    _ => {}
                }
            }
            // "(báo cáo nhanh) 47,9 tỷ đồng, bằng 95,8%": the words not understood are those of both figures.
            (Fate::Asked, Role::Percent(printed)) => {
                let is_bare = |f: &&mut Found| {
                    f.sentence == Some(entry.statement.at) && f.figure.parts.is_none() && f.figure.printed.is_none()
                };
                let last = self.found.asked.last_mut().filter(is_bare);
                if let Some(last) = last.filter(|_| !self.is_left) {
                    last.figure = Figure::printed(printed);
                }
            }
            // "(39 vấn đề)": more was told than was counted.
            (_, Role::Done(_)) => self.account.is_mixed = true,
            _ => {}
        }
    }

    fn ratio(&mut self, entry: &Entry<'a>, figure: Figure) {
        if entry.statement.is_breakdown && !self.found.results.is_empty() && entry.parts != 0 {
            return;
        }
        let all = self.fit.all_parts();
        if entry.parts != 0 && entry.parts != all {
            // "07 sở và 05 huyện trên tổng số 35 cơ quan".
            let goes_on =
                self.account.has_done() && !self.account.has_total() && self.is_same_sentence(entry.statement.at);
            if let (true, Some((part, whole))) = (goes_on, figure.parts) {
                let of = |role, parts| Entry { role, parts, ..entry.clone() };
                self.account.add(&of(Role::Total(whole), 0));
                self.account.add(&of(Role::Done(part), entry.parts));
                self.fate = Fate::Counted;
                return;
            }
            if !entry.statement.is_breakdown && !entry.is_left {
                self.add_part(entry);
            }
            return self.push_other(entry, Vec::new(), |g| &mut g.parts);
        }
        // "đã xử lý 15/18 vấn đề, kiến nghị xử lý 3/18": of two deeds that both count.
        let is_other_deed = self.ratio_deeds != 0 && entry.deeds != 0 && self.ratio_deeds & entry.deeds != entry.deeds;
        self.ratio_deeds = entry.deeds;
        if let (true, Some((part, whole)), Some(last)) = (is_other_deed, figure.parts, self.found.results.last_mut())
            && last.sentence == Some(entry.statement.at)
            && let Some((before, all)) = last.figure.parts
            && (all - whole).abs() < 1e-9
            && before + part <= whole
        {
            last.figure = Figure { printed: last.figure.printed, ..Figure::counted(before + part, whole) };
            return;
        }
        self.result(entry, figure);
    }

    fn all_of(&mut self, entry: &Entry<'a>, number: Option<f64>) {
        let all = self.fit.all_parts();
        let total = number.or_else(|| match self.account.sum(all) {
            Some(Sum::Of(_, total)) => Some(total),
            _ => None,
        });
        if entry.parts != 0 && entry.parts != all {
            let mut done = entry.clone();
            if let Some(number) = number {
                done.role = Role::Total(number);
                self.account.add(&done);
                done.role = Role::Done(number);
                self.account.add(&done);
            }
            return;
        }
        let figure = match total {
            Some(total) if total > 0.0 => Figure::counted(total, total),
            _ => Figure::percent(100.0),
        };
        self.result(entry, figure);
        if let Some(found) = self.found.results.last_mut() {
            found.names_all |= all != 0 && entry.parts == all;
        }
    }

    pub(super) fn result(&mut self, entry: &Entry<'a>, figure: Figure) {
        let found = self.found(entry, figure, Vec::new());
        let is_final = entry.statement.words.iter().any(|t| t.is(Class::Raise));
        let sentence = Some(entry.statement.at);
        self.found.results.push(Found { sentence, is_final, ..found });
    }

    /// True if a part of another total is on the other side of the threshold.
    pub(super) fn crosses(&self, part: f64, whole: f64, other: f64) -> bool {
        let reached = |whole: f64| reaches(100.0 * part / whole, self.fit.measure.at_least);
        other >= part && other > 0.0 && (other - whole).abs() > 1e-6 && reached(whole) != reached(other)
    }

    fn push_other(&mut self, entry: &Entry<'a>, words: Vec<String>, to: fn(&mut Gathered) -> &mut Vec<Found>) {
        let figure = match entry.role {
            Role::Ratio(part, whole) => Figure::counted(part, whole),
            Role::Percent(printed) => Figure::printed(printed),
            _ => Figure::percent(0.0),
        };
        let is_of_time = matches!(entry.statement.span, Span::Part | Span::Until);
        let found = Found { is_of_time, sentence: Some(entry.statement.at), ..self.found(entry, figure, words) };
        to(self.found).push(found);
    }
}
