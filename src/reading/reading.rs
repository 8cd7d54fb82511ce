//! A document of a submission with its content and form: what the checks work on.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::name::name_of_part;
use crate::document::{Document, Flow, Media, Remark, RemarkKind, Status, Stored, Summary};
use crate::form::{FieldState, Form, Part, part_of};
use crate::submission::File;
use crate::text::pattern::regex;
use crate::text::period::{PeriodInTitle, period_of_title};
use crate::text::sentence::{Sentence, sentences};
use crate::text::symbol::DocumentNumber;
use crate::text::{Key, doctype};

/// A document of a submission: a whole file, or a part of a file that holds several. Derived texts are computed on
/// first use: most documents are never searched completely.
#[derive(Debug)]
pub struct Reading {
    /// The file.
    pub file: File,
    /// The content of the file. Files with the same content share it; its pages are decompressed on first use.
    stored: Arc<Stored>,
    /// First and last page, if the file holds other documents too.
    part: Option<(u32, u32)>,
    /// Its form; reduced for a secret document.
    pub form: Arc<Form>,
    /// Status as reports show it: the status of the document, or `secret`.
    pub status: Status,
    /// The pages of the part as a document.
    part_document: OnceLock<(Document, Summary)>,
    title: OnceLock<Key>,
    period: OnceLock<Option<PeriodInTitle>>,
    flow: OnceLock<Flow>,
    key: OnceLock<Key>,
    sentences: OnceLock<Vec<Sentence>>,
}

impl Reading {
    /// The only document of a file.
    pub fn new(file: File, stored: Arc<Stored>, form: Arc<Form>, status: Status) -> Self {
        let (part_document, title, period) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let (flow, key, sentences) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { file, stored, part: None, form, status, part_document, title, period, flow, key, sentences }
    }

    /// One document of a file that holds several; `status` is the status of the file.
    pub fn part(file: File, stored: Arc<Stored>, part: &Part, status: Status) -> Self {
        let mut reading = Self::new(file, stored, Arc::clone(&part.form), status);
        reading.part = Some((part.first, part.last));
        if status.has_text() {
            reading.status = reading.document().status;
        }
        reading
    }

    /// The whole file as one document, with the form of this one.
    pub(crate) fn whole_file(&self) -> Self {
        Self::new(self.file.clone(), Arc::clone(&self.stored), Arc::clone(&self.form), self.file_status())
    }

    /// Drops the pages and all that was made of them. What reports show stays: file, form, status and summary.
    pub(crate) fn drop_pages(&mut self) {
        let without = |summary: &Summary| Arc::new(Stored::without_pages(summary.clone()));
        if self.part.is_some() {
            let summary = self.summary().clone();
            let document = without(&summary).document().clone();
            self.part_document = OnceLock::from((document, summary));
        }
        self.stored = without(&self.stored.summary);
        (self.title, self.period) = (OnceLock::new(), OnceLock::new());
        (self.flow, self.key, self.sentences) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
    }

    /// The status of the whole file. A part has its own status, unless the file is secret.
    pub fn file_status(&self) -> Status {
        if self.part.is_none() || self.status == Status::Secret { self.status } else { self.stored.summary.status }
    }

    /// True for the only document of a file and for the first of several.
    pub fn is_first(&self) -> bool {
        self.part.is_none_or(|(first, _)| first == 1)
    }

    /// True if the file holds other documents too.
    pub fn is_part(&self) -> bool {
        self.part.is_some()
    }

    /// First and last page in the file, from 1.
    pub fn pages(&self) -> [u32; 2] {
        let (first, last) = self.part.unwrap_or((1, self.summary().page_count.max(1)));
        [first, last]
    }

    /// How many pages the whole file has.
    pub(crate) fn file_page_count(&self) -> u32 {
        self.stored.summary.page_count
    }

    /// The name in reports: the path, with the pages if the file holds other documents too.
    pub fn name(&self) -> String {
        let path = &self.file.path;
        let media = self.stored.summary.media;
        self.part.map_or_else(|| path.clone(), |(first, last)| name_of_part(path, media, [first, last]))
    }

    /// The document without its pages.
    pub fn summary(&self) -> &Summary {
        self.part_document().map_or(&self.stored.summary, |(_, summary)| summary)
    }

    /// The document with its pages, numbered as in the file.
    pub fn document(&self) -> &Document {
        self.part_document().map_or_else(|| self.stored.document(), |(document, _)| document)
    }

    fn part_document(&self) -> Option<&(Document, Summary)> {
        let (first, last) = self.part?;
        Some(self.part_document.get_or_init(|| {
            let document = part_of(self.stored.document(), first, last);
            let summary = Summary::of(&document);
            (document, summary)
        }))
    }

    /// True if the document was submitted for this criterion: its file was, and if a manifest names pages, they include
    /// some of this document.
    pub fn is_of(&self, criterion: &str) -> bool {
        // For a file without pages, a manifest means the pages that Word displays, which are unknown here.
        let has_pages = self.stored.summary.media.has_pages();
        let is_named = |(first, last)| {
            !has_pages || self.file.pages.get(criterion).is_none_or(|pages| pages.overlaps(first, last))
        };
        self.file.criteria.iter().any(|c| c == criterion) && self.part.is_none_or(is_named)
    }

