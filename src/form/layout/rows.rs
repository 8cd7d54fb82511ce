//! The rows of a page: lines with the two columns of the letterhead separated, and annotations inserted where they fill
//! a gap of a line.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::phrases::{is_capitals, motto, national_name};
use crate::document::{FilledLine, Line, Page, Place, Rect, SURE_DIGITS, Source, fill_gaps};
use crate::form::field::{Field, FieldSource, FieldState};
use crate::form::marks::noise::Noise;
use crate::text::is_vietnamese;
use crate::text::pattern::regex;

/// Least OCR confidence at which a word without digits is trusted, 0 to 100.
const SURE_LETTERS: f32 = 55.0;

/// The column of the letterhead that a row is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Column of the issuer and the number.
    Left,
    /// Column of the national name, the place and the date.
    Right,
    /// The row spans the page, or its column is unknown.
    Neither,
}

/// A line, or one half of a line that joins both columns.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    pub(crate) page: &'a Page,
    /// Index of the line in the page.
    pub(crate) index: usize,
    line: Cow<'a, Line>,
    /// Byte range of the row in the text of the line.
    range: Range<usize>,
    pub(crate) side: Side,
    /// Byte ranges in the text of the line that come from annotations.
    inserted: Vec<Range<usize>>,
    /// An inserted annotation overlaps printed words, so it may not belong here.
    pub(crate) doubtful: bool,
}

impl<'a> Row<'a> {
    pub(crate) fn text(&self) -> &str {
        self.line.text.get(self.range.clone()).unwrap_or_default()
    }

    pub(crate) fn line(&self) -> &Line {
        &self.line
    }

    /// True for a row of dashes, stars or the like, or an empty one.
    pub(crate) fn is_rule(&self) -> bool {
        !self.text().chars().any(char::is_alphanumeric) || regex!(r"^[\W_]*[oO0]{1,3}[\W_]*$").is_match(self.text())
    }

    /// True if the row is in capitals, like titles and agencies.
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

    /// True if the row was recognised by OCR.
    pub(crate) fn is_recognised(&self) -> bool {
        self.line.source == Source::Ocr
    }

    /// True if the row is invisible on the page.
    pub(crate) fn is_hidden(&self) -> bool {
        self.line.source == Source::Invisible
    }

    /// The words that overlap `range` of this row's text, each with whether it can be trusted.
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

    /// True if the OCR text can be trusted: every word with digits, and nine words in ten.
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

    /// True if every word with letters can be trusted, which names require.
    pub(crate) fn is_sure(&self) -> bool {
        !self.is_recognised()
            || self.words(&self.whole()).all(|(text, sure)| sure || !text.contains(char::is_alphabetic))
    }

    /// A field read from `range` of this row's text. It is unclear if OCR was uncertain, if the text is invisible, or
    /// if an annotation may not belong here.
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

    /// The part of the row from byte `from` on.
    pub(crate) fn tail(&self, from: usize) -> Row<'a> {
        Row { range: self.range.start + from..self.range.end, ..self.clone() }
    }

    /// True if the centre of the row is in the right half of the page; `None` without coordinates.
    pub(crate) fn is_right_half(&self) -> Option<bool> {
        let rect = self.line.rect?;
        (self.page.width > 0.0).then(|| rect.center_x() > self.page.width * 0.48)
    }

    /// True if both rows are in one column: of a table, or one above the other on a page. Also true if nothing is
    /// known.
    pub(crate) fn is_in_column_of(&self, other: &Row<'_>) -> bool {
        match (self.line.rect, other.line.rect, self.line.cell, other.line.cell) {
            (Some(a), Some(b), ..) => a.x0 < b.x1 && b.x0 < a.x1,
            (None, None, Some(a), Some(b)) => a.0 != b.0 || a.2 == b.2,
            _ => true,
        }
    }

    /// The width of the row as a share of the page's width; 0 without coordinates.
    pub(crate) fn width_share(&self) -> f32 {
        match self.line.rect {
            Some(rect) if self.page.width > 0.0 => rect.width() / self.page.width,
            _ => 0.0,
        }
    }
}

