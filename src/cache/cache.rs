//! The cache: what was read of a file's content, so that the next run need not read it again.
//!
//! The key of an entry is the hash of the content (SHA-256) and of what it was read with: the program (by its own
//! hash, as another build may read differently), the limits and, if scans are recognised, the engine, its model and
//! its reach. Names and times of files are not part of it. Entries are written to a temporary file, synced and
//! renamed, so that parallel runs can share a cache and a killed run leaves no partial entry. What may be stored is up
//! to the caller: it stores no failures and no document that turned out to be secret.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::document::{Stored, pack, unpack};
use crate::files::{ContentHash, OpenError, Opened, TEMPORARY, restrict_to_owner, write_temporary};
use crate::limits::Limits;

const MAGIC: &[u8; 8] = b"kcache2\n";
/// Largest entry that is read, bytes.
const LARGEST_ENTRY: u64 = 1 << 30;
/// Entries are spread over subfolders that are named by this many leading digits of their keys.
const SUBFOLDER_DIGITS: usize = 2;

/// File name of the index of `--trust-mtime`, in the folder of the cache.
pub(crate) const INDEX: &str = "mtimes.json";
/// A temporary file older than this was left by a killed run.
const STALE_AFTER: Duration = Duration::from_secs(3_600);

/// A cache folder, opened with the settings that documents are read with.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
    /// Hash of the settings that entries are read with.
    settings: ContentHash,
    /// Most bytes that entries may take; pruning removes the least recently used first.
    limit: u64,
}

/// Number and size of entries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CacheInfo {
    /// Number of entries.
    pub entries: usize,
    /// Their size in bytes.
    pub bytes: u64,
}

/// Default size limit of a cache: 2 GiB, in bytes.
pub const DEFAULT_LIMIT: u64 = 2 << 30;

