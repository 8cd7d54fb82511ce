//! A document whose pages are packed until they are asked for.

use std::io::Read;
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::document::Document;
use super::page::Page;
use super::summary::Summary;

/// A document of which the pages are unpacked when first asked for.
#[derive(Debug)]
pub struct Stored {
    /// Everything but the pages.
    pub summary: Summary,
    packed: Vec<u8>,
    document: OnceLock<Document>,
}

impl Stored {
    /// A document that was just read.
    pub fn ready(document: Document) -> Self {
        let summary = Summary::of(&document);
        Self { summary, packed: Vec::new(), document: OnceLock::from(document) }
    }

    /// A document whose pages were packed by [`pack`].
    pub(crate) fn packed(summary: Summary, packed: Vec<u8>) -> Self {
        Self { summary, packed, document: OnceLock::new() }
    }

    /// The document with its pages.
    pub fn document(&self) -> &Document {
        self.document.get_or_init(|| {
            // The entry's hash was checked when it was opened: unpacking what was packed does not fail.
            let pages: Vec<Page> = unpack(&self.packed).unwrap_or_default();
            let Summary { media, status, page_count, remarks, .. } = self.summary.clone();
            Document { media, status, page_count, pages, remarks }
        })
    }
}

pub(crate) fn pack<T: Serialize>(value: &T) -> std::io::Result<Vec<u8>> {
    let json = serde_json::to_vec(value)?;
    zstd::encode_all(json.as_slice(), LEVEL)
}

pub(crate) fn unpack<T: DeserializeOwned>(packed: &[u8]) -> Option<T> {
    let mut json = Vec::new();
    zstd::Decoder::new(packed).ok()?.read_to_end(&mut json).ok()?;
    serde_json::from_slice(&json).ok()
}

/// Compression level: fast to write, and decompression is as fast at any level.
const LEVEL: i32 = 3;
