//! Marks on a document, and lines that are none of its text: stamps, signature blocks, page headers of the gazette.
//! What stands in them is never taken for the number or the date of the document.

use crate::document::{Document, Line, Page, Place, RemarkKind, Source};
use crate::text::pattern::regex;

use super::field::{Mark, MarkKind};
use super::rows::motto;
use super::secrecy::{heads_degrees, is_degree, is_stamped};

/// Lines of a Word document that can be its head.
const LONGEST_HEAD: usize = 30;

/// What a line is, if it is not text of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noise {
    /// A mark of this kind.
    Mark(MarkKind),
    /// A page number or a header of the official gazette (Công báo).
    Page,
}

/// For each line of a page whether it is noise. `head` is the first page of the document.
pub(super) fn noise(page: &Page, head: bool) -> Vec<Option<Noise>> {
    let lines = &page.lines;
    let mut found: Vec<Option<Noise>> =
        lines.iter().enumerate().map(|(at, line)| alone(page, at, line, head)).collect();
    for at in 0..lines.len() {
        let near = |kind: MarkKind, reach: usize| {
            let window = at.saturating_sub(reach)..(at + reach + 1).min(found.len());
            found[window].contains(&Some(Noise::Mark(kind)))
        };
        if found[at].is_some() {
            continue;
        }
        if is_signature_detail(&lines[at].text) && near(MarkKind::Signature, 3) {
            found[at] = Some(Noise::Mark(MarkKind::Signature));
        } else if head && is_arrival_detail(&lines[at].text) && near(MarkKind::Arrival, 4) {
            found[at] = Some(Noise::Mark(MarkKind::Arrival));
        }
    }
    found
}

/// Noise that a line tells by itself.
fn alone(page: &Page, at: usize, line: &Line, head: bool) -> Option<Noise> {
    let text = line.text.trim();
    if is_signature(text) {
        return Some(Noise::Mark(MarkKind::Signature));
    }
    let gazette = regex!(r"^(?:\d+\s+)?CÔNG BÁO\s*(?:/|Số|số|SỐ).*\d");
    let number = regex!(r"^[-–—\s]*\d{1,4}[-–—\s]*$|^(?i:trang)\s*\d+(?:\s*/\s*\d+)?$");
    if gazette.is_match(text) || number.is_match(text) && line.source != Source::Annotation {
        return Some(Noise::Page);
    }
    if !can_be_stamped(page, at, head) {
        return None;
    }
    if is_degree(text) && !is_listed(page, at) {
        return Some(Noise::Mark(MarkKind::Secret));
    }
    if !head {
        return None;
    }
    if is_urgent(text) {
        return Some(Noise::Mark(MarkKind::Urgent));
    }
    if is_draft(text) {
        return Some(Noise::Mark(MarkKind::Draft));
    }
    let copy =
        regex!(r"^\W*(?:BẢN SAO|SAO Y|SAO LỤC|TRÍCH SAO|Sao y|Sao lục|Trích sao)(?:\W|$|\s+(?:BẢN CHÍNH|bản chính))");
    if copy.is_match(text) && text.chars().count() < 120 {
        return Some(Noise::Mark(MarkKind::Copy));
    }
    let arrival = regex!(r"^\W*(?:CÔNG VĂN\s*|VĂN BẢN\s*)?(?:ĐẾN|Đ\s?Ế\s?N)\s*(?:$|[:.]|(?i:số|ngày)\b)");
    arrival.is_match(text).then_some(Noise::Mark(MarkKind::Arrival))
}

/// Where stamps stand. A table of the text may list degrees of secrecy.
fn can_be_stamped(page: &Page, at: usize, head: bool) -> bool {
    match page.lines[at].rect {
        Some(rect) if page.height > 0.0 => rect.y0 < page.height * if head { 0.5 } else { 0.15 },
        _ => head && at < LONGEST_HEAD,
    }
}

/// True in a column of a table that is headed "Độ mật": what other documents are. A single row above the letterhead is
/// the document's own.
fn is_listed(page: &Page, at: usize) -> bool {
    let Some((number, row, column)) = page.lines[at].cell else { return false };
    let Some(table) = page.tables.get(number as usize) else { return false };
    let mut above = table.rows().take_while(|cells| cells[0].row < row);
    let Some(header) = above.find(|cells| heads_degrees(*cells, column)) else { return false };
    let Some(letterhead) = page.lines[at..].iter().find(|line| motto(&line.text).is_some()) else { return true };
    // Readers join tables that follow each other.
    let end = letterhead.cell.filter(|(of, ..)| *of == number).map_or(u32::MAX, |(_, row, _)| row);
    let rows = table.rows().filter(|cells| (header[0].row + 1..end).contains(&cells[0].row));
    rows.filter(|cells| cells.iter().any(|cell| !cell.text.trim().is_empty())).count() > 1
}

