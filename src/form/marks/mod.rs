//! Marks on a document: stamps of secrecy, urgency and arrival; drafts, copies and signatures.

pub(super) mod marks;
pub(super) mod noise;
mod secrecy;
pub(super) mod sheet_stamp;
