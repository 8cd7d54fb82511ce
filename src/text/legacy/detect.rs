//! Which encoding a text is in, by the words that become Vietnamese syllables.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use super::encoding::{Converted, Encoding, is_code};
use super::syllable::is_syllable;

/// Words beyond ASCII after which the encoding of a document is known well enough to go on.
const DECIDED: u32 = 60;

/// Words that must become syllables before a document counts as one of an old encoding.
const DOCUMENT: u32 = 4;

/// So many of them must be different words of several letters: µm, Nº or a table of umlauts says nothing.
const DIFFERENT: usize = 3;

/// The same for a second encoding in it.
const SECOND: u32 = 20;

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

/// Learns from the lines of a document which old encodings it is in, and converts its lines by them. A line of another
/// encoding, or of Unicode, is told by its own words; a line that can be read in several ways goes with those before it.
#[derive(Debug, Clone, Default)]
pub struct Detector {
    /// For each encoding the lines that it reads best and better than Unicode.
    encodings: [Tally; Encoding::ALL.len()],
    /// The same lines as they are.
    raw: [Tally; Encoding::ALL.len()],
    /// Different syllables that those lines become, as many as are needed.
    syllables: [BTreeSet<String>; Encoding::ALL.len()],
    /// Words that are Vietnamese in Unicode beyond doubt, in all lines.
    unicode: u32,
    /// Words beyond ASCII in all lines.
    words: u32,
    /// Encodings of whole lines that can be read in no other way.
    proven: BTreeSet<Encoding>,
    /// What the last line was in that could be read in one way only.
    last: Cell<Option<Encoding>>,
    /// What was converted.
    used: RefCell<BTreeSet<Encoding>>,
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
        let (best, tally) = best(&readings(text));
        if tally.score() <= raw.score() {
            return;
        }
        if tally.bad == 0 && is_alone(best, text, raw, tally) {
            self.proven.insert(best);
        }
        for (at, _) in Encoding::ALL.iter().enumerate().filter(|(_, encoding)| **encoding == best) {
            self.encodings[at].add(tally);
            self.raw[at].add(raw);
            if self.syllables[at].len() < DIFFERENT {
                self.syllables[at].extend(syllables(&attempt(best, text).text));
            }
        }
    }

    /// True if a line reads better in an old encoding.
    pub fn is_suspicious(&self) -> bool {
        self.encodings.iter().any(|tally| tally.good > 0)
    }

    /// What was converted from.
    pub fn used(&self) -> BTreeSet<Encoding> {
        self.used.borrow().clone()
    }

    /// True once more lines would hardly change what is known of the document.
    pub fn is_decided(&self) -> bool {
        self.words >= DECIDED
    }

    /// The old encodings that the document, or a good part of it, is in; the one of most words first.
    pub fn document(&self) -> Vec<Encoding> {
        let mut known: Vec<(u32, Encoding)> = Vec::new();
        let known_syllables = self.syllables.iter().map(BTreeSet::len);
        let tallies = Encoding::ALL.into_iter().zip(self.encodings).zip(self.raw).zip(known_syllables);
        for (((encoding, tally), raw), different) in tallies {
            if tally.good >= DOCUMENT && different >= DIFFERENT && tally.is_vietnamese() && raw.good * 2 <= tally.good {
                known.push((tally.good, encoding));
            }
        }
        known.sort_by_key(|(good, _)| std::cmp::Reverse(*good));
        let most = known.first().map_or(0, |(good, _)| *good);
        // Among many lines of one encoding a few read better in another by chance.
        known.retain(|(good, _)| *good == most || (*good >= SECOND && good * 20 >= most));
        let mut document: Vec<Encoding> = known.into_iter().map(|(_, encoding)| encoding).collect();
        let proven = self.proven.iter().filter(|encoding| !document.contains(encoding)).copied().collect::<Vec<_>>();
        document.extend(proven);
        document
    }

    /// A line or cell in Unicode, and the encoding that it was in; none if no encoding makes it better Vietnamese.
    pub fn convert(&self, text: &str) -> Option<(Encoding, Converted)> {
        let encoding = self.encoding_of(text)?;
        let converted = attempt(encoding, text);
        self.convert_if(converted.text != text, encoding, converted).map(|converted| (encoding, converted))
    }

    /// A run in a font that was made for an old encoding, if it is in it: the words tell, and few are enough.
    pub fn convert_by_font(&self, encoding: Encoding, text: &str) -> Option<Converted> {
        if text.is_ascii() || words(text).any(is_unicode) {
            return None;
        }
        let converted = encoding.convert(text);
        let (raw, tally) = (Tally::of(text), Tally::of(&converted.text));
        let is_known = || tally.score() == raw.score() && tally.bad == 0 && self.document().contains(&encoding);
        let is_better = tally.good > tally.bad && (tally.score() > raw.score() || is_known());
        self.convert_if(is_better && converted.text != text, encoding, converted)
    }

    fn convert_if(&self, is_old: bool, encoding: Encoding, converted: Converted) -> Option<Converted> {
        is_old.then(|| {
            self.used.borrow_mut().insert(encoding);
            converted
        })
    }

    fn encoding_of(&self, text: &str) -> Option<Encoding> {
        if text.is_ascii() && !text.contains('-') {
            return None;
        }
        let raw = Tally::of(text);
        let known: Vec<(Encoding, Tally)> = self.document().into_iter().map(|e| (e, reading(e, text))).collect();
        if let Some(most) = known.iter().map(|(_, tally)| tally.score()).max() {
            let mut equal = known.iter().filter(|(_, tally)| tally.score() == most);
            let ways = equal.clone().count();
            let as_last = equal.clone().find(|(encoding, _)| self.last.get() == Some(*encoding));
            if let Some((encoding, tally)) = as_last.or_else(|| equal.next()) {
                if most > raw.score() {
                    if ways == 1 {
                        self.last.set(Some(*encoding));
                    }
                    return Some(*encoding);
                }
                // A short line that reads well as it is: it goes with a document that is nowhere Unicode.
                let is_plausible = tally.good > 0 || tally.bad == 0;
                if most == raw.score() && is_plausible && self.unicode * 20 <= self.words {
                    return Some(*encoding);
                }
            }
        }
        // Each word that becomes a syllable was none before, or held a hyphen. Too few of both, and trying is in vain.
        let most = raw.bad + text.bytes().filter(|b| *b == b'-').count() as u32;
        if raw.bad == 0 || raw.good + most < LINE || (raw.good + most) < raw.good * 3 {
            return None;
        }
        let (encoding, tally) = best(&readings(text));
        is_alone(encoding, text, raw, tally).then_some(encoding)
    }
}

