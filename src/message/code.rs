//! The codes of findings. They are stable: a code keeps its meaning for ever. Each is defined where it is raised;
//! `check::codes` lists them all.

/// A kind of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    code: &'static str,
    check: &'static str,
}

impl Code {
    /// A code as people quote it (`KC301`), and the check that raises it.
    pub const fn new(code: &'static str, check: &'static str) -> Self {
        Self { code, check }
    }

    /// The code as people quote it: `KC301`.
    pub fn as_str(self) -> &'static str {
        self.code
    }

    /// The check that raises it.
    pub fn check(self) -> &'static str {
        self.check
    }
}
