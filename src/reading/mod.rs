//! A document as the checks see it: the file, its content and its form; and what may be kept of a secret document.

mod name;
mod reading;
mod secret;

pub use name::{file_of, name_of_part};
pub use reading::Reading;
pub use secret::{permitted_fields, reduce_secret};
