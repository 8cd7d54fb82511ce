//! A page: its lines and words, its tables, and whether it is only a picture.

use serde::{Deserialize, Serialize};

use super::place::{Place, Rect};
use super::table::{Cell, Table, cell_name};

/// Where a piece of text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The visible text of the page.
    #[default]
    Text,
    /// An annotation: a signature widget, a stamp, a form field.
    Annotation,
    /// Drawn invisibly, as scanner software does under its picture of the page.
    Invisible,
    /// Recognised from a picture.
    Ocr,
}

/// Recognition confidence, 0 to 100, from which a word with digits is trusted. The checks depend on digits, and a wrong
/// digit looks as plausible as the right one.
pub const SURE_DIGITS: f32 = 75.0;

/// One word of a line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// Byte offset of the word in the text of its line.
    pub start: u32,
    /// Byte offset of its end.
    pub end: u32,
    /// Left edge in points; 0 where the format has no layout.
    pub x0: f32,
    /// Right edge in points; 0 where the format has no layout.
    pub x1: f32,
    /// Recognition confidence, 0 to 100; `None` for text that was not recognised from a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
}

/// A run of words that are read together. Columns side by side are separate lines, such as the left and right half of a
/// letterhead. In Word documents, a line is a paragraph or the part of it up to a line break.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Line {
    /// The words, NFC, one space between them.
    pub text: String,
    /// Box on the page; `None` where the format has no layout (Word).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rect: Option<Rect>,
    /// Font size in points; 0 if unknown.
    #[serde(default)]
    pub size: f32,
    /// More than half of its characters are bold.
    #[serde(default)]
    pub bold: bool,
    /// Where the text comes from.
    #[serde(default)]
    pub source: Source,
    /// Its words; empty where the format has no layout.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Word>,
    /// Paragraph number in a Word document, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// If the line is in a table cell: index of the table on the page, row and column, all from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<(u32, u32, u32)>,
}

/// What a page contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PageKind {
    /// Text that can be trusted.
    Text,
    /// Only a picture, or a text layer that cannot be trusted: needs text recognition.
    Scan,
    /// Nothing.
    Blank,
}

/// How legible the picture of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Legibility {
    /// Pixels per inch.
    pub dpi: f32,
    /// Mean recognition confidence of its words, 0 to 100.
    pub confidence: f32,
    /// Share of the letters that are Vietnamese, 0 to 1.
    pub vietnamese: f32,
    /// Number of recognised words.
    pub words: u32,
}

impl Legibility {
    /// True if even a person could hardly read it: the letters are too small, or hardly any word is a real one.
    pub fn is_poor(&self) -> bool {
        self.words >= 10 && (self.dpi < 80.0 || self.confidence < 45.0 || self.vietnamese < 0.85)
    }
}

/// How a page was placed on the scanner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
pub struct Orientation {
    /// Number of clockwise quarter turns that make its lines horizontal, 0 to 3.
    pub quarters: u8,
    /// Two pages were scanned side by side. They are read as one page with the left above the right.
    #[serde(default)]
    pub side_by_side: bool,
}

impl Orientation {
    /// True if the page needs no rearrangement to be read.
    pub fn is_straight(&self) -> bool {
        *self == Self::default()
    }
}

/// A page of a PDF, the whole of a Word document, or a sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// From 1.
    pub number: u32,
    /// Name of the sheet, for workbooks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Width in points; 0 where the format has no layout.
    pub width: f32,
    /// Height in points; 0 where the format has no layout.
    pub height: f32,
    /// What it contains.
    pub kind: PageKind,
    /// How legible it is, if it was recognised from a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legibility: Option<Legibility>,
    /// How it was placed on the scanner. Sizes and places refer to the page after it was rearranged for reading.
    #[serde(default, skip_serializing_if = "Orientation::is_straight")]
    pub orientation: Orientation,
    /// Its lines in reading order.
    pub lines: Vec<Line>,
    /// Its tables in reading order. On PDF and Word pages the text of tables is also in `lines`; on sheets it is not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
}

