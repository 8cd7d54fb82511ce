//! Number and symbol (số, ký hiệu): in the letterhead under the issuer, or in the title of a one-sentence heading.

use std::ops::Range;

use super::issued;
use crate::form::field::{Field, FieldState};
use crate::form::layout::phrases::{device, motto};
use crate::form::layout::rows::{Row, Side};
use crate::form::layout::zone::{self, Zone};
use crate::text::pattern::regex;
use crate::text::symbol::{self, DocumentNumber};

/// The number as a field, with its parts if it is one.
#[derive(Debug, Default)]
pub(crate) struct Number {
    pub(crate) field: Field,
    pub(crate) parsed: Option<DocumentNumber>,
    /// Row of the letterhead that it stands in.
    pub(crate) row: Option<usize>,
    /// Recognition was sure of the symbol, whatever it made of the digits.
    pub(crate) symbol_is_sure: bool,
}

/// A row of the letterhead that may carry the number.
struct Candidate {
    row: usize,
    range: Range<usize>,
    number: Option<DocumentNumber>,
    /// What stands behind "Số:" if it is no number.
    bare: String,
    sure: bool,
}

/// Reads the number of the letterhead.
pub(crate) fn number(zone: &Zone<'_>) -> Number {
    let found: Vec<Candidate> = zone.head().iter().enumerate().filter_map(|(at, _)| candidate(zone, at)).collect();
    let numbered: Vec<&Candidate> = found.iter().filter(|c| c.number.is_some()).collect();
    if let [first, rest @ ..] = numbered.as_slice() {
        let row = &zone.rows[first.row];
        let Some(number) = &first.number else { return Number::default() };
        let mut field = row.field(first.range.clone(), number.text.clone());
        if number.is_blank() && row.is_recognised() && !first.bare.is_empty() {
            // The digits are there, in a hand that is not read.
            field.state = FieldState::Unclear;
            field.value = Some(format!("…{}", number.text));
        } else if number.is_blank() {
            field.state = FieldState::Blank;
            field.value = None;
        } else if number.is_damaged() || !first.sure {
            field.state = FieldState::Unclear;
        }
        let others: Vec<&str> = rest
            .iter()
            .filter_map(|c| c.number.as_ref())
            .filter(|n| !n.same(number))
            .map(|n| n.text.as_str())
            .collect();
        if !others.is_empty() {
            field.state = FieldState::Unclear;
            field.candidates = others.into_iter().map(str::to_owned).collect();
        }
        let stroke = row.text().find('/').unwrap_or(row.text().len());
        let symbol_is_sure = row.words(&(stroke..first.range.end.max(stroke))).all(|(_, sure)| sure);
        return Number { field, parsed: first.number.clone(), row: Some(first.row), symbol_is_sure };
    }
    if let Some(number) = in_title(zone) {
        return number;
    }
    if let Some(number) = odd(zone).or_else(|| in_old_encoding(zone)) {
        return number;
    }
    // "Số:" with nothing behind it is a draft; "Số: 123" without a symbol may be a register's number.
    match found.first() {
        Some(bare) => {
            let row = &zone.rows[bare.row];
            let digits: String = bare.bare.chars().filter(|c| c.is_alphanumeric()).collect();
            let mut field = row.field(bare.range.clone(), bare.bare.trim().to_owned());
            let open = regex!(r"^[\s.…_]*[/-]").is_match(&bare.bare);
            if digits.is_empty() || open {
                field.state = FieldState::Blank;
                field.value = None;
            } else {
                field.state = FieldState::Unclear;
            }
            Number { field, parsed: None, row: Some(bare.row), symbol_is_sure: false }
        }
        None => Number::default(),
    }
}

