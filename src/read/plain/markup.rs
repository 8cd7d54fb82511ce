//! A web page as a flat list of pieces: text, and the tags that shape it. `html5ever` tells tags, attributes, comments and
//! character references apart as browsers do; no tree is built, since pages saved by office programs leave much open and
//! the reader asks only where an element that nobody sees ends.

use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::display::Display;

/// Elements whose content is not shown, whatever a style says.
const SILENT: [&str; 5] = ["script", "style", "title", "noscript", "xml"];

/// Elements that have no content to hide.
const VOID: [&str; 8] = ["br", "hr", "img", "col", "input", "meta", "link", "wbr"];

/// Most pieces of a page: several for each cell that a workbook can have, and what a worker has memory for.
pub(super) const MOST_PIECES: usize = 4_000_000;
/// Largest number of attributes of a tag, or of spaces and strokes that may part them.
const MOST_ATTRIBUTES: usize = 10_000;

/// Most rows or columns that a cell can span.
const MOST_SPANNED: u32 = 1000;

/// What an element means for the lines of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Table,
    Row,
    Cell,
    /// Begins and ends a paragraph and does no more.
    Block,
    Break,
    Bold,
    Inline,
}

impl Kind {
    fn of(name: &str) -> Self {
        match name {
            "table" => Self::Table,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "ul" | "ol" | "section" | "center"
            | "hr" | "blockquote" => Self::Block,
            "br" => Self::Break,
            "b" | "strong" => Self::Bold,
            _ => Self::Inline,
        }
    }
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Start {
    pub(super) kind: Kind,
    pub(super) display: Display,
    /// For a hidden, white or struck element with an end: index of the piece after it.
    pub(super) until: Option<usize>,
    /// Rows and columns of a cell, at least 1.
    pub(super) rows: u32,
    pub(super) columns: u32,
}

/// A piece of a page. Tags that change neither lines nor display are left out.
#[derive(Debug)]
pub(super) enum Piece {
    /// Text with its character references resolved and the line breaks of the source as spaces.
    Text(String),
    Start(Start),
    End(Kind),
}

/// A page in pieces.
pub(super) struct Markup {
    /// In reading order.
    pub(super) pieces: Vec<Piece>,
    /// The page has more than [`MOST_PIECES`] pieces, or a tag with more than [`MOST_ATTRIBUTES`] attributes.
    pub(super) is_cut: bool,
    /// The page ends inside a tag, a comment or an element whose content is raw text, and text is lost by that: a quotation
    /// mark or an end tag is missing.
    pub(super) is_torn: bool,
}

impl Markup {
    /// Takes a page apart.
    pub(super) fn of(source: &str) -> Self {
        Self::at_most(MOST_PIECES, source)
    }

