//! Regular expressions that are literals of the source, and a bounded look back.

use regex::Regex;

/// Compiles a pattern that is a literal of the source; a test compiles each of them.
#[allow(clippy::expect_used, reason = "the patterns are literals: a wrong one fails the first test that uses it")]
pub(crate) fn literal(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of the source compiles")
}

/// The end of a text, at most `most` bytes, from a character boundary on. A hostile file can hold a very long line, and
/// each figure or date in it looks back: without this bound that would take quadratic time.
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
