//! Numbers, shares and money among tokens: "40/45", "98,7 %", "152,3/160,5 tỷ đồng", "bốn mươi tám (48)".

use super::amount::{Amount, Printed};
use super::lexicon::{Class, Lexicon};
use super::token::{Kind, Token, each, joined};
use crate::text::number;

/// Joins what belongs to one number: fractions, percent signs, units of money, numbers in words, and the same number in
/// brackets behind it.
pub(super) fn amounts(tokens: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    let tokens = in_words(tokens, lexicon);
    if !tokens.iter().any(|t| t.amount().is_some()) {
        return tokens;
    }
    // "hai trăm năm mươi (250) tỷ đồng": the unit stands behind the bracket.
    let tokens = join(tokens, repeated_at);
    let tokens = join(tokens, percent_at);
    let tokens = join(tokens, money_at);
    let tokens = join(tokens, money_of_two_units_at);
    let tokens = join(tokens, repeated_at);
    let tokens = join(tokens, between_at);
    join(tokens, |rest| fraction_at(rest).or_else(|| counted_fraction_at(rest, lexicon)))
}

/// Replaces the tokens that are one amount; `find` is handed the rest.
fn join(tokens: Vec<Token>, find: impl Fn(&[Token]) -> Option<(usize, Amount)>) -> Vec<Token> {
    each(tokens, |tokens, at| {
        let (count, amount) = find(&tokens[at..])?;
        Some((count, joined(&tokens[at..at + count], Kind::Amount(amount))))
    })
}

fn percent_at(rest: &[Token]) -> Option<(usize, Amount)> {
    let first = rest.first()?;
    let Amount::Number(value) = first.amount()? else { return None };
    let second = rest.get(1)?;
    let is_percent = second.is_mark('%') || second.text == "phần trăm";
    let count = match () {
        () if is_percent => 2,
        () if second.text == "phần" && rest.get(2).is_some_and(|t| t.text == "trăm") => 3,
        () => return None,
    };
    let printed = Printed::read(&first.text).or(value.map(|percent| Printed { percent, step: step_of(percent) }))?;
    Some((count, Amount::Percent(printed)))
}

/// The step of the last digit of a number that was told in words.
fn step_of(value: f64) -> f64 {
    (0..4).map(|n| 0.1_f64.powi(n)).find(|step| (value / step - (value / step).round()).abs() < 1e-6).unwrap_or(0.001)
}

/// Units of money, in đồng.
const UNITS: &[(&[&str], f64)] = &[
    (&["tỷ", "đồng"], 1e9),
    (&["triệu", "đồng"], 1e6),
    (&["nghìn", "đồng"], 1e3),
    (&["ngàn", "đồng"], 1e3),
    (&["tỷ", "đ"], 1e9),
    (&["triệu", "đ"], 1e6),
    (&["nghìn", "đ"], 1e3),
    (&["tr", ".", "đ"], 1e6),
    (&["trđ"], 1e6),
    (&["đồng"], 1.0),
    (&["đ"], 1.0),
    (&["vnđ"], 1.0),
    (&["tỷ"], 1e9),
    (&["triệu"], 1e6),
];

/// The unit of money in brackets among words, in đồng: "(triệu đồng)", "(ĐVT: tỷ đồng)".
pub(super) fn unit_in(words: &[Token]) -> Option<f64> {
    let open = words.iter().rposition(|t| t.is_mark('('))?;
    let inner: Vec<&str> =
        words[open + 1..].iter().take_while(|t| !t.is_mark(')')).flat_map(|t| t.text.split(' ')).collect();
    UNITS.iter().find(|(unit, _)| inner.ends_with(unit)).map(|(_, factor)| *factor)
}

