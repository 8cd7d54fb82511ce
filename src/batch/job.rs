//! What to run, and how far it is.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::store::Store;
use crate::check::Pack;
use crate::limits::Limits;
use crate::message::Said;
use crate::ocr::Recognition;
use crate::submission::{Facts, LayoutChoice};

/// What to run.
pub struct Job<'a> {
    /// The root folder.
    pub root: &'a Path,
    /// The rules.
    pub pack: Pack,
    /// Forced layout, if any.
    pub layout: LayoutChoice,
    /// `--agencies`.
    pub agencies: Option<&'a Path>,
    /// What the assessor knows.
    pub facts: Facts,
    /// Output folders of this run and of earlier ones, never walked.
    pub outs: &'a [PathBuf],
    /// Day on which the run stands.
    pub as_of: Date,
    /// Documents read at a time.
    pub jobs: usize,
    /// The executable that serves as worker.
    pub program: PathBuf,
    /// Limits of one document.
    pub limits: Limits,
    /// What earlier runs read.
    pub store: Store,
    /// What became of character recognition.
    pub ocr: Said,
    /// The engine for pages that are only pictures, if there is one.
    pub recognition: Option<Recognition>,
    /// Places on scans are cut out for the report.
    pub crops: bool,
}

/// Progress of a run.
#[derive(Debug, Clone, Copy)]
pub enum Progress {
    /// So many different files are to be read.
    Found(usize),
    /// A page was read.
    Page,
    /// A file was read.
    File,
}
