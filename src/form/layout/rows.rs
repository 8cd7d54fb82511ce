//! Lines of a page as the recogniser looks at them: the letterhead's two columns apart, what annotations put into the
//! gaps of a line inserted there.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::phrases::{device, is_capitals, motto};
use crate::document::{FilledLine, Line, Page, Place, SURE_DIGITS, Source, fill_gaps};
use crate::form::field::{Field, FieldSource, FieldState};
use crate::form::marks::noise::Noise;
use crate::text::is_vietnamese;
use crate::text::pattern::regex;

/// How sure recognition must be of a word without digits, 0 to 100.
const SURE_LETTERS: f32 = 55.0;

/// Where a row stands in the letterhead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Column of the issuer and the number.
    Left,
    /// Column of the national motto, the place and the date.
    Right,
    /// Across the page, or a format that does not tell.
    Open,
}

/// A line, or the half of a line in which a reader joined both columns.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    pub(crate) page: &'a Page,
    /// Which line of the page it is.
    pub(crate) index: usize,
    line: Cow<'a, Line>,
    range: Range<usize>,
    pub(crate) side: Side,
    /// What annotations put into gaps of the line, in bytes of its text.
    inserted: Vec<Range<usize>>,
    /// An annotation stands over the words: what it says may not belong here.
    pub(crate) doubtful: bool,
}

impl<'a> Row<'a> {
    pub(crate) fn text(&self) -> &str {
        self.line.text.get(self.range.clone()).unwrap_or_default()
    }

    pub(crate) fn line(&self) -> &Line {
        &self.line
    }

    /// A row of dashes, stars or nothing.
    pub(crate) fn is_rule(&self) -> bool {
        !self.text().chars().any(char::is_alphanumeric) || regex!(r"^[\W_]*[oO0]{1,3}[\W_]*$").is_match(self.text())
    }

    /// In capitals, as headings and agencies are.
    pub(crate) fn is_capitals(&self) -> bool {
        is_capitals(self.text())
    }

    pub(crate) fn place(&self, range: &Range<usize>) -> Place {
        let range = range.start + self.range.start..range.end + self.range.start;
        self.page.place_within(&self.line, range)
    }

    pub(crate) fn whole(&self) -> Range<usize> {
        0..self.text().len()
    }

    /// True if the row was recognised from a picture.
    pub(crate) fn is_recognised(&self) -> bool {
        self.line.source == Source::Ocr
    }

    /// True if nobody sees the row.
    pub(crate) fn is_hidden(&self) -> bool {
        self.line.source == Source::Invisible
    }

    /// The words that `range` of this row's text touches, with whether each can be believed.
    pub(crate) fn words(&self, range: &Range<usize>) -> impl Iterator<Item = (&str, bool)> {
        let (start, end) = (range.start + self.range.start, range.end + self.range.start);
        let touched = self.line.words.iter().filter(move |w| (w.start as usize) < end && (w.end as usize) > start);
        touched.map(|w| {
            let text = self.line.text.get(w.start as usize..w.end as usize).unwrap_or_default();
            let least = if text.contains(|c: char| c.is_ascii_digit()) { SURE_DIGITS } else { SURE_LETTERS };
            (
                text,
                w.confidence
                    .is_none_or(|c| c >= least && !text.contains(|c: char| c.is_alphabetic() && !is_vietnamese(c))),
            )
        })
    }

    /// True if recognition can be believed: each word with digits, and of the others most.
    fn is_legible(&self, range: &Range<usize>) -> bool {
        let (mut sure, mut all) = (0, 0);
        for (text, is_sure) in self.words(range) {
            if !is_sure && text.contains(|c: char| c.is_ascii_digit()) {
                return false;
            }
            (sure, all) = (sure + usize::from(is_sure), all + 1);
        }
        all > 0 && sure * 10 >= all * 9
    }

    /// True if recognition can be believed in every word, as names need it.
    pub(crate) fn is_sure(&self) -> bool {
        !self.is_recognised()
            || self.words(&self.whole()).all(|(text, sure)| sure || !text.contains(char::is_alphabetic))
    }

    /// A field read from `range` of this row's text. What was recognised with doubt, or stands in an invisible layer or
    /// where it may not belong, is no fact.
    pub(crate) fn field(&self, range: Range<usize>, value: String) -> Field {
        let quote = self.text().get(range.clone()).unwrap_or_default().trim();
        let touches =
            |i: &Range<usize>| i.start < range.end + self.range.start && range.start + self.range.start < i.end;
        let annotated = self.inserted.iter().any(touches);
        let (source, trusted) = match self.line.source {
            _ if annotated => (FieldSource::Annotation, !self.doubtful),
            Source::Text => (FieldSource::Text, true),
            Source::Annotation => (FieldSource::Annotation, true),
            Source::Ocr => (FieldSource::Ocr, self.is_legible(&range)),
            Source::Invisible => (FieldSource::Ocr, false),
        };
        Field {
            quote: Some(quote.to_owned()),
            place: self.place(&range),
            value: Some(value),
            state: if trusted { FieldState::Read } else { FieldState::Unclear },
            source: Some(source),
            candidates: Vec::new(),
        }
    }

