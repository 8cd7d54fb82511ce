//! Vietnamese text, independent of any file: normalisation, comparison keys, dates, numbers, document numbers,
//! headings and sentences.

pub mod date;
pub mod doctype;
pub mod headings;
mod key;
pub mod legacy;
mod letter;
mod normalize;
pub mod number;
mod outline;
pub(crate) mod pattern;
pub mod period;
pub mod sentence;
pub mod symbol;
mod visible;

pub use key::Key;
pub use letter::{bare_letter, is_vietnamese};
pub use normalize::{collapse_spaces, nfc};
pub use visible::{visible, visible_lines};