fn candidate(zone: &Zone<'_>, at: usize) -> Option<Candidate> {
    let row = &zone.rows[at];
    let text = row.text();
    if row.side == Side::Right && zone.has_motto && row.line().rect.is_some() || zone::is_subject(text) {
        return None;
    }
    let labelled = zone::is_number_row(text);
    if !labelled {
        // Without "Số:" only a row that is a number and nothing else, such as the Party's "12-KH/TU".
        let number = DocumentNumber::parse(text).filter(|n| !n.is_blank())?;
        return Some(Candidate { row: at, range: row.whole(), number: Some(number), bare: String::new(), sure: true });
    }
    if row.is_recognised() {
        return recognised(row, at);
    }
    let mended = mend(text);
    let (range, number) = match DocumentNumber::parse_start(&mended) {
        Some((range, number)) => (0..range.end.min(text.len()), Some(number)),
        None => (row.whole(), None),
    };
    let rest = mended.get(number.as_ref().map_or(mended.len(), |_| range.end)..).unwrap_or_default();
    if let Some(whole) = broken(zone, at, &mended) {
        return Some(Candidate { row: at, range: row.whole(), number: Some(whole), bare: String::new(), sure: true });
    }
    let sure = rest_is_known(rest);
    let bare = symbol::strip_label(text).to_owned();
    if number.is_none() && bare.contains(char::is_alphabetic) && !bare.contains('/') {
        return None;
    }
    Some(Candidate { row: at, range: clip(text, range), number, bare, sure })
}

/// A symbol broken at its hyphen or stroke: the next row of the same column ends it. Between them the other column's row
/// may stand.
fn broken(zone: &Zone<'_>, at: usize, text: &str) -> Option<DocumentNumber> {
    let row = &zone.rows[at];
    let is_below = |next: &&Row<'_>| match (row.line().rect, next.line().rect) {
        (Some(above), Some(rect)) => {
            rect.x0 < above.x1 && rect.x1 > above.x0 && rect.y0 > above.y0 && rect.y0 < above.y1 + above.height()
        }
        _ => next.line().cell.is_some() == row.line().cell.is_some() && next.is_in_column_of(row),
    };
    let next = zone.rows.get(at + 1..)?.iter().take(3).find(is_below)?.text().trim();
    let is_stroke = |c: char| "-–—‐‑‒−/".contains(c);
    let text = text.trim_end();
    let is_begun = text.ends_with(is_stroke) && next.starts_with(char::is_uppercase);
    let is_ended = next.starts_with(is_stroke) && !text.ends_with(is_stroke);
    DocumentNumber::parse(&format!("{text}{next}")).filter(|_| is_begun || is_ended)
}

/// Something that is meant as a number and printed as none: a letter for a digit ("O12/QĐ-SNV"), another label
/// ("No: 12/QĐ-SNV"). Offered, not stated.
fn odd(zone: &Zone<'_>) -> Option<Number> {
    let shape = regex!(
        r"^\W*(?:(?i:s[ốôo]|n[o°ºr]|number)\s?[.:]*\s*|[:.]\s*)(?P<ordinal>[\dOoQIl|SB]{1,6})(?P<symbol>\s*/.*)$"
    );
    zone.head().iter().enumerate().find_map(|(at, row)| {
        if row.side == Side::Right && zone.has_motto && row.line().rect.is_some() || zone::is_subject(row.text()) {
            return None;
        }
        let captures = shape.captures(row.text())?;
        let digits = captures["ordinal"].replace(['O', 'o', 'Q'], "0").replace(['I', 'l', '|'], "1");
        let digits = digits.replace('S', "5").replace('B', "8");
        let (_, parsed) = DocumentNumber::parse_start(&format!("{digits}{}", &captures["symbol"]))?;
        let mut field = row.field(row.whole(), parsed.text.clone());
        field.state = FieldState::Unclear;
        Some(Number { field, parsed: Some(parsed), row: Some(at), symbol_is_sure: true })
    })
}

/// "Số:" as TCVN3 or VNI write it, in a line too short to tell its encoding: a number is there.
fn in_old_encoding(zone: &Zone<'_>) -> Option<Number> {
    let shape = regex!(r"(?i)^\W*(?:sè|soá)\s*[:.]\s*\d");
    let (at, row) = zone.head().iter().enumerate().find(|(_, row)| shape.is_match(row.text()))?;
    let field = Field { value: None, state: FieldState::Unclear, ..row.field(row.whole(), String::new()) };
    Some(Number { field, parsed: None, row: Some(at), symbol_is_sure: false })
}

