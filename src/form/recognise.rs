//! Puts the form of one document together: reads every field, then lowers the certainty where the page could not be
//! trusted.

use super::doubt;
use super::field::{DateField, FieldSource, FieldState, Form, Mark, MarkKind};
use crate::document::{Document, PageKind, Source};
use crate::form::fields::{citations, issued, issuer, kind, law, number, parent, signer};
use crate::form::layout::phrases::starts_with;
use crate::form::layout::zones::Zones;
use crate::form::marks::{marks, sheet_stamp};
use crate::form::parts::below;
use crate::text::symbol::NumberClass;

/// Reads the form of a document. Spreadsheets need no form, but may be stamped secret. Every field is unclear if the
/// first page is an unrecognised image or is in a legacy encoding, or if two documents lie side by side on one sheet.
pub fn recognise(document: &Document) -> Form {
    if document.media.is_sheet() {
        return Form { marks: sheet_stamp::stamps(document), ..Form::default() };
    }
    let Some(page) = doubt::first_page(document) else {
        let unread = document.status.is_unread();
        return if unread { doubt::unread() } else { Form::default() };
    };
    let marks = marks::marks(document, page);
    let is_unread = page.kind == PageKind::Scan && !page.is_read_in_part();
    if is_unread || doubt::is_legacy(page) || document.pages.iter().any(doubt::holds_two_documents) {
        return Form { marks, ..doubt::unread() };
    }
    let zones = Zones::of(page);
    let mut form = fields(document, &zones);
    form.marks = marks;
    if let Some(mark) = draft_in_title(&form) {
        form.marks.push(mark);
    }
    if page.lines.iter().any(|l| l.source == Source::Ocr) {
        doubt::doubt_absent_fields(&mut form);
    }
    doubt::doubt_hidden_fields(&mut form, page);
    let others: Vec<String> = document.pages.iter().flat_map(below::other_numbers).collect();
    if !others.is_empty() {
        doubt::doubt_read_fields(&mut form, others);
    }
    form
}

fn fields(document: &Document, zones: &Zones<'_>) -> Form {
    let first = doubt::first_page(document).map_or(1, |p| p.number);
    let mut number = number::number(zones);
    let mut issued = issued::issued(zones);
    let parent = parent::parent(zones);
    let has_own_number = number.field.state != FieldState::Absent;
    let agency = issuer::issuer(zones, &number);
    let mut issuer = agency.issuer;
    if let Some(parent) = parent.filter(|_| !has_own_number) {
        number.field = parent.number;
        number.parsed = parent.parsed;
        issued.date = parent.issued;
        if !issuer.is_present() {
            issuer = parent.issuer;
        }
    }
    let in_title = number.row.is_none() && number.field.source != Some(FieldSource::Parent);
    if issued.date.field.state == FieldState::Absent && in_title && number.parsed.is_some() {
        issued.date = in_heading(zones).unwrap_or_default();
    }
    let assembly = number.parsed.as_ref().is_some_and(|n| n.class == NumberClass::Assembly);
    if assembly && issued.date.field.state == FieldState::Absent {
        issued.date = law::adopted(document);
    }
    let head = zones.rows.get(zones.heading.as_ref().map_or(zones.head_end, |h| h.end)).map_or(usize::MAX, |r| r.index);
    let kind = kind::kind(zones, &number);
    if issued.date.field.state == FieldState::Absent && kind.value.as_deref() == Some("BB") {
        issued.date = issued::of_minutes(zones);
    }
    let signed = signer::signed(document, first, head, &issuer);
    let mut citations = citations::citations(document, first, head);
    citations.retain(|c| !parent::is_own(c, number.parsed.as_ref()));
    Form {
        r#type: kind,
        r#abstract: kind::subject(zones),
        number: number.field,
        issued: issued.date,
        place: issued.place,
        issuer,
        parent_issuer: agency.parent,
        signer: signed.signer,
        authority: signed.authority,
        citations,
        marks: Vec::new(),
    }
}

/// The draft mark of a title such as "Dự thảo Báo cáo kết quả …" or "Đề cương báo cáo …".
fn draft_in_title(form: &Form) -> Option<Mark> {
    let subject = form.r#abstract.value.as_deref()?;
    let is_draft = starts_with(subject, &["dự thảo", "đề cương"]);
    let is_new = is_draft && !form.has_mark(MarkKind::Draft);
    is_new.then(|| Mark {
        kind: MarkKind::Draft,
        place: form.r#abstract.place.clone(),
        quote: Some(subject.to_owned()),
    })
}

/// The date behind the number in a title that is one sentence: "… SỐ 12/2007/NĐ-CP NGÀY 09 THÁNG 3 NĂM 2007".
fn in_heading(zones: &Zones<'_>) -> Option<DateField> {
    use crate::text::date::find_dates;
    use crate::text::pattern::regex;
    let rows = number::heading_rows(zones);
    let label = regex!(r"(?i)\bs(?:ố|ô)\s*[:.]?\s*\d");
    let numbered = rows.iter().position(|row| label.is_match(row.text()))?;
    let row = &rows[numbered];
    let start = label.find(row.text())?.start();
    let same_row = find_dates(row.text()).into_iter().find(|d| d.range.start > start).map(|found| (row, found));
    // Or at the start of the next row.
    let next = rows.get(numbered + 1);
    let next = next.and_then(|row| Some((row, find_dates(row.text()).into_iter().find(|d| d.range.start <= 1)?)));
    let (row, found) = same_row.or(next)?;
    Some(issued::date_field(row.field(found.range.clone(), String::new()), &found))
}
