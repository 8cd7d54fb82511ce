//! Positions in a document, in the terms a person would use to find them: page, sheet and cell, or paragraph.

use serde::{Deserialize, Serialize};

/// A rectangle on a page: x0, y0, x1, y1 in points from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(from = "[f32; 4]", into = "[f32; 4]")]
pub struct Rect {
    /// Left edge.
    pub x0: f32,
    /// Upper edge.
    pub y0: f32,
    /// Right edge.
    pub x1: f32,
    /// Lower edge.
    pub y1: f32,
}

impl From<[f32; 4]> for Rect {
    fn from([x0, y0, x1, y1]: [f32; 4]) -> Self {
        Self { x0, y0, x1, y1 }
    }
}

impl From<Rect> for [f32; 4] {
    /// Rounds to a hundredth of a point, which keeps the output stable and is finer than anyone can see.
    fn from(rect: Rect) -> Self {
        [rect.x0, rect.y0, rect.x1, rect.y1].map(|v| (v * 100.0).round() / 100.0)
    }
}

impl Rect {
    /// The smallest rectangle that contains both.
    pub fn union(self, other: Rect) -> Rect {
        Rect {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// Width in points.
    pub fn width(self) -> f32 {
        self.x1 - self.x0
    }

    /// Height in points.
    pub fn height(self) -> f32 {
        self.y1 - self.y0
    }

    /// X coordinate of the centre.
    pub fn center_x(self) -> f32 {
        (self.x0 + self.x1) / 2.0
    }
}

/// A place in a document: page and box, or sheet and cell, or paragraph. With all fields empty, the whole document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Place {
    /// Page, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Box on that page.
    #[serde(default, rename = "box", skip_serializing_if = "Option::is_none")]
    pub rect: Option<Rect>,
    /// Name of the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Cell in that sheet, such as `B4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Paragraph of a Word document, counted from 1; paragraphs in tables count too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<u32>,
}

impl Place {
    /// True for the document as a whole.
    pub fn is_nowhere(&self) -> bool {
        *self == Place::default()
    }

    /// A place on a page, with its box if known.
    pub fn page(number: u32, rect: Option<Rect>) -> Self {
        Place { page: Some(number), rect, ..Place::default() }
    }
}