fn money_at(rest: &[Token]) -> Option<(usize, Amount)> {
    let Amount::Number(Some(value)) = rest.first()?.amount()? else { return None };
    let behind: Vec<&str> = rest[1..].iter().take(3).flat_map(|t| t.text.split(' ')).collect();
    let (unit, factor) = UNITS.iter().find(|(unit, _)| behind.starts_with(unit))?;
    // The words of the unit may be one token or two.
    let mut words = 0;
    let count = rest[1..].iter().take_while(|t| {
        let goes_on = words < unit.len();
        words += t.text.split(' ').count();
        goes_on
    });
    let count = count.count();
    let are_whole: usize = rest[1..=count].iter().map(|t| t.text.split(' ').count()).sum();
    (are_whole == unit.len()).then_some((count + 1, Amount::Money(value * factor)))
}

/// "256 tỷ 400 triệu đồng".
fn money_of_two_units_at(rest: &[Token]) -> Option<(usize, Amount)> {
    let [first, second, ..] = rest else { return None };
    match (first.amount()?, second.amount()?) {
        (Amount::Money(large), Amount::Money(small)) if *large >= 1e9 && *small < 1e9 => {
            Some((2, Amount::Money(large + small)))
        }
        _ => None,
    }
}

/// "bốn mươi tám (48)", "48 (bốn mươi tám)": one number told twice.
fn repeated_at(rest: &[Token]) -> Option<(usize, Amount)> {
    let [first, open, second, close, ..] = rest else { return None };
    let (first, second) = (first.amount()?, second.amount()?);
    if !open.is_mark('(') || !close.is_mark(')') {
        return None;
    }
    let is_same = match (first, second) {
        (Amount::Percent(a), Amount::Percent(b)) => (a.percent - b.percent).abs() < 1e-9,
        _ => first.value().is_some_and(|a| second.value().is_some_and(|b| (a - b).abs() < 1e-9)),
    };
    let in_words = |token: &Token| !token.text.starts_with(|c: char| c.is_ascii_digit());
    let is_told_twice = in_words(&rest[0]) != in_words(&rest[2]);
    match (is_told_twice, is_same) {
        (true, true) => Some((4, second.clone())),
        // Which of the two is right cannot be told.
        (true, false) if std::mem::discriminant(first) == std::mem::discriminant(second) => {
            Some((4, Amount::Number(None)))
        }
        _ => None,
    }
}

/// "từ 48% đến 65%", "23% - 34%": no one figure.
fn between_at(rest: &[Token]) -> Option<(usize, Amount)> {
    let [first, joint, second, ..] = rest else { return None };
    let is_percent = |t: &Token| matches!(t.amount(), Some(Amount::Percent(_)));
    let is_joint = joint.is_mark('-') || matches!(joint.text.as_str(), "đến" | "tới");
    (is_percent(first) && is_percent(second) && is_joint).then_some((3, Amount::Number(None)))
}

fn fraction_at(rest: &[Token]) -> Option<(usize, Amount)> {
    let [first, slash, second, ..] = rest else { return None };
    let is_slash = matches!(slash.kind, Kind::Mark('/' | '⁄' | '∕' | '／'));
    if !is_slash || rest.get(3).is_some_and(|t| matches!(t.kind, Kind::Mark('/'))) {
        return None;
    }
    let (part, whole) = match (first.amount()?, second.amount()?) {
        (Amount::Number(Some(part)), Amount::Number(Some(whole))) => (*part, *whole),
        (Amount::Money(part), Amount::Money(whole)) => (*part, *whole),
        // "26,43/30 tỷ đồng": the unit is of both.
        (Amount::Number(Some(part)), Amount::Money(whole)) => {
            let digits = number::parse(second.text.split(' ').next()?).ok().filter(|d| *d > 0.0)?;
            (part * whole / digits, *whole)
        }
        _ => return None,
    };
    Some((3, Amount::Fraction(part, whole)))
}

/// "40 nhiệm vụ/45 nhiệm vụ".
fn counted_fraction_at(rest: &[Token], lexicon: &Lexicon) -> Option<(usize, Amount)> {
    let [first, noun, slash, second, ..] = rest else { return None };
    let is_counted = noun.is_of(lexicon, super::lexicon::Group::Noun) && slash.is_mark('/');
    let (part, whole) = (first.amount()?.plain()?, second.amount()?.plain()?);
    is_counted.then_some((4, Amount::Fraction(part, whole)))
}

