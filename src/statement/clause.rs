//! Sentences, their clauses, and in each clause the figures with the words that belong to them.

use std::ops::Range;

use super::amount::Amount;
use super::lexicon::{Class, Group, Lexicon};
use super::token::{Kind, Token};

/// A sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// What it says, piece by piece, in order; those in brackets behind the piece that they stand in.
    pub pieces: Vec<Piece>,
}

/// Most pieces of a sentence that is read: each statement carries the words around it.
const MOST_PIECES: usize = 120;

impl Sentence {
    /// It asks.
    pub(super) fn is_question(&self) -> bool {
        self.tokens.last().is_some_and(|t| t.is_mark('?'))
    }

    /// It is a list of countless figures, not a sentence that can be read.
    pub(super) fn is_countless(&self) -> bool {
        self.pieces.len() > MOST_PIECES
    }
}

/// A clause, or the part of one that belongs to one figure.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Its tokens as indices into those of the sentence, without marks.
    pub words: Vec<usize>,
    /// The figure that they belong to.
    pub amount: Option<Amount>,
    /// The tokens of the figure; two for one that is told with words between ("12 trong tổng số 35").
    pub figure: Vec<usize>,
    /// How many brackets or quotation marks are around it.
    pub depth: usize,
    /// What it begins behind: `,` `;` `:` `(` `“` or, at the beginning of a sentence and inside a clause, nothing.
    pub behind: Option<char>,
    /// It is in quotation marks.
    pub is_quoted: bool,
    /// It ends before a colon.
    pub is_label: bool,
    /// Number of its clause in the sentence.
    pub clause: usize,
}

/// The sentences of a text of tokens; paragraphs are split before.
pub(super) fn sentences(text: &str, tokens: Vec<Token>, lexicon: &Lexicon) -> Vec<Sentence> {
    let from = ordinal(&tokens);
    let ends: Vec<bool> = (0..tokens.len()).map(|at| ends_sentence(text, &tokens, at)).collect();
    let (mut found, mut own) = (Vec::new(), Vec::new());
    for (token, ends) in tokens.into_iter().zip(ends).skip(from) {
        own.push(token);
        if ends {
            found.extend(sentence(std::mem::take(&mut own), lexicon));
        }
    }
    found.extend(sentence(own, lexicon));
    found
}

/// How many tokens number a paragraph: "1. Kết quả", "a) Về thể chế".
pub(super) fn ordinal(tokens: &[Token]) -> usize {
    let is_ordinal = |t: &Token| matches!(t.amount(), Some(Amount::Number(_))) || t.text.chars().count() == 1;
    match tokens {
        [first, mark, _, ..] if is_ordinal(first) && (mark.is_mark('.') || mark.is_mark(')')) => 2,
        _ => 0,
    }
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    match tokens[at].kind {
        Kind::Mark('!' | '?' | '…') => true,
        Kind::Mark('.') => {
            // "TP. Buôn Ma Thuột", "1. Kết quả"
            let is_numbering = at == 0 || at == 1 && tokens[0].range.len() <= 3;
            let next = tokens.get(at + 1).and_then(|t| text[t.range.clone()].chars().next());
            !is_numbering && next.is_none_or(|c| !c.is_lowercase())
        }
        _ => false,
    }
}

fn sentence(tokens: Vec<Token>, lexicon: &Lexicon) -> Option<Sentence> {
    let range = tokens.first()?.range.start..tokens.last()?.range.end;
    let pieces = clauses(&tokens, lexicon).into_iter().flat_map(|clause| split(&tokens, clause, lexicon)).collect();
    Some(Sentence { range, tokens, pieces })
}

/// The clauses of a sentence, each as one piece.
fn clauses(tokens: &[Token], lexicon: &Lexicon) -> Vec<Piece> {
    let mut done: Vec<Piece> = Vec::new();
    let empty = |behind, depth, is_quoted| Piece {
        words: Vec::new(),
        amount: None,
        figure: Vec::new(),
        depth,
        behind,
        is_quoted,
        is_label: false,
        clause: 0,
    };
    // The clause that goes on behind a bracket, and those around it.
    let mut open = vec![empty(None, 0, false)];
    let mut is_in_quotes = false;
    for (at, token) in tokens.iter().enumerate() {
        let is_inside = open.len() > 1;
        let Some(current) = open.last_mut() else { break };
        let depth = current.depth;
        match token.kind {
            Kind::Mark('(' | '[') => open.push(empty(Some('('), depth + 1, is_in_quotes)),
            Kind::Mark(')' | ']') if is_inside => {
                let inner = open.pop();
                // It stands before what its clause goes on with, but is told of what was before it.
                done.extend(inner.filter(|p| !p.words.is_empty()));
            }
            Kind::Mark('"' | '“' | '”') => {
                is_in_quotes = !is_in_quotes && token.text != "”";
                let piece = std::mem::replace(current, empty(Some('“'), depth, is_in_quotes));
                done.extend(Some(piece).filter(|p| !p.words.is_empty()));
            }
            Kind::Mark(mark @ (',' | ';' | ':')) if mark != ',' || !is_list(tokens, at, lexicon) => {
                let quoted = current.is_quoted;
                current.is_label = mark == ':';
                let piece = std::mem::replace(current, empty(Some(mark), depth, quoted));
                done.extend(Some(piece).filter(|p| !p.words.is_empty()));
            }
            Kind::Mark('-' | '–' | '—' | '+' | '*' | '•') if current.words.is_empty() => {}
            Kind::Mark(_) => {}
            _ => current.words.push(at),
        }
    }
    done.extend(open.into_iter().rev().filter(|p| !p.words.is_empty()));
    done.sort_by_key(|p| p.words.first().copied());
    for (number, piece) in done.iter_mut().enumerate() {
        piece.clause = number;
    }
    done
}

