//! The text of a glyph, and what its font says about it.

use std::collections::HashMap;

use hayro_interpret::font::Glyph as FontGlyph;
use hayro_interpret::hayro_cmap::BfString;
use skrifa::MetadataProvider;

use crate::text::nfc;

/// Replaces a character whose Unicode value the file does not provide.
pub(super) const LOST: char = '\u{fffd}';

/// For embedded fonts without a mapping to Unicode: the inverse of the font's own character map, from glyphs to
/// characters.
#[derive(Default)]
pub(super) struct Fonts(HashMap<u128, HashMap<u32, char>>);

impl Fonts {
    /// The text of a glyph: NFC, white space as one space, [`LOST`] if it has no Unicode value. Returns `None` if the
    /// glyph represents no text.
    pub(super) fn text(&mut self, glyph: &FontGlyph<'_>) -> Option<String> {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => normalised(c)?,
            Some(BfString::String(s)) => letters(&s).concat(),
            None => self.character(glyph).unwrap_or(LOST).into(),
        };
        Some(text).filter(|t| !t.is_empty())
    }

    /// The character of a glyph according to the character map of its embedded font.
    fn character(&mut self, glyph: &FontGlyph<'_>) -> Option<char> {
        let FontGlyph::Outline(outline) = glyph else { return None };
        let font = outline.font_data()?;
        let characters = self.0.entry(font.cache_key).or_insert_with(|| {
            let mut characters = HashMap::new();
            if let Ok(font) = skrifa::FontRef::new((*font.data).as_ref()) {
                for (c, glyph) in font.charmap().mappings() {
                    if let Some(c) = char::from_u32(c).filter(|c| !is_private(*c)) {
                        characters.entry(glyph.to_u32()).or_insert(c);
                    }
                }
            }
            characters
        });
        characters.get(&outline.glyph_id().to_u32()).copied()
    }
}

/// The characters of a text, each normalised.
pub(super) fn letters(text: &str) -> Vec<String> {
    nfc(text).chars().filter_map(normalised).collect()
}

/// True if a glyph is from a bold font. Unknown, and false, for Type 1 fonts and fonts that are not embedded.
pub(super) fn is_bold(glyph: &FontGlyph<'_>) -> bool {
    let FontGlyph::Outline(outline) = glyph else { return false };
    outline.font_data().is_some_and(|font| {
        font.weight.is_some_and(|w| w >= 600) || font.postscript_name.is_some_and(|n| n.contains("Bold"))
    })
}

/// A character as text: ligatures as their letters, any white space as a space, control characters as [`LOST`]. Returns
/// `None` for the null character, which represents no text.
fn normalised(c: char) -> Option<String> {
    let text = match c {
        '\0' => return None,
        '\u{fb00}' => "ff".into(),
        '\u{fb01}' => "fi".into(),
        '\u{fb02}' => "fl".into(),
        '\u{fb03}' => "ffi".into(),
        '\u{fb04}' => "ffl".into(),
        c if c.is_whitespace() => " ".into(),
        c if c.is_control() => LOST.into(),
        c if c.is_ascii() => c.into(),
        c => nfc(c.encode_utf8(&mut [0; 4])),
    };
    Some(text).filter(|t| !t.is_empty())
}

/// Decodes a text string of the file: UTF-16 or UTF-8 with a byte order mark, otherwise one byte a character.
pub(super) fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|b| char::from(*b)).collect(),
    }
}

/// True for a combining mark, which belongs to the letter before it.
pub(super) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// True for the private use areas of Unicode, whose meaning depends on the font.
pub(super) fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}
