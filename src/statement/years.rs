//! Which years a title or a sentence speaks of.

use super::amount::Amount;
use super::lexicon::{Class, Group, Lexicon};
use super::token::{Kind, Time, Token};
use super::tokens::tokens;
use crate::text::Key;
use crate::text::doctype;

/// Types of documents whose year says which one it is: laws and what is below them.
const LAWS: &[&str] = &["HP", "L", "PL", "NĐ", "TT", "TTLT"];

/// True if a text names years, and none of them is `year`: what it says is not of that year. Years of the documents that it
/// cites, of what a result is held against, and of what it shall lead to are not its own.
pub(crate) fn speaks_only_of_others(text: &str, lexicon: &Lexicon, year: i16) -> bool {
    let tokens = tokens(text, lexicon);
    let laws = LAWS.iter().filter_map(|law| doctype::name_of(law)).map(Key::new).collect();
    let named = Reader { tokens: &tokens, lexicon, year, laws }.years();
    if !named.is_empty() {
        return !named.iter().any(|(from, to)| *from <= year && year <= *to);
    }
    // Only words that name a year tell of another one: a period or an earlier state may be within this one.
    let is_compared = |at: usize| tokens[..at].iter().any(|t| t.is(Class::Compare));
    let other = tokens.iter().position(|t| t.is(Class::OtherTime) && names_year(t));
    let is_own = |t: &Token| t.is(Class::WholeYear) && names_year(t);
    other.is_some_and(|at| !is_compared(at)) && !tokens.iter().any(is_own)
}

struct Reader<'a> {
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    year: i16,
    /// The names of [`LAWS`].
    laws: Vec<Key>,
}

/// What the next time belongs to, if not to the text itself.
#[derive(Clone, Copy, PartialEq)]
enum Owner {
    /// A document: its day is that of its issue.
    Paper,
    /// A document before a mark.
    PaperBefore,
    /// The issue of a document.
    Issue,
    /// A law.
    Law,
    /// What a result is held against.
    Compared,
}

