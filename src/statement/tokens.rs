//! One pass over a text: figures, document numbers, times, words of the lexicon, marks, and words that it does not know.

use std::ops::Range;

use super::amount::Amount;
use super::amounts::amounts;
use super::lexicon::{Class, Element, Group, Lexicon, Senses, elements, names};
use super::token::{Kind, Time, Token, each, joined};
use crate::text::Key;
use crate::text::date::find_dates;
use crate::text::symbol::find_numbers;

/// The tokens of a text, in order.
pub fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    tokens_of(text, &Key::new(text), lexicon)
}

/// The tokens of a text of which the key is known.
pub(super) fn tokens_of(text: &str, key: &Key, lexicon: &Lexicon) -> Vec<Token> {
    let pieces = pieces(text, key);
    let words: Vec<&str> = pieces.iter().map(|p| &key.as_str()[p.folded.clone()]).collect();
    let mut found = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let (count, kind, senses) = match &piece.kind {
            Some(kind) => (1, kind.clone(), Senses::default()),
            None if piece.element == Element::Word => {
                let is_free = |next: &usize| matches!(pieces[*next].kind, None | Some(Kind::Amount(_)));
                let free = (at..pieces.len()).take_while(is_free).map(|next| words[next]);
                match lexicon.longest(free) {
                    Some((count, senses)) => (count, Kind::Word, senses.clone()),
                    None => (1, Kind::Unknown, Senses::default()),
                }
            }
            None => (1, Kind::Mark(words[at].chars().next().unwrap_or(' ')), Senses::default()),
        };
        let last = &pieces[at + count - 1];
        let folded = piece.folded.start..last.folded.end;
        let token = Token { range: piece.range.start..last.range.end, text: key.as_str()[folded].into(), kind, senses };
        found.push(token);
        at += count;
    }
    let found = amounts(found, lexicon);
    let found = times(found);
    let found = citations(found, lexicon);
    let found = numbered(found, lexicon);
    let found = named_plans(found, lexicon);
    super::body::names(text, found, lexicon)
}

/// Bytes of a syllable with the space behind it, about.
const SYLLABLE: usize = 5;

/// A word, number or mark, or a date or document number as one.
struct Piece {
    range: Range<usize>,
    folded: Range<usize>,
    element: Element,
    kind: Option<Kind>,
}

fn pieces(text: &str, key: &Key) -> Vec<Piece> {
    let mut covers: Vec<(Range<usize>, Kind)> = Vec::new();
    // Most paragraphs and cells have no digit, and the search for days is the dearest part of this pass.
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        let days = find_dates(text).into_iter();
        covers.extend(days.filter_map(|d| Some((d.range.clone(), Kind::Time(Time::Day(d.day()?))))));
        covers.extend(find_numbers(text).into_iter().map(|(range, number)| (range, Kind::Document(Box::new(number)))));
        covers.sort_by_key(|(range, _)| range.start);
    }
    let mut found: Vec<Piece> = Vec::with_capacity(text.len() / SYLLABLE);
    for (folded, element) in elements(key.as_str()) {
        let range = key.original(folded.clone());
        // Several words that one abbreviation stands for have the range of it.
        let cover = covers.iter().find(|(cover, _)| cover.start <= range.start && range.start < cover.end);
        match (cover, found.last_mut()) {
            (Some((cover, kind)), Some(last)) if last.kind.as_ref() == Some(kind) && last.range == *cover => {
                last.folded.end = folded.end;
            }
            (Some((cover, kind)), _) => {
                found.push(Piece { range: cover.clone(), folded, element, kind: Some(kind.clone()) });
            }
            (None, _) => {
                let number = &key.as_str()[folded.clone()];
                let kind = (element == Element::Number).then(|| Kind::Amount(Amount::written(number)));
                found.push(Piece { range, folded, element, kind });
            }
        }
    }
    found
}

/// "Kế hoạch tuyên truyền": the word behind says which plan, not what was done.
fn named_plans(mut tokens: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    let mut is_plan = false;
    for token in &mut tokens {
        let is_deed = token.is_of(lexicon, Group::Deed);
        let names = is_plan && is_deed && !token.senses.is_any(&[Class::Give, Class::Done]);
        if names {
            token.senses = Senses::default();
        }
        is_plan = token.is(Class::PlanName) || is_plan && (token.is_mark(',') || token.is(Class::Joint) || names);
    }
    tokens
}