/// The number of a recognised row. What stands before the stroke may be written by hand and come out as anything, the
/// printed symbol behind it is read all the same: "Số: 4Ð5_ /TM-SYT", "Số: 4956/syt-nvy".
fn recognised(row: &Row<'_>, at: usize) -> Option<Candidate> {
    let text = row.text();
    let rest = symbol::strip_label(text);
    let stroke = regex!(r"/\s*(?:(?:19|20)\d\d\s*/\s*)?\p{L}{2}").find(rest)?;
    let (written, behind) = (rest[..stroke.start()].trim(), &rest[stroke.start()..]);
    if written.chars().count() > 16 {
        return None;
    }
    let ordinal = if regex!(r"^\d{1,6}[a-zđ]?$").is_match(written) { written } else { "" };
    let upper = behind.to_uppercase();
    let as_printed = DocumentNumber::parse_start(&format!("{ordinal}{behind}"));
    let (range, number) = as_printed.clone().or_else(|| DocumentNumber::parse_start(&format!("{ordinal}{upper}")))?;
    let end = text.len() - rest.len() + stroke.start() + range.end.saturating_sub(ordinal.len());
    let rest = text.get(end..).unwrap_or_default();
    let sure = as_printed.is_some() && !ordinal.is_empty() && rest_is_known(rest);
    Some(Candidate { row: at, range: clip(text, 0..end), number: Some(number), bare: written.to_owned(), sure })
}

/// Digits torn by spaces: "Số: 1 6/QĐ-UBND".
fn mend(text: &str) -> String {
    let torn = regex!(r"^(?P<label>[^\d/]{0,20}?:\s*)(?P<n>\d(?:\s\d){1,5})(?P<rest>\s*[/-].*)$");
    match torn.captures(text) {
        Some(c) => format!("{}{}{}", &c["label"], c["n"].replace(' ', ""), &c["rest"]),
        None => text.to_owned(),
    }
}

fn clip(text: &str, range: Range<usize>) -> Range<usize> {
    let mut end = range.end.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    range.start..end
}

/// Behind the number stands nothing, the other column, or the subject of a letter.
fn rest_is_known(rest: &str) -> bool {
    // A dash or stroke that no further part of the symbol follows.
    if regex!(r"^(?:[-–—‐‑‒−/]\s*(?:$|[^-–—‐‑‒−/\s_])|\s*[-–—‐‑‒−/]\s*$)").is_match(rest)
    {
        return false;
    }
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    rest.is_empty()
        || zone::is_subject(rest)
        || motto(rest).is_some()
        || device(rest).is_some()
        || issued::has_date(rest)
}

/// "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 12/2007/NĐ-CP NGÀY …": number behind the type and the issuer. Never from the subject,
/// which may cite any other document.
fn in_title(zone: &Zone<'_>) -> Option<Number> {
    let heading = zone.heading.as_ref()?;
    let rows = zone.rows.get(heading.row..(heading.end + 2).min(zone.body))?;
    let label = regex!(r"(?i)^\W*(?:của\s+[\p{L}\s,]{2,60}?\s+)?s(?:ố|ô)\s*[:.]?\s*");
    for (at, row) in rows.iter().enumerate() {
        let first = at == 0;
        let text = row.text();
        let behind = if first { text.get(heading.title.range.end..)? } else { text };
        let Some(hit) = label.find(behind) else {
            if first && !behind.trim().is_empty() && !starts_with_of(behind) {
                return None;
            }
            if !first && !starts_with_of(behind) {
                return None;
            }
            continue;
        };
        let start = text.len() - behind.len() + hit.end();
        let (range, parsed) = DocumentNumber::parse_start(&text[start..])?;
        let field = row.field(start..start + range.end, parsed.text.clone());
        return Some(Number { field, parsed: Some(parsed), row: None, symbol_is_sure: true });
    }
    None
}

fn starts_with_of(text: &str) -> bool {
    crate::form::layout::phrases::starts_with(text, &["của"])
}

/// The row of a one-sentence heading that carries the number, with what stands behind it.
pub(crate) fn heading_rows<'z, 'a>(zone: &'z Zone<'a>) -> &'z [Row<'a>] {
    match &zone.heading {
        Some(heading) => zone.rows.get(heading.row..(heading.end + 3).min(zone.body)).unwrap_or_default(),
        None => &[],
    }
}
