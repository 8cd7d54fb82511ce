//! Small tables that people write in Excel or Notepad: CSV in UTF-8, windows-1258 or UTF-16, separated by `,`, `;` or
//! tabs.

use std::path::{Path, PathBuf};

use crate::text::{Key, nfc};

/// Why a table could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The file cannot be opened.
    #[error("{path}: the file cannot be read: {reason}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// A row is malformed.
    #[error("{path}, line {line}: {reason}")]
    Row {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// A column is missing.
    #[error("{path}: no column \"{column}\"; the first line must name the columns {expected}")]
    NoColumn {
        /// The file.
        path: PathBuf,
        /// The missing column.
        column: &'static str,
        /// All expected columns.
        expected: String,
    },
}

/// A table, reduced to the requested columns.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Each row with its line in the file, from 1.
    pub(super) rows: Vec<(u64, Vec<String>)>,
    /// First line with more values than the header, probably from an unquoted comma within a value.
    pub(super) overlong_line: Option<u64>,
}

/// A requested column.
pub(super) struct Column {
    /// The names that it may have in the header; the first is the canonical one.
    pub(super) names: &'static [&'static str],
    /// The table is rejected without it.
    pub(super) needed: bool,
}

impl Sheet {
    /// Reads a table. Each row has one value for each of `columns`, empty if the file has no such column. Empty rows
    /// are left out.
    pub(super) fn read(path: &Path, columns: &[Column]) -> Result<Self, SheetError> {
        let bytes =
            std::fs::read(path).map_err(|e| SheetError::Unreadable { path: path.to_owned(), reason: e.to_string() })?;
        let text = decode(&bytes);
        let first_line = text.lines().next().unwrap_or_default();
        let delimiter = [b';', b'\t', b','].into_iter().max_by_key(|d| first_line.bytes().filter(|b| b == d).count());
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter.unwrap_or(b','))
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let row_error = |e: csv::Error| SheetError::Row {
            path: path.to_owned(),
            line: e.position().map_or(1, csv::Position::line),
            reason: e.to_string(),
        };
        let header: Vec<Key> = reader.headers().map_err(row_error)?.iter().map(Key::new).collect();
        let mut places = Vec::new();
        for column in columns {
            let place = header.iter().position(|h| column.names.iter().any(|name| Key::new(name) == *h));
            if place.is_none() && column.needed {
                return Err(SheetError::NoColumn {
                    path: path.to_owned(),
                    column: column.names.first().copied().unwrap_or_default(),
                    expected: columns.iter().filter_map(|c| c.names.first().copied()).collect::<Vec<_>>().join(", "),
                });
            }
            places.push(place);
        }
        let mut rows = Vec::new();
        let mut overlong_line = None;
        for record in reader.records() {
            let record = record.map_err(row_error)?;
            let line = record.position().map_or(0, |at| at.line() + blank_lines(&text, at.byte()));
            if record.iter().skip(header.len()).any(|v| !v.is_empty()) {
                overlong_line = overlong_line.or(Some(line));
            }
            let value = |place: &Option<usize>| place.and_then(|p| record.get(p)).unwrap_or_default().trim().to_owned();
            let row: Vec<String> = places.iter().map(value).collect();
            if row.iter().any(|v| !v.is_empty()) {
                rows.push((line, row));
            }
        }
        Ok(Self { rows, overlong_line })
    }
}

/// Number of blank lines at a byte of a text. The CSV reader skips them, but reports their position for the next
/// record.
fn blank_lines(text: &str, byte: u64) -> u64 {
    let rest = usize::try_from(byte).ok().and_then(|at| text.get(at..)).unwrap_or_default();
    rest.bytes().take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| *b == b'\n').count() as u64
}

/// Decodes a text file to NFC: by its byte order mark, otherwise as UTF-8 if valid, otherwise as UTF-16 if many of the
/// odd bytes are zero, otherwise as windows-1258, the code page of Vietnamese Windows.
pub(super) fn decode(bytes: &[u8]) -> String {
    let text = if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        text.into()
    } else if bytes.iter().skip(1).step_by(2).filter(|b| **b == 0).count() * 3 > bytes.len() {
        encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0
    } else {
        encoding_rs::WINDOWS_1258.decode_without_bom_handling(bytes).0
    };
    nfc(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_that_excel_and_notepad_write_are_read() {
        let expected = "Kế hoạch";
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(expected.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(expected.as_bytes()), expected);
        assert_eq!(decode(&[b"\xef\xbb\xbf", expected.as_bytes()].concat()), expected);
        assert_eq!(decode(&utf16), expected);
        // windows-1258 encodes a tone as a combining mark: ê + acute, a + dot below.
        assert_eq!(decode(b"K\xea\xec ho\x61\xf2ch"), expected);
    }
}
