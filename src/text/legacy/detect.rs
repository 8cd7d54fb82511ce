//! Detects the legacy encoding of a text by the words that become Vietnamese syllables when converted.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use super::encoding::{Converted, Encoding, is_code};
use super::syllable::is_syllable;

/// Non-ASCII words after which more lines hardly change the result for a document.
const ENOUGH_WORDS: u32 = 60;

/// Words that must become syllables before a document counts as written in a legacy encoding.
const LEAST_IN_DOCUMENT: u32 = 4;

/// How many of them must be different words of several letters: µm, Nº or a table of umlauts is no evidence.
const LEAST_DIFFERENT: usize = 3;

/// Words that must become syllables before a document counts as written partly in a second encoding.
const LEAST_IN_SECOND: u32 = 20;

/// Words that must become syllables before a line counts as written in an encoding that its document is not in.
const LEAST_IN_LINE: u32 = 5;

/// Counts of non-ASCII words that are Vietnamese syllables (`good`) and that are not (`bad`).
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

/// Learns from the lines of a document which legacy encodings it uses, and converts its lines. A line in another
/// encoding, or in Unicode, is recognised by its own words; an ambiguous line is read like the lines before it.
#[derive(Debug, Clone, Default)]
pub struct Detector {
    /// For each encoding, the words of the lines for which it is the best reading and better than Unicode.
    encodings: [Tally; Encoding::ALL.len()],
    /// The words of the same lines without conversion.
    raw: [Tally; Encoding::ALL.len()],
    /// Different syllables that those lines become; collected only until there are enough.
    syllables: [BTreeSet<String>; Encoding::ALL.len()],
    /// Words in all lines that are certainly Vietnamese in Unicode.
    unicode: u32,
    /// Non-ASCII words in all lines.
    words: u32,
    /// Encodings of lines that can be read in no other way.
    proven: BTreeSet<Encoding>,
    /// Encoding of the last converted line that was not ambiguous.
    last: Cell<Option<Encoding>>,
    /// Encodings from which something was converted.
    used: RefCell<BTreeSet<Encoding>>,
}

impl Detector {
    /// Learns from a line or a table cell.
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
        if tally.bad == 0 && is_unambiguous(best, text, raw, tally) {
            self.proven.insert(best);
        }
        for (at, _) in Encoding::ALL.iter().enumerate().filter(|(_, encoding)| **encoding == best) {
            self.encodings[at].add(tally);
            self.raw[at].add(raw);
            if self.syllables[at].len() < LEAST_DIFFERENT {
                self.syllables[at].extend(syllables(&convert_mixed(best, text).text));
            }
        }
    }

    /// True if any line reads better in a legacy encoding than as it is.
    pub fn is_suspicious(&self) -> bool {
        self.encodings.iter().any(|tally| tally.good > 0)
    }

    /// The encodings from which something was converted.
    pub fn used(&self) -> BTreeSet<Encoding> {
        self.used.borrow().clone()
    }

    /// True once enough lines were seen: more would hardly change the result.
    pub fn is_decided(&self) -> bool {
        self.words >= ENOUGH_WORDS
    }

    /// The legacy encodings of the document or of a good part of it, the one with most words first.
    pub fn document(&self) -> Vec<Encoding> {
        let mut known: Vec<(u32, Encoding)> = Vec::new();
        let known_syllables = self.syllables.iter().map(BTreeSet::len);
        let tallies = Encoding::ALL.into_iter().zip(self.encodings).zip(self.raw).zip(known_syllables);
        for (((encoding, tally), raw), different) in tallies {
            let is_frequent = tally.good >= LEAST_IN_DOCUMENT && different >= LEAST_DIFFERENT;
            if is_frequent && tally.is_vietnamese() && raw.good * 2 <= tally.good {
                known.push((tally.good, encoding));
            }
        }
        known.sort_by_key(|(good, _)| std::cmp::Reverse(*good));
        let most = known.first().map_or(0, |(good, _)| *good);
        // Among many lines of one encoding a few read better in another by chance.
        known.retain(|(good, _)| *good == most || (*good >= LEAST_IN_SECOND && good * 20 >= most));
        let mut document: Vec<Encoding> = known.into_iter().map(|(_, encoding)| encoding).collect();
        let proven = self.proven.iter().filter(|encoding| !document.contains(encoding)).copied().collect::<Vec<_>>();
        document.extend(proven);
        document
    }

    /// Converts a line or cell to Unicode and states its encoding. Returns `None` if no encoding makes it better
    /// Vietnamese.
    pub fn convert(&self, text: &str) -> Option<(Encoding, Converted)> {
        let encoding = self.encoding_of(text)?;
        let converted = convert_mixed(encoding, text);
        self.convert_if(converted.text != text, encoding, converted).map(|converted| (encoding, converted))
    }

    /// Converts a run whose font was made for a legacy encoding, if its words confirm that encoding; a few are enough.
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
                // A short line that reads equally well unconverted: convert it if the document has no Unicode text.
                let is_plausible = tally.good > 0 || tally.bad == 0;
                if most == raw.score() && is_plausible && self.unicode * 20 <= self.words {
                    return Some(*encoding);
                }
            }
        }
        // Only words that are not syllables yet, or that hold a hyphen, can become syllables. If there are too few of
        // them, no encoding can reach the threshold and the expensive trial is skipped.
        let most = raw.bad + text.bytes().filter(|b| *b == b'-').count() as u32;
        if raw.bad == 0 || raw.good + most < LEAST_IN_LINE || (raw.good + most) < raw.good * 3 {
            return None;
        }
        let (encoding, tally) = best(&readings(text));
        is_unambiguous(encoding, text, raw, tally).then_some(encoding)
    }
}

