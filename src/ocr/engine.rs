//! The interface of recognition engines.

use crate::document::Picture;

/// A recognised word.
#[derive(Debug, Clone, PartialEq)]
pub struct Recognised {
    /// The word; not empty.
    pub text: String,
    /// Left, upper, right and lower edge in pixels of the picture.
    pub rect: [u32; 4],
    /// How sure the engine is, 0 to 100.
    pub confidence: f32,
    /// Number of the line that the engine put the word in; equal for words of one line.
    pub line: u32,
}

/// Reads pictures of text.
pub trait Engine: Send + Sync {
    /// Name, version and model: everything that its results depend on, for the key of the cache.
    fn name(&self) -> &str;

    /// The words of a picture, in reading order.
    ///
    /// # Errors
    /// When the engine fails or takes too long, with the reason in English.
    fn recognise(&self, picture: &Picture) -> Result<Vec<Recognised>, String>;
}
