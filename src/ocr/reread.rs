//! Reads doubtful digits of a letterhead a second time, as a picture of their row alone. Digits that come out the same
//! both times are trusted.

use std::cell::{Cell, OnceCell};

use super::engine::Recognised;
use super::lexicon;
use crate::document::SURE_DIGITS;
use crate::text::bare_letter;

/// Most readings that one picture may cost; each is a run of the engine.
const MAX_REREADS: usize = 3;
/// Confidences worth a second reading: below, the word is lost anyway; above, it is trusted already.
const DOUBTFUL: std::ops::Range<f32> = 30.0..SURE_DIGITS;
/// Confidence needed for a digit that only the second reading recognised.
const SURE_ALONE: f32 = 90.0;
/// A gap as wide as this separates the columns of a letterhead, in heights of the row.
const COLUMN_GAP: f32 = 2.0;

/// Reads the part of the picture within a box (left, upper, right, lower edge in pixels) as one line of text.
pub(super) type ReadLine<'r> = dyn Fn([u32; 4]) -> Option<Vec<Recognised>> + 'r;

/// Reads rows of one picture again, a limited number of times.
pub(super) struct Rereader<'r> {
    read: &'r ReadLine<'r>,
    remaining: Cell<usize>,
}

/// A row of the picture. Each of its columns is read again as a line by itself, when its words are first needed.
pub(super) struct Row<'l, 'r> {
    rereader: &'l Rereader<'r>,
    columns: Vec<([u32; 4], OnceCell<Vec<Recognised>>)>,
    in_letterhead: bool,
}

impl<'r> Rereader<'r> {
    pub(super) fn new(read: &'r ReadLine<'r>) -> Self {
        Self { read, remaining: Cell::new(MAX_REREADS) }
    }

    /// The row of these words, which is `height` pixels high. Rows outside the letterhead are never read again.
    pub(super) fn row(&self, words: &[&Recognised], height: f32, in_letterhead: bool) -> Row<'_, 'r> {
        let is_near =
            |a: &&Recognised, b: &&Recognised| (b.rect[0].saturating_sub(a.rect[2]) as f32) < COLUMN_GAP * height;
        let columns = words.chunk_by(is_near).map(|column| (bounding_box(column), OnceCell::new())).collect();
        Row { rereader: self, columns, in_letterhead }
    }
}

fn bounding_box(words: &[&Recognised]) -> [u32; 4] {
    words.iter().fold([u32::MAX, u32::MAX, 0, 0], |[x0, y0, x1, y1], w| {
        [x0.min(w.rect[0]), y0.min(w.rect[1]), x1.max(w.rect[2]), y1.max(w.rect[3])]
    })
}

impl Row<'_, '_> {
    /// The second reading of the column that holds `word`; empty outside the letterhead or when none remains.
    fn words(&self, word: &Recognised) -> &[Recognised] {
        let middle = word.rect[0].midpoint(word.rect[2]);
        let column = self.columns.iter().find(|(rect, _)| (rect[0]..=rect[2]).contains(&middle));
        let Some((rect, words)) = column.filter(|_| self.in_letterhead) else { return &[] };
        words.get_or_init(|| {
            let remaining = self.rereader.remaining.get();
            if remaining == 0 {
                return Vec::new();
            }
            self.rereader.remaining.set(remaining - 1);
            (self.rereader.read)(*rect).unwrap_or_default()
        })
    }

    /// The confidence of a word, raised from `confidence` if it is a number that both readings agree on. They must also
    /// agree on the symbol behind the digits ("12/QĐĐ-UBND" against "12/QĐ-UBND" do not); the label before them is
    /// ignored.
    pub(super) fn confidence(&self, word: &Recognised, confidence: f32) -> f32 {
        let is_confirmed = || self.words(word).iter().any(|w| from_digits(&w.text) == from_digits(&word.text));
        if DOUBTFUL.contains(&confidence) && is_number(&word.text) && is_confirmed() { SURE_DIGITS } else { confidence }
    }

