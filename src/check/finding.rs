//! A finding: what was expected, what was found, where, what to do, and what was searched.

use crate::document::Place;
use crate::files::ContentHash;
use crate::message::{Code, Said, Severity, Verdict};
use crate::reading::Reading;
use crate::text::Key;

/// Where a finding belongs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// Folder of the agency.
    pub agency: String,
    /// Code of the criterion; empty for findings about the submission.
    pub criterion: String,
    /// Id of the evidence item; empty for findings about a criterion or file.
    pub evidence: String,
}

/// How much was searched before something was called missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Searched {
    /// Documents that were read.
    pub documents: usize,
    /// Pages and sheets in them.
    pub pages: usize,
    /// Documents that could not be read.
    pub unreadable: usize,
}

impl Searched {
    /// One document, read whole or not.
    pub fn document(reading: &Reading, is_whole: bool) -> Self {
        let pages = reading.summary().pages_read as usize;
        Self { documents: 1, pages, unreadable: usize::from(!is_whole) }
    }
}

/// The document that came nearest, and why it is not the one.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// Its path.
    pub path: String,
    /// Why it is not the one asked for.
    pub why: Said,
}

/// A second place that a finding speaks of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Related {
    /// Path in the submission.
    pub path: String,
    /// Where.
    pub place: Place,
    /// The words there.
    pub quote: Option<String>,
}

/// A word or phrase that was not understood where it decides.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct UnknownWord {
    /// The word, in the form in which words are compared: lower case.
    pub word: String,
    /// Path of the document in the submission.
    pub path: String,
    /// The sentence or row in which it stands.
    pub quote: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What kind.
    pub code: Code,
    /// The verdict that it leads to; `None` for warnings and infos.
    pub verdict: Option<Verdict>,
    /// How much it weighs.
    pub severity: Severity,
    /// Where it belongs.
    pub subject: Subject,
    /// Path of the document in the submission, if it is about one.
    pub path: Option<String>,
    /// Where in it.
    pub place: Place,
    /// The words there.
    pub quote: Option<String>,
    /// Other places.
    pub related: Vec<Related>,
    /// What was expected.
    pub expected: Option<Said>,
    /// What was found.
    pub found: Option<Said>,
    /// Where the demand is written.
    pub clause: Option<String>,
    /// What it says; the catalogue holds `.fix` beside it.
    pub message: Said,
    /// What was searched, for things missing.
    pub searched: Option<Searched>,
    /// Words that were not understood: a line in the vocabulary of the pack settles them.
    pub words: Vec<UnknownWord>,
    /// The nearest miss.
    pub nearest: Option<Nearest>,
    /// It rests on what the pack proposes, not on what its source demands.
    pub proposal: bool,
    /// Number, issuer and year of the document if known, else its path: the same document in another folder or run.
    pub logical: String,
}

impl Finding {
    /// A finding whose message has the id of its code.
    pub fn new(code: Code, severity: Severity, subject: &Subject) -> Self {
        let verdict = match severity {
            Severity::Error => Some(Verdict::Gap),
            Severity::Question => Some(Verdict::Unclear),
            Severity::Warning | Severity::Info => None,
        };
        Self {
            code,
            verdict,
            severity,
            subject: subject.clone(),
            path: None,
            place: Place::default(),
            quote: None,
            related: Vec::new(),
            expected: None,
            found: None,
            clause: None,
            message: Said::new(code.as_str()),
            searched: None,
            words: Vec::new(),
            nearest: None,
            proposal: false,
            logical: String::new(),
        }
    }

    /// Marks it as resting on a proposal: it weighs no more than `severity`, which never is an error.
    pub fn as_proposal(&mut self, severity: Severity) {
        self.proposal = true;
        if self.severity < severity {
            self.severity = severity;
            self.verdict = (severity == Severity::Question).then_some(Verdict::Unclear);
        }
    }

    /// Identifies the finding across runs: never a page or line, which move when a document is edited.
    pub fn fingerprint(&self) -> String {
        let document = if self.logical.is_empty() { self.path.as_deref().unwrap_or_default() } else { &self.logical };
        let matched = Key::new(self.quote.as_deref().unwrap_or_default());
        let Subject { agency, criterion, evidence } = &self.subject;
        // A finding about something missing has no quote: what is missing (period, content) distinguishes it.
        let variant = if self.quote.is_none() {
            serde_json::to_string(&self.message.args.get("what")).unwrap_or_default()
        } else {
            String::new()
        };
        let told = [agency, criterion, evidence, self.code.as_str(), document, matched.as_str(), &variant];
        let parts = told.map(|part| [part.as_bytes(), &[0]]);
        ContentHash::of(parts.as_flattened()).to_string()
    }
}