impl Cache {
    /// Opens a cache and creates its folder, readable by its owner only, if it does not exist. `program` is the
    /// executable that reads documents; its bytes are part of every key. `limit` is the size limit in bytes.
    ///
    /// # Errors
    /// When the folder cannot be created or the program cannot be read.
    pub fn open(folder: &Path, program: &Path, limits: &Limits, limit: u64) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        restrict_to_owner(folder)?;
        let tag = folder.join("CACHEDIR.TAG");
        if !tag.exists() {
            std::fs::write(tag, "Signature: 8a477f597d28d172789f06886806bc55\n")?;
        }
        let program = ContentHash::of_file(program)?;
        let settings = ContentHash::of(&[program.as_bytes(), format!("{limits:?}").as_bytes()]);
        Ok(Self { folder: folder.to_owned(), settings, limit })
    }

    /// The same folder with one more setting, such as a recognition engine: its entries are separate.
    #[must_use]
    pub fn reading_with(&self, what: &str) -> Self {
        let settings = ContentHash::of(&[self.settings.as_bytes(), what.as_bytes()]);
        Self { settings, ..self.clone() }
    }

    /// The cache folder of the user, or `None` if the home folder is unknown.
    pub fn default_folder() -> Option<PathBuf> {
        use etcetera::BaseStrategy;
        etcetera::choose_base_strategy().ok().map(|s| s.cache_dir().join("kiemchung"))
    }

    /// The entry of a content: what was stored beside the document, and the document with its pages still packed.
    /// Returns `None` if there is no entry, or it is damaged or that of another key; such a one is removed.
    pub fn get<H: DeserializeOwned>(&self, content: &ContentHash) -> Option<(H, Stored)> {
        let key = self.key(content);
        let path = self.path(&key);
        let mut opened = match Opened::new(&path, LARGEST_ENTRY) {
            Ok(opened) => opened,
            Err(OpenError::NotAFile | OpenError::Empty) => {
                let _ = std::fs::remove_file(&path);
                return None;
            }
            // Whatever the system says now, the entry may be good.
            Err(_) => return None,
        };
        let entry = parse(opened.read().ok()?, &key);
        if entry.is_none() {
            let _ = std::fs::remove_file(&path);
        } else {
            // The modification time serves as the time of last use, for pruning.
            opened.touch();
        }
        entry
    }

    /// Stores a document and a value beside it. Errors are ignored: a cache that cannot be written makes later runs
    /// slower, but must not fail this one.
    pub fn put<H: Serialize>(&self, content: &ContentHash, beside: &H, stored: &Stored) {
        let _ = self.try_put(content, beside, stored);
    }

    /// Removes the entry of a content, if there is one.
    pub fn forget(&self, content: &ContentHash) {
        let _ = std::fs::remove_file(self.path(&self.key(content)));
    }

    fn try_put<H: Serialize>(&self, content: &ContentHash, beside: &H, stored: &Stored) -> std::io::Result<()> {
        let key = self.key(content);
        let path = self.path(&key);
        let Some(folder) = path.parent() else { return Ok(()) };
        std::fs::create_dir_all(folder)?;
        let head = pack(&(beside, &stored.summary))?;
        let pages = stored.packed_pages()?;
        let length = (head.len() as u64).to_le_bytes();
        let mut parts = vec![MAGIC.as_slice(), key.as_bytes(), &length, &head, &pages];
        let hash = ContentHash::of(&parts);
        parts.push(hash.as_bytes());
        let file = write_temporary(folder, |out| parts.iter().try_for_each(|part| out.write_all(part)))?;
        file.persist(path).map_err(|e| e.error)?;
        Ok(())
    }

    fn key(&self, content: &ContentHash) -> ContentHash {
        ContentHash::of(&[content.as_bytes(), self.settings.as_bytes()])
    }

    fn path(&self, key: &ContentHash) -> PathBuf {
        let name = key.to_string();
        self.folder.join(&name[..SUBFOLDER_DIGITS]).join(&name[SUBFOLDER_DIGITS..])
    }

    /// Removes the least recently used entries until the rest fits the limit, and returns what was removed.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn prune(&self) -> std::io::Result<CacheInfo> {
        // A file that is being written now is seconds old.
        let is_stale = |e: &EntryFile| e.used.elapsed().is_ok_and(|age| age > STALE_AFTER);
        let Listing { mut entries, leftovers } = Listing::of(&self.folder)?;
        for leftover in leftovers.iter().filter(|e| is_stale(e)) {
            let _ = std::fs::remove_file(&leftover.path);
        }
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

    /// Number of entries, and the size of everything that the cache wrote to the folder.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn info(folder: &Path) -> std::io::Result<CacheInfo> {
        Ok(Listing::of(folder)?.info(folder))
    }

    /// Removes everything that the cache wrote to the folder, leftovers of killed runs included, and nothing else.
    ///
    /// # Errors
    /// When the folder cannot be listed or an entry cannot be removed.
    pub fn clear(folder: &Path) -> std::io::Result<CacheInfo> {
        let listing = Listing::of(folder)?;
        let info = listing.info(folder);
        for file in listing.entries.iter().chain(&listing.leftovers) {
            match std::fs::remove_file(&file.path) {
                // Another run may have removed or renamed it meanwhile.
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

/// Parses an entry: magic number, its key, length of the head, head (value beside the document, summary), pages, and a hash
/// of all that. Returns `None` if it is damaged or that of another key.
fn parse<H: DeserializeOwned>(mut bytes: Vec<u8>, key: &ContentHash) -> Option<(H, Stored)> {
    let body = bytes.len().checked_sub(ContentHash::LENGTH)?;
    let (content, hash) = bytes.split_at(body);
    if ContentHash::of(&[content]).as_bytes() != hash {
        return None;
    }
    let rest = content.strip_prefix(MAGIC.as_slice())?.strip_prefix(key.as_bytes().as_slice())?;
    let (length, rest) = rest.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (beside, summary) = unpack(rest.get(..length)?)?;
    let start = MAGIC.len() + ContentHash::LENGTH + 8 + length;
    bytes.truncate(body);
    let packed = bytes.split_off(start.min(body));
    Some((beside, Stored::packed(summary, packed)))
}

/// A file of the cache.
struct EntryFile {
    path: PathBuf,
    bytes: u64,
    /// Time of last use.
    used: SystemTime,
}

/// What the cache wrote to its folder, but for the index. Whatever else a user keeps there is not listed.
#[derive(Default)]
struct Listing {
    entries: Vec<EntryFile>,
    /// Temporary files of entries and of the index: leftovers of killed runs, and files that are being written.
    leftovers: Vec<EntryFile>,
}

impl Listing {
    /// Lists a folder and its subfolders of entries. A folder that does not exist holds nothing.
    fn of(folder: &Path) -> std::io::Result<Self> {
        let is_hex = |name: &str, length: usize| name.len() == length && name.bytes().all(|b| b.is_ascii_hexdigit());
        let mut listing = Self::default();
        let mut folders = vec![folder.to_owned()];
        while let Some(current) = folders.pop() {
            let is_subfolder = current != folder;
            let items = match std::fs::read_dir(&current) {
                Ok(items) => items,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            for item in items {
                let item = item?;
                let name = item.file_name().to_string_lossy().into_owned();
                // Another run may have removed the file while this one lists it.
                let Ok(metadata) = item.metadata() else { continue };
                if metadata.is_dir() && !is_subfolder && is_hex(&name, SUBFOLDER_DIGITS) {
                    folders.push(item.path());
                }
                if !metadata.is_file() {
                    continue;
                }
                let used = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                let file = EntryFile { path: item.path(), bytes: metadata.len(), used };
                if name.starts_with(TEMPORARY) {
                    listing.leftovers.push(file);
                } else if is_subfolder && is_hex(&name, 2 * ContentHash::LENGTH - SUBFOLDER_DIGITS) {
                    listing.entries.push(file);
                }
            }
        }
        Ok(listing)
    }

    /// What the listed files and the index of the folder take.
    fn info(&self, folder: &Path) -> CacheInfo {
        let index = std::fs::metadata(folder.join(INDEX)).map_or(0, |m| m.len());
        let bytes = self.entries.iter().chain(&self.leftovers).map(|file| file.bytes).sum::<u64>() + index;
        CacheInfo { entries: self.entries.len(), bytes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Line, Media, Page, PageKind, Status};

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
        cache_a.put(&content, &"beside", &Stored::ready(document()));
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
            cache.put(&content, &1, &Stored::ready(document()));
            let path = cache.path(&cache.key(&content));
            let mut bytes = std::fs::read(&path).unwrap();
            let at = damage.min(bytes.len() - 1);
            bytes[at] ^= 1;
            std::fs::write(&path, &bytes).unwrap();
            assert!(cache.get::<i32>(&content).is_none() && !path.exists());
        }
    }

    #[test]
    fn an_entry_under_another_key_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path(), Limits::default(), DEFAULT_LIMIT);
        let (one, other) = (ContentHash::of(&[b"a"]), ContentHash::of(&[b"b"]));
        cache.put(&one, &1, &Stored::ready(document()));
        cache.put(&other, &2, &Stored::ready(document()));
        std::fs::copy(cache.path(&cache.key(&one)), cache.path(&cache.key(&other))).unwrap();
        assert_eq!(cache.get::<i32>(&other).map(|(beside, _)| beside), None);
        assert_eq!(cache.get::<i32>(&one).map(|(beside, _)| beside), Some(1));
    }

    #[cfg(unix)]
    #[test]
    fn links_and_pipes_in_its_place_are_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path(), Limits::default(), DEFAULT_LIMIT);
        let content = ContentHash::of(&[b"a"]);
        cache.put(&content, &1, &Stored::ready(document()));
        let (path, away) = (cache.path(&cache.key(&content)), folder.path().join("away"));
        std::fs::rename(&path, &away).unwrap();
        std::os::unix::fs::symlink(&away, &path).unwrap();
        assert!(cache.get::<i32>(&content).is_none() && away.exists() && !path.exists());
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert!(cache.get::<i32>(&content).is_none() && !path.exists());
    }

    #[test]
    fn pruning_takes_the_longest_unused_and_clearing_takes_entries_only() {
        let folder = tempfile::tempdir().unwrap();
        let cache = cache(folder.path(), Limits::default(), 1);
        std::fs::write(folder.path().join("cache/mine.txt"), "kept").unwrap();
        cache.put(&ContentHash::of(&[b"a"]), &1, &Stored::ready(document()));
        cache.put(&ContentHash::of(&[b"b"]), &1, &Stored::ready(document()));
        assert_eq!(Cache::info(&folder.path().join("cache")).unwrap().entries, 2);
        assert_eq!(cache.prune().unwrap().entries, 2);
        cache.put(&ContentHash::of(&[b"a"]), &1, &Stored::ready(document()));
        let temporary = cache.path(&cache.key(&ContentHash::of(&[b"a"]))).with_file_name(".kiemchung-abc123");
        std::fs::write(&temporary, "left").unwrap();
        std::fs::write(folder.path().join("cache/mtimes.json"), "{}").unwrap();
        let bytes = Cache::info(&folder.path().join("cache")).unwrap().bytes;
        assert_eq!(bytes, std::fs::metadata(cache.path(&cache.key(&ContentHash::of(&[b"a"])))).unwrap().len() + 6);
        assert_eq!(Cache::clear(&folder.path().join("cache")).unwrap().entries, 1);
        assert!(!temporary.exists() && !folder.path().join("cache/mtimes.json").exists());
        assert!(folder.path().join("cache/mine.txt").exists());
    }
}
