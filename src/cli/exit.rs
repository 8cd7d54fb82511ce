//! Exit codes: a promise to scripts.

use std::process::ExitCode;

use kiemchung::batch::RunError;
use kiemchung::report::StoredError;
use kiemchung::rules::PackError;
use kiemchung::submission::SheetError;
use kiemchung::text::visible;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// Every criterion met (waived and not applicable count as met).
    Met = 0,
    /// A gap or something unclear was found: the run worked.
    Found = 1,
    /// Wrong usage or a broken rule pack.
    Usage = 2,
    /// No file at all under ROOT.
    NoFiles = 3,
    /// The run itself failed.
    Failed = 4,
}

/// The codes, for the end of --help.
pub(super) const HELP: &str = "Exit codes: 0 every criterion met · 1 gap or unclear found · 2 wrong usage or a broken rule pack · \
    3 no file at all under ROOT · 4 the run itself failed";

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// A message about how the program was called.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct UsageError(String);

/// An error of usage with its message.
pub(super) fn usage(message: impl Into<String>) -> anyhow::Error {
    UsageError(message.into()).into()
}

/// Shows an error and gives its exit code. A reader that closed the pipe (`| head`) is no error to speak of.
#[allow(clippy::print_stderr, reason = "the one place where errors reach the user")]
pub(super) fn report_error(error: &anyhow::Error) -> Exit {
    let is_pipe = |e: &std::io::Error| e.kind() == std::io::ErrorKind::BrokenPipe;
    if error.chain().any(|c| c.downcast_ref::<std::io::Error>().is_some_and(is_pipe)) {
        return Exit::Failed;
    }
    // Names and stored runs are others' words. The lines stay: a broken pack is shown with its place.
    let words = format!("{error:#}");
    let lines: Vec<_> = words.lines().map(visible).collect();
    eprintln!("error: {}", lines.join("\n"));
    let is = |exit, yes: bool| yes.then_some(exit);
    let run = error.downcast_ref::<RunError>();
    is(Exit::NoFiles, matches!(run, Some(RunError::NoFiles(_))))
        .or_else(|| is(Exit::Usage, matches!(run, Some(RunError::Intake(_)))))
        .or_else(|| {
            is(
                Exit::Usage,
                error.is::<UsageError>()
                    || error.is::<StoredError>()
                    || error.is::<PackError>()
                    || error.is::<SheetError>(),
            )
        })
        .unwrap_or(Exit::Failed)
}
