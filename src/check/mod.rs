//! Submissions, forms and rules to findings and verdicts. What is said is a message id with arguments; the words come in
//! `report/`.

mod arithmetic;
mod candidates;
mod code;
mod criterion;
mod crops;
mod explanation;
mod finding;
mod intake;
mod item;
mod judge;
mod kinds;
mod outcome;
mod reading;
mod run;
mod said;
mod terms;
#[cfg(test)]
mod testing;
mod verdict;

pub use candidates::{misses_evidence, wants_content};
pub use code::{Code, Severity};
pub use crops::{Cut, crop_name, cuts};
pub use finding::{Finding, Nearest, Related, Searched, Subject};
pub use judge::{judge_submission, roll_up};
pub use outcome::{CriterionOutcome, ItemOutcome, Outcome, Tried};
pub use reading::{Reading, file_of, name_of_part};
pub use run::{RollUp, Run, RunInfo, SubmissionOutcome};
pub use said::{Arg, LITERAL, Said};
pub(crate) use terms::{period, types_of_documents};
pub use verdict::Verdict;
