//! The input of a run, and its progress.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::store::Store;
use crate::check::Pack;
use crate::limits::Limits;
use crate::message::Said;
use crate::ocr::Recognition;
use crate::submission::{Facts, LayoutChoice};

/// The input of a run.
pub struct Job<'a> {
    /// The root folder.
    pub root: &'a Path,
    /// The rules.
    pub pack: Pack,
    /// Whether the root is one submission or a folder of them.
    pub layout: LayoutChoice,
    /// The file given as `--agencies`.
    pub agencies: Option<&'a Path>,
    /// Figures that the assessor supplied.
    pub facts: Facts,
    /// Output folders of this run and of earlier ones; they are not searched for evidence.
    pub outs: &'a [PathBuf],
    /// The day as of which the run judges what is due.
    pub as_of: Date,
    /// Number of documents read at the same time.
    pub jobs: usize,
    /// The executable that serves as worker: it leaves everything to [`serve`](crate::process::serve) where
    /// [`is_worker`](crate::process::is_worker) says so.
    pub program: PathBuf,
    /// Limits of one document.
    pub limits: Limits,
    /// The cache.
    pub store: Store,
    /// Message for the report: which engine recognises scans, or why none does.
    pub ocr: Said,
    /// The engine for pages that are only pictures, if any.
    pub recognition: Option<Recognition>,
    /// Whether pictures of places on scans are made for the report.
    pub crops: bool,
}

impl<'a> Job<'a> {
    /// A job with defaults: all processors, layout and agencies detected from the root, no facts, no OCR, no cache.
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
    /// This many different files will be read.
    Found(usize),
    /// A page was read.
    Page,
    /// A file was read.
    File,
}
