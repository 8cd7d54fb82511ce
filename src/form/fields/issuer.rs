//! Issuing agency and the one above it (tên cơ quan ban hành): left column of the letterhead, above the number.

use std::sync::LazyLock;

use serde::Deserialize;

use super::kind::is_authority;
use super::number::{Number, heading_rows};
use crate::form::field::{Field, FieldState};
use crate::form::layout::phrases::{device, motto, rest_of_motto, starts_with};
use crate::form::layout::rows::{Row, Side};
use crate::form::layout::zone::{self, Zone};
use crate::text::pattern::regex;
use crate::text::symbol::{DocumentNumber, NumberClass};
use crate::text::{Key, collapse_spaces, doctype};

/// An abbreviation of an issuer in document numbers.
#[derive(Debug, Deserialize)]
struct Issuer {
    symbol: String,
    name: String,
    /// There is one such agency in the country.
    #[serde(default)]
    central: bool,
}

#[derive(Debug, Deserialize)]
struct Issuers {
    issuer: Vec<Issuer>,
}

/// The table; a test reads it, so that it cannot be broken unseen.
static ISSUERS: LazyLock<Vec<Issuer>> =
    LazyLock::new(|| toml::from_str::<Issuers>(include_str!("issuers.toml")).map(|t| t.issuer).unwrap_or_default());

/// The full name behind an issuer's abbreviation, if it is known: `SNV` is Sở Nội vụ.
pub fn issuer_name(symbol: &str) -> Option<&'static str> {
    let folded = symbol.to_lowercase();
    ISSUERS.iter().find(|i| i.symbol.to_lowercase() == folded).map(|i| i.name.as_str())
}

/// The issuer that a number names beyond doubt.
fn central(number: &DocumentNumber) -> Option<&'static str> {
    let symbol = number.issuer.first()?.to_lowercase();
    let symbol = match number.class {
        NumberClass::Assembly => symbol.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned(),
        // Joint documents have several issuers, and "-TTg" behind another is a unit.
        _ if number.kind == Some("TTLT") || number.kind.is_none() => return None,
        _ => symbol,
    };
    ISSUERS.iter().find(|i| i.central && i.symbol.to_lowercase() == symbol).map(|i| i.name.as_str())
}

/// Issuer and parent.
#[derive(Debug, Default)]
pub(crate) struct Issued {
    pub(crate) issuer: Field,
    pub(crate) parent: Field,
}

/// Words with which the name of an agency begins: such a row starts a new agency, any other goes on with the one above.
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

/// Reads issuer and parent; where the letterhead has none, from the title ("CỦA CHÍNH PHỦ"), from the line in capitals
/// before the bases, or from the symbol if only one agency in the country has it.
pub(crate) fn issuer(zone: &Zone<'_>, number: &Number) -> Issued {
    let units = letterhead(zone, number);
    if let [above @ .., last] = units.as_slice() {
        let mut parent = above.last().map(|unit| join(unit)).unwrap_or_default();
        // Above an agency may stand what is none: the words of a logo.
        if parent.state == FieldState::Read && !parent.value.as_deref().is_some_and(is_agency) {
            parent.state = FieldState::Unclear;
        }
        return Issued { issuer: join(last), parent };
    }
    let issuer = in_title(zone).or_else(|| before_bases(zone)).or_else(|| by_symbol(number)).unwrap_or_default();
    Issued { issuer, parent: Field::default() }
}

