//! What earlier runs read, by content.

mod cache;
mod mtimes;

pub use cache::{Cache, CacheInfo, DEFAULT_LIMIT};
pub use mtimes::Mtimes;
