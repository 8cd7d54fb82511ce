//! Dates in Vietnamese text: "ngày 21 tháng 12 năm 2017", "21/12/2017", and dates that are partly or wholly left blank.

use std::ops::Range;

use jiff::civil::Date;

use super::pattern::regex;

/// The range of days that a date can mean: one day if it is complete, a month or a year if the day was left blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateSpan {
    /// First possible day.
    pub earliest: Date,
    /// Last possible day.
    pub latest: Date,
}

impl DateSpan {
    /// A complete date, or `None` if the calendar has no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = Date::new(year, month, day).ok()?;
        Some(Self { earliest: date, latest: date })
    }

    /// Any day of a month; `None` if there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self { earliest: first, latest: first.last_of_month() })
    }

    /// Any day of a year.
    pub fn year(year: i16) -> Option<Self> {
        let first = Date::new(year, 1, 1).ok()?;
        Some(Self { earliest: first, latest: first.last_of_year() })
    }

    /// The day, if it is known.
    pub fn exact(&self) -> Option<Date> {
        (self.earliest == self.latest).then_some(self.earliest)
    }
}

/// What was read where a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateReading {
    /// A date, or the part of it that was filled in.
    Span(DateSpan),
    /// A complete date whose year has two digits ("ngày 05 tháng 3 năm 18"): the likely day.
    TwoDigitYear(Date),
    /// A day that does not exist (31/02/2018, ngày 15 tháng 13) or an implausible year: a writing mistake, which is
    /// never corrected silently.
    Impossible,
    /// "ngày … tháng … năm …" without a year.
    Blank,
}

/// A date with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// Byte range in the text, including a preceding "ngày".
    pub range: Range<usize>,
    /// What it says.
    pub reading: DateReading,
    /// Written in words ("ngày … tháng … năm …"), as in the head of a document.
    pub in_words: bool,
    /// The days that an impossible date may have been meant to be, likeliest first.
    pub corrections: Vec<Date>,
}

impl FoundDate {
    /// The possible days; `None` if the date is impossible or blank or its year has two digits.
    pub fn span(&self) -> Option<DateSpan> {
        match self.reading {
            DateReading::Span(span) => Some(span),
            DateReading::TwoDigitYear(_) | DateReading::Impossible | DateReading::Blank => None,
        }
    }

    /// The day as a human reader would take it, also from a two-digit year.
    pub fn day(&self) -> Option<Date> {
        match self.reading {
            DateReading::TwoDigitYear(day) => Some(day),
            _ => self.span()?.exact(),
        }
    }
}

