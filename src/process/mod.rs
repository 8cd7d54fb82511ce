//! Reading in processes that may die: the worker's loop, and the parent's pool of workers that are started, fed, watched,
//! killed and replaced. The line between them is the security boundary: only the worker opens documents.

mod child;
mod event;
mod pool;
mod request;
mod worker;

pub use event::Event;
pub use pool::{Places, Pool};
pub use worker::{is_worker, serve};
