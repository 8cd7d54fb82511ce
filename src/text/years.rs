//! Which years a sentence, a heading or the head of a column speaks of.

use std::ops::Range;

use super::Key;
use super::date::find_dates;
use super::pattern::{regex, tail};
use super::symbol::find_numbers;

/// True if a text names years, and none of them is `year`: what it says is no result of that year. Years of the documents
/// that it cites ("Kế hoạch số 3507/QĐ-UBND ngày 21/12/2017") and years to compare with ("so với năm 2017") are not its own.
pub fn speaks_only_of_others(text: &str, year: i16) -> bool {
    let spans = own_years(text);
    !spans.is_empty() && !spans.iter().any(|(from, to)| *from <= year && year <= *to)
}

/// The same for the head of a column or the name of a sheet, where a bare year is one ("KH 2019", "TH 2017 (%)").
pub fn label_speaks_only_of_others(label: &str, year: i16) -> bool {
    if speaks_only_of_others(label, year) {
        return true;
    }
    let key = Key::new(&without_citations(label));
    let is_open = own_years(label).is_empty() && !regex!(r"so với|cùng kỳ").is_match(key.as_str());
    let bare: Vec<(i16, i16)> = regex!(r"\b(?:19|20)\d\d(?:\s*-\s*(?:19|20)\d\d)?\b")
        .find_iter(key.as_str())
        .flat_map(|m| list(m.as_str()))
        .collect();
    is_open && !bare.is_empty() && !bare.iter().any(|(from, to)| *from <= year && year <= *to)
}

/// The years of a text as spans: one year, or first and last of "2016-2020".
fn own_years(text: &str) -> Vec<(i16, i16)> {
    if let Ok(year) = text.trim().parse::<i16>() {
        // The head of a column is often the bare year.
        return if (1900..2100).contains(&year) { vec![(year, year)] } else { Vec::new() };
    }
    let text = without_citations(text);
    let key = Key::new(&text);
    let text = key.as_str();
    let mut spans = Vec::new();
    for found in regex!(
        r"(?P<lead>(?:so với|so cùng kỳ|bằng|hơn|cùng kỳ)(?:\s+(?:với|cùng kỳ|của|các|kết quả|tỷ lệ|thực hiện))*\s+)?(?:\bnăm\s+|\bgiai đoạn\s+|\bnhiệm kỳ\s+|\bniên khóa\s+|\b(?:0?[1-9]|1[0-2])\s*[/-]\s*|\b(?:tháng|quý)\s+\S{1,4}\s*[/-]\s*)(?P<years>(?:19|20)\d\d\b(?:\s*(?:-|,|;|và|đến|/)\s*(?:năm\s+)?(?:19|20)\d\d\b)*)"
    )
    .captures_iter(text)
    {
        if found.name("lead").is_none() {
            spans.extend(found.name("years").map(|years| list(years.as_str())).unwrap_or_default());
        }
    }
    if spans.is_empty()
        && regex!(r"(?:^|[^i]\s)năm (?:trước|ngoái)\b").is_match(text)
        && !regex!(r"(?:so với|so với cùng kỳ|cùng kỳ|hơn|bằng)\s+(?:\S+\s+){0,2}năm (?:trước|ngoái)").is_match(text)
    {
        // Some year before this one, which never is the index year.
        spans.push((0, 0));
    }
    spans
}

/// "2016, 2017 và 2018" is three years, "2016-2020" all from the first to the last.
fn list(years: &str) -> Vec<(i16, i16)> {
    let found: Vec<(usize, i16)> =
        regex!(r"\d{4}").find_iter(years).filter_map(|m| Some((m.start(), m.as_str().parse().ok()?))).collect();
    let mut spans: Vec<(i16, i16)> = Vec::new();
    let mut last = 0;
    for (at, year) in found {
        let between = &years[last..at];
        match spans.last_mut() {
            Some(span) if between.contains('-') || between.contains("đến") => span.1 = year,
            _ => spans.push((year, year)),
        }
        last = at + 4;
    }
    spans
}

/// The text with the documents that it cites blanked out: number and date, or type and date ("Kế hoạch ngày 21/12/2017").
fn without_citations(text: &str) -> String {
    let mut cut: Vec<Range<usize>> = Vec::new();
    let dates = find_dates(text);
    for (range, _) in find_numbers(text) {
        let date = dates.iter().find(|d| d.range.start >= range.end && d.range.start - range.end < 12);
        cut.push(range.start..date.map_or(range.end, |d| d.range.end));
    }
    for date in &dates {
        let key = Key::new(tail(&text[..date.range.start], NEAR));
        let is_of_document = regex!(
            r"(?:kế hoạch|quyết định|công văn|thông báo|báo cáo|chỉ thị|nghị quyết|nghị định|thông tư|tờ trình|chương trình|luật|văn bản|ban hành|ký|đề ngày)(?:\s+(?:số\s+\S+|này|của\s+[^,;.]{1,40}))?(?:,)?$"
        );
        let is_cut = cut.iter().any(|c| c.contains(&date.range.start));
        if !is_cut && is_of_document.is_match(key.as_str()) {
            cut.push(date.range.clone());
        }
    }
    // Two numbers before one date overlap: they are cut as one.
    cut.sort_by_key(|r| (r.start, r.end));
    let (mut rest, mut from) = (String::with_capacity(text.len()), 0);
    for range in cut {
        if range.start >= from {
            rest.push_str(&text[from..range.start]);
            rest.push('…');
        }
        from = from.max(range.end);
    }
    rest.push_str(&text[from..]);
    rest
}

