//! The fields and marks of a document's form, and how certain each field is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::Place;

/// How certain a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FieldState {
    /// Stated as fact.
    Read,
    /// Seen but not trusted: the value is the best guess.
    Unclear,
    /// Its place is left blank, as in a draft.
    Blank,
    /// The page is readable and does not have this field.
    #[default]
    Absent,
}

/// What a field was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldSource {
    /// Text of the page.
    #[default]
    Text,
    /// An annotation: a signature widget or form field.
    Annotation,
    /// Optical character recognition.
    Ocr,
    /// The reference to the document that this one was issued with ("ban hành kèm theo Quyết định số …").
    Parent,
    /// A citation with number and date in another document.
    Citation,
    /// A stamp.
    Stamp,
    /// Another file with the same document.
    Twin,
    /// The file name: a statement of the submitter.
    FileName,
    /// A manifest or self-assessment: a statement of the submitter.
    Claim,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Field {
    /// The value, if there is one.
    pub value: Option<String>,
    /// How certain it is.
    pub state: FieldState,
    /// What it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<FieldSource>,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// The words on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Other possible values, best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
}

impl Field {
    /// The value if it is stated as fact.
    pub fn read(&self) -> Option<&str> {
        self.value.as_deref().filter(|_| self.state == FieldState::Read)
    }

    /// True if something is written in the place of the field, whether it could be read or not.
    pub fn is_present(&self) -> bool {
        matches!(self.state, FieldState::Read | FieldState::Unclear)
    }
}

/// A date: the field and the range of possible days.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct DateField {
    /// The field; its value is `yyyy-mm-dd`.
    #[serde(flatten)]
    pub field: Field,
    /// First possible day, `yyyy-mm-dd`: may be known even if the day itself could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// Last possible day, `yyyy-mm-dd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
}

/// Another document named in the text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// Its number and symbol, spaces removed.
    pub number: String,
    /// Its date, `yyyy-mm-dd`, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its issuer, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Where it is cited.
    #[serde(flatten)]
    pub place: Place,
    /// The words.
    pub quote: String,
}

/// Kinds of mark on a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MarkKind {
    /// "DỰ THẢO".
    Draft,
    /// SAO Y, SAO LỤC, TRÍCH SAO: as valid as the original (Decree 30/2020, articles 25 and 26).
    Copy,
    /// MẬT, TỐI MẬT, TUYỆT MẬT.
    Secret,
    /// KHẨN, THƯỢNG KHẨN, HỎA TỐC.
    Urgent,
    /// The stamp of a receiving office.
    Arrival,
    /// A digital signature block or field.
    Signature,
}

/// A mark and where it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mark {
    /// Its kind.
    pub kind: MarkKind,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// The words; omitted for secret documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// The form of one document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Form {
    /// Abbreviation of the type (loại văn bản): QĐ, KH, BC …; CV for an official letter.
    pub r#type: Field,
    /// Number and symbol (số, ký hiệu) as printed, spaces removed.
    pub number: Field,
    /// Date of issue (ngày ban hành); for a law the date of adoption.
    pub issued: DateField,
    /// Issuing agency (cơ quan ban hành).
    pub issuer: Field,
    /// The agency above the issuing agency (cơ quan chủ quản trực tiếp).
    pub parent_issuer: Field,
    /// Place of issue (địa danh).
    pub place: Field,
    /// Title or abstract (trích yếu nội dung).
    pub r#abstract: Field,
    /// Name of the signer (người ký).
    pub signer: Field,
    /// Signing authority and position (TM., KT., TL., TUQ., Q.; thẩm quyền ký).
    pub authority: Field,
    /// Other documents cited in it.
    pub citations: Vec<Citation>,
    /// Draft, copy, secret and other marks.
    pub marks: Vec<Mark>,
}

impl Form {
    /// True if the document has a mark of this kind.
    pub fn has_mark(&self, kind: MarkKind) -> bool {
        self.marks.iter().any(|m| m.kind == kind)
    }

    /// True if the document is stamped MẬT, TỐI MẬT or TUYỆT MẬT: its content must not be read further.
    pub fn is_secret(&self) -> bool {
        self.has_mark(MarkKind::Secret)
    }
}
