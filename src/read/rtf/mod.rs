//! Reads rich text (RTF), also in files named `.doc`: one page, with places by paragraph as in Word documents.
//!
//! Text is mixed with control words and groups. Groups that contain no text of the document (fonts, pictures, field
//! instructions) are skipped. Unbalanced groups are not an error: as much as possible is read, and groups that are left open
//! are reported, since the end of the file is missing then.

mod page;
mod tokens;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use encoding_rs::{Encoding, WINDOWS_1252};

use super::failure::{CUT, Failure};
use super::legacy;
use super::lines::draws_capitals;
use crate::document::{Media, Page, PageKind, Place, Record, Remark, RemarkKind, Sink};
use crate::limits::Limits;
use crate::text::legacy::{Detector, Encoding as LegacyEncoding};
use page::Builder;
use tokens::{Token, Tokens};

/// Destinations that contain no text of the document.
const SKIPPED: &[&str] = &[
    "annotation",
    "atnauthor",
    "atnid",
    "bkmkend",
    "bkmkstart",
    "colortbl",
    "comment",
    "datafield",
    "falt",
    "filetbl",
    "fldinst",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "generator",
    "info",
    "listoverridetable",
    "listtable",
    "nonshppict",
    "objclass",
    "objdata",
    "pict",
    "revtbl",
    "rxe",
    "shprslt",
    "sp",
    "stylesheet",
    "tc",
    "themedata",
    "upr",
    "xe",
];

/// Destinations that are marked as ignorable (`\*`) but contain text of the document.
const KNOWN: &[&str] = &["shpinst", "shptxt", "ud", "fldrslt", "result"];

/// Reads an RTF document.
pub(super) fn read(data: &[u8], limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let mut remarks = Vec::new();
    let (mut page, conversion) = legacy::built(|detector| {
        let (page, of_page) = Reader::read(data, limits, detector);
        remarks = of_page;
        page
    });
    if conversion.is_empty() {
        // Soft hyphens are invisible, except in TCVN3, where their code is that of a letter.
        page.lines.iter_mut().for_each(|line| line.text.retain(|c| c != '\u{ad}'));
        page.lines.retain(|line| !line.text.is_empty());
    }
    if page.kind == PageKind::Blank && !page.lines.is_empty() {
        page.kind = PageKind::Text;
    }
    sink(Record::Start { media: Media::Rtf, page_count: 1 });
    sink(Record::Page(page));
    conversion.into_iter().chain(remarks).for_each(|remark| sink(Record::Remark(remark)));
    Ok(())
}

/// The properties that a group inherits from the one around it.
#[derive(Clone)]
struct State {
    /// The text is not part of the document.
    skipped: bool,
    /// The text is formatted as hidden.
    hidden: bool,
    /// The text was deleted by a tracked change.
    deleted: bool,
    in_table: bool,
    bold: bool,
    /// Font size in points.
    size: f32,
    /// Number of the font.
    font: i32,
    /// Number of fallback characters after a `\u`, for programs without Unicode (`\uc`).
    fallbacks: u32,
    /// Within the font table.
    in_font_table: bool,
    /// Nothing of the group was read yet except `\*`.
    at_start: bool,
    /// The group begins with `\*`: programs that do not know its destination ignore it.
    ignorable: bool,
}

struct Reader<'a> {
    builder: Builder<'a>,
    /// The states of the enclosing groups, outermost first.
    states: Vec<State>,
    /// The state of the current group.
    state: State,
    /// Encoding of each font.
    fonts: HashMap<i32, &'static Encoding>,
    /// Fonts that draw lower-case letters as capitals.
    capital_fonts: HashSet<i32>,
    /// Fonts made for an old Vietnamese encoding.
    legacy_fonts: HashMap<i32, LegacyEncoding>,
    /// The part of a font's name read so far.
    font_name: String,
    /// Encoding of fonts that state none.
    default_encoding: &'static Encoding,
    /// Bytes of text that are not decoded yet.
    bytes: Vec<u8>,
    /// The first half of a surrogate pair.
    high_surrogate: Option<u16>,
    /// Fallback characters that are still to be skipped.
    fallbacks_left: u32,
    hidden: SpanCounter,
    deleted: SpanCounter,
}

/// Counts passages of text that is not visible. Adjacent runs are one passage.
#[derive(Default)]
struct SpanCounter {
    count: u32,
    /// The last text belongs to a passage.
    open: bool,
}

