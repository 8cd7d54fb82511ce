//! Progress of reading.

/// What happened while documents are read, for progress bars and timings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Reading the document with this index has begun.
    Started(usize),
    /// A page or sheet of some document was read.
    Page,
    /// The document with this index is done, read or not.
    Done(usize),
}
