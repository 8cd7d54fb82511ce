//! What the form of a document consists of, and what is known of each field.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::Place;

/// How sure a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FieldState {
    /// Stated as fact.
    Read,
    /// Seen, not trusted: the value is the best guess.
    Unclear,
    /// The place for it is there and empty: a draft.
    Blank,
    /// The page is readable and has no such field.
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
    /// Character recognition.
    Ocr,
    /// The document that this one was issued with ("ban hành kèm theo Quyết định số …").
    Parent,
    /// A citation with number and date in another document.
    Citation,
    /// A stamp.
    Stamp,
    /// The same content in another file.
    Twin,
    /// The name of the file: the submitter's word.
    FileName,
    /// A manifest or self-assessment: the submitter's word.
    Claim,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Field {
    /// The value, if there is one.
    pub value: Option<String>,
    /// How sure it is.
    pub state: FieldState,
    /// What it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<FieldSource>,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// The words on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Other readings, best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
}

impl Field {
    /// The value if it is stated as fact.
    pub fn read(&self) -> Option<&str> {
        self.value.as_deref().filter(|_| self.state == FieldState::Read)
    }

    /// True if the field is there, read or not: ink stands in its place.
    pub fn is_present(&self) -> bool {
        matches!(self.state, FieldState::Read | FieldState::Unclear)
    }
}

/// A date: the field, with the days between which it lies.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct DateField {
    /// The field; its value is `yyyy-mm-dd`.
    #[serde(flatten)]
    pub field: Field,
    /// First day that it can be, `yyyy-mm-dd`: known even if the day itself could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// Last day that it can be.
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

/// A mark and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mark {
    /// Its kind.
    pub kind: MarkKind,
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// The words; never those of a secret document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// The form of one document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Form {
    /// Type by its abbreviation (loại văn bản): QĐ, KH, BC …; CV for an official letter.
    pub r#type: Field,
    /// Number and symbol (số, ký hiệu) as printed, spaces removed.
    pub number: Field,
    /// Day of issue (ngày ban hành); for a law the day of adoption.
    pub issued: DateField,
    /// Issuing agency (cơ quan ban hành).
    pub issuer: Field,
    /// The agency above it.
    pub parent_issuer: Field,
    /// Place of issue (địa danh).
    pub place: Field,
    /// Title or abstract (trích yếu nội dung).
    pub r#abstract: Field,
    /// Name of the signer (người ký).
    pub signer: Field,
    /// Signing authority and position (TM., KT., TL., TUQ., Q.; thẩm quyền ký).
    pub authority: Field,
    /// Other documents named in it.
    pub citations: Vec<Citation>,
    /// Draft, copy, secret and other marks.
    pub marks: Vec<Mark>,
}

impl Form {
    /// True if the document carries such a mark.
    pub fn has_mark(&self, kind: MarkKind) -> bool {
        self.marks.iter().any(|m| m.kind == kind)
    }

    /// True if the document is stamped MẬT, TỐI MẬT or TUYỆT MẬT: reading must stop.
    pub fn is_secret(&self) -> bool {
        self.has_mark(MarkKind::Secret)
    }
}
