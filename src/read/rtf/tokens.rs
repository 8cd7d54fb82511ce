//! Splits the bytes of rich text into groups, control words and characters.

/// A token of rich text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word` or `\word12`.
    Word(&'a str, Option<i32>),
    /// `\` and a character that is not a letter, such as `\~` or `\*`.
    Symbol(u8),
    /// A byte of text in the encoding of its font, literal or as `\'ad`.
    Byte(u8),
}

/// The tokens of a file. Line breaks in the file are not tokens.
pub(super) struct Tokens<'a> {
    data: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0 }
    }

    /// The longest text of such bytes at the current position.
    fn take(&mut self, is_inside: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.data.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|b| !is_inside(*b)).unwrap_or(rest.len());
        self.at += length;
        std::str::from_utf8(&rest[..length]).unwrap_or_default()
    }

    /// What follows a `\`.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.data.get(self.at)?;
        if first == b'\'' {
            let hex = self.data.get(self.at + 1..self.at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
            let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
            // Without a hex number, what follows is text.
            self.at += if byte.is_some() { 3 } else { 1 };
            return Some(byte.map_or(Token::Symbol(b'\''), Token::Byte));
        }
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return Some(Token::Symbol(first));
        }
        let name = self.take(|b| b.is_ascii_alphabetic());
        let start = self.at;
        self.at += usize::from(self.data.get(self.at) == Some(&b'-'));
        let digits = self.take(|b| b.is_ascii_digit());
        if digits.is_empty() {
            self.at = start;
        }
        let number =
            self.data.get(start..self.at).and_then(|n| std::str::from_utf8(n).ok()).and_then(|n| n.parse().ok());
        self.at += usize::from(self.data.get(self.at) == Some(&b' '));
        if name == "bin" {
            self.at = self.at.saturating_add(number.and_then(|n: i32| usize::try_from(n).ok()).unwrap_or(0));
        }
        Some(Token::Word(name, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.data.get(self.at)?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Byte(byte)),
            };
        }
    }
}
