//! What a threshold raises.

use crate::message::Code;

/// Below the threshold.
pub(super) const BELOW: Code = Code::new("KC402", CHECK);
/// No ratio is stated, or several different ones.
pub(super) const UNCLEAR: Code = Code::new("KC403", CHECK);
/// The whole is the document's own count.
pub(super) const NOT_VERIFIED: Code = Code::new("KC405", CHECK);
/// The printed percentage does not follow from part and whole.
pub(super) const MISCOUNTED: Code = Code::new("KC406", CHECK);
/// The document's whole is not the assessor's.
pub(super) const DIFFERS: Code = Code::new("KC407", CHECK);
pub(super) const CHECK: &str = "threshold";
