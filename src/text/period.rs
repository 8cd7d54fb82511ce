//! Reporting periods: a quarter's end names them all, since 6 months end with quarter II and 9 months with quarter III.

use std::ops::Range;

use super::key::Key;
use super::pattern::regex;

/// A period of a year by the quarter that it ends with: 1 (quý I, 3 tháng), 2 (quý II, 6 tháng), 3 (quý III, 9 tháng),
/// 4 (năm, quý IV).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period(u8);

impl Period {
    /// The whole year.
    pub const YEAR: Period = Period(4);

    /// From the words of a rule: `quý I`, `6 tháng`, `quý III`, `năm`.
    pub fn parse(words: &str) -> Option<Self> {
        let key = Key::new(words);
        if key.as_str() == "năm" {
            return Some(Self::YEAR);
        }
        find_part(key.as_str()).map(|(_, period)| period)
    }

    /// The quarter that it ends with: 1 to 4.
    pub fn quarter(self) -> u8 {
        self.0
    }
}

/// The period that a title speaks of, with its year if the title gives one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodInTitle {
    /// Which part of the year.
    pub period: Period,
    /// Which year.
    pub year: Option<i16>,
    /// Byte range of the words in the title.
    pub range: Range<usize>,
}

fn part() -> &'static regex::Regex {
    regex!(
        r"\bquý\s+(?P<q>iv|i{1,3}|[1-4]|một|hai|ba|bốn|tư)\b|\b(?P<m>0?[369]|12|ba|sáu|chín)\s+tháng\b|\bnửa\s+(?:đầu\s+(?:của\s+)?năm|năm\s+đầu)\b"
    )
}

fn year() -> &'static regex::Regex {
    regex!(r"\b(?:năm\s+|(?:quý\s+\w+|tháng)\s*[/-]\s*)((?:19|20)\d\d)\b")
}

/// A year without "năm" at the end of what a title speaks of: "cải cách hành chính 2018", but no end of a span or date.
fn bare_year(spoken: &str) -> Option<regex::Match<'_>> {
    let found = regex!(r"(?P<word>\p{L}+)\s+(?P<year>(?:19|20)\d\d)\s*(?:,|;|\.|và)?\s*$").captures(spoken)?;
    let is_of_span = matches!(&found["word"], "đến" | "tới" | "đoạn" | "số" | "từ" | "tháng");
    found.name("year").filter(|_| !is_of_span)
}

/// A span that is none of the periods: a month, 8 months, the second half of the year, a round (đợt), a week. The day
/// of a date and the month up to which something is counted are no spans.
fn is_odd(spoken: &str) -> bool {
    let spans = regex!(
        r"(?P<not>\b(?:ngày\s*[\d.…]*|đến|đến hết|tới|hết)\s*)?\b(?:tháng\s+\d{1,2}|(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+tháng|nửa (?:cuối năm|năm cuối)|(?:đợt|tuần|kỳ|lần)\s+(?:thứ\s+)?(?:\d{1,2}|[ivx]+|một|hai|ba|nhất))\b"
    );
    spans.captures_iter(spoken).any(|c| c.name("not").is_none())
}

/// What comes behind these words is about the time to come: "… năm 2018 và phương hướng năm 2019" is of 2018.
fn ahead() -> &'static regex::Regex {
    regex!(
        r"phương hướng|nhiệm vụ trọng tâm|nhiệm vụ công tác|nhiệm vụ năm|kế hoạch năm|chương trình công tác|dự kiến|giải pháp"
    )
}

/// Finds the period of a title. Words about the year to come count only if nothing stands before them; a title without
/// quarter or months but with a year is of the whole year. None where it speaks of a span that no rule names (a month).
pub fn period_of_title(title: &str) -> Option<PeriodInTitle> {
    let key = Key::new(title);
    let text = key.as_str();
    let first_ahead = ahead().find_iter(text).map(|m| m.start()).find(|at| speaks_of_a_time(&text[..*at]));
    let spoken = &text[..first_ahead.unwrap_or(text.len())];
    let named = year().captures(spoken).and_then(|c| c.get(1)).or_else(|| bare_year(spoken));
    let in_year = named.and_then(|y| y.as_str().parse().ok());
    if let Some((range, period)) = find_part(spoken) {
        return Some(PeriodInTitle { period, year: in_year, range: key.original(range) });
    }
    // "tháng 12 và năm 2018" is of the year too.
    let is_of_year_too = regex!(r"\bvà\s+(?:cả\s+)?năm\b").is_match(spoken);
    if is_odd(spoken) && !is_of_year_too {
        return None;
    }
    Some(PeriodInTitle { period: Period::YEAR, year: in_year, range: key.original(named?.range()) })
}

fn speaks_of_a_time(text: &str) -> bool {
    part().is_match(text) || year().is_match(text) || bare_year(text).is_some() || is_odd(text)
}

/// All periods that a text names; the year only as that of a report ("báo cáo năm", "cả năm"), for a year stands in many
/// a sentence.
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

fn find_part(folded: &str) -> Option<(Range<usize>, Period)> {
    parts(folded).next()
}

fn parts(folded: &str) -> impl Iterator<Item = (Range<usize>, Period)> {
    // "6 tháng cuối năm" is another half than that which ends with quarter II.
    let is_first = |c: &regex::Captures<'_>| {
        let behind = c.get(0).map_or("", |m| &folded[m.end()..]);
        c.name("m").is_none_or(|m| m.as_str() == "12") || !behind.trim_start().starts_with("cuối")
    };
    part().captures_iter(folded).filter(is_first).filter_map(|found| Some((found.get(0)?.range(), period_of(&found))))
}

fn period_of(found: &regex::Captures<'_>) -> Period {
    match (found.name("q").map(|m| m.as_str()), found.name("m").map(|m| m.as_str())) {
        (Some("i" | "1" | "một"), _) | (_, Some("3" | "03" | "ba")) => Period(1),
        // Neither: "nửa đầu năm".
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
