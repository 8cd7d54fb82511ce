//! Which parts of a file's pages are rendered as pictures.

use std::path::PathBuf;

use crate::document::{Band, Orientation, PictureRequest};
use crate::files::ContentHash;

/// The areas of one file that are to be rendered.
pub struct CropRequest {
    /// The file on disk.
    pub path: PathBuf,
    /// The content that was read of it.
    pub content: ContentHash,
    /// The areas, on any of its pages.
    pub areas: Vec<PageArea>,
}

/// A rectangle on a page.
pub struct PageArea {
    /// Number of the page, from 1.
    pub page: u32,
    /// How the page was rotated when it was read.
    pub orientation: Orientation,
    /// Left, upper, right and lower edge in points.
    pub rect: [i32; 4],
}

impl PageArea {
    pub(super) fn wanted(&self) -> PictureRequest {
        PictureRequest { page: self.page, band: Band::Place(self.rect), orientation: self.orientation }
    }
}
