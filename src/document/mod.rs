//! The result of reading a file: a document with its pages, lines, words, tables and pictures, and their positions.
//!
//! The readers in `read/` fill these types in a worker process and send them over a pipe; later stages only read them.
//! Coordinates are PDF points from the top left corner of the page as displayed (rotation and crop applied). Text is
//! NFC.

mod document;
mod filled;
mod flow;
pub(crate) mod grid;
pub(crate) mod lines;
mod media;
mod page;
mod picture;
mod place;
mod record;
mod remark;
mod status;
mod stored;
mod summary;
mod table;

pub use document::Document;
pub use filled::{FilledLine, fill_gaps};
pub use flow::{Flow, rows};
pub(crate) use flow::{continues_paragraph, ends_paragraph};
pub use media::Media;
pub(crate) use media::expected as expected_media;
pub(crate) use page::joined_text;
pub use page::{Legibility, Line, Orientation, Page, PageKind, SURE_DIGITS, Source, Word};
pub use picture::{Band, Picture};
pub(crate) use picture::{MOST_PIXELS, PictureRequest, grouped_by_page};
pub use place::{Place, Rect};
pub(crate) use record::{Record, Sink};
pub use remark::{Remark, RemarkKind};
pub use status::Status;
pub use stored::Stored;
pub(crate) use stored::{pack, unpack};
pub use summary::Summary;
pub(crate) use table::cell_named;
pub use table::{Cell, CellValue, Region, Table, cell_name};
