//! Regular expressions written in the source.

use regex::Regex;

/// Compiles a pattern that stands in the source as a literal; each one is compiled by a test.
#[allow(clippy::expect_used, reason = "the patterns are literals: a wrong one fails the first test that uses it")]
pub(crate) fn literal(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of the source compiles")
}

/// A static regular expression, compiled on first use.
macro_rules! regex {
    ($pattern:expr) => {{
        static PATTERN: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| $crate::text::pattern::literal($pattern));
        &*PATTERN
    }};
}

pub(crate) use regex;
