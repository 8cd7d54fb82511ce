//! Joins rows of words into lines in reading order.

use super::columns;
use super::word::{Ruling, Word};
use crate::document;
use crate::document::page::{Line, Source};
use crate::document::place::Rect;

/// Splits rows of recognised words, each from left to right, into lines.
pub(crate) fn lines_of_words(rows: &[Vec<Word>], source: Source) -> Vec<Line> {
    in_columns(rows, &[], &[], 0, source)
}

/// Splits rows of words, each from left to right, into lines at the gaps between columns. `spacings` gives the letter
/// spacing of each word in font sizes and is empty for recognised words; `rulings` are the vertical rulings from left
/// to right; `angle` is the direction of writing in degrees clockwise.
pub(crate) fn in_columns(
    rows: &[Vec<Word>],
    spacings: &[Vec<f32>],
    rulings: &[Ruling],
    angle: u16,
    source: Source,
) -> Vec<Line> {
    let mut lines = Vec::new();
    for (row, breaks) in rows.iter().zip(columns::breaks(rows, spacings, rulings)) {
        let mut from = 0;
        for to in breaks.into_iter().chain([row.len()]) {
            lines.extend(line(&row[from..to], angle, source));
            from = to;
        }
    }
    lines
}

/// Joins words into a line. Returns `None` if none of them has text.
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

/// The most frequent font size among the glyphs of a line, to a tenth of a point.
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

/// The box of a word on the page as displayed, for any direction of writing.
fn on_page(word: &Word, angle: u16) -> Rect {
    // High enough for a capital with two diacritics, low enough for a letter with a dot below.
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
