//! A row to words: where a space was drawn, and where the next letter stands further off than letters of this row do.

use super::glyphs::Glyph;
use crate::document::lines::{Rule, Word, rule_between};
use crate::text::nfc;

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
