//! Progress of a run on the error stream: bars on a terminal, JSON lines for wrappers, or a line for each slow or failed
//! file at the end.

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
pub(super) enum Show {
    /// Bars if the error stream is a terminal
    Auto,
    /// Bars
    Bar,
    /// A JSON object a line, for programs
    Json,
    /// Nothing
    None,
}

/// Files and pages of a run as they are read.
pub(super) enum Meter {
    Bars { files: ProgressBar, pages: ProgressBar },
    Lines { began: Instant, found: AtomicUsize, files: AtomicUsize, pages: AtomicUsize },
    Silent,
}

impl Meter {
    /// As the user asked for.
    pub(super) fn new(show: Show) -> Self {
        match show {
            Show::Auto if !std::io::stderr().is_terminal() => Self::Silent,
            Show::None => Self::Silent,
            // Without a terminal a bar has no place to move.
            Show::Bar if !std::io::stderr().is_terminal() => {
                note("--progress bar needs a terminal; --progress json tells it to programs and log files");
                Self::Silent
            }
            Show::Auto | Show::Bar => Self::bars(),
            Show::Json => {
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

    /// Takes in an event of the run.
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
                        // Pages are many: they are told with the next file.
                        pages.fetch_add(1, Ordering::Relaxed);
                        return;
                    }
                    Progress::File => {
                        files.fetch_add(1, Ordering::Relaxed);
                    }
                }
                let of = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
                let (done, all) = (of(files), of(found));
                // As long again for each file as those before took; unknown before the first.
                let left = began.elapsed().as_secs_f64() / done as f64 * all.saturating_sub(done) as f64;
                let left = (done > 0).then(|| left.round());
                line(&json!({"event": "progress", "files": done, "of": all, "pages": of(pages), "seconds_left": left}));
            }
            Self::Silent => {}
        }
    }

    /// The end: bars go, JSON says so.
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

/// A file slower than this is named at the end, milliseconds.
const SLOW: u128 = 5_000;

/// Names slow and failed files; with `all`, every file.
pub(super) fn tell_files(timings: &[Timing], all: bool, show: Show) {
    let mut shown: Vec<&Timing> = timings.iter().filter(|t| all || t.ms > SLOW || t.is_failed()).collect();
    if !all {
        shown.sort_by(|a, b| b.ms.cmp(&a.ms).then_with(|| (&a.agency, &a.path).cmp(&(&b.agency, &b.path))));
    }
    if show == Show::Json {
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
        // A closed error stream is nobody's concern.
        let name = t.status.name();
        let status = if t.is_failed() { format!("not read ({name})") } else { name.to_owned() };
        let _ = writeln!(err, "{status:21} {from:>9}  {}/{}", visible(&t.agency), visible(&t.path));
    }
}

fn line(value: &serde_json::Value) {
    let _ = writeln!(std::io::stderr().lock(), "{value}");
}
