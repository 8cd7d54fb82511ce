//! Reading documents in worker processes that may crash: the worker's loop, and the parent's pool that starts, feeds,
//! watches, kills and replaces workers. The pipe between them is the security boundary: the parent opens files and hands
//! their bytes over, only workers look into them.

mod child;
mod crop;
mod opened;
mod pool;
mod request;
mod worker;

pub use crop::{CropRequest, PageArea};
pub(crate) use opened::{Held, not_opened};
pub use pool::Pool;
pub use worker::{is_worker, serve};
