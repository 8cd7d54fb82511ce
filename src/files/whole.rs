//! Files that are written whole or not at all, and folders that are their owner's alone.

use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

/// How the names of temporary files begin: what a killed run left is known by it.
pub(crate) const TEMPORARY: &str = ".kiemchung-";

/// Writes the parts to a new file in `folder`, on the disk but not yet under its name: `persist` gives it that.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn written_in(folder: &Path, parts: &[&[u8]]) -> std::io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)?;
    for part in parts {
        file.write_all(part)?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

/// Lets only its owner into a folder, where the system knows owners.
///
/// # Errors
/// When the system refuses.
#[cfg(unix)]
pub(crate) fn restrict(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// Lets only its owner into a folder, where the system knows owners: here it does not.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub(crate) fn restrict(_: &Path) -> std::io::Result<()> {
    Ok(())
}