/// A block of a copy at the end of a document: the words stand alone, in capitals.
fn is_copy_block(text: &str) -> bool {
    regex!(r"^\W*(?:SAO Y|SAO LỤC|TRÍCH SAO)(?:\s+BẢN CHÍNH)?\W*$").is_match(text)
}

/// A stamp of urgency (Decree 30/2020, Annex I, II.10).
fn is_urgent(text: &str) -> bool {
    matches!(letters(text).as_str(), "KHẨN" | "THƯỢNGKHẨN" | "HỎATỐC" | "HOẢTỐC" | "HỎATỐCHẸNGIỜ" | "HOẢTỐCHẸNGIỜ")
}

fn is_draft(text: &str) -> bool {
    let draft = regex!(r"(?i)^\W*(?:bản\s+)?d\s?ự\s*th\s?ả\s?o\s*(?:$|[^\w\s]|\s+(?:lần|l\d|\d|ngày\b|\())");
    draft.is_match(text) && text.chars().count() < 45
}

/// "BÁO CÁO (DỰ THẢO)", "… năm 2018 (Dự thảo xin ý kiến)", or a document that says so of itself.
fn names_itself_draft(text: &str) -> bool {
    regex!(r"(?i)\(\s*(?:bản\s+)?dự\s+thảo[^)]{0,40}\)\W*$|^\W*đây\s+là\s+(?:bản\s+)?dự\s+thảo\b").is_match(text)
}

/// The letters of a stamp without its frame and spacing.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_punctuation() && !matches!(c, '–' | '…')).collect()
}

/// A line that signing software writes: its date is the time of signing, never the date of issue.
fn is_signature(text: &str) -> bool {
    regex!(
        r"(?i)^\W*(?:được\s+)?(?:ký\s+(?:bởi|ngày|số)|người\s+ký|ngày\s+ký|thời\s+gian\s+ký|ký\s+điện\s+tử|chữ\s+ký\s+số|digitally\s+signed|signature\s+(?:valid|not))\b.{0,160}$"
    )
    .is_match(text)
        && (text.contains(':') || super::rows::is_capitals(text) || text.is_ascii())
}

fn is_signature_detail(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:email|e-mail|cơ\s+quan|tổ\s+chức|đơn\s+vị|chức\s+vụ|date|reason|location|\+\d\d:\d\d)\s*[:+]")
        .is_match(text)
}

/// The lines of an arrival stamp beside "ĐẾN": a number without a symbol, a day, who gets it.
fn is_arrival_detail(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:số\s*[:.]?[\s.…]*\d*[\s.…]*$|ngày\s*[:.]?[\s.…\d/-]*$|chuyển\s*[:.]|lưu\s+hồ\s+sơ|giờ\s*[:.])")
        .is_match(text)
}

/// The marks of a document. The words of a secret one are not kept.
pub(super) fn marks(document: &Document, first: &Page) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let last = document.pages.iter().rev().find(|page| !page.lines.is_empty()).map(|page| page.number);
    for page in &document.pages {
        let (head, is_last) = (page.number == first.number, Some(page.number) == last);
        for (at, (line, noise)) in page.lines.iter().zip(noise(page, head)).enumerate() {
            let above = at.checked_sub(1).and_then(|at| page.lines.get(at));
            let kind = match noise {
                Some(Noise::Mark(kind)) => kind,
                // The line stays text: the number or the title stands in it.
                None if can_be_stamped(page, at, head) && is_stamped(line, above) && !is_listed(page, at) => {
                    MarkKind::Secret
                }
                None if is_last && is_copy_block(&line.text) => MarkKind::Copy,
                None if head && names_itself_draft(&line.text) => MarkKind::Draft,
                _ => continue,
            };
            // One stamp or signature block is several lines.
            let again = marks.last().is_some_and(|m| m.kind == kind && m.place.page == page.place_of(line).page);
            if !again {
                let quote = (kind != MarkKind::Secret).then(|| line.text.clone());
                marks.push(Mark { kind, place: page.place_of(line), quote });
            }
        }
    }
    if !marks.iter().any(|m| m.kind == MarkKind::Signature)
        && let Some(remark) = document.remarks.iter().find(|r| r.kind == RemarkKind::Signature)
    {
        let place: Place = remark.place.clone();
        marks.push(Mark { kind: MarkKind::Signature, place, quote: None });
    }
    marks
}
