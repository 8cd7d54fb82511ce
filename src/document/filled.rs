//! What annotations put into the gaps of a line of the page.

use std::borrow::Cow;
use std::ops::Range;

use super::{Line, Word};
use crate::text::pattern::regex;

/// Overlap with the words beside the gap, in points, from which it is open whether a note belongs there.
const DOUBTFUL_OVERLAP: f32 = 4.0;
/// How far behind the last word of a line a note may stand, in points.
const FAR: f32 = 40.0;

/// A line with the notes that stand in its gaps.
#[derive(Debug, Clone)]
pub struct Filled<'a> {
    /// The line, each note in its place.
    pub line: Cow<'a, Line>,
    /// The bytes of its text that are notes.
    pub inserted: Vec<Range<usize>>,
    /// Which of the notes were inserted.
    pub notes: Vec<usize>,
    /// A note stands over words of the page: what it says may not belong here.
    pub doubtful: bool,
}

/// Signing software writes the number and the day as annotations into the blanks of the page. A note of digits whose
/// box lies between two words of a line is read there.
pub fn fill_gaps<'a>(line: &'a Line, notes: &[&Line]) -> Filled<'a> {
    let mut filled = Filled { line: Cow::Borrowed(line), inserted: Vec::new(), notes: Vec::new(), doubtful: false };
    for (index, note) in notes.iter().enumerate() {
        let digits = note.text.trim();
        if regex!(r"^\d{1,6}[a-zA-Z]?$").is_match(digits)
            && let Some((at, overlap)) = gap_of(&filled.line, note)
        {
            filled.insert(at, note, digits);
            filled.notes.push(index);
            filled.doubtful |= overlap > DOUBTFUL_OVERLAP;
        }
    }
    filled
}

impl Filled<'_> {
    /// Writes the digits of a note into the text before the byte `at`.
    fn insert(&mut self, at: u32, note: &Line, digits: &str) {
        let (Some(rect), start) = (note.rect, at as usize) else { return };
        let line = self.line.to_mut();
        let glue_front = start > 0 && !line.text[..start].ends_with(' ');
        let text = format!("{}{digits} ", if glue_front { " " } else { "" });
        line.text.insert_str(start, &text);
        let added = text.len() as u32;
        for word in line.words.iter_mut().filter(|w| w.start >= at) {
            word.start += added;
            word.end += added;
        }
        for range in self.inserted.iter_mut().filter(|range| range.start >= start) {
            *range = range.start + text.len()..range.end + text.len();
        }
        let first = start + usize::from(glue_front);
        let end = first + digits.len();
        let word = Word { start: first as u32, end: end as u32, x0: rect.x0, x1: rect.x1, confidence: None };
        let index = line.words.iter().position(|w| w.start > word.start).unwrap_or(line.words.len());
        line.words.insert(index, word);
        self.inserted.push(first..end);
    }
}

/// Byte offset in the line where a note belongs, and by how many points it overlaps the words beside the gap.
fn gap_of(line: &Line, note: &Line) -> Option<(u32, f32)> {
    let (rect, box_) = (line.rect?, note.rect?);
    let middle = (box_.y0 + box_.y1) / 2.0;
    if middle < rect.y0 || middle > rect.y1 || line.words.is_empty() {
        return None;
    }
    let center = box_.center_x();
    let next = line.words.iter().find(|w| w.x0 > center);
    let before = line.words.iter().rev().find(|w| w.x1 < center);
    if line.words.iter().any(|w| w.x0 <= center && center <= w.x1) {
        return None;
    }
    let overlap_next = next.map_or(0.0, |w| box_.x1 - w.x0);
    let overlap_before = before.map_or(0.0, |w| w.x1 - box_.x0);
    let far = next.is_none() && before.is_some_and(|w| box_.x0 - w.x1 > FAR);
    if before.is_none() || far {
        return None;
    }
    let at = next.map_or(line.text.len() as u32, |w| w.start);
    Some((at, overlap_next.max(overlap_before)))
}