impl<'a> Reader<'a> {
    fn read(data: &[u8], limits: &Limits, legacy: Option<&'a Detector>) -> (Page, Vec<Remark>) {
        let state = State {
            skipped: false,
            hidden: false,
            deleted: false,
            in_table: false,
            bold: false,
            size: 12.0,
            font: -1,
            fallbacks: 1,
            in_font_table: false,
            at_start: false,
            ignorable: false,
        };
        let mut reader = Reader {
            builder: Builder::new(legacy),
            states: Vec::new(),
            state,
            fonts: HashMap::new(),
            capital_fonts: HashSet::new(),
            legacy_fonts: HashMap::new(),
            font_name: String::new(),
            default_encoding: WINDOWS_1252,
            bytes: Vec::new(),
            high_surrogate: None,
            fallbacks_left: 0,
            hidden: SpanCounter::default(),
            deleted: SpanCounter::default(),
        };
        let mut cells = 0;
        for token in Tokens::new(data) {
            cells += u64::from(matches!(token, Token::Word("cell" | "par", _)));
            if cells > limits.cells {
                break;
            }
            reader.token(token);
        }
        reader.flush();
        let mut remarks = Vec::new();
        for (kind, spans) in [(RemarkKind::DeletedText, &reader.deleted), (RemarkKind::HiddenText, &reader.hidden)] {
            if spans.count > 0 {
                let detail = format!("{} places", spans.count);
                remarks.push(Remark { kind, place: Place::default(), detail });
            }
        }
        if cells > limits.cells {
            let detail = format!("stopped after {} paragraphs and cells", limits.cells);
            remarks.push(Remark { kind: RemarkKind::LimitReached, place: Place::default(), detail });
        } else if !reader.states.is_empty() {
            let detail = CUT.to_owned();
            remarks.push(Remark { kind: RemarkKind::PageUnreadable, place: Place::default(), detail });
        }
        (reader.builder.finish(), remarks)
    }

    fn token(&mut self, token: Token<'_>) {
        let at_start = std::mem::take(&mut self.state.at_start);
        if let Token::Byte(byte) = token {
            if self.fallbacks_left > 0 {
                self.fallbacks_left -= 1;
            } else if !self.state.skipped {
                self.bytes.push(byte);
            } else if self.state.in_font_table {
                self.font_letter(byte);
            }
            return;
        }
        self.flush();
        match token {
            Token::Open => {
                self.states.push(self.state.clone());
                (self.state.at_start, self.state.ignorable) = (true, false);
                self.fallbacks_left = 0;
            }
            Token::Close => {
                self.fallbacks_left = 0;
                if let Some(state) = self.states.pop() {
                    self.state = state;
                }
            }
            Token::Symbol(b'*') if at_start => (self.state.at_start, self.state.ignorable) = (true, true),
            // A symbol counts as one fallback character.
            Token::Symbol(_) if self.fallbacks_left > 0 => self.fallbacks_left -= 1,
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(name, number) => self.word(name, number, at_start),
            Token::Byte(_) => {}
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'~' => self.text("\u{a0}"),
            b'_' => self.text("-"),
            b'-' => self.text("\u{ad}"),
            b'\\' | b'{' | b'}' => self.text(char::from(symbol).encode_utf8(&mut [0; 4])),
            b'\r' | b'\n' => self.end_paragraph(),
            b'\t' => self.text("\t"),
            _ => {}
        }
    }