/// True if a line is in an encoding beyond doubt, whatever its document is in.
fn is_alone(encoding: Encoding, text: &str, raw: Tally, tally: Tally) -> bool {
    let is_told = tally.good >= LINE && tally.is_vietnamese() && raw.good * 3 <= tally.good;
    is_told && syllables(&attempt(encoding, text).text).len() >= DIFFERENT
}

fn readings(text: &str) -> [(Encoding, Tally); Encoding::ALL.len()] {
    Encoding::ALL.map(|encoding| (encoding, reading(encoding, text)))
}

fn reading(encoding: Encoding, text: &str) -> Tally {
    Tally::of(&attempt(encoding, text).text)
}

/// The first of equals: `ALL` begins with those that are met more often.
fn best(readings: &[(Encoding, Tally)]) -> (Encoding, Tally) {
    let best = readings.iter().rev().max_by_key(|(_, tally)| tally.score());
    best.copied().unwrap_or((Encoding::Tcvn3, Tally::default()))
}

/// A line as an encoding makes it. In one that was put together from both, what reads well as Unicode stays.
fn attempt(encoding: Encoding, text: &str) -> Converted {
    let is_mixed = words(text).any(is_unicode);
    encoding.convert_unless(text, &|token| is_mixed && Tally::of(token).bad == 0)
}

/// Runs of letters and of signs that stand for letters. A sign alone is a bullet or a number.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !is_code(c)).filter(|word| word.chars().any(char::is_alphabetic))
}

/// The different syllables of several letters, with a mark, in a text.
fn syllables(text: &str) -> BTreeSet<String> {
    let marked = words(text).filter(|word| !word.is_ascii() && word.chars().nth(1).is_some());
    marked.map(str::to_lowercase).filter(|word| is_syllable(word)).collect()
}

/// A syllable with a letter that no other alphabet has: in an old encoding such letters do not come about by chance.
fn is_unicode(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ' | 'ă' | 'Ă'))
        && is_syllable(word)
}

/// Capitals of a document's symbol, such as QĐ or HĐND, and the unit of money: no syllable and no evidence against one.
fn is_symbol(word: &str) -> bool {
    word == "đ"
        || word.chars().all(char::is_uppercase)
            && word.chars().filter(|c| !c.is_ascii()).all(|c| matches!(c, 'Đ' | 'Ư' | 'Â'))
}
