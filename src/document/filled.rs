//! Inserts the text of annotations into the gaps of a line that they fill.

use std::borrow::Cow;
use std::ops::Range;

use super::page::{Line, Word};
use crate::text::pattern::regex;
use crate::text::symbol::{self, DocumentNumber};

/// Overlap with the words beside the gap, in points, above which it is uncertain whether a note belongs into the gap.
const DOUBTFUL_OVERLAP: f32 = 4.0;
/// Largest distance between the last word of a line and a note that continues it, in points.
const MAX_DISTANCE: f32 = 40.0;

/// A line of the page with the notes (lines of annotations) that fill its gaps.
#[derive(Debug, Clone)]
pub struct FilledLine<'a> {
    /// The line with the inserted notes.
    pub line: Cow<'a, Line>,
    /// Byte ranges of its text that come from notes.
    pub inserted: Vec<Range<usize>>,
    /// Indices of the notes that were inserted.
    pub notes: Vec<usize>,
    /// True if an inserted note overlaps words of the page or lies above or below the line, so that it may not belong
    /// here.
    pub doubtful: bool,
}

/// Inserts notes into the gaps of a line. Signing software adds the number and the day as annotations over the blanks
/// of the page. A note of digits is inserted if its box lies between two words of the line or on the dots between them;
/// a complete document number also behind "Số:".
pub fn fill_gaps<'a>(line: &'a Line, notes: &[&Line]) -> FilledLine<'a> {
    let mut filled = FilledLine { line: Cow::Borrowed(line), inserted: Vec::new(), notes: Vec::new(), doubtful: false };
    for (index, note) in notes.iter().enumerate() {
        let text = note.text.trim();
        let is_digits = regex!(r"^\d{1,6}[a-zA-Z]?$").is_match(text);
        let is_document_number = || symbol::strip_label(&line.text).is_empty() && DocumentNumber::parse(text).is_some();
        if (is_digits || is_document_number())
            && let Some(slot) = slot_of(&filled.line, note)
        {
            filled.doubtful |= slot.is_doubtful;
            filled.insert(&slot, note, text);
            filled.notes.push(index);
        }
    }
    filled
}

impl FilledLine<'_> {
    /// Inserts a note into the text, replacing the dots of the slot.
    fn insert(&mut self, slot: &Slot, note: &Line, written: &str) {
        let Some(rect) = note.rect else { return };
        let line = self.line.to_mut();
        let Range { start, end } = slot.range;
        slot.remove_dots(line);
        let needs_space = start > 0 && !line.text[..start].ends_with(' ');
        let space_after = if line.text[end..].starts_with(' ') { "" } else { " " };
        let text = format!("{}{written}{space_after}", if needs_space { " " } else { "" });
        line.text.replace_range(start..end, &text);
        let moved = |at: usize| at + text.len() - (end - start);
        for word in line.words.iter_mut().filter(|w| w.start as usize >= end) {
            (word.start, word.end) = (moved(word.start as usize) as u32, moved(word.end as usize) as u32);
        }
        for range in self.inserted.iter_mut().filter(|range| range.start >= end) {
            *range = moved(range.start)..moved(range.end);
        }
        let first = start + usize::from(needs_space);
        let word = Word {
            start: first as u32,
            end: (first + written.len()) as u32,
            x0: rect.x0,
            x1: rect.x1,
            confidence: None,
        };
        let index = line.words.iter().position(|w| w.start > word.start).unwrap_or(line.words.len());
        line.words.insert(index, word);
        self.inserted.push(first..first + written.len());
    }
}

/// A position in a line that a note fills.
struct Slot {
    /// The bytes to replace: empty between words, or those of a dot leader.
    range: Range<usize>,
    /// Index of the word that contains the dots, and the left and right edge of the dots.
    dots: Option<(usize, f32, f32)>,
    /// The note overlaps the words beside it, or lies above or below the line.
    is_doubtful: bool,
}

impl Slot {
    /// Removes the dots from the word that contains them, which may leave a part of it on either side.
    fn remove_dots(&self, line: &mut Line) {
        let Some((index, x0, x1)) = self.dots else { return };
        let whole = line.words.remove(index);
        let (start, end) = (self.range.start as u32, self.range.end as u32);
        let after = Word { start: end, x0: x1, ..whole };
        let before = Word { end: start, x1: x0, ..whole };
        for part in [after, before].into_iter().filter(|part| part.start < part.end) {
            line.words.insert(index, part);
        }
    }
}

