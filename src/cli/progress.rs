//! Bars for files and pages with time left, on a terminal only.

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use kiemchung::batch::Progress;

/// The bars of a run.
pub(super) struct Bars {
    files: ProgressBar,
    pages: ProgressBar,
}

impl Bars {
    /// Bars on the error stream; hidden where it is no terminal.
    pub(super) fn new(show: bool) -> Self {
        if !show {
            return Self { files: ProgressBar::hidden(), pages: ProgressBar::hidden() };
        }
        let both = MultiProgress::new();
        let files = both.add(ProgressBar::no_length());
        let pages = both.add(ProgressBar::no_length());
        let style =
            |template: &str| ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        files.set_style(style("files {bar:30} {pos}/{len}  {elapsed} gone, {eta} left"));
        pages.set_style(style("pages {pos}  {per_sec}"));
        Self { files, pages }
    }

    /// Takes in an event of the run.
    pub(super) fn on(&self, progress: Progress) {
        match progress {
            Progress::Found(count) => self.files.set_length(count as u64),
            Progress::Page => self.pages.inc(1),
            Progress::File => self.files.inc(1),
        }
    }

    /// Removes the bars.
    pub(super) fn clear(&self) {
        self.files.finish_and_clear();
        self.pages.finish_and_clear();
    }
}