/// Numbers in words become numbers: several words ("bốn mươi tám"), or one before a bracket with digits or before what is
/// counted ("hai nhiệm vụ").
fn in_words(tokens: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    use super::lexicon::Group::{Body, Noun};
    let mut found = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let told = spoken(&tokens[at..]);
        let is_number = told.is_some_and(|(count, _)| {
            let next = tokens.get(at + count);
            let is_counting = next.is_some_and(|t| t.is_of(lexicon, Noun) || t.is_of(lexicon, Body));
            let is_repeated = next.is_some_and(|t| t.is_mark('('))
                && tokens.get(at + count + 1).is_some_and(|t| t.amount().is_some());
            // "Mười trong 12 nội dung".
            let is_of = next.is_some_and(|t| t.is(Class::OfWhole))
                && tokens.get(at + count + 1).is_some_and(|t| t.amount().is_some());
            count > 1 || is_counting || is_repeated || is_of
        });
        match told.filter(|_| is_number) {
            Some((count, value)) => {
                found.push(joined(&tokens[at..at + count], Kind::Amount(Amount::Number(Some(value)))));
                at += count;
            }
            None => {
                found.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    found
}

/// A number in words at the beginning: how many tokens, and its value.
fn spoken(tokens: &[Token]) -> Option<(usize, f64)> {
    let (mut total, mut hundreds, mut tens, mut units) = (0.0, None, None, None::<f64>);
    let mut decimals: Option<(f64, f64)> = None;
    let mut count = 0;
    for token in tokens {
        let is_word = matches!(token.kind, Kind::Word | Kind::Unknown);
        let word = token.text.as_str();
        if !is_word {
            break;
        }
        let digit = DIGITS.iter().find(|(name, _)| *name == word).map(|(_, digit)| *digit);
        match (word, digit) {
            (_, Some(digit)) if decimals.is_some() => {
                let (sum, step) = decimals.unwrap_or((0.0, 0.1));
                decimals = Some((sum + digit * step, step / 10.0));
            }
            ("phẩy", _) if units.is_some() || tens.is_some() || hundreds.is_some() => decimals = Some((0.0, 0.1)),
            ("mười", _) if tens.is_none() && units.is_none() => tens = Some(1.0),
            ("mươi", _) if tens.is_none() && units.is_some() => tens = units.take(),
            ("trăm", _) if hundreds.is_none() && tens.is_none() && units.is_some() => hundreds = units.take(),
            ("linh" | "lẻ", _) if hundreds.is_some() && tens.is_none() => tens = Some(0.0),
            ("nghìn" | "ngàn", _) if units.is_some() || tens.is_some() || hundreds.is_some() => {
                total += 1000.0 * value(hundreds, tens, units);
                (hundreds, tens, units) = (None, None, None);
            }
            (_, Some(digit)) if units.is_none() => units = Some(digit),
            _ => break,
        }
        count += 1;
    }
    let value = total + value(hundreds, tens, units) + decimals.map_or(0.0, |(sum, _)| sum);
    let rounded = (value * 1e6).round() / 1e6;
    (count > 0 && value > 0.0).then_some((count, rounded))
}

fn value(hundreds: Option<f64>, tens: Option<f64>, units: Option<f64>) -> f64 {
    100.0 * hundreds.unwrap_or(0.0) + 10.0 * tens.unwrap_or(0.0) + units.unwrap_or(0.0)
}

const DIGITS: &[(&str, f64)] = &[
    ("không", 0.0),
    ("một", 1.0),
    ("mốt", 1.0),
    ("hai", 2.0),
    ("ba", 3.0),
    ("bốn", 4.0),
    ("tư", 4.0),
    ("năm", 5.0),
    ("lăm", 5.0),
    ("sáu", 6.0),
    ("bảy", 7.0),
    ("tám", 8.0),
    ("chín", 9.0),
];
