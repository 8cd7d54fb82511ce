//! What the documents of a submission say, read once for each.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::lexicon::Lexicon;
use super::telling::{Telling, telling};
use crate::reading::Reading;

/// What the documents of a submission say.
#[derive(Debug)]
pub struct Tellings<'a> {
    lexicon: &'a Lexicon,
    year: i16,
    /// By the name of the document, which is its own within a submission.
    read: Mutex<HashMap<String, Arc<Telling>>>,
}

impl<'a> Tellings<'a> {
    /// Of documents that are read with this lexicon; `year` is the year that is scored.
    pub fn new(lexicon: &'a Lexicon, year: i16) -> Self {
        Self { lexicon, year, read: Mutex::default() }
    }

    /// The words that they are read with.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// What a document says.
    pub fn of(&self, reading: &Reading) -> Arc<Telling> {
        let name = reading.name();
        if let Some(known) = self.read.lock().unwrap_or_else(PoisonError::into_inner).get(&name) {
            return Arc::clone(known);
        }
        let read = Arc::new(telling(reading, self.lexicon, self.year));
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(name, Arc::clone(&read));
        read
    }
}