impl Reader<'_> {
    /// The years that it speaks of: one, or first and last of several.
    fn years(&self) -> Vec<(i16, i16)> {
        let mut found: Vec<(i16, i16)> = Vec::new();
        let mut owner = None;
        for (at, token) in self.tokens.iter().enumerate() {
            let years = self.years_of(at, found.is_empty());
            if years.is_empty() {
                owner = self.owner(owner, token);
                continue;
            }
            let is_own = match owner {
                None => true,
                Some(Owner::Issue | Owner::Compared) => false,
                Some(_) if matches!(token.kind, Kind::Time(Time::Day(_))) => false,
                Some(Owner::Paper | Owner::PaperBefore) => true,
                Some(Owner::Law) => !self.tokens.get(at + 1).is_some_and(|t| t.is_mark(',')),
            };
            let leads_on = years.iter().all(|(from, _)| *from > self.year) && self.is_behind_result(at);
            if is_own && !leads_on && !self.is_told_later(at) {
                found.extend(years);
            }
            owner = owner.filter(|o| matches!(o, Owner::Paper | Owner::PaperBefore));
        }
        found
    }

    /// What times behind a token belong to.
    fn owner(&self, before: Option<Owner>, token: &Token) -> Option<Owner> {
        let is_joint = token.is_mark('/') || token.senses.is_any(&[Class::Joint, Class::Filler, Class::WholeYear]);
        let is_paper = matches!(before, Some(Owner::Paper | Owner::PaperBefore | Owner::Law));
        match before {
            _ if self.is_law(token) => Some(Owner::Law),
            _ if token.is(Class::Compare) => Some(Owner::Compared),
            _ if self.is_paper(token) || matches!(token.kind, Kind::Document(_)) => Some(Owner::Paper),
            Some(Owner::Paper) if self.is_issue(token) => Some(Owner::Issue),
            // "ban hành vào cuối năm 2017": nothing else stands between.
            Some(Owner::Issue) if !is_joint => Some(Owner::Paper),
            // "tăng trưởng" is another word.
            Some(Owner::Compared) if token.kind == Kind::Unknown => None,
            // "Thông tư số …/2021/TT-BTC, ngày 08/01/2021"; "Thực hiện Kế hoạch, đến ngày 31/12/2017".
            Some(Owner::PaperBefore) if token.is(Class::WholeYear) && !matches!(token.kind, Kind::Time(_)) => None,
            _ if is_paper && matches!(token.kind, Kind::Mark('.' | ',' | '…' | '-')) => Some(Owner::PaperBefore),
            // "Quy chế này được áp dụng từ ngày 01/01/2017": what it says of itself, no longer which one it is.
            _ if is_paper && token.is(Class::DoneMark) => None,
            _ if matches!(token.kind, Kind::Mark(mark) if mark != '/') => None,
            _ => before,
        }
    }

    /// "kế hoạch", and a phrase that ends with it: "thực hiện kế hoạch".
    fn is_paper(&self, token: &Token) -> bool {
        let Some(paper) = self.lexicon.name(Group::Noun, super::lexicon::names::PAPER) else { return false };
        let is_paper = |end: &str| self.lexicon.senses(end).is_some_and(|senses| senses.has(paper));
        token.kind == Kind::Word && ends(&token.text).any(is_paper)
    }

    /// "nghị định", and a phrase that ends with it: "theo nghị định"; a field is none: "thi hành pháp luật".
    fn is_law(&self, token: &Token) -> bool {
        let is_law = |words: &str| self.laws.iter().any(|law| law.as_str() == words);
        is_law(&token.text) || token.senses.names().is_empty() && ends(&token.text).any(is_law)
    }

    /// Issues or approves a document; behind the word for a plan the tokens carry no deed.
    fn is_issue(&self, token: &Token) -> bool {
        let issue = self.lexicon.name(Group::Deed, "ban hành văn bản");
        let senses = self.lexicon.senses(&token.text);
        senses.is_some_and(|s| s.is(Class::PlanVerb) || issue.is_some_and(|issue| s.has(issue)))
    }

    /// The years that a token names. A bare number is one behind "tháng 12/" and in a list of years.
    fn years_of(&self, at: usize, is_first: bool) -> Vec<(i16, i16)> {
        let one = |year: i16| vec![(year, year)];
        let token = &self.tokens[at];
        let before = |steps: usize| at.checked_sub(steps).and_then(|at| self.tokens.get(at));
        let is_of_month =
            before(1).is_some_and(|t| t.is_mark('/')) && before(2).is_some_and(|t| t.is(Class::WholeYear));
        // "năm 2018", "giai đoạn 2016-2020"; a bare number may be anything, unless it is all there is.
        let is_led = self.tokens.len() == 1
            || before(1).is_some_and(|t| names_year(t) || t.senses.is_any(&[Class::OtherTime, Class::PartYear]));
        let is_listed = !is_first && before(1).is_some_and(|t| t.is_mark(',') || t.is(Class::Joint));
        match token.kind {
            Kind::Time(Time::Day(day)) => one(day.year()),
            Kind::Time(Time::Month(_, Some(year))) => one(year),
            Kind::Time(Time::Year(year)) if is_led || is_of_month || is_listed => one(year),
            Kind::Time(Time::Years(from, to)) if is_led || is_listed => vec![(from, to)],
            // "quý IV năm 2017"
            Kind::Time(Time::Part) => token.text.split(' ').filter_map(year_in).map(|y| (y, y)).collect(),
            Kind::Amount(_) if is_of_month || is_listed => year_in(&token.text).map(one).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// "Hoàn thành 100% nhiệm vụ, tạo cơ sở cho kế hoạch năm 2019": a later year behind a result is what it leads to.
    fn is_behind_result(&self, at: usize) -> bool {
        let is_figure = |t: &Token| matches!(t.amount(), Some(Amount::Fraction(..) | Amount::Percent(_)));
        let figure = self.tokens[..at].iter().rposition(is_figure);
        let is_cut = figure.is_some_and(|figure| self.tokens[figure..at].iter().any(|t| t.is_mark(',')));
        is_cut && !self.tokens[at + 1..].iter().any(is_figure)
    }

    /// "Đến ngày 10/01/2019, đã hoàn thành …": what was done in a year is often told early in the next.
    fn is_told_later(&self, at: usize) -> bool {
        let told = match self.tokens[at].kind {
            Kind::Time(Time::Day(day)) => (day.year(), day.month()),
            Kind::Time(Time::Month(month, Some(year))) => (year, month),
            _ => return false,
        };
        let is_done = |t: &Token| t.is(Class::DoneMark) || t.text.split(' ').next() == Some("đã");
        told.0 == self.year + 1 && told.1 <= 3 && self.tokens[at..].iter().any(is_done)
    }
}

/// "năm", "cuối năm", "năm trước".
fn names_year(token: &Token) -> bool {
    token.text.split(' ').any(|word| word == "năm")
}

fn year_in(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| (1990..2040).contains(year))
}

