//! Numbers as Vietnamese tables and texts write them: dots or spaces between thousands, a decimal comma.

use super::pattern::regex;

/// Why a text is not accepted as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// It is not a number at all.
    #[error("is no number")]
    NoNumber,
    /// The separator could mean thousands or decimals: `1,200`, `1.2`.
    #[error("can be read in two ways; write thousands as 1200 or 1.200 and decimals with a comma, as 1200,5")]
    Ambiguous,
}

/// Parses a non-negative number: `1200`, `1.200`, `1 200`, `12.345.678`, `1.200,5`, `0,25`.
///
/// # Errors
/// If the text is not a number, or is one that means something else in English notation: it is never guessed.
pub fn parse(text: &str) -> Result<f64, NumberError> {
    let text = text.trim();
    let plain: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    if !regex!(r"^\d[\d., ]*$").is_match(&plain) {
        return Err(NumberError::NoNumber);
    }
    let is_vietnamese = regex!(r"^(?:\d+|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+))(?:,\d+)?$").is_match(&plain);
    // 1,200 is twelve hundred in English and 1.2 in Vietnamese; 0,125 and 1200,125 are unambiguous.
    let is_english_thousands = regex!(r"^[1-9]\d{0,2},\d{3}$").is_match(&plain);
    if !is_vietnamese || is_english_thousands {
        return Err(NumberError::Ambiguous);
    }
    plain.replace(['.', ' '], "").replace(',', ".").parse().map_err(|_| NumberError::NoNumber)
}

/// Parses a whole number with or without dots between its thousands. Returns `None` for anything else ("14.5").
pub fn count(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('.');
    regex!(r"^(?:\d+|\d{1,3}(?:\.\d{3})+)$").is_match(text).then(|| text.replace('.', "").parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::NumberError::{Ambiguous, NoNumber};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_vietnamese_writes_them() {
        for (text, expected) in [
            ("35", Ok(35.0)),
            (" 0 ", Ok(0.0)),
            ("1200", Ok(1200.0)),
            ("1.200", Ok(1200.0)),
            ("1 200", Ok(1200.0)),
            ("1\u{a0}200", Ok(1200.0)),
            ("12.345.678", Ok(12_345_678.0)),
            ("12 345 678", Ok(12_345_678.0)),
            ("1.200,5", Ok(1200.5)),
            ("1.200,500", Ok(1200.5)),
            ("1200,5", Ok(1200.5)),
            ("12,5", Ok(12.5)),
            ("0,125", Ok(0.125)),
            ("1200,125", Ok(1200.125)),
            ("1,200", Err(Ambiguous)),
            ("1,234,567", Err(Ambiguous)),
            ("1,200.5", Err(Ambiguous)),
            ("1.2", Err(Ambiguous)),
            ("12.5", Err(Ambiguous)),
            ("0.125", Err(Ambiguous)),
            ("1.2000", Err(Ambiguous)),
            ("1.200 000", Err(Ambiguous)),
            ("1200.500", Err(Ambiguous)),
            ("1 20", Err(Ambiguous)),
            ("", Err(NoNumber)),
            ("-5", Err(NoNumber)),
            ("1e3", Err(NoNumber)),
            ("NaN", Err(NoNumber)),
            ("ba mươi", Err(NoNumber)),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
    }

    #[test]
    fn counts_have_no_decimals() {
        for (text, expected) in [("35", Some(35.0)), ("1.250", Some(1250.0)), ("1.250.", Some(1250.0)), ("14.5", None)]
        {
            assert_eq!(count(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_parsed_without_panic(text in "(\\PC{0,12}|[0-9., ]{0,30})") {
            if let Ok(number) = parse(&text) {
                prop_assert!(number.is_finite() && number >= 0.0);
            }
            count(&text);
        }

        #[test]
        fn counts_are_read_back(n in 0u32..1_000_000) {
            let grouped = if n < 1_000 { n.to_string() } else { format!("{}.{:03}", n / 1_000, n % 1_000) };
            prop_assert_eq!((count(&grouped), parse(&grouped)), (Some(f64::from(n)), Ok(f64::from(n))));
        }
    }
}
