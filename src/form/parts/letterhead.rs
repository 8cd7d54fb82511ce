//! The letterhead of a document on a page.

use super::known::{Filled, Head};
use crate::document::{Line, Page, Source};
use crate::form::field::{Field, FieldState};
use crate::form::fields::number::{self, Number};
use crate::form::fields::{issued, issuer, kind, parent};
use crate::form::layout::phrases::national_name;
use crate::form::layout::zones::Zones;
use crate::text::pattern::regex;

/// The letterhead of a page, if it is that of a document; `above` are lines that stand before those of the page.
pub(crate) fn letterhead(page: &Page, above: &[Line]) -> Option<Head> {
    let heading = page.lines.iter().position(|l| national_name(&l.text).is_some())?;
    let (before, heading) = (&page.lines[..heading], &page.lines[heading]);
    // A form to be filled in or an example, printed in an annex.
    let model = regex!(r"(?i)^\W*(?:mẫu|biểu|phụ\s+lục|ví\s+dụ)\b|minh\s+h(?:ọa|oạ)|kèm\s+theo");
    if above.iter().chain(before).any(|line| model.is_match(&line.text)) {
        return None;
    }
    let zones = Zones::of(page);
    let is_recognised = heading.source == Source::Ocr;
    let number = number::number(&zones);
    if number.row.is_none() {
        return minutes(&zones).filter(|_| !is_recognised);
    }
    let issued = issued::issued(&zones).date.field;
    // On a scan a hand may have written the number or the day: what is printed around them is enough.
    let is_filled = |field: &Field| match field.state {
        FieldState::Read => true,
        FieldState::Unclear => is_recognised,
        FieldState::Blank | FieldState::Absent => false,
    };
    let is_sure = number.field.state == FieldState::Read || number.symbol_is_sure || zones.heading.is_some();
    let read = |field: &Field| field.read().map(str::to_owned);
    let head = |filled: Filled, own: Option<String>, day: Option<String>| {
        let (issuer, subject) = (issuer::issuer(&zones, &number).issuer, kind::subject(&zones));
        let symbol = number.parsed.clone();
        Head { filled, number: own, day, issuer: read(&issuer), symbol, subject: read(&subject) }
    };
    if is_filled(&number.field) && is_filled(&issued) && is_sure {
        let (own, day) = read(&number.field).zip(read(&issued)).unzip();
        return Some(head(Filled::Whole, own, day));
    }
    // Recognition overlooks what a form leaves open; what was issued with another document bears the other's number.
    if is_recognised || parent::parent(&zones).is_some() || !has_agency(&zones, &number) {
        return None;
    }
    let (own, day) = (read(&number.field), read(&issued));
    let is_open = number.field.state == FieldState::Blank && number.parsed.is_some() && zones.heading.is_some();
    let has_dots = || number.row.is_some_and(|at| zones.rows[at].text().contains(['…', '_']));
    if own.is_some() || day.is_some() {
        return Some(head(Filled::Partly, own, day));
    }
    (is_open && !has_dots()).then(|| head(Filled::Open, None, None))
}

/// Minutes bear no number, and tell their day in their first sentence.
fn minutes(zones: &Zones<'_>) -> Option<Head> {
    let is_minutes = zones.heading.as_ref().is_some_and(|h| h.title.capitals && h.title.doc_type.abbr == "BB");
    let is_dated = || issued::of_minutes(zones).field.value.is_some();
    let none = Head { filled: Filled::Whole, number: None, day: None, issuer: None, symbol: None, subject: None };
    (is_minutes && is_dated()).then_some(none)
}

/// True if a letterhead names who issues: a form leaves the place open ("TÊN CƠ QUAN", "UBND XÃ …").
fn has_agency(zones: &Zones<'_>, number: &Number) -> bool {
    let open = regex!(r"(?i)^\W*tên\b|…|\.{2}|_{2}|\(\d\)");
    issuer::issuer(zones, number).issuer.read().is_some_and(|name| !open.is_match(name))
}