/// True for a comma between words of one kind: "cơ quan, đơn vị", "đầy đủ, kịp thời".
fn is_list(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let before = tokens[..at].last();
    let behind = tokens[at + 1..].iter().find(|t| !t.is(Class::All) && t.text != "và");
    let (Some(before), Some(behind)) = (before, behind) else { return false };
    let both = |is: &dyn Fn(&Token) -> bool| is(before) && is(behind);
    // "hoàn thành 20/20 nội dung, nhiệm vụ … hoàn thành 46/46": each has a figure of its own.
    let is_cut = |t: &&Token| !matches!(t.kind, Kind::Mark(',' | ';' | ':' | '(' | ')' | '.'));
    let has_figure_before = tokens[..at].iter().rev().take_while(is_cut).any(|t| t.amount().is_some());
    let has_figure_behind = tokens[at + 1..].iter().take_while(is_cut).any(|t| t.amount().is_some());
    let groups = [Group::Field, Group::Deed];
    let classes = [Class::Manner, Class::Praise, Class::Filler, Class::Early, Class::Aim];
    let is_timely = |t: &Token| t.senses.is_any(&[Class::Early, Class::OnTime, Class::Late]);
    // "…, các cơ quan đã …": a body that begins what follows. Names and collective words stand in lists.
    let is_plural = behind.text.starts_with("các ") || behind.text.starts_with("toàn ");
    let next = tokens[at + 1..].iter().skip_while(|t| !std::ptr::eq(*t, behind)).nth(1);
    let begins =
        is_plural || next.is_some_and(|t| t.senses.is_any(&[Class::DoneMark, Class::Done])) && opens(tokens, at);
    let are_apart = has_figure_before && has_figure_behind;
    both(&|t| t.is_of(lexicon, Group::Body)) && !begins && !are_apart
        || both(&|t| t.is_of(lexicon, Group::Noun)) && !are_apart
        || groups.iter().any(|group| both(&|t| t.is_of(lexicon, *group)))
        || classes.iter().any(|class| both(&|t| t.is(*class)))
        || both(&is_timely)
}

/// True if the clause before a comma begins with words that explain.
fn opens(tokens: &[Token], at: usize) -> bool {
    let start =
        tokens[..at].iter().rposition(|t| matches!(t.kind, Kind::Mark(',' | ';' | ':' | '.'))).map_or(0, |m| m + 1);
    tokens.get(start).is_some_and(|t| t.senses.is_any(&[Class::Lead, Class::Cause]))
}

/// The pieces of a clause: one for each figure in it.
fn split(tokens: &[Token], clause: Piece, lexicon: &Lexicon) -> Vec<Piece> {
    let figures = figures(tokens, &clause.words, lexicon);
    let Some(((first, ..), rest)) = figures.split_first() else { return vec![clause] };
    let place = |at: usize| clause.words.iter().position(|w| *w == at).unwrap_or(0);
    let leads = &clause.words[..place(first[0])];
    let is_of_whole = leads.iter().any(|at| tokens[*at].is(Class::OfWhole));
    let opens = leads.iter().all(|at| {
        tokens[*at].senses.is_any(&[
            Class::Joint,
            Class::Filler,
            Class::EachPart,
            Class::Total,
            Class::All,
            Class::Only,
        ]) && !tokens[*at].is_of(lexicon, Group::Deed)
    });
    let is_number_first = opens && !is_of_whole;
    // Where each piece begins.
    let mut starts = vec![0];
    for (pair, (figure, _)) in figures.windows(2).zip(rest) {
        let mut start = place(figure[0]);
        let floor = starts.last().copied().unwrap_or(0) + 1;
        let before = pair[0].0.last().map_or(0, |at| place(*at)) + 1;
        // "đạt 89,6% trong khi chỉ tiêu là 90%": what is set against it begins there.
        if let Some(at) = (before..start).find(|at| tokens[clause.words[*at]].is(Class::Contrast)) {
            starts.push(at);
            continue;
        }
        while start > floor && goes_with_next(&tokens[clause.words[start - 1]], is_number_first, lexicon) {
            start -= 1;
        }
        starts.push(start);
    }
    let ends = starts.iter().skip(1).copied().chain([clause.words.len()]);
    starts
        .iter()
        .zip(ends)
        .zip(figures.iter().cloned())
        .enumerate()
        .map(|(number, ((start, end), (figure, amount)))| Piece {
            words: clause.words[*start..end].to_vec(),
            amount: Some(amount),
            figure,
            behind: if number == 0 { clause.behind } else { None },
            is_label: clause.is_label && number + 1 == starts.len(),
            ..clause.clone()
        })
        .collect()
}

