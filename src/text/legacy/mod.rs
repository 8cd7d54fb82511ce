//! Text typed with fonts of the time before Unicode. The fonts drew Vietnamese letters in the places of other ones, so
//! the text comes out of a file as `Céng hoµ x· héi` (TCVN3) or `Coäng hoøa xaõ hoäi` (VNI).
//!
//! The encoding is found by content: a word is evidence for an encoding if it becomes a Vietnamese syllable by it. A
//! font name is no evidence; many documents in `.VnTime` are Unicode.

mod capitals;
mod detect;
mod encoding;
mod lost;
mod syllable;
mod tables;

#[cfg(test)]
mod tests;

pub use detect::Detector;
pub use encoding::{Converted, Encoding};
pub use lost::lacks_horn;
pub use syllable::is_syllable;
