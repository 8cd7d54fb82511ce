//! A file of a submission with what was read in it: what checks work on.

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

/// A document of a submission: a file, or a part of one that holds several. Derived texts are made when first asked for:
/// most files are never searched whole.
#[derive(Debug)]
pub struct Reading {
    /// The file.
    pub file: File,
    /// What was read of the file; files with the same content share it, its pages are unpacked when first asked for.
    stored: Arc<Stored>,
    /// First and last page, if the file holds other documents too.
    part: Option<(u32, u32)>,
    /// Its form; reduced for a secret document.
    pub form: Arc<Form>,
    /// Status as reports show it: that of the document, or `secret`.
    pub status: Status,
    /// The pages of the part.
    cut: OnceLock<(Document, Summary)>,
    title: OnceLock<Key>,
    flow: OnceLock<Flow>,
    key: OnceLock<Key>,
    sentences: OnceLock<Vec<Sentence>>,
}

impl Reading {
    /// Puts together what is known of a file.
    pub fn new(file: File, stored: Arc<Stored>, form: Arc<Form>, status: Status) -> Self {
        let (cut, title) = (OnceLock::new(), OnceLock::new());
        let (flow, key, sentences) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { file, stored, part: None, form, status, cut, title, flow, key, sentences }
    }

    /// One document of a file that holds several; `status` is that of the file.
    pub fn part(file: File, stored: Arc<Stored>, part: &Part, status: Status) -> Self {
        let mut reading = Self::new(file, stored, Arc::clone(&part.form), status);
        reading.part = Some((part.first, part.last));
        if status.has_text() {
            reading.status = reading.document().status;
        }
        reading
    }

    /// The whole file, with the form of this document.
    pub(crate) fn whole_file(&self) -> Self {
        Self::new(self.file.clone(), Arc::clone(&self.stored), Arc::clone(&self.form), self.file_status())
    }

    /// The status of the file: of a part it says nothing, except that the file is secret.
    pub fn file_status(&self) -> Status {
        if self.part.is_none() || self.status == Status::Secret { self.status } else { self.stored.summary.status }
    }

    /// True for a file's only document and for the first of several.
    pub fn is_first(&self) -> bool {
        self.part.is_none_or(|(first, _)| first == 1)
    }

    /// True if the file holds other documents too.
    pub fn is_part(&self) -> bool {
        self.part.is_some()
    }

    /// First and last page in the file.
    pub fn pages(&self) -> [u32; 2] {
        let (first, last) = self.part.unwrap_or((1, self.summary().page_count.max(1)));
        [first, last]
    }

    /// How many pages the whole file has.
    pub(crate) fn file_page_count(&self) -> u32 {
        self.stored.summary.page_count
    }

    /// What reports call the document: the path, with the pages if the file holds others too.
    pub fn name(&self) -> String {
        let path = &self.file.path;
        let media = self.stored.summary.media;
        self.part.map_or_else(|| path.clone(), |(first, last)| name_of_part(path, media, [first, last]))
    }

    /// What is known of the document without its pages.
    pub fn summary(&self) -> &Summary {
        self.cut().map_or(&self.stored.summary, |(_, summary)| summary)
    }

    /// The document with its pages, which keep their numbers in the file.
    pub fn document(&self) -> &Document {
        self.cut().map_or_else(|| self.stored.document(), |(document, _)| document)
    }

    fn cut(&self) -> Option<&(Document, Summary)> {
        let (first, last) = self.part?;
        Some(self.cut.get_or_init(|| {
            let document = part_of(self.stored.document(), first, last);
            let summary = Summary::of(&document);
            (document, summary)
        }))
    }

    /// True if the document was put under this criterion: its file, or the pages of it that a manifest names.
    pub fn is_of(&self, criterion: &str) -> bool {
        // A manifest means pages that Word shows, which are not known here.
        let has_pages = self.stored.summary.media.has_pages();
        let is_meant =
            |(first, last)| !has_pages || self.file.pages.get(criterion).is_none_or(|pages| pages.meet(first, last));
        self.file.criteria.iter().any(|c| c == criterion) && self.part.is_none_or(is_meant)
    }

    /// True if it was put under no criterion.
    pub fn is_of_none(&self) -> bool {
        !self.file.criteria.iter().any(|criterion| self.is_of(criterion))
    }

    /// True if its text can be judged as an administrative document: a text that is no sheet and no explanation.
    pub fn is_candidate(&self) -> bool {
        self.status.has_text() && !self.summary().media.is_sheet() && !self.file.is_explanation
    }

    /// True if a person could find evidence in it although its text, or a part of it, is not known. Whether it could be
    /// one document in particular, its known fields tell.
    pub fn may_hide_evidence(&self) -> bool {
        let can_hold = match self.status {
            // Slides, sound, programs are no administrative documents; a compressed folder, letter or picture can hold one.
            Status::Unsupported => {
                let is_named_document = regex!(r"(?i)\.(?:docx?|odt|pdf|wps|pages)$").is_match(&self.file.path);
                is_named_document
                    || matches!(self.summary().media, Media::Archive | Media::Rtf | Media::Mail | Media::Image)
            }
            // A workbook is no document of its own, read or not.
            Status::Partial => !self.summary().media.is_sheet(),
            Status::Ok => self.is_recognised(),
            status => status.is_unread(),
        };
        can_hold && !self.file.is_explanation
    }

    /// True if nothing of the page was lost on which number, date, type and title stand: then a field that is not there
    /// is absent, not unread.
    pub fn has_whole_head(&self) -> bool {
        let is_lost = |r: &Remark| {
            r.kind == RemarkKind::PageUnreadable && r.place.page.is_none_or(|page| page == self.pages()[0])
        };
        self.status.has_text() && !self.lacks_head() && !self.summary().remarks.iter().any(is_lost)
    }

    /// True if it was read from a later page on: what was taken for its head is none.
    pub fn lacks_head(&self) -> bool {
        self.status.has_text() && self.document().pages.first().is_none_or(|page| page.number != self.pages()[0])
    }

    /// Title and abstract as a key; where the form found none, the beginning of the text.
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

    /// True if what is known of its text was recognised from pictures, at least in part.
    pub fn is_recognised(&self) -> bool {
        !self.summary().recognised.is_empty()
    }

    /// A text of this document as a key.
    pub fn key_of(&self, text: &str) -> Key {
        if self.is_recognised() { Key::recognised(text) } else { Key::new(text) }
    }

    /// The words of the title for messages; empty if unknown.
    pub fn title_words(&self) -> &str {
        self.form.r#abstract.value.as_deref().unwrap_or_default()
    }

    /// The period that the title speaks of.
    pub fn period(&self) -> Option<PeriodInTitle> {
        let words = self.form.r#abstract.value.as_deref().unwrap_or_else(|| self.beginning());
        period_of_title(words)
    }

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

    /// First and last day on which it can have been issued.
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

    /// Number, issuer and year if known, else the path: names the document across folders and runs.
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
