//! Reads the letterhead of a page.

use super::known::{Completeness, Letterhead};
use crate::document::{Line, Page, Source};
use crate::form::field::{Field, FieldState};
use crate::form::fields::number::{self, Number};
use crate::form::fields::{issued, issuer, kind, parent};
use crate::form::layout::phrases::national_name;
use crate::form::layout::zones::Zones;
use crate::text::pattern::regex;

/// The letterhead of a page; `None` if it has none, or only that of a template or example. `above`: the lines before
/// those of the page.
pub(crate) fn letterhead(page: &Page, above: &[Line]) -> Option<Letterhead> {
    let heading = page.lines.iter().position(|l| national_name(&l.text).is_some())?;
    let (before, heading) = (&page.lines[..heading], &page.lines[heading]);
    // A template or an example that is printed in an annex.
    let template = regex!(r"(?i)^\W*(?:mẫu|biểu|phụ\s+lục|ví\s+dụ)\b|minh\s+h(?:ọa|oạ)|kèm\s+theo");
    if above.iter().chain(before).any(|line| template.is_match(&line.text)) {
        return None;
    }
    let zones = Zones::of(page);
    let is_recognised = heading.source == Source::Ocr;
    let number = number::number(&zones);
    if number.row.is_none() {
        return minutes(&zones).filter(|_| !is_recognised);
    }
    let issued = issued::issued(&zones).date.field;
    // On a scan, number or date may be handwritten: what is printed around them is enough.
    let is_filled = |field: &Field| match field.state {
        FieldState::Read => true,
        FieldState::Unclear => is_recognised,
        FieldState::Blank | FieldState::Absent => false,
    };
    let is_sure = number.field.state == FieldState::Read || number.symbol_is_sure || zones.heading.is_some();
    let read = |field: &Field| field.read().map(str::to_owned);
    let head = |completeness: Completeness, own: Option<String>, date: Option<String>| {
        let (issuer, subject) = (issuer::issuer(&zones, &number).issuer, kind::subject(&zones));
        let symbol = number.parsed.clone();
        Letterhead { completeness, number: own, date, issuer: read(&issuer), symbol, subject: read(&subject) }
    };
    if is_filled(&number.field) && is_filled(&issued) && is_sure {
        let (own, date) = read(&number.field).zip(read(&issued)).unzip();
        return Some(head(Completeness::Complete, own, date));
    }
    // OCR may miss what is filled in, and a document with a parent bears the parent's number: neither proves a draft.
    if is_recognised || parent::parent(&zones).is_some() || !has_agency(&zones, &number) {
        return None;
    }
    let (own, date) = (read(&number.field), read(&issued));
    let is_blank = number.field.state == FieldState::Blank && number.parsed.is_some() && zones.heading.is_some();
    let has_dots = || number.row.is_some_and(|at| zones.rows[at].text().contains(['…', '_']));
    if own.is_some() || date.is_some() {
        return Some(head(Completeness::Partial, own, date));
    }
    (is_blank && !has_dots()).then(|| head(Completeness::Blank, None, None))
}

/// The letterhead of minutes (biên bản), which have no number and give the date in their first sentence.
fn minutes(zones: &Zones<'_>) -> Option<Letterhead> {
    let is_minutes = zones.heading.as_ref().is_some_and(|h| h.title.capitals && h.title.doc_type.abbr == "BB");
    let is_dated = || issued::of_minutes(zones).field.value.is_some();
    (is_minutes && is_dated()).then_some(Letterhead {
        completeness: Completeness::Complete,
        number: None,
        date: None,
        issuer: None,
        symbol: None,
        subject: None,
    })
}

/// True if a letterhead names its issuer. A blank form does not ("TÊN CƠ QUAN", "UBND XÃ …").
fn has_agency(zones: &Zones<'_>, number: &Number) -> bool {
    let blank = regex!(r"(?i)^\W*tên\b|…|\.{2}|_{2}|\(\d\)");
    issuer::issuer(zones, number).issuer.read().is_some_and(|name| !blank.is_match(name))
}
