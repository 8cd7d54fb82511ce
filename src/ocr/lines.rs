//! Recognised words to lines, by position: the engine joins the columns of a letterhead or tears a line with a
//! handwritten number in two, so its own lines are only a hint.

use super::again::{self, Looks};
use super::engine::Recognised;
use super::{ink, lexicon};
use crate::document::lines::{Word, lines_of_words};
use crate::document::{Line, Picture, Rect, Source};

/// Height of an ordinary word, from the foot of its letters to their marks, as a share of the font size.
const WORD_HEIGHT: f32 = 0.8;

/// Numbers and dates stand in the letterhead: of the upper part of a page this share.
const LETTERHEAD: f32 = 0.35;

/// The lines of a picture. `again` reads a single row anew.
pub(super) fn lines(picture: &Picture, words: Vec<Recognised>, again: &again::Read<'_>) -> Vec<Line> {
    // What is no word at all: specks, rules, the frame of a stamp.
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
    let looks = Looks::new(again);
    let scale = 72.0 / picture.dpi.max(1.0);
    let rows: Vec<Vec<Word>> = rows
        .into_iter()
        .map(|mut row| {
            row.words.sort_by_key(|w| (w.rect[0], w.rect[2]));
            let size = row.height / WORD_HEIGHT * scale;
            let seen: Vec<&Recognised> = row.words.clone();
            let mut words: Vec<Recognised> = row.words.iter().map(|w| (*w).clone()).collect();
            ink::without_guides(picture, &mut words);
            ink::fill_slots(picture, &mut words);
            lexicon::digits(&mut words);
            let in_letterhead = picture.top == 0 && row.middle * scale < LETTERHEAD * picture.page_height;
            let again = looks.row(&seen, row.height, in_letterhead);
            again.fill(&mut words);
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
        place(picture, line);
        lexicon::mend(line);
    }
    lines
}

/// Moves a line of the picture to where it is on the page: below the rows that were cut off, and back to where it was
/// before the page was straightened. A line stays level: by its middle, its ends are off by a hair only.
fn place(picture: &Picture, line: &mut Line) {
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

/// A line as the engine sees it.
struct Segment<'w> {
    words: Vec<&'w Recognised>,
    /// Middle and height that most of its words have, in pixels: a large hand does not move a line.
    middle: f32,
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

    /// True if both stand on one height, side by side.
    fn is_beside(&self, other: &Self) -> bool {
        let level = (self.middle - other.middle).abs() < 0.45 * self.height.max(other.height);
        let clash = |a: &Recognised, b: &Recognised| a.rect[0] < b.rect[2] && b.rect[0] < a.rect[2];
        level && !self.words.iter().any(|a| other.words.iter().any(|b| clash(a, b)))
    }
}
