//! Arranges recognised words in lines, by position. The engine's own lines are only a hint: it joins the two columns of
//! a letterhead, or splits a line at a handwritten number.

use super::engine::Recognised;
use super::reread::{ReadLine, Rereader};
use super::{ink, lexicon};
use crate::document::lines::{Word, lines_of_words};
use crate::document::{Line, Picture, Rect, Source};

/// Height of an ordinary word, from the bottom of its letters to the top of their diacritics, as a share of the font
/// size.
const WORD_HEIGHT: f32 = 0.8;

/// The upper share of a page in which the letterhead, with the number and date, is expected.
const LETTERHEAD_SHARE: f32 = 0.35;

/// The lines of a picture, in coordinates of its page. `read_line` reads a part of the picture again, as a single line.
pub(super) fn lines(picture: &Picture, words: Vec<Recognised>, read_line: &ReadLine<'_>) -> Vec<Line> {
    // Specks, ruled lines and the frames of stamps come as "words" without letters, with little confidence.
    let is_word = |w: &Recognised| w.text.chars().any(char::is_alphanumeric) || w.confidence > 40.0;
    let words: Vec<Recognised> = words.into_iter().filter(is_word).collect();
    let mut rows: Vec<Segment<'_>> = Vec::new();
    let mut segments: Vec<Segment<'_>> = words.chunk_by(|a, b| a.line == b.line).map(Segment::of).collect();
    segments.sort_by(|a, b| a.middle.total_cmp(&b.middle));
    for segment in segments {
        let from = rows.len().saturating_sub(4);
        match rows[from..].iter_mut().rev().find(|row| row.is_beside(&segment)) {
            Some(row) => row.words.extend(segment.words),
            None => rows.push(segment),
        }
    }
    let rereader = Rereader::new(read_line);
    let scale = 72.0 / picture.dpi.max(1.0);
    let rows: Vec<Vec<Word>> = rows
        .into_iter()
        .map(|mut row| {
            row.words.sort_by_key(|w| (w.rect[0], w.rect[2]));
            let size = row.height / WORD_HEIGHT * scale;
            let seen: Vec<&Recognised> = row.words.clone();
            let mut words: Vec<Recognised> = row.words.iter().map(|w| (*w).clone()).collect();
            ink::remove_leaders(picture, &mut words);
            ink::mark_unread_slots(picture, &mut words);
            lexicon::correct_date_digits(&mut words);
            let in_letterhead = picture.top == 0 && row.middle * scale < LETTERHEAD_SHARE * picture.page_height;
            let again = rereader.row(&seen, row.height, in_letterhead);
            again.correct_dates(&mut words);
            let word = |w: &Recognised| Word {
                text: w.text.clone(),
                x0: w.rect[0] as f32 * scale,
                x1: w.rect[2] as f32 * scale,
                size,
                baseline: (row.middle + row.height / 2.0) * scale - 0.15 * size,
                glyphs: w.text.chars().count(),
                bold: 0,
                confidence: Some(again.confidence(w, ink::confidence(picture, w, &seen))),
            };
            words.iter().map(word).collect()
        })
        .collect();
    let mut lines = lines_of_words(&rows, Source::Ocr);
    for line in &mut lines {
        move_to_page(picture, line);
        lexicon::correct(line);
    }
    lines
}

/// Moves a line from coordinates of the picture to those of the page: adds the rows that were cut off above, and undoes
/// the deskewing. The line as a whole moves as its centre does and stays level; at its ends that is hardly wrong.
fn move_to_page(picture: &Picture, line: &mut Line) {
    let Some(rect) = &mut line.rect else { return };
    let per_point = picture.dpi / 72.0;
    let (x, y) = (rect.center_x(), (rect.y0 + rect.y1) / 2.0);
    let (to_x, to_y) = picture.on_page(x * per_point, y * per_point);
    let (dx, dy) = (to_x - x, to_y - y);
    *rect = Rect { x0: rect.x0 + dx, y0: rect.y0 + dy, x1: rect.x1 + dx, y1: rect.y1 + dy };
    for word in &mut line.words {
        (word.x0, word.x1) = (word.x0 + dx, word.x1 + dx);
    }
}

/// Words of one row: first a line of the engine, later joined by others at the same height.
struct Segment<'w> {
    words: Vec<&'w Recognised>,
    /// Vertical middle, in pixels. A median, so that large handwriting does not move the line.
    middle: f32,
    /// Height, in pixels; a median too.
    height: f32,
}

impl<'w> Segment<'w> {
    fn of(words: &'w [Recognised]) -> Self {
        let median = |mut values: Vec<f32>| {
            values.sort_by(f32::total_cmp);
            values.get(values.len() / 2).copied().unwrap_or_default()
        };
        let middle = median(words.iter().map(|w| (w.rect[1] + w.rect[3]) as f32 / 2.0).collect());
        let height = median(words.iter().map(|w| (w.rect[3] - w.rect[1]) as f32).collect());
        Self { words: words.iter().collect(), middle, height }
    }

    /// True if both are at the same height and do not overlap.
    fn is_beside(&self, other: &Self) -> bool {
        let level = (self.middle - other.middle).abs() < 0.45 * self.height.max(other.height);
        let overlap = |a: &Recognised, b: &Recognised| a.rect[0] < b.rect[2] && b.rect[0] < a.rect[2];
        level && !self.words.iter().any(|a| other.words.iter().any(|b| overlap(a, b)))
    }
}
