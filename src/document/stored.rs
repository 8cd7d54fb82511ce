//! A document whose pages stay compressed until they are needed.

use std::borrow::Cow;
use std::io::Read;
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::document::Document;
use super::page::Page;
use super::summary::Summary;

/// A document whose pages are decompressed on first access.
#[derive(Debug)]
pub struct Stored {
    /// Everything but the pages.
    pub summary: Summary,
    packed: Vec<u8>,
    document: OnceLock<Document>,
}

impl Stored {
    /// Wraps a document that was just read, with its pages uncompressed.
    pub fn ready(document: Document) -> Self {
        let summary = Summary::of(&document);
        Self { summary, packed: Vec::new(), document: OnceLock::from(document) }
    }

    /// The same with its pages compressed until they are needed.
    ///
    /// # Errors
    /// Returns the error of serialisation or compression.
    pub(crate) fn to_packed(&self) -> std::io::Result<Self> {
        Ok(Self::packed(self.summary.clone(), self.packed_pages()?.into_owned()))
    }

    /// The compressed pages.
    ///
    /// # Errors
    /// Returns the error of serialisation or compression.
    pub(crate) fn packed_pages(&self) -> std::io::Result<Cow<'_, [u8]>> {
        match self.packed.is_empty() {
            true => Ok(Cow::Owned(pack(&self.document().pages)?)),
            false => Ok(Cow::Borrowed(&self.packed)),
        }
    }

    /// What a report needs when everything is judged: no pages.
    pub(crate) fn without_pages(summary: Summary) -> Self {
        let document = OnceLock::from(document_of(&summary, Vec::new()));
        Self { summary, packed: Vec::new(), document }
    }

    /// Wraps pages that were compressed by [`pack`].
    pub(crate) fn packed(summary: Summary, packed: Vec<u8>) -> Self {
        Self { summary, packed, document: OnceLock::new() }
    }

    /// The document with its pages.
    pub fn document(&self) -> &Document {
        self.document.get_or_init(|| {
            // The hash of the cache entry was verified when it was opened, so this cannot fail.
            document_of(&self.summary, unpack(&self.packed).unwrap_or_default())
        })
    }
}

fn document_of(summary: &Summary, pages: Vec<Page>) -> Document {
    let Summary { media, status, page_count, remarks, .. } = summary.clone();
    Document { media, status, page_count, pages, remarks }
}

/// Serialises a value to JSON and compresses it.
///
/// # Errors
/// Returns the error of serialisation or compression.
pub(crate) fn pack<T: Serialize>(value: &T) -> std::io::Result<Vec<u8>> {
    let json = serde_json::to_vec(value)?;
    zstd::encode_all(json.as_slice(), LEVEL)
}

/// Restores a value from [`pack`]. Returns `None` if the bytes are damaged or hold another type.
pub(crate) fn unpack<T: DeserializeOwned>(packed: &[u8]) -> Option<T> {
    let mut json = Vec::new();
    zstd::Decoder::new(packed).ok()?.read_to_end(&mut json).ok()?;
    serde_json::from_slice(&json).ok()
}

/// Zstandard compression level: fast to compress, and decompression is equally fast at every level.
const LEVEL: i32 = 3;
