//! Which text a glyph stands for, and what its font tells.

use std::collections::HashMap;

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use skrifa::MetadataProvider;

use crate::text::nfc;

/// Stands for a character whose Unicode the file does not tell.
pub(super) const LOST: char = '\u{fffd}';

/// Fonts without a mapping to Unicode: from their glyphs back to characters, by the font's own table.
#[derive(Default)]
pub(super) struct Fonts(HashMap<u128, HashMap<u32, char>>);

impl Fonts {
    /// The text of a glyph: NFC, white space as one space, without Unicode [`LOST`]; none if it stands for nothing.
    pub(super) fn text(&mut self, glyph: &Drawn<'_>) -> Option<String> {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => written(c)?,
            Some(BfString::String(s)) => letters(&s).concat(),
            None => self.character(glyph).unwrap_or(LOST).into(),
        };
        Some(text).filter(|t| !t.is_empty())
    }

    /// The character that a glyph of an embedded font stands for, by the font's own table of characters.
    fn character(&mut self, glyph: &Drawn<'_>) -> Option<char> {
        let Drawn::Outline(outline) = glyph else { return None };
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

/// The characters of a text, each as it is written.
pub(super) fn letters(text: &str) -> Vec<String> {
    nfc(text).chars().filter_map(written).collect()
}

/// True if a glyph is from a bold font. Type 1 fonts and fonts that the file does not hold do not tell.
pub(super) fn is_bold(glyph: &Drawn<'_>) -> bool {
    let Drawn::Outline(outline) = glyph else { return false };
    outline.font_data().is_some_and(|font| {
        font.weight.is_some_and(|w| w >= 600) || font.postscript_name.is_some_and(|n| n.contains("Bold"))
    })
}

/// A character as text: ligatures in letters, any white space as a space, what cannot be written as [`LOST`]. None for
/// the null character, which stands for no text.
fn written(c: char) -> Option<String> {
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

/// A text string of the file: UTF-16 or UTF-8 with their marks, else one byte a character.
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

/// True for a mark that is written on the letter before it.
pub(super) fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// True for the areas of Unicode that mean something only within one font.
pub(super) fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}
