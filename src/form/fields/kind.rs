//! Type (tên loại) and subject (trích yếu): the title and the rows under it, or "V/v …" under the number of an official
//! letter.

use super::number::Number;
use crate::form::field::{Field, FieldSource, FieldState};
use crate::form::layout::phrases::starts_with;
use crate::form::layout::rows::{Row, Side, extend_place};
use crate::form::layout::zones::{self, Zones};
use crate::text::collapse_spaces;
use crate::text::doctype::{self, OFFICIAL_LETTER};
use crate::text::pattern::regex;
use crate::text::period::period_of_title;
use crate::text::symbol::NumberClass;

/// A longer subject is cut, in characters (Decree 30/2020, Annex VI allows 500).
const LONGEST_SUBJECT: usize = 600;

/// Reads the type from the title. Without a title the document is an official letter if it has a subject line, or the
/// symbol of a letter and "Kính gửi"; otherwise the type comes from the symbol.
pub(crate) fn kind(zones: &Zones<'_>, number: &Number) -> Field {
    let symbol = number.parsed.as_ref().and_then(|n| n.kind);
    if let Some(heading) = &zones.heading {
        let title = &heading.title;
        let row = &zones.rows[heading.row];
        let mut field =
            row.field(title.range.start..title.range.end.min(row.text().len()), title.doc_type.abbr.to_owned());
        // The title is the name of a type, letter for letter: low OCR confidence does not matter.
        if row.is_recognised() && title.capitals {
            field.state = FieldState::Read;
        }
        // "QUY CHẾ (Ban hành kèm theo Quyết định số …)": the symbol is that of the parent document.
        let from_parent = number.field.source == Some(FieldSource::Parent);
        // If title and symbol disagree, a human reviewer decides.
        if let Some(symbol) = symbol.filter(|s| !from_parent && !doctype::agree(title.doc_type.abbr, s)) {
            field.state = FieldState::Unclear;
            field.candidates = vec![symbol.to_owned()];
        }
        return field;
    }
    if number.field.source == Some(FieldSource::Parent) {
        return Field::default();
    }
    let addressed = zones.rows.get(zones.head_end..).unwrap_or_default().iter().take(12);
    let addressed = addressed.chain(zones.head()).any(|row| starts_with(row.text(), &["kính gửi", "kính gởi"]));
    let subject = subject_rows(zones);
    let Some(parsed) = &number.parsed else {
        // "V/v" without any number: the draft of a letter if it has "Kính gửi", otherwise uncertain.
        let state = |field: Field| if addressed { field } else { Field { state: FieldState::Unclear, ..field } };
        return subject.first().map_or_else(Field::default, |row| state(letter(row)));
    };
    if parsed.class == NumberClass::Assembly {
        return Field::default();
    }
    match subject.first() {
        Some(row) if symbol.is_none_or(|s| s == OFFICIAL_LETTER) => letter(row),
        _ if parsed.is_letter() && addressed => of_symbol(number, OFFICIAL_LETTER, FieldState::Read),
        // The title was not found or is an image: nothing confirms the type in the symbol.
        _ => match symbol {
            Some(symbol) => of_symbol(number, symbol, FieldState::Unclear),
            None => Field::default(),
        },
    }
}

/// The type of an official letter, from its subject row.
fn letter(row: &Row<'_>) -> Field {
    // "V/v" is sufficient, however well OCR read the subject.
    let field = row.field(row.whole(), OFFICIAL_LETTER.to_owned());
    let state = if row.is_recognised() { FieldState::Read } else { field.state };
    Field { state, ..field }
}

/// A type that the symbol of the number names.
fn of_symbol(number: &Number, abbr: &str, state: FieldState) -> Field {
    // Where the number is handwritten, the printed symbol is still readable.
    let by_hand = number.field.source == Some(FieldSource::Ocr) && number.symbol_is_sure;
    let is_unclear = number.field.state == FieldState::Unclear && !by_hand;
    let state = if is_unclear { FieldState::Unclear } else { state };
    Field { value: Some(abbr.to_owned()), state, candidates: Vec::new(), ..number.field.clone() }
}

/// Reads the subject: under the title, or behind "V/v".
pub(crate) fn subject(zones: &Zones<'_>) -> Field {
    let Some(heading) = &zones.heading else {
        let letter = join(&subject_rows(zones), 0);
        return if letter.is_present() { letter } else { annex(zones) };
    };
    let row = &zones.rows[heading.row];
    let rest = row.text().get(heading.title.range.end..).unwrap_or_default();
    let rest = if heading.end > heading.row + 1 { "" } else { rest };
    let mut rows: Vec<Row<'_>> = Vec::new();
    if rest.chars().any(char::is_alphanumeric) {
        rows.push(row.tail(heading.title.range.end));
    }
    let bold = row.line().bold;
    for next in zones.under_title() {
        let capitals = next.is_capitals();
        // A year that wraps belongs to the title however it is set.
        let is_year = is_year(next.text());
        let stops = next.is_rule()
            || zones::is_referral(next.text())
            || starts_with(next.text(), &["kính gửi", "kính gởi"])
            || !is_year && bold && !next.line().bold && rows.iter().any(|r| r.line().bold)
            || !is_year && capitals && rows.iter().any(|r| !r.is_capitals())
            || next.line().rect.is_none() && is_sentence(next.text())
            || capitals && is_authority(next.text())
            || rows.last().is_some_and(|above| !is_issuer_or_number(above) && is_paragraph(above, next));
        // The first row below the title is taken even if it looks like the end, unless it certainly is another element.
        let can_stop = !rows.is_empty() || zones::is_referral(next.text()) || capitals && is_authority(next.text());
        let is_body = next.line().rect.is_some() && is_paragraph(rows.first().unwrap_or(row), next);
        if is_body || stops && can_stop {
            break;
        }
        if !next.is_rule() {
            rows.push(next.clone());
        }
    }
    if rows.is_empty() {
        // "(V/v …)" under the number, although the document has a title.
        rows = subject_rows(zones);
    }
    // In "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ … NGÀY …" the subject follows the date.
    let skip = usize::from(rows.first().is_some_and(is_issuer_or_number));
    join(&rows, skip)
}

