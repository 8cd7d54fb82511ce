//! The hash of a content.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::text::hex;

/// BLAKE3 of a file, and its SHA-256 in hex; read once, in pieces.
///
/// # Errors
/// When the file cannot be read.
pub fn hashes_of(path: &Path) -> std::io::Result<(blake3::Hash, String)> {
    let mut hashers = Hashers::default();
    std::io::copy(&mut std::fs::File::open(path)?, &mut hashers)?;
    Ok((hashers.0.finalize(), hex(&hashers.1.finalize())))
}

#[derive(Default)]
struct Hashers(blake3::Hasher, Sha256);

impl std::io::Write for Hashers {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        self.1.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
