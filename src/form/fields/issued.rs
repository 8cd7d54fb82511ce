//! Place and date of issue (địa danh và thời gian ban hành): in the letterhead, under the national name and motto.

use crate::form::field::{DateField, Field, FieldState};
use crate::form::layout::phrases::starts_with;
use crate::form::layout::rows::{Row, Side};
use crate::form::layout::zones::{self, Zones};
use crate::text::date::{DateReading, DateSpan, FoundDate, find_dates};
use crate::text::pattern::regex;

/// Date and place of issue.
#[derive(Debug, Default)]
pub(crate) struct Issued {
    pub(crate) date: DateField,
    pub(crate) place: Field,
}

/// True if a text contains a date written in words, as in the head of a document.
pub(crate) fn has_date(text: &str) -> bool {
    find_dates(text).iter().any(|d| d.in_words)
}

/// Reads place and date of the letterhead.
pub(crate) fn issued(zones: &Zones<'_>) -> Issued {
    let mut found: Vec<(Issued, DateReading)> = Vec::new();
    let mut at = 0;
    while at < zones.head_end {
        let (read, used) = date_at_row(zones, at);
        found.extend(read);
        at += used;
    }
    let mut found = found.into_iter();
    let Some((mut first, reading)) = found.next() else {
        let malformed = zones.head().iter().find_map(|row| malformed(zones, row));
        return malformed.or_else(|| zones.head().iter().find_map(in_legacy_encoding)).unwrap_or_default();
    };
    for (other, other_reading) in found {
        if other_reading == reading || matches!(other_reading, DateReading::Blank) {
            continue;
        }
        // Two different dates in one letterhead: unclear, and the range of days covers both.
        first.date.field.state = FieldState::Unclear;
        first.date.field.candidates.extend(other.date.field.value);
        if let (Some(a), Some(b)) = (first.date.earliest.clone(), other.date.earliest) {
            first.date.earliest = Some(a.min(b));
        }
        if let (Some(a), Some(b)) = (first.date.latest.clone(), other.date.latest) {
            first.date.latest = Some(a.max(b));
        }
    }
    first
}

/// The date that starts in a row, and how many rows it takes.
fn date_at_row(zones: &Zones<'_>, at: usize) -> (Option<(Issued, DateReading)>, usize) {
    let row = &zones.rows[at];
    let text = row.text();
    if zones::is_subject(text) && row.line().rect.is_none() && row.line().cell.is_none() {
        return (beside_subject(row, text), 1);
    }
    if zones::is_subject(text)
        || zones::is_referral(text)
        || row.side == Side::Left && zones.has_national_name && lies_left(row)
    {
        return (None, 1);
    }
    if row.is_recognised() {
        return (recognised(row), 1);
    }
    if let Some(found) = find_dates(text).into_iter().rev().find(|f| is_date_of_issue(text, f)) {
        let reading = found.reading;
        return (Some((fields(row, text, &found), reading)), 1);
    }
    // "Đắk Lắk, ngày 21 / tháng 11 năm 2016" broken over two rows of the column.
    if regex!(r"(?i)ng[àa]y[\s\d.…]*(?:tháng[\s\d.…]*)?$").is_match(text)
        && let Some(next) = zones.rows.get(at + 1).filter(|n| n.side == row.side)
    {
        let joined = format!("{} {}", text.trim_end(), next.text());
        if let Some(found) = find_dates(&joined).into_iter().find(|f| is_date_of_issue(&joined, f)) {
            let reading = found.reading;
            let mut read = fields(row, &joined, &found);
            read.date.field.quote = joined.get(found.range).map(str::to_owned);
            return (Some((read, reading)), 2);
        }
    }
    (None, 1)
}

/// The date in a row of OCR text. Digits with low confidence, such as handwritten ones, count as blank: the date
/// becomes a range of days, and the digits that were read are only offered as a guess.
fn recognised(row: &Row<'_>) -> Option<(Issued, DateReading)> {
    let text = row.text();
    let certain = without_doubtful_digits(row);
    let found = find_dates(&certain).into_iter().rev().find(|f| is_date_of_issue(&certain, f))?;
    let mut read = fields(row, &certain, &found);
    let date = &mut read.date.field;
    date.quote = text.get(found.range.clone()).map(|quote| quote.trim().to_owned());
    if certain != text || date.state == FieldState::Unclear {
        let guess = find_dates(text).into_iter().find(|f| f.range.start == found.range.start);
        date.value = guess.and_then(|f| f.day()).map(|day| day.to_string());
        date.state = FieldState::Unclear;
    }
    Some((read, found.reading))
}

