//! Exit codes. Scripts rely on them: they must not change.

use std::process::ExitCode;

use kiemchung::batch::RunError;
use kiemchung::report::StoredError;
use kiemchung::rules::PackError;
use kiemchung::submission::SheetError;
use kiemchung::text::visible;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// Every criterion is met (waived and not applicable count as met), or the command did what it was asked for.
    Met = 0,
    /// The run worked and found a gap or something unclear.
    Found = 1,
    /// Wrong usage or a broken rule pack.
    Usage = 2,
    /// No file at all under ROOT.
    NoFiles = 3,
    /// The run itself failed.
    Failed = 4,
}

/// The exit codes as text, for the end of `--help`.
pub(super) const HELP: &str = "Exit codes: 0 every criterion met · 1 gap or unclear found · 2 wrong usage or a broken rule pack · \
    3 no file at all under ROOT · 4 the run itself failed";

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// The program was called in a wrong way.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct UsageError(String);

/// An error that ends the program with [`Exit::Usage`].
pub(super) fn usage(message: impl Into<String>) -> anyhow::Error {
    UsageError(message.into()).into()
}

/// Prints an error and returns its exit code. Prints nothing if the reader of the output closed the pipe (`| head`).
#[allow(clippy::print_stderr, reason = "the one place where errors reach the user")]
pub(super) fn report_error(error: &anyhow::Error) -> Exit {
    let is_pipe = |e: &std::io::Error| e.kind() == std::io::ErrorKind::BrokenPipe;
    if error.chain().any(|c| c.downcast_ref::<std::io::Error>().is_some_and(is_pipe)) {
        return Exit::Failed;
    }
    // Control characters are made visible, as messages quote file names and stored runs. Line breaks stay: a broken
    // pack is shown with the lines around the problem.
    let words = format!("{error:#}");
    let lines: Vec<_> = words.lines().map(visible).collect();
    eprintln!("error: {}", lines.join("\n"));
    exit_of(error)
}

fn exit_of(error: &anyhow::Error) -> Exit {
    let is_usage =
        error.is::<UsageError>() || error.is::<StoredError>() || error.is::<PackError>() || error.is::<SheetError>();
    match error.downcast_ref::<RunError>() {
        Some(RunError::NoFiles(_)) => Exit::NoFiles,
        Some(RunError::Intake(_)) => Exit::Usage,
        Some(RunError::Threads(_)) => Exit::Failed,
        None if is_usage => Exit::Usage,
        None => Exit::Failed,
    }
}
