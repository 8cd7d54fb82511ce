//! Pages whose fields cannot be trusted: images, legacy encodings, OCR, hidden text, several documents on one sheet.
//! What could not be read there is unclear, never missing.

use super::field::{DateField, Field, FieldSource, FieldState, Form};
use super::fields::issued;
use super::layout::zones;
use crate::document::{Document, Line, Page, PageKind, Rect, Source};
use crate::form::layout::phrases::{is_capitals, national_name};
use crate::text::doctype;
use crate::text::symbol::DocumentNumber;

/// Where the head of a page ends, as a share of its height.
const HEAD: f32 = 0.4;

/// How many characters of a page are examined for its encoding.
const SAMPLE: usize = 4_000;

/// The first page that is not blank.
pub(super) fn first_page(document: &Document) -> Option<&Page> {
    document.pages.iter().find(|p| p.kind != PageKind::Blank)
}

/// True if two pages lie side by side on the sheet and the right one has a letterhead of its own, so that it is another
/// document. The fields cannot be assigned to one of the two.
pub(super) fn holds_two_documents(page: &Page) -> bool {
    // The reader places the left page above the right one.
    let in_right = |rect: Rect| rect.y0 > page.height / 2.0;
    page.orientation.side_by_side
        && page.lines.iter().any(|l| national_name(&l.text).is_some() && l.rect.is_some_and(in_right))
}

/// A form of which nothing could be read: every field is unclear.
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

/// Makes every field that was read unclear, because other documents with these numbers begin on one of the pages: what
/// was read may belong to them.
pub(super) fn doubt_read_fields(form: &mut Form, other_numbers: Vec<String>) {
    form.number.candidates.extend(other_numbers);
    for field in fields(form).into_iter().filter(|f| f.state == FieldState::Read) {
        field.state = FieldState::Unclear;
    }
}

/// Makes every absent field of a scanned page unclear: OCR misses handwriting, faint print and what is stamped over, so
/// not finding a number, date or signer does not prove that there is none.
pub(super) fn doubt_absent_fields(form: &mut Form) {
    for field in fields(form).into_iter().filter(|f| f.state == FieldState::Absent) {
        (field.state, field.source) = (FieldState::Unclear, Some(FieldSource::Ocr));
    }
}

/// Makes an absent field unclear if hidden text in the head of the page (white, or covered by a box) may be that field,
/// so that a human reviewer decides.
pub(super) fn doubt_hidden_fields(form: &mut Form, page: &Page) {
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
        if zones::is_number_row(&line.text) {
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
            // Below a hidden title, or neither number, date, title nor issuer.
            doubt(&mut form.r#abstract, line, None);
        }
    }
    // The signer is searched only behind the title, which is hidden here.
    if is_titled {
        [&mut form.signer, &mut form.authority]
            .into_iter()
            .filter(|f| f.state == FieldState::Absent)
            .for_each(|f| f.state = FieldState::Unclear);
    }
    // If all text is white, the page probably has another background colour, and every field may be visible.
    let is_unseen = |line: &Line| line.source == Source::Invisible && line.rect.is_none();
    if !page.lines.is_empty() && page.lines.iter().all(is_unseen) {
        fields(form).into_iter().filter(|f| f.state == FieldState::Absent).for_each(|f| f.state = FieldState::Unclear);
    }
}

/// The fields that every document must have.
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

/// True if the page is text in a legacy encoding (TCVN3, VNI) that was not converted. Vietnamese in Unicode has letters
/// that no other text has (ơ, ư, đ, ă and those with two marks); a text full of other non-ASCII letters is not that.
pub(super) fn is_legacy(page: &Page) -> bool {
    let text = page.lines.iter().filter(|l| l.source != Source::Annotation).flat_map(|l| l.text.chars()).take(SAMPLE);
    let (mut vietnamese, mut other) = (0_usize, 0_usize);
    for c in text {
        match c {
            '\u{1ea0}'..='\u{1ef9}' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'đ' | 'Đ' | 'Ð' | 'ă' | 'Ă' => vietnamese += 1,
            // Punctuation that word processors insert in any language.
            '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '•' | '\u{fffd}' => {}
            c if !c.is_ascii() => other += 1,
            _ => {}
        }
    }
    other >= 15 && vietnamese * 5 < other
}
