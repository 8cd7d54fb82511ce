//! The hash of a content.

use std::fmt;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// SHA-256 of a content, shown and serialized as 64 lower case hex digits: `sha256sum` says the same of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ContentHash([u8; Self::LENGTH]);

impl ContentHash {
    /// Length in bytes.
    pub const LENGTH: usize = 32;

    /// The hash of several byte slices, concatenated.
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// The hash of a file, read once, in pieces.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn of_file(path: &Path) -> io::Result<Self> {
        let mut hasher = Hasher(Sha256::new());
        io::copy(&mut File::open(path)?, &mut hasher)?;
        Ok(Self(hasher.0.finalize().into()))
    }

    /// The bytes of the hash.
    pub fn as_bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }
}

impl fmt::Display for ContentHash {
    /// `{:.12}` shows the first twelve digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        f.pad(&digits)
    }
}

impl From<ContentHash> for String {
    fn from(hash: ContentHash) -> Self {
        hash.to_string()
    }
}

impl TryFrom<String> for ContentHash {
    type Error = &'static str;

    fn try_from(digits: String) -> Result<Self, Self::Error> {
        let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
        let byte = |pair: &[u8]| match pair {
            [high, low] => Some(value(*high)? << 4 | value(*low)?),
            _ => None,
        };
        let bytes: Option<Vec<u8>> = digits.as_bytes().chunks(2).map(byte).collect();
        bytes.and_then(|bytes| bytes.try_into().ok()).map(Self).ok_or("not a hash of 64 hex digits")
    }
}

struct Hasher(Sha256);

impl Write for Hasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FIPS 180-4, the example "abc".
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn bytes_and_files_are_named_as_sha256sum_names_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("abc");
        std::fs::write(&path, "abc").unwrap();
        let hash = ContentHash::of_file(&path).unwrap();
        assert_eq!([ContentHash::of(&[b"abc"]), ContentHash::of(&[b"a", b"", b"bc"])], [hash; 2]);
        assert_eq!((hash.to_string(), format!("{hash:.12}")), (ABC.to_owned(), ABC[..12].to_owned()));
        assert!(ContentHash::of_file(folder.path()).is_err());
    }

    #[test]
    fn in_json_it_is_its_digits() {
        let (hash, json) = (ContentHash::of(&[b"abc"]), format!("\"{ABC}\""));
        assert_eq!(serde_json::to_string(&hash).unwrap(), json);
        assert_eq!(serde_json::from_str::<ContentHash>(&json).unwrap(), hash);
        let outside_ascii = format!("é{}", &ABC[2..]);
        for wrong in ["", "ba", &ABC[1..], &ABC[2..], &format!("{ABC}00"), &ABC.replace('b', "g"), &outside_ascii] {
            assert!(ContentHash::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
        assert!(serde_json::from_str::<ContentHash>(&format!("{:?}", hash.as_bytes())).is_err());
    }
}
