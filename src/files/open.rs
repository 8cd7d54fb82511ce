//! Opens a file of somebody else's folder: never through a link, never a device or pipe, never beyond a size.

use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Why a file was not read. Each is said to the user in its own words.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenError {
    /// It was there when the folder was listed.
    #[error("the file is gone")]
    Gone,
    /// The user may not read it.
    #[error("no permission to read the file")]
    Denied,
    /// A link, a folder, a device or a pipe.
    #[error("no longer a plain file: a link, a device or a pipe stands in its place")]
    NotAFile,
    /// Zero bytes.
    #[error("the file has no bytes")]
    Empty,
    /// Beyond the size limit.
    #[error("{} MB, the limit is {} MB", size >> 20, most >> 20)]
    TooLarge { size: u64, most: u64 },
    /// It was written each time it was read.
    #[error("the file changed while it was read")]
    Changing,
    /// What the system says otherwise.
    #[error("cannot be read: {0}")]
    System(io::Error),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => OpenError::Gone,
            ErrorKind::PermissionDenied => OpenError::Denied,
            _ => OpenError::System(error),
        }
    }
}

/// How often a file that changes while it is read is read again.
const ROUNDS: usize = 2;

/// A plain file that was opened and has between one byte and the limit.
pub(crate) struct Opened {
    file: File,
    metadata: Metadata,
    most: u64,
}

impl Opened {
    /// Opens a file.
    ///
    /// # Errors
    /// When it is no plain file, is empty or larger than `most` bytes, or when the system refuses.
    pub(crate) fn new(path: &Path, most: u64) -> Result<Self, OpenError> {
        let file = open(path)?;
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(OpenError::NotAFile);
        }
        let opened = Self { file, metadata, most };
        opened.check_size()?;
        Ok(opened)
    }

    /// Its size in bytes.
    pub(crate) fn size(&self) -> u64 {
        self.metadata.len()
    }

    /// All its bytes; a file that changes meanwhile is read again.
    ///
    /// # Errors
    /// When it changes each time, grows beyond the limit, or the system refuses.
    pub(crate) fn read(&mut self) -> Result<Vec<u8>, OpenError> {
        for _ in 0..=ROUNDS {
            self.check_size()?;
            let mut data = Vec::with_capacity(usize::try_from(self.size()).unwrap_or_default());
            io::Seek::rewind(&mut self.file)?;
            // One byte more shows that it grows.
            (&self.file).take(self.size() + 1).read_to_end(&mut data)?;
            let after = self.file.metadata()?;
            let is_same = |a: &Metadata, b: &Metadata| a.len() == b.len() && a.modified().ok() == b.modified().ok();
            if is_same(&self.metadata, &after) && data.len() as u64 == after.len() {
                return Ok(data);
            }
            self.metadata = after;
        }
        Err(OpenError::Changing)
    }

    /// Sets its modification time to now, where the system lets a reader do so. A failure is ignored.
    pub(crate) fn touch(&self) {
        let _ = self.file.set_modified(std::time::SystemTime::now());
    }

    fn check_size(&self) -> Result<(), OpenError> {
        match self.size() {
            0 => Err(OpenError::Empty),
            size if size > self.most => Err(OpenError::TooLarge { size, most: self.most }),
            _ => Ok(()),
        }
    }
}

/// Opens without following a link and without waiting for somebody at the other end of a pipe.
#[cfg(unix)]
fn open(path: &Path) -> Result<File, OpenError> {
    use rustix::fs::{Mode, OFlags};
    use rustix::io::Errno;
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(file) => Ok(File::from(file)),
        // A link; a socket, as Linux and as macOS say it.
        Err(Errno::LOOP | Errno::NXIO | Errno::OPNOTSUPP) => Err(OpenError::NotAFile),
        Err(error) => Err(io::Error::from(error).into()),
    }
}

/// Opens what is a plain file.
#[cfg(not(unix))]
fn open(path: &Path) -> Result<File, OpenError> {
    if !std::fs::symlink_metadata(path)?.is_file() {
        return Err(OpenError::NotAFile);
    }
    // Its owner may also set its time; who may only read it, cannot.
    let writable = File::options().read(true).append(true).open(path);
    Ok(writable.or_else(|_| File::open(path))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &Path) -> Result<Vec<u8>, OpenError> {
        Opened::new(path, 8)?.read()
    }

    #[test]
    fn what_is_no_plain_file_within_the_limit_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("good"), "12345678").unwrap();
        std::fs::write(at("empty"), "").unwrap();
        std::fs::write(at("large"), "123456789").unwrap();
        assert_eq!(read(&at("good")).unwrap(), b"12345678");
        assert!(matches!(read(&at("none")), Err(OpenError::Gone)));
        assert!(matches!(read(&at("empty")), Err(OpenError::Empty)));
        assert!(matches!(read(&at("large")), Err(OpenError::TooLarge { size: 9, most: 8 })));
        assert!(matches!(read(folder.path()), Err(OpenError::NotAFile)));
    }

    #[cfg(unix)]
    #[test]
    fn links_and_pipes_are_not_followed_and_do_not_hang() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("good"), "1").unwrap();
        std::os::unix::fs::symlink(at("good"), at("link")).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
        let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
        for name in ["link", "pipe", "socket"] {
            assert!(matches!(read(&at(name)), Err(OpenError::NotAFile)), "{name}");
        }
    }

    #[test]
    fn a_file_that_is_written_meanwhile_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "1").unwrap();
        let mut opened = Opened::new(&path, 8).unwrap();
        std::fs::write(&path, "1234").unwrap();
        assert_eq!(opened.read().unwrap(), b"1234");
        std::fs::write(&path, "1").unwrap();
        let mut opened = Opened::new(&path, 8).unwrap();
        std::fs::write(&path, "123456789").unwrap();
        assert!(matches!(opened.read(), Err(OpenError::TooLarge { .. })));
    }
}
