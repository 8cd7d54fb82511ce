//! The commands: one file each. Help is English; reports and findings are Vietnamese, or English with `--lang en`.

mod cache;
mod check;
mod documents;
mod exit;
mod explain;
mod form;
mod output;
mod progress;
mod report;
mod rules;
mod select;
mod text;

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use exit::{Exit, report_error};
use kiemchung::batch::Store;
use kiemchung::check::Said;
use kiemchung::extract::{Cache, DEFAULT_LIMIT, Engine, Limits, Mtimes, Reach, Recognition, Tesseract};
use kiemchung::text::visible;

/// Pre-checks evidence folders of the Public Administration Reform Index (PAR Index) before appraisal.
#[derive(Debug, Parser)]
#[command(name = "kiemchung", version, about, after_help = exit::HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Hold a folder of evidence against a rule pack and write a report
    Check(check::Arguments),
    /// Show what is recognised of a document's form, field by field
    Form(form::Arguments),
    /// Show what is read from a document, page by page
    Text(text::Arguments),
    /// Render a stored run again, in other formats or another language, without reading documents
    Report(report::Arguments),
    /// Explain a finding code or a criterion
    Explain(explain::Arguments),
    /// List, show and lint rule packs
    Rules(rules::Arguments),
    /// Completions of the command line for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Show, prune or clear the cache of reading results
    Cache(cache::Arguments),
}

/// What becomes of pages that are only pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Ocr {
    /// Recognise them if an engine is there
    Auto,
    /// Leave them unread
    Never,
    /// Recognise all pages; an error without an engine
    Always,
}

/// Options of all commands that read documents.
#[derive(Debug, clap::Args)]
struct Reading {
    /// Recognition of pages that are only pictures
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    ocr: Ocr,
    /// Documents read at a time [default: number of processors]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    jobs: Option<u16>,
    /// Folder of the cache of reading results [default: the user's cache folder]
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// Read everything anew and store nothing
    #[arg(long, conflicts_with = "cache")]
    no_cache: bool,
}

impl Reading {
    fn jobs(&self) -> usize {
        let processors = || std::thread::available_parallelism().map_or(1, usize::from);
        self.jobs.map_or_else(processors, usize::from)
    }

    /// The cache, as the options say. A cache that cannot be used costs speed only, and one line says so.
    fn store(&self, trust_mtime: bool) -> anyhow::Result<Store> {
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

    /// The engine for pages that are only pictures, used as far as `reach`, and what a report says about it.
    fn recognition(&self, reach: Reach) -> anyhow::Result<(Said, Option<Recognition>)> {
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

/// Says something on the error stream that stops nothing.
fn note(words: &str) {
    let _ = writeln!(std::io::stderr().lock(), "note: {}", visible(words));
}

/// The executable that is started again as a worker.
fn program() -> anyhow::Result<PathBuf> {
    std::env::current_exe().map_err(|e| anyhow::anyhow!("the program cannot find its own file: {e}"))
}

/// Runs the command line and turns its outcome into an exit code.
pub(crate) fn main() -> ExitCode {
    if std::env::args_os().nth(1).as_deref() == Some(OsStr::new(kiemchung::extract::WORKER_COMMAND)) {
        return match kiemchung::extract::serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => Exit::Failed.into(),
        };
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage.into() } else { ExitCode::SUCCESS };
        }
    };
    let done = match cli.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Form(arguments) => form::run(&arguments),
        Command::Text(arguments) => text::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "kiemchung", &mut std::io::stdout());
            Ok(Exit::Met)
        }
        Command::Cache(arguments) => cache::run(&arguments),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(error) => report_error(&error).into(),
    }
}
