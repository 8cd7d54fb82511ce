//! What a reader noticed beside the text.

use serde::{Deserialize, Serialize};

use super::place::Place;

/// Something a reader noticed that a person should know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// What it is.
    pub kind: RemarkKind,
    /// Where in the document.
    #[serde(default, skip_serializing_if = "Place::is_nowhere")]
    pub place: Place,
    /// Technical detail in English (a reader's own error text, a count); never text of the document.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// The kinds of remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemarkKind {
    /// A formula whose value was never stored: the cell looks empty to every reader but the spreadsheet program.
    FormulaWithoutValue,
    /// A cell that shows an error such as #DIV/0!.
    ErrorCell,
    /// A sheet that a person does not see when opening the file.
    HiddenSheet,
    /// Rows and columns of a sheet that hold something and are hidden; their numbers are in the detail.
    HiddenRows,
    /// True dates whose day never exceeds 12 beside texts that are dates whose day does: day and month were swapped.
    SwappedDates,
    /// Text that a tracked change removed (Word), present in the file but not in the document.
    DeletedText,
    /// Text formatted as hidden (Word, web pages).
    HiddenText,
    /// Characters without Unicode: the share of unreadable glyphs is in the detail.
    LostCharacters,
    /// The text layer is not what the page shows (an invisible layer of another OCR, lost encodings).
    UntrustedText,
    /// One page or sheet could not be read.
    PageUnreadable,
    /// A limit cut the reading short: cells, pages or bytes.
    LimitReached,
    /// Text in an encoding from before Unicode was converted; its name is in the detail.
    Converted,
    /// The document carries a digital signature field.
    Signature,
    /// Someone wrote the file while it was read.
    Changing,
    /// Why the file could not be read at all.
    Failure,
}
