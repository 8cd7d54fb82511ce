//! The vocabulary of what was read: a document, its pages, lines, words, tables, and where each stands.
//!
//! Readers in `extract/` fill these types in a worker process and send them over a pipe as JSON; every later stage
//! only reads them. Coordinates are PDF points from the top left corner of the page as it is shown (rotation and crop
//! applied). Text is NFC.

mod filled;
mod flow;
mod page;
mod place;
mod summary;
mod table;

pub use filled::{Filled, fill_gaps};
pub use flow::{Flow, rows};
pub(crate) use flow::{ends_paragraph, goes_on};
pub use page::{Laid, Legibility, Line, Page, PageKind, SURE_DIGITS, Source, Word};
pub use place::{Place, Rect};
pub use summary::Summary;
pub use table::{Cell, CellValue, Region, Table, cell_name};

use serde::{Deserialize, Serialize};

/// What a file is, found by its first bytes and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Media {
    /// Portable Document Format.
    Pdf,
    /// Word 2007 and later.
    Docx,
    /// Word 97–2003.
    Doc,
    /// Excel 2007 and later, with or without macros.
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// Excel, binary workbook.
    Xlsb,
    /// OpenDocument spreadsheet.
    Ods,
    /// Rich Text Format.
    Rtf,
    /// A web page, whatever its name says.
    Html,
    /// Plain text.
    Text,
    /// A picture: JPEG, PNG, TIFF, BMP, GIF.
    Image,
    /// A saved e-mail.
    Mail,
    /// A compressed folder: zip, rar, 7z.
    Archive,
    /// Anything else.
    Other,
}

impl Media {
    /// True for the formats that owe no document form (thể thức): tables and pictures.
    pub fn is_sheet(self) -> bool {
        matches!(self, Media::Xlsx | Media::Xls | Media::Xlsb | Media::Ods)
    }

    /// True for the formats whose pages a person can turn to; Word has none before layout.
    pub fn has_pages(self) -> bool {
        matches!(self, Media::Pdf | Media::Image) || self.is_sheet()
    }
}

/// How reading a file ended. Every file of a submission has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Read whole.
    Ok,
    /// Some pages, sheets or places could not be read; the rest was.
    Partial,
    /// Only pictures of pages: nothing that can be read without character recognition.
    Scan,
    /// Stamped MẬT, TỐI MẬT or TUYỆT MẬT: reading stopped.
    Secret,
    /// Opens only with a password.
    Password,
    /// A format that is not read.
    Unsupported,
    /// Damaged, or not what its first bytes say.
    Malformed,
    /// Larger than the limits of one document.
    Limit,
    /// Took longer than the clock of one document.
    Timeout,
    /// The reader died on it.
    Crashed,
    /// Zero bytes, or no content at all.
    Empty,
    /// A leftover of an office program or operating system, not evidence.
    Skipped,
}

impl Status {
    /// True if the content was read at least in part, so that its text and form can be judged.
    pub fn has_text(self) -> bool {
        matches!(self, Status::Ok | Status::Partial)
    }

    /// True if a person could still find evidence in the file, although the tool read none.
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

/// One file as it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What it is.
    pub media: Media,
    /// How reading it ended.
    pub status: Status,
    /// Number of pages or sheets that the file has; for Word, which has no pages before layout, of the documents in it.
    pub page_count: u32,
    /// The pages that were read, in order. Word: one page a document, places by paragraph. Spreadsheets: one page a sheet.
    pub pages: Vec<Page>,
    /// What the reader noticed.
    pub remarks: Vec<Remark>,
}

impl Document {
    /// A document that could not be read, with the reason.
    pub fn failed(media: Media, status: Status, detail: impl Into<String>) -> Self {
        let failure = Remark { kind: RemarkKind::Failure, place: Place::default(), detail: detail.into() };
        Self { media, status, page_count: 0, pages: Vec::new(), remarks: vec![failure] }
    }

    /// The reason of a failed reading, in English, if there is one.
    pub fn failure(&self) -> Option<&str> {
        self.remarks.iter().find(|r| r.kind == RemarkKind::Failure).map(|r| r.detail.as_str())
    }
}
