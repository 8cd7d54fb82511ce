//! What others say of a document whose number or day could not be read: claims, citations, twins.

mod claim;
mod confirm;

pub use claim::{claimed_number, offer_claim, offer_file_name};
pub use confirm::{confirm, confirm_by_twin};
