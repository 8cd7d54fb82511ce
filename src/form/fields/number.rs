//! Number and symbol (số, ký hiệu): in the letterhead under the issuer, or in a title that is one sentence.

use std::ops::Range;

use super::issued;
use crate::form::field::{Field, FieldState};
use crate::form::layout::phrases::{motto, national_name, starts_with};
use crate::form::layout::rows::{Row, Side};
use crate::form::layout::zones::{self, Zones};
use crate::text::pattern::regex;
use crate::text::symbol::{self, DocumentNumber};

/// The number as a field, with its parts if it could be parsed.
#[derive(Debug, Default)]
pub(crate) struct Number {
    pub(crate) field: Field,
    pub(crate) parsed: Option<DocumentNumber>,
    /// Index of its row in the letterhead; `None` if it was read elsewhere.
    pub(crate) row: Option<usize>,
    /// The symbol can be trusted, even if OCR was uncertain about the digits.
    pub(crate) symbol_is_sure: bool,
}

/// A row of the letterhead that may contain the number.
struct Candidate {
    row: usize,
    range: Range<usize>,
    number: Option<DocumentNumber>,
    /// The text behind "Số:"; in OCR text only the part before the slash.
    raw: String,
    sure: bool,
}

/// Reads the number of the document.
pub(crate) fn number(zones: &Zones<'_>) -> Number {
    let candidates: Vec<Candidate> = (0..zones.head_end).filter_map(|at| candidate(zones, at)).collect();
    first_number(zones, &candidates)
        .or_else(|| in_title(zones))
        .or_else(|| misspelled(zones))
        .or_else(|| in_legacy_encoding(zones))
        .or_else(|| candidates.first().map(|first| without_symbol(zones, first)))
        .unwrap_or_default()
}

/// The first candidate that is a number; unclear if another candidate is a different number.
fn first_number(zones: &Zones<'_>, candidates: &[Candidate]) -> Option<Number> {
    let mut numbers = candidates.iter().filter_map(|c| Some((c, c.number.as_ref()?)));
    let (first, number) = numbers.next()?;
    let row = &zones.rows[first.row];
    let mut field = row.field(first.range.clone(), number.text.clone());
    if number.is_blank() && row.is_recognised() && !first.raw.is_empty() {
        // There are digits, but handwritten and not readable.
        field.state = FieldState::Unclear;
        field.value = Some(format!("…{}", number.text));
    } else if number.is_blank() {
        field.state = FieldState::Blank;
        field.value = None;
    } else if number.is_damaged() || !first.sure {
        field.state = FieldState::Unclear;
    }
    let others: Vec<String> = numbers.filter(|(_, n)| !n.same(number)).map(|(_, n)| n.text.clone()).collect();
    if !others.is_empty() {
        field.state = FieldState::Unclear;
        field.candidates = others;
    }
    let slash = row.text().find('/').unwrap_or(row.text().len());
    let symbol_is_sure = row.words(&(slash..first.range.end.max(slash))).all(|(_, sure)| sure);
    Some(Number { field, parsed: Some(number.clone()), row: Some(first.row), symbol_is_sure })
}

/// "Số:" with nothing behind it, as in a draft, or "Số: 123" without a symbol, which may be the number of a register.
fn without_symbol(zones: &Zones<'_>, candidate: &Candidate) -> Number {
    let row = &zones.rows[candidate.row];
    let raw = &candidate.raw;
    let mut field = row.field(candidate.range.clone(), raw.trim().to_owned());
    if !raw.contains(char::is_alphanumeric) || regex!(r"^[\s.…_]*[/-]").is_match(raw) {
        field.state = FieldState::Blank;
        field.value = None;
    } else {
        field.state = FieldState::Unclear;
    }
    Number { field, parsed: None, row: Some(candidate.row), symbol_is_sure: false }
}