/// The text of a row with spaces in place of doubtful words between "ngày", "tháng" and "năm"; its length in bytes does
/// not change. Days below 10 and the first two months are written with a leading zero (Decree 30/2020, Annex I,
/// II.4.b): where OCR found a single digit, another may have been lost.
fn without_doubtful_digits(row: &Row<'_>) -> String {
    let text = row.text();
    let mut certain = text.to_owned();
    let mut blank = |range: std::ops::Range<usize>| certain.replace_range(range.clone(), &" ".repeat(range.len()));
    let slots = regex!(r"(?i)ng[àa]y(?P<day>.{0,14}?)th[áa]ng(?P<month>.{0,14}?)n[ăâa]m(?P<year>.{0,9})");
    for captures in slots.captures_iter(text) {
        for (name, slot) in ["day", "month", "year"].iter().filter_map(|name| Some((*name, captures.name(name)?))) {
            let filled = slot.as_str().trim_end_matches([' ', '.', ',', ';', '_']);
            let is_number = filled.trim_start().bytes().all(|b| b.is_ascii_digit());
            let is_sure = row.words(&slot.range()).all(|(word, sure)| sure || word.chars().all(char::is_alphabetic));
            let digits = filled.trim();
            let is_short = match name {
                "day" => digits.len() == 1,
                _ => name == "month" && matches!(digits, "1" | "2"),
            };
            if is_short || !(is_number && is_sure) {
                blank(slot.start()..slot.start() + filled.len());
            }
        }
    }
    certain
}

/// The date behind the subject of a letter, in a row where tabs joined both columns. It may also be one that the
/// subject cites: unclear.
fn beside_subject(row: &Row<'_>, text: &str) -> Option<(Issued, DateReading)> {
    let dates = find_dates(text);
    let [found] = dates.as_slice() else { return None };
    let ends = !text.get(found.range.end..)?.chars().any(char::is_alphanumeric);
    let mut read = fields(row, text, found);
    read.place = Field::default();
    read.date.field.state = FieldState::Unclear;
    (ends && found.in_words).then_some((read, found.reading))
}

/// A malformed date behind a place, read as unclear: "An Lạc, tháng 3/2018", "An Lạc, 05 - 3 - 2018".
fn malformed(zones: &Zones<'_>, row: &Row<'_>) -> Option<Issued> {
    let text = row.text();
    let is_elsewhere =
        !zones.has_national_name || row.side == Side::Left || zones::is_subject(text) || zones::is_referral(text);
    let shape = regex!(
        r"(?i)(?:^|\s)(?-i:(?P<place>\p{Lu}[\p{L}'’.\-–\s]{1,38})),\s*(?P<date>(?:ngày|tháng|\d)[\p{L}\s.,/\d…-]*?(?P<numbers>(?:\d{1,2}[\s./-]+){1,2}(?:năm\s*)?(?:19|20)\d\d))\W*$"
    );
    let captures = shape.captures(text).filter(|_| !is_elsewhere)?;
    let (place, date, numbers) = (captures.name("place")?, captures.name("date")?, captures.name("numbers")?);
    let mut found = row.field(date.range(), String::new());
    (found.value, found.state) = (None, FieldState::Unclear);
    let mut date = DateField { field: found, earliest: None, latest: None };
    let numbers = numbers.as_str().split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<i16>().ok());
    let span = match numbers.collect::<Vec<_>>().as_slice() {
        [day, month, year] => DateSpan::day(*year, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?),
        [month, year] => DateSpan::month(*year, i8::try_from(*month).ok()?),
        _ => None,
    };
    if let Some(span) = span {
        date.field.value = span.exact().map(|day| day.to_string());
        (date.earliest, date.latest) = (Some(span.earliest.to_string()), Some(span.latest.to_string()));
    }
    Some(Issued { date, place: row.field(place.range(), place.as_str().trim().to_owned()) })
}

/// "ngày … tháng" in TCVN3 or VNI, in a line too short for detecting its encoding: there is a date, but it is unclear.
fn in_legacy_encoding(row: &Row<'_>) -> Option<Issued> {
    let found = regex!(r"(?i)\bng(?:µ|aø)y\s*\d{1,2}\s*th(?:¸|aù)ng").find(row.text())?;
    let field = Field { value: None, state: FieldState::Unclear, ..row.field(found.range(), String::new()) };
    Some(Issued { date: DateField { field, earliest: None, latest: None }, place: Field::default() })
}

/// True if a row is really in the issuer's column and has no date in words. Without coordinates the column is
/// uncertain: in a Word table it may be a merged cell.
fn lies_left(row: &Row<'_>) -> bool {
    row.line().rect.is_some() && !has_date(row.text())
}

