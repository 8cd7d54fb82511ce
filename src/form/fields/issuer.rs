//! The issuing agency (tên cơ quan ban hành) and its parent agency: left column of the letterhead, above the number.

use std::sync::LazyLock;

use serde::Deserialize;

use super::kind::is_authority;
use super::number::{Number, heading_rows};
use crate::form::field::{Field, FieldState};
use crate::form::layout::phrases::{motto, national_name, rest_of_national_name, starts_with};
use crate::form::layout::rows::{Row, Side, extend_place};
use crate::form::layout::zones::{self, Zones};
use crate::text::pattern::regex;
use crate::text::symbol::{DocumentNumber, NumberClass};
use crate::text::{Key, collapse_spaces, doctype};

/// A row of issuers.toml: the abbreviation of an issuer in document numbers.
#[derive(Debug, Deserialize)]
struct KnownIssuer {
    symbol: String,
    name: String,
    /// There is only one such agency in the country.
    #[serde(default)]
    central: bool,
}

#[derive(Debug, Deserialize)]
struct IssuerTable {
    issuer: Vec<KnownIssuer>,
}

/// The table; empty if it is malformed, which a test rules out.
static ISSUERS: LazyLock<Vec<KnownIssuer>> =
    LazyLock::new(|| toml::from_str::<IssuerTable>(include_str!("issuers.toml")).map(|t| t.issuer).unwrap_or_default());

/// The full name of an issuer by its abbreviation, if known: `SNV` is Sở Nội vụ.
pub fn issuer_name(symbol: &str) -> Option<&'static str> {
    let folded = symbol.to_lowercase();
    ISSUERS.iter().find(|i| i.symbol.to_lowercase() == folded).map(|i| i.name.as_str())
}

/// The issuer that a number identifies, if there is only one agency with its abbreviation.
fn central(number: &DocumentNumber) -> Option<&'static str> {
    let symbol = number.issuer.first()?.to_lowercase();
    let symbol = match number.class {
        NumberClass::Assembly => symbol.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned(),
        // Joint documents have several issuers; without a type the first part need not be the issuer.
        _ if number.kind == Some("TTLT") || number.kind.is_none() => return None,
        _ => symbol,
    };
    ISSUERS.iter().find(|i| i.central && i.symbol.to_lowercase() == symbol).map(|i| i.name.as_str())
}

/// The issuing agency and its parent agency.
#[derive(Debug, Default)]
pub(crate) struct Agencies {
    pub(crate) issuer: Field,
    pub(crate) parent: Field,
}

/// Words with which the name of an agency begins: a row that begins so starts a new agency, any other row continues the
/// one above.
const AGENCIES: &[&str] = &[
    "ủy ban",
    "hội đồng nhân dân",
    "hội đồng",
    "sở",
    "bộ",
    "cục",
    "chi cục",
    "tổng cục",
    "ban chỉ đạo",
    "ban quản lý",
    "ban dân tộc",
    "ban tổ chức",
    "ban tuyên giáo",
    "ban dân vận",
    "ban nội chính",
    "ban thường vụ",
    "ban chấp hành",
    "ban",
    "văn phòng",
    "phòng",
    "trung tâm",
    "trường",
    "công an",
    "thanh tra",
    "viện",
    "bệnh viện",
    "học viện",
    "đại học",
    "bảo hiểm xã hội",
    "kho bạc",
    "ngân hàng",
    "tòa án",
    "đảng bộ",
    "đảng ủy",
    "tỉnh ủy",
    "huyện ủy",
    "thành ủy",
    "quận ủy",
    "thị ủy",
    "liên đoàn",
    "hội",
    "đoàn",
    "quốc hội",
    "chính phủ",
    "thủ tướng",
    "chủ tịch",
    "đài",
    "công ty",
    "tập đoàn",
    "tổng công ty",
    "mặt trận",
    "vụ",
    "quỹ",
    "đội",
    "tổ",
    "trạm",
    "bộ chỉ huy",
    "tiểu ban",
    "bql",
    "bcđ",
    "bch",
    "nhà",
    "khu",
    "tạp chí",
    "báo",
    "công đoàn",
    "trung ương",
];

/// Reads issuer and parent agency. If the letterhead names none, the issuer comes from the title ("CỦA CHÍNH PHỦ"),
/// from the line in capitals before the legal bases, or from the symbol if only one agency in the country has it.
pub(crate) fn issuer(zones: &Zones<'_>, number: &Number) -> Agencies {
    let units = letterhead(zones, number);
    if let [above @ .., last] = units.as_slice() {
        let mut parent = above.last().map(|unit| join(unit)).unwrap_or_default();
        // The words above an agency may be something else, such as a logo.
        if parent.state == FieldState::Read && !parent.value.as_deref().is_some_and(is_agency) {
            parent.state = FieldState::Unclear;
        }
        return Agencies { issuer: join(last), parent };
    }
    let issuer = in_title(zones).or_else(|| before_bases(zones)).or_else(|| by_symbol(number)).unwrap_or_default();
    Agencies { issuer, parent: Field::default() }
}

