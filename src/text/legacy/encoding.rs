//! From an old encoding to Unicode, longest match first, with the way of each letter back into the source.

use super::capitals;
use super::syllable::is_syllable;
use super::tables::{self, TCVN3, VISCII, VNI_SINGLE, VPS};

/// An encoding of Vietnamese from before Unicode (bảng mã cũ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// TCVN 5712:1993 VN3, "ABC", fonts `.Vn…`: one code a letter, no capitals with tones.
    Tcvn3,
    /// VNI for Windows, fonts `VNI-…`: a base letter and a code for its marks.
    Vni,
    /// VISCII, RFC 1456: one code a letter.
    Viscii,
    /// VPS: one code a letter.
    Vps,
}

/// A converted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The text in Unicode, NFC.
    pub text: String,
    /// For each letter its byte offset in the source and in `text`, in order.
    steps: Vec<(usize, usize)>,
}

impl Converted {
    /// The byte offset in the converted text that a byte offset of the source has become.
    pub fn offset(&self, source: usize) -> usize {
        let after = self.steps.partition_point(|(from, _)| *from < source);
        self.steps.get(after).map_or(self.text.len(), |(_, to)| *to)
    }

    /// The letters of the converted text, each with the byte offset in the source that it was made from.
    pub fn letters(&self) -> impl Iterator<Item = (usize, char)> {
        self.steps.iter().map(|(from, _)| *from).zip(self.text.chars())
    }
}

impl Encoding {
    /// All of them; those that are met more often first.
    pub const ALL: [Encoding; 4] = [Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii, Encoding::Vps];

    /// The name that users know.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Tcvn3 => "TCVN3 (ABC)",
            Encoding::Vni => "VNI",
            Encoding::Viscii => "VISCII",
            Encoding::Vps => "VPS",
        }
    }

    /// The encoding that fonts of this name were made for. Many a document in such a font is Unicode.
    pub fn of_font(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        match name.get(..3) {
            Some(".vn") => Some(Encoding::Tcvn3),
            Some("vni") => Some(Encoding::Vni),
            Some("vps") => Some(Encoding::Vps),
            _ => None,
        }
    }

    /// A text that is known to be in this encoding, in Unicode. What is no code of it stays.
    pub fn convert(self, text: &str) -> Converted {
        self.convert_unless(text, &|_| false)
    }

    /// The same, but for the words between spaces that are to be kept.
    pub(super) fn convert_unless(self, text: &str, keep: &dyn Fn(&str) -> bool) -> Converted {
        let mut out = Converted { text: String::with_capacity(text.len()), steps: Vec::new() };
        let (mut at, mut token_end, mut kept) = (0, 0, false);
        while let Some(first) = text[at..].chars().next() {
            if at >= token_end {
                let token = text[at..].split(char::is_whitespace).next().unwrap_or_default();
                (token_end, kept) = (at + token.len().max(first.len_utf8()), keep(token));
            }
            let (letter, length) =
                if kept { (first, first.len_utf8()) } else { self.letter(&text[..token_end], at, first) };
            out.steps.push((at, out.text.len()));
            out.text.push(letter);
            at += length;
        }
        if self == Encoding::Tcvn3 {
            let letters: Vec<(usize, char)> = out.letters().collect();
            out.text = capitals::restore(text, &letters);
        }
        out
    }

    /// The letter at a byte offset, and how many bytes of the source it takes.
    fn letter(self, text: &str, at: usize, first: char) -> (char, usize) {
        let length = first.len_utf8();
        // A sign that stands alone is itself: a bullet, a fraction, a minus.
        if is_code(first) && !touches_letter(text, at, length) && !stands_alone(text, at, first) {
            return (first, length);
        }
        let letter = match self {
            Encoding::Tcvn3 if first == '-' && is_horned_u(text, at) => 'ư',
            Encoding::Tcvn3 => tables::one(TCVN3, first),
            Encoding::Viscii => tables::byte(VISCII, first),
            Encoding::Vps => tables::byte(VPS, first),
            Encoding::Vni => {
                let mark = text[at + length..].chars().next();
                let pair = mark.and_then(|mark| Some((tables::pair(first, mark)?, length + mark.len_utf8())));
                return pair.unwrap_or((tables::one(VNI_SINGLE, first), length));
            }
        };
        (letter, length)
    }
}

fn touches_letter(text: &str, at: usize, length: usize) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || is_code(c);
    text[..at].chars().next_back().is_some_and(is_letter) || text[at + length..].chars().next().is_some_and(is_letter)
}

/// TCVN3 letters that are written alone: the unit of money behind a number, and Ư, whose code is a sign that nobody uses.
fn stands_alone(text: &str, at: usize, code: char) -> bool {
    code == '¦' || (code == '®' && text[..at].ends_with(|c: char| c.is_ascii_digit()))
}

/// Programs that made PDFs took the code of `ư` in TCVN3 for a hyphen: `tr-êng` is `trường`. It is one if only that
/// makes the word around it a syllable.
fn is_horned_u(text: &str, at: usize) -> bool {
    let inside = |c: &char| c.is_alphabetic() || is_code(*c);
    let before: Vec<char> = text[..at].chars().rev().take_while(inside).collect();
    let before: String = before.into_iter().rev().map(|c| tables::one(TCVN3, c)).collect();
    let after: String = text[at + 1..].chars().take_while(inside).map(|c| tables::one(TCVN3, c)).collect();
    let is_word = |part: &str| part.is_empty() || is_syllable(part);
    (!is_word(&before) || !is_word(&after)) && !after.is_empty() && is_syllable(&format!("{before}ư{after}"))
}

/// True for the signs beyond ASCII that stand for letters in an old encoding: those of Latin-1 and windows-1252, and
/// what programs put in their place. Quotation marks, dashes and bullets are used as themselves far more often.
pub(super) fn is_code(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{2212}' | '\u{2219}' | '\u{80}'..='\u{9f}')
        || matches!(c, '€' | '‚' | 'ƒ' | '„' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '˜' | '™' | '›')
}
