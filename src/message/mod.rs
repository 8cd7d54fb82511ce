//! What findings are made of: messages that are not yet in any language, codes, severities and verdicts.

mod code;
mod said;
mod severity;
mod terms;
mod verdict;

pub use code::Code;
pub use said::{Arg, LITERAL, Said};
pub use severity::Severity;
pub(crate) use terms::{period, type_of_document, types_of_documents};
pub use verdict::Verdict;
