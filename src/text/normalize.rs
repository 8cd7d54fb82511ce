//! The normalised form of Vietnamese text that every later stage works on.

use unicode_normalization::UnicodeNormalization;

/// NFC, without the invisible characters that word processors leave behind, and with every kind of space replaced by a
/// plain one (line breaks and tabs are kept). The soft hyphen is kept: in TCVN3 text it is the letter ư.
pub fn nfc(text: &str) -> String {
    text.nfc()
        .filter(
            |c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'),
        )
        .map(|c| match c {
            '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
            c => c,
        })
        .collect()
}

/// Each run of white space becomes one space; leading and trailing white space is removed.
pub fn collapse_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_gets_one_written_form() {
        assert_eq!(nfc("Ke\u{302}\u{301} hoa\u{323}ch"), "Kế hoạch");
        assert_eq!(nfc("Số:\u{a0}12\u{200b}/QĐ"), "Số: 12/QĐ");
        assert_eq!(nfc("tr\u{ad}êng"), "tr\u{ad}êng");
        assert_eq!(collapse_spaces(" a \n b\t c "), "a b c");
    }

    proptest! {
        #[test]
        fn the_written_form_stays_as_it_is(text in "(\\PC|[a-yA-Y][\u{300}-\u{323}\u{200b}\u{a0}]){0,40}") {
            let once = nfc(&text);
            prop_assert_eq!(nfc(&once), once.clone());
            let folded = collapse_spaces(&once);
            prop_assert_eq!(collapse_spaces(&folded), folded);
        }
    }
}
