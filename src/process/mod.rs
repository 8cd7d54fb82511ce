//! Reading documents in worker processes that may crash: the worker's loop, and the parent's pool that starts, feeds,
//! watches, kills and replaces workers. The pipe between them is the security boundary: only workers open documents.

mod child;
mod crop;
mod event;
mod pool;
mod request;
mod worker;

pub use crop::{CropRequest, PageArea};
pub use event::Event;
pub use pool::Pool;
pub use worker::{is_worker, serve};
