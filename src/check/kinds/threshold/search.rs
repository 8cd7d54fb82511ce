//! What the statements of a document say of a measure, in order, and the accounts that they make.

use super::account::{Account, Sum};
use super::fit::{Entry, Fit, Over, Role, Scope};
use super::gathered::{Denial, Figure, Found, Gathered, Spot, reaches};
use crate::reading::Reading;
use crate::statement::{Class, Modality, Paragraph, Printed, Span, Token};

/// Most sentences, and paragraphs, that may lie between what an account tells.
const NEAR: usize = 6;

/// Longest line that heads the paragraph behind it, in bytes.
const HEAD: usize = 160;

/// A document that is searched.
pub(super) struct Search<'a, 'g> {
    pub(super) reading: &'a Reading,
    pub(super) fit: &'a Fit<'a>,
    pub(super) account: Account<'a>,
    /// Paragraph and sentence of the last entry.
    last: Option<(usize, usize)>,
    /// What became of the statement before this one, and where it stands.
    fate: Fate,
    fate_at: Option<(usize, usize)>,
    /// All totals that were told.
    totals: Vec<f64>,
    /// The part that it told of, or the words of it that were not understood.
    part: Option<Scope>,
    /// The sentence in which all is told of those alone for which the deed was done.
    base_at: Option<(usize, usize)>,
    /// It told what was left.
    is_rest: bool,
    /// It told only about how much.
    is_vague: bool,
    /// Where the measure was told of last.
    told_at: Option<(usize, usize)>,
    /// The deeds of the last ratio, as bits.
    ratio_deeds: u32,
    /// The line before this paragraph, if it heads it.
    lead: Option<&'a [Token]>,
    /// The line that opened the list of which this paragraph is an item, or which ended right before it.
    intro: Option<&'a [Token]>,
    /// Ratios of parts of the whole that are told apart by name.
    by_parts: Vec<Entry<'a>>,
    pub(super) found: &'g mut Gathered,
}

