//! All that a document says: its paragraphs with their sentences and statements, its tables, and what stands over them.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::clause::{Sentence, sentences};
use super::lexicon::Lexicon;
use super::statement::{Statement, statements};
use super::table::{Grid, grids};
use super::token::Token;
use super::tokens::{tokens, tokens_of};
use crate::reading::Reading;
use crate::text::Key;
use crate::text::headings::{headings, over};
use crate::text::sentence::paragraphs_ahead;

/// What a document says.
#[derive(Debug, Default)]
pub struct Telling {
    /// Its title.
    pub title: Vec<Token>,
    /// Its paragraphs, those in cells of tables too.
    pub paragraphs: Vec<Paragraph>,
    /// Its tables.
    pub grids: Vec<Grid>,
    /// Bytes of the running text that were not read, because what they say cannot be told apart.
    pub unread: Vec<Range<usize>>,
}

/// A paragraph.
#[derive(Debug)]
pub struct Paragraph {
    /// Bytes of the running text.
    pub range: Range<usize>,
    /// The headings over it, outermost first, if it states something.
    pub headings: Vec<Arc<Vec<Token>>>,
    /// It is, or stands under, a heading about goals or the time to come.
    pub is_ahead: bool,
    /// It stands in a table.
    pub is_cell: bool,
    /// It is a heading itself.
    pub is_heading: bool,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// What they state, in order.
    pub statements: Vec<Statement>,
}

/// Characters in which the colon of a heading stands.
const HEAD: usize = 120;

/// Bytes from which on a paragraph is pages run together: what it says cannot be told apart.
const LONGEST: usize = 6000;

/// Reads all that a document says; `year` is the year that is scored.
pub fn telling(reading: &Reading, lexicon: &Lexicon, year: i16) -> Telling {
    if !reading.status.has_text() {
        return Telling::default();
    }
    let (text, document) = (reading.flow().as_str(), reading.document());
    let is_cell = |at: usize| {
        let line = reading.flow().line_at(at).and_then(|(page, line)| document.pages.get(page)?.lines.get(line));
        line.is_some_and(|l| l.cell.is_some())
    };
    let found = headings(text, is_cell);
    let words: Vec<OnceCell<Arc<Vec<Token>>>> = vec![OnceCell::new(); found.len()];
    let words_at = |at: usize| {
        let tokens = || Arc::new(tokens(&text[found[at].range.clone()], lexicon));
        Arc::clone(words[at].get_or_init(tokens))
    };
    let (mut paragraphs, mut unread) = (Vec::new(), Vec::new());
    for (range, is_ahead) in paragraphs_ahead(text) {
        let part = &text[range.clone()];
        if part.trim().is_empty() {
            continue;
        }
        if part.len() > LONGEST {
            unread.push(range);
            continue;
        }
        let at = range.start + (part.len() - part.trim_start().len());
        // A paragraph of several sentences is no heading, whatever its first words.
        let was_ahead = paragraphs.last().is_some_and(|p: &Paragraph| p.is_ahead);
        let is_text =
            part.trim_end().trim_end_matches('.').contains(". ") && !part.chars().take(HEAD).any(|c| c == ':');
        let is_ahead = is_ahead && (was_ahead || !is_text);
        let number = paragraphs.len();
        // The key of a text that was recognised lacks its marks.
        let key = if reading.is_recognised() { Key::new(part) } else { reading.key().part(&range) };
        let own = sentences(part, tokens_of(part, &key, lexicon), lexicon);
        let countless = own.iter().filter(|s| s.is_countless());
        unread.extend(countless.map(|s| s.range.start + range.start..s.range.end + range.start));
        let statements: Vec<Statement> = own
            .iter()
            .enumerate()
            .flat_map(|(n, sentence)| statements(sentence, lexicon, year, (number, n)))
            .map(|s| Statement { range: s.range.start + range.start..s.range.end + range.start, ..s })
            .collect();
        let heads = over(&found, at).filter(|_| !statements.is_empty());
        paragraphs.push(Paragraph {
            headings: heads.map(|h| words_at(found.partition_point(|f| f.range.start < h.range.start))).collect(),
            is_heading: found.iter().any(|h| h.range.start == at && h.range.end + 2 >= range.end),
            is_ahead,
            is_cell: is_cell(at),
            sentences: own,
            statements,
            range,
        });
    }
    let grids = grids(reading, &found, lexicon);
    Telling { title: tokens(reading.title_words(), lexicon), paragraphs, grids, unread }
}
