//! The form of a document whose paragraphs are the lines of a text; a tab parts the columns of the letterhead.
#![no_main]

use kiemchung::document::{Document, Line, Media, Page, PageKind, Status};
use kiemchung::form::{FieldState, recognise};
use kiemchung::text::{collapse_spaces, nfc};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut page = Page { kind: PageKind::Text, ..Page::new(1) };
    for (row, line) in (0..).zip(nfc(text).lines()) {
        for (column, cell) in (0..).zip(line.split('\t')) {
            let cell_of = line.contains('\t').then_some((0, row, column));
            let text = collapse_spaces(cell);
            page.lines.push(Line { text, paragraph: Some(row + 1), cell: cell_of, ..Line::default() });
        }
    }
    let pages = vec![page];
    let document = Document { media: Media::Docx, status: Status::Ok, page_count: 1, pages, remarks: Vec::new() };
    let form = recognise(&document);
    for field in [&form.number, &form.issued.field, &form.r#type, &form.issuer] {
        assert!(field.state != FieldState::Read || field.value.is_some());
    }
});
