//! What an engine is.

use crate::document::Picture;

/// A recognised word with its box in pixels of the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Recognised {
    /// The word; not empty.
    pub text: String,
    /// Left, upper, right and lower edge.
    pub rect: [u32; 4],
    /// How sure the engine is, 0 to 100.
    pub confidence: f32,
    /// Words with the same number stand in one line.
    pub line: u32,
}

/// Reads pictures of text.
pub trait Engine: Send + Sync {
    /// Name, version and model: what its results depend on.
    fn name(&self) -> &str;

    /// Reads a picture, in reading order.
    ///
    /// # Errors
    /// When the engine fails or takes too long; the reason in English.
    fn recognise(&self, picture: &Picture) -> Result<Vec<Recognised>, String>;
}
