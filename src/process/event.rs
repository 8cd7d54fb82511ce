//! What happens while documents are read, for progress bars.

/// What happens while documents are read, for progress bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Reading the document with this index begins.
    Started(usize),
    /// A page or sheet of some document was read.
    Page,
    /// The document with this index is done.
    Done(usize),
}
