//! Documents that a text cites: their dates are no years that the text speaks of.

use std::ops::Range;

use crate::text::Key;
use crate::text::date::find_dates;
use crate::text::pattern::{regex, tail};
use crate::text::symbol::find_numbers;

/// The text with the documents that it cites blanked out: number and date, or type and date ("Kế hoạch ngày 21/12/2017").
pub(crate) fn without_citations(text: &str) -> String {
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
}
