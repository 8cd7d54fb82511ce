//! A file of a submission with what was read in it: what checks work on.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use crate::document::{Document, Flow, Media, Remark, RemarkKind, Status, Summary};
use crate::extract::Stored;
use crate::form::{FieldState, Form};
use crate::submission::File;
use crate::text::period::{PeriodInTitle, period_of_title};
use crate::text::sentence::{Sentence, sentences};
use crate::text::symbol::DocumentNumber;
use crate::text::{Key, doctype};

/// A file, its document and its form. Derived texts are made when first asked for: most files are never searched whole.
#[derive(Debug)]
pub struct Reading {
    /// The file.
    pub file: File,
    /// What was read; files with the same content share it, its pages are unpacked when first asked for.
    stored: Arc<Stored>,
    /// Its form; reduced for a secret document.
    pub form: Arc<Form>,
    /// Status as reports show it: that of the document, or `secret`.
    pub status: Status,
    title: OnceLock<Key>,
    content: OnceLock<Content>,
}

#[derive(Debug)]
struct Content {
    flow: Flow,
    key: Key,
    sentences: Vec<Sentence>,
}

impl Reading {
    /// Puts together what is known of a file.
    pub fn new(file: File, stored: Arc<Stored>, form: Arc<Form>, status: Status) -> Self {
        Self { file, stored, form, status, title: OnceLock::new(), content: OnceLock::new() }
    }

    /// What was read, its form and status.
    pub fn into_parts(self) -> (Arc<Stored>, Arc<Form>, Status) {
        (self.stored, self.form, self.status)
    }

    /// What is known of the document without its pages.
    pub fn summary(&self) -> &Summary {
        &self.stored.summary
    }

    /// The document with its pages.
    pub fn document(&self) -> &Document {
        self.stored.document()
    }

    /// True if the file was put under this criterion.
    pub fn is_of(&self, criterion: &str) -> bool {
        self.file.criteria.iter().any(|c| c == criterion)
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
                matches!(self.summary().media, Media::Archive | Media::Rtf | Media::Mail | Media::Image)
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
        let is_lost = |r: &Remark| r.kind == RemarkKind::PageUnreadable && r.place.page.is_none_or(|page| page == 1);
        self.status.has_text() && !self.lacks_head() && !self.summary().remarks.iter().any(is_lost)
    }

    /// True if it was read from a later page on: what was taken for its head is none.
    pub fn lacks_head(&self) -> bool {
        self.status.has_text() && self.document().pages.first().is_none_or(|page| page.number != 1)
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

    fn content(&self) -> &Content {
        self.content.get_or_init(|| {
            let flow = Flow::of(self.document());
            Content { key: self.key_of(flow.as_str()), sentences: sentences(flow.as_str()), flow }
        })
    }

    /// The running text.
    pub fn flow(&self) -> &Flow {
        &self.content().flow
    }

    /// The running text as a key.
    pub fn key(&self) -> &Key {
        &self.content().key
    }

    /// Its sentences.
    pub fn sentences(&self) -> &[Sentence] {
        &self.content().sentences
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
            _ => self.file.path.clone(),
        }
    }
}