/// True if a line is certainly in this encoding, whatever its document is in.
fn is_unambiguous(encoding: Encoding, text: &str, raw: Tally, tally: Tally) -> bool {
    let is_clear = tally.good >= LEAST_IN_LINE && tally.is_vietnamese() && raw.good * 3 <= tally.good;
    is_clear && syllables(&convert_mixed(encoding, text).text).len() >= LEAST_DIFFERENT
}

fn readings(text: &str) -> [(Encoding, Tally); Encoding::ALL.len()] {
    Encoding::ALL.map(|encoding| (encoding, reading(encoding, text)))
}

fn reading(encoding: Encoding, text: &str) -> Tally {
    Tally::of(&convert_mixed(encoding, text).text)
}

/// The reading with the best score; of equals the first, since `Encoding::ALL` begins with the most common.
fn best(readings: &[(Encoding, Tally)]) -> (Encoding, Tally) {
    let best = readings.iter().rev().max_by_key(|(_, tally)| tally.score());
    best.copied().unwrap_or((Encoding::Tcvn3, Tally::default()))
}

/// Converts a line. In a line that mixes Unicode and the encoding, words that read well as Unicode are kept.
fn convert_mixed(encoding: Encoding, text: &str) -> Converted {
    let is_mixed = words(text).any(is_unicode);
    encoding.convert_unless(text, &|token| is_mixed && Tally::of(token).bad == 0)
}

/// Runs of letters and of signs that encode letters. A sign without a letter is a bullet or part of a number.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !is_code(c)).filter(|word| word.chars().any(char::is_alphabetic))
}

/// The different syllables in a text that have several letters, at least one of them non-ASCII.
fn syllables(text: &str) -> BTreeSet<String> {
    let marked = words(text).filter(|word| !word.is_ascii() && word.chars().nth(1).is_some());
    marked.map(str::to_lowercase).filter(|word| is_syllable(word)).collect()
}

/// A syllable with a letter that only Vietnamese has: in text of a legacy encoding it does not occur by chance.
fn is_unicode(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ' | 'ă' | 'Ă'))
        && is_syllable(word)
}

/// Abbreviations as in document numbers, such as QĐ or HĐND, and the currency đ: they are not syllables, but no
/// evidence against Vietnamese either.
fn is_symbol(word: &str) -> bool {
    word == "đ"
        || word.chars().all(char::is_uppercase)
            && word.chars().filter(|c| !c.is_ascii()).all(|c| matches!(c, 'Đ' | 'Ư' | 'Â'))
}
