//! A document as checks see it: the file, what was read in it, and its form; and what may be kept of a secret one.

mod name;
mod reading;
mod secret;

pub use name::{file_of, name_of_part};
pub use reading::Reading;
pub use secret::{of_secret, reduce_secret};
