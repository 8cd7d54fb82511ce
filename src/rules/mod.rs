//! Rule packs: criteria as data. Read, checked when loaded, explained; nobody edits Rust to add one.

mod build;
mod bundled;
mod file;
mod load;
mod pack;
mod part;
mod phrase;
mod problem;
mod table;
mod vocabulary;
mod when;

pub use bundled::{bundled, bundled_ids};
pub use file::RuleFile;
pub use load::load;
pub use pack::{Criterion, Deadline, Evidence, GeneralDemand, Match, Pack, PeriodDemand, Policy};
pub use part::{CriterionTable, GeneralTable, ItemReader, ItemTable, OpenCriterion};
pub use phrase::Phrase;
pub use problem::{PackError, Problem};
pub use table::List;
pub use vocabulary::{AddedWord, BadWord, Blame, WordCheck};
pub use when::RelativeDate;
