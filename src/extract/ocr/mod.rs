//! Recognition of pages that are only pictures. The worker renders a page, the parent hands the picture to an engine in a
//! process of its own and puts the words that come back into lines.

mod engine;
mod ink;
mod lines;
mod tesseract;

pub use engine::{Engine, Recognised};
pub use tesseract::Tesseract;

use std::sync::Arc;

use super::Picture;
use super::picture::{Band, Wanted};
use crate::document::{Document, PageKind, Source, Status};

/// A page with less ink than this that gives no words is the blank back of a sheet.
const BLANK_INK: f32 = 0.004;

/// How much of a scanned document is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The head of the first page and the last page: what the form of a document needs.
    Form,
    /// Every page, up to so many; of a longer document the first and the last.
    Pages(u32),
    /// Every page.
    All,
}

/// An engine and how far it is used.
#[derive(Clone)]
pub struct Recognition {
    /// The engine.
    pub engine: Arc<dyn Engine>,
    /// How much is read.
    pub reach: Reach,
}

impl Recognition {
    /// What results depend on, as part of a cache key.
    pub fn key(&self) -> String {
        format!("{} {:?}", self.engine.name(), self.reach)
    }

    /// The pictures that are wanted of a document.
    pub(super) fn wanted(&self, document: &Document) -> Vec<Wanted> {
        let scans: Vec<u32> =
            document.pages.iter().filter(|p| p.kind == PageKind::Scan).map(|p| p.number).collect();
        let whole = |page: &u32| Wanted { page: *page, band: Band::Whole };
        let (Some(first), Some(last)) = (scans.first(), scans.last()) else { return Vec::new() };
        let few = |most: u32| scans.len() <= most as usize;
        match self.reach {
            Reach::All => scans.iter().map(whole).collect(),
            Reach::Pages(most) if few(most) => scans.iter().map(whole).collect(),
            _ if first == last => vec![whole(first)],
            Reach::Pages(_) => vec![whole(first), whole(last)],
            Reach::Form => vec![Wanted { page: *first, band: Band::Head }, whole(last)],
        }
    }

    /// Reads a picture into its page of the document. A page of which only the head was read stays a scan.
    pub(super) fn read(&self, picture: &Picture, wanted: Wanted, document: &mut Document) {
        let Some(page) = document.pages.iter_mut().find(|p| p.number == picture.page) else { return };
        let Ok(words) = self.engine.recognise(picture) else { return };
        let lines = lines::lines(picture, words);
        (page.width, page.height) = (picture.page_width, picture.page_height);
        let blank = lines.is_empty() && picture.ink < BLANK_INK;
        let readable = !lines.is_empty();
        page.lines.retain(|l| l.source == Source::Annotation);
        page.lines.splice(0..0, lines);
        if wanted.band == Band::Whole {
            page.kind = match (blank, readable) {
                (true, _) => PageKind::Blank,
                (_, true) => PageKind::Text,
                _ => PageKind::Scan,
            };
        }
    }

    /// The status of a document after recognition.
    pub(super) fn settle(&self, document: &mut Document) {
        let has = |kind| document.pages.iter().any(|p| p.kind == kind);
        let head = document.pages.iter().any(|p| p.lines.iter().any(|l| l.source == Source::Ocr));
        let missing = (document.pages.len() as u32) < document.page_count;
        document.status = match (has(PageKind::Text) || head, has(PageKind::Scan) || missing) {
            (true, true) => Status::Partial,
            (true, false) if document.status == Status::Scan || document.status == Status::Partial => Status::Ok,
            (false, false) => Status::Empty,
            _ => document.status,
        };
    }
}
