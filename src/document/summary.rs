//! A document without its pages: enough for lists, forms and most checks.

use serde::{Deserialize, Serialize};

use super::document::Document;
use super::media::Media;
use super::page::{Orientation, Page, PageKind};
use super::remark::{Remark, failure};
use super::status::Status;
use super::table::{Cell, Table};

/// A document without its pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// File format.
    pub media: Media,
    /// How reading it ended.
    pub status: Status,
    /// Number of pages or sheets in the file, including those that were not read.
    pub page_count: u32,
    /// Number of pages or sheets that were read.
    pub pages_read: u32,
    /// Pages that are only pictures.
    pub scans: Vec<u32>,
    /// Pages that were recognised from pictures, in whole or in part.
    #[serde(default)]
    pub recognised: Vec<u32>,
    /// Recognised pages that even a person could hardly read.
    #[serde(default)]
    pub illegible: Vec<u32>,
    /// Page number and orientation of the pages that were scanned turned or two to a sheet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub orientation: Vec<(u32, Orientation)>,
    /// Number of tables that contain figures. A letterhead laid out as a table has none and does not count.
    #[serde(default)]
    pub tables: u32,
    /// About how many bytes the pages take in memory.
    pub weight: u64,
    /// What the reader noticed beside the text.
    pub remarks: Vec<Remark>,
}

/// A table counts from this number of cells with figures: with fewer there is no sum to check.
const MIN_FIGURES: usize = 3;

impl Summary {
    /// The summary of a document.
    pub fn of(document: &Document) -> Self {
        let pages = &document.pages;
        let numbers = |test: fn(&Page) -> bool| pages.iter().filter(|p| test(p)).map(|p| p.number).collect();
        let turned = pages.iter().filter(|p| !p.orientation.is_straight());
        Self {
            media: document.media,
            status: document.status,
            page_count: document.page_count,
            pages_read: u32::try_from(pages.len()).unwrap_or(u32::MAX),
            scans: numbers(|p| p.kind == PageKind::Scan),
            recognised: numbers(Page::is_recognised),
            illegible: numbers(|p| p.legibility.is_some_and(|l| l.is_poor())),
            orientation: turned.map(|p| (p.number, p.orientation)).collect(),
            tables: pages.iter().flat_map(|p| &p.tables).filter(|t| has_figures(t)).count() as u32,
            weight: pages.iter().map(Page::weight).sum(),
            remarks: document.remarks.clone(),
        }
    }

    /// The orientation in which a page was scanned.
    pub fn orientation(&self, page: u32) -> Orientation {
        self.orientation
            .iter()
            .find(|(number, _)| *number == page)
            .map(|(_, orientation)| *orientation)
            .unwrap_or_default()
    }

    /// Why the file could not be read, in English, if reading failed.
    pub fn failure(&self) -> Option<&str> {
        failure(&self.remarks)
    }
}

fn has_figures(table: &Table) -> bool {
    let is_figure = |cell: &&Cell| cell.text.starts_with(|c: char| c.is_ascii_digit());
    table.cells.iter().filter(is_figure).take(MIN_FIGURES).count() == MIN_FIGURES
}
