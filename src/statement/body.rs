//! Names of bodies: "Sở Kế hoạch và Đầu tư", "huyện Krông Pắc", "UBND tỉnh Đắk Lắk" are one token each, told from
//! collective words ("các sở, ban, ngành") by the capital letters behind the word that heads them.

use super::lexicon::{Group, Lexicon};
use super::token::{Kind, Token, each, joined};

/// Most words behind the head of a name.
const LONGEST: usize = 9;

/// Joins the head of a name with the name.
pub(super) fn names(text: &str, tokens: Vec<Token>, lexicon: &Lexicon) -> Vec<Token> {
    each(tokens, |tokens, at| {
        let count = if tokens[at].is_of(lexicon, Group::Body) { name_behind(text, &tokens[at..]) } else { 0 };
        // The name of one body, whatever its head stands for alone.
        let name = || Token { senses: lexicon.named_body(), ..joined(&tokens[at..=at + count], Kind::Word) };
        (count > 0).then(|| (count + 1, name()))
    })
}

/// How many tokens behind the head are its name.
fn name_behind(text: &str, tokens: &[Token]) -> usize {
    // In a line of capitals they say nothing.
    let is_capital = |token: &Token| {
        let word = &text[token.range.clone()];
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        // "đoàn kiểm tra CCHC": a known abbreviation is no name.
        let is_abbreviation =
            token.kind == Kind::Word && word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        letters.next().is_some_and(char::is_uppercase)
            && !is_abbreviation
            && (token.kind != Kind::Word || word.chars().count() > 1)
    };
    let (mut count, mut at) = (0, 1);
    while at <= LONGEST {
        let Some(token) = tokens.get(at) else { break };
        let is_word = matches!(token.kind, Kind::Word | Kind::Unknown);
        let is_joint = matches!(token.text.as_str(), "và" | "," | "-");
        let goes_on =
            tokens.get(at + 1).is_some_and(|next| matches!(next.kind, Kind::Word | Kind::Unknown) && is_capital(next));
        match () {
            () if is_word && is_capital(token) => count = at,
            // "Sở Ngoại vụ": the second syllable of an unknown word.
            () if token.kind == Kind::Unknown
                && count == at - 1
                && count > 0
                && tokens[at - 1].kind == Kind::Unknown =>
            {
                count = at;
            }
            () if is_joint && count > 0 && goes_on => {}
            () => break,
        }
        at += 1;
    }
    count
}
