//! Character recognition of pages that are only pictures. The worker renders a page; the parent passes the picture to
//! an engine, which runs as a process of its own, and arranges the words that it returns in lines.

mod apply;
mod engine;
mod ink;
mod lexicon;
mod lines;
mod orientation;
mod reach;
mod recognition;
mod reread;
mod slots;
mod tesseract;
mod wanted;

pub(crate) use apply::unreadable;
pub use engine::{Engine, Recognised};
pub use reach::Reach;
pub use recognition::Recognition;
pub use tesseract::Tesseract;
