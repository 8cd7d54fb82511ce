//! Citations of other documents: the legal bases (căn cứ) and whatever else the text cites, with date and issuer if
//! given.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::{Document, Line, Page, PageKind, Source, continues_paragraph, ends_paragraph};
use crate::form::field::Citation;
use crate::form::marks::noise;
use crate::text::collapse_spaces;
use crate::text::date::find_dates;
use crate::text::pattern::{regex, tail};
use crate::text::symbol::{DocumentNumber, find_numbers};

/// The running text of a page, with a line break where a paragraph ends, and a mapping back to its lines.
struct PageText<'a> {
    page: &'a Page,
    text: String,
    /// Each line with the byte of `text` at which it starts.
    starts: Vec<(usize, &'a Line)>,
}

impl<'a> PageText<'a> {
    /// `head`: the page is the first of its document. `skip`: lines of the letterhead to leave out.
    fn of(page: &'a Page, head: bool, skip: usize) -> Self {
        let noise = noise::noise(page, head);
        let lines = page.lines.iter().zip(noise).skip(skip).filter(|(line, noise)| noise.is_none() && is_text(line));
        let right = page.lines.iter().filter_map(|l| l.rect).map(|r| r.x1).fold(0.0, f32::max);
        let mut running = PageText { page, text: String::new(), starts: Vec::new() };
        for (line, _) in lines {
            // A symbol broken at its hyphen or slash continues in the next line.
            let broken = regex!(r"[\p{Lu}\d][-/–]$").is_match(&running.text);
            if let Some((_, last)) = running.starts.last().filter(|_| !broken) {
                let is_joined =
                    continues_paragraph(last, line, right) || is_beside(last, line) || is_wrapped(last, line);
                running.text.push(if is_joined { ' ' } else { '\n' });
            }
            running.starts.push((running.text.len(), line));
            running.text.push_str(&line.text);
        }
        running
    }

    /// The place of a byte range of the text; only the part in its first line.
    fn place(&self, range: &Range<usize>) -> crate::document::Place {
        let at = self.starts.partition_point(|(start, _)| *start <= range.start);
        let Some((start, line)) = at.checked_sub(1).and_then(|at| self.starts.get(at)) else {
            return crate::document::Place::page(self.page.number, None);
        };
        let end = (range.end - start).min(line.text.len());
        self.page.place_within(line, range.start - start..end)
    }
}

/// True if `line` is beside `last`, in the same row of a table: one cell may hold the number and the next one its date.
fn is_beside(last: &Line, line: &Line) -> bool {
    match (last.cell, line.cell, last.rect, line.rect) {
        (Some((table, row, _)), Some((of, in_row, _)), ..) => (table, row) == (of, in_row),
        (.., Some(a), Some(b)) => b.x0 >= a.x1 && b.y0 < a.y1 && a.y0 < b.y1,
        _ => false,
    }
}

/// True if a sentence continues in a new paragraph, as in Word files converted from PDF.
fn is_wrapped(last: &Line, line: &Line) -> bool {
    line.cell.is_none() && line.text.starts_with(char::is_lowercase) && !ends_paragraph(&last.text)
}

fn is_text(line: &Line) -> bool {
    matches!(line.source, Source::Text | Source::Ocr)
}

/// All citations behind the letterhead (`head_lines` lines of page `first`). Each document is listed once: at its first
/// occurrence, or at the first one with a date. The same number with another date is a separate citation.
pub(crate) fn citations(document: &Document, first: u32, head_lines: usize) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    // The indices of each number in `found`.
    let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut previous_date: Option<String> = None;
    for page in document.pages.iter().filter(|p| p.kind == PageKind::Text) {
        let head = page.number == first;
        let running = PageText::of(page, head, if head { head_lines } else { 0 });
        for (range, number) in find_numbers(&running.text) {
            let citation = citation(&running, &range, &number, previous_date.as_deref());
            previous_date.clone_from(&citation.date);
            let places = known.entry(number.fold()).or_default();
            let agrees = |c: &Citation| c.date.is_none() || citation.date.is_none() || c.date == citation.date;
            let Some(at) = places.iter().copied().find(|at| agrees(&found[*at])) else {
                places.push(found.len());
                found.push(citation);
                continue;
            };
            if found[at].date.is_none() && citation.date.is_some() {
                found[at] = citation;
            } else if found[at].issuer.is_none() && citation.date == found[at].date {
                found[at].issuer = citation.issuer;
            }
        }
    }
    found
}

/// The citation of a number at `range`. `previous_date` is the date of the citation before it, to which "cùng ngày"
/// refers.
fn citation(
    running: &PageText<'_>,
    range: &Range<usize>,
    number: &DocumentNumber,
    previous_date: Option<&str>,
) -> Citation {
    let start = range.start - type_length_before(&running.text[..range.start]);
    let mut end = range.end;
    let behind = text_behind(&running.text, range.end);
    let mut date = None;
    let mut issuer = None;
    let mut from = 0;
    let dated = |text: &str| {
        let by = length_of_issued_by(text);
        let close = regex!(r"(?i)^[\s,(]*(?:(?:được\s+)?(?:ban\s+hành|ký)\s+)?(?:ngày\s)?");
        let lead = by + close.find(&text[by..]).map_or(0, |m| m.end());
        find_dates(text).into_iter().next().filter(|d| d.range.start <= lead)
    };
    let same_day = regex!(r"(?i)^[\s,(]*(?:ban\s+hành\s+)?cùng\s+ngày\b(?:\s*\))?");
    if let Some(same) = same_day.find(behind) {
        from = same.end();
        date = previous_date.map(str::to_owned);
        end = range.end + from;
    } else if let Some(found) = dated(behind) {
        from = found.range.end;
        date = found.day().map(|d| d.to_string());
        end = range.end + from;
    }
    if let Some((name, local)) = issuer_behind(&behind[from..]) {
        end = range.end + from + local.end;
        issuer = Some(name);
        if date.is_none()
            && let Some(found) = dated(&behind[from + local.end..])
        {
            date = found.day().map(|d| d.to_string());
            end = range.end + from + local.end + found.range.end;
        }
    }
    let issuer = issuer.or_else(|| issuer_before(&running.text[..start]));
    Citation {
        number: number.text.clone(),
        date,
        issuer,
        place: running.place(range),
        quote: collapse_spaces(running.text.get(start..end).unwrap_or_default()),
    }
}

