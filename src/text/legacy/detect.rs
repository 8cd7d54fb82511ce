//! Which encoding a text is in, by the words that become Vietnamese syllables.

use super::encoding::is_code;
use super::{Converted, Encoding, is_syllable};

/// Words beyond ASCII after which the encoding of a document is known well enough to go on.
const DECIDED: u32 = 60;

/// Words that must become syllables before a document counts as one of an old encoding.
const DOCUMENT: u32 = 4;

/// The same for a line whose document is not of that encoding.
const LINE: u32 = 5;

/// Words with letters beyond ASCII: how many are syllables and how many are not.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    good: u32,
    bad: u32,
}

impl Tally {
    fn of(text: &str) -> Self {
        let mut tally = Tally::default();
        for word in words(text).filter(|word| !word.is_ascii()) {
            if is_syllable(word) {
                tally.good += 1;
            } else if !is_symbol(word) {
                tally.bad += 1;
            }
        }
        tally
    }

    fn add(&mut self, other: Tally) {
        self.good += other.good;
        self.bad += other.bad;
    }

    fn score(self) -> i64 {
        i64::from(self.good) - i64::from(self.bad)
    }

    /// Nearly all words are syllables.
    fn is_vietnamese(self) -> bool {
        self.bad * 4 <= self.good
    }
}

/// Learns from the lines of a document which old encoding it is in, and converts its lines by that. A line of another
/// encoding, or of Unicode, is told by its own words.
#[derive(Debug, Clone, Default)]
pub struct Detector {
    /// What each encoding makes of the lines that are not good Unicode.
    encodings: [Tally; Encoding::ALL.len()],
    /// The same lines as they are.
    raw: Tally,
    /// Words that are Vietnamese in Unicode beyond doubt, in all lines.
    unicode: u32,
    /// Words beyond ASCII in all lines.
    words: u32,
}

impl Detector {
    /// Learns from a line or a cell.
    pub fn add(&mut self, text: &str) {
        if text.is_ascii() {
            return;
        }
        let raw = Tally::of(text);
        self.words += raw.good + raw.bad;
        self.unicode += words(text).filter(|word| is_unicode(word)).count() as u32;
        if raw.bad == 0 {
            return;
        }
        self.raw.add(raw);
        for (sum, encoding) in self.encodings.iter_mut().zip(Encoding::ALL) {
            sum.add(Tally::of(&attempt(encoding, text).text));
        }
    }

    /// True once more lines would hardly change what is known of the document.
    pub fn is_decided(&self) -> bool {
        self.words >= DECIDED
    }

    /// The old encoding that the document, or a good part of it, is in.
    pub fn document(&self) -> Option<Encoding> {
        let (encoding, tally) = best(self.encodings);
        let gains = self.raw.good * 2 <= tally.good;
        (tally.good >= DOCUMENT && tally.is_vietnamese() && gains).then_some(encoding)
    }

    /// A line or cell in Unicode, and the encoding that it was in; none if no encoding makes it better Vietnamese.
    pub fn convert(&self, text: &str) -> Option<(Encoding, Converted)> {
        let encoding = self.encoding_of(text)?;
        let converted = attempt(encoding, text);
        (converted.text != text).then_some((encoding, converted))
    }

    fn encoding_of(&self, text: &str) -> Option<Encoding> {
        if text.is_ascii() && !text.contains('-') {
            return None;
        }
        let raw = Tally::of(text);
        if let Some(encoding) = self.document() {
            let tally = Tally::of(&attempt(encoding, text).text);
            // A short line can be read both ways; then it goes with a document that is nowhere Unicode.
            let tie = tally.score() == raw.score() && tally.good > 0 && self.unicode * 20 <= self.words;
            if tally.score() > raw.score() || tie {
                return Some(encoding);
            }
        }
        if raw.bad == 0 {
            return None;
        }
        let (encoding, tally) = best(Encoding::ALL.map(|encoding| Tally::of(&attempt(encoding, text).text)));
        let alone = tally.good >= LINE && tally.is_vietnamese() && raw.good * 3 <= tally.good;
        alone.then_some(encoding)
    }
}

/// A line as an encoding makes it. In one that was put together from both, what reads well as Unicode stays.
fn attempt(encoding: Encoding, text: &str) -> Converted {
    let is_mixed = words(text).any(is_unicode);
    encoding.convert_unless(text, &|token| is_mixed && Tally::of(token).bad == 0)
}

/// The first of equals: `ALL` begins with those that are met more often.
fn best(tallies: [Tally; Encoding::ALL.len()]) -> (Encoding, Tally) {
    let scored = Encoding::ALL.into_iter().zip(tallies).rev();
    scored.max_by_key(|(_, tally)| tally.score()).unwrap_or((Encoding::Tcvn3, Tally::default()))
}

/// Runs of letters and of signs that stand for letters. A sign alone is a bullet or a number.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !is_code(c)).filter(|word| word.chars().any(char::is_alphabetic))
}

/// A syllable with a letter that no other alphabet has: in an old encoding such letters do not come about by chance.
fn is_unicode(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ' | 'ă' | 'Ă'))
        && is_syllable(word)
}

/// Capitals of a document's symbol, such as QĐ or HĐND: no syllable and no evidence against one.
fn is_symbol(word: &str) -> bool {
    word.chars().all(char::is_uppercase) && word.chars().filter(|c| !c.is_ascii()).all(|c| matches!(c, 'Đ' | 'Ư' | 'Â'))
}
