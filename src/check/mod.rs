//! Submissions, forms and rules to findings and verdicts. What is said is a message id with arguments; the words come in
//! `report/`.

mod arithmetic;
mod candidates;
mod criterion;
mod crops;
mod explanation;
mod finding;
mod intake;
mod item;
mod judge;
mod kinds;
mod outcome;
mod quote;
mod run;
#[cfg(test)]
mod testing;

pub use candidates::{misses_evidence, wants_content};
pub use crops::{Cut, crop_name, cuts};
pub use finding::{Finding, Nearest, Related, Searched, Subject};
pub use judge::{judge_submission, roll_up};
pub use outcome::{CriterionOutcome, ItemOutcome, Outcome, Tried};
pub use run::{RollUp, Run, RunInfo, SubmissionOutcome};
