//! Submissions, forms and rules to findings and verdicts. What is said is a message id with arguments; the words come in
//! `report/`.

mod absence;
mod arithmetic;
mod candidate;
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
mod proposed;
mod quote;
mod run;
mod slot;
#[cfg(test)]
mod testing;
mod vocabulary;

pub use candidates::{misses_evidence, wants_content};
pub use case::Basis;
pub use codes::{code, codes};
pub use crops::{Crop, crop_name, crops_of};
pub use description::document_wanted;
pub use finding::{Finding, Nearest, Related, Searched, Subject, UnknownWord};
pub use judge::{judge_submission, roll_up};
pub use kinds::{Context, Criterion, Demand, Evidence, IssuedByItem, KINDS, Kind, Origin, Pack, Proposal, load};
pub use outcome::{CriterionOutcome, ItemOutcome, Outcome, Tried};
pub use run::{RollUp, Run, RunInfo, SubmissionOutcome};
pub use vocabulary::{as_header, knows_word, open_classes};
