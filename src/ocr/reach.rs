//! How much of a scanned document is recognised.

/// How much of a scanned document is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The head of the first page and the foot of the last: what the form of a document needs.
    Form,
    /// The head of every page: finds where documents begin in a file that may hold several.
    Heads,
    /// Every page.
    All,
}

impl Reach {
    /// Each reach; each has entries of its own in the cache.
    pub(crate) const EACH: [Reach; 3] = [Reach::Form, Reach::Heads, Reach::All];
}
