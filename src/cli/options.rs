//! Options shared by all commands that read documents.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;

use super::exit;
use kiemchung::batch::Store;
use kiemchung::cache::{Cache, DEFAULT_LIMIT, Mtimes};
use kiemchung::limits::Limits;
use kiemchung::message::Said;
use kiemchung::ocr::{Engine, Reach, Recognition, Tesseract};
use kiemchung::text::visible;

/// What becomes of pages that are only pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Ocr {
    /// Recognise them if an engine is there
    Auto,
    /// Leave them unread
    Never,
    /// Recognise all pages; an error without an engine
    Always,
}

/// Options of all commands that read documents.
#[derive(Debug, clap::Args)]
pub(super) struct ReadingOptions {
    /// Recognition of pages that are only pictures
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    pub(super) ocr: Ocr,
    /// Documents read at a time [default: number of processors]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub(super) jobs: Option<u16>,
    /// Folder of the cache of reading results [default: the user's cache folder]
    #[arg(long, value_name = "DIR")]
    pub(super) cache: Option<PathBuf>,
    /// Read everything anew and store nothing
    #[arg(long, conflicts_with = "cache")]
    pub(super) no_cache: bool,
}

impl ReadingOptions {
    /// Number of documents read at the same time.
    pub(super) fn jobs(&self) -> usize {
        let processors = || std::thread::available_parallelism().map_or(1, usize::from);
        self.jobs.map_or_else(processors, usize::from)
    }

    /// The cache that the options ask for. If it cannot be used, a note is printed and everything is read anew.
    pub(super) fn store(&self, trust_mtime: bool) -> anyhow::Result<Store> {
        let folder = self.cache.clone().or_else(Cache::default_folder).filter(|_| !self.no_cache);
        let Some(folder) = folder else { return Ok(Store::new(None, None)) };
        match Cache::open(&folder, &program()?, &Limits::default(), DEFAULT_LIMIT) {
            Ok(cache) => Ok(Store::new(Some(cache), Mtimes::open(&folder, trust_mtime).map(Arc::new))),
            Err(error) => {
                note(&format!("the cache {} cannot be used ({error}); everything is read anew", folder.display()));
                Ok(Store::new(None, None))
            }
        }
    }

    /// The engine for pages that are only pictures, applied within `reach`, and the message about it for the report.
    pub(super) fn recognition(&self, reach: Reach) -> anyhow::Result<(Said, Option<Recognition>)> {
        let reach = if self.ocr == Ocr::Always { Reach::All } else { reach };
        match (self.ocr, (self.ocr != Ocr::Never).then(Tesseract::find).flatten()) {
            (Ocr::Never, _) => Ok((Said::new("ocr-never"), None)),
            (_, Some(engine)) => {
                let said = Said::new("ocr-engine").with("engine", engine.name());
                Ok((said, Some(Recognition::new(Arc::new(engine), reach, self.jobs()))))
            }
            (Ocr::Always, None) => Err(exit::usage(
                "--ocr always: tesseract with its Vietnamese model was not found; install it (Debian, Ubuntu: apt-get \
                 install tesseract-ocr tesseract-ocr-vie), leave the option out, or use --ocr never",
            )),
            (Ocr::Auto, None) => Ok((Said::new("ocr-none"), None)),
        }
    }
}

/// Prints a note to the error stream; errors of the stream are ignored.
pub(super) fn note(words: &str) {
    let _ = writeln!(std::io::stderr().lock(), "note: {}", visible(words));
}

/// The executable that is started again as a worker.
pub(super) fn program() -> anyhow::Result<PathBuf> {
    std::env::current_exe().map_err(|e| anyhow::anyhow!("the program cannot find its own file: {e}"))
}
