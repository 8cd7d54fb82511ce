//! Rich text (RTF), also when it is called `.doc`: one page, places by paragraph as in Word documents.
//!
//! The text stands between control words and groups; groups that hold no text of the document (fonts, pictures, fields'
//! commands) are passed over. Broken nesting is no error: what can be read is read.

mod page;
mod tokens;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use encoding_rs::{Encoding, WINDOWS_1252};

use super::failure::Failure;
use super::legacy;
use super::lines::draws_capitals;
use crate::document::{Media, Page, PageKind, Place, Record, Remark, RemarkKind, Sink};
use crate::limits::Limits;
use crate::text::legacy::{Detector, Encoding as OldEncoding};
use page::Builder;
use tokens::{Token, Tokens};

/// Groups whose content is no text of the document.
const SILENT: &[&str] = &[
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

/// Groups marked as to be passed over by programs that do not know them, and whose text is shown nevertheless.
const KNOWN: &[&str] = &["shpinst", "shptxt", "ud", "fldrslt", "result"];

/// Reads rich text.
pub(super) fn read(data: &[u8], limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let mut noticed = Vec::new();
    let (mut page, converted) = legacy::built(|encoding| {
        let (page, remarks) = Reader::read(data, limits, encoding);
        noticed = remarks;
        page
    });
    if converted.is_empty() {
        // In TCVN3 the optional hyphen is a letter; anywhere else it is not seen.
        page.lines.iter_mut().for_each(|line| line.text.retain(|c| c != '\u{ad}'));
        page.lines.retain(|line| !line.text.is_empty());
    }
    if page.kind == PageKind::Blank && !page.lines.is_empty() {
        page.kind = PageKind::Text;
    }
    sink(Record::Start { media: Media::Rtf, page_count: 1 });
    sink(Record::Page(page));
    converted.into_iter().chain(noticed).for_each(|remark| sink(Record::Remark(remark)));
    Ok(())
}

/// What holds within a group.
#[derive(Clone)]
struct State {
    silent: bool,
    hidden: bool,
    deleted: bool,
    in_table: bool,
    bold: bool,
    /// In points.
    size: f32,
    font: i32,
    /// Characters behind a `\u` that repeat it for old programs.
    repeats: u32,
    /// Within the table of fonts.
    fonts: bool,
    /// The group has begun and nothing of it was read, but `\*`.
    fresh: bool,
    optional: bool,
}

struct Reader<'a> {
    builder: Builder<'a>,
    states: Vec<State>,
    state: State,
    fonts: HashMap<i32, &'static Encoding>,
    /// Fonts that draw capitals for small letters.
    capitals: HashSet<i32>,
    /// Fonts that were made for an old encoding.
    old: HashMap<i32, OldEncoding>,
    font_name: String,
    default: &'static Encoding,
    bytes: Vec<u8>,
    /// The first half of a character beyond U+FFFF.
    high: Option<u16>,
    repeats_left: u32,
    hidden: Traces,
    deleted: Traces,
}

/// Counts the places of unseen text: runs that follow each other are one.
#[derive(Default)]
struct Traces {
    count: u32,
    open: bool,
}