    /// Corrects days and months in which one of two digits came out as another sign ("ngày 0§ tháng"): takes the second
    /// reading if that is confident, is two digits and agrees on the digit that was read.
    pub(super) fn correct_dates(&self, words: &mut [Recognised]) {
        for at in 1..words.len().saturating_sub(1) {
            let is_day = super::slots::is_date_slot(&words[at - 1].text, &words[at + 1].text);
            if !is_day || !is_half_read(&words[at].text) {
                continue;
            }
            let (before, behind) = (&words[at - 1].text, &words[at + 1].text);
            let same = |a: &str, b: &str| letters(a).eq_ignore_ascii_case(&letters(b));
            let again =
                self.words(&words[at]).windows(3).find(|w| same(&w[0].text, before) && same(&w[2].text, behind));
            let Some([_, again, _]) = again else { continue };
            if again.confidence >= SURE_ALONE && agrees(&words[at].text, &again.text) {
                (words[at].text, words[at].confidence) = (again.text.clone(), SURE_DIGITS);
            }
        }
    }
}

/// Two characters, exactly one of them a digit.
fn is_half_read(text: &str) -> bool {
    text.chars().count() == 2 && text.chars().filter(char::is_ascii_digit).count() == 1
}

/// True if `again` is two digits and every digit of `text` is the same in `again`.
fn agrees(text: &str, again: &str) -> bool {
    let digits = again.len() == 2 && again.bytes().all(|b| b.is_ascii_digit());
    digits && text.chars().zip(again.chars()).all(|(a, b)| a == b || !a.is_ascii_digit())
}

fn letters(text: &str) -> String {
    lexicon::as_digits(text).chars().filter(|c| c.is_alphanumeric()).map(bare_letter).collect()
}

/// The text from its first digit on: letters and digits only, without diacritics.
fn from_digits(text: &str) -> String {
    letters(text).trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned()
}

/// A document number such as "51/2025/TT-BCA", or the digits of a date.
fn is_number(text: &str) -> bool {
    let head = text.split('/').next().unwrap_or_default();
    let digits = head.trim_start_matches(|c: char| !c.is_ascii_digit());
    (1..=5).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, confidence: f32) -> Vec<Recognised> {
        let word = |w: &str| Recognised { text: w.to_owned(), rect: [0; 4], confidence, line: 1 };
        text.split(' ').map(word).collect()
    }

    fn only(words: &[Recognised]) -> Vec<&Recognised> {
        words.iter().collect()
    }

    #[test]
    fn what_is_read_twice_is_so() {
        for (first, again, sure) in [
            ("ố:.58/2026/NĐ-CP", "Số: 58/2026/NĐ-CP", true),
            ("ố:.58/2026/NĐ-CP", "Só:.38/2026/NĐ-CP", false),
            ("12/QĐĐ-UBND", "12/QĐ-UBND", false),
            ("158/QĐ-UBND", "58/QĐ-UBND", false),
            ("Số:", "Số:", false),
        ] {
            let read = |_| Some(row(again, 90.0));
            let rereader = Rereader::new(&read);
            let words = row(first, 40.0);
            let found = rereader.row(&only(&words), 1.0, true).confidence(&words[0], 40.0);
            assert_eq!(found >= SURE_DIGITS, sure, "{first}");
            let outside = Rereader::new(&read);
            assert!(outside.row(&only(&words), 1.0, false).confidence(&words[0], 40.0) < SURE_DIGITS);
        }
    }

    #[test]
    fn a_digit_that_came_out_as_a_sign_is_read_again() {
        for (first, again, confidence, wanted) in [
            ("ngày 0§ tháng 9 năm 2017", "ngày 08 tháng 9 năm 2017", 96.0, "08"),
            ("ngày 0§ tháng 9 năm 2017", "ngày 06 tháng 9 năm 2017", 80.0, "0§"),
            ("ngày 0§ tháng 9 năm 2017", "ngày 18 tháng 9 năm 2017", 96.0, "0§"),
            ("ngày ?§ tháng 9 năm 2017", "ngày 18 tháng 9 năm 2017", 96.0, "?§"),
            ("ngày 0§ tháng 9 năm 2017", "ngày tháng 9 năm 2017", 96.0, "0§"),
        ] {
            let read = |_| Some(row(again, confidence));
            let rereader = Rereader::new(&read);
            let mut words = row(first, 80.0);
            let seen = words.clone();
            rereader.row(&only(&seen), 1.0, true).correct_dates(&mut words);
            assert_eq!(words[1].text, wanted, "{first} {again}");
        }
    }
}
