//! The cache: what was read of a content, so that the next run need not read it again.
//!
//! An entry is named by the content (SHA-256) and by what it was read with: the program itself (its own hash: another
//! build is another reader) and the limits. Never by name or time. Entries are written beside their place, synced and
//! renamed, so that parallel runs share one cache and a killed run leaves only whole entries. Failures are never stored,
//! nor is a document before the form stage has cleared it: who stores decides that.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::document::{Document, Stored, Summary, pack, unpack};
use crate::files::{ContentHash, TEMPORARY, restrict, written_in};
use crate::limits::Limits;

const MAGIC: &[u8; 8] = b"kcache1\n";
/// Digits of a hash behind which the entries of one folder differ.
const FAN: usize = 2;

/// The index of `--trust-mtime`, in the folder of the cache.
pub(crate) const INDEX: &str = "mtimes.json";
/// A temporary file of this age is nobody's any more.
const LEFT_AFTER: Duration = Duration::from_secs(3_600);

/// A folder of entries.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
    /// What entries are read with, besides the content.
    settings: ContentHash,
    /// Most bytes that entries may take; the ones unused for longest go first.
    limit: u64,
}

/// Size and number of entries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CacheInfo {
    /// Entries.
    pub entries: usize,
    /// Their bytes.
    pub bytes: u64,
}

/// Most bytes of a cache unless told otherwise: 2 GB.
pub const DEFAULT_LIMIT: u64 = 2 << 30;