/// True for a word before a figure that belongs to it, not to the figure before.
fn goes_with_next(token: &Token, is_number_first: bool, lexicon: &Lexicon) -> bool {
    if token.amount().is_some() || matches!(token.kind, Kind::Unknown | Kind::Time(_) | Kind::Document(_)) {
        return false;
    }
    if is_number_first {
        return token.text == "và"
            || token.senses.is_any(&[Class::Rest, Class::EachPart, Class::Only, Class::Contrast, Class::Total]);
    }
    !token.is_of(lexicon, Group::Noun) && !token.is_of(lexicon, Group::Body) && !token.is_of(lexicon, Group::Field)
}

/// The figures of a clause: one amount each, or two with "of" between them.
fn figures(tokens: &[Token], words: &[usize], lexicon: &Lexicon) -> Vec<(Vec<usize>, Amount)> {
    let amounts: Vec<usize> = words.iter().copied().filter(|at| tokens[*at].amount().is_some()).collect();
    let mut found: Vec<(Vec<usize>, Amount)> = Vec::new();
    let mut at = 0;
    while let Some(first) = amounts.get(at).copied() {
        let second = amounts.get(at + 1).copied();
        let fraction = second.and_then(|second| of_whole(tokens, words, first, second, lexicon).map(|f| (second, f)));
        let fraction =
            fraction.or_else(|| second.and_then(|second| share_of(tokens, words, first, second).map(|f| (second, f))));
        match (fraction, tokens[first].amount()) {
            (Some((second, fraction)), _) => {
                found.push((vec![first, second], fraction));
                at += 2;
            }
            (None, Some(amount)) => {
                found.push((vec![first], amount.clone()));
                at += 1;
            }
            (None, None) => at += 1,
        }
    }
    found
}

/// "bằng 34,3 % tổng số 35 cơ quan": a share with the number of all.
fn share_of(tokens: &[Token], words: &[usize], first: usize, second: usize) -> Option<Amount> {
    let mut between = words.iter().filter(|w| first < **w && **w < second).map(|w| &tokens[*w]).peekable();
    between.peek()?;
    let is_of = between.all(|t| t.senses.is_any(&[Class::OfWhole, Class::Total]));
    match (tokens[first].amount()?, tokens[second].amount()?) {
        (Amount::Percent(printed), Amount::Number(Some(_)) | Amount::Money(_)) if is_of => {
            Some(Amount::Percent(*printed))
        }
        _ => None,
    }
}

/// "12 cơ quan trên tổng số 35 cơ quan": a part and its whole with words between.
fn of_whole(tokens: &[Token], words: &[usize], first: usize, second: usize, lexicon: &Lexicon) -> Option<Amount> {
    let between: Vec<&Token> = words.iter().filter(|w| first < **w && **w < second).map(|w| &tokens[*w]).collect();
    let is_led = words.iter().take_while(|w| **w < first).last().is_some_and(|w| tokens[*w].is(Class::OfWhole));
    let of = between.iter().rposition(|t| t.is(Class::OfWhole))?;
    let is_joint = |t: &&Token| {
        t.is_of(lexicon, Group::Noun)
            || t.is_of(lexicon, Group::Body)
            || t.senses.is_any(&[Class::Total, Class::Filler, Class::Share, Class::All, Class::OfWhole])
    };
    // "45 nhiệm vụ trong năm 2018, …": the year is no whole.
    if is_led || !between[of + 1..].iter().all(is_joint) || between.iter().any(|t| t.senses.is_any(&[Class::EachPart]))
    {
        return None;
    }
    let (part, whole) = match (tokens[first].amount()?, tokens[second].amount()?) {
        (Amount::Number(Some(part)), Amount::Number(Some(whole))) | (Amount::Money(part), Amount::Money(whole)) => {
            (*part, *whole)
        }
        _ => return None,
    };
    (part <= whole && whole > 0.0).then_some(Amount::Fraction(part, whole))
}
