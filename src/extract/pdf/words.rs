//! A row to words: where a space was drawn, and where the next letter stands further off than letters of this row do.

use std::ops::Range;

use super::glyphs::{Glyph, Rule};
use crate::text::nfc;

/// A word with its place. Points, along and across the direction of writing, as for [`Glyph`].
#[derive(Debug, Clone, PartialEq)]
pub(in crate::extract) struct Word {
    /// NFC, without white space, not empty.
    pub(in crate::extract) text: String,
    /// Left edge.
    pub(in crate::extract) x0: f32,
    /// Right edge.
    pub(in crate::extract) x1: f32,
    /// Font size of its largest letter.
    pub(in crate::extract) size: f32,
    /// The line that its largest letter stands on.
    pub(in crate::extract) baseline: f32,
    /// Number of its glyphs.
    pub(in crate::extract) glyphs: usize,
    /// How many of them are bold.
    pub(in crate::extract) bold: usize,
    /// How sure recognition is of it, 0 to 100; none for text that was written.
    pub(in crate::extract) confidence: Option<f32>,
}

/// From so many font sizes on, the gap between two letters parts what may be set differently: the columns of a letterhead.
const APART: f32 = 1.0;

/// Letters nearer than this, in font sizes, stand in one word.
const TOUCHING: f32 = 0.10;

/// Splits a row (from left to right) into words; with them how far apart the letters of each are set, in font sizes.
/// `rules` are the vertical rules of the page, from left to right: what stands on both sides of one is no word.
pub(super) fn words(row: &[Glyph], rules: &[Rule]) -> (Vec<Word>, Vec<f32>) {
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
        // A space that belongs to another text, such as the blanks under a number filled in later, splits nothing.
        let spaced = last.zip(spaces.take()).is_some_and(|(last, (first_space, last_space))| {
            first_space == last.order + 1 || last_space + 1 == glyph.order
        });
        let wide = (spacing + 0.08).max(TOUCHING);
        let apart = last.is_none_or(|last| {
            let gap = gap(last, glyph);
            gap > wide || gap > TOUCHING && is_ruled(last, glyph, rules)
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

fn is_ruled(left: &Glyph, right: &Glyph, rules: &[Rule]) -> bool {
    rule_between(rules, left.x1..right.x0, left.baseline, left.size.min(right.size))
}

/// True if a vertical rule at least nearly as high as the text stands in a strip of a line. `rules` go from left to right.
pub(super) fn rule_between(rules: &[Rule], strip: Range<f32>, baseline: f32, size: f32) -> bool {
    let from = rules.partition_point(|rule| rule.x < strip.start);
    let middle = baseline - 0.3 * size;
    rules[from..]
        .iter()
        .take_while(|rule| rule.x <= strip.end)
        .any(|rule| rule.y0 <= middle && middle <= rule.y1 && rule.y1 - rule.y0 > 0.8 * size)
}

/// For each glyph the gap to the letters beside it that is usual where it stands. Letter-spaced text has wide gaps
/// everywhere, so a quarter of the gaps are looked at before deciding: those of the same column, or of the whole row where
/// the column is too short to tell.
fn spacing(row: &[Glyph]) -> Vec<f32> {
    let of_row = usual_gap(row).unwrap_or(0.0);
    let mut ink: Option<&Glyph> = None;
    let mut columns: Vec<usize> = vec![0];
    for (at, glyph) in row.iter().enumerate().filter(|(_, glyph)| !glyph.is_space()) {
        if ink.is_some_and(|last| gap(last, glyph) > APART) {
            columns.push(at);
        }
        ink = Some(glyph);
    }
    let ends = columns.iter().skip(1).copied().chain([row.len()]);
    let columns = columns.iter().zip(ends).map(|(from, to)| &row[*from..to]);
    columns.flat_map(|column| std::iter::repeat_n(usual_gap(column).unwrap_or(of_row), column.len())).collect()
}

/// The gap that a quarter of the letters keep at most; none if there are too few. Digits and dot leaders tell nothing:
/// those of a row may each stand in a cell of its own, these are set wider than any word.
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

/// The space between two glyphs in font sizes of the smaller.
fn gap(left: &Glyph, right: &Glyph) -> f32 {
    (right.x0 - left.x1) / left.size.min(right.size)
}

/// A letter of a script that is written in words of several letters, as those of Europe are.
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
