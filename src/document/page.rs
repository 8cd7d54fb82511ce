//! A page: its lines with their words, its tables, and whether it is only a picture.

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

/// How sure recognition must be of a word with digits, 0 to 100: digits decide, and one wrong digit looks like another.
pub const SURE_DIGITS: f32 = 75.0;

/// One word of a line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// Byte offset of the word in the text of its line.
    pub start: u32,
    /// Byte offset behind it.
    pub end: u32,
    /// Left edge in points; 0 where the format has no layout.
    pub x0: f32,
    /// Right edge in points; 0 where the format has no layout.
    pub x1: f32,
    /// How sure recognition is that this is printed so, 0 to 100; none for text that was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
}

/// A run of words that are read together. Two columns on one height are two lines: the letterhead's left and right
/// half never share one. A Word paragraph is one line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Line {
    /// The words, NFC, one space between them.
    pub text: String,
    /// Box on the page; none where the format has no layout (Word).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rect: Option<Rect>,
    /// Font size in points; 0 unknown.
    #[serde(default)]
    pub size: f32,
    /// Most of it is bold.
    #[serde(default)]
    pub bold: bool,
    /// Layer that it stands in.
    #[serde(default)]
    pub source: Source,
    /// Its words; empty where the format has no layout.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Word>,
    /// Paragraph number of a Word document, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
    /// If the line stands in a cell of a table of its page: index of the table, row and column from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<(u32, u32, u32)>,
}

/// What a page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PageKind {
    /// Text that can be trusted.
    Text,
    /// Only a picture, or a text layer that cannot be trusted: needs recognition.
    Scan,
    /// Nothing.
    Blank,
}

/// How well a picture of a page can be read.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Legibility {
    /// Pixels per inch.
    pub dpi: f32,
    /// Mean confidence of recognition, 0 to 100, over its words.
    pub confidence: f32,
    /// Share of the letters that are Vietnamese.
    pub vietnamese: f32,
    /// Words.
    pub words: u32,
}

impl Legibility {
    /// True if a person could hardly read it either: letters too small, or hardly a word that is one.
    pub fn is_poor(&self) -> bool {
        self.words >= 10 && (self.dpi < 80.0 || self.confidence < 45.0 || self.vietnamese < 0.85)
    }
}

/// How a page lay on the glass of a scanner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
pub struct Orientation {
    /// Quarter turns clockwise after which its lines are level: 0 to 3.
    pub quarters: u8,
    /// Two pages lie side by side: read as one, the left above the right.
    #[serde(default)]
    pub side_by_side: bool,
}

impl Orientation {
    /// True if it lay as it is read.
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
    /// What it holds.
    pub kind: PageKind,
    /// How well it could be read, if it was recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legibility: Option<Legibility>,
    /// How it lay on the glass; sizes and places are those of the page as it is read.
    #[serde(default, skip_serializing_if = "Orientation::is_straight")]
    pub orientation: Orientation,
    /// Its lines in reading order.
    pub lines: Vec<Line>,
    /// Its tables in reading order. The lines of a table of a PDF or Word page stand among the lines too; those of a
    /// sheet do not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
}

impl Page {
    /// A page without content yet.
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

    /// Adds the lines of a paragraph, numbered from 1, that stands in the cell `at` (table, row, column) if it does.
    pub fn add_paragraph(&mut self, mut lines: Vec<Line>, paragraph: u32, at: Option<(u32, u32, u32)>) {
        for line in &mut lines {
            line.paragraph = Some(paragraph);
            line.cell = at;
        }
        self.lines.append(&mut lines);
    }

    /// The same, and its text goes into the cell.
    pub fn add_paragraph_to_cell(&mut self, lines: Vec<Line>, paragraph: u32, at: (u32, u32, u32)) {
        let (table, row, col) = at;
        if let Some(table) = self.tables.get_mut(table as usize) {
            let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
            table.add_text(row, col, &text);
        }
        self.add_paragraph(lines, paragraph, Some(at));
    }

    /// True for a scan of which only the head or the foot was recognised.
    pub fn is_read_in_part(&self) -> bool {
        self.kind == PageKind::Scan && self.is_recognised()
    }

    /// True if it was recognised from a picture, in whole or in part.
    pub fn is_recognised(&self) -> bool {
        self.lines.iter().any(|l| l.source == Source::Ocr)
    }

    /// Where a line of this page stands.
    pub fn place_of(&self, line: &Line) -> Place {
        match line.paragraph {
            Some(paragraph) => Place { paragraph: Some(paragraph), ..Place::default() },
            None => Place::page(self.number, line.rect),
        }
    }

    /// Where a cell of a table of this page stands: in a sheet by its name, on a page with a layout by its box, in a Word
    /// table only by its table.
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
            let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
            let rects = lines.iter().filter_map(|line| line.rect);
            rects.reduce(Rect::union).filter(|_| text == cell.text)
        })
    }

    /// Where the bytes `range` of a line's text stand: the box covers only the words touched.
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
