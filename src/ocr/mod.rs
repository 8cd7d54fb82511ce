//! Recognition of pages that are only pictures. The worker renders a page, the parent hands the picture to an engine in a
//! process of its own and puts the words that come back into lines.

mod again;
mod engine;
mod ink;
mod lexicon;
mod lines;
mod orientation;
mod recognition;
mod seats;
mod slots;
mod tesseract;

pub use engine::{Engine, Recognised};
pub(crate) use recognition::unreadable;
pub use recognition::{Reach, Recognition};
pub use tesseract::Tesseract;
