//! Files that are written atomically, and folders that only their owner can open. Shared by the cache and the reports.

use std::io::{BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Prefix of the names of temporary files, by which the leftovers of a killed run are recognised.
pub(crate) const TEMPORARY: &str = ".kiemchung-";

/// Writes a new temporary file in `folder` and syncs it. The caller gives the file its final name with `persist`; if it is
/// dropped instead, it is deleted.
///
/// # Errors
/// When the folder cannot be written, or `write` fails.
pub(crate) fn write_temporary(
    folder: &Path,
    write: impl Fn(&mut dyn Write) -> std::io::Result<()>,
) -> std::io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    let mut out = BufWriter::new(file.as_file_mut());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_all()?;
    Ok(file)
}

/// Restricts a folder to its owner (mode 0700). Does nothing on systems without Unix permissions.
///
/// # Errors
/// When the system refuses.
#[cfg(unix)]
pub(crate) fn restrict_to_owner(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// Restricts a folder to its owner. Does nothing on this system, which has no Unix permissions.
///
/// # Errors
/// Never on this system.
#[cfg(not(unix))]
pub(crate) fn restrict_to_owner(_: &Path) -> std::io::Result<()> {
    Ok(())
}