impl Cache {
    /// Opens a cache, making its folder (readable by its owner only) if it is not there. `program` is the executable
    /// that reads: its bytes are part of every key.
    ///
    /// # Errors
    /// When the folder cannot be made or the program not read.
    pub fn open(folder: &Path, program: &Path, limits: &Limits, limit: u64) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        restrict(folder)?;
        let tag = folder.join("CACHEDIR.TAG");
        if !tag.exists() {
            std::fs::write(tag, "Signature: 8a477f597d28d172789f06886806bc55\n")?;
        }
        let program = ContentHash::of_file(program)?;
        let settings = ContentHash::of(&[program.as_bytes(), format!("{limits:?}").as_bytes()]);
        Ok(Self { folder: folder.to_owned(), settings, limit })
    }

    /// The same folder for what is read with something more, such as a recognition engine.
    #[must_use]
    pub fn reading_with(&self, what: &str) -> Self {
        let settings = ContentHash::of(&[self.settings.as_bytes(), what.as_bytes()]);
        Self { settings, ..self.clone() }
    }

    /// The folder that a user's cache lives in; none if the system tells no home.
    pub fn default_folder() -> Option<PathBuf> {
        use etcetera::BaseStrategy;
        etcetera::choose_base_strategy().ok().map(|s| s.cache_dir().join("kiemchung"))
    }

    /// The entry of a content: what was stored beside the document, and the document, its pages not yet unpacked. A
    /// damaged entry is removed and is none.
    pub fn get<H: DeserializeOwned>(&self, content: &ContentHash) -> Option<(H, Stored)> {
        let path = self.path(content);
        let bytes = std::fs::read(&path).ok()?;
        let entry = parse(bytes);
        if entry.is_none() {
            let _ = std::fs::remove_file(&path);
        } else if let Ok(file) = std::fs::File::options().append(true).open(&path) {
            // The time of last use, for pruning only.
            let _ = file.set_modified(SystemTime::now());
        }
        entry
    }

    /// Stores a document with what belongs to it. A cache that cannot be written costs speed, never the run: errors are
    /// passed over.
    pub fn put<H: Serialize>(&self, content: &ContentHash, beside: &H, document: &Document) {
        let _ = self.try_put(content, beside, document);
    }

    /// Removes the entry of a content, if there is one.
    pub fn forget(&self, content: &ContentHash) {
        let _ = std::fs::remove_file(self.path(content));
    }

    fn try_put<H: Serialize>(&self, content: &ContentHash, beside: &H, document: &Document) -> std::io::Result<()> {
        let path = self.path(content);
        let Some(folder) = path.parent() else { return Ok(()) };
        std::fs::create_dir_all(folder)?;
        let head = pack(&(beside, Summary::of(document)))?;
        let pages = pack(&document.pages)?;
        let length = (head.len() as u64).to_le_bytes();
        let mut parts = vec![MAGIC.as_slice(), &length, &head, &pages];
        let hash = ContentHash::of(&parts);
        parts.push(hash.as_bytes());
        let file = written_in(folder, &parts)?;
        file.persist(path).map_err(|e| e.error)?;
        Ok(())
    }

    fn path(&self, content: &ContentHash) -> PathBuf {
        let name = ContentHash::of(&[content.as_bytes(), self.settings.as_bytes()]).to_string();
        self.folder.join(&name[..FAN]).join(&name[FAN..])
    }

    /// Removes the entries that were unused for longest until the rest fits the limit.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn prune(&self) -> std::io::Result<CacheInfo> {
        // What is being written now is seconds old; what is older was left by a run that was killed.
        let is_old = |e: &EntryFile| e.used.elapsed().is_ok_and(|age| age > LEFT_AFTER);
        for leftover in leftovers(&self.folder)?.iter().filter(|e| is_old(e)) {
            let _ = std::fs::remove_file(&leftover.path);
        }
        let mut entries = list(&self.folder)?;
        let mut total: u64 = entries.iter().map(|e| e.bytes).sum();
        entries.sort_by_key(|e| e.used);
        let mut removed = CacheInfo::default();
        for entry in entries {
            if total <= self.limit {
                break;
            }
            if std::fs::remove_file(&entry.path).is_ok() {
                total -= entry.bytes;
                removed.entries += 1;
                removed.bytes += entry.bytes;
            }
        }
        Ok(removed)
    }

    /// Number of entries, and the size of all that the cache wrote there.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn info(folder: &Path) -> std::io::Result<CacheInfo> {
        let entries = list(folder)?;
        let index = std::fs::metadata(folder.join(INDEX)).map_or(0, |m| m.len());
        let bytes = entries.iter().chain(&leftovers(folder)?).map(|e| e.bytes).sum::<u64>() + index;
        Ok(CacheInfo { entries: entries.len(), bytes })
    }

    /// Removes all that the cache wrote there, also what killed runs left, and nothing else.
    ///
    /// # Errors
    /// When the folder cannot be listed or an entry not removed.
    pub fn clear(folder: &Path) -> std::io::Result<CacheInfo> {
        let info = Self::info(folder)?;
        for path in list(folder)?.into_iter().chain(leftovers(folder)?).map(|entry| entry.path) {
            match std::fs::remove_file(path) {
                // Another run may have removed or renamed it.
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        match std::fs::remove_file(folder.join(INDEX)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(info),
        }
    }
}

fn parse<H: DeserializeOwned>(mut bytes: Vec<u8>) -> Option<(H, Stored)> {
    let body = bytes.len().checked_sub(ContentHash::LENGTH)?;
    let (content, hash) = bytes.split_at(body);
    if ContentHash::of(&[content]).as_bytes() != hash {
        return None;
    }
    let rest = content.strip_prefix(MAGIC.as_slice())?;
    let (length, rest) = rest.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (beside, summary) = unpack(rest.get(..length)?)?;
    let start = MAGIC.len() + 8 + length;
    bytes.truncate(body);
    let packed = bytes.split_off(start.min(body));
    Some((beside, Stored::packed(summary, packed)))
}

struct EntryFile {
    path: PathBuf,
    bytes: u64,
    used: SystemTime,
}

/// Temporary files of entries and of the index: those that a killed run left, and those that are being written.
fn leftovers(folder: &Path) -> std::io::Result<Vec<EntryFile>> {
    let mut folders = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let Ok(metadata) = entry.metadata() else { continue };
            if metadata.is_dir() && name.len() == FAN && name.bytes().all(|b| b.is_ascii_hexdigit()) {
                folders.push(entry.path());
            } else if metadata.is_file() && name.starts_with(TEMPORARY) {
                let used = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                found.push(EntryFile { path: entry.path(), bytes: metadata.len(), used });
            }
        }
    }
    Ok(found)
}

