//! The headings and labels above a position in running text: numbered headings, lines in capitals, short lines without
//! a full stop, and lines that end with a colon.

use std::ops::Range;

use super::key::Key;
use super::outline::{is_capital, number_of};
use super::pattern::regex;

/// Longest heading, in characters.
const LONGEST: usize = 120;

/// Longest heading without number or colon, or with a full stop, in characters: a longer line is a line of a paragraph.
const LONGEST_PLAIN: usize = 60;

/// A heading and the part of the text under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Byte range of its words.
    pub range: Range<usize>,
    /// Byte at which the text under it ends.
    pub end: usize,
}

// Ranks of paragraphs without a number. Those of numbered headings come from `rank_of`. A paragraph closes the open
// headings whose rank is equal or greater.
const CAPITAL: usize = 3;
const SHORT: usize = 10;
const LABEL: usize = 11;
const DASH: usize = 12;
const PLUS: usize = 13;
/// "Tổng số cơ quan: 35": a label with its value is no heading and closes none.
const VALUE: usize = 14;

/// The headings of a text, in order. Paragraphs end with a line break. Those for whose first byte `is_apart` is true
/// (table cells) are ignored.
pub fn headings(text: &str, is_apart: impl Fn(usize) -> bool) -> Vec<Heading> {
    let mut tracker =
        Tracker { found: Vec::new(), open: Vec::new(), in_title: true, follows_end: true, label_at: None };
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        let line = paragraph.trim();
        if !line.is_empty() && !is_apart(start) {
            let at = start + (paragraph.len() - paragraph.trim_start().len());
            tracker.next(line, at);
        }
        start += paragraph.len();
    }
    tracker.close(0, text.len());
    tracker.found
}

/// The headings that are open at a byte of the text, outermost first.
pub fn over(headings: &[Heading], at: usize) -> impl Iterator<Item = &Heading> {
    headings.iter().take_while(move |h| h.range.start <= at).filter(move |h| h.range.end <= at && at < h.end)
}

struct Tracker {
    found: Vec<Heading>,
    /// Rank and index in `found` of the open headings.
    open: Vec<(usize, usize)>,
    /// Only the head of the document was seen so far.
    in_title: bool,
    /// The previous paragraph ended a sentence or was a heading.
    follows_end: bool,
    /// Index of the label in the previous paragraph: the next paragraph is under it, even if it looks like a label too.
    label_at: Option<usize>,
}

impl Tracker {
    fn next(&mut self, line: &str, at: usize) {
        let number = number_of(line);
        // "*Cải cách thể chế*" is emphasised.
        let marked = line.strip_prefix('*').and_then(|l| l.strip_suffix('*'));
        let (line, at) = marked.map_or((line, at), |bare| (bare, at + 1));
        let bullet = line.chars().next().filter(|c| "-–—*•+".contains(*c));
        let rank = match (number, bullet) {
            (Some((level, _)), _) => rank_of(level),
            (None, Some('+')) => PLUS,
            (None, Some(_)) => DASH,
            (None, None) if is_value(line) => VALUE,
            (None, None) if is_capital(line) && line.chars().count() <= LONGEST && !self.in_title => CAPITAL,
            (None, None) if self.is_short(line) => SHORT,
            (None, None) => LABEL,
        };
        let keeps_label = rank == LABEL && self.label_at.is_some();
        if !keeps_label {
            self.close(rank, at);
        }
        self.label_at = None;
        let head = heading_in(line, rank).filter(|_| !(keeps_label && rank == LABEL && !line.ends_with(':')));
        if let Some(head) = head {
            let index = self.found.len();
            self.found.push(Heading { range: at..at + head.len(), end: usize::MAX });
            self.open.push((rank, index));
            self.label_at = (rank >= LABEL).then_some(index);
        }
        let is_end = line.ends_with(['.', ';', ':', '!', '?']) || rank == VALUE;
        self.follows_end = is_end || head.is_some();
        self.in_title &= number.is_none() && !is_end;
    }

    fn is_short(&self, line: &str) -> bool {
        !self.in_title
            && self.follows_end
            && line.chars().count() <= LONGEST_PLAIN
            && line.starts_with(char::is_uppercase)
            && !line.ends_with(['.', ';', ':', ',', '!', '?', '/'])
    }

    /// Closes the open headings of this rank and above.
    fn close(&mut self, rank: usize, at: usize) {
        while let Some((_, index)) = self.open.pop_if(|(open, _)| *open >= rank) {
            self.found[index].end = at;
        }
    }
}

fn is_value(line: &str) -> bool {
    line.chars().count() <= LONGEST && regex!(r"^[^:\d][^:]*:\s*\d[\d.,/%() ]*(?:\p{L}+ ?){0,3}[.;]?$").is_match(line)
}

/// The rank of a numbered heading. `CAPITAL` is placed between level 2 ("I.") and level 3 ("1.").
fn rank_of(level: usize) -> usize {
    if level < CAPITAL { level } else { level + 1 }
}

