//! Glyphs to lines in reading order.

use super::columns;
use super::glyphs::{Glyph, Rule};
use super::rows;
use super::words::{self, Word};
use crate::document::{self, Line, Rect, Source};

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

/// Sorts recognised words, given by rows from left to right, into lines in the same way.
pub(in crate::extract) fn lines_of_words(rows: &[Vec<Word>], source: Source) -> Vec<Line> {
    in_columns(rows, &[], &[], 0, source)
}

fn in_columns(rows: &[Vec<Word>], spacings: &[Vec<f32>], rules: &[Rule], angle: u16, source: Source) -> Vec<Line> {
    let mut lines = Vec::new();
    for (row, breaks) in rows.iter().zip(columns::breaks(rows, spacings, rules)) {
        let mut from = 0;
        for to in breaks.into_iter().chain([row.len()]) {
            lines.extend(line(&row[from..to], angle, source));
            from = to;
        }
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

/// A line of words; none if none of them has text.
fn line(words: &[Word], angle: u16, source: Source) -> Option<Line> {
    let mut line = Line { source, ..Line::default() };
    for word in words.iter().filter(|w| !w.text.is_empty()) {
        if !line.text.is_empty() {
            line.text.push(' ');
        }
        let start = line.text.len() as u32;
        line.text.push_str(&word.text);
        let rect = on_page(word, angle);
        line.rect = Some(line.rect.map_or(rect, |r| r.union(rect)));
        line.words.push(document::Word {
            start,
            end: line.text.len() as u32,
            x0: rect.x0,
            x1: rect.x1,
            confidence: word.confidence,
        });
    }
    line.size = usual_size(words);
    let (bold, all) = words.iter().fold((0, 0), |(bold, all), w| (bold + w.bold, all + w.glyphs));
    line.bold = 2 * bold > all;
    Some(line).filter(|l| !l.text.is_empty())
}

/// The font size that most glyphs of a line have.
fn usual_size(words: &[Word]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    for word in words {
        let size = (word.size * 10.0).round() / 10.0;
        match sizes.iter_mut().find(|(s, _)| *s == size) {
            Some((_, count)) => *count += word.glyphs,
            None => sizes.push((size, word.glyphs)),
        }
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| size)
}

/// The box of a word on the page as it is shown, whichever way the word is written.
fn on_page(word: &Word, angle: u16) -> Rect {
    // From the top of a capital with two marks to the foot of a letter with a dot below.
    let (top, foot) = (word.baseline - 0.95 * word.size, word.baseline + 0.25 * word.size);
    if angle == 0 {
        return Rect { x0: word.x0, y0: top, x1: word.x1, y1: foot };
    }
    let (sin, cos) = f32::from(angle).to_radians().sin_cos();
    let corner = |x: f32, y: f32| {
        let (x, y) = (x * cos - y * sin, x * sin + y * cos);
        Rect { x0: x, y0: y, x1: x, y1: y }
    };
    corner(word.x0, top).union(corner(word.x1, top)).union(corner(word.x0, foot)).union(corner(word.x1, foot))
}