/// Years outside this range are writing mistakes or other numbers.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// All dates in a text, ordered by position and never overlapping.
pub fn find_dates(text: &str) -> Vec<FoundDate> {
    // A blank is spaces, dots, an ellipsis or underscores; digits may be separated by spaces ("ngày 1 6 tháng 01").
    // Text in which single letters were lost (n?m) still has its digits.
    let words = regex!(
        r"(?ix) \bng[aà?�]y (?<d> [\s.…_]* (?: \d [\s_]? \d? )? [\s.…_]* )
          th[aá?�]ng (?<m> [\s.…_]* (?: \d [\s_]? \d? )? [\s.…_]* )
          n[aăâ?�]m (?<y> [\s.…_]* (?: \d (?: \s?\d ){0,3} )? )"
    );
    let digits = regex!(
        r"(?ix) (?: \bng[aà?�]y \s* :? \s* )? (?: (?<d1>\d{1,2}) \s* / \s* (?<m1>\d{1,2}) \s* / \s* (?<y1>\d{4})
          | (?<d2>\d{1,2}) - (?<m2>\d{1,2}) - (?<y2>\d{4}) | (?<d3>\d{1,2}) \. (?<m3>\d{1,2}) \. (?<y3>\d{4}) )
          | \bng[aà?�]y \s* :? (?: (?<d4>[\s.…_]*\d{0,2}) [\s.…_]* / (?<m4>[\s.…_]*\d{0,2}) [\s.…_]* / (?<y4>[\s.…_]*\d{0,4})
            | \s* (?<d5>\d{1,2}) \s* (?: - \s* (?<m5>\d{1,2}) \s* - | \. \s* (?<m6>\d{1,2}) \s* \. ) \s* (?<y5>\d{4} | \d\d) )"
    );
    let mut found: Vec<FoundDate> = Vec::new();
    // Most lines have no day at all, which is seen sooner without the groups.
    let may_be_words = regex!(r"(?i)ng[aà?�]y[\s.…_\d]*th");
    let may_be_digits = regex!(r"(?i)\d\s*[/.\-]\s*\d\d?\s*[/.\-]|ng[aà?�]y\s*:?[\s.…_\d]*[/.\-]");
    let only_if = |may_be: &regex::Regex| if may_be.is_match(text) { text } else { "" };
    for captures in words.captures_iter(only_if(may_be_words)) {
        let Some(whole) = captures.get(0) else { continue };
        let part = |name: &str| captures.name(name).map_or("", |m| m.as_str());
        let slots = [part("d"), part("m"), part("y")].map(Slot::of);
        let end = whole.start() + whole.as_str().trim_end_matches([' ', '\n', '\t', '.', '…', '_']).len();
        let reading = reading_of(slots, is_open(&text[whole.end()..]));
        let corrections = corrections(reading, slots);
        found.push(FoundDate { range: whole.start()..end, reading, in_words: true, corrections });
    }
    let words = found.len();
    for captures in digits.captures_iter(only_if(may_be_digits)) {
        let Some(whole) = captures.get(0) else { continue };
        // Dates in words are sorted and never overlap: only the last one that begins before this match ends can overlap
        // it.
        let before = found[..words].partition_point(|f| f.range.start < whole.end());
        if before.checked_sub(1).is_some_and(|last| whole.start() < found[last].range.end) {
            continue;
        }
        let group = |names: &[&str]| names.iter().find_map(|n| captures.name(n));
        let first = group(&["d1", "d2", "d3"]);
        if first.is_some_and(|d| is_glued_before(text, d.start())) || is_glued_after(text, whole.end()) {
            continue;
        }
        let slots = [
            ["d1", "d2", "d3", "d4", "d5", ""],
            ["m1", "m2", "m3", "m4", "m5", "m6"],
            ["y1", "y2", "y3", "y4", "y5", ""],
        ];
        let slots = slots.map(|names| Slot::of(group(&names).map_or("", |m| m.as_str())));
        let reading = reading_of(slots, is_open(&text[whole.end()..]));
        let corrections = corrections(reading, slots);
        found.push(FoundDate { range: whole.range(), reading, in_words: false, corrections });
    }
    found.sort_by_key(|f| f.range.start);
    found
}

/// Parses a text that is one date and nothing else ("21/12/2017", "ngày 21 tháng 12 năm 2017").
pub fn parse_date(text: &str) -> Option<DateSpan> {
    let text = text.trim().trim_end_matches(['.', ';', ',']);
    match find_dates(text).as_slice() {
        [only] if only.range == (0..text.len()) => only.span(),
        _ => None,
    }
}

/// True if digits or a symbol precede without a space: 1/21/12/2017, 5.21.12.2017 and 1,21.12.2017 are not dates.
fn is_glued_before(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    match before.next() {
        Some(c) if c.is_ascii_digit() => true,
        Some('/' | '-' | '.' | ',') => before.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphabetic() && !text[..at].ends_with(['y', 'Y']),
        None => false,
    }
}

/// True if digits or a symbol follow without a space: 21/12/20175 and 21/12/2017/QĐ-UBND are not dates, but
/// "21/12/2017." ends a sentence.
fn is_glued_after(text: &str, at: usize) -> bool {
    let mut after = text[at..].chars();
    match after.next() {
        Some(c) if c.is_ascii_digit() => true,
        Some('/' | '-' | '.') => after.next().is_some_and(char::is_alphanumeric) && !text[at..].starts_with("./."),
        _ => false,
    }
}

/// What is filled in for day, month or year.
#[derive(Clone, Copy)]
enum Slot {
    Blank,
    Number(i16),
}

