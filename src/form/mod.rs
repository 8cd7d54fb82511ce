//! The form of an administrative document (thể thức văn bản): turns the pages of a document into fields, each with its
//! value, how certain it is, its place and its quote.
//!
//! The form is prescribed by Decree 30/2020/NĐ-CP, article 8 and Annex I (before 05/3/2020 by Circular 01/2011/TT-BNV).
//! Fields of the head are read from the head only, by position: the body is full of other numbers and dates. If two
//! sources contradict each other, the field is unclear.

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
