//! The parent document with which a document was issued: "(Ban hành kèm theo Quyết định số … ngày … của …)" under the
//! title. The document takes number, date and issuer from it.

use super::citations;
use super::issued::date_field;
use crate::form::field::{Citation, Field, FieldSource, FieldState};
use crate::form::layout::rows::Row;
use crate::form::layout::zones::{self, Zones};
use crate::text::date::{DateReading, find_dates};
use crate::text::pattern::regex;
use crate::text::symbol::DocumentNumber;

/// Number, date and issuer of the parent document.
#[derive(Debug, Default)]
pub(crate) struct Parent {
    pub(crate) number: Field,
    pub(crate) parsed: Option<DocumentNumber>,
    pub(crate) issued: crate::form::field::DateField,
    pub(crate) issuer: Field,
}

/// Longest reference to the parent, in rows.
const LONGEST: usize = 4;

/// Reads the reference to the parent among the rows above the body.
pub(crate) fn parent(zones: &Zones<'_>) -> Option<Parent> {
    let end = (zones.body + 2).min(zones.rows.len());
    let start = zones.rows[..end].iter().position(|row| zones::is_referral(row.text()))?;
    let mut text = String::new();
    let mut parts: Vec<(usize, &Row<'_>)> = Vec::new();
    for row in zones.rows[start..].iter().take(LONGEST) {
        if !text.is_empty() {
            text.push(' ');
        }
        parts.push((text.len(), row));
        text.push_str(row.text().trim_end());
        if text.trim_end().ends_with([')', '/', '.']) {
            break;
        }
    }
    let text = match text.find(')') {
        Some(close) => text[..close].to_owned(),
        None => text,
    };
    let (_, first) = parts.first()?;
    let at = |range: &std::ops::Range<usize>| {
        let part = parts.iter().rev().find(|(offset, _)| *offset <= range.start);
        part.map(|(offset, row)| (*row, range.start - offset..(range.end - offset).min(row.text().len())))
    };
    let field = |range: std::ops::Range<usize>, value: String| {
        let (row, local) = at(&range).unwrap_or((first, first.whole()));
        let mut field = row.field(local, value);
        field.source = Some(FieldSource::Parent);
        field.quote = text.get(range).map(str::to_owned);
        field
    };
    let (range, parsed) = number_in(&text)?;
    let mut result = Parent { number: field(range.clone(), parsed.text.clone()), ..Parent::default() };
    if parsed.is_blank() {
        // Electronic documents leave the line blank by rule (Decree 30/2020, Annex I): that does not make it a draft.
        result.number.state = FieldState::Unclear;
        result.number.value = None;
    }
    let behind = text.get(range.end..).unwrap_or_default();
    let open = regex!(r"(?i)^[\s,]*ng[àa]y[\s./…\d-]*(?:tháng[\s./…\d]*)?(?:năm[\s./…\d]*)?");
    let mut from = open.find(behind).map_or(0, |m| m.end());
    if let Some(found) = find_dates(behind).into_iter().next() {
        from = found.range.end;
        let place = range.end + found.range.start..range.end + found.range.end;
        result.issued = date_field(field(place, String::new()), &found);
        if found.reading == DateReading::Blank || result.issued.field.value.is_none() {
            result.issued.field.state = FieldState::Unclear;
        }
    }
    if parsed.is_blank() && result.issued.field.state == FieldState::Absent {
        result.issued.field.state = FieldState::Unclear;
    }
    if let Some((name, local)) = citations::issuer_behind(&behind[from..]) {
        let from = range.end + from;
        result.issuer = field(from + local.start..from + local.end, name);
    }
    result.parsed = (!parsed.is_blank()).then_some(parsed);
    Some(result)
}

/// The number behind the first "số" that has one, possibly blank, with its byte range.
fn number_in(text: &str) -> Option<(std::ops::Range<usize>, DocumentNumber)> {
    let label = regex!(r"(?i)\bs(?:ố|ô)\s*[:.]?\s*");
    for hit in label.find_iter(text) {
        if let Some((range, number)) = DocumentNumber::parse_start(&text[hit.end()..]) {
            return Some((hit.end() + range.start..hit.end() + range.end, number));
        }
    }
    crate::text::symbol::find_numbers(text).into_iter().next()
}

/// True if a citation names the document itself.
pub(crate) fn is_own(citation: &Citation, number: Option<&DocumentNumber>) -> bool {
    let cited = DocumentNumber::parse(&citation.number);
    matches!((cited, number), (Some(cited), Some(own)) if cited.same(own))
}