    fn at_most(most: usize, source: &str) -> Self {
        let mentions =
            |word: &[u8]| source.as_bytes().windows(word.len()).any(|found| found.eq_ignore_ascii_case(word));
        let collector = Collector {
            markup: Self { pieces: Vec::new(), is_cut: false, is_torn: false },
            most,
            is_coloured: mentions(b"background") || mentions(b"bgcolor"),
            silent: None,
            is_in_raw: false,
            ends_inside: false,
            open: HashMap::new(),
        };
        let endless = endless_tag(source);
        let source = &source[..endless.unwrap_or(source.len())];
        let input = BufferQueue::default();
        input.push_back(StrTendril::from(source));
        let tokenizer = Tokenizer::new(Sink(RefCell::new(collector)), TokenizerOpts::default());
        // It returns early only for scripts and changes of the encoding, which this sink never requests.
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut markup = tokenizer.sink.0.into_inner().finish(source);
        markup.is_cut |= endless.is_some();
        markup
    }
}

/// The start of the first tag with more than [`MOST_ATTRIBUTES`] attributes: the tokenizer compares the name of each with
/// all before it.
fn endless_tag(source: &str) -> Option<usize> {
    let bytes = source.as_bytes();
    let mut tag: Option<(usize, usize)> = None;
    let (mut quote, mut last) = (None, b' ');
    for (at, &byte) in bytes.iter().enumerate() {
        let Some((start, count)) = &mut tag else {
            let opens = byte == b'<' && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
            tag = opens.then_some((at, 0));
            continue;
        };
        match (quote, byte) {
            (Some(open), _) => quote = quote.filter(|_| open != byte),
            (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
            (None, b'>') => tag = None,
            (None, b'/' | b' ' | b'\t' | b'\n' | b'\r' | 0x0c) => {
                *count += 1;
                if *count > MOST_ATTRIBUTES {
                    return Some(*start);
                }
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    None
}

/// How the tokenizer reports that the file ends inside a tag or a comment.
const ENDS_INSIDE: &str = "Saw EOF in state";

struct Sink(RefCell<Collector>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut collector = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => collector.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => {
                collector.is_in_raw = false;
                collector.end(&tag.name);
            }
            Token::TagToken(tag) => {
                collector.start(&tag);
                let raw = raw_content(&tag);
                collector.is_in_raw = raw.is_some();
                return raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            Token::ParseError(error) => collector.ends_inside |= error.starts_with(ENDS_INSIDE),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// How the content of an element is read in which tags are text. Browsers ignore the slash of `<script/>`, XHTML does not;
/// following XHTML shows too much rather than losing the rest of the page.
fn raw_content(tag: &Tag) -> Option<RawKind> {
    let kind = match &*tag.name {
        "script" => RawKind::ScriptData,
        "style" => RawKind::Rawtext,
        "title" | "textarea" => RawKind::Rcdata,
        _ => return None,
    };
    (!tag.self_closing).then_some(kind)
}

struct Collector {
    markup: Markup,
    /// Pieces that are kept.
    most: usize,
    /// A background is set somewhere: white text is taken to be seen.
    is_coloured: bool,
    /// The open element whose content is not shown.
    silent: Option<LocalName>,
    /// The last tag opened an element whose content is raw text.
    is_in_raw: bool,
    /// The file ends inside a tag or a comment.
    ends_inside: bool,
    /// By name, the open elements that are not plain.
    open: HashMap<String, Vec<OpenElement>>,
}

/// An open element that is not plain.
struct OpenElement {
    /// Index of its piece; `None` if it was not kept.
    piece: Option<usize>,
    /// Plain elements of the same name that are open inside it.
    plain_inside: u32,
}

impl Collector {
    /// Keeps a piece, and returns its index if there was room for it.
    fn push(&mut self, piece: Piece) -> Option<usize> {
        if self.markup.pieces.len() < self.most {
            self.markup.pieces.push(piece);
            return Some(self.markup.pieces.len() - 1);
        }
        self.markup.is_cut = true;
        None
    }

    /// The page, once all of its source was seen.
    fn finish(mut self, source: &str) -> Markup {
        // A last tag that was merely cut off has lost nothing.
        let is_behind_a_tag = source.rfind('<').is_some_and(|at| source[at..].contains('>'));
        self.markup.is_torn = (self.ends_inside || self.is_in_raw) && is_behind_a_tag;
        self.markup
    }

    fn text(&mut self, text: &str) {
        if self.silent.is_some() || self.markup.is_cut {
            return;
        }
        let spaced = text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
        match self.markup.pieces.last_mut() {
            Some(Piece::Text(before)) => before.extend(spaced),
            _ => {
                let text = Piece::Text(spaced.collect());
                self.push(text);
            }
        }
    }

    fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if self.silent.is_some() {
            return;
        }
        if SILENT.contains(&name) && !tag.self_closing {
            self.silent = Some(tag.name.clone());
            return;
        }
        // The next paragraph ends one that is open.
        if name == "p" {
            self.close(name);
        }
        let has_content = !tag.self_closing && !VOID.contains(&name);
        let display = match Display::of(tag) {
            Display::White if self.is_coloured => Display::Plain,
            display if has_content => display,
            _ => Display::Plain,
        };
        let kind = match Kind::of(name) {
            Kind::Bold if tag.self_closing => Kind::Inline,
            kind => kind,
        };
        let mut piece = None;
        if kind != Kind::Inline || display != Display::Plain {
            let (rows, columns) =
                if kind == Kind::Cell { (span(tag, "rowspan"), span(tag, "colspan")) } else { (1, 1) };
            piece = self.push(Piece::Start(Start { kind, display, until: None, rows, columns }));
        }
        if display != Display::Plain && piece.is_some() {
            self.open.entry(name.to_owned()).or_default().push(OpenElement { piece, plain_inside: 0 });
        } else if let Some(last) = self.open.get_mut(name).and_then(|open| open.last_mut()).filter(|_| has_content) {
            last.plain_inside += 1;
        }
    }

    fn end(&mut self, name: &LocalName) {
        if let Some(silent) = &self.silent {
            if silent == name {
                self.silent = None;
            }
            return;
        }
        let kind = Kind::of(name);
        // The end of an element that is not plain separates its text from the text after it.
        let ended = self.open.contains_key(&**name);
        if kind != Kind::Inline || ended {
            self.push(Piece::End(kind));
        }
        if ended {
            self.close(name);
        }
    }

    /// Ends the last open element `name` here.
    fn close(&mut self, name: &str) {
        let Some(open) = self.open.get_mut(name) else { return };
        if let Some(last) = open.last_mut().filter(|last| last.plain_inside > 0) {
            last.plain_inside -= 1;
            return;
        }
        let ended = open.pop().and_then(|element| element.piece);
        if open.is_empty() {
            self.open.remove(name);
        }
        let after = self.markup.pieces.len();
        if let Some(Piece::Start(start)) = ended.and_then(|at| self.markup.pieces.get_mut(at)) {
            start.until = Some(after);
        }
    }
}

/// A number in an attribute, such as `colspan=2`, within what a table can have.
fn span(tag: &Tag, attribute: &str) -> u32 {
    let value = tag.attrs.iter().find(|found| &*found.name.local == attribute).map_or("", |found| &*found.value);
    let digits: String = value.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(1).clamp(1, MOST_SPANNED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_that_the_cut_parts_from_its_end_still_ends() {
        let source = "<p>a<span hidden>b<p>c<span hidden>d</span></span>e";
        let cut = Markup::at_most(4, source);
        assert_eq!((cut.pieces.len(), cut.is_cut), (4, true));
        assert!(matches!(&cut.pieces[2], Piece::Start(start) if start.until == Some(4)));
        assert!(!Markup::of(source).is_cut);
    }
}