    /// True if the document was submitted for no criterion.
    pub fn is_of_none(&self) -> bool {
        !self.file.criteria.iter().any(|criterion| self.is_of(criterion))
    }

    /// True if it can be judged as an administrative document: it has text, and is neither a spreadsheet nor an
    /// explanation.
    pub fn is_candidate(&self) -> bool {
        self.status.has_text() && !self.summary().media.is_sheet() && !self.file.is_explanation
    }

    /// True if a human could find evidence in it although its text is unknown, partly unknown or only recognised by
    /// OCR. Whether it can be a particular document depends on its known fields.
    pub fn may_hide_evidence(&self) -> bool {
        let can_hold = match self.status {
            // Slides, audio and programs are not administrative documents; an archive, e-mail or image can contain one.
            Status::Unsupported => {
                let is_named_document = regex!(r"(?i)\.(?:docx?|odt|pdf|wps|pages)$").is_match(&self.file.path);
                is_named_document
                    || matches!(self.summary().media, Media::Archive | Media::Rtf | Media::Mail | Media::Image)
            }
            // A spreadsheet is not an administrative document.
            Status::Partial => !self.summary().media.is_sheet(),
            Status::Ok => self.is_recognised(),
            status => status.is_unread(),
        };
        can_hold && !self.file.is_explanation
    }

    /// True if the first page, with number, date, type and title, was read completely: only then a missing field is
    /// really absent.
    pub fn has_whole_head(&self) -> bool {
        let is_lost = |r: &Remark| {
            r.kind == RemarkKind::PageUnreadable && r.place.page.is_none_or(|page| page == self.pages()[0])
        };
        self.status.has_text() && !self.lacks_head() && !self.summary().remarks.iter().any(is_lost)
    }

    /// True if its first page was not read: what was taken for its head is from a later page.
    pub fn lacks_head(&self) -> bool {
        self.status.has_text() && self.document().pages.first().is_none_or(|page| page.number != self.pages()[0])
    }

    /// Title and abstract as a key; without an abstract, the beginning of the text.
    pub fn title(&self) -> &Key {
        self.title.get_or_init(|| {
            let kind = self.form.r#type.value.as_deref().and_then(doctype::name_of).unwrap_or_default();
            match &self.form.r#abstract.value {
                Some(words) => self.key_of(&format!("{kind} {words}")),
                None if self.status.has_text() => self.key_of(self.beginning()),
                None => Key::new(""),
            }
        })
    }

    /// True if its text was recognised by OCR, at least in part.
    pub fn is_recognised(&self) -> bool {
        !self.summary().recognised.is_empty()
    }

    /// A text of this document as a key; OCR text is compared without diacritics.
    pub fn key_of(&self, text: &str) -> Key {
        if self.is_recognised() { Key::recognised(text) } else { Key::new(text) }
    }

    /// The abstract for messages; empty if unknown.
    pub fn title_words(&self) -> &str {
        self.form.r#abstract.value.as_deref().unwrap_or_default()
    }

    /// The reporting period in the abstract or, without one, in the beginning of the text.
    pub fn period(&self) -> Option<&PeriodInTitle> {
        let words = || self.form.r#abstract.value.as_deref().unwrap_or_else(|| self.beginning());
        self.period.get_or_init(|| period_of_title(words())).as_ref()
    }

    /// The first 800 characters of the text.
    fn beginning(&self) -> &str {
        let text = self.flow().as_str();
        text.char_indices().nth(800).map_or(text, |(at, _)| &text[..at])
    }

    /// The running text.
    pub fn flow(&self) -> &Flow {
        self.flow.get_or_init(|| Flow::of(self.document()))
    }

    /// The running text as a key.
    pub fn key(&self) -> &Key {
        self.key.get_or_init(|| self.key_of(self.flow().as_str()))
    }

    /// Its sentences.
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| sentences(self.flow().as_str()))
    }

    /// The number, if it was read or guessed.
    pub fn number(&self) -> Option<DocumentNumber> {
        self.form.number.value.as_deref().and_then(DocumentNumber::parse)
    }

    /// First and last possible day of issue.
    pub fn issued(&self) -> Option<(Date, Date)> {
        let day = |d: &Option<String>| d.as_deref().and_then(|d| d.parse::<Date>().ok());
        let issued = &self.form.issued;
        match (day(&issued.earliest), day(&issued.latest)) {
            (Some(earliest), Some(latest)) => Some((earliest, latest)),
            _ => {
                let date = day(&issued.field.value).filter(|_| issued.field.state == FieldState::Read)?;
                Some((date, date))
            }
        }
    }

    /// Number, issuer and year if known, otherwise the name: identifies the document across folders and runs.
    pub fn logical(&self) -> String {
        match (self.form.number.read(), self.issued()) {
            (Some(number), Some((day, _))) => {
                let issuer = Key::new(self.form.issuer.value.as_deref().unwrap_or_default());
                format!("{}|{}|{}", Key::new(number).as_str(), issuer.as_str(), day.year())
            }
            _ => self.name(),
        }
    }
}
