//! Of what a statement tells: of all that the measure counts, a part of it, or no result of the year.

use super::super::measure::Whose;
use super::fit::{Fit, Over, has_name};
use super::meaning::{Role, Scope, Understood};
use crate::statement::{Amount, Class, Figure, Group, Kind, Lexicon, Modality, Span, Statement, Time, Token, span};

impl Fit<'_> {
    /// Of what a list tells, by its heads and captions; `None` if it is no list of what the measure counts.
    pub(in super::super) fn list_scope(&self, statement: &Statement, over: Over<'_>) -> Option<Scope> {
        if !self.is_about(statement, over) {
            return None;
        }
        over.names_counted.then(|| self.scope(statement, over, Role::None))
    }

    /// The whole, unless words of the line over a sum were not understood: "Giải ngân vốn ODA:".
    pub(super) fn asked_by_lead(&self, over: Over<'_>) -> Scope {
        let lead: Vec<&Token> = over.lead.into_iter().flatten().collect();
        let judged = |wanted: Understood| {
            let is = |at: &usize| self.judge(lead[*at], &lead[*at..], Role::None) == wanted;
            (0..lead.len()).filter(is).map(|at| lead[at].text.to_string()).collect::<Vec<_>>()
        };
        let (narrow, unknown) = (judged(Understood::Narrows), judged(Understood::Unknown));
        match () {
            () if !narrow.is_empty() => Scope::Part(narrow),
            () if !unknown.is_empty() => Scope::Asked(unknown),
            () => Scope::Whole,
        }
    }

    pub(super) fn scope(&self, statement: &Statement, over: Over<'_>, role: Role) -> Scope {
        let texts = |tokens: &[&Token]| tokens.iter().map(|t| t.text.to_string()).collect::<Vec<_>>();
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
        // "đạt 82%, chưa kể số tạm ứng", "294/300 hồ sơ, chưa kể 120 hồ sơ quá hạn": of what is told a part alone.
        let uncounted: Vec<&Token> = statement.behind.iter().filter(|t| t.is(Class::NotCounted)).collect();
        if !uncounted.is_empty() && matches!(role, Role::Ratio(..) | Role::Percent(_) | Role::All(_)) {
            return Scope::Asked(texts(&uncounted));
        }
        // "Bốn quý giải ngân lần lượt 20%, 22%, 25%, 30%".
        let is_one_of_several = statement.words.iter().any(|t| t.is(Class::Respectively));
        if is_one_of_several && matches!(role, Role::Ratio(..) | Role::Percent(_)) {
            return Scope::Part(Vec::new());
        }
        if let Some(scope) = self.opened_elsewhere(statement) {
            return scope;
        }
        if self.is_labelled_otherwise(statement) {
            return Scope::Part(texts(&statement.around.iter().collect::<Vec<_>>()));
        }
        // "hoàn thành đúng hạn 40/42": the others may have been done late.
        let timely: Vec<&Token> =
            statement.words.iter().filter(|t| t.senses.is_any(&[Class::OnTime, Class::Early, Class::Late])).collect();
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
                && self.bodies.iter().any(|body| *body == token.text);
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
            let is_seat = self.is_seat(token, &near[..at]);
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
        // "Trong số vấn đề đã kết luận, 100% …": those of which another thing was done.
        let is_whole = |t: &Token| self.whole.is_some_and(|whole| t.has(whole));
        let acts = |t: &Token| {
            (t.is(Class::Weak) || t.is_of(self.lexicon, Group::Deed))
                && !is_whole(t)
                && !t.senses.is_any(&[Class::Give, Class::Assigned, Class::PlanVerb, Class::Total])
        };
        let of_others = statement.around.iter().any(|t| t.is(Class::DoneMark)) && statement.around.iter().any(acts);
        let of_due = statement.around.iter().any(|t| t.senses.is_any(&[Class::Duty, Class::Order]));
        if chosen.is_some() && (of_due || of_others) {
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
        // "b) Nguồn vốn nước ngoài": the line over it names a sort of what is counted.
        // Over a table it may say how that is laid out.
        let mut nearest = over.lead.into_iter().chain(over.heads.last().copied()).filter(|_| !statement.is_cell);
        if let Some(words) = nearest.find_map(|head| self.sort_named_by(head)) {
            return Scope::Asked(words);
        }
        let names_itself = self.names_itself(statement);
        let heads = over.heads.iter().map(|head| (*head, false)).chain([(self.title, names_itself)]);
        for (head, may_name_more) in heads {
            // "Sở Nội vụ báo cáo:" opens what follows; "chia theo lĩnh vực" says how it is laid out.
            let words: Vec<&Token> = head.iter().filter(|t| !matches!(t.kind, Kind::Mark(_))).collect();
            let names_field = words.iter().any(|t| t.is(Class::Narrow) || t.is_of(self.lexicon, Group::Field));
            if words.last().is_some_and(|t| t.is(Class::Weak)) && head.len() > 2 && !names_field {
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
                .filter(|(at, t)| !self.is_seat(t, &head[..*at].iter().collect::<Vec<_>>()))
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

    /// The words behind what is counted that make a line name a sort of it, where the line begins with it.
    fn sort_named_by(&self, head: &[Token]) -> Option<Vec<String>> {
        let words: Vec<&Token> = head.iter().filter(|t| t.kind == Kind::Word || t.kind == Kind::Unknown).collect();
        let (first, rest) = words.split_first()?;
        if first.is(Class::Filler)
            || !self.has(first, &self.noun)
            || head.iter().any(|t| t.is_mark(',') || t.is(Class::Weak) || self.has(t, &self.deed))
        {
            return None;
        }
        let is_sort = |at: &usize| self.judge(rest[*at], &rest[*at..], Role::None) != Understood::Harmless;
        let sort: Vec<String> = (0..rest.len()).filter(is_sort).map(|at| rest[at].text.to_string()).collect();
        (!sort.is_empty()).then_some(sort)
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
        let before = statement.around_figure().0;
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
        let ends = |words: &[Token]| self.told(words) != 0;
        // "Qua kiểm toán, 9/9 tồn tại đã được xử lý", where those that an inspection found count.
        let is_source =
            led.first().is_some_and(|t| t.is(Class::Lead) && t.is(Class::Joint)) && !self.measure.about.is_empty();
        if is_source && !ends(led) {
            let is_other = |t: &&Token| {
                t.is_of(self.lexicon, Group::Deed)
                    && !t.senses.is_any(&[Class::Weak, Class::Lead, Class::Filler, Class::Done])
                    && self.judge(t, &[*t], Role::None) == Understood::Narrows
            };
            return led.iter().find(is_other).map(|t| Scope::Part(vec![t.text.to_string()]));
        }
        let at = (0..led.len()).find(|at| ends(&led[..=*at]))?;
        let rest: Vec<&Token> = led[at + 1..].iter().collect();
        let of = |wanted: Understood| {
            let judged = (0..rest.len()).filter(|at| self.judge(rest[*at], &rest[*at..], Role::None) == wanted);
            judged.map(|at| rest[at].text.to_string()).collect::<Vec<String>>()
        };
        let (narrow, unknown) = (of(Understood::Narrows), of(Understood::Unknown));
        match () {
            () if !narrow.is_empty() => Some(Scope::Part(narrow)),
            () if !unknown.is_empty() => Some(Scope::Asked(unknown)),
            () => None,
        }
    }

    /// "Tại huyện Lắk, …; đã hoàn thành 20/20 nhiệm vụ": of the place or the topic that opens the sentence.
    fn opened_elsewhere(&self, statement: &Statement) -> Option<Scope> {
        let opening: Vec<&Token> = statement.opening.iter().collect();
        let narrows = |at: &usize| self.judge(opening[*at], &opening[*at..], Role::None) == Understood::Narrows;
        let words: Vec<String> = (0..opening.len()).filter(narrows).map(|at| opening[at].text.to_string()).collect();
        (!words.is_empty() && !self.names_owner(statement)).then_some(Scope::Part(words))
    }

    /// "Đã có 12/15 sở hoàn thành 100% nhiệm vụ": what is told of some bodies is a part.
    fn done_by_some(&self, statement: &Statement) -> Option<Scope> {
        let is_body = |t: &Token| {
            !self.has(t, &self.noun) && (t.is_of(self.lexicon, Group::Body) || has_name(t, self.known.agency))
        };
        let words: Vec<&Token> = statement.subject.iter().chain(statement.around_figure().0).collect();
        let counted = words.windows(2).position(|pair| pair[0].amount().is_some() && is_body(pair[1]))?;
        let does = words[counted..].iter().any(|t| self.has(t, &self.deed));
        does.then(|| Scope::Part(vec![words[counted + 1].text.to_string()]))
    }

    /// The time of a statement: its own, else that of the nearest head that tells one.
    fn span(&self, statement: &Statement, over: Over<'_>) -> Span {
        // "Số liệu tính đến hết tháng 11:"; a day by itself may be that of a document.
        let is_day = |t: &Token| matches!(t.kind, Kind::Time(Time::Day(_)));
        let of_lead = |lead: &[Token]| match self.span_of_head(lead) {
            Span::Part if lead.iter().any(is_day) => None,
            span => Some(span).filter(|s| matches!(s, Span::Until | Span::Part)),
        };
        let lead = over.lead.filter(|_| !statement.is_cell && matches!(statement.span, Span::Untold | Span::Year));
        let heads = over.heads.iter().rev().map(|head| self.span_of_head(head)).find(|s| *s != Span::Untold);
        let span = match statement.span {
            Span::Untold => heads.unwrap_or(self.title_span),
            // A year in a report of half of it.
            Span::Year if heads == Some(Span::Part) || heads.is_none() && self.title_span == Span::Part => Span::Part,
            own => own,
        };
        match lead.and_then(of_lead).unwrap_or(span) {
            // All of it was done by then.
            Span::Until if is_complete(&statement.figure) => Span::Year,
            Span::Until => Span::Part,
            own => own,
        }
    }

    fn span_of_head(&self, head: &[Token]) -> Span {
        let is_year = |t: &Token| matches!(t.kind, Kind::Time(Time::Year(y)) if y == self.year);
        match span(head.iter(), self.year) {
            Span::Other if head.iter().any(is_year) => Span::Year,
            Span::Closed => Span::Year,
            other => other,
        }
    }
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
