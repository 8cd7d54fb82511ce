//! Names of verdicts and other enumerations in the language of a report.

use super::catalog::Catalog;
use super::standing::Handling;
use crate::document::Status;
use crate::message::{Severity, Verdict};

impl Catalog {
    pub(super) fn verdict(&self, verdict: Verdict) -> String {
        self.word(&format!("verdict-{}", verdict.name()))
    }

    pub(super) fn severity(&self, severity: Severity) -> String {
        self.word(&format!("severity-{}", severity.name()))
    }

    pub(super) fn status(&self, status: Status) -> String {
        self.word(&format!("status-{}", status.name()))
    }

    pub(super) fn handling(&self, handling: Handling) -> String {
        self.word(&format!("handling-{}", handling.name()))
    }

    /// Whether something rests on the source or on a proposal of the rule pack.
    pub(super) fn basis(&self, is_proposal: bool) -> String {
        self.word(if is_proposal { "report-proposal" } else { "report-sourced" })
    }

    /// The name of a check, such as `date`.
    pub(super) fn check(&self, check: &str) -> String {
        self.word(&format!("check-{check}"))
    }
}