/// The agencies of the letterhead, each with its rows, from top to bottom.
fn letterhead<'a>(zone: &Zone<'a>, number: &Number) -> Vec<Vec<Row<'a>>> {
    if number.row.is_none() && !zone.has_motto {
        return Vec::new();
    }
    let motto_row = zone.head().iter().position(|r| motto(r.text()).is_some());
    let limit = number.row.unwrap_or(zone.head_end).min(zone.head_end);
    // Without a number only what stands beside or above the national heading is the issuer.
    let beside =
        |at: usize, row: &Row<'_>| number.row.is_some() || row.side == Side::Left || motto_row.is_some_and(|m| at < m);
    let sided = zone.head().iter().any(|r| r.side == Side::Right);
    let bottom = number.row.and_then(|at| zone.rows[at].line().rect);
    // With a layout the rows above the number may follow it in reading order, and the other way round.
    let above = |at: usize, row: &Row<'_>| match (bottom, row.line().rect) {
        (Some(number), Some(rect)) => rect.y0 < number.y0 - 2.0,
        _ => at < limit,
    };
    let rows =
        zone.head().iter().enumerate().filter(|(at, row)| above(*at, row) && beside(*at, row)).map(|(_, row)| row);
    let rows = rows.take_while(|row| !zone::is_subject(row.text()) && !zone::is_referral(row.text()));
    // Without a number nothing else may part the name from a title at the left.
    let rows = rows.take_while(|row| number.row.is_some() || !is_title(row));
    // Beside the agencies a logo or a slogan may have a column of its own.
    let rows: Vec<&Row<'a>> = rows.collect();
    let named: Vec<&Row<'a>> =
        rows.iter().copied().filter(|row| row.side != Side::Right && is_agency(row.text())).collect();
    let is_beside = |row: &Row<'_>| !named.is_empty() && !named.iter().any(|agency| agency.is_in_column_of(row));
    let rest = zone.head().iter().find_map(|row| rest_of_motto(row.text()));
    let mut units: Vec<Vec<Row<'a>>> = Vec::new();
    for row in rows {
        let text = row.text();
        let other = row.is_rule()
            || text.contains(':')
            || text.contains("....")
            || text.contains("……")
            || row.side == Side::Right
            || is_beside(row)
            || motto(text).is_some()
            || rest.is_some_and(|rest| Key::new(text).as_str().trim() == rest)
            || device(text).is_some()
            || super::issued::has_date(text)
            || zone::is_number_row(text)
            || regex!(r"(?i)^\W*(?:mẫu|biểu|phụ lục)\b").is_match(text)
            || DocumentNumber::parse(text).is_some();
        if other || sided && row.side == Side::Open && !row.is_capitals() && row.line().rect.is_some() {
            continue;
        }
        // An agency's name is in capitals; fonts without accented capitals left it small.
        // A code of a form ("B1-1") is no agency.
        if !is_agency(text) && text.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let begun = units.last().and_then(|u| u.last()).is_some_and(|above| !above.is_capitals());
        if !(row.is_capitals() || is_agency(text) || begun) || text.chars().count() > 120 {
            continue;
        }
        let goes_on = units.last().and_then(|u| u.last()).is_some_and(|last| continues(last, row));
        match units.last_mut() {
            Some(unit) if goes_on => unit.push(row.clone()),
            _ => units.push(vec![row.clone()]),
        }
    }
    units
}

fn is_title(row: &Row<'_>) -> bool {
    doctype::by_title(row.text()).is_some_and(|title| title.alone && title.capitals && title.exact)
}

fn is_agency(text: &str) -> bool {
    starts_with(text, AGENCIES)
}

/// True if an agency's name lost the marks of its first words, as recognition loses them.
fn is_agency_without_marks(text: &str) -> bool {
    let bare = Key::recognised(text);
    let bare = bare.as_str().trim_start_matches(|c: char| !c.is_alphanumeric());
    let begins =
        |name: &&str| bare.strip_prefix(Key::recognised(name).as_str()).is_some_and(|rest| rest.starts_with(' '));
    !is_agency(text) && AGENCIES.iter().any(begins)
}

/// True if a row goes on with the name above it: "ỦY BAN NHÂN DÂN / TỈNH ĐẮK LẮK".
fn continues(above: &Row<'_>, row: &Row<'_>) -> bool {
    let before = Key::new(above.text());
    let before = before.as_str();
    let open = before.ends_with([',', '-', '&'])
        || before.ends_with(" và")
        || before.ends_with(" của")
        || before.ends_with(" về");
    // The parent is not bold, the issuer is (Decree 30/2020, Annex I, II.2).
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
    for row in rows {
        if let (Some(all), Some(rect)) = (field.place.rect, row.place(&row.whole()).rect) {
            field.place.rect = Some(all.union(rect));
        }
    }
    // A name is believed as a whole: "TỈNH ĐẮK LẮT" is no province, and below "UBND TỈNH" "SO NOI VU" is an agency of its own.
    let joins_another = rows.iter().skip(1).any(|row| row.is_recognised() && is_agency_without_marks(row.text()));
    if joins_another || rows.iter().any(|r| r.text().contains(['?', '\u{fffd}']) || !r.is_sure()) {
        field.state = FieldState::Unclear;
    }
    field
}

/// "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ …", "QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ".
fn in_title(zone: &Zone<'_>) -> Option<Field> {
    let of = regex!(r"(?i)^\W*của\s+(?P<name>[\p{L}\s,]{2,80}?)\s*(?:s(?:ố|ô)\s*:?\s*\d.*|ngày\s.*|về\s.*)?$");
    let heading = zone.heading.as_ref()?;
    heading_rows(zone).iter().enumerate().find_map(|(at, row)| {
        let from = if at == 0 { heading.title.range.end.min(row.text().len()) } else { 0 };
        let name = of.captures(row.text().get(from..)?)?.name("name")?;
        is_authority(name.as_str()).then(|| row.field(from + name.start()..from + name.end(), name.as_str().to_owned()))
    })
}

/// "CHÍNH PHỦ", "ỦY BAN NHÂN DÂN TỈNH …" alone before "Căn cứ".
fn before_bases(zone: &Zone<'_>) -> Option<Field> {
    let row = zone.under_title().iter().rev().find(|r| r.is_capitals() && is_authority(r.text()))?;
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
