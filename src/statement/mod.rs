//! What a document says, as data: figures with their words, modality and time, in sentences, lists and tables. Nothing
//! here knows a rule pack.

mod amount;
mod amounts;
mod body;
mod clause;
pub(crate) mod lexicon;
mod record;
mod span;
mod statement;
mod table;
mod telling;
mod tellings;
mod token;
mod tokens;
mod years;

pub use amount::{Amount, Printed};
pub use clause::{Piece, Sentence};
pub use lexicon::{Class, Group, Lexicon, Name, Senses, WordError};
pub use record::{
    CellRecord, ColumnRecord, DocumentStatements, FigureRecord, FileStatements, Remark, RowRecord, SentenceRecord,
    StatementRecord, TableRecord, WordKind, WordRecord, own_year, record, schema,
};
pub use span::Span;
pub use statement::{Figure, Modality, Side, Statement, of_cell};
pub use table::{Column, Content, Grid, Row};
pub use telling::{Paragraph, Telling, telling};
pub use tellings::Tellings;
pub use token::{Kind, Time, Token, words_of};
pub use tokens::tokens;

pub(crate) use lexicon::names;
pub(crate) use span::span;
pub(crate) use years::speaks_only_of_others;
