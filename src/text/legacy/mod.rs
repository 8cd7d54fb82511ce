//! Text typed with fonts from before Unicode. The fonts drew Vietnamese letters in place of other ones, so the text
//! comes out of a file as `Céng hoµ x· héi` (TCVN3) or `Coäng hoøa xaõ hoäi` (VNI).
//!
//! The encoding is detected from the content: a word is evidence for an encoding if converting it yields a Vietnamese
//! syllable. The font name alone is no evidence: many documents in `.VnTime` are Unicode.

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