impl Page {
    /// About how many bytes it takes in memory.
    pub(crate) fn weight(&self) -> u64 {
        let of_line = |line: &Line| size_of::<Line>() + line.text.len() + line.words.len() * size_of::<Word>();
        let of_table =
            |table: &Table| table.cells.iter().map(|cell| size_of_val(cell) + cell.text.len()).sum::<usize>();
        let lines = self.lines.iter().map(of_line).sum::<usize>();
        (size_of::<Self>() + lines + self.tables.iter().map(of_table).sum::<usize>()) as u64
    }

    /// An empty page.
    pub fn new(number: u32) -> Self {
        Page {
            number,
            sheet: None,
            width: 0.0,
            height: 0.0,
            kind: PageKind::Blank,
            legibility: None,
            orientation: Orientation::default(),
            lines: Vec::new(),
            tables: Vec::new(),
        }
    }

    /// Appends the lines of a paragraph. `paragraph` is its number from 1, `at` the cell (table, row, column) it is in.
    pub fn add_paragraph(&mut self, mut lines: Vec<Line>, paragraph: u32, at: Option<(u32, u32, u32)>) {
        for line in &mut lines {
            line.paragraph = Some(paragraph);
            line.cell = at;
        }
        self.lines.append(&mut lines);
    }

    /// Appends the lines of a paragraph in a cell as [`Self::add_paragraph`] does, and adds its text to that cell.
    pub fn add_paragraph_to_cell(&mut self, lines: Vec<Line>, paragraph: u32, at: (u32, u32, u32)) {
        let (table, row, col) = at;
        if let Some(table) = self.tables.get_mut(table as usize) {
            table.add_text(row, col, &joined_text(&lines));
        }
        self.add_paragraph(lines, paragraph, Some(at));
    }

    /// True for a scan of which only a part, such as its head or foot, was recognised.
    pub fn is_read_in_part(&self) -> bool {
        self.kind == PageKind::Scan && self.is_recognised()
    }

    /// True if all or part of it was recognised from a picture.
    pub fn is_recognised(&self) -> bool {
        self.lines.iter().any(|l| l.source == Source::Ocr)
    }

    /// The place of a line of this page.
    pub fn place_of(&self, line: &Line) -> Place {
        match line.paragraph {
            Some(paragraph) => Place { paragraph: Some(paragraph), ..Place::default() },
            None => Place::page(self.number, line.rect),
        }
    }

    /// The place of a table cell of this page: its box if the page has a layout, otherwise the page (and sheet) with
    /// the name of the cell.
    pub fn place_of_cell(&self, cell: &Cell) -> Place {
        if let Some(rect) = self.box_of_cell(cell) {
            return Place::page(self.number, Some(rect));
        }
        match &self.sheet {
            Some(sheet) => Place {
                page: Some(self.number),
                sheet: Some(sheet.clone()),
                cell: Some(cell_name(cell.row, cell.col)),
                ..Place::default()
            },
            None => Place { page: Some(self.number), cell: Some(cell_name(cell.row, cell.col)), ..Place::default() },
        }
    }

    /// The box around the lines of a cell, where the format has a layout.
    fn box_of_cell(&self, cell: &Cell) -> Option<Rect> {
        (0..self.tables.len() as u32).find_map(|table| {
            let at = Some((table, cell.row, cell.col));
            let lines: Vec<&Line> = self.lines.iter().filter(|line| line.cell == at).collect();
            let rects = lines.iter().filter_map(|line| line.rect);
            rects.reduce(Rect::union).filter(|_| joined_text(lines.iter().copied()) == cell.text)
        })
    }

    /// The place of the bytes `range` of a line's text. Its box covers only the words that the range touches.
    pub fn place_within(&self, line: &Line, range: std::ops::Range<usize>) -> Place {
        let mut place = self.place_of(line);
        let touched = line.words.iter().filter(|w| (w.start as usize) < range.end && (w.end as usize) > range.start);
        if let Some(rect) = &mut place.rect {
            let (x0, x1) = touched.fold((f32::MAX, f32::MIN), |(x0, x1), w| (x0.min(w.x0), x1.max(w.x1)));
            if x0 < x1 {
                (rect.x0, rect.x1) = (x0, x1);
            }
        }
        place
    }
}

/// The texts of lines, joined by spaces.
pub(crate) fn joined_text<'a>(lines: impl IntoIterator<Item = &'a Line>) -> String {
    lines.into_iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
}