/// True if a row cannot contain the number: it is in the right column, or is the subject of a letter.
fn is_elsewhere(zones: &Zones<'_>, row: &Row<'_>) -> bool {
    let is_right = row.side == Side::Right && zones.has_national_name && row.line().rect.is_some();
    is_right || zones::is_subject(row.text())
}

fn candidate(zones: &Zones<'_>, at: usize) -> Option<Candidate> {
    let row = &zones.rows[at];
    let text = row.text();
    if is_elsewhere(zones, row) {
        return None;
    }
    if !zones::is_number_row(text) {
        // Without "Số:" the row must be a number and nothing else, such as the Party's "12-KH/TU".
        let number = DocumentNumber::parse(text).filter(|n| !n.is_blank())?;
        return Some(Candidate { row: at, range: row.whole(), number: Some(number), raw: String::new(), sure: true });
    }
    if row.is_recognised() {
        return recognised(row, at);
    }
    let mended = join_digits(text);
    if let Some(whole) = broken(zones, at, &mended) {
        return Some(Candidate { row: at, range: row.whole(), number: Some(whole), raw: String::new(), sure: true });
    }
    let (range, number) = match DocumentNumber::parse_start(&mended) {
        Some((range, number)) => (0..range.end.min(text.len()), Some(number)),
        None => (row.whole(), None),
    };
    let rest = mended.get(number.as_ref().map_or(mended.len(), |_| range.end)..).unwrap_or_default();
    let sure = rest_is_known(rest);
    let raw = symbol::strip_label(text).to_owned();
    if number.is_none() && raw.contains(char::is_alphabetic) && !raw.contains('/') {
        return None;
    }
    Some(Candidate { row: at, range: clip(text, range), number, raw, sure })
}

/// A number whose symbol is broken at its hyphen or slash and continues in the next row of the same column. A row of
/// the other column may come between.
fn broken(zones: &Zones<'_>, at: usize, text: &str) -> Option<DocumentNumber> {
    let row = &zones.rows[at];
    let is_below = |next: &&Row<'_>| match (row.line().rect, next.line().rect) {
        (Some(above), Some(rect)) => {
            rect.x0 < above.x1 && rect.x1 > above.x0 && rect.y0 > above.y0 && rect.y0 < above.y1 + above.height()
        }
        _ => next.line().cell.is_some() == row.line().cell.is_some() && next.is_in_column_of(row),
    };
    let next = zones.rows.get(at + 1..)?.iter().take(3).find(is_below)?.text().trim();
    let is_separator = |c: char| "-–—‐‑‒−/".contains(c);
    let text = text.trim_end();
    let is_begun = text.ends_with(is_separator) && next.starts_with(char::is_uppercase);
    let is_ended = next.starts_with(is_separator) && !text.ends_with(is_separator);
    DocumentNumber::parse(&format!("{text}{next}")).filter(|_| is_begun || is_ended)
}

