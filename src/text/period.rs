//! Reporting periods. Each is identified by the quarter that it ends with: 6 months end with quarter II, 9 months with
//! quarter III.

use std::ops::Range;

use super::key::Key;
use super::pattern::regex;

/// A period of a year, as the quarter that it ends with: 1 (quý I, 3 tháng), 2 (quý II, 6 tháng), 3 (quý III, 9 tháng),
/// 4 (năm, quý IV).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(u8);

impl Period {
    /// The whole year.
    pub const YEAR: Period = Period(4);

    /// Parses the words of a rule: `quý I`, `6 tháng`, `quý III`, `năm`.
    pub fn parse(words: &str) -> Option<Self> {
        let key = Key::new(words);
        if key.as_str() == "năm" {
            return Some(Self::YEAR);
        }
        first_part(key.as_str()).map(|(_, period)| period)
    }

    /// The quarter that the period ends with: 1 to 4.
    pub fn quarter(self) -> u8 {
        self.0
    }
}

/// The period that a title is about, with its year if the title gives one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodInTitle {
    /// Which part of the year.
    pub period: Period,
    /// Which year.
    pub year: Option<i16>,
    /// Byte range of the words in the title.
    pub range: Range<usize>,
}

/// A quarter, a number of months or the first half of a year.
fn part_pattern() -> &'static regex::Regex {
    regex!(
        r"\bquý\s+(?P<q>iv|i{1,3}|[1-4]|một|hai|ba|bốn|tư)\b|\b(?P<m>0?[369]|12|ba|sáu|chín)\s+tháng\b|\bnửa\s+(?:đầu\s+(?:của\s+)?năm|năm\s+đầu)\b"
    )
}

fn year_pattern() -> &'static regex::Regex {
    regex!(r"\b(?:năm\s+|(?:quý\s+\w+|tháng)\s*[/-]\s*)((?:19|20)\d\d)\b")
}

/// A year without "năm" at the end of a text ("cải cách hành chính 2018"), unless it ends a span of years or a date.
fn bare_year(text: &str) -> Option<regex::Match<'_>> {
    let found = regex!(r"(?P<word>\p{L}+)\s+(?P<year>(?:19|20)\d\d)\s*(?:,|;|\.|và)?\s*$").captures(text)?;
    let is_of_span = matches!(&found["word"], "đến" | "tới" | "đoạn" | "số" | "từ" | "tháng");
    found.name("year").filter(|_| !is_of_span)
}

/// True if a text names a span that is not one of the reporting periods: a month, 8 months, the second half of the
/// year, a round (đợt), a week. The month of a date and the month up to which something is counted do not count.
fn names_other_span(text: &str) -> bool {
    let spans = regex!(
        r"(?P<not>\b(?:ngày\s*[\d.…]*|đến|đến hết|tới|hết)\s*)?\b(?:tháng\s+\d{1,2}|(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+tháng|nửa (?:cuối năm|năm cuối)|(?:đợt|tuần|kỳ|lần)\s+(?:thứ\s+)?(?:\d{1,2}|[ivx]+|một|hai|ba|nhất))\b"
    );
    spans.captures_iter(text).any(|c| c.name("not").is_none())
}

/// Words that begin the part of a title about the future: "… năm 2018 và phương hướng năm 2019" is about 2018.
fn outlook_pattern() -> &'static regex::Regex {
    regex!(
        r"phương hướng|nhiệm vụ trọng tâm|nhiệm vụ công tác|nhiệm vụ năm|kế hoạch năm|chương trình công tác|dự kiến|giải pháp"
    )
}