/// True for the rest of a title with issuer or number behind the type: "CỦA CHÍNH PHỦ SỐ … NGÀY …".
fn is_issuer_or_number(row: &Row<'_>) -> bool {
    starts_with(row.text(), &["của", "số"])
}

/// True if `next`, in plain letters, does not continue the title or subject `above`: it is not centred below it or,
/// without coordinates, it begins a new sentence.
fn is_paragraph(above: &Row<'_>, next: &Row<'_>) -> bool {
    if next.line().bold || next.is_capitals() {
        return false;
    }
    match (above.line().rect, next.line().rect) {
        (Some(a), Some(b)) => (a.center_x() - b.center_x()).abs() > 36.0 && (a.x0 - b.x0).abs() > 12.0,
        (None, None) => {
            let opens_anew = next.text().trim_start().starts_with(char::is_uppercase);
            let is_period = period_of_title(next.text()).is_some_and(|period| period.range.start < 6);
            let same = above.line().paragraph == next.line().paragraph;
            opens_anew && !is_period && !same && !above.is_capitals() && !is_open(above.text())
        }
        _ => false,
    }
}

/// True for the year of a title in a row of its own: "2018", "NĂM 2018".
fn is_year(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:năm\s+)?(?:19|20)\d\d\W*$").is_match(text)
}

/// True if a row breaks off inside a phrase, so that the next row continues it.
fn is_open(text: &str) -> bool {
    let open = regex!(
        r"(?i)(?:[,–-]|\s(?:và|của|về|theo|với|cho|các|tại|ở|trong|từ|đến|do|thuộc|trên|số|năm|quý|tháng|ngày|tỉnh|huyện))$"
    );
    open.is_match(text.trim_end())
}

/// True if a row ends like a paragraph of the body; titles do not.
fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', ';', ':', '!'])
}

/// The title of an annex: the rows in capitals above "(Kèm theo …)".
fn annex(zones: &Zones<'_>) -> Field {
    let Some(end) = zones.rows[..zones.body].iter().position(|r| zones::is_referral(r.text())) else {
        return Field::default();
    };
    let above = zones.rows[..end].iter().rev().filter(|r| !r.is_rule()).take_while(|r| r.is_capitals());
    let mut rows: Vec<Row<'_>> = above.cloned().collect();
    rows.reverse();
    join(&rows, 0)
}

/// True for the issuing authority, as it is written between the subject and the legal bases.
pub(crate) fn is_authority(text: &str) -> bool {
    starts_with(
        text,
        &[
            "ủy ban nhân dân",
            "hội đồng nhân dân",
            "chủ tịch",
            "giám đốc",
            "bộ trưởng",
            "thủ tướng",
            "chính phủ",
            "quốc hội",
            "ủy ban thường vụ",
            "cục trưởng",
            "tổng cục trưởng",
            "chánh văn phòng",
            "hiệu trưởng",
            "thống đốc",
            "chánh thanh tra",
            "tổng thanh tra",
            "trưởng ban",
            "trưởng phòng",
            "chi cục trưởng",
        ],
    )
}

/// The rows of "V/v …": the first row and those below it in its column, up to the next element.
fn subject_rows<'a>(zones: &Zones<'a>) -> Vec<Row<'a>> {
    let end = zones.body.max(zones.head_end);
    let Some(start) = zones.rows[..end].iter().position(|r| zones::is_subject(r.text())) else { return Vec::new() };
    let first = &zones.rows[start];
    let mut rows = vec![first.clone()];
    let mut bottom = first.line().rect;
    for next in &zones.rows[start + 1..end] {
        let below = match (bottom, next.line().rect) {
            (Some(above), Some(rect)) => rect.y0 - above.y1 < 10.0 && rect.x0 < above.x1 && rect.x1 > above.x0,
            (None, None) => next.side == first.side && first.line().cell.is_some(),
            _ => false,
        };
        let other = next.is_rule()
            || next.line().rect.is_some() && rows.iter().all(|above| is_paragraph(above, next))
            || super::issued::has_date(next.text())
            || starts_with(next.text(), &["kính gửi", "kính gởi"]);
        if next.side == Side::Right && first.side != Side::Right {
            continue;
        }
        if !below || other {
            break;
        }
        bottom = next.line().rect;
        rows.push(next.clone());
    }
    rows
}

/// The rows, without the first `skip`, joined into a field.
fn join(rows: &[Row<'_>], skip: usize) -> Field {
    let rows = rows.get(skip..).unwrap_or_default();
    let Some(first) = rows.first() else { return Field::default() };
    let text = rows.iter().map(Row::text).collect::<Vec<_>>().join(" ");
    let text = collapse_spaces(&text);
    let value: String =
        text.trim_matches(|c: char| matches!(c, '(' | ')' | ' ' | '*')).chars().take(LONGEST_SUBJECT).collect();
    if value.is_empty() {
        return Field::default();
    }
    let mut field = first.field(first.whole(), value);
    field.quote = Some(text.chars().take(LONGEST_SUBJECT).collect());
    extend_place(&mut field, rows);
    field
}
