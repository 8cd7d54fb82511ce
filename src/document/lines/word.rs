//! Positioned words and rulings: the input of line building.

use std::ops::Range;

/// A word with its position. Lengths are points. `x0`, `x1` and `baseline` are measured along and across the direction
/// of writing: for upright text they are page coordinates from the top left corner; for turned text the page is turned
/// back first.
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
    /// Baseline of its largest letter.
    pub(crate) baseline: f32,
    /// Number of its glyphs.
    pub(crate) glyphs: usize,
    /// How many of them are bold.
    pub(crate) bold: usize,
    /// Recognition confidence, 0 to 100; `None` for text that was not recognised from a picture.
    pub(crate) confidence: Option<f32>,
}

/// True if a vertical ruling, nearly as high as the text or higher, lies within the x range `strip` of a line of text
/// with this baseline and font size. `rulings` must be sorted from left to right.
pub(crate) fn has_ruling(rulings: &[Ruling], strip: Range<f32>, baseline: f32, size: f32) -> bool {
    let from = rulings.partition_point(|ruling| ruling.x < strip.start);
    let middle = baseline - 0.3 * size;
    rulings[from..]
        .iter()
        .take_while(|ruling| ruling.x <= strip.end)
        .any(|ruling| ruling.y0 <= middle && middle <= ruling.y1 && ruling.y1 - ruling.y0 > 0.8 * size)
}

/// A straight line drawn on the page, such as between the columns of a table. Points from the top left corner. Fields
/// are named for a vertical ruling; for a horizontal one x and y are exchanged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ruling {
    /// Its x coordinate.
    pub(crate) x: f32,
    /// Upper or left end.
    pub(crate) y0: f32,
    /// Lower or right end.
    pub(crate) y1: f32,
}
