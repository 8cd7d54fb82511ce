//! Formats numbers and dates of cells in the Vietnamese way: decimal comma, day before month, percentages.

use calamine::ExcelDateTime;

use crate::document::CellValue;

/// Serial number of the day after the last one that Excel can display, 31/12/9999.
const LAST_DAY: f64 = 2_958_466.0;

/// Largest number of decimal places. It also protects `format!` from absurd precisions in a file.
const MOST_DECIMALS: usize = 15;

/// The number format of a cell, as far as it matters here. Only the section for positive numbers is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NumberFormat {
    /// The number is displayed as a percentage.
    pub(super) percent: bool,
    /// Minimum and maximum number of decimal places; `None` for formats that fix neither (General, fractions,
    /// scientific).
    decimals: Option<(usize, usize)>,
    // The parts of a date that are displayed.
    day: bool,
    month: bool,
    year: bool,
}

impl NumberFormat {
    /// A format with this number of decimal places.
    pub(super) fn fixed(decimals: usize, percent: bool) -> Self {
        let decimals = decimals.min(MOST_DECIMALS);
        NumberFormat { percent, decimals: Some((decimals, decimals)), ..NumberFormat::default() }
    }

    /// Parses a format code such as `0.0%` or `dd/mm/yyyy`.
    pub(super) fn parse(code: &str) -> Self {
        let plain = without_literals(code);
        let mut format = NumberFormat { percent: plain.contains('%'), ..NumberFormat::default() };
        let lower = plain.to_lowercase();
        if lower.contains(['y', 'd']) || (lower.contains('m') && !lower.contains(['0', '#'])) {
            (format.day, format.month, format.year) = (lower.contains('d'), lower.contains('m'), lower.contains('y'));
        } else if plain.contains(['0', '#']) && !lower.contains(['e', '/', '?']) && !lower.contains("general") {
            let fraction = plain.split_once('.').map_or("", |(_, fraction)| fraction);
            let places = fraction.chars().filter(|c| matches!(c, '0' | '#')).count().min(MOST_DECIMALS);
            format.decimals = Some((fraction.chars().filter(|c| *c == '0').count().min(places), places));
        }
        format
    }
}

/// The first section of a format code, without quoted and escaped text, colours, conditions and padding.
fn without_literals(code: &str) -> String {
    let mut plain = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            '[' => while chars.next().is_some_and(|c| c != ']') {},
            '\\' | '_' | '*' => drop(chars.next()),
            c => plain.push(c),
        }
    }
    plain
}

/// The value and displayed text of a number.
pub(super) fn number(value: f64, format: NumberFormat) -> (CellValue, String) {
    if format.percent {
        // Rounded because of binary fractions: 0.343 × 100 is 34.300000000000004.
        let text = decimal(round_to(value * 100.0, MOST_DECIMALS), format.decimals);
        return (CellValue::Percent(value), text + "%");
    }
    (CellValue::Number(value), decimal(value, format.decimals))
}

/// The value and displayed text of a date. A time of day or a duration becomes its number of days.
pub(super) fn date(value: &ExcelDateTime, format: NumberFormat) -> (CellValue, String) {
    let days = value.as_f64();
    if value.is_duration() || (0.0..1.0).contains(&days) {
        return (CellValue::Number(days), clock(days));
    }
    // Spreadsheet programs cannot display these (#####).
    if !(1.0..LAST_DAY).contains(&days) {
        return (CellValue::Number(days), decimal(days, None));
    }
    let (year, month, day, hour, minute, ..) = value.to_ymd_hms_milli();
    let mut text = match (format.day, format.month, format.year) {
        (false, true, true) => format!("{month:02}/{year}"),
        (false, false, true) => year.to_string(),
        _ => format!("{day:02}/{month:02}/{year}"),
    };
    if hour + minute > 0 {
        text += &format!(" {hour:02}:{minute:02}");
    }
    (CellValue::Date(format!("{year:04}-{month:02}-{day:02}")), text)
}