/// True if a date can be the date of issue. It ends its row; before it is the place, or the number where both columns
/// are joined in one row.
fn is_date_of_issue(text: &str, found: &FoundDate) -> bool {
    let behind = text.get(found.range.end..).unwrap_or_default();
    // On a blank form the year is followed by a footnote number: "năm 20..(2)..".
    let is_footnote =
        || found.reading == DateReading::Blank && regex!(r"^[\s.…_]*\(\d{1,2}\)[\s.…_]*$").is_match(behind);
    if behind.chars().any(char::is_alphanumeric) && !zones::is_subject(behind) && !is_footnote() {
        return false;
    }
    let before = text.get(..found.range.start).unwrap_or_default();
    let place = place_before(before);
    if found.in_words {
        return place.is_some()
            || before.trim().is_empty()
            || !before.contains(['(', ':']) && before.chars().count() < 50;
    }
    let says_day = regex!(r"(?i)^ng[àa]y").is_match(&text[found.range.clone()]);
    let is_whole = found.span().is_some_and(|span| span.exact().is_some());
    place.is_some() && (says_day || is_whole && before.trim_end().ends_with(','))
}

/// Byte range of the place in the text before a date: letters only, before the last comma.
fn place_before(before: &str) -> Option<std::ops::Range<usize>> {
    let trimmed = before.trim_end();
    let trimmed = trimmed.strip_suffix([',', '.', ';']).unwrap_or(trimmed).trim_end();
    let name = regex!(r"(?:^|\s)(?P<place>\p{Lu}[\p{L}'’.\-–\s]{1,38})$");
    // A document number may precede in the same row: its symbol ends with capitals and digits, and the place begins
    // with the next word.
    let from = trimmed.rfind(|c: char| c.is_ascii_digit() || c == '/').map_or(0, |at| at + 1);
    let tail = trimmed.get(from..)?;
    let tail_start = if from == 0 { 0 } else { from + tail.find(' ')? };
    let place = name.captures(trimmed.get(tail_start..)?)?.name("place")?;
    Some(tail_start + place.start()..tail_start + place.end())
}

fn fields(row: &Row<'_>, text: &str, found: &FoundDate) -> Issued {
    let place = place_before(text.get(..found.range.start).unwrap_or_default())
        .and_then(|range| Some(row.field(range.clone(), text.get(range)?.trim().to_owned())));
    let range = found.range.start..found.range.end.min(row.text().len());
    Issued { date: date_field(row.field(range, String::new()), found), place: place.unwrap_or_default() }
}

/// The date in the first sentence of minutes (biên bản), which have none in their head: "Hôm nay, ngày …". Unclear.
pub(crate) fn of_minutes(zones: &Zones<'_>) -> DateField {
    let opening = zones.rows.get(zones.head_end..).unwrap_or_default().iter().take(10);
    let mut opening = opening.filter(|row| starts_with(row.text(), &["hôm nay", "vào hồi", "vào lúc", "hồi"]));
    let found = opening.find_map(|row| Some((row, find_dates(row.text()).into_iter().next()?)));
    let Some((row, found)) = found else { return DateField::default() };
    let mut date = date_field(row.field(found.range.clone(), String::new()), &found);
    date.field.state = FieldState::Unclear;
    date
}

/// A date as a field: an incomplete date is blank with a range of days, an impossible one unclear, an empty one blank.
pub(crate) fn date_field(mut field: Field, found: &FoundDate) -> DateField {
    let days = |days: &[jiff::civil::Date]| days.iter().map(ToString::to_string).collect::<Vec<_>>();
    match found.reading {
        DateReading::Span(span) => {
            field.value = span.exact().map(|d| d.to_string());
            if span.exact().is_none() {
                field.state = FieldState::Blank;
            }
            let DateSpan { earliest, latest } = span;
            return DateField { field, earliest: Some(earliest.to_string()), latest: Some(latest.to_string()) };
        }
        DateReading::Blank => (field.value, field.state) = (None, FieldState::Blank),
        DateReading::TwoDigitYear(day) => (field.value, field.state) = (Some(day.to_string()), FieldState::Unclear),
        // A single likely day is offered as the value; several are only candidates.
        DateReading::Impossible => match found.corrections.as_slice() {
            [only] => (field.value, field.state) = (Some(only.to_string()), FieldState::Unclear),
            several => {
                (field.value, field.state, field.candidates) = (None, FieldState::Unclear, days(several));
            }
        },
    }
    DateField { field, earliest: None, latest: None }
}