/// A document with its type before its number and its day behind: "Quyết định số 3507/QĐ-UBND ngày 21/12/2017".
fn citations(tokens: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    if !tokens.iter().any(|t| matches!(t.kind, Kind::Document(_))) {
        return tokens;
    }
    let paper = lexicon.name(Group::Noun, names::PAPER);
    let is_type = |t: &Token| paper.is_some_and(|paper| t.has(paper));
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let is_day = matches!(token.kind, Kind::Time(Time::Day(_)));
        match found.last_mut() {
            Some(last) if is_day && matches!(last.kind, Kind::Document(_)) => last.range.end = token.range.end,
            _ if matches!(token.kind, Kind::Document(_)) => {
                let mut start = token.range.start;
                let mut count = found.len();
                if found.last().is_some_and(|t| t.is(Class::CountOf)) {
                    count -= 1;
                }
                if count > 0 && is_type(&found[count - 1]) {
                    count -= 1;
                    start = found[count].range.start;
                    found.truncate(count);
                }
                found.push(Token { range: start..token.range.end, ..token });
            }
            _ => found.push(token),
        }
    }
    found
}

/// "Đề án 896", "Quyết định 3507": a number right behind a paper, with nothing that it counts, is its name.
fn numbered(tokens: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    let papers = || [names::PAPER, names::PROJECT].into_iter().filter_map(|name| lexicon.name(Group::Noun, name));
    let is_name = |tokens: &[Token], at: usize| {
        let is_number = tokens[at].amount().and_then(Amount::plain).is_some_and(|n| n >= 10.0);
        let is_counting = |t: &Token| !t.senses.names().is_empty() && !t.is_of(lexicon, Group::Deed);
        is_number && !tokens.get(at + 1).is_some_and(is_counting)
    };
    each(tokens, |tokens, at| {
        let count = (at + 1..tokens.len()).take_while(|next| is_name(tokens, *next)).count();
        let named = || papers().any(|paper| lexicon.ends_as(&tokens[at].text, paper));
        let range = tokens[at].range.start..tokens[at + count].range.end;
        (count > 0 && named()).then(|| (count + 1, Token { range, ..tokens[at].clone() }))
    })
}

/// "năm 2018", "tháng 9/2018", "quý III", "6 tháng", "2016 - 2020".
fn times(tokens: Vec<Token>) -> Vec<Token> {
    each(tokens, |tokens, at| {
        let (count, time) = time_at(tokens, at)?;
        Some((count, joined(&tokens[at..at + count], Kind::Time(time))))
    })
}

fn time_at(tokens: &[Token], at: usize) -> Option<(usize, Time)> {
    let token = tokens.get(at)?;
    let is_quarter = token.text.ends_with("quý");
    let is_month = token.text == "tháng" || token.text.ends_with(" tháng");
    if token.amount().is_none() && !is_quarter && !is_month {
        return None;
    }
    let whole = |index: usize| tokens.get(index).and_then(Token::amount).and_then(Amount::plain);
    // "2.018 hồ sơ" is a number.
    let is_plain = |index: usize| tokens.get(index).is_some_and(|t| t.text.chars().all(|c| c.is_ascii_digit()));
    let year =
        |index: usize| whole(index).filter(|y| is_plain(index) && (1990.0..2040.0).contains(y)).map(|y| y as i16);
    let text = |index: usize| tokens.get(index).map_or("", |t| t.text.as_str());
    let is_dash = |index: usize| tokens.get(index).is_some_and(|t| t.is_mark('-') || t.text == "đến");
    if is_quarter {
        let is_number = whole(at + 1).is_some_and(|q| q <= 4.0)
            || matches!(text(at + 1), "i" | "ii" | "iii" | "iv" | "một" | "hai" | "ba" | "bốn");
        return is_number.then(|| (2 + year_behind(tokens, at + 2), Time::Part));
    }
    if is_month {
        // "tháng 9/2018" was read as a share by its slash.
        if let Some((month, year)) = tokens.get(at + 1).and_then(Token::amount).and_then(Amount::month_of_year) {
            return Some((2, Time::Month(month, Some(year))));
        }
        let month = whole(at + 1).filter(|m| (1.0..=12.0).contains(m))? as i8;
        if tokens.get(at + 2).is_some_and(|t| t.text == "năm")
            && let Some(year) = year(at + 3)
        {
            return Some((4, Time::Month(month, Some(year))));
        }
        return Some((2, Time::Month(month, None)));
    }
    if let Some(from) = year(at)
        && is_dash(at + 1)
        && let Some(to) = year(at + 2)
    {
        return Some((3, Time::Years(from, to)));
    }
    // "trong 3 năm qua"
    if whole(at).is_some_and(|n| (2.0..50.0).contains(&n)) && text(at + 1).starts_with("năm") && year(at + 2).is_none()
    {
        return Some((2, Time::Years(0, 0)));
    }
    if let Some(months) = whole(at)
        && text(at + 1) == "tháng"
    {
        return (months < 12.0).then_some((2, Time::Part));
    }
    if let Some((month, year)) = token.amount().and_then(Amount::month_of_year) {
        return Some((1, Time::Month(month, Some(year))));
    }
    // "ngày 15/12", "trước 30/11", "từ 01/10 đến".
    let is_led_by = |word: &str| at > 0 && tokens[at - 1].text.split(' ').next_back() == Some(word);
    let is_day_led =
        ["ngày", "trước", "sáng", "chiều"].into_iter().any(is_led_by) || is_led_by("từ") && is_dash(at + 1);
    // "đến 30/9" is no share, "đến 8/12" may be one.
    let is_no_share = matches!(token.amount(), Some(Amount::Fraction(day, month)) if day > month);
    let is_day_led = is_day_led || is_no_share && (is_led_by("đến") || is_led_by("hết"));
    if let Some(month) = token.amount().and_then(Amount::month_of_day).filter(|_| is_day_led) {
        return Some((1, Time::Month(month, None)));
    }
    let is_year_word = |t: &Token| t.text == "năm" || t.text.ends_with(" năm");
    let is_led = at > 0 && tokens.get(at - 1).is_some_and(is_year_word);
    let is_counting = tokens.get(at + 1).is_some_and(|t| !t.senses.names().is_empty());
    let year = year(at)?;
    (is_led || !is_counting).then_some((1, Time::Year(year)))
}