/// Finds the period of a title. Words about the future count only if no time is named before them. A title without
/// quarter or months but with a year is about the whole year. Returns `None` if the title names no period or another
/// span (a month).
pub fn period_of_title(title: &str) -> Option<PeriodInTitle> {
    let key = Key::new(title);
    let text = key.as_str();
    let outlook = outlook_pattern().find_iter(text).map(|m| m.start()).find(|at| names_a_time(&text[..*at]));
    let text = &text[..outlook.unwrap_or(text.len())];
    let year = year_pattern().captures(text).and_then(|c| c.get(1)).or_else(|| bare_year(text));
    let year_number = year.and_then(|y| y.as_str().parse().ok());
    if let Some((range, period)) = first_part(text) {
        return Some(PeriodInTitle { period, year: year_number, range: key.original(range) });
    }
    // "tháng 12 và năm 2018" is about the year too.
    let is_about_year_too = regex!(r"\bvà\s+(?:cả\s+)?năm\b").is_match(text);
    if names_other_span(text) && !is_about_year_too {
        return None;
    }
    Some(PeriodInTitle { period: Period::YEAR, year: year_number, range: key.original(year?.range()) })
}

/// True if a title names a period, a year or another span of time (a month, a round).
pub fn tells_a_time(title: &str) -> bool {
    names_a_time(Key::new(title).as_str())
}

fn names_a_time(text: &str) -> bool {
    part_pattern().is_match(text)
        || year_pattern().is_match(text)
        || bare_year(text).is_some()
        || names_other_span(text)
}

/// All periods that a text names, without repetition. The whole year counts only if it is a report's ("báo cáo năm",
/// "cả năm"), since a year is mentioned in many sentences.
pub fn periods_named(text: &str) -> Vec<Period> {
    let key = Key::new(text);
    let mut named: Vec<Period> = parts(key.as_str()).map(|(_, period)| period).collect();
    if regex!(
        r"\bbáo cáo (?:(?:kết quả|tổng kết|công tác|định kỳ|cải cách hành chính) )*năm\b|\bcả năm\b|\btổng kết năm\b"
    )
    .is_match(key.as_str())
    {
        named.push(Period::YEAR);
    }
    named.sort();
    named.dedup();
    named
}

fn first_part(folded: &str) -> Option<(Range<usize>, Period)> {
    parts(folded).next()
}

fn parts(folded: &str) -> impl Iterator<Item = (Range<usize>, Period)> {
    // "6 tháng cuối năm" is the second half of the year, not the one that ends with quarter II.
    let is_first = |c: &regex::Captures<'_>| {
        let behind = c.get(0).map_or("", |m| &folded[m.end()..]);
        c.name("m").is_none_or(|m| m.as_str() == "12") || !behind.trim_start().starts_with("cuối")
    };
    let found = part_pattern().captures_iter(folded).filter(is_first);
    found.filter_map(|found| Some((found.get(0)?.range(), period_of(&found))))
}

