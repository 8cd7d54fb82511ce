//! Small tables that people write in Excel or Notepad: CSV in UTF-8, windows-1258 or UTF-16, separated by `,`, `;` or
//! tabs.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::files::{OpenError, Opened};
use crate::text::{Key, nfc};

/// Most bytes of a table. A list of all evidence of a province is some hundred kilobytes.
const MOST_BYTES: u64 = 4 << 20;

/// Most rows of a table, and most cells.
const MOST_ROWS: usize = 20_000;
const MOST_CELLS: usize = 200_000;

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
    /// It is larger than any list of evidence: another table, or a hostile one.
    #[error("{path}: the table has more than {most} {unit}; nothing of it is used")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit.
        most: u64,
        /// What it limits: bytes, rows or cells.
        unit: &'static str,
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
        let unreadable = |e: std::io::Error| SheetError::Unreadable { path: path.to_owned(), reason: e.to_string() };
        let mut bytes = Vec::new();
        // The size is not asked for: a sparse file has one that says nothing, a growing one another in a moment.
        File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
        Self::parse(path, &bytes, columns)
    }

    /// Reads a table of somebody else's folder: never through a link, and without waiting at a pipe.
    pub(super) fn read_plain(path: &Path, columns: &[Column]) -> Result<Self, SheetError> {
        let bytes = Opened::new(path, MOST_BYTES).and_then(|mut opened| opened.read());
        match bytes {
            Ok(bytes) => Self::parse(path, &bytes, columns),
            Err(OpenError::Empty) => Self::parse(path, &[], columns),
            Err(OpenError::TooLarge { .. }) => {
                Err(SheetError::TooLarge { path: path.to_owned(), most: MOST_BYTES, unit: "bytes" })
            }
            Err(error) => Err(SheetError::Unreadable { path: path.to_owned(), reason: error.to_string() }),
        }
    }

    fn parse(path: &Path, bytes: &[u8], columns: &[Column]) -> Result<Self, SheetError> {
        let too_large = |most: u64, unit| SheetError::TooLarge { path: path.to_owned(), most, unit };
        if bytes.len() as u64 > MOST_BYTES {
            return Err(too_large(MOST_BYTES, "bytes"));
        }
        let text = decode(bytes);
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
        let mut cells = 0;
        for record in reader.records() {
            let record = record.map_err(row_error)?;
            cells += record.len();
            if rows.len() == MOST_ROWS {
                return Err(too_large(MOST_ROWS as u64, "rows"));
            }
            if cells > MOST_CELLS {
                return Err(too_large(MOST_CELLS as u64, "cells"));
            }
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
    fn a_table_beyond_the_limits_is_refused_soon() {
        let folder = tempfile::tempdir().unwrap();
        let columns = [Column { names: &["criterion"], needed: true }];
        let read = |text: &str| {
            let path = folder.path().join("manifest.csv");
            std::fs::write(&path, text).unwrap();
            Sheet::read(&path, &columns).map(|sheet| sheet.rows.len())
        };
        let rows = |count: usize| format!("criterion,file\n{}", "S1,a\n".repeat(count));
        assert_eq!(read(&rows(MOST_ROWS)).unwrap(), MOST_ROWS);
        for (text, wanted) in [
            (rows(MOST_ROWS + 1), "rows"),
            (format!("criterion\n{}", ",".repeat(MOST_CELLS + 1)), "cells"),
            (format!("criterion\n{}", "a".repeat(MOST_BYTES as usize)), "bytes"),
        ] {
            let error = read(&text).unwrap_err();
            assert!(matches!(error, SheetError::TooLarge { unit, .. } if unit == wanted), "{wanted}: {error}");
        }
    }

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