impl Slot {
    fn of(slot: &str) -> Self {
        let digits: String = slot.chars().filter(char::is_ascii_digit).collect();
        digits.parse().map_or(Slot::Blank, Slot::Number)
    }
}

/// True if a blank follows the digits of a year, which is then incomplete: "năm 20…", "năm 201_".
fn is_open(behind: &str) -> bool {
    let room = behind.trim_start();
    room.starts_with(['…', '_']) || room.starts_with("..")
}

fn reading_of([day, month, year]: [Slot; 3], is_open: bool) -> DateReading {
    let Slot::Number(year) = year else { return DateReading::Blank };
    let small = |n: i16| i8::try_from(n).unwrap_or(0);
    if !YEARS.contains(&year) {
        let (Slot::Number(day), Slot::Number(month), false) = (day, month, is_open) else {
            // "năm 20…" is preprinted on blank forms: it is not a date.
            return if year < 1000 { DateReading::Blank } else { DateReading::Impossible };
        };
        let likely = (0..100).contains(&year).then(|| Date::new(full_year(year), small(month), small(day)).ok());
        return likely.flatten().map_or(DateReading::Impossible, DateReading::TwoDigitYear);
    }
    let span = match (day, month) {
        (Slot::Number(day), Slot::Number(month)) => DateSpan::day(year, small(month), small(day)),
        (Slot::Blank, Slot::Number(month)) => DateSpan::month(year, small(month)),
        (_, Slot::Blank) => DateSpan::year(year),
    };
    span.map_or(DateReading::Impossible, DateReading::Span)
}

/// The year that two digits mean: no document is older than the Republic, which dates from 1945.
fn full_year(short: i16) -> i16 {
    if short < 45 { 2000 + short } else { 1900 + short }
}

/// The days that an impossible date may have been meant to be: the last day of its month or the overflow into the next
/// (31/02), day and month swapped (05/13), a year with one wrong digit (2925).
fn corrections(reading: DateReading, slots: [Slot; 3]) -> Vec<Date> {
    let (DateReading::Impossible, [Slot::Number(day), Slot::Number(month), Slot::Number(year)]) = (reading, slots)
    else {
        return Vec::new();
    };
    let date =
        |year: i16, month: i16, day: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    let years = if YEARS.contains(&year) { vec![year] } else { similar_years(year) };
    let of_year = |year: i16| -> Vec<Date> {
        if let Some(day) = date(year, month, day) {
            return vec![day];
        }
        let last = date(year, month, 1).map(Date::last_of_month);
        let later = last.filter(|last| (29..=31).contains(&day) && day > i16::from(last.day()));
        let later = later.and_then(|last| last.checked_add(jiff::Span::new().days(day - i16::from(last.day()))).ok());
        match (last, later) {
            (Some(last), Some(later)) => vec![last, later],
            _ => date(year, day, month).into_iter().collect(),
        }
    };
    years.into_iter().flat_map(of_year).collect()
}

