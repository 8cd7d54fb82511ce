//! Converts legacy encodings to Unicode, longest match first, and maps each letter back to the source.

use super::capitals;
use super::syllable::is_syllable;
use super::tables::{self, TCVN3, VISCII, VNI_SINGLE, VPS};

/// A legacy encoding of Vietnamese, from before Unicode (bảng mã cũ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// TCVN 5712:1993 VN3, "ABC", fonts `.Vn…`: one code per letter, no capitals with tones.
    Tcvn3,
    /// VNI for Windows, fonts `VNI-…`: a base letter and a code for its marks.
    Vni,
    /// VISCII, RFC 1456: one code per letter.
    Viscii,
    /// VPS: one code per letter.
    Vps,
}

/// A converted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The text in Unicode, NFC.
    pub text: String,
    /// The byte offset of each letter in the source and in `text`, ascending.
    offsets: Vec<(usize, usize)>,
}

impl Converted {
    /// The byte offset in the converted text that corresponds to a byte offset in the source.
    pub fn offset(&self, source: usize) -> usize {
        let after = self.offsets.partition_point(|(from, _)| *from < source);
        self.offsets.get(after).map_or(self.text.len(), |(_, to)| *to)
    }

    /// The letters of the converted text, each with the byte offset in the source that it was made from.
    pub fn letters(&self) -> impl Iterator<Item = (usize, char)> {
        self.offsets.iter().map(|(from, _)| *from).zip(self.text.chars())
    }
}

impl Encoding {
    /// All encodings, the most common first.
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

    /// The encoding that fonts of this name were made for. Many documents in such a font are Unicode all the same.
    pub fn of_font(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        match name.get(..3) {
            Some(".vn") => Some(Encoding::Tcvn3),
            Some("vni") => Some(Encoding::Vni),
            Some("vps") => Some(Encoding::Vps),
            _ => None,
        }
    }

    /// Converts a text that is known to be in this encoding. Characters that are not codes of it stay.
    pub fn convert(self, text: &str) -> Converted {
        self.convert_unless(text, &|_| false)
    }

    /// Like `convert`, but words (delimited by white space) for which `keep` is true are not converted.
    pub(super) fn convert_unless(self, text: &str, keep: &dyn Fn(&str) -> bool) -> Converted {
        let mut out = Converted { text: String::with_capacity(text.len()), offsets: Vec::new() };
        let (mut at, mut token_end, mut kept) = (0, 0, false);
        while let Some(first) = text[at..].chars().next() {
            if at >= token_end {
                let token = text[at..].split(char::is_whitespace).next().unwrap_or_default();
                (token_end, kept) = (at + token.len().max(first.len_utf8()), keep(token));
            }
            let (letter, length) =
                if kept { (first, first.len_utf8()) } else { self.letter(&text[..token_end], at, first) };
            out.offsets.push((at, out.text.len()));
            out.text.push(letter);
            at += length;
        }
        if self == Encoding::Tcvn3 {
            let letters: Vec<(usize, char)> = out.letters().collect();
            out.text = capitals::restore(text, &letters);
        }
        out
    }

    /// The letter at a byte offset, and its length in the source in bytes.
    fn letter(self, text: &str, at: usize, first: char) -> (char, usize) {
        let length = first.len_utf8();
        // A sign with no letter beside it is not a code: a bullet, a fraction, a minus.
        if is_code(first) && !touches_letter(text, at, length) && !can_be_alone(text, at, first) {
            return (first, length);
        }
        let letter = match self {
            Encoding::Tcvn3 if first == '-' && is_horned_u(text, at) => 'ư',
            Encoding::Tcvn3 => tables::letter(TCVN3, first),
            Encoding::Viscii => tables::byte_letter(VISCII, first),
            Encoding::Vps => tables::byte_letter(VPS, first),
            Encoding::Vni => {
                let mark = text[at + length..].chars().next();
                let pair = mark.and_then(|mark| Some((tables::vni_pair(first, mark)?, length + mark.len_utf8())));
                return pair.unwrap_or((tables::letter(VNI_SINGLE, first), length));
            }
        };
        (letter, length)
    }
}

fn touches_letter(text: &str, at: usize, length: usize) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || is_code(c);
    text[..at].chars().next_back().is_some_and(is_letter) || text[at + length..].chars().next().is_some_and(is_letter)
}

/// TCVN3 codes that encode a letter even with no letter beside them: đ, the currency, behind a number, and Ư, whose
/// code (`¦`) is hardly used otherwise.
fn can_be_alone(text: &str, at: usize, code: char) -> bool {
    code == '¦' || (code == '®' && text[..at].ends_with(|c: char| c.is_ascii_digit()))
}

/// Some PDF producers replaced the TCVN3 code of `ư` by a hyphen: `tr-êng` is `trường`. A hyphen is an `ư` if only then
/// the word around it is a syllable.
fn is_horned_u(text: &str, at: usize) -> bool {
    let inside = |c: &char| c.is_alphabetic() || is_code(*c);
    let before: Vec<char> = text[..at].chars().rev().take_while(inside).collect();
    let before: String = before.into_iter().rev().map(|c| tables::letter(TCVN3, c)).collect();
    let after: String = text[at + 1..].chars().take_while(inside).map(|c| tables::letter(TCVN3, c)).collect();
    let is_word = |part: &str| part.is_empty() || is_syllable(part);
    (!is_word(&before) || !is_word(&after)) && !after.is_empty() && is_syllable(&format!("{before}ư{after}"))
}

/// True for the non-ASCII signs that encode letters in a legacy encoding: signs of Latin-1 and windows-1252, and what
/// programs put in their place. Quotation marks, dashes and bullets are excluded: they are far more often themselves.
pub(super) fn is_code(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{2212}' | '\u{2219}' | '\u{80}'..='\u{9f}')
        || matches!(c, '€' | '‚' | 'ƒ' | '„' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '˜' | '™' | '›')
}