impl<'a, 'g> Search<'a, 'g> {
    pub(super) fn new(reading: &'a Reading, fit: &'a Fit<'a>, found: &'g mut Gathered) -> Self {
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
    pub(super) fn paragraph(&mut self, paragraph: &'a Paragraph) {
        let lead = self.lead_of(paragraph);
        let heads: Vec<&[Token]> = paragraph.headings.iter().map(|h| h.as_slice()).collect();
        if paragraph.statements.is_empty() {
            for sentence in 0..paragraph.sentences.len() {
                self.doubts(paragraph, sentence);
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
                self.doubts(paragraph, taken);
                taken += 1;
            }
            // Figures in cells of tables are read with their heads.
            let is_cell_figure = paragraph.is_cell && !self.fit.is_sentence(statement);
            let entry = self.fit.entry(statement, over).filter(|_| !is_cell_figure);
            if entry.is_some() {
                self.told_at = Some(statement.at);
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
            self.doubts(paragraph, sentence);
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
        self.lead = first.filter(|_| is_short).or(opening).map(|s| s.tokens.as_slice());
        lead
    }

    /// "Số liệu này sau đó được xác định là sai", "Hai cơ quan đang đối chiếu lại".
    fn doubts(&mut self, paragraph: &Paragraph, index: usize) {
        let Some(sentence) = paragraph.sentences.get(index) else { return };
        let has = |classes: &[Class]| sentence.tokens.iter().any(|t| t.senses.is_any(classes));
        let is_about_figures = has(&[Class::Data]);
        let takes_back =
            &[Class::Dispute, Class::Retract, Class::Planned, Class::Hearsay, Class::Estimate, Class::Condition];
        // "Số liệu này chưa được xác nhận".
        let is_denied = has(&[Class::NotCounted]) || has(&[Class::Negation]) && !has(&[Class::Done]);
        // "(1) Gồm cả nhiệm vụ đang trình phê duyệt."
        let is_noted = self.is_footnote(&sentence.tokens) && self.fit.is_narrowed_by(&sentence.tokens);
        let doubts = is_about_figures && (has(takes_back) || is_denied) || is_noted;
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
    fn is_near(&self, at: (usize, usize)) -> bool {
        self.last.is_none_or(|(p, s)| at.0 == p && at.1 <= s + NEAR || at.0 > p && at.0 <= p + NEAR)
    }

    /// Adds what a statement says.
    pub(super) fn take(&mut self, entry: Entry<'a>) {
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
                self.add_piece(&entry);
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
            && self.found.results.iter().any(|f| f.figure.parts.is_some_and(|(part, _)| number < part))
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
            Role::None => self.ratio(&entry, Figure { percent: 0.0, parts: None, printed: None }),
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
        if entry.statement.is_aside || entry.statement.is_breakdown || !self.account.has_total() {
            return;
        }
        if matches!(entry.role, Role::Ratio(..) | Role::Done(_)) {
            self.account.add_piece(entry.role);
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
            && self.fit.names_itself(entry.statement)
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
    fn repeat(&mut self, entry: &Entry<'a>) {
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
            _ => Figure { percent: 100.0, parts: None, printed: None },
        };
        self.result(entry, figure);
        if let Some(found) = self.found.results.last_mut() {
            found.names_all |= all != 0 && entry.parts == all;
        }
    }

    fn result(&mut self, entry: &Entry<'a>, figure: Figure) {
        let found = self.found(entry, figure, Vec::new());
        let is_final = entry.statement.words.iter().any(|t| t.is(Class::Raise));
        let sentence = Some(entry.statement.at);
        self.found.results.push(Found { sentence, is_final, ..found });
    }

    /// How many there are by the words over a table.
    pub(super) fn told_number(&self, grid: &crate::statement::Grid) -> Option<f64> {
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
    pub(super) fn drop_account(&mut self) {
        self.account = Account::default();
        self.last = None;
    }

    /// True if a part of another total is on the other side of the threshold.
    fn crosses(&self, part: f64, whole: f64, other: f64) -> bool {
        let reached = |whole: f64| reaches(100.0 * part / whole, self.fit.measure.at_least);
        other >= part && other > 0.0 && (other - whole).abs() > 1e-6 && reached(whole) != reached(other)
    }

    /// Ends the account and adds what it comes to.
    pub(super) fn close(&mut self) {
        let account = std::mem::take(&mut self.account);
        self.last = None;
        let Some(last) = account.last.clone() else { return };
        match account.sum_of_pieces().or_else(|| account.sum(self.fit.all_parts())) {
            _ if account.is_narrow && !account.has_total() => {
                let found = self.found(&last, Figure { percent: 0.0, parts: None, printed: None }, Vec::new());
                self.found.parts.push(found);
            }
            // Of several deeds that count one alone is told.
            // Some of it was told of a part, or in words that were not understood: there may be more.
            Some(Sum::Of(part, whole))
                if account.is_open(part, whole) && !reaches(100.0 * part / whole, self.fit.measure.at_least) =>
            {
                let found = self.found(&last, Figure::counted(part, whole), Vec::new());
                self.found.parts.push(found);
            }
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
                let found = self.found(&last, Figure { percent: 0.0, parts: None, printed: None }, Vec::new());
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
                    let found = self.found(&last, Figure { percent: 0.0, parts: None, printed: None }, Vec::new());
                    self.found.others.push(found);
                    if let Role::Done(number) = last.role {
                        self.found.loose.push((last.statement.at.0, number));
                    }
                }
            }
        }
    }

    fn push_other(&mut self, entry: &Entry<'a>, words: Vec<String>, to: fn(&mut Gathered) -> &mut Vec<Found>) {
        let figure = match entry.role {
            Role::Ratio(part, whole) => Figure::counted(part, whole),
            Role::Percent(printed) => Figure::printed(printed),
            _ => Figure { percent: 0.0, parts: None, printed: None },
        };
        let is_of_time = matches!(entry.statement.span, Span::Part | Span::Until);
        let found = Found { is_of_time, ..self.found(entry, figure, words) };
        to(self.found).push(found);
    }

    fn found(&self, entry: &Entry<'_>, figure: Figure, words: Vec<String>) -> Found {
        Found { words, ..Found::new(figure, self.spot(entry.statement.range.clone())) }
    }

    pub(super) fn denial(&self, entry: &Entry<'_>, at_most: Option<f64>, left: Option<f64>) -> Denial {
        Denial { at_most, left, spot: self.spot(entry.statement.range.clone()) }
    }

    /// Notes what was not read, where its words may tell of the measure.
    pub(super) fn unread(&mut self, ranges: &[std::ops::Range<usize>]) {
        for range in ranges {
            let text = &self.reading.flow().as_str()[range.clone()];
            if self.fit.may_tell(text) {
                // The beginning is enough to find it.
                let head = range.start..text.char_indices().nth(HEAD).map_or(range.end, |(at, _)| range.start + at);
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
enum Fate {
    /// It is of something else, or of a part.
    Nothing,
    /// It tells a result.
    Result,
    /// It tells how many were done.
    Counted,
}

impl Fate {
    fn of(entry: &Entry<'_>) -> Self {
        match (&entry.scope, entry.role) {
            (Scope::Whole, Role::Ratio(..) | Role::Percent(_) | Role::LeftPercent(_) | Role::All(_)) => Fate::Result,
            (Scope::Whole, Role::Done(_)) => Fate::Counted,
            _ => Fate::Nothing,
        }
    }
}
