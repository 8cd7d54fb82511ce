//! Evidence from elsewhere for a number or date that could not be read: claims of the submitter, citations, twins.

mod claim;
mod confirm;

pub use claim::{claimed_number, offer_claim, offer_file_name};
pub use confirm::{confirm, confirm_by_twin};