/// Extends the place of a field that was read from several rows over all of them.
pub(crate) fn extend_place<'r, 'a: 'r>(field: &mut Field, rows: impl IntoIterator<Item = &'r Row<'a>>) {
    for row in rows {
        if let (Some(all), Some(rect)) = (field.place.rect, row.place(&row.whole()).rect) {
            field.place.rect = Some(all.union(rect));
        }
    }
}

/// The rows of a page in reading order, without lines that are noise. Annotations count only where they fill a gap of a
/// line.
pub(crate) fn rows<'a>(page: &'a Page, noise: &[Option<Noise>]) -> Vec<Row<'a>> {
    let notes: Vec<&Line> = page.lines.iter().filter(|l| l.source == Source::Annotation).collect();
    let columns = LetterheadColumns::of(page);
    let mut rows = Vec::new();
    let text = page.lines.iter().zip(noise).enumerate();
    for (index, (line, _)) in text.filter(|(_, (l, noise))| noise.is_none() && l.source != Source::Annotation) {
        let FilledLine { line, inserted, doubtful, .. } = fill_gaps(line, &notes);
        let side = columns.side_of(&line);
        let whole = 0..line.text.len();
        let row = Row { page, index, line, range: whole.clone(), side, inserted, doubtful };
        // Without coordinates both columns may be joined in one line: the text before the national name is the left
        // one.
        let cut = national_name(&row.line.text).or_else(|| motto(&row.line.text).filter(|d| d.start > 0));
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

/// How the two columns of the letterhead lie on a page.
struct LetterheadColumns {
    /// Width of the page in points; 0 without coordinates.
    page_width: f32,
    /// Left edge of the national name in points, if its line has coordinates and holds nothing before it.
    right_edge: Option<f32>,
    /// Table and row of the table rows that have more than their first cell.
    split_rows: BTreeSet<(u32, u32)>,
    /// Table, row and column of the national name, if it is in a table without coordinates.
    national_name: Option<(u32, u32, u32)>,
}

impl LetterheadColumns {
    fn of(page: &Page) -> Self {
        let right_edge =
            page.lines.iter().find_map(|l| national_name(&l.text).filter(|m| m.start == 0).and(l.rect)).map(|r| r.x0);
        let unplaced = || page.lines.iter().filter(|l| l.rect.is_none());
        let split_rows = unplaced().filter_map(|l| l.cell).filter(|(.., column)| *column > 0);
        let split_rows = split_rows.map(|(table, row, _)| (table, row)).collect();
        let national_name = unplaced().filter(|l| national_name(&l.text).is_some()).find_map(|l| l.cell);
        Self { page_width: page.width, right_edge, split_rows, national_name }
    }

    fn side_of(&self, line: &Line) -> Side {
        match (line.rect, line.cell) {
            (Some(rect), _) => self.side_of_rect(rect),
            (None, Some(cell)) => self.side_of_cell(cell),
            (None, None) => Side::Neither,
        }
    }

    fn side_of_cell(&self, (table, row, column): (u32, u32, u32)) -> Side {
        // Beside a logo the issuer is in the second column and the national name in the third.
        let is_before_name = || self.national_name.is_some_and(|(of, _, right)| of == table && column < right);
        match column {
            // A cell that spans the whole table may hold the title.
            0 if !self.split_rows.contains(&(table, row)) => Side::Neither,
            0 => Side::Left,
            _ if is_before_name() => Side::Left,
            _ => Side::Right,
        }
    }

    fn side_of_rect(&self, rect: Rect) -> Side {
        let width = self.page_width;
        let right_edge = self.right_edge.unwrap_or(width * 0.45);
        let center = rect.center_x();
        if width <= 0.0 || rect.width() > width * 0.6 {
            Side::Neither
        } else if rect.x1 <= right_edge + 6.0 && center < width * 0.44 || center < width * 0.40 {
            Side::Left
        } else if rect.x0 >= width * 0.36 && center > width * 0.58 {
            Side::Right
        } else {
            Side::Neither
        }
    }
}
