//! Finds the gaps of a row of words that separate columns. Letterhead and signature have two columns, a table has many.
//! A justified line, a blank for a number and a label with its value also have wide gaps but are one line.

use super::word::{self, Ruling, Word};

/// A gap wider than this, in font sizes, separates columns regardless of the rows above and below.
const WIDE: f32 = 2.0;
/// A gap wider than this, in font sizes, separates columns if the rows above or below leave the same strip empty.
const NARROW: f32 = 0.6;
/// The widest gap, in font sizes, that can be a blank to be filled in.
const BLANK: f32 = 9.0;
/// The widest gap, in font sizes, that can be the space between a label or list marker and what follows it.
const AFTER_LABEL: f32 = 4.0;

/// For each row, the indices of the words before which a new column begins. `spacings` and `rulings`: see
/// [`super::in_columns`].
pub(crate) fn breaks(rows: &[Vec<Word>], spacings: &[Vec<f32>], rulings: &[Ruling]) -> Vec<Vec<usize>> {
    let spacings = spacings.iter().map(Vec::as_slice).chain(std::iter::repeat(&[] as &[f32]));
    let gaps: Vec<Vec<Gap>> = rows.iter().zip(spacings).map(|(row, spacings)| gaps(row, spacings)).collect();
    (0..rows.len())
        .map(|i| {
            let near: Vec<&[Gap]> = neighbours(rows, i).into_iter().map(|n| gaps[n].as_slice()).collect();
            let usual = usual_gap(&gaps[i]);
            gaps[i]
                .iter()
                .filter(|gap| gap.separates_columns(&rows[i], usual, &near, rulings))
                .map(|gap| gap.before)
                .collect()
        })
        .collect()
}

/// The space between two words of a row.
#[derive(Debug, Clone, Copy)]
struct Gap {
    /// Index of the word after the gap.
    before: usize,
    x0: f32,
    x1: f32,
    /// Font size of the smaller neighbour.
    size: f32,
    baseline: f32,
    /// What letter spacing adds to the gap, in font sizes: once after the last letter of a word and once after the
    /// space.
    spacing: f32,
}

impl Gap {
    /// Width in font sizes.
    fn width(&self) -> f32 {
        (self.x1 - self.x0) / self.size - self.spacing
    }

    fn separates_columns(&self, row: &[Word], usual: f32, near: &[&[Gap]], rulings: &[Ruling]) -> bool {
        if self.is_ruled(rulings) {
            return true;
        }
        let width = self.width();
        if width < NARROW || self.is_blank(row) || self.is_after_marker(row) {
            return false;
        }
        if row[self.before - 1].text.ends_with(':') {
            return width > AFTER_LABEL;
        }
        // In a justified line all gaps are equally wide.
        let wide = WIDE.max(2.2 * usual);
        let narrow = NARROW.max(1.7 * usual);
        let aligned = || near.iter().any(|gaps| self.is_aligned_with(gaps));
        width > wide || (width > narrow && (self.is_before_place_and_date(row) || aligned()))
    }

    /// True if a vertical ruling lies in the gap.
    fn is_ruled(&self, rulings: &[Ruling]) -> bool {
        let slack = 0.15 * self.size;
        word::has_ruling(rulings, self.x0 - slack..self.x1 + slack, self.baseline, self.size)
    }

    /// True for the blank for a number, day or month that is still missing: "Số:      /KH-UBND", "ngày     tháng".
    fn is_blank(&self, row: &[Word]) -> bool {
        let (left, right) = (row[self.before - 1].text.to_lowercase(), row[self.before].text.to_lowercase());
        let number = left.trim_end_matches([':', '.', '…']) == "số" && right.starts_with(['-', '–', '/'])
            || right.starts_with('/') && right.len() > 1;
        let left = left.trim_end_matches(['.', '…']);
        let right = right.trim_start_matches(['.', '…']);
        let date = (left.ends_with("ngày") && right.starts_with("tháng"))
            || (left.ends_with("tháng") && right.starts_with("năm"));
        (number || date) && self.width() < BLANK
    }

    /// True if the rest of the row is the place and date of a letterhead: "Đắk Lắk, ngày 21 …".
    fn is_before_place_and_date(&self, row: &[Word]) -> bool {
        let rest = &row[self.before..];
        let day = rest.windows(2).take(6).position(|pair| pair[0].text.ends_with(',') && pair[1].text == "ngày");
        day.is_some_and(|at| rest.len() <= at + 9)
    }

    /// True after the number, letter or bullet at the start of a row: "1.   Mục đích", "-   Như trên".
    fn is_after_marker(&self, row: &[Word]) -> bool {
        let marker = &row[0].text;
        self.before == 1
            && self.width() < AFTER_LABEL
            && marker.chars().count() <= 5
            && (marker.ends_with(['.', ')']) || !marker.contains(char::is_alphanumeric))
    }

    /// True if a row above or below, given by its gaps, leaves the same strip of the page empty.
    fn is_aligned_with(&self, others: &[Gap]) -> bool {
        let from = others.partition_point(|other| other.x1 <= self.x0);
        others[from..]
            .iter()
            .take_while(|other| other.x0 < self.x1)
            .any(|other| other.width() >= NARROW && self.x1.min(other.x1) - self.x0.max(other.x0) > 0.4 * self.size)
    }
}

fn gaps(row: &[Word], spacings: &[f32]) -> Vec<Gap> {
    let spacing = |word: usize| spacings.get(word).copied().unwrap_or_default();
    let gap = |(i, pair): (usize, &[Word])| Gap {
        before: i + 1,
        x0: pair[0].x1,
        x1: pair[1].x0,
        size: pair[0].size.min(pair[1].size),
        baseline: pair[0].baseline,
        spacing: 2.0 * spacing(i).min(spacing(i + 1)),
    };
    row.windows(2).enumerate().map(gap).collect()
}

/// The typical gap between the words of a row, in font sizes: the median if there are enough gaps. It is limited to
/// 1.0, since no justified line has wider gaps throughout, whereas a table row of single words has only wide gaps.
fn usual_gap(gaps: &[Gap]) -> f32 {
    let mut widths: Vec<f32> = gaps.iter().map(Gap::width).collect();
    widths.sort_by(f32::total_cmp);
    if widths.len() < 4 { 0.3 } else { widths[(widths.len() - 1) / 2].clamp(0.2, 1.0) }
}

/// Indices of the rows, at most two above and two below, that are close enough to row `i` to form columns with it.
fn neighbours(rows: &[Vec<Word>], i: usize) -> Vec<usize> {
    let Some(own) = rows[i].first() else { return Vec::new() };
    let close = |n: &usize| rows[*n].first().is_some_and(|w| (w.baseline - own.baseline).abs() < 4.0 * own.size);
    let above = (0..i).rev().take(2);
    let below = (i + 1..rows.len()).take(2);
    above.chain(below).filter(close).collect()
}
