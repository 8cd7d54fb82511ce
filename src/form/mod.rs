//! The form of an administrative document (thể thức văn bản): from its pages to its fields, each with its value, how
//! sure it is, where it stands and the words that say so.
//!
//! The form is that of Decree 30/2020/NĐ-CP, article 8 and Annex I (before 05/3/2020 Circular 01/2011/TT-BNV). Fields of
//! the head are read from the head only, by position: the body is full of other numbers and dates. A field that two
//! sources tell differently is not stated.

mod doubt;
mod field;
mod fields;
mod layout;
mod marks;
mod parts;
mod recognise;
#[cfg(test)]
mod tests;
mod witness;

pub use field::{Citation, DateField, Field, FieldSource, FieldState, Form, Mark, MarkKind};
pub use fields::issuer_name;
pub use parts::{Part, apart, part_of, parts};
pub use recognise::recognise;
pub use witness::{claimed_number, confirm, confirm_by_twin, offer_claim, offer_file_name};
