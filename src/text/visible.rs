//! Text of others on a terminal: what would steer it is shown, not obeyed.

use std::borrow::Cow;

/// The text with control characters (also those that turn the direction of writing) replaced by `\u{FFFD}`; a line break
/// becomes a space. File names and documents are hostile: an escape sequence in one could hide a finding.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if steers(c) => '\u{FFFD}',
        c => c,
    };
    Cow::Owned(text.chars().map(shown).collect())
}

/// The same with its lines kept, for pages and cells.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| c != '\n' && steers(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split('\n').map(visible).collect::<Vec<_>>().join("\n"))
}

fn steers(c: char) -> bool {
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
