//! Resource limits for reading one document and for a text-recognition engine.

use std::time::Duration;

use super::isolation::{self, Isolation};

/// Limits for one document. They are the same on every machine, so that a report does not depend on where it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Address space of a worker, bytes.
    pub address_space: u64,
    /// Longest time in which a worker may send no record: neither a page nor the end.
    pub progress: Duration,
    /// Longest time for the whole document, without recognition of its scans.
    pub total: Duration,
    /// Longest time for the recognition of its scans; pages beyond stay unread.
    pub recognition: Duration,
    /// Largest file that is opened, bytes.
    pub file_size: u64,
    /// Largest total size of the inflated parts of a zipped document (docx, xlsx, ods), bytes.
    pub unpacked: u64,
    /// Largest number of pages or sheets that are read.
    pub pages: u32,
    /// Largest number of cells that are read from a workbook.
    pub cells: u64,
    /// Largest size of the text of one document in memory, with its places, bytes.
    pub text: u64,
    /// Largest size of the texts of all documents of one submission in memory, bytes.
    pub submission_text: u64,
}

/// Address space of a recognition engine, bytes. The largest picture that is sent to one needs a third of it.
#[cfg(target_os = "linux")]
const ENGINE_ADDRESS_SPACE: u64 = 1 << 30;

impl Default for Limits {
    fn default() -> Self {
        Self {
            address_space: 768 << 20,
            progress: Duration::from_secs(30),
            total: Duration::from_secs(300),
            recognition: Duration::from_secs(900),
            file_size: 200 << 20,
            unpacked: 400 << 20,
            pages: 5_000,
            cells: 300_000,
            // About 5,000 full pages. What is made of a text to judge it takes three times as much again.
            text: 64 << 20,
            submission_text: 192 << 20,
        }
    }
}

impl Limits {
    /// Limits the calling process for good, and cuts it off from the system as far as that can be done. To be called before
    /// it starts a thread.
    ///
    /// # Errors
    /// Returns the system's error if it refuses to set a limit.
    pub fn confine(&self) -> std::io::Result<Isolation> {
        #[cfg(unix)]
        {
            use rlimit::Resource;
            let (_, hard) = Resource::AS.get()?;
            let memory = self.address_space.min(hard);
            Resource::AS.set(memory, memory)?;
            // No core dumps: crashing workers must not fill the disk. It writes to pipes alone.
            Resource::CORE.set(0, 0)?;
            Resource::FSIZE.set(0, 0)?;
        }
        Ok(isolation::cut_off())
    }

    /// Limits the address space of a recognition engine that was just started, before it gets a picture: it is a
    /// third-party program that processes untrusted input. On systems without `prlimit` only its time is limited.
    pub(crate) fn confine_engine(process: u32) {
        #[cfg(target_os = "linux")]
        if let Ok(process) = i32::try_from(process) {
            // This fails if the engine has already exited; that is noticed when its output is read.
            let _ = rlimit::prlimit(
                process,
                rlimit::Resource::AS,
                Some((ENGINE_ADDRESS_SPACE, ENGINE_ADDRESS_SPACE)),
                None,
            );
            let _ = rlimit::prlimit(process, rlimit::Resource::CORE, Some((0, 0)), None);
        }
        #[cfg(not(target_os = "linux"))]
        let _ = process;
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_runs_is_held_to_its_address_space() {
        let mut engine = std::process::Command::new("sleep").arg("30").spawn().unwrap();
        Limits::confine_engine(engine.id());
        let limits = std::fs::read_to_string(format!("/proc/{}/limits", engine.id())).unwrap();
        engine.kill().unwrap();
        engine.wait().unwrap();
        let of = |name: &str| limits.lines().find(|l| l.starts_with(name)).unwrap().to_owned();
        assert!(of("Max address space").contains(&ENGINE_ADDRESS_SPACE.to_string()), "{limits}");
        assert!(of("Max core file size").split_whitespace().nth(4) == Some("0"), "{limits}");
    }
}