/// The text behind a number in its paragraph, at most 220 bytes.
fn text_behind(text: &str, from: usize) -> &str {
    let mut end = (from + 220).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[from..end].split('\n').next().unwrap_or_default()
}

/// Length in bytes of "được Bộ trưởng Bộ Nội vụ" before "ban hành" or "ký"; 0 if the text does not begin so. A name
/// that mentions a document type ("Sở Nội vụ báo cáo bằng văn bản") is about another document and does not count.
fn length_of_issued_by(text: &str) -> usize {
    let by = regex!(r"(?i)^[\s,(]*(?:được|do)\s+");
    let verb = regex!(r"^\s+(?:ban\s+hành|ký)\s");
    let Some(start) = by.find(text).map(|m| m.end()) else { return 0 };
    let Some(length) = name_length(&text[start..]) else { return 0 };
    let end = start + length;
    let is_issued = verb.is_match(&text[end..]) && last_type(&text[start..end]).is_none();
    if is_issued { end } else { 0 }
}

/// Length in bytes of the document type that ends a text, with the words behind it: "Quyết định số ", "Luật Đầu tư số
/// ".
fn type_length_before(text: &str) -> usize {
    let near = tail(text, 90);
    let Some(start) = last_type(near) else { return 0 };
    let named = &near[start..];
    if named.contains([';', '.', ')']) { 0 } else { named.len() }
}

/// Byte at which the last name of a document type in a text begins.
fn last_type(text: &str) -> Option<usize> {
    let named = regex!(
        r"(?ix)\b(?:bộ\s+luật|luật|pháp\s+lệnh|lệnh|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư(?:\s+liên\s+tịch)?
          |chỉ\s+thị|công\s+văn|công\s+điện|kế\s+hoạch|báo\s+cáo|tờ\s+trình|thông\s+báo|kết\s+luận|hướng\s+dẫn|chương\s+trình
          |quy\s+chế|quy\s+định|văn\s+bản|biên\s+bản|đề\s+án|giấy\s+mời)(?:\s|$)"
    );
    named.find_iter(text).last().map(|found| found.start())
}

/// The issuer before a number, as in the last of the bases: "theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …".
fn issuer_before(text: &str) -> Option<String> {
    let of = regex!(r"(?:của|Của)\s+(?P<name>\p{Lu}[\p{L}\s,'’&-]{2,90}?)\s+tại\s*$");
    let name = of.captures(tail(text, 160))?.name("name")?;
    // The nearest "của" names the issuer, not one further left.
    let name = name.as_str().rsplit(" của ").next().unwrap_or_default();
    name.starts_with(char::is_uppercase).then(|| collapse_spaces(name))
}

/// The issuer at the start of a text ("của UBND tỉnh Đắk Lắk"), with its byte range.
pub(crate) fn issuer_behind(text: &str) -> Option<(String, Range<usize>)> {
    let of = regex!(r"(?i)^[\s,]*(?:được\s+)?(?:ban\s+hành\s+)?(?:của|do)\s+");
    let start = of.find(text)?.end();
    let end = start + name_length(&text[start..])?;
    let value = collapse_spaces(&text[start..end]);
    (value.chars().count() > 2).then_some((value, start..end))
}

/// Length in bytes of the name of an agency or office at the start of a text.
fn name_length(text: &str) -> Option<usize> {
    // The name continues behind a comma only in a list that ends with "và": "Sở Văn hóa, Thể thao và Du lịch".
    let name = regex!(
        r"^(?P<name>\p{Lu}[\p{L}\d'’&-]*(?:(?:\s+|,\s+(?:\p{Lu}\p{L}*\s+(?:\p{L}+\s+)?){1,2}và\s+|\s+-\s+)[\p{L}\d'’&]+){0,14})"
    );
    let whole = name.captures(text)?.name("name")?.as_str();
    let cut = regex!(
        r"\s(?:về|quy\s+định|ban\s+hành|phê\s+duyệt|hướng\s+dẫn|sửa\s+đổi|bổ\s+sung|ngày|tại|đối\s+với|trong|cho|để|được|có|là|thì|nêu|như|ký|theo|kèm|trên|đến|từ|và\s+(?i:các|nghị|thông|quyết|công\s+văn|kế\s+hoạch|báo\s+cáo|văn\s+bản|chỉ|luật|những)|bãi\s+bỏ|thay\s+thế|triển\s+khai|thực\s+hiện|thông\s+báo|chỉ\s+đạo|yêu\s+cầu|đề\s+nghị|giao|công\s+bố|thành\s+lập|số|này|khóa)(?:\s|$)"
    );
    let padded = format!("{whole} ");
    Some(cut.find(&padded).map_or(whole.len(), |m| m.start().min(whole.len())))
}
