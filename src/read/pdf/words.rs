//! Splits a row of glyphs into words: at drawn spaces, and at gaps wider than the letter spacing of the row.

use super::glyphs::Glyph;
use crate::document::lines::{Ruling, Word, has_ruling};
use crate::text::nfc;

/// A gap wider than this, in font sizes, may separate texts with different letter spacing, such as the columns of a
/// letterhead.
const APART: f32 = 1.0;

/// Letters nearer than this, in font sizes, belong to one word.
const TOUCHING: f32 = 0.10;

/// Splits a row, from left to right, into words. Also returns the letter spacing at each word, in font sizes. `rulings`
/// are the vertical rulings of the page, from left to right: no word crosses one.
pub(super) fn words(row: &[Glyph], rulings: &[Ruling]) -> (Vec<Word>, Vec<f32>) {
    let spacing = spacing(row);
    let mut words: Vec<Word> = Vec::new();
    let mut spacings: Vec<f32> = Vec::new();
    let mut last: Option<&Glyph> = None;
    let mut spaces: Option<(u32, u32)> = None;
    for (glyph, spacing) in row.iter().zip(spacing) {
        if glyph.is_space() {
            spaces = Some((spaces.map_or(glyph.order, |s| s.0), glyph.order));
            continue;
        }
        // Only a space drawn next to one of the two letters separates them: other spaces belong to another text, such
        // as the blanks under a number that was filled in later.
        let spaced = last.zip(spaces.take()).is_some_and(|(last, (first_space, last_space))| {
            first_space == last.order + 1 || last_space + 1 == glyph.order
        });
        let wide = (spacing + 0.08).max(TOUCHING);
        let apart = last.is_none_or(|last| {
            let gap = gap(last, glyph);
            gap > wide || gap > TOUCHING && is_ruled(last, glyph, rulings)
        });
        match words.last_mut() {
            Some(word) if !spaced && !apart => extend(word, glyph),
            _ => {
                words.push(first_letter(glyph));
                spacings.push(spacing);
            }
        }
        last = Some(glyph);
    }
    for word in &mut words {
        word.text = nfc(&word.text);
    }
    (words, spacings)
}

/// True if a vertical ruling lies between two glyphs.
fn is_ruled(left: &Glyph, right: &Glyph, rulings: &[Ruling]) -> bool {
    has_ruling(rulings, left.x1..right.x0, left.baseline, left.size.min(right.size))
}

/// The letter spacing at each glyph, in font sizes: that of its column, or of the whole row where the column has too
/// few letters.
fn spacing(row: &[Glyph]) -> Vec<f32> {
    let of_row = usual_gap(row).unwrap_or(0.0);
    let mut last: Option<&Glyph> = None;
    let mut starts: Vec<usize> = vec![0];
    for (at, glyph) in row.iter().enumerate().filter(|(_, glyph)| !glyph.is_space()) {
        if last.is_some_and(|last| gap(last, glyph) > APART) {
            starts.push(at);
        }
        last = Some(glyph);
    }
    let ends = starts.iter().skip(1).copied().chain([row.len()]);
    let columns = starts.iter().zip(ends).map(|(from, to)| &row[*from..to]);
    columns.flat_map(|column| std::iter::repeat_n(usual_gap(column).unwrap_or(of_row), column.len())).collect()
}

/// The lower quartile of the gaps between adjacent letters, in font sizes, or `None` if there are too few.
/// Letter-spaced text has wide gaps everywhere, whereas the gaps between words are fewer. Digits and dot leaders are
/// left out: each digit may be in a cell of its own, and dots are spaced wider than letters.
fn usual_gap(row: &[Glyph]) -> Option<f32> {
    let mut gaps: Vec<f32> = row
        .windows(2)
        .filter(|pair| pair.iter().all(is_letter))
        .map(|pair| gap(&pair[0], &pair[1]))
        .filter(|gap| (-0.2..0.6).contains(gap))
        .collect();
    gaps.sort_by(f32::total_cmp);
    (gaps.len() > 4).then(|| gaps[gaps.len() / 4].max(0.0))
}

/// The space between two glyphs, in units of the smaller font size.
fn gap(left: &Glyph, right: &Glyph) -> f32 {
    (right.x0 - left.x1) / left.size.min(right.size)
}

/// True for a letter of an alphabetic script, as opposed to ideographs.
fn is_letter(glyph: &Glyph) -> bool {
    glyph.text.chars().all(|c| c.is_alphabetic() && c < '\u{2000}')
}

fn first_letter(glyph: &Glyph) -> Word {
    Word {
        text: glyph.text.clone(),
        x0: glyph.x0,
        x1: glyph.x1,
        size: glyph.size,
        baseline: glyph.baseline,
        glyphs: 1,
        bold: usize::from(glyph.bold),
        confidence: None,
    }
}

fn extend(word: &mut Word, glyph: &Glyph) {
    word.text.push_str(&glyph.text);
    word.x1 = word.x1.max(glyph.x1);
    if glyph.size > word.size {
        (word.size, word.baseline) = (glyph.size, glyph.baseline);
    }
    word.glyphs += 1;
    word.bold += usize::from(glyph.bold);
}