/// The value and displayed text of a date stored as text, `2018-12-20` or `2018-12-20T08:30:00`. Returns `None` if the
/// text is not a date.
pub(super) fn iso_date(text: &str) -> Option<(CellValue, String)> {
    let date = text.get(..10)?;
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let time = text.get(11..16).filter(|time| *time != "00:00").map(|time| format!(" {time}")).unwrap_or_default();
    Some((CellValue::Date(date.to_owned()), format!("{day}/{month}/{year}{time}")))
}

/// A number of days as hours and minutes.
fn clock(days: f64) -> String {
    let minutes = (days * 24.0 * 60.0).round();
    let sign = if minutes < 0.0 { "-" } else { "" };
    // The cast saturates, so that no value overflows.
    let minutes = minutes.abs() as u64;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A number with a decimal comma. `places`: minimum and maximum number of decimal places.
fn decimal(value: f64, places: Option<(usize, usize)>) -> String {
    let mut text = match places {
        Some((min, max)) => {
            let mut text = format!("{value:.max$}");
            let optional = max - min;
            let spare = text.bytes().rev().take_while(|b| *b == b'0').count().min(optional);
            text.truncate(text.len() - spare);
            text
        }
        None => round_to(value, MOST_DECIMALS).to_string(),
    };
    if text.ends_with('.') {
        text.pop();
    }
    if text.trim_start_matches(['-', '0', '.']).is_empty() {
        text = text.trim_start_matches('-').to_owned();
    }
    text.replace('.', ",")
}

/// Rounds to a number of significant digits. With 15, as in spreadsheet programs, 0.1 + 0.2 is 0.3.
fn round_to(value: f64, digits: usize) -> f64 {
    format!("{value:.*e}", digits.saturating_sub(1)).parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn numbers_read_as_on_paper() {
        for (value, code, text) in [
            (1250.0, "General", "1250"),
            (1250.0, "#,##0", "1250"),
            (2.5, "General", "2,5"),
            (2.5, "0.00", "2,50"),
            (2.5, "0.##", "2,5"),
            (2.0, "0.##", "2"),
            (0.1 + 0.2, "General", "0,3"),
            (97.333333, "0.0", "97,3"),
            (-0.4, "0", "0"),
            (-3.0, "0_);(0)", "-3"),
            (5.0, "0\" điểm\"", "5"),
            (0.343, "0.0%", "34,3%"),
            (0.343, "0.00%", "34,30%"),
            (1.0, "0%", "100%"),
            (12.0, "[Red]#,##0.00;0%", "12,00"),
            (0.5, "# ?/?", "0,5"),
        ] {
            assert_eq!(number(value, NumberFormat::parse(code)).1, text, "{value} {code}");
        }
        assert_eq!(number(0.343, NumberFormat::parse("0%")).0, CellValue::Percent(0.343));
        assert_eq!(number(0.343, NumberFormat::parse("0\"%\"")).0, CellValue::Number(0.343));
    }

    #[test]
    fn dates_read_as_on_paper() {
        let show = |days, code, kind| date(&ExcelDateTime::new(days, kind, false), NumberFormat::parse(code));
        let plain = |days, code| show(days, code, ExcelDateTimeType::DateTime);
        let iso = |text: &str| CellValue::Date(text.to_owned());
        assert_eq!(plain(43454.0, "dd/mm/yyyy"), (iso("2018-12-20"), "20/12/2018".to_owned()));
        assert_eq!(plain(43454.0, "[$-42A]dd mmmm yyyy").1, "20/12/2018");
        assert_eq!(plain(43454.3541667, "dd/mm/yyyy hh:mm").1, "20/12/2018 08:30");
        assert_eq!(plain(43454.0, "mm/yyyy").1, "12/2018");
        assert_eq!(plain(43454.0, "\"Ngày\" dd \"tháng\" mm").1, "20/12/2018");
        assert_eq!(plain(0.5, "hh:mm"), (CellValue::Number(0.5), "12:00".to_owned()));
        assert_eq!(plain(-5.0, "dd/mm/yyyy"), (CellValue::Number(-5.0), "-5".to_owned()));
        assert_eq!(show(1.5, "[h]:mm", ExcelDateTimeType::TimeDelta).1, "36:00");
        assert_eq!(iso_date("2018-12-20T00:00:00"), Some((iso("2018-12-20"), "20/12/2018".to_owned())));
        assert_eq!(iso_date("quý I"), None);
    }
}