/// Only files that look like entries: whatever else a user keeps in that folder stays.
fn list(folder: &Path) -> std::io::Result<Vec<EntryFile>> {
    let is_hex = |name: &str, length: usize| name.len() == length && name.bytes().all(|b| b.is_ascii_hexdigit());
    let mut found = Vec::new();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(error),
    };
    for fan in entries {
        let fan = fan?;
        if !is_hex(&fan.file_name().to_string_lossy(), FAN) {
            continue;
        }
        for entry in std::fs::read_dir(fan.path())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // Another run may remove an entry while this one lists: then it is not there.
            let Ok(metadata) = entry.metadata() else { continue };
            if is_hex(&name, 2 * ContentHash::LENGTH - FAN) && metadata.is_file() {
                let used = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                found.push(EntryFile { path: entry.path(), bytes: metadata.len(), used });
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Line, Media, Page, PageKind, Status};

    fn document() -> Document {
        let mut page = Page::new(1);
        page.kind = PageKind::Text;
        page.lines = vec![Line { text: "Số: 12/BC-SNV".into(), ..Line::default() }];
        Document { media: Media::Pdf, status: Status::Ok, page_count: 1, pages: vec![page], remarks: vec![] }
    }

    fn cache(folder: &Path, limits: Limits, limit: u64) -> Cache {
        let program = folder.join("program");
        std::fs::write(&program, "a reader").unwrap();
        Cache::open(&folder.join("cache"), &program, &limits, limit).unwrap()
    }

    #[test]
    fn what_was_stored_comes_back_for_the_same_content_and_settings_only() {
        let folder = tempfile::tempdir().unwrap();
        let cache_a = cache(folder.path(), Limits::default(), DEFAULT_LIMIT);
        let (content, other) = (ContentHash::of(&[b"a"]), ContentHash::of(&[b"b"]));
        cache_a.put(&content, &"beside", &document());
        let (beside, stored): (String, Stored) = cache_a.get(&content).unwrap();
        assert_eq!((beside.as_str(), stored.summary.pages_read), ("beside", 1));
        assert_eq!(stored.document(), &document());
        assert!(cache_a.get::<String>(&other).is_none());
        let limits = Limits { pages: 7, ..Limits::default() };
        assert!(cache(folder.path(), limits, DEFAULT_LIMIT).get::<String>(&content).is_none());
        assert!(cache_a.reading_with("an engine").get::<String>(&content).is_none());
    }

    #[test]
    fn a_damaged_entry_is_none_and_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path(), Limits::default(), DEFAULT_LIMIT);
        let content = ContentHash::of(&[b"a"]);
        for damage in [0usize, 20, 40] {
            cache.put(&content, &1, &document());
            let path = cache.path(&content);
            let mut bytes = std::fs::read(&path).unwrap();
            let at = damage.min(bytes.len() - 1);
            bytes[at] ^= 1;
            std::fs::write(&path, &bytes).unwrap();
            assert!(cache.get::<i32>(&content).is_none() && !path.exists());
        }
    }

    #[test]
    fn pruning_takes_the_longest_unused_and_clearing_takes_entries_only() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path(), Limits::default(), 1);
        std::fs::write(folder.path().join("cache/mine.txt"), "kept").unwrap();
        cache.put(&ContentHash::of(&[b"a"]), &1, &document());
        cache.put(&ContentHash::of(&[b"b"]), &1, &document());
        assert_eq!(Cache::info(&folder.path().join("cache")).unwrap().entries, 2);
        assert_eq!(cache.prune().unwrap().entries, 2);
        cache.put(&ContentHash::of(&[b"a"]), &1, &document());
        let temporary = cache.path(&ContentHash::of(&[b"a"])).with_file_name(".kiemchung-abc123");
        std::fs::write(&temporary, "left").unwrap();
        std::fs::write(folder.path().join("cache/mtimes.json"), "{}").unwrap();
        let bytes = Cache::info(&folder.path().join("cache")).unwrap().bytes;
        assert_eq!(bytes, std::fs::metadata(cache.path(&ContentHash::of(&[b"a"]))).unwrap().len() + 6);
        assert_eq!(Cache::clear(&folder.path().join("cache")).unwrap().entries, 1);
        assert!(!temporary.exists() && !folder.path().join("cache/mtimes.json").exists());
        assert!(folder.path().join("cache/mine.txt").exists());
    }
}
