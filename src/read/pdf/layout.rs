//! Arranges glyphs into lines in reading order.

use super::glyphs::Glyph;
use super::{rows, words};
use crate::document::lines::{Ruling, in_columns};
use crate::document::{Line, Source};

/// Smallest number of glyphs from which the orientation of a page is determined.
const LEAST_TURNED: usize = 30;

/// Arranges the glyphs of a layer into lines, from top to bottom and, at the same height, from left to right. Each
/// column of a letterhead and each cell of a table row is a line of its own. Text in the main direction of the page
/// comes first. `rulings` are the vertical rulings of the page: no line crosses one.
pub(super) fn lines(glyphs: Vec<Glyph>, rulings: &[Ruling], source: Source) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rulings = rulings.to_vec();
    rulings.sort_by(|a, b| a.x.total_cmp(&b.x));
    for (angle, glyphs) in by_angle(glyphs) {
        let rows = rows::rows(glyphs);
        let rulings = if angle == 0 { rulings.as_slice() } else { &[] };
        let (rows, spacings): (Vec<_>, Vec<_>) =
            rows.iter().map(|row| words::words(row, rulings)).filter(|(words, _)| !words.is_empty()).unzip();
        lines.extend(in_columns(&rows, &spacings, rulings, angle, source));
    }
    lines
}

/// Number of clockwise quarter turns that make the lines of a page horizontal; 0 unless at least four fifths of its
/// text have the same other direction.
pub(super) fn quarter_turns(glyphs: &[Glyph]) -> u8 {
    let ink = || glyphs.iter().filter(|glyph| !glyph.is_space() && !glyph.hidden);
    let all = ink().count();
    let is_main = |angle: &u16| 5 * ink().filter(|glyph| glyph.angle == *angle).count() >= 4 * all;
    let turned = [270, 180, 90].into_iter().zip(1..).find(|(angle, _)| is_main(angle));
    turned.filter(|_| all >= LEAST_TURNED).map_or(0, |(_, quarters)| quarters)
}

/// Groups glyphs by direction of writing, the most frequent one first.
fn by_angle(glyphs: Vec<Glyph>) -> Vec<(u16, Vec<Glyph>)> {
    let mut groups: Vec<(u16, Vec<Glyph>)> = Vec::new();
    for glyph in glyphs {
        match groups.iter_mut().find(|(angle, _)| *angle == glyph.angle) {
            Some((_, group)) => group.push(glyph),
            None => groups.push((glyph.angle, vec![glyph])),
        }
    }
    groups.sort_by_key(|(angle, group)| (std::cmp::Reverse(group.len()), *angle));
    groups
}
