//! Vietnamese text without files: normal forms, comparison keys, dates, document numbers, ratios, phrases.

mod key;
mod normalize;
pub(crate) mod pattern;
pub mod doctype;

pub use key::Key;
pub use normalize::{collapse_spaces, nfc};
