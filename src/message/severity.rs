//! How much a finding weighs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Makes the verdict a gap.
    Error,
    /// Makes the verdict unclear: someone has to look.
    Question,
    /// Changes no verdict, but should be mended.
    Warning,
    /// Changes no verdict; good to know.
    Info,
}

impl Severity {
    /// The name used in JSON and in message ids.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Question => "question",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}