/// Bytes before a date in which the document that it belongs to is named.
const NEAR: usize = 400;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_numbers_before_one_date_are_one_citation() {
        assert_eq!(without_citations("Theo 12/KH-UBND, 3/KH-SNV 01/02/2018 thì"), "Theo … thì");
    }

    #[test]
    fn a_long_list_of_dates_takes_no_time() {
        let text = format!("kiểm tra {}", "Kế hoạch 21/12/2018 ".repeat(20_000));
        let start = std::time::Instant::now();
        assert!(!without_citations(&text).contains("2018"));
        assert!(start.elapsed() < std::time::Duration::from_secs(10), "{:?}", start.elapsed());
    }

    #[test]
    fn sentences_of_other_years_are_told_apart() {
        for (text, other) in [
            ("Năm 2017 tỷ lệ kiểm tra đạt 100%", true),
            ("Năm 2018 tỷ lệ kiểm tra đạt 100%", false),
            ("Tỷ lệ kiểm tra đạt 100%", false),
            ("Năm 2018 đạt 100%, so với năm 2017 tăng 5%", false),
            ("đạt 100%, tăng 5% so với năm 2017", false),
            ("đạt 100%, tăng 5% so với cùng kỳ năm 2017", false),
            ("đạt 100%, cao hơn năm 2017", false),
            ("Thực hiện Kế hoạch số 3507/QĐ-UBND ngày 21/12/2017, đã hoàn thành 42/42 nhiệm vụ", false),
            ("Thực hiện Kế hoạch 3507/QĐ-UBND ngày 21 tháng 12 năm 2017 của UBND tỉnh, hoàn thành 100%", false),
            ("Theo Quyết định số 30/2016/QĐ-UBND ngày 01/6/2016, hoàn thành 100%", false),
            ("Theo Kế hoạch ngày 21/12/2017, hoàn thành 100%", false),
            ("Theo Kế hoạch của UBND tỉnh ngày 21/12/2017, hoàn thành 100%", false),
            ("Theo Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13, hoàn thành 100%", false),
            ("Đến ngày 31/12/2017, hoàn thành 100%", true),
            ("Đến ngày 15/12/2018, hoàn thành 100%", false),
            ("Tháng 12/2017 hoàn thành 100%", true),
            ("Quý IV/2018 hoàn thành 100%", false),
            ("Quý IV năm 2017 hoàn thành 100%", true),
            ("Giai đoạn 2016-2020 hoàn thành 100%", false),
            ("Giai đoạn 2011 - 2015 hoàn thành 100%", true),
            ("Các năm 2016, 2017 và 2018 hoàn thành 100%", false),
            ("Các năm 2015, 2016 và 2017 hoàn thành 100%", true),
            ("Trong 2 năm 2017-2018 hoàn thành 100%", false),
            ("Phấn đấu năm 2019 hoàn thành 100%", true),
            ("hoàn thành 2017/2017 hồ sơ", false),
            ("hoàn thành 2010 hồ sơ", false),
            ("Năm trước tỷ lệ đạt 100%", true),
            ("Tỷ lệ đạt 100%, tăng so với năm trước", false),
            ("2017", true),
            ("2018", false),
            ("Năm 2017", true),
            ("35", false),
        ] {
            assert_eq!(speaks_only_of_others(text, 2018), other, "{text}: {:?}", own_years(text));
        }
    }

    #[test]
    fn labels_may_name_a_bare_year() {
        for (label, other) in [
            ("KH 2019", true),
            ("Kế hoạch 2019", true),
            ("TH 2017 (%)", true),
            ("TH 2018 (%)", false),
            ("2016-2020", false),
            ("So với 2017", false),
            ("Năm 2018", false),
            ("Tỷ lệ (%)", false),
        ] {
            assert_eq!(label_speaks_only_of_others(label, 2018), other, "{label}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "(năm |ngày |21/12/2017|2016|-| và |so với |Kế hoạch số 12/KH-UBND |[0-9/,. đ-]){0,12}") {
            let _ = speaks_only_of_others(&text, 2018);
        }
    }
}