/// "/2018", " năm 2018" behind a quarter: how many tokens.
fn year_behind(tokens: &[Token], at: usize) -> usize {
    let is_year = |index: usize| {
        tokens.get(index).and_then(Token::amount).and_then(Amount::plain).is_some_and(|y| (1990.0..2040.0).contains(&y))
    };
    let is_joint = tokens.get(at).is_some_and(|t| t.is_mark('/') || t.text == "năm");
    if is_joint && is_year(at + 1) { 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amounts_of(text: &str) -> Vec<Amount> {
        tokens(text, Lexicon::bundled()).iter().filter_map(Token::amount).cloned().collect()
    }

    #[test]
    fn numbers_shares_and_money_are_read_as_they_are_written() {
        for (text, expected) in [
            ("hoàn thành 40/45 nhiệm vụ", Amount::Fraction(40.0, 45.0)),
            ("hoàn thành 40 nhiệm vụ/45 nhiệm vụ", Amount::Fraction(40.0, 45.0)),
            ("giải ngân 152,5/160,5 tỷ đồng", Amount::Fraction(152.5e9, 160.5e9)),
            ("giải ngân 9,5 tỷ đồng", Amount::Money(9.5e9)),
            ("giải ngân 256 tỷ 400 triệu đồng", Amount::Money(256.4e9)),
            ("giải ngân 38.400 tr.đ", Amount::Money(38.4e9)),
            ("giải ngân 38.400 trđ/40.000 trđ", Amount::Fraction(38.4e9, 40e9)),
            ("giải ngân 38.400.000.000đ", Amount::Money(38.4e9)),
            ("bốn mươi tám (48) hồ sơ", Amount::Number(Some(48.0))),
            ("bốn mươi tám (49) hồ sơ", Amount::Number(None)),
            ("bốn mươi tám hồ sơ", Amount::Number(Some(48.0))),
            ("1.020 hồ sơ", Amount::Number(Some(1020.0))),
            ("từ 48% đến 65%", Amount::Number(None)),
        ] {
            assert_eq!(amounts_of(text), [expected], "{text}");
        }
        assert!(
            matches!(amounts_of("đạt 98,7 %")[..], [Amount::Percent(printed)] if (printed.percent - 98.7).abs() < 1e-9)
        );
        assert!(amounts_of("Quyết định số 3507/QĐ-UBND ngày 28/12/2017").is_empty());
    }

    #[test]
    fn times_are_none_of_the_figures() {
        for (text, expected) in [
            ("năm 2018", Time::Year(2018)),
            ("tháng 9/2018", Time::Month(9, Some(2018))),
            ("đến cuối tháng 12/2018", Time::Month(12, Some(2018))),
            ("quý III", Time::Part),
            ("6 tháng", Time::Part),
            ("2016 - 2020", Time::Years(2016, 2020)),
            ("trong 3 năm qua", Time::Years(0, 0)),
            ("trước 30/11", Time::Month(11, None)),
            ("đến 30/9", Time::Month(9, None)),
        ] {
            let found = tokens(text, Lexicon::bundled());
            assert!(found.iter().any(|t| t.kind == Kind::Time(expected)), "{text}: {found:?}");
            assert!(amounts_of(text).is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_becomes_tokens_in_order(text in "[ \\PC]{0,60}|([0-9]{1,3}|[/%.,;:()–“”-]|đã|năm|hoàn thành|nhiệm vụ|quý|tháng|kế hoạch| ){0,24}") {
            let lexicon = Lexicon::bundled();
            let found = tokens(&text, lexicon);
            prop_assert!(found.windows(2).all(|pair| pair[0].range.start <= pair[1].range.start));
            prop_assert!(found.iter().all(|t| text.get(t.range.clone()).is_some()));
            for sentence in super::super::clause::sentences(&text, found, lexicon) {
                super::super::statement::statements(&sentence, lexicon, 2018, (0, 0));
            }
        }
    }
}
