//! An engine together with how much of each document it is applied to.

use std::sync::Arc;

use super::apply::{self, PictureResult};
use super::engine::Engine;
use super::reach::Reach;
use super::{lines, orientation, wanted};
use crate::document::{Band, Document, Picture, PictureRequest};
use crate::limits::Permits;

/// An engine together with how much of each document it is applied to.
#[derive(Clone)]
pub struct Recognition {
    engine: Arc<dyn Engine>,
    reach: Reach,
    /// Whoever runs the engine holds one of these.
    pub(crate) engine_permits: Arc<Permits>,
}

impl Recognition {
    /// An engine of which at most `at_once` processes run at a time.
    pub fn new(engine: Arc<dyn Engine>, reach: Reach, at_once: usize) -> Self {
        Self { engine, reach, engine_permits: Arc::new(Permits::new(at_once as u64)) }
    }

    /// The same engine with another reach.
    #[must_use]
    pub fn reaching(&self, reach: Reach) -> Self {
        Self { reach, ..self.clone() }
    }

    /// How much of each document is recognised.
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// What results depend on, as part of a cache key.
    pub fn key(&self) -> String {
        format!("{} {:?}", self.engine.name(), self.reach)
    }

    /// The pictures of a document that are needed next; `asked` are those of earlier rounds. Empty if none are left.
    pub(crate) fn wanted(&self, document: &Document, asked: &[PictureRequest]) -> Vec<PictureRequest> {
        wanted::wanted(self.reach, document, asked)
    }

    /// Runs the engine on a picture.
    pub(crate) fn recognise(&self, mut picture: Picture) -> PictureResult {
        // Words that run up or down are read wrongly: such a page counts as unread until it is rotated.
        let words = self.engine.recognise(&picture).map(|w| if orientation::is_sideways(&w) { Vec::new() } else { w });
        let side_by_side =
            picture.band != Band::Stamps && words.as_ref().is_ok_and(|w| orientation::is_side_by_side(&picture, w));
        let read_line = |rect| self.engine.recognise(&picture.line(rect)).ok();
        let lines = words.map(|words| lines::lines(&picture, words, &read_line));
        picture.pixels = Vec::new();
        PictureResult { picture, lines, side_by_side }
    }

    /// Puts a result into its page of the document, if its picture is one of those wanted.
    pub(crate) fn apply(&self, result: PictureResult, wanted: &[PictureRequest], document: &mut Document) {
        apply::apply(result, wanted, document);
    }

    /// Sets the status of a document after all its rounds.
    pub(crate) fn update_status(&self, document: &mut Document) {
        apply::update_status(document);
    }
}
