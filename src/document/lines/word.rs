//! A word with its place, before it stands in a line.

use std::ops::Range;

/// A word with its place in points, x along and y across the direction of writing; of upright text from the top left.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    /// NFC, without white space, not empty.
    pub(crate) text: String,
    /// Left edge.
    pub(crate) x0: f32,
    /// Right edge.
    pub(crate) x1: f32,
    /// Font size of its largest letter.
    pub(crate) size: f32,
    /// The line that its largest letter stands on.
    pub(crate) baseline: f32,
    /// Number of its glyphs.
    pub(crate) glyphs: usize,
    /// How many of them are bold.
    pub(crate) bold: usize,
    /// How sure recognition is of it, 0 to 100; none for text that was written.
    pub(crate) confidence: Option<f32>,
}

/// True if a vertical rule at least nearly as high as the text stands in a strip of a line. `rules` go from left to right.
pub(crate) fn rule_between(rules: &[Rule], strip: Range<f32>, baseline: f32, size: f32) -> bool {
    let from = rules.partition_point(|rule| rule.x < strip.start);
    let middle = baseline - 0.3 * size;
    rules[from..]
        .iter()
        .take_while(|rule| rule.x <= strip.end)
        .any(|rule| rule.y0 <= middle && middle <= rule.y1 && rule.y1 - rule.y0 > 0.8 * size)
}

/// A line drawn on the page, as between the columns of a table. Points from the top left corner; for a horizontal rule
/// x and y are exchanged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rule {
    /// Where it stands.
    pub(crate) x: f32,
    /// Upper or left end.
    pub(crate) y0: f32,
    /// Lower or right end.
    pub(crate) y1: f32,
}
