//! Glyphs to lines in reading order.

use super::glyphs::Glyph;
use super::{rows, words};
use crate::document::lines::{Rule, in_columns};
use crate::document::{Line, Source};

/// Fewer glyphs do not tell how a page lies.
const LEAST_TURNED: usize = 30;

/// Sorts the glyphs of a layer into lines: from top to bottom, on one height from left to right, each column of a
/// letterhead and each cell of a table row its own line. The direction in which most of the page is written comes
/// first, text turned against it last. `rules` are the vertical rules of the page: no line crosses one.
pub(super) fn lines(glyphs: Vec<Glyph>, rules: &[Rule], source: Source) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rules = rules.to_vec();
    rules.sort_by(|a, b| a.x.total_cmp(&b.x));
    for (angle, glyphs) in by_angle(glyphs) {
        let rows = rows::rows(glyphs);
        let rules = if angle == 0 { rules.as_slice() } else { &[] };
        let (rows, spacings): (Vec<_>, Vec<_>) =
            rows.iter().map(|row| words::words(row, rules)).filter(|(words, _)| !words.is_empty()).unzip();
        lines.extend(in_columns(&rows, &spacings, rules, angle, source));
    }
    lines
}

/// Quarter turns clockwise after which the lines of a page are level, if nearly all of it is written one way that is not
/// level.
pub(super) fn quarters(glyphs: &[Glyph]) -> u8 {
    let ink = || glyphs.iter().filter(|glyph| !glyph.is_space() && !glyph.hidden);
    let all = ink().count();
    let is_main = |angle: &u16| 5 * ink().filter(|glyph| glyph.angle == *angle).count() >= 4 * all;
    let turned = [270, 180, 90].into_iter().zip(1..).find(|(angle, _)| is_main(angle));
    turned.filter(|_| all >= LEAST_TURNED).map_or(0, |(_, quarters)| quarters)
}

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
