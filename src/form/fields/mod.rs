//! The fields of a form, one file for each.

pub(super) mod citations;
pub(super) mod issued;
pub(super) mod issuer;
pub(super) mod kind;
pub(super) mod law;
pub(super) mod number;
pub(super) mod parent;
pub(super) mod signer;

pub use issuer::issuer_name;
