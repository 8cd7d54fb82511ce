//! Regular expressions written in the source.

use regex::Regex;

/// Compiles a pattern that stands in the source as a literal; each one is compiled by a test.
#[allow(clippy::expect_used, reason = "the patterns are literals: a wrong one fails the first test that uses it")]
pub(crate) fn literal(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of the source compiles")
}

/// The last bytes of a text, at most `most`: a line may be as long as a hostile file makes it, and each figure or date of
/// it looks back.
pub(crate) fn tail(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
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
