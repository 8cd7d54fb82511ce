//! Whether a document can be judged at all: pictures of pages and text in an old encoding cannot, and never count as
//! missing fields.

use super::field::{DateField, Field, FieldSource, FieldState, Form};
use super::fields::issued;
use super::layout::zone;
use crate::document::{Document, Line, Page, PageKind, Rect, Source};
use crate::form::layout::phrases::{is_capitals, motto};
use crate::text::doctype;
use crate::text::symbol::DocumentNumber;

/// Where the head of a page ends, as a share of its height.
const HEAD: f32 = 0.4;

/// Characters that are looked at.
const SAMPLE: usize = 4_000;

/// The first page that holds anything.
pub(super) fn first_page(document: &Document) -> Option<&Page> {
    document.pages.iter().find(|p| p.kind != PageKind::Blank)
}

/// True if two pages lie side by side on the sheet and the right one bears a letterhead of its own: another document.
/// Which field belongs to which is not told.
pub(super) fn holds_two_documents(page: &Page) -> bool {
    // The left page stands above the right.
    let in_right = |rect: Rect| rect.y0 > page.height / 2.0;
    page.orientation.side_by_side && page.lines.iter().any(|l| motto(&l.text).is_some() && l.rect.is_some_and(in_right))
}

/// A form of which nothing could be read: every field is seen and not stated.
pub(super) fn unread() -> Form {
    let field = || Field { state: FieldState::Unclear, ..Field::default() };
    Form {
        r#type: field(),
        number: field(),
        issued: DateField { field: field(), ..DateField::default() },
        issuer: field(),
        parent_issuer: field(),
        place: field(),
        r#abstract: field(),
        signer: field(),
        authority: field(),
        ..Form::default()
    }
}

/// On one of the pages other documents begin, with these numbers: what was read may be theirs.
pub(super) fn doubt_whose_it_is(form: &mut Form, numbers: Vec<String>) {
    form.number.candidates.extend(numbers);
    for field in fields(form).into_iter().filter(|f| f.state == FieldState::Read) {
        field.state = FieldState::Unclear;
    }
}

/// Recognition misses what is written by hand, faint or stamped over: that it saw no number, date or signer does not say
/// that there is none.
pub(super) fn doubt_what_was_not_seen(form: &mut Form) {
    for field in fields(form).into_iter().filter(|f| f.state == FieldState::Absent) {
        (field.state, field.source) = (FieldState::Unclear, Some(FieldSource::Ocr));
    }
}

/// What nobody sees in the head of a page, in white or under a box, may be what is not there: a person must look.
pub(super) fn doubt_what_is_hidden(form: &mut Form, page: &Page) {
    let is_in_head = |line: &&Line| line.rect.is_none_or(|rect| rect.y0 < page.height * HEAD);
    let hidden = page.lines.iter().filter(|line| line.source == Source::Invisible).filter(is_in_head);
    let doubt = |field: &mut Field, line: &Line, value: Option<String>| {
        if field.state == FieldState::Absent {
            let (state, source) = (FieldState::Unclear, Some(FieldSource::Text));
            let (place, quote) = (page.place_of(line), Some(line.text.clone()));
            *field = Field { value, state, source, place, quote, ..Field::default() };
        }
    };
    let mut is_titled = false;
    for line in hidden {
        let title = doctype::by_title(&line.text);
        let is_name = is_capitals(&line.text) && !line.text.contains(|c: char| c.is_ascii_digit());
        if zone::is_number_row(&line.text) {
            let number = DocumentNumber::parse_start(&line.text).map(|(_, number)| number.text);
            doubt(&mut form.number, line, number);
        } else if issued::has_date(&line.text) {
            doubt(&mut form.issued.field, line, None);
        } else if let Some(title) = title {
            doubt(&mut form.r#type, line, Some(title.doc_type.abbr.to_owned()));
            is_titled = true;
        } else if is_name && !is_titled {
            doubt(&mut form.issuer, line, None);
        } else {
            // Under the title, or what is left where the title is seen.
            doubt(&mut form.r#abstract, line, None);
        }
    }
    // Who signs is looked for behind the title.
    if is_titled {
        [&mut form.signer, &mut form.authority]
            .into_iter()
            .filter(|f| f.state == FieldState::Absent)
            .for_each(|f| f.state = FieldState::Unclear);
    }
    // All of a text in white stands on a page of another colour.
    let is_unseen = |line: &Line| line.source == Source::Invisible && line.rect.is_none();
    if !page.lines.is_empty() && page.lines.iter().all(is_unseen) {
        fields(form).into_iter().filter(|f| f.state == FieldState::Absent).for_each(|f| f.state = FieldState::Unclear);
    }
}

/// The fields that every document owes.
fn fields(form: &mut Form) -> [&mut Field; 8] {
    [
        &mut form.r#type,
        &mut form.number,
        &mut form.issued.field,
        &mut form.issuer,
        &mut form.place,
        &mut form.r#abstract,
        &mut form.signer,
        &mut form.authority,
    ]
}

/// Text typed with fonts of an old encoding (TCVN3, VNI) that was not converted. Unicode Vietnamese has letters that no
/// other text has (ơ, ư, đ, ă and those with two marks); a text full of other letters beyond ASCII is something else.
pub(super) fn is_legacy(page: &Page) -> bool {
    let text = page.lines.iter().filter(|l| l.source != Source::Annotation).flat_map(|l| l.text.chars()).take(SAMPLE);
    let (mut vietnamese, mut other) = (0_usize, 0_usize);
    for c in text {
        match c {
            '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ' | 'Ð' | 'ă' | 'Ă' => vietnamese += 1,
            // Punctuation that every word processor sets.
            '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '•' | '\u{fffd}' => {}
            c if !c.is_ascii() => other += 1,
            _ => {}
        }
    }
    other >= 15 && vietnamese * 5 < other
}
