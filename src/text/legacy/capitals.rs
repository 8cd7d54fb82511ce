//! TCVN3 has no capitals with tones: a heading is typed in capitals with the codes of small letters, in a font that
//! draws all of them as capitals. What shows that are the plain letters around them.

/// The converted text with the capitals that its plain letters tell. `letters` are those of the converted text, each with
/// the byte offset in the source that it was made from. Capitals take as many bytes as small letters.
pub(super) fn restore(source: &str, letters: &[(usize, char)]) -> String {
    let words: Vec<&[(usize, char)]> = letters.chunk_by(|a, b| a.1.is_alphabetic() == b.1.is_alphabetic()).collect();
    let seen: Vec<Plain> = words.iter().map(|word| Plain::of(source, word)).collect();
    // A line of capitals takes along its words that have no plain letter but the first.
    let line = seen.iter().filter(|plain| plain.proof).count() >= 2 && seen.iter().all(|plain| plain.capitals);
    let mut out = String::with_capacity(source.len());
    for (word, plain) in words.into_iter().zip(seen) {
        for (_, letter) in word {
            let mut upper = letter.to_uppercase();
            match (upper.next(), upper.next()) {
                (Some(upper), None) if (plain.proof || line) && upper.len_utf8() == letter.len_utf8() => {
                    out.push(upper);
                }
                _ => out.push(*letter),
            }
        }
    }
    out
}

/// What the letters of a word that stand for themselves tell.
struct Plain {
    /// None of them is small.
    capitals: bool,
    /// One of them is a capital, and not only because it is the first.
    proof: bool,
}

impl Plain {
    fn of(source: &str, word: &[(usize, char)]) -> Self {
        let itself = |from: usize, letter: char| letter.is_ascii_alphabetic() && source[from..].starts_with(letter);
        let capitals = !word.iter().any(|(from, letter)| itself(*from, *letter) && letter.is_lowercase());
        let proof = capitals && word.iter().skip(1).any(|(from, letter)| itself(*from, *letter));
        Plain { capitals, proof }
    }
}