/// The agencies of the letterhead, each with its rows, from top to bottom.
fn letterhead<'a>(zones: &Zones<'a>, number: &Number) -> Vec<Vec<Row<'a>>> {
    if number.row.is_none() && !zones.has_national_name {
        return Vec::new();
    }
    let rows = rows_above(zones, number);
    // A logo or a slogan may have its own column beside the agencies.
    let named: Vec<&Row<'a>> =
        rows.iter().copied().filter(|row| row.side != Side::Right && is_agency(row.text())).collect();
    let is_beside = |row: &Row<'_>| !named.is_empty() && !named.iter().any(|agency| agency.is_in_column_of(row));
    let has_right_column = zones.head().iter().any(|r| r.side == Side::Right);
    let is_centred = |row: &Row<'_>| has_right_column && row.side == Side::Neither && row.line().rect.is_some();
    let rest = zones.head().iter().find_map(|row| rest_of_national_name(row.text()));
    let is_rest = |text: &str| rest.is_some_and(|rest| Key::new(text).as_str().trim() == rest);
    let mut agencies: Vec<Vec<Row<'a>>> = Vec::new();
    for row in rows {
        let above = agencies.last().and_then(|rows| rows.last());
        let is_other = row.side == Side::Right
            || is_beside(row)
            || is_centred(row) && !row.is_capitals()
            || is_rest(row.text())
            || is_other_element(row);
        if is_other || !can_be_agency(row, above) {
            continue;
        }
        let is_continued = above.is_some_and(|above| continues(above, row));
        match agencies.last_mut() {
            Some(agency) if is_continued => agency.push(row.clone()),
            _ => agencies.push(vec![row.clone()]),
        }
    }
    agencies
}

/// The rows above the number, or without a number those beside or above the national name.
fn rows_above<'z, 'a>(zones: &'z Zones<'a>, number: &Number) -> Vec<&'z Row<'a>> {
    let national_name_row = zones.head().iter().position(|r| national_name(r.text()).is_some());
    let limit = number.row.unwrap_or(zones.head_end).min(zones.head_end);
    let is_left = |at: usize, row: &Row<'_>| {
        number.row.is_some() || row.side == Side::Left || national_name_row.is_some_and(|name| at < name)
    };
    let bottom = number.row.and_then(|at| zones.rows[at].line().rect);
    // With coordinates, a row above the number may follow it in reading order, and the other way round.
    let is_above = |at: usize, row: &Row<'_>| match (bottom, row.line().rect) {
        (Some(number), Some(rect)) => rect.y0 < number.y0 - 2.0,
        _ => at < limit,
    };
    let rows = zones.head().iter().enumerate();
    let rows = rows.filter(|(at, row)| is_above(*at, row) && is_left(*at, row)).map(|(_, row)| row);
    let rows = rows.take_while(|row| !zones::is_subject(row.text()) && !zones::is_referral(row.text()));
    // Without a number, only a title at the left ends the agencies.
    rows.take_while(|row| number.row.is_some() || !is_title(row)).collect()
}

/// True for a row that cannot be an agency: another element of the letterhead, or a rule.
fn is_other_element(row: &Row<'_>) -> bool {
    let text = row.text();
    row.is_rule()
        || text.contains(':')
        || text.contains("....")
        || text.contains("……")
        || national_name(text).is_some()
        || motto(text).is_some()
        || super::issued::has_date(text)
        || zones::is_number_row(text)
        || regex!(r"(?i)^\W*(?:mẫu|biểu|phụ lục)\b").is_match(text)
        || DocumentNumber::parse(text).is_some()
}

/// True if a row looks like the name of an agency: in capitals, or beginning like one. Where a font had no accented
/// capitals the name continues in small letters, so the row below such a name (`above`) may be in small letters too.
fn can_be_agency(row: &Row<'_>, above: Option<&Row<'_>>) -> bool {
    let text = row.text();
    // "B1-1" is the code of a form.
    let is_code = !is_agency(text) && text.contains(|c: char| c.is_ascii_digit());
    let is_below_small = above.is_some_and(|above| !above.is_capitals());
    !is_code && (row.is_capitals() || is_agency(text) || is_below_small) && text.chars().count() <= 120
}

fn is_title(row: &Row<'_>) -> bool {
    doctype::by_title(row.text()).is_some_and(|title| title.alone && title.capitals && title.exact)
}

fn is_agency(text: &str) -> bool {
    starts_with(text, AGENCIES)
}