/// The years from 1990 to 2039 that differ from this one in one digit.
fn similar_years(year: i16) -> Vec<i16> {
    let written = year.to_string();
    let differ = |other: &i16| other.to_string().bytes().zip(written.bytes()).filter(|(a, b)| a != b).count() == 1;
    (1990..2040).filter(|other| written.len() == 4 && differ(other)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All dates in a text: `from..to`, a single day, `?` two-digit year, `!` impossible with its corrections, `_`
    /// blank.
    fn dates(text: &str) -> Vec<String> {
        let show = |f: FoundDate| match f.reading {
            DateReading::Impossible => {
                let corrections: Vec<String> = f.corrections.iter().map(Date::to_string).collect();
                format!("!{}", corrections.join("|"))
            }
            DateReading::TwoDigitYear(day) => format!("?{day}"),
            DateReading::Blank => "_".to_owned(),
            DateReading::Span(s) => match s.exact() {
                Some(day) => day.to_string(),
                None => format!("{}..{}", s.earliest, s.latest),
            },
        };
        find_dates(text).into_iter().map(show).collect()
    }

    #[test]
    fn dates_are_read_in_all_their_shapes() {
        for (text, wanted) in [
            ("ngày 21 tháng 12 năm 2017", "2017-12-21"),
            ("Đắk Lắk, ngày 05 tháng 3 năm 2018", "2018-03-05"),
            ("NGÀY 09 THÁNG 3 NĂM 2007", "2007-03-09"),
            ("ngày 5 tháng 3 năm 2018", "2018-03-05"),
            ("ngày 05 tháng 03 năm 2018.", "2018-03-05"),
            ("ngày  30  tháng 12 năm 2002", "2002-12-30"),
            ("ngày 15 tháng 4năm 2009", "2009-04-15"),
            ("ngày15 tháng4 năm2009", "2009-04-15"),
            ("ngày 1 6 tháng 01 năm 2019", "2019-01-16"),
            ("ngày 16 tháng 0 1 năm 20 19", "2019-01-16"),
            ("ngày 21\ntháng 11\nnăm 2016", "2016-11-21"),
            ("An Lạc - Bình Yên, ngày 02 tháng 8 năm 2010", "2010-08-02"),
            ("TP.An Lạc, ngày 28 tháng 7 năm 2004", "2004-07-28"),
            ("Hà nội, ngày 8 tháng 12 năm 1998", "1998-12-08"),
            ("Từ ngày 23 tháng 12 năm 2011", "2011-12-23"),
            ("ngày     09    tháng 4 năm 2018", "2018-04-09"),
            ("(ngày 22.11.2008)", "2008-11-22"),
            ("ngày 10-10-2003 về", "2003-10-10"),
            ("ngày 2/3/1993 của", "1993-03-02"),
            ("ngày tháng năm 20..(2)..", "_"),
            ("21/12/2017", "2017-12-21"),
            ("ngày 06 / 7 /2005", "2005-07-06"),
            ("ngày23 / 7 /2026", "2026-07-23"),
            ("ngày 1/3/2018", "2018-03-01"),
            ("21-12-2017", "2017-12-21"),
            ("21.12.2017", "2017-12-21"),
            ("(21.12.2017)", "2017-12-21"),
            ("đến 31/12/2018./.", "2018-12-31"),
            ("29/02/2016", "2016-02-29"),
            ("?à N?ng, ngày 02 tháng 12 n?m 2008", "2008-12-02"),
            ("Ngày 15 tháng … năm 2018", "2018-01-01..2018-12-31"),
            ("ngày     tháng 4 năm 2018", "2018-04-01..2018-04-30"),
            ("ngày tháng 4 năm 2018", "2018-04-01..2018-04-30"),
            ("ngày … tháng 02 năm 2016", "2016-02-01..2016-02-29"),
            ("ngày ... tháng … năm 2018", "2018-01-01..2018-12-31"),
            ("ngày ___ tháng ___ năm 2018", "2018-01-01..2018-12-31"),
            ("ngày tháng năm 2018", "2018-01-01..2018-12-31"),
            ("ngày tháng năm", "_"),
            ("ngày … tháng … năm …", "_"),
            ("ngày      tháng      năm 20", "_"),
            ("ngày 5 tháng 3 năm 201…", "_"),
            ("ngày 5 tháng 3 năm 201", "!"),
            ("ngày 05 tháng 3 năm 18", "?2018-03-05"),
            ("ngày 05 tháng 3 năm 20", "?2020-03-05"),
            ("ngày 05 tháng 3 năm 20…", "_"),
            ("ngày 05 tháng 3 năm 20 ....", "_"),
            ("ngày 05 tháng 3 năm 98.", "?1998-03-05"),
            ("ngày 5/4/18", "?2018-04-05"),
            ("ngày 5-4-18,", "?2018-04-05"),
            ("ngày 31 tháng 2 năm 18", "!"),
            ("ngày 05 - 3 - 2018", "2018-03-05"),
            ("ngày 05. 3. 2018", "2018-03-05"),
            ("ngày    /    /2026", "2026-01-01..2026-12-31"),
            ("ngày   /4/2018", "2018-04-01..2018-04-30"),
            ("ngày …/…/2018", "2018-01-01..2018-12-31"),
            ("ngày … / … / 20…", "_"),
            ("ngày   /  /", "_"),
            ("ngày 5/ /2018", "2018-01-01..2018-12-31"),
            ("31/02/2018", "!2018-02-28|2018-03-03"),
            ("29/02/2018", "!2018-02-28|2018-03-01"),
            ("31/4/2018", "!2018-04-30|2018-05-01"),
            ("ngày 05 tháng 13 năm 2018", "!2018-05-13"),
            ("ngày 15 tháng 13 năm 2018", "!"),
            ("ngày 05 tháng 3 năm 2925", "!2025-03-05"),
            ("ngày 32 tháng 1 năm 2018", "!"),
            ("00/12/2018", "!"),
            ("21/12/9999", "!1999-12-21"),
        ] {
            assert_eq!(dates(text), [wanted], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for text in [
            "",
            "2018",
            "12/2018",
            "tháng 12 năm 2018",
            "năm 2018",
            "quý I/2018",
            "21/12",
            "30/2018/QĐ-UBND",
            "1/21/12/2017",
            "21/12/20175",
            "21/12/2017/QĐ-UBND",
            "121/12/2017",
            "1.21.12.2017",
            "1.250.000",
            "ngày làm việc",
            "24/24 giờ",
            "A1/12/2017",
            "5/4/18",
            "05 - 3 - 2018",
            "ngày 5/4",
            "ngày và/hoặc/năm",
            "ngày 5/4/18/QĐ-UBND",
            "mỗi ngày/người/tháng",
        ] {
            assert!(dates(text).is_empty(), "{text}: {:?}", dates(text));
        }
    }

    #[test]
    fn several_dates_are_found_with_their_places() {
        let text = "từ ngày 01/01/2018 đến ngày 31 tháng 12 năm 2018; họp 05.02.2018";
        let found = find_dates(text);
        let quotes: Vec<&str> = found.iter().map(|f| &text[f.range.clone()]).collect();
        assert_eq!(quotes, ["ngày 01/01/2018", "ngày 31 tháng 12 năm 2018", "05.02.2018"]);
        assert_eq!(found.iter().map(|f| f.in_words).collect::<Vec<_>>(), [false, true, false]);
    }

    #[test]
    fn a_text_that_is_one_date_is_parsed() {
        assert_eq!(parse_date("20/12/2018"), DateSpan::day(2018, 12, 20));
        assert_eq!(parse_date(" ngày 20 tháng 12 năm 2018; "), DateSpan::day(2018, 12, 20));
        assert_eq!(parse_date("trước 20/12/2018"), None);
        assert_eq!(parse_date("31/02/2018"), None);
        assert_eq!(DateSpan::month(2018, 2).unwrap().latest.to_string(), "2018-02-28");
        assert_eq!(DateSpan::year(2018).unwrap().exact(), None);
    }

    proptest! {
        #[test]
        fn any_text_is_searched_without_panic(text in "\\PC{0,60}") {
            for found in find_dates(&text) {
                prop_assert!(text.get(found.range).is_some());
            }
        }

        #[test]
        fn texts_like_dates_are_searched_without_panic(text in "(ngày|tháng|năm|[0-9 /.…_-]){0,14}") {
            let mut last = 0;
            for found in find_dates(&text) {
                prop_assert!(text.get(found.range.clone()).is_some() && found.range.start >= last);
                last = found.range.end;
                if let Some(span) = found.span() {
                    prop_assert!(span.earliest <= span.latest);
                }
            }
        }

        #[test]
        fn every_day_is_read_back(year in 1945i16..2100, month in 1i8..13, day in 1i8..29) {
            let wanted = DateSpan::day(year, month, day);
            prop_assert_eq!(parse_date(&format!("{day:02}/{month}/{year}")), wanted);
            prop_assert_eq!(parse_date(&format!("ngày {day} tháng {month:02} năm {year}")), wanted);
        }
    }
}
