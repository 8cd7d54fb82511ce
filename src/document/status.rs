//! How reading a file ended.

use serde::{Deserialize, Serialize};

/// How reading a file ended. Every file of a submission has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Read whole.
    Ok,
    /// Some pages, sheets or places could not be read; the rest was read.
    Partial,
    /// Only pictures of pages: no text without character recognition.
    Scan,
    /// Stamped MẬT, TỐI MẬT or TUYỆT MẬT: reading stopped.
    Secret,
    /// Opens only with a password.
    Password,
    /// A format that is not read.
    Unsupported,
    /// Damaged, or not of the format that its first bytes indicate.
    Malformed,
    /// Larger than the limits for one document.
    Limit,
    /// Took longer than the time limit for one document.
    Timeout,
    /// The reader crashed on it.
    Crashed,
    /// Zero bytes, or no content at all.
    Empty,
    /// A temporary or system file of an office program or operating system, not evidence.
    Skipped,
}

impl Status {
    /// True if the content was read at least in part, so that its text and form can be judged.
    pub fn has_text(self) -> bool {
        matches!(self, Status::Ok | Status::Partial)
    }

    /// True if the file, or part of it, was not read and may still contain evidence.
    pub fn is_unread(self) -> bool {
        !matches!(self, Status::Ok | Status::Empty | Status::Skipped)
    }

    /// The name used in JSON and in message arguments.
    pub fn name(self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::Partial => "partial",
            Status::Scan => "scan",
            Status::Secret => "secret",
            Status::Password => "password",
            Status::Unsupported => "unsupported",
            Status::Malformed => "malformed",
            Status::Limit => "limit",
            Status::Timeout => "timeout",
            Status::Crashed => "crashed",
            Status::Empty => "empty",
            Status::Skipped => "skipped",
        }
    }
}
