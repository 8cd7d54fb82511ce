//! A second look at a row of the letterhead: printed digits that the engine is not sure of. What it reads twice is so.

use std::cell::{Cell, OnceCell};

use super::engine::Recognised;
use super::lexicon;
use crate::document::SURE_DIGITS;
use crate::text::bare_letter;

/// Most lines of a picture that are looked at again.
const MOST: usize = 3;
/// A word below this is not looked at again, and above that need not be.
const DOUBTED: std::ops::Range<f32> = 30.0..SURE_DIGITS;
/// How sure the second look must be of a digit that only it has seen.
const SURE_ALONE: f32 = 90.0;

/// Reads a single row anew.
pub(super) type Read<'r> = dyn Fn([u32; 4]) -> Option<Vec<Recognised>> + 'r;

/// The looks that are left for a picture.
pub(super) struct Looks<'r> {
    read: &'r Read<'r>,
    left: Cell<usize>,
}

/// A row, each of its columns as a line by itself, read when first asked for.
pub(super) struct Row<'l, 'r> {
    looks: &'l Looks<'r>,
    columns: Vec<([u32; 4], OnceCell<Vec<Recognised>>)>,
    in_letterhead: bool,
}

/// A gap as wide as this parts the columns of a letterhead, in heights of the row.
const GAP: f32 = 2.0;

impl<'r> Looks<'r> {
    pub(super) fn new(read: &'r Read<'r>) -> Self {
        Self { read, left: Cell::new(MOST) }
    }

    /// The row that these words stand in; rows outside the letterhead are not read again.
    pub(super) fn row(&self, words: &[&Recognised], height: f32, in_letterhead: bool) -> Row<'_, 'r> {
        let is_near = |a: &&Recognised, b: &&Recognised| (b.rect[0].saturating_sub(a.rect[2]) as f32) < GAP * height;
        let columns = words.chunk_by(is_near).map(|column| (around(column), OnceCell::new())).collect();
        Row { looks: self, columns, in_letterhead }
    }
}

/// The box of words.
fn around(words: &[&Recognised]) -> [u32; 4] {
    words.iter().fold([u32::MAX, u32::MAX, 0, 0], |[x0, y0, x1, y1], w| {
        [x0.min(w.rect[0]), y0.min(w.rect[1]), x1.max(w.rect[2]), y1.max(w.rect[3])]
    })
}

impl Row<'_, '_> {
    /// The words of the column that `word` stands in.
    fn words(&self, word: &Recognised) -> &[Recognised] {
        let middle = word.rect[0].midpoint(word.rect[2]);
        let column = self.columns.iter().find(|(rect, _)| (rect[0]..=rect[2]).contains(&middle));
        let Some((rect, words)) = column.filter(|_| self.in_letterhead) else { return &[] };
        words.get_or_init(|| {
            let left = self.looks.left.get();
            if left == 0 {
                return Vec::new();
            }
            self.looks.left.set(left - 1);
            (self.looks.read)(*rect).unwrap_or_default()
        })
    }

    /// How sure a word is that was read with `confidence`: if it is a number and was read twice, its symbol too
    /// ("12/QĐĐ-UBND" is read once so and once right). The label before the digits does not count.
    pub(super) fn confidence(&self, word: &Recognised, confidence: f32) -> f32 {
        let is_again = || self.words(word).iter().any(|w| from_digits(&w.text) == from_digits(&word.text));
        if DOUBTED.contains(&confidence) && is_number(&word.text) && is_again() { SURE_DIGITS } else { confidence }
    }

    /// Fills in a day or month of which one digit came out as another sign ("ngày 0§ tháng"), if the second look reads
    /// digits there, surely and with the same others.
    pub(super) fn fill(&self, words: &mut [Recognised]) {
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

/// One digit and a sign that is none.
fn is_half_read(text: &str) -> bool {
    text.chars().count() == 2 && text.chars().filter(char::is_ascii_digit).count() == 1
}

/// True if `again` is two digits, one of them at its place in `text`.
fn agrees(text: &str, again: &str) -> bool {
    let digits = again.len() == 2 && again.bytes().all(|b| b.is_ascii_digit());
    digits && text.chars().zip(again.chars()).all(|(a, b)| a == b || !a.is_ascii_digit())
}

fn letters(text: &str) -> String {
    lexicon::as_digits(text).chars().filter(|c| c.is_alphanumeric()).map(bare_letter).collect()
}

/// Digits and what stands behind them, without marks.
fn from_digits(text: &str) -> String {
    letters(text).trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned()
}

/// "51/2025/TT-BCA", or the digits of a date.
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
            let looks = Looks::new(&read);
            let words = row(first, 40.0);
            let found = looks.row(&only(&words), 1.0, true).confidence(&words[0], 40.0);
            assert_eq!(found >= SURE_DIGITS, sure, "{first}");
            let outside = Looks::new(&read);
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
            let looks = Looks::new(&read);
            let mut words = row(first, 80.0);
            let seen = words.clone();
            looks.row(&only(&seen), 1.0, true).fill(&mut words);
            assert_eq!(words[1].text, wanted, "{first} {again}");
        }
    }
}