/// True if a text begins like the name of an agency whose first words lost their diacritics, as in OCR text.
fn is_agency_without_marks(text: &str) -> bool {
    let bare = Key::recognised(text);
    let bare = bare.as_str().trim_start_matches(|c: char| !c.is_alphanumeric());
    let begins =
        |name: &&str| bare.strip_prefix(Key::recognised(name).as_str()).is_some_and(|rest| rest.starts_with(' '));
    !is_agency(text) && AGENCIES.iter().any(begins)
}

/// True if a row continues the name above it: "ỦY BAN NHÂN DÂN / TỈNH ĐẮK LẮK".
fn continues(above: &Row<'_>, row: &Row<'_>) -> bool {
    let before = Key::new(above.text());
    let before = before.as_str();
    let open = before.ends_with([',', '-', '&'])
        || before.ends_with(" và")
        || before.ends_with(" của")
        || before.ends_with(" về");
    // The issuer is bold, the parent agency is not (Decree 30/2020, Annex I, II.2).
    let same_weight = above.line().bold == row.line().bold;
    open || !is_agency(row.text())
        && (same_weight || starts_with(row.text(), &["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường"]))
}

fn join(rows: &[Row<'_>]) -> Field {
    let Some(first) = rows.first() else { return Field::default() };
    let text = rows.iter().map(|r| r.text().trim()).collect::<Vec<_>>().join(" ");
    let value = collapse_spaces(&text);
    let value = value.trim_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned();
    let mut field = first.field(first.whole(), value.clone());
    field.quote = Some(value);
    extend_place(&mut field, rows);
    // A name is certain only as a whole: "TỈNH ĐẮK LẮT" is not a province, and "SO NOI VU" below "UBND TỈNH" is an
    // agency of its own, not a continuation.
    let joins_another = rows.iter().skip(1).any(|row| row.is_recognised() && is_agency_without_marks(row.text()));
    if joins_another || rows.iter().any(|r| r.text().contains(['?', '\u{fffd}']) || !r.is_sure()) {
        field.state = FieldState::Unclear;
    }
    field
}

/// The issuer in a title: "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ …", "QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ".
fn in_title(zones: &Zones<'_>) -> Option<Field> {
    let of = regex!(r"(?i)^\W*của\s+(?P<name>[\p{L}\s,]{2,80}?)\s*(?:s(?:ố|ô)\s*:?\s*\d.*|ngày\s.*|về\s.*)?$");
    let heading = zones.heading.as_ref()?;
    heading_rows(zones).iter().enumerate().find_map(|(at, row)| {
        let from = if at == 0 { heading.title.range.end.min(row.text().len()) } else { 0 };
        let name = of.captures(row.text().get(from..)?)?.name("name")?;
        is_authority(name.as_str()).then(|| row.field(from + name.start()..from + name.end(), name.as_str().to_owned()))
    })
}

/// The issuer in a row of its own before "Căn cứ": "CHÍNH PHỦ", "ỦY BAN NHÂN DÂN TỈNH …".
fn before_bases(zones: &Zones<'_>) -> Option<Field> {
    let row = zones.under_title().iter().rev().find(|r| r.is_capitals() && is_authority(r.text()))?;
    let collective = ["chính phủ", "ủy ban nhân dân", "hội đồng nhân dân", "quốc hội", "ủy ban thường vụ", "thủ tướng"];
    let text = row.text().trim();
    starts_with(text, &collective).then(|| row.field(row.whole(), text.to_owned()))
}

fn by_symbol(number: &Number) -> Option<Field> {
    let parsed = number.parsed.as_ref()?;
    let name = central(parsed)?;
    Some(Field { value: Some(name.to_owned()), candidates: Vec::new(), ..number.field.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_and_each_symbol_stands_once() {
        assert!(ISSUERS.len() > 40);
        let mut symbols: Vec<String> = ISSUERS.iter().map(|i| i.symbol.to_lowercase()).collect();
        symbols.sort();
        symbols.dedup();
        assert_eq!(symbols.len(), ISSUERS.len());
        assert_eq!(issuer_name("SNV"), Some("Sở Nội vụ"));
        assert_eq!(issuer_name("XYZ"), None);
    }

    #[test]
    fn only_agencies_that_exist_once_are_named_by_their_symbol() {
        let name = |text: &str| DocumentNumber::parse(text).and_then(|n| central(&n));
        assert_eq!(name("12/2011/NĐ-CP"), Some("Chính phủ"));
        assert_eq!(name("12/2011/QĐ-TTG"), Some("Thủ tướng Chính phủ"));
        assert_eq!(name("12/2018/QH14"), Some("Quốc hội"));
        assert_eq!(name("12/2018/UBTVQH14"), Some("Ủy ban Thường vụ Quốc hội"));
        assert_eq!(name("12/QĐ-UBND"), None);
        assert_eq!(name("12/2011/TTLT-BTC-BTP"), None);
    }
}