/// The part of a paragraph that is a heading for what follows; `None` for running text.
fn heading_in(line: &str, rank: usize) -> Option<&str> {
    let colon = line.find(": ").or(line.strip_suffix(':').map(str::len));
    let head = colon.map_or(line, |at| &line[..at]).trim_end();
    let length = head.chars().count();
    let key = Key::new(head);
    let has_figure = regex!(r"\d\s*(?:%|/\s*\d)").is_match(key.as_str());
    let is_clause = regex!(r"\b(?:đã|đang|sẽ|là|có|được|cần|phải)\b").is_match(key.as_str());
    // "… báo cáo kết quả như sau:" introduces the whole report.
    let opens = rank == LABEL && regex!(r"báo cáo\b.*như sau$").is_match(key.as_str());
    let is_label = colon.is_some();
    let is_heading = match rank {
        CAPITAL | SHORT => true,
        VALUE => false,
        LABEL | DASH | PLUS => line.ends_with(':'),
        _ if is_label => !is_clause || line.ends_with(':'),
        _ => !line.ends_with(';') && (!line.ends_with('.') || length <= LONGEST_PLAIN && !is_clause),
    };
    (is_heading && !opens && !has_figure && length <= LONGEST && length > 0).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headings over the last paragraph.
    fn over_last(paragraphs: &[&str]) -> Vec<String> {
        let text = paragraphs.join("\n");
        let at = text.len() - paragraphs.last().unwrap().len();
        over(&headings(&text, |_| false), at).map(|h| text[h.range.clone()].to_owned()).collect()
    }

    #[test]
    fn a_paragraph_stands_under_what_is_open() {
        let last = "Hoàn thành 8/8 nhiệm vụ theo Kế hoạch.";
        for (paragraphs, expected) in [
            (
                &["I. KẾT QUẢ", "1. Cải cách thể chế", last] as &[&str],
                &["I. KẾT QUẢ", "1. Cải cách thể chế"] as &[&str],
            ),
            (&["I. KẾT QUẢ", "1. Cải cách thể chế.", last], &["I. KẾT QUẢ", "1. Cải cách thể chế."]),
            (&["I. KẾT QUẢ", "1. Thể chế", "Đã xong.", "2. Kế hoạch", last], &["I. KẾT QUẢ", "2. Kế hoạch"]),
            (&["I. KẾT QUẢ", "1. Thể chế", "a) Văn bản", "II. ĐÁNH GIÁ", last], &["II. ĐÁNH GIÁ"]),
            (&["I. KẾT QUẢ", "1. Thể chế: ban hành 5 văn bản.", last], &["I. KẾT QUẢ", "1. Thể chế"]),
            (&["I. KẾT QUẢ", "1. Sở đã ban hành: Kế hoạch năm.", last], &["I. KẾT QUẢ"]),
            (&["I. KẾT QUẢ", "1. Đã ban hành 12 văn bản.", last], &["I. KẾT QUẢ"]),
            (&["I. KẾT QUẢ", "- Cải cách thể chế:", last], &["I. KẾT QUẢ", "- Cải cách thể chế"]),
            (&["I. KẾT QUẢ", "- Thể chế:", "+ Đã xong.", "- Bộ máy: đã xong.", last], &["I. KẾT QUẢ"]),
            (&["I. KẾT QUẢ", "Về thể chế:", "- Đã xong.", last], &["I. KẾT QUẢ"]),
            (&["I. KẾT QUẢ", "Về thể chế:", last], &["I. KẾT QUẢ", "Về thể chế"]),
            (&["Đã xong.", "CẢI CÁCH THỂ CHẾ", "1. Văn bản", last], &["CẢI CÁCH THỂ CHẾ", "1. Văn bản"]),
            (&["Đã xong.", "Cải cách thể chế", last], &["Cải cách thể chế"]),
            (&["Đã xong.", "Cải cách thể chế", "Đã xong.", last], &["Cải cách thể chế"]),
            (&["Đã xong.", "*Cải cách thể chế*", last], &["Cải cách thể chế"]),
            (&["Đã xong.", "UBND tỉnh báo cáo kết quả như sau:", last], &[]),
            (&["Đã xong.", "Cải cách thể chế", "II. ĐÁNH GIÁ", last], &["II. ĐÁNH GIÁ"]),
            (&["Đã xong.", "Kiểm tra năm 2017", "Tổng số cơ quan: 35", last], &["Kiểm tra năm 2017"]),
            (&["Đã xong.", "Năm 2017:", "Tổng số: 35", "Đã kiểm tra: 12", last], &[]),
            (&["Đã xong.", "Năm 2017:", "Tổng số: 35", "Đã kiểm tra: 12 cơ quan"], &["Năm 2017"]),
            // The document's title is not a heading of a part.
            (&["BÁO CÁO", "Kết quả cải cách thể chế", last], &[]),
        ] {
            assert_eq!(over_last(paragraphs), expected, "{paragraphs:?}");
        }
    }

    #[test]
    fn cells_are_no_headings() {
        let text = "Đã xong.\nThể chế\nHoàn thành 8/8.";
        assert!(headings(text, |at| text[at..].starts_with("Thể")).is_empty());
    }
}
