//! Checks a zipped document before a reader opens it. The readers inflate whole parts and allocate what the counters in
//! the file ask for; a failed allocation ends the process, so false counters are detected here, in bounded memory.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::failure::Failure;
use crate::document::Status;
use crate::limits::Limits;

/// Largest number of parts that is accepted; no office program writes this many.
const MAX_PARTS: usize = 20_000;

/// Largest accepted size of the inflated shared strings of a workbook, bytes: the reader loads them all at once into a
/// vector that grows by doubling.
const MAX_STRINGS: u64 = 128 << 20;

/// Length of the shortest shared string, `<si/>`, which bounds how many strings fit into a part.
const SHORTEST_STRING: u64 = 5;

/// Checks that a zipped document is safe to open with the readers. Returns what is wrong with the first part that holds words
/// and does not inflate to what its checksum says: a reader may show other words than were written, and no error.
///
/// # Errors
/// Fails if the package is damaged, needs a password or exceeds a limit.
pub(crate) fn check(data: &[u8], limits: &Limits) -> Result<Option<String>, Failure> {
    let malformed = |detail: &str| Failure::new(Status::Malformed, detail);
    let mut archive = ZipArchive::new(Cursor::new(data)).map_err(|e| malformed(&e.to_string()))?;
    if archive.len() > MAX_PARTS {
        return Err(Failure::new(Status::Limit, format!("{} parts in the package", archive.len())));
    }
    if archive.has_overlapping_entries().map_err(|e| malformed(&e.to_string()))? {
        return Err(malformed("parts of the package overlap"));
    }
    let mut left = limits.unpacked;
    let mut damage = None;
    for index in 0..archive.len() {
        let part = match archive.by_index(index) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(reason)) if reason == ZipError::PASSWORD_REQUIRED => {
                return Err(Failure::new(Status::Password, "encrypted part in the package"));
            }
            // The readers need few of the parts, so they decide whether this one matters.
            Err(_) => continue,
        };
        let name = String::from_utf8_lossy(part.name_raw()).to_ascii_lowercase();
        let strings = name.ends_with("sharedstrings.xml");
        let measured = measure(part, left);
        if let Some(error) = measured.error.filter(|_| damage.is_none() && holds_words(&name)) {
            damage = Some(format!("part {name}: {error}"));
        }
        left = left
            .checked_sub(measured.bytes)
            .ok_or_else(|| Failure::new(Status::Limit, format!("more than {} MiB unpacked", limits.unpacked >> 20)))?;
        if strings && measured.bytes > MAX_STRINGS {
            return Err(Failure::new(Status::Limit, format!("more than {} MiB of shared strings", MAX_STRINGS >> 20)));
        }
        if strings && unique_count(&measured.head).is_some_and(|n| n > measured.bytes / SHORTEST_STRING) {
            return Err(malformed("more shared strings announced than the part can hold"));
        }
    }
    Ok(damage)
}

/// True for a part that holds words or says where they are, not how they look.
fn holds_words(name: &str) -> bool {
    let beside = ["docprops/", "customxml/", "thumbnails/"].iter().any(|folder| name.starts_with(folder));
    [".xml", ".rels", ".bin"].iter().any(|end| name.ends_with(end)) && !beside && !name.contains("/theme/")
}

struct Measured {
    /// Number of inflated bytes, or one more than the allowance if there are more.
    bytes: u64,
    /// The first kilobyte of them.
    head: Vec<u8>,
    /// Why the rest could not be inflated, or why it is not what was written.
    error: Option<String>,
}

/// Inflates a part without keeping it. A truncated part counts with the bytes before its end.
fn measure(part: impl Read, allowance: u64) -> Measured {
    let mut part = part.take(allowance.saturating_add(1));
    let mut measured = Measured { bytes: 0, head: Vec::new(), error: None };
    let mut buffer = [0; 16 << 10];
    loop {
        match part.read(&mut buffer) {
            Ok(0) => return measured,
            Ok(count) => {
                measured.bytes += count as u64;
                let room = 1024_usize.saturating_sub(measured.head.len()).min(count);
                measured.head.extend_from_slice(&buffer[..room]);
            }
            Err(error) => {
                measured.error = Some(error.to_string());
                return measured;
            }
        }
    }
}