/// A misspelled number: a letter for a digit ("O12/QĐ-SNV"), another label ("No: 12/QĐ-SNV"). Unclear.
fn misspelled(zones: &Zones<'_>) -> Option<Number> {
    let shape = regex!(
        r"^\W*(?:(?i:s[ốôo]|n[o°ºr]|number)\s?[.:]*\s*|[:.]\s*)(?P<ordinal>[\dOoQIl|SB]{1,6})(?P<symbol>\s*/.*)$"
    );
    zones.head().iter().enumerate().find_map(|(at, row)| {
        if is_elsewhere(zones, row) {
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

/// "Số:" in TCVN3 or VNI, in a line too short for detecting its encoding: there is a number, but it is unclear.
fn in_legacy_encoding(zones: &Zones<'_>) -> Option<Number> {
    let shape = regex!(r"(?i)^\W*(?:sè|soá)\s*[:.]\s*\d");
    let (at, row) = zones.head().iter().enumerate().find(|(_, row)| shape.is_match(row.text()))?;
    let field = Field { value: None, state: FieldState::Unclear, ..row.field(row.whole(), String::new()) };
    Some(Number { field, parsed: None, row: Some(at), symbol_is_sure: false })
}

/// The number in a row of OCR text. The part before the slash may be handwritten and misread; the printed symbol behind
/// it is read all the same: "Số: 4Ð5_ /TM-SYT", "Số: 4956/syt-nvy".
fn recognised(row: &Row<'_>, at: usize) -> Option<Candidate> {
    let text = row.text();
    let rest = symbol::strip_label(text);
    let slash = regex!(r"/\s*(?:(?:19|20)\d\d\s*/\s*)?\p{L}{2}").find(rest)?;
    let (written, behind) = (rest[..slash.start()].trim(), &rest[slash.start()..]);
    if written.chars().count() > 16 {
        return None;
    }
    let ordinal = if regex!(r"^\d{1,6}[a-zđ]?$").is_match(written) { written } else { "" };
    let upper = behind.to_uppercase();
    let as_printed = DocumentNumber::parse_start(&format!("{ordinal}{behind}"));
    let (range, number) = as_printed.clone().or_else(|| DocumentNumber::parse_start(&format!("{ordinal}{upper}")))?;
    let end = text.len() - rest.len() + slash.start() + range.end.saturating_sub(ordinal.len());
    let rest = text.get(end..).unwrap_or_default();
    let sure = as_printed.is_some() && !ordinal.is_empty() && rest_is_known(rest);
    Some(Candidate { row: at, range: clip(text, 0..end), number: Some(number), raw: written.to_owned(), sure })
}

/// Joins digits that are separated by spaces: "Số: 1 6/QĐ-UBND".
fn join_digits(text: &str) -> String {
    let torn = regex!(r"^(?P<label>[^\d/]{0,20}?:\s*)(?P<n>\d(?:\s\d){1,5})(?P<rest>\s*[/-].*)$");
    match torn.captures(text) {
        Some(c) => format!("{}{}{}", &c["label"], c["n"].replace(' ', ""), &c["rest"]),
        None => text.to_owned(),
    }
}

/// The range with its end moved back into the text, to a character boundary.
fn clip(text: &str, range: Range<usize>) -> Range<usize> {
    let mut end = range.end.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    range.start..end
}

/// True if the text behind a number is empty, belongs to the other column, or is the subject of a letter.
fn rest_is_known(rest: &str) -> bool {
    // A dash or slash without a further part of the symbol: the number is incomplete.
    if regex!(r"^(?:[-–—‐‑‒−/]\s*(?:$|[^-–—‐‑‒−/\s_])|\s*[-–—‐‑‒−/]\s*$)").is_match(rest)
    {
        return false;
    }
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    rest.is_empty()
        || zones::is_subject(rest)
        || national_name(rest).is_some()
        || motto(rest).is_some()
        || issued::has_date(rest)
}

/// The number behind type and issuer in the title: "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 12/2007/NĐ-CP NGÀY …". Never from the
/// subject, which may cite another document.
fn in_title(zones: &Zones<'_>) -> Option<Number> {
    let heading = zones.heading.as_ref()?;
    let rows = zones.rows.get(heading.row..(heading.end + 2).min(zones.body))?;
    let label = regex!(r"(?i)^\W*(?:của\s+[\p{L}\s,]{2,60}?\s+)?s(?:ố|ô)\s*[:.]?\s*");
    for (at, row) in rows.iter().enumerate() {
        let first = at == 0;
        let text = row.text();
        let behind = if first { text.get(heading.title.range.end..)? } else { text };
        let Some(hit) = label.find(behind) else {
            let is_type_alone = first && behind.trim().is_empty();
            if !is_type_alone && !starts_with(behind, &["của"]) {
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

/// The rows of the title and up to three behind it, where a title that is one sentence has issuer, number and date.
pub(crate) fn heading_rows<'z, 'a>(zones: &'z Zones<'a>) -> &'z [Row<'a>] {
    match &zones.heading {
        Some(heading) => zones.rows.get(heading.row..(heading.end + 3).min(zones.body)).unwrap_or_default(),
        None => &[],
    }
}
