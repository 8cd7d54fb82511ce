//! Restores capitals in converted TCVN3 text. TCVN3 has no capitals with tones: a heading in capitals is typed with the
//! codes of small letters, in a font that draws all of them as capitals. Only its ASCII letters are capitals in the
//! file.

/// The converted text with small letters capitalised where the ASCII letters around them are capitals. `letters` are
/// the letters of the converted text, each with its byte offset in the source. A capital takes as many bytes as its
/// small letter, so offsets stay valid.
pub(super) fn restore(source: &str, letters: &[(usize, char)]) -> String {
    let words: Vec<&[(usize, char)]> = letters.chunk_by(|a, b| a.1.is_alphabetic() == b.1.is_alphabetic()).collect();
    let cases: Vec<WordCase> = words.iter().map(|word| WordCase::of(source, word)).collect();
    // In a line of capitals, words whose only ASCII letter is the first are capitals too.
    let all_capitals =
        cases.iter().filter(|case| case.is_proven).count() >= 2 && cases.iter().all(|case| case.can_be_capitals);
    let mut out = String::with_capacity(source.len());
    for (word, case) in words.into_iter().zip(cases) {
        for (_, letter) in word {
            let mut upper = letter.to_uppercase();
            match (upper.next(), upper.next()) {
                (Some(upper), None) if (case.is_proven || all_capitals) && upper.len_utf8() == letter.len_utf8() => {
                    out.push(upper);
                }
                _ => out.push(*letter),
            }
        }
    }
    out
}

/// What the unconverted ASCII letters of a word say about its case.
struct WordCase {
    /// None of them is small.
    can_be_capitals: bool,
    /// None is small, and one behind the first letter is a capital.
    is_proven: bool,
}

impl WordCase {
    fn of(source: &str, word: &[(usize, char)]) -> Self {
        let is_unconverted =
            |from: usize, letter: char| letter.is_ascii_alphabetic() && source[from..].starts_with(letter);
        let can_be_capitals =
            !word.iter().any(|(from, letter)| is_unconverted(*from, *letter) && letter.is_lowercase());
        let is_proven = can_be_capitals && word.iter().skip(1).any(|(from, letter)| is_unconverted(*from, *letter));
        WordCase { can_be_capitals, is_proven }
    }
}