/// A phrase and all that it ends with, word by word.
fn ends(text: &str) -> impl Iterator<Item = &str> {
    std::iter::once(text).chain(text.match_indices(' ').map(|(at, _)| &text[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_of_other_years_are_told_apart() {
        let wrong: Vec<&str> = [
            ("Năm 2017 tỷ lệ kiểm tra đạt 100%", true),
            ("Năm 2018 tỷ lệ kiểm tra đạt 100%", false),
            ("Tỷ lệ kiểm tra đạt 100%", false),
            ("Năm 2018 đạt 100%, so với năm 2017 tăng 5%", false),
            ("đạt 100%, tăng 5% so với năm 2017", false),
            ("đạt 100%, tăng 5% so với cùng kỳ năm 2017", false),
            ("đạt 100%, cao hơn năm 2017", false),
            ("Thực hiện Kế hoạch số 3507/QĐ-UBND ngày 21/12/2017, đã hoàn thành 42/42 nhiệm vụ", false),
            ("Thực hiện Kế hoạch 3507/QĐ-UBND ngày 21 tháng 12 năm 2017 của UBND tỉnh, hoàn thành 100%", false),
            ("Theo Quyết định số 30/2016/QĐ-UBND ngày 01/6/2016, hoàn thành 100%", false),
            ("Theo Kế hoạch ngày 21/12/2017, hoàn thành 100%", false),
            ("Theo Kế hoạch của UBND tỉnh ngày 21/12/2017, hoàn thành 100%", false),
            ("Theo Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13, hoàn thành 100%", false),
            ("Đến ngày 31/12/2017, hoàn thành 100%", true),
            ("Đến ngày 15/12/2018, hoàn thành 100%", false),
            ("Tháng 12/2017 hoàn thành 100%", true),
            ("Quý IV/2018 hoàn thành 100%", false),
            ("Quý IV năm 2017 hoàn thành 100%", true),
            ("Giai đoạn 2016-2020 hoàn thành 100%", false),
            ("Giai đoạn 2011 - 2015 hoàn thành 100%", true),
            ("Các năm 2016, 2017 và 2018 hoàn thành 100%", false),
            ("Các năm 2015, 2016 và 2017 hoàn thành 100%", true),
            ("Trong 2 năm 2017-2018 hoàn thành 100%", false),
            ("Phấn đấu năm 2019 hoàn thành 100%", true),
            ("hoàn thành 2017/2017 hồ sơ", false),
            ("hoàn thành 2010 hồ sơ", false),
            ("Năm trước tỷ lệ đạt 100%", true),
            ("Tỷ lệ đạt 100%, tăng so với năm trước", false),
            ("2017", true),
            ("2018", false),
            ("Năm 2017", true),
            ("35", false),
            ("Đến ngày 10/01/2019, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Tính đến hết tháng 01/2019, Sở đã hoàn thành 45/45 nhiệm vụ", false),
            ("Đến ngày 15 tháng 02 năm 2019, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Đến ngày 31/3/2019, hoàn thành 45/45 nhiệm vụ", true),
            ("Đến ngày 31/12/2019, đã hoàn thành 45/45 nhiệm vụ", true),
            ("Đến ngày 10/01/2019, đã hoàn thành 45/45 nhiệm vụ năm 2017", true),
            ("Đến ngày 10/01/2018, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Thực hiện Luật Ban hành văn bản quy phạm pháp luật năm 2015, Sở đã hoàn thành 45/45 nhiệm vụ", false),
            ("Căn cứ Luật Tổ chức chính quyền địa phương năm 2015, hoàn thành 45/45 nhiệm vụ", false),
            ("Theo Nghị định về kiểm soát thủ tục hành chính năm 2010, hoàn thành 45/45 nhiệm vụ", false),
            ("Công tác theo dõi thi hành pháp luật năm 2017, hoàn thành 45/45 nhiệm vụ", true),
            ("Thực hiện Luật Tố cáo và Kế hoạch năm 2017, hoàn thành 45/45 nhiệm vụ", true),
            ("Thực hiện Kế hoạch năm 2017, đã hoàn thành 45/45 nhiệm vụ", true),
            ("Thực hiện Kế hoạch ban hành tháng 12/2017, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015, hoàn thành 100%", false),
            ("Theo Thông tư số .../2017/TT-BTC, ngày 08/01/2017 của Bộ Tài chính, hoàn thành 100%", false),
            ("Quy chế này được áp dụng từ ngày 01/01/2017", true),
            ("Thực hiện TCVN 6909:2001, hoàn thành 100%", false),
            ("Tăng trưởng năm 2017 đạt 8%", true),
            ("Ngày thi: 14, 15/6/2019", true),
            ("Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh ban hành cuối năm 2017, hoàn thành 45/45 nhiệm vụ", false),
            ("Thực hiện Quyết định phê duyệt tháng 12 năm 2017, đã hoàn thành 45/45 nhiệm vụ", false),
            ("Thực hiện Kế hoạch năm 2017 ban hành tháng 12/2016, đã hoàn thành 45/45 nhiệm vụ", true),
            ("Hoàn thành 100%, cao hơn so với mức 90% của năm 2017", false),
            ("Hoàn thành hơn 90% trong năm 2017", true),
            ("Hoàn thành 45/45 nhiệm vụ, là tiền đề để đến năm 2020 hoàn thành chương trình tổng thể", false),
            ("Hoàn thành 100% nhiệm vụ, tạo cơ sở cho kế hoạch năm 2019", false),
            ("Để chuẩn bị cho năm 2019, hoàn thành 100% nhiệm vụ", true),
            ("Phương hướng để đến năm 2020", true),
        ]
        .into_iter()
        .filter(|(text, other)| speaks_only_of_others(text, Lexicon::bundled(), 2018) != *other)
        .map(|(text, _)| text)
        .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "(năm |ngày |21/12/2017|2016|-| và |so với |Kế hoạch số 12/KH-UBND |[0-9/,. đ-]){0,12}") {
            let _ = speaks_only_of_others(&text, Lexicon::bundled(), 2018);
        }
    }
}
