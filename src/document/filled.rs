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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Rect, Source};
    use proptest::prelude::*;

    const RECT: Rect = Rect { x0: 0.0, y0: 100.0, x1: 0.0, y1: 114.0 };

    /// Words with their left edges, six points a letter.
    fn line(words: &[(&str, f32)]) -> Line {
        let mut line = Line { rect: Some(Rect { x1: 500.0, ..RECT }), ..Line::default() };
        for (word, x0) in words {
            if !line.text.is_empty() {
                line.text.push(' ');
            }
            let start = line.text.len() as u32;
            line.text.push_str(word);
            let x1 = x0 + 6.0 * word.chars().count() as f32;
            line.words.push(Word { start, end: line.text.len() as u32, x0: *x0, x1, confidence: None });
        }
        line
    }

    fn note(text: &str, x0: f32) -> Line {
        let rect = Some(Rect { x0, x1: x0 + 6.0 * text.len() as f32, ..RECT });
        Line { text: text.to_owned(), rect, source: Source::Annotation, ..Line::default() }
    }

    #[test]
    fn digits_stand_in_the_gap_that_they_were_written_into() {
        let number = line(&[("Số:", 100.0), ("/QĐ-SNV", 160.0)]);
        for (text, x0, wanted, doubtful) in [
            ("512", 125.0, "Số: 512 /QĐ-SNV", false),
            ("3176b", 122.0, "Số: 3176b /QĐ-SNV", false),
            ("512", 148.0, "Số: 512 /QĐ-SNV", true),
            // Over a word, far behind the line, no digits.
            ("512", 165.0, "Số: /QĐ-SNV", false),
            ("512", 300.0, "Số: /QĐ-SNV", false),
            ("Ký bởi", 125.0, "Số: /QĐ-SNV", false),
        ] {
            let note = note(text, x0);
            let filled = fill_gaps(&number, &[&note]);
            assert_eq!((filled.line.text.as_str(), filled.doubtful), (wanted, doubtful), "{text} at {x0}");
        }
    }

    proptest! {
        #[test]
        fn places_stay_true(notes in proptest::collection::vec(("[0-9]{1,6}", 80.0f32..420.0), 0..6)) {
            let line = line(&[("An", 90.0), ("Lạc,", 110.0), ("ngày", 140.0), ("tháng", 220.0), ("năm", 300.0)]);
            let notes: Vec<Line> = notes.iter().map(|(text, x0)| note(text, *x0)).collect();
            let filled = fill_gaps(&line, &notes.iter().collect::<Vec<_>>());
            let text = &filled.line.text;
            prop_assert_eq!(filled.inserted.len(), filled.notes.len());
            for (range, note) in filled.inserted.iter().zip(&filled.notes) {
                prop_assert_eq!(text.get(range.clone()), Some(notes[*note].text.as_str()));
            }
            let words: Vec<&str> =
                filled.line.words.iter().map(|w| &text[w.start as usize..w.end as usize]).collect();
            prop_assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
        }
    }
}
