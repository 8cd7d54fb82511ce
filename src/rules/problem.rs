//! What is wrong with a rule pack, shown with its line and a caret.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// One problem in one file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// KC901 (no TOML, or an unknown key or type), KC902 (a value that means nothing), KC903 (a name that leads nowhere).
    pub code: &'static str,
    /// Name of the file in the pack.
    pub file: String,
    /// Its text.
    pub source: String,
    /// The bytes that are wrong.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.source.len();
        let span = self.span.start.min(end)..self.span.end.min(end);
        let snippet = Snippet::source(&self.source)
            .path(&self.file)
            .fold(true)
            .annotation(AnnotationKind::Primary.span(span).label(&self.message));
        let mut group = Level::ERROR.primary_title(&self.message).id(self.code).element(snippet);
        if !self.help.is_empty() {
            group = group.element(Level::HELP.message(&self.help));
        }
        f.write_str(&Renderer::plain().render(&[group]))
    }
}

/// Why a pack could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// No bundled pack has this id and no folder this path.
    #[error("there is no rule pack \"{name}\"; bundled packs: {}; or give the path of a folder with a pack.toml", known.join(", "))]
    Unknown {
        /// What was asked for.
        name: String,
        /// The bundled ids.
        known: Vec<String>,
    },
    /// A file cannot be read.
    #[error("{path}: the rule file cannot be read: {reason}")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// The pack does not hold together.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n"))]
    Broken(Vec<Problem>),
}