fn period_of(found: &regex::Captures<'_>) -> Period {
    match (found.name("q").map(|m| m.as_str()), found.name("m").map(|m| m.as_str())) {
        (Some("i" | "1" | "một"), _) | (_, Some("3" | "03" | "ba")) => Period(1),
        // Neither group matched: "nửa đầu năm".
        (Some("ii" | "2" | "hai"), _) | (_, Some("6" | "06" | "sáu")) | (None, None) => Period(2),
        (Some("iii" | "3" | "ba"), _) | (_, Some("9" | "09" | "chín")) => Period(3),
        _ => Period(4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_explanation_names_the_periods_that_it_is_about() {
        for (text, wanted) in [
            ("Báo cáo quý I năm 2018 chưa ban hành vì thiếu số liệu.", &[1][..]),
            ("Không có báo cáo 6 tháng và quý III.", &[2, 3]),
            ("Chưa có báo cáo CCHC năm 2018 do đang chờ số liệu.", &[4]),
            ("Do thiếu nhân lực năm 2018, theo Công văn số 45/SNV ngày 12/3/2018.", &[]),
        ] {
            let named: Vec<u8> = periods_named(text).into_iter().map(Period::quarter).collect();
            assert_eq!(named, wanted, "{text}");
        }
    }

    #[test]
    fn titles_tell_their_period() {
        for (title, expected) in [
            ("Báo cáo công tác cải cách hành chính quý I năm 2018", Some((1, Some(2018)))),
            ("Kết quả CCHC 6 tháng đầu năm và nhiệm vụ trọng tâm 6 tháng cuối năm 2018", Some((2, None))),
            ("Kết quả CCHC sáu tháng đầu năm 2018", Some((2, Some(2018)))),
            ("Kết quả CCHC 9 tháng năm 2018", Some((3, Some(2018)))),
            ("Kết quả CCHC Quý III/2018", Some((3, Some(2018)))),
            ("Kết quả CCHC quý I-2018", Some((1, Some(2018)))),
            ("Kết quả CCHC Quý 1 năm 2018", Some((1, Some(2018)))),
            ("Tình hình, kết quả thực hiện cải cách hành chính Quí I năm 2018", Some((1, Some(2018)))),
            ("Tình hình thực hiện công tác cải cách hành chính nửa đầu năm 2018", Some((2, Some(2018)))),
            ("Kết quả CCHC nửa năm đầu 2018", Some((2, Some(2018)))),
            ("Kết quả CCHC nửa cuối năm 2018", None),
            ("Kết quả CCHC 03 tháng đầu năm 2018", Some((1, Some(2018)))),
            ("Kết quả CCHC quý II và 6 tháng đầu năm 2018", Some((2, Some(2018)))),
            ("Kết quả CCHC tháng 6 và 6 tháng đầu năm 2018", Some((2, Some(2018)))),
            ("Kết quả CCHC quý IV và năm 2018", Some((4, Some(2018)))),
            ("Kết quả CCHC tháng 12 và năm 2018", Some((4, Some(2018)))),
            ("Kết quả công tác cải cách hành chính 2018", Some((4, Some(2018)))),
            ("Kết quả cải cách hành chính 2018 và phương hướng 2019", Some((4, Some(2018)))),
            ("Kết quả CCHC năm 2018 (tính đến tháng 11/2018)", Some((4, Some(2018)))),
            ("Đắk Lắk, ngày 18 tháng 12 năm 2018 BÁO CÁO kết quả CCHC năm 2018", Some((4, Some(2018)))),
            ("Kết quả CCHC 12 tháng năm 2018", Some((4, Some(2018)))),
            ("Kết quả công tác cải cách hành chính tháng 6 năm 2018", None),
            ("Kết quả công tác cải cách hành chính tháng 6/2018", None),
            ("Kết quả CCHC tháng 11 năm 2018 và nhiệm vụ tháng 12 năm 2018", None),
            ("Kết quả CCHC 8 tháng đầu năm 2018", None),
            ("Kết quả CCHC tám tháng năm 2018", None),
            ("Kết quả CCHC đợt 1 năm 2018", None),
            ("Kết quả CCHC năm 2018 (đợt II)", None),
            ("Kết quả CCHC 6 tháng cuối năm 2018", None),
            ("Kết quả CCHC sáu tháng cuối năm 2018", None),
            ("Chương trình giai đoạn 2016-2020", None),
            ("Kết quả công tác CCHC năm 2018 và phương hướng, nhiệm vụ năm 2019", Some((4, Some(2018)))),
            ("Tình hình quý IV năm 2018", Some((4, Some(2018)))),
            ("Kế hoạch CCHC năm 2018", Some((4, Some(2018)))),
            ("Phương hướng năm 2019", Some((4, Some(2019)))),
            ("Báo cáo về công tác dân vận", None),
            ("Báo cáo quý khách", None),
        ] {
            let found = period_of_title(title).map(|p| (p.period.0, p.year));
            assert_eq!(found, expected, "{title}");
        }
    }

    #[test]
    fn rules_name_periods() {
        for (words, period) in [("quý I", 1), ("6 tháng", 2), ("quý II", 2), ("quý III", 3), ("9 tháng", 3), ("năm", 4)]
        {
            assert_eq!(Period::parse(words), Some(Period(period)), "{words}");
        }
        assert_eq!(Period::parse("tuần"), None);
    }
}
