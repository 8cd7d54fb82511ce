//! What one document may cost.

use std::time::Duration;

/// Limits of one document. They are the same on every machine, so that a report does not depend on where it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Address space of a worker, bytes.
    pub address_space: u64,
    /// Longest silence: no page, no end.
    pub progress: Duration,
    /// Longest time for the whole document.
    pub total: Duration,
    /// Largest file that is opened, bytes.
    pub file_size: u64,
    /// Largest sum of unpacked parts of a zipped document (docx, xlsx, ods), bytes.
    pub unpacked: u64,
    /// Most pages or sheets.
    pub pages: u32,
    /// Most cells in a workbook.
    pub cells: u64,
}

/// Address space of a recognition engine, bytes: a page of the most pixels takes a third of it.
#[cfg(target_os = "linux")]
const ENGINE_ADDRESS_SPACE: u64 = 1 << 30;

impl Default for Limits {
    fn default() -> Self {
        Self {
            address_space: 768 << 20,
            progress: Duration::from_secs(30),
            total: Duration::from_secs(300),
            file_size: 200 << 20,
            unpacked: 400 << 20,
            pages: 5_000,
            cells: 300_000,
        }
    }
}

impl Limits {
    /// Puts the limits that the system can enforce on the calling process.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn apply(&self) -> std::io::Result<()> {
        #[cfg(unix)]
        {
            let (_, hard) = rlimit::Resource::AS.get()?;
            rlimit::Resource::AS.set(self.address_space.min(hard), hard)?;
            // A dying worker must not fill the disk.
            rlimit::Resource::CORE.set(0, 0)?;
        }
        Ok(())
    }

    /// Puts a limit on the address space of a recognition engine that was just started, before it gets a picture: it is a
    /// stranger's program and reads what a stranger sent. Where the system has no way to do so, its clock must do.
    pub(crate) fn confine_engine(process: u32) {
        #[cfg(target_os = "linux")]
        if let Ok(process) = i32::try_from(process) {
            // It may have ended already: that is seen when it is read.
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

    /// What is enforced on this system, for the head of the report: the id of a message.
    pub fn sandbox() -> &'static str {
        if cfg!(unix) { "sandbox-memory" } else { "sandbox-time" }
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