impl<'a> Reader<'a> {
    fn read(data: &[u8], limits: &Limits, legacy: Option<&'a Detector>) -> (Page, Vec<Remark>) {
        let state = State {
            silent: false,
            hidden: false,
            deleted: false,
            in_table: false,
            bold: false,
            size: 12.0,
            font: -1,
            repeats: 1,
            fonts: false,
            fresh: false,
            optional: false,
        };
        let mut reader = Reader {
            builder: Builder::new(legacy),
            states: Vec::new(),
            state,
            fonts: HashMap::new(),
            capitals: HashSet::new(),
            old: HashMap::new(),
            font_name: String::new(),
            default: WINDOWS_1252,
            bytes: Vec::new(),
            high: None,
            repeats_left: 0,
            hidden: Traces::default(),
            deleted: Traces::default(),
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
        for (kind, traces) in [(RemarkKind::DeletedText, &reader.deleted), (RemarkKind::HiddenText, &reader.hidden)] {
            if traces.count > 0 {
                let detail = format!("{} places", traces.count);
                remarks.push(Remark { kind, place: Place::default(), detail });
            }
        }
        if cells > limits.cells {
            let detail = format!("stopped after {} paragraphs and cells", limits.cells);
            remarks.push(Remark { kind: RemarkKind::LimitReached, place: Place::default(), detail });
        }
        (reader.builder.finish(), remarks)
    }

    fn token(&mut self, token: Token<'_>) {
        let fresh = std::mem::take(&mut self.state.fresh);
        if let Token::Byte(byte) = token {
            if self.repeats_left > 0 {
                self.repeats_left -= 1;
            } else if !self.state.silent {
                self.bytes.push(byte);
            } else if self.state.fonts {
                self.font_letter(byte);
            }
            return;
        }
        self.flush();
        match token {
            Token::Open => {
                self.states.push(self.state.clone());
                (self.state.fresh, self.state.optional) = (true, false);
                self.repeats_left = 0;
            }
            Token::Close => {
                self.repeats_left = 0;
                if let Some(state) = self.states.pop() {
                    self.state = state;
                }
            }
            Token::Symbol(b'*') if fresh => (self.state.fresh, self.state.optional) = (true, true),
            // One symbol is one character.
            Token::Symbol(_) if self.repeats_left > 0 => self.repeats_left -= 1,
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(name, number) => self.word(name, number, fresh),
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

    fn word(&mut self, name: &str, number: Option<i32>, fresh: bool) {
        let on = number != Some(0);
        if fresh && (SILENT.contains(&name) || (self.state.optional && !KNOWN.contains(&name))) {
            (self.state.silent, self.state.fonts) = (true, false);
        }
        match name {
            "fonttbl" => (self.state.fonts, self.state.silent) = (true, true),
            // The Unicode half of a text that is given twice; the text of a shape, whose properties are silent.
            "ud" | "shptxt" => self.state.silent = false,
            "shpinst" => self.state.silent = true,
            "f" => self.state.font = number.unwrap_or(0),
            "fcharset" if self.state.fonts => self.font(charset(number.unwrap_or(0), self.default)),
            "cpg" if self.state.fonts => self.font(code_page(number)),
            "ansicpg" => self.default = code_page(number),
            "uc" => self.state.repeats = number.and_then(|n| u32::try_from(n).ok()).unwrap_or(1),
            "u" => {
                self.unit(number.unwrap_or(0) as u16);
                self.repeats_left = self.state.repeats;
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
            "cell" | "nestcell" | "row" | "nestrow" if self.state.silent => {}
            "cell" => self.builder.end_cell(),
            "row" => self.builder.end_row(),
            // The text of a table in a cell stands in that cell.
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
        if !self.state.silent {
            self.builder.end_paragraph(self.state.in_table);
        }
    }

    /// A letter of a font's name; `;` ends it.
    fn font_letter(&mut self, byte: u8) {
        if byte != b';' {
            return self.font_name.push(char::from(byte));
        }
        let name = std::mem::take(&mut self.font_name);
        if draws_capitals(name.trim()) {
            self.capitals.insert(self.state.font);
        }
        self.old.extend(OldEncoding::of_font(&name).map(|encoding| (self.state.font, encoding)));
    }

    fn font(&mut self, encoding: &'static Encoding) {
        self.fonts.insert(self.state.font, encoding);
    }

    /// Half or all of a character in UTF-16.
    fn unit(&mut self, unit: u16) {
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        if (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        // Symbol fonts use a private area; their letters are none.
        self.text(&String::from_utf16_lossy(&units));
    }

    /// The bytes that wait, as text in the code page of their font.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let encoding = self.fonts.get(&self.state.font).copied().unwrap_or(self.default);
        self.text(&encoding.decode_without_bom_handling(&bytes).0);
    }

    fn text(&mut self, text: &str) {
        if self.state.silent {
            return;
        }
        let is_blank = text.trim().is_empty();
        for (traces, unseen) in
            [(&mut self.deleted, self.state.deleted), (&mut self.hidden, self.state.hidden && !self.state.deleted)]
        {
            if unseen {
                traces.count += u32::from(!is_blank && !traces.open);
                traces.open |= !is_blank;
            } else if !is_blank {
                traces.open = false;
            }
        }
        if !self.state.deleted && !self.state.hidden {
            let capitals = self.capitals.contains(&self.state.font) && !text.chars().any(|c| c > '\u{17f}');
            let text = if capitals { Cow::Owned(text.to_ascii_uppercase()) } else { Cow::Borrowed(text) };
            let old = self.old.get(&self.state.font).copied();
            self.builder.text(&text, self.state.bold, self.state.size, old);
        }
    }
}

/// The code page of a Windows character set. Fonts of the old Vietnamese encodings call themselves Western or symbol.
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
