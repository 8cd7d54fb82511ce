//! Remarks: what a reader noticed beside the text.

use serde::{Deserialize, Serialize};

use super::place::Place;

/// Something a reader noticed beside the text that the user should know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// Its kind.
    pub kind: RemarkKind,
    /// Where in the document it was noticed.
    #[serde(default, skip_serializing_if = "Place::is_nowhere")]
    pub place: Place,
    /// Technical detail in English (a reader's own error text, a count); never text of the document.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl Remark {
    /// A remark on the document as a whole.
    pub(crate) fn on_all(kind: RemarkKind, detail: impl Into<String>) -> Self {
        Self { kind, place: Place::default(), detail: detail.into() }
    }
}

/// Why the file could not be read, in English, if one of its remarks is a failure.
pub(super) fn failure(remarks: &[Remark]) -> Option<&str> {
    remarks.iter().find(|r| r.kind == RemarkKind::Failure).map(|r| r.detail.as_str())
}

/// The kinds of remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemarkKind {
    /// A formula whose value was never stored: only a spreadsheet program that recalculates it shows a value.
    FormulaWithoutValue,
    /// A cell that shows an error such as #DIV/0!.
    ErrorCell,
    /// A sheet that is hidden when the file is opened.
    HiddenSheet,
    /// Hidden rows and columns of a sheet that are not empty; the detail says how many of each.
    HiddenRows,
    /// A column mixes date values whose day is at most 12 with texts that are dates with a day above 12: day and month
    /// of the date values were swapped.
    SwappedDates,
    /// Text deleted as a tracked change (Word): still in the file but no longer part of the document.
    DeletedText,
    /// Text formatted as hidden (Word, web pages).
    HiddenText,
    /// Characters that have no Unicode value; the detail says what share of the characters.
    LostCharacters,
    /// The text layer differs from what the page shows, such as the invisible OCR layer of a scanner.
    UntrustedText,
    /// Data of the page or file unpacks whole, but not to what its checksum says: words may differ from what was written.
    Checksum,
    /// One page or sheet could not be read.
    PageUnreadable,
    /// Reading stopped at a limit, such as that on cells, pages or bytes.
    LimitReached,
    /// Text in an encoding that predates Unicode was converted; the detail names the encoding.
    Converted,
    /// The document has signed digital signature fields.
    Signature,
    /// The document has more text than is read of one.
    TooMuchText,
    /// Recognition ran out of time: on another machine, or alone, more of it may be read.
    OutOfTime,
    /// The documents of the submission before it have as much text as is read of one submission.
    SubmissionFull,
    /// The file was modified while it was read.
    Changing,
    /// The file was gone when it was to be read.
    Gone,
    /// The user may not read the file.
    Denied,
    /// A link, a device or a pipe had taken the place of the file.
    NotAFile,
    /// The system could not read the file.
    Unopened,
    /// Why the file could not be read at all.
    Failure,
}