    /// A control word. `at_start`: it is the first of its group, where it may name the group's destination.
    fn word(&mut self, name: &str, number: Option<i32>, at_start: bool) {
        let on = number != Some(0);
        if at_start && (SKIPPED.contains(&name) || (self.state.ignorable && !KNOWN.contains(&name))) {
            (self.state.skipped, self.state.in_font_table) = (true, false);
        }
        match name {
            "fonttbl" => (self.state.in_font_table, self.state.skipped) = (true, true),
            // The Unicode version of a text that is given twice, and the text of a shape, within groups that are
            // skipped.
            "ud" | "shptxt" => self.state.skipped = false,
            "shpinst" => self.state.skipped = true,
            "f" => self.state.font = number.unwrap_or(0),
            "fcharset" if self.state.in_font_table => self.font(charset(number.unwrap_or(0), self.default_encoding)),
            "cpg" if self.state.in_font_table => self.font(code_page(number)),
            "ansicpg" => self.default_encoding = code_page(number),
            "uc" => self.state.fallbacks = number.and_then(|n| u32::try_from(n).ok()).unwrap_or(1),
            "u" => {
                self.utf16_unit(number.unwrap_or(0) as u16);
                self.fallbacks_left = self.state.fallbacks;
            }
            "plain" => {
                (self.state.bold, self.state.size) = (false, 12.0);
                (self.state.hidden, self.state.deleted) = (false, false);
            }
            "pard" => self.state.in_table = false,
            "intbl" => self.state.in_table = on,
            "b" => self.state.bold = on,
            "fs" => self.state.size = number.unwrap_or(24) as f32 / 2.0,
            "v" => self.state.hidden = on,
            "deleted" => self.state.deleted = on,
            "footnote" | "par" | "sect" | "page" => self.end_paragraph(),
            "cell" | "nestcell" | "row" | "nestrow" if self.state.skipped => {}
            "cell" => self.builder.end_cell(),
            "row" => self.builder.end_row(),
            // The text of a nested table is added to the cell that contains the table.
            "nestcell" | "nestrow" => self.builder.end_paragraph(true),
            "tab" => self.text("\t"),
            "line" => self.text("\n"),
            "emdash" => self.text("—"),
            "endash" => self.text("–"),
            "lquote" => self.text("‘"),
            "rquote" => self.text("’"),
            "ldblquote" => self.text("“"),
            "rdblquote" => self.text("”"),
            "bullet" => self.text("•"),
            "emspace" | "enspace" | "qmspace" => self.text(" "),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        (self.hidden.open, self.deleted.open) = (false, false);
        if !self.state.skipped {
            self.builder.end_paragraph(self.state.in_table);
        }
    }

    /// A letter of a font's name, which `;` ends.
    fn font_letter(&mut self, byte: u8) {
        if byte != b';' {
            return self.font_name.push(char::from(byte));
        }
        let name = std::mem::take(&mut self.font_name);
        if draws_capitals(name.trim()) {
            self.capital_fonts.insert(self.state.font);
        }
        self.legacy_fonts.extend(LegacyEncoding::of_font(&name).map(|encoding| (self.state.font, encoding)));
    }

    /// The encoding of the current font.
    fn font(&mut self, encoding: &'static Encoding) {
        self.fonts.insert(self.state.font, encoding);
    }

    /// A UTF-16 code unit: a character or half of a surrogate pair.
    fn utf16_unit(&mut self, unit: u16) {
        let units: Vec<u16> = self.high_surrogate.take().into_iter().chain([unit]).collect();
        if (0xd800..0xdc00).contains(&unit) {
            self.high_surrogate = Some(unit);
            return;
        }
        self.text(&String::from_utf16_lossy(&units));
    }

    /// Decodes the pending bytes in the encoding of their font.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let encoding = self.fonts.get(&self.state.font).copied().unwrap_or(self.default_encoding);
        self.text(&encoding.decode_without_bom_handling(&bytes).0);
    }

    fn text(&mut self, text: &str) {
        if self.state.skipped {
            return;
        }
        if !text.trim().is_empty() {
            self.deleted.add(self.state.deleted);
            self.hidden.add(self.state.hidden && !self.state.deleted);
        }
        if !self.state.deleted && !self.state.hidden {
            let capitals = self.capital_fonts.contains(&self.state.font) && !text.chars().any(|c| c > '\u{17f}');
            let text = if capitals { Cow::Owned(text.to_ascii_uppercase()) } else { Cow::Borrowed(text) };
            let encoding = self.legacy_fonts.get(&self.state.font).copied();
            self.builder.text(&text, self.state.bold, self.state.size, encoding);
        }
    }
}

impl SpanCounter {
    /// Counts text that is not blank; `is_inside` if it belongs to a passage.
    fn add(&mut self, is_inside: bool) {
        self.count += u32::from(is_inside && !self.open);
        self.open = is_inside;
    }
}

/// The encoding of a Windows character set. Fonts for the old Vietnamese encodings declare a Western or symbol one.
fn charset(number: i32, default: &'static Encoding) -> &'static Encoding {
    let label = match number {
        1 => return default,
        77 => "macintosh",
        128 => "shift_jis",
        129 => "euc-kr",
        134 => "gbk",
        136 => "big5",
        161 => "windows-1253",
        162 => "windows-1254",
        163 => "windows-1258",
        177 => "windows-1255",
        178 => "windows-1256",
        186 => "windows-1257",
        204 => "windows-1251",
        222 => "windows-874",
        238 => "windows-1250",
        _ => "windows-1252",
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

/// The encoding of a Windows code page.
fn code_page(number: Option<i32>) -> &'static Encoding {
    let label = match number {
        Some(65001) => "utf-8".to_owned(),
        Some(932) => "shift_jis".to_owned(),
        Some(936) => "gbk".to_owned(),
        Some(950) => "big5".to_owned(),
        Some(number) => format!("windows-{number}"),
        None => return WINDOWS_1252,
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

#[cfg(test)]
mod tests;