/// The value of `uniqueCount` in the head of a shared strings part.
fn unique_count(head: &[u8]) -> Option<u64> {
    let head = String::from_utf8_lossy(head);
    let (_, value) = head.split_once("uniqueCount")?;
    let digits = value.trim_start_matches([' ', '=', '"', '\'']).chars().take_while(char::is_ascii_digit);
    // A number too large for u64 is false too.
    let digits: String = digits.collect();
    (!digits.is_empty()).then(|| digits.parse().unwrap_or(u64::MAX))
}

/// True if a package holds pictures, charts or drawings, which a reader of words and cells shows nothing of.
pub(crate) fn has_pictures(data: &[u8]) -> bool {
    let Ok(archive) = ZipArchive::new(Cursor::new(data)) else { return false };
    let is_picture = |name: &[u8]| {
        let name = String::from_utf8_lossy(name).replace('\\', "/");
        let folder = name.rsplit('/').nth(1).unwrap_or_default();
        PICTURE_FOLDERS.iter().any(|known| folder.eq_ignore_ascii_case(known))
    };
    archive.file_names_raw().any(is_picture)
}

/// Folders of a package in which pictures, charts and drawings lie: `word/media`, `xl/drawings`, `Pictures` (ods).
const PICTURE_FOLDERS: &[&str] = &["media", "charts", "drawings", "pictures"];

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A zip with these members.
    pub(crate) fn zip_of(members: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in members {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn status(data: &[u8], limits: &Limits) -> Option<Status> {
        check(data, limits).err().map(|f| f.status)
    }

    #[test]
    fn honest_packages_pass() {
        let strings = r#"<sst count="3" uniqueCount="2"><si><t>a</t></si><si><t>b</t></si></sst>"#;
        assert_eq!(status(&zip_of(&[("a.xml", "<a/>"), ("xl/sharedStrings.xml", strings)]), &Limits::default()), None);
    }

    #[test]
    fn what_comes_out_is_counted_not_what_is_announced() {
        let data = zip_of(&[("a.xml", &"0".repeat(600_000)), ("b.xml", &"0".repeat(600_000))]);
        let limits = |unpacked| Limits { unpacked, ..Limits::default() };
        assert!(data.len() < 10_000);
        assert_eq!(status(&data, &limits(1_000_000)), Some(Status::Limit));
        assert_eq!(status(&data, &limits(1_200_000)), None);
    }

    #[test]
    fn counters_that_lie_are_refused() {
        for count in ["4294967295", "99999999999999999999999"] {
            let strings = format!(r#"<sst uniqueCount="{count}"><si><t>a</t></si></sst>"#);
            let data = zip_of(&[("xl/SharedStrings.xml", &strings)]);
            assert_eq!(status(&data, &Limits::default()), Some(Status::Malformed), "{count}");
        }
    }

    #[test]
    fn a_part_that_is_not_what_was_written_is_named() {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        let damaged = |name: &str, wanted: &str| {
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            writer.start_file(name, stored).unwrap();
            writer.write_all(b"<a>45/45</a>").unwrap();
            let mut data = writer.finish().unwrap().into_inner();
            let at = data.windows(5).position(|w| w == wanted.as_bytes()).unwrap();
            // One bit: 45/45 becomes 45/44.
            data[at + 4] ^= 1;
            check(&data, &Limits::default()).ok().flatten()
        };
        assert!(damaged("word/document.xml", "45/45").unwrap().starts_with("part word/document.xml: "));
        assert_eq!(damaged("docProps/core.xml", "45/45"), None);
        assert_eq!(damaged("word/media/image1.png", "45/45"), None);
        assert_eq!(check(&zip_of(&[("word/document.xml", "<a/>")]), &Limits::default()).ok(), Some(None));
    }

    #[test]
    fn overlapping_and_broken_packages_are_refused() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("a.xml", SimpleFileOptions::default()).unwrap();
        writer.write_all(b"content").unwrap();
        writer.shallow_copy_file("a.xml", "b.xml").unwrap();
        let data = writer.finish().unwrap().into_inner();
        assert_eq!(status(&data, &Limits::default()), Some(Status::Malformed));
        assert_eq!(status(b"PK\x03\x04 nothing", &Limits::default()), Some(Status::Malformed));
    }
}