/// The slot of a line that a note fills, or `None` if the note does not belong to the line.
fn slot_of(line: &Line, note: &Line) -> Option<Slot> {
    let (rect, note) = (line.rect?, note.rect?);
    let middle = (note.y0 + note.y1) / 2.0;
    // Vertical distance of the middle of the note from the line; 0 within it.
    let off = (rect.y0 - middle).max(middle - rect.y1).max(0.0);
    if off > rect.height() / 2.0 || line.words.is_empty() {
        return None;
    }
    let center = note.center_x();
    if let Some(at) = line.words.iter().position(|w| w.x0 <= center && center <= w.x1) {
        let (range, x0, x1) = dots_in(line, &line.words[at]).filter(|(_, x0, x1)| *x0 <= center && center <= *x1)?;
        return Some(Slot { range, dots: Some((at, x0, x1)), is_doubtful: off > 0.0 });
    }
    let next = line.words.iter().find(|w| w.x0 > center);
    let before = line.words.iter().rev().find(|w| w.x1 < center)?;
    // A note behind a complete line is something else, such as the number of an arrival stamp.
    let is_open = is_open(line.text.get(before.start as usize..before.end as usize)?);
    if next.is_none() && (note.x0 - before.x1 > MAX_DISTANCE || !is_open) || off > 0.0 && !is_open {
        return None;
    }
    let at = next.map_or(line.text.len(), |w| w.start as usize);
    let overlap = next.map_or(0.0, |w| note.x1 - w.x0).max(before.x1 - note.x0);
    Some(Slot { range: at..at, dots: None, is_doubtful: off > 0.0 || overlap > DOUBTFUL_OVERLAP })
}

/// True for a word after which a number is expected.
fn is_open(word: &str) -> bool {
    regex!(r"(?i)(?:[:…_]|\.\.|^số|^ngày|^tháng|^năm)$").is_match(word)
}

/// The dots of a word that a note replaces: their byte range, and their left and right edge, estimated from typical
/// letter widths.
fn dots_in(line: &Line, word: &Word) -> Option<(Range<usize>, f32, f32)> {
    let text = line.text.get(word.start as usize..word.end as usize)?;
    let dots = regex!(r"(?:\.{3,}|…|_{3,})[.…_]*").find(text)?;
    let width = |part: &str| -> f32 {
        let widths = part.chars().map(|c| match c {
            '.' | ':' | '/' | '-' => 0.3,
            '…' => 1.0,
            c if c.is_uppercase() => 0.7,
            _ => 0.5,
        });
        widths.sum()
    };
    let scale = (word.x1 - word.x0) / width(text).max(0.1);
    let x = |at: usize| word.x0 + scale * width(&text[..at]);
    let start = word.start as usize;
    Some((start + dots.start()..start + dots.end(), x(dots.start()), x(dots.end())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::Source;
    use crate::document::place::Rect;
    use proptest::prelude::*;

    const RECT: Rect = Rect { x0: 0.0, y0: 100.0, x1: 0.0, y1: 114.0 };

    /// Words at these left edges, with letters six points wide.
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
        let whole = line(&[("Số:", 100.0), ("12/QĐ-SNV", 122.0)]);
        let label = line(&[("Số:", 100.0)]);
        let dotted = line(&[("Số:", 100.0), ("………../QĐ-SNV", 122.0)]);
        let glued = line(&[("Số:......./QĐ-SNV", 100.0)]);
        let date = line(&[("ngày", 100.0), ("......", 130.0), ("tháng", 170.0)]);
        for (line, text, x0, wanted, doubtful) in [
            (&number, "512", 125.0, "Số: 512 /QĐ-SNV", false),
            (&number, "3176b", 122.0, "Số: 3176b /QĐ-SNV", false),
            (&number, "512", 148.0, "Số: 512 /QĐ-SNV", true),
            // Over a word, far behind the line, not digits.
            (&number, "512", 165.0, "Số: /QĐ-SNV", false),
            (&number, "512", 300.0, "Số: /QĐ-SNV", false),
            (&number, "Ký bởi", 125.0, "Số: /QĐ-SNV", false),
            // A complete number is inserted only behind a bare label; behind a complete number nothing is.
            (&label, "12/TB-SNV", 124.0, "Số: 12/TB-SNV ", false),
            (&number, "12/TB-SNV", 122.0, "Số: /QĐ-SNV", false),
            (&whole, "22331", 180.0, "Số: 12/QĐ-SNV", false),
            // On dots.
            (&dotted, "512", 130.0, "Số: 512 /QĐ-SNV", false),
            (&glued, "512", 130.0, "Số: 512 /QĐ-SNV", false),
            (&date, "05", 140.0, "ngày 05 tháng", false),
            (&dotted, "512", 180.0, "Số: ………../QĐ-SNV", false),
        ] {
            let note = note(text, x0);
            let filled = fill_gaps(line, &[&note]);
            assert_eq!((filled.line.text.as_str(), filled.doubtful), (wanted, doubtful), "{text} at {x0}");
        }
    }

    #[test]
    fn a_note_half_a_line_off_is_asked() {
        let number = line(&[("Số:", 100.0), ("/QĐ-SNV", 160.0)]);
        for (dy, wanted) in [(5.0, Some(false)), (-12.0, Some(true)), (12.0, Some(true)), (-20.0, None)] {
            let mut note = note("512", 125.0);
            note.rect = note.rect.map(|r| Rect { y0: r.y0 + dy, y1: r.y1 + dy, ..r });
            let filled = fill_gaps(&number, &[&note]);
            let doubtful = (!filled.notes.is_empty()).then_some(filled.doubtful);
            assert_eq!(doubtful, wanted, "{dy}");
        }
    }

    proptest! {
        #[test]
        fn places_stay_true(notes in proptest::collection::vec(("[0-9]{1,6}", 80.0f32..420.0), 0..6)) {
            let line = line(&[("An", 90.0), ("Lạc,", 110.0), ("ngày", 140.0), ("....", 180.0), ("tháng.....năm", 220.0)]);
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
