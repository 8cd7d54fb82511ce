//! What to run, and how far it is.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::store::Store;
use crate::limits::Limits;
use crate::message::Said;
use crate::ocr::Recognition;
use crate::rules::Pack;
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
    /// The executable that serves as worker: it leaves everything to [`serve`](crate::process::serve) where
    /// [`is_worker`](crate::process::is_worker) says so.
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

impl<'a> Job<'a> {
    /// A run on all processors with nothing but what it needs: layout and agencies as the root tells them, no facts, no
    /// recognition of scans, nothing kept for later runs.
    pub fn new(root: &'a Path, pack: Pack, as_of: Date, program: PathBuf) -> Self {
        Self {
            root,
            pack,
            layout: LayoutChoice::Auto,
            agencies: None,
            facts: Facts::default(),
            outs: &[],
            as_of,
            jobs: std::thread::available_parallelism().map_or(1, usize::from),
            program,
            limits: Limits::default(),
            store: Store::default(),
            ocr: Said::new("ocr-never"),
            recognition: None,
            crops: false,
        }
    }
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
