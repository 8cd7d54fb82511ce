//! Page ranges in a manifest: `3`, `7-9`, `trang 2, 5–6`.

use crate::text::Key;
use crate::text::pattern::regex;

/// Pages of a file; no range at all means every page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageRanges(Vec<[u32; 2]>);

impl PageRanges {
    /// Parses pages and page ranges, with or without "trang". Returns `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let key = Key::new(text);
        // "Trang 5 (Mục II)", "từ trang 1 đến trang 4."
        let plain = regex!(r"\([^()]*\)|\btừ\b|[.\s]+$").replace_all(key.as_str(), " ");
        // "9 trang" is the number of pages, so all are meant.
        if regex!(r"^\s*\d+ ?(?:trang|tr\b|pages?)\s*$").is_match(&plain) {
            return Some(Self::default());
        }
        let words =
            regex!(r"(?:trang|tr|pages?|pp?)\b\.?|(?:trang|tr|p)\.?\s?(?P<page>\d)|tất cả|toàn bộ|cả văn bản|cả tệp");
        let plain = words.replace_all(&plain, " ${page}");
        let mut ranges = Vec::new();
        for part in regex!(r"[,;]|\bvà\b").split(&plain).map(str::trim).filter(|p| !p.is_empty()) {
            let span = regex!(r"^(\d{1,5})(?:\s*(?:-|–|đến)\s*(\d{1,5}))?$").captures(part)?;
            let first: u32 = span[1].parse().ok()?;
            let last = span.get(2).map_or(Some(first), |last| last.as_str().parse().ok())?;
            if first == 0 || last < first {
                return None;
            }
            ranges.push([first, last]);
        }
        Some(Self(ranges))
    }

    /// True if any page from `first` to `last` is among these.
    pub fn overlaps(&self, first: u32, last: u32) -> bool {
        self.0.is_empty() || self.0.iter().any(|range| range[0] <= last && first <= range[1])
    }

    /// The last page; `None` if all pages are meant.
    pub fn last(&self) -> Option<u32> {
        self.0.iter().map(|range| range[1]).max()
    }

    /// Adds the pages of `other`; every page remains every page.
    pub(super) fn merge(&mut self, other: &Self) {
        if self.0.is_empty() || other.0.is_empty() {
            self.0.clear();
        } else {
            self.0.extend_from_slice(&other.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_as_people_write_them() {
        for (text, expected) in [
            ("3", Some(vec![[3, 3]])),
            ("7-9", Some(vec![[7, 9]])),
            ("Trang 2, 5–6", Some(vec![[2, 2], [5, 6]])),
            ("tr. 1 đến 4 và 8", Some(vec![[1, 4], [8, 8]])),
            ("", Some(vec![])),
            ("toàn bộ", Some(vec![])),
            ("9 trang", Some(vec![])),
            ("từ trang 1 đến trang 4", Some(vec![[1, 4]])),
            ("Trang 5 (Mục II)", Some(vec![[5, 5]])),
            ("tr5-9", Some(vec![[5, 9]])),
            ("5 - 9.", Some(vec![[5, 9]])),
            ("9-7", None),
            ("0", None),
            ("phụ lục", None),
        ] {
            assert_eq!(PageRanges::parse(text).map(|p| p.0), expected, "{text}");
        }
    }

    #[test]
    fn pages_meet_where_they_share_one() {
        let pages = PageRanges::parse("3-4").unwrap();
        assert!(pages.overlaps(1, 3) && pages.overlaps(4, 9) && !pages.overlaps(1, 2) && !pages.overlaps(5, 5));
        assert!(PageRanges::default().overlaps(7, 7));
    }
}
