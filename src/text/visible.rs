//! Makes untrusted text safe to print on a terminal: control characters are shown, not obeyed.

use std::borrow::Cow;

/// The text with control characters, including those that change the writing direction, replaced by `\u{FFFD}`. Line
/// breaks and tabs become spaces. File names and documents are untrusted: an escape sequence could hide a finding.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_control) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if is_control(c) => '\u{FFFD}',
        c => c,
    };
    Cow::Owned(text.chars().map(shown).collect())
}

/// Like [`visible`], but keeps line breaks; for pages and cells.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| c != '\n' && is_control(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split('\n').map(visible).collect::<Vec<_>>().join("\n"))
}

/// Control characters and Unicode's bidirectional marks.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown() {
        for (text, shown) in [
            ("Sở Nội vụ", "Sở Nội vụ"),
            ("a\u{1b}[2Jb", "a\u{FFFD}[2Jb"),
            ("hai\ndòng\u{9b}1m", "hai dòng\u{FFFD}1m"),
            ("fdp.\u{202E}exe", "fdp.\u{FFFD}exe"),
        ] {
            assert_eq!(visible(text), shown);
        }
        assert_eq!(visible_lines("hai\ndòng\u{1}\r\n"), "hai\ndòng\u{FFFD} \n");
    }
}
