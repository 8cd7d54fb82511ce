//! A row to words: where a space was drawn, and where the next letter stands further off than letters of this row do.

use super::glyphs::Glyph;
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

/// Splits a row (from left to right) into words.
pub(super) fn words(row: &[Glyph]) -> Vec<Word> {
    let wide = widest_gap_in_a_word(row);
    let mut words: Vec<Word> = Vec::new();
    let mut last: Option<&Glyph> = None;
    let mut spaces: Option<(u32, u32)> = None;
    for glyph in row {
        if glyph.is_space() {
            spaces = Some((spaces.map_or(glyph.order, |s| s.0), glyph.order));
            continue;
        }
        // A space that belongs to another text, such as the blanks under a number filled in later, splits nothing.
        let spaced = last.zip(spaces.take()).is_some_and(|(last, (first_space, last_space))| {
            first_space == last.order + 1 || last_space + 1 == glyph.order
        });
        let apart = last.is_none_or(|last| glyph.x0 - last.x1 > wide * last.size.min(glyph.size));
        match words.last_mut() {
            Some(word) if !spaced && !apart => extend(word, glyph),
            _ => words.push(first_letter(glyph)),
        }
        last = Some(glyph);
    }
    for word in &mut words {
        word.text = nfc(&word.text);
    }
    words
}

/// The gap, in font sizes, above which two letters of this row belong to two words. Letter-spaced text has wide gaps
/// everywhere, so a quarter of the row's gaps are looked at before deciding; not those of dot leaders, which are set
/// wider than any word.
fn widest_gap_in_a_word(row: &[Glyph]) -> f32 {
    let mut gaps: Vec<f32> = row
        .windows(2)
        .filter(|pair| !pair[0].is_space() && !pair[1].is_space() && !is_leader(&pair[0]) && !is_leader(&pair[1]))
        .map(|pair| (pair[1].x0 - pair[0].x1) / pair[0].size.min(pair[1].size))
        .filter(|gap| (-0.2..0.6).contains(gap))
        .collect();
    gaps.sort_by(f32::total_cmp);
    let usual = if gaps.len() > 4 { gaps[gaps.len() / 4].max(0.0) } else { 0.0 };
    (usual + 0.08).max(0.10)
}

/// A sign that is set in rows to lead the eye or to be written over.
fn is_leader(glyph: &Glyph) -> bool {
    matches!(glyph.text.as_str(), "." | "…" | "_" | "·")
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
