//! Submissions, forms and rules to findings and verdicts. What is said is a message id with arguments; the words come in
//! `report/`.

mod absence;
mod arithmetic;
mod candidates;
mod case;
mod codes;
mod criterion;
mod crops;
mod description;
mod explanation;
mod finding;
mod intake;
mod issuers;
mod item;
mod judge;
mod kinds;
mod outcome;
mod quote;
mod run;
mod slot;
#[cfg(test)]
mod testing;

pub use candidates::{misses_evidence, wants_content};
pub use case::Basis;
pub use codes::{code, codes};
pub use crops::{Crop, crop_name, crops_of};
pub use description::document_wanted;
pub use finding::{Finding, Nearest, Related, Searched, Subject};
pub use judge::{judge_submission, roll_up};
pub use kinds::{Context, Criterion, Demand, Evidence, IssuedByItem, KINDS, Kind, Origin, Pack, load};
pub use outcome::{CriterionOutcome, ItemOutcome, Outcome, Tried};
pub use run::{RollUp, Run, RunInfo, SubmissionOutcome};
