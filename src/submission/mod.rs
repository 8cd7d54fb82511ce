//! What was submitted: the folders under ROOT, the agency of each, and the criteria that each file was submitted for.
//!
//! No document is opened here. Names are displayed in NFC and opened as the file system spells them.

mod agencies;
mod assign;
mod code;
mod facts;
mod file;
mod intake;
mod layout;
mod manifest;
mod names;
mod oddity;
mod pages;
mod sheet;
mod submission;
mod walk;

pub use agencies::{Agency, read_agencies};
pub use code::Codes;
pub use facts::{Fact, Facts, read_facts};
pub use file::File;
pub use intake::{Intake, IntakeError, Layout, LayoutChoice, Sources};
pub use layout::take_in;
pub use manifest::{Manifest, ManifestRow};
pub use names::{fold_name, is_leftover, nearest_name};
pub use oddity::{ManifestProblem, Oddity, Unopened, Unused};
pub use pages::PageRanges;
pub use sheet::SheetError;
pub use submission::Submission;
