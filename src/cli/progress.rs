//! Progress of a run on the error stream: bars on a terminal or JSON lines for programs; at the end a line for each
//! slow or failed file.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use clap::ValueEnum;
use indicatif::{MultiProgress, ProgressBar, ProgressState, ProgressStyle};
use serde_json::json;

use super::options::note;
use kiemchung::batch::{Progress, Timing};
use kiemchung::text::visible;

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ProgressMode {
    /// Bars if the error stream is a terminal
    Auto,
    /// Bars
    Bar,
    /// A JSON object a line, for programs
    Json,
    /// Nothing
    None,
}

/// Counts files and pages as they are read, and shows the counts.
pub(super) enum Meter {
    Bars { files: ProgressBar, pages: ProgressBar },
    Lines { began: Instant, found: AtomicUsize, files: AtomicUsize, pages: AtomicUsize },
    Silent,
}

impl Meter {
    /// A meter of the given mode; bars need a terminal.
    pub(super) fn new(mode: ProgressMode) -> Self {
        match mode {
            ProgressMode::Auto if !std::io::stderr().is_terminal() => Self::Silent,
            ProgressMode::None => Self::Silent,
            ProgressMode::Bar if !std::io::stderr().is_terminal() => {
                note("--progress bar needs a terminal; --progress json tells it to programs and log files");
                Self::Silent
            }
            ProgressMode::Auto | ProgressMode::Bar => Self::bars(),
            ProgressMode::Json => {
                let none = || AtomicUsize::new(0);
                Self::Lines { began: Instant::now(), found: none(), files: none(), pages: none() }
            }
        }
    }

    fn bars() -> Self {
        let both = MultiProgress::new();
        let files = both.add(ProgressBar::no_length());
        let pages = both.add(ProgressBar::no_length());
        let style =
            |template: &str| ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        files.set_style(style("files {bar:30} {pos}/{len}  {elapsed} gone, {eta} left"));
        let rate = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
            let _ = write!(out, "{:.1} a second", state.per_sec());
        };
        pages.set_style(style("pages {pos}  {rate}").with_key("rate", rate));
        Self::Bars { files, pages }
    }

    /// Counts an event of the run.
    pub(super) fn on(&self, progress: Progress) {
        match self {
            Self::Bars { files, pages } => match progress {
                Progress::Found(count) => files.set_length(count as u64),
                Progress::Page => pages.inc(1),
                Progress::File => files.inc(1),
            },
            Self::Lines { began, found, files, pages } => {
                match progress {
                    Progress::Found(count) => found.store(count, Ordering::Relaxed),
                    Progress::Page => {
                        // There are many pages: their number is shown with the next file.
                        pages.fetch_add(1, Ordering::Relaxed);
                        return;
                    }
                    Progress::File => {
                        files.fetch_add(1, Ordering::Relaxed);
                    }
                }
                let of = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
                let (done, all) = (of(files), of(found));
                // Assumes that the remaining files take as long as those before; unknown before the first.
                let left = began.elapsed().as_secs_f64() / done as f64 * all.saturating_sub(done) as f64;
                let left = (done > 0).then(|| left.round());
                line(&json!({"event": "progress", "files": done, "of": all, "pages": of(pages), "seconds_left": left}));
            }
            Self::Silent => {}
        }
    }

    /// Ends the display: removes the bars, or writes a last JSON line.
    pub(super) fn end(&self, ok: bool) {
        match self {
            Self::Bars { files, pages } => {
                files.finish_and_clear();
                pages.finish_and_clear();
            }
            Self::Lines { .. } => line(&json!({"event": if ok { "read" } else { "failed" }})),
            Self::Silent => {}
        }
    }
}

/// A file that took longer than this, in milliseconds, is listed at the end.
const SLOW_MS: u128 = 5_000;

/// Lists slow and failed files, the slowest first; with `all`, every file in the order of the run.
pub(super) fn list_files(timings: &[Timing], all: bool, mode: ProgressMode) {
    let mut shown: Vec<&Timing> = timings.iter().filter(|t| all || t.ms > SLOW_MS || t.is_failed()).collect();
    if !all {
        shown.sort_by(|a, b| b.ms.cmp(&a.ms).then_with(|| (&a.agency, &a.path).cmp(&(&b.agency, &b.path))));
    }
    if mode == ProgressMode::Json {
        for t in shown {
            let (status, failed) = (t.status.name(), t.is_failed());
            line(&json!({"event": "file", "agency": t.agency, "path": t.path, "status": status, "failed": failed,
                "cached": t.cached, "ms": t.ms as u64}));
        }
        return;
    }
    let mut err = std::io::stderr().lock();
    for t in shown {
        let from = if t.cached { "cache".to_owned() } else { format!("{} ms", t.ms) };
        let name = t.status.name();
        let status = if t.is_failed() { format!("not read ({name})") } else { name.to_owned() };
        let _ = writeln!(err, "{status:21} {from:>9}  {}/{}", visible(&t.agency), visible(&t.path));
    }
}

/// Writes a JSON line; a closed error stream is ignored.
fn line(value: &serde_json::Value) {
    let _ = writeln!(std::io::stderr().lock(), "{value}");
}
