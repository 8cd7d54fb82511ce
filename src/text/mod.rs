//! Vietnamese text without files: normal forms, comparison keys, dates, document numbers, ratios, phrases.

mod counted;
pub mod date;
pub mod doctype;
mod figure_kind;
pub mod headings;
mod key;
pub mod legacy;
mod normalize;
pub mod number;
mod outline;
pub(crate) mod pattern;
pub mod period;
pub mod ratio;
pub mod sentence;
pub mod symbol;
mod visible;
pub mod years;

pub use doctype::is_vietnamese;
pub use key::Key;
pub use normalize::{collapse_spaces, hex, nfc};
pub use visible::{visible, visible_lines};