    /// The part of the row behind `from`.
    pub(crate) fn tail(&self, from: usize) -> Row<'a> {
        Row { range: self.range.start + from..self.range.end, ..self.clone() }
    }

    /// True if the horizontal middle lies right of the middle of the page; none without layout.
    pub(crate) fn is_right_half(&self) -> Option<bool> {
        let rect = self.line.rect?;
        (self.page.width > 0.0).then(|| rect.center_x() > self.page.width * 0.48)
    }

    /// True if both stand in one column: of a table, or one above the other on a page.
    pub(crate) fn is_in_column_of(&self, other: &Row<'_>) -> bool {
        match (self.line.rect, other.line.rect, self.line.cell, other.line.cell) {
            (Some(a), Some(b), ..) => a.x0 < b.x1 && b.x0 < a.x1,
            (None, None, Some(a), Some(b)) => a.0 != b.0 || a.2 == b.2,
            _ => true,
        }
    }

    /// The part of the page's width that the row takes; 0 without layout.
    pub(crate) fn width_share(&self) -> f32 {
        match self.line.rect {
            Some(rect) if self.page.width > 0.0 => rect.width() / self.page.width,
            _ => 0.0,
        }
    }
}

/// The rows of a page in reading order, those lines left out that are noise. Annotations count only where they fill a
/// gap of a line.
pub(crate) fn rows<'a>(page: &'a Page, noise: &[Option<Noise>]) -> Vec<Row<'a>> {
    let notes: Vec<&Line> = page.lines.iter().filter(|l| l.source == Source::Annotation).collect();
    let split_at = page.lines.iter().find_map(|l| motto(&l.text).filter(|m| m.start == 0).and(l.rect)).map(|r| r.x0);
    // Rows of tables that have more than their first cell.
    let cells = page.lines.iter().filter(|l| l.rect.is_none()).filter_map(|l| l.cell).filter(|cell| cell.2 > 0);
    let columns: BTreeSet<(u32, u32)> = cells.map(|(table, row, _)| (table, row)).collect();
    // Beside a logo the issuer stands in the second column, the national name in the third.
    let right = page.lines.iter().filter(|l| l.rect.is_none() && motto(&l.text).is_some()).find_map(|l| l.cell);
    let mut rows = Vec::new();
    let text = page.lines.iter().zip(noise).enumerate();
    for (index, (line, _)) in text.filter(|(_, (l, noise))| noise.is_none() && l.source != Source::Annotation) {
        let FilledLine { line, inserted, doubtful, .. } = fill_gaps(line, &notes);
        let side = side_of(&line, page, split_at, &columns, right);
        let whole = 0..line.text.len();
        let row = Row { page, index, line, range: whole.clone(), side, inserted, doubtful };
        // A reader without layout joins the columns: what stands before the motto is the left one.
        let cut = motto(&row.line.text).or_else(|| device(&row.line.text).filter(|d| d.start > 0));
        match cut {
            Some(cut) if cut.start > 1 && row.line.text[..cut.start].chars().any(char::is_alphabetic) => {
                rows.push(Row { range: 0..cut.start, side: Side::Left, ..row.clone() });
                rows.push(Row { range: cut.start..whole.end, side: Side::Right, ..row });
            }
            _ => rows.push(row),
        }
    }
    rows
}

/// `right` is the cell of the national name.
fn side_of(
    line: &Line,
    page: &Page,
    split_at: Option<f32>,
    columns: &BTreeSet<(u32, u32)>,
    right: Option<(u32, u32, u32)>,
) -> Side {
    if let Some((table, row, column)) = line.cell.filter(|_| line.rect.is_none()) {
        // A title may stand in a cell that runs across the whole table.
        return match column {
            0 if !columns.contains(&(table, row)) => Side::Open,
            0 => Side::Left,
            _ if right.is_some_and(|(of, _, motto)| of == table && column < motto) => Side::Left,
            _ => Side::Right,
        };
    }
    let Some(rect) = line.rect else { return Side::Open };
    let motto = split_at.unwrap_or(page.width * 0.45);
    if page.width <= 0.0 || rect.width() > page.width * 0.6 {
        Side::Open
    } else if rect.x1 <= motto + 6.0 && rect.center_x() < page.width * 0.44 || rect.center_x() < page.width * 0.40 {
        Side::Left
    } else if rect.x0 >= page.width * 0.36 && rect.center_x() > page.width * 0.58 {
        Side::Right
    } else {
        Side::Open
    }
}
