//! What is known of a document without its pages: enough for lists, forms and most checks.

use serde::{Deserialize, Serialize};

use super::document::Document;
use super::media::Media;
use super::page::{Orientation, PageKind};
use super::remark::{Remark, RemarkKind};
use super::status::Status;
use super::table::{Cell, Table};

/// A document without its pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// What it is.
    pub media: Media,
    /// How reading it ended.
    pub status: Status,
    /// Number of pages or sheets that the file has.
    pub page_count: u32,
    /// Number of pages or sheets that were read.
    pub pages_read: u32,
    /// Pages that are only pictures.
    pub scans: Vec<u32>,
    /// Pages that were recognised from pictures, in whole or in part.
    #[serde(default)]
    pub recognised: Vec<u32>,
    /// Pages that a person could hardly read either.
    #[serde(default)]
    pub illegible: Vec<u32>,
    /// Pages that lay turned or side by side with another, and how.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orientation: Vec<(u32, Orientation)>,
    /// Tables with figures, which a letterhead is not.
    #[serde(default)]
    pub tables: u32,
    /// What the reader noticed.
    pub remarks: Vec<Remark>,
}

/// Fewer figures than this make no sum.
const FIGURES: usize = 3;

fn has_figures(table: &Table) -> bool {
    let is_figure = |cell: &&Cell| cell.text.starts_with(|c: char| c.is_ascii_digit());
    table.cells.iter().filter(is_figure).take(FIGURES).count() == FIGURES
}

impl Summary {
    /// The summary of a document.
    pub fn of(document: &Document) -> Self {
        let scans = document.pages.iter().filter(|p| p.kind == PageKind::Scan).map(|p| p.number);
        Self {
            media: document.media,
            status: document.status,
            page_count: document.page_count,
            pages_read: u32::try_from(document.pages.len()).unwrap_or(u32::MAX),
            scans: scans.collect(),
            illegible: document
                .pages
                .iter()
                .filter(|p| p.legibility.is_some_and(|l| l.is_poor()))
                .map(|p| p.number)
                .collect(),
            orientation: document
                .pages
                .iter()
                .filter(|p| !p.orientation.is_straight())
                .map(|p| (p.number, p.orientation))
                .collect(),
            recognised: document.pages.iter().filter(|p| p.is_recognised()).map(|p| p.number).collect(),
            tables: document.pages.iter().flat_map(|p| &p.tables).filter(|t| has_figures(t)).count() as u32,
            remarks: document.remarks.clone(),
        }
    }

    /// How a page lay.
    pub fn orientation(&self, page: u32) -> Orientation {
        self.orientation
            .iter()
            .find(|(number, _)| *number == page)
            .map(|(_, orientation)| *orientation)
            .unwrap_or_default()
    }

    /// The reason of a failed reading, in English, if there is one.
    pub fn failure(&self) -> Option<&str> {
        self.remarks.iter().find(|r| r.kind == RemarkKind::Failure).map(|r| r.detail.as_str())
    }
}
