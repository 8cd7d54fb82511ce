//! Results of earlier runs on disk, so that unchanged files are not read again.

mod cache;
mod mtimes;

pub use cache::{Cache, CacheInfo, DEFAULT_LIMIT};
pub use mtimes::Mtimes;
pub(crate) use mtimes::{Stamp, stamp};
