//! Lines that do not belong to the text of a document: stamps, signature blocks, page headers of the gazette. Numbers
//! and dates in them are never those of the document.

use super::secrecy::{heads_degrees, is_degree, may_end_a_title};
use crate::document::{Line, Page, Source};
use crate::form::field::MarkKind;
use crate::form::layout::phrases::{is_capitals, letters, national_name};
use crate::text::doctype;
use crate::text::pattern::regex;

/// What a line is, if it does not belong to the text of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Noise {
    /// Part of a mark.
    Mark(MarkKind),
    /// A page number or a header of the official gazette (Công báo).
    Page,
}

/// For each line of a page, the kind of noise, or `None` for text. `head`: the page is the first of its document.
pub(crate) fn noise(page: &Page, head: bool) -> Vec<Option<Noise>> {
    let lines = &page.lines;
    let mut found: Vec<Option<Noise>> =
        lines.iter().enumerate().map(|(at, line)| noise_of_line(page, at, line, head)).collect();
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

/// Noise that can be recognised by the line itself, without its neighbours. The patterns end words with `\W`, not with `\b`:
/// a Unicode word boundary makes a search slow on letters with marks, and each line of a document is held against them.
fn noise_of_line(page: &Page, at: usize, line: &Line, head: bool) -> Option<Noise> {
    let text = line.text.trim();
    if is_signature(text) {
        return Some(Noise::Mark(MarkKind::Signature));
    }
    let gazette = regex!(r"^(?:\d+\s+)?CÔNG BÁO\s*(?:/|Số|số|SỐ).*\d");
    let number = regex!(r"^[-–—\s]*\d{1,4}[-–—\s]*$|^(?i:trang)\s*\d+(?:\s*/\s*\d+)?$");
    let is_number = number.is_match(text) && line.source != Source::Annotation && !(head && is_wrapped_year(page, at));
    if gazette.is_match(text) || is_number {
        return Some(Noise::Page);
    }
    if !can_be_stamped(page, at, head) {
        return None;
    }
    if is_degree(text) && !is_listed(page, at) && !ends_a_title(page, at) {
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
    let arrival = regex!(r"^\W*(?:CÔNG VĂN\s*|VĂN BẢN\s*)?(?:ĐẾN|Đ\s?Ế\s?N)\s*(?:$|[:.]|(?i:số|ngày)(?:\W|$))");
    arrival.is_match(text).then_some(Noise::Mark(MarkKind::Arrival))
}

/// True for "TÀI LIỆU MẬT" below a line of capitals that is no letterhead: the title wraps.
fn ends_a_title(page: &Page, at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| page.lines.get(above));
    let is_title = |line: &Line| is_capitals(&line.text) && doctype::by_start(&line.text).is_some();
    may_end_a_title(&page.lines[at].text) && above.is_some_and(is_title)
}

/// True for a year that stands alone because the line above it wraps ("… cải cách hành chính năm" / "2018"). A number in
/// the first or last line of a page, in a cell of its own or below a finished sentence is the page's, a table's or a list's.
fn is_wrapped_year(page: &Page, at: usize) -> bool {
    let line = &page.lines[at];
    let Some(above) = at.checked_sub(1).and_then(|above| page.lines.get(above)) else { return false };
    let is_below = match (above.rect, line.rect) {
        (Some(a), Some(b)) => a.x0 < b.x1 && b.x0 < a.x1,
        _ => above.cell == line.cell,
    };
    is_year(&line.text)
        && is_below
        && at + 1 < page.lines.len()
        && above.text.chars().filter(|c| c.is_lowercase() || c.is_uppercase()).count() > 3
        && !above.text.trim_end().ends_with(['.', ';', ':', '!', '?'])
}

/// True for a year and nothing else.
fn is_year(text: &str) -> bool {
    regex!(r"^(?:19|20)\d\d$").is_match(text.trim())
}

/// True if a stamp can be in this place of the page: near its top. Tables further down may list degrees of secrecy.
pub(super) fn can_be_stamped(page: &Page, at: usize, head: bool) -> bool {
    match page.lines[at].rect {
        Some(rect) if page.height > 0.0 => rect.y0 < page.height * if head { 0.5 } else { 0.15 },
        _ => head && at < LONGEST_HEAD,
    }
}

/// True if a line is in a table column headed "Độ mật", which gives the degree of secrecy of other documents. If only
/// one row of the table is above the letterhead, it is the document's own degree.
pub(super) fn is_listed(page: &Page, at: usize) -> bool {
    let Some((number, row, column)) = page.lines[at].cell else { return false };
    let Some(table) = page.tables.get(number as usize) else { return false };
    let mut above = table.rows().take_while(|cells| cells[0].row < row);
    let Some(header) = above.find(|cells| heads_degrees(*cells, column)) else { return false };
    let Some(letterhead) = page.lines[at..].iter().find(|line| national_name(&line.text).is_some()) else {
        return true;
    };
    // Readers may join adjacent tables: only the rows above the letterhead belong to this one.
    let end = letterhead.cell.filter(|(of, ..)| *of == number).map_or(u32::MAX, |(_, row, _)| row);
    let rows = table.rows().filter(|cells| (header[0].row + 1..end).contains(&cells[0].row));
    rows.filter(|cells| cells.iter().any(|cell| !cell.text.trim().is_empty())).count() > 1
}

/// True for a stamp of urgency (Decree 30/2020, Annex I, II.10).
fn is_urgent(text: &str) -> bool {
    matches!(letters(text).as_str(), "KHẨN" | "THƯỢNGKHẨN" | "HỎATỐC" | "HOẢTỐC" | "HỎATỐCHẸNGIỜ" | "HOẢTỐCHẸNGIỜ")
}

fn is_draft(text: &str) -> bool {
    let draft = regex!(r"(?i)^\W*(?:bản\s+)?d\s?ự\s*th\s?ả\s?o\s*(?:$|[^\w\s]|\s+(?:lần|l\d|\d|ngày(?:\W|$)|\())");
    draft.is_match(text) && text.chars().count() < 45
}

/// True for a line written by signing software: its date is the time of signing, not the date of issue.
fn is_signature(text: &str) -> bool {
    regex!(
        r"(?i)^\W*(?:được\s+)?(?:ký\s+(?:bởi|ngày|số)|người\s+ký|ngày\s+ký|thời\s+gian\s+ký|ký\s+điện\s+tử|chữ\s+ký\s+số|digitally\s+signed|signature\s+(?:valid|not))(?:\W.{0,160})?$"
    )
    .is_match(text)
        && (text.contains(':') || is_capitals(text) || text.is_ascii())
}

fn is_signature_detail(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:email|e-mail|cơ\s+quan|tổ\s+chức|đơn\s+vị|chức\s+vụ|date|reason|location|\+\d\d:\d\d)\s*[:+]")
        .is_match(text)
}

/// True for the other lines of an arrival stamp ("ĐẾN"): a number without symbol, a date, the recipient.
fn is_arrival_detail(text: &str) -> bool {
    regex!(r"(?i)^\W*(?:số\s*[:.]?[\s.…]*\d*[\s.…]*$|ngày\s*[:.]?[\s.…\d/-]*$|chuyển\s*[:.]|lưu\s+hồ\s+sơ|giờ\s*[:.])")
        .is_match(text)
}

/// Longest head of a document without coordinates, in lines.
const LONGEST_HEAD: usize = 30;
