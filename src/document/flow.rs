//! The running text of a document: lines joined into paragraphs, with a mapping from every byte to its place.

use std::ops::Range;

use super::document::Document;
use super::page::{Line, Page, SURE_DIGITS, Source};
use super::place::Place;
use super::table::Table;
use crate::text::pattern::regex;

/// Running text. Paragraphs end with a line break; the lines of a paragraph are joined by a space. Sheets have no
/// running text: their tables are read by row and column.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    text: String,
    /// Byte offset in `text`, page index and line index of each line.
    starts: Vec<(usize, usize, usize)>,
}

impl Flow {
    /// The running text of a document without its invisible lines.
    pub fn of(document: &Document) -> Self {
        let mut flow = Flow::default();
        for (page_index, page) in document.pages.iter().enumerate() {
            let right = page.lines.iter().filter_map(|l| l.rect).map(|r| r.x1).fold(0.0, f32::max);
            let mut last: Option<&Line> = None;
            for (line_index, line) in page.lines.iter().enumerate() {
                if line.source == Source::Invisible || line.text.is_empty() {
                    continue;
                }
                if !flow.text.is_empty() {
                    let continues = match last {
                        Some(last) => continues_paragraph(last, line, right),
                        None => continues_across_pages(&flow.text, line),
                    };
                    flow.text.push(if continues { ' ' } else { '\n' });
                }
                flow.starts.push((flow.text.len(), page_index, line_index));
                flow.text.push_str(&line.text);
                last = Some(line);
            }
        }
        flow
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Page index and line index of the line that contains a byte.
    pub fn line_at(&self, offset: usize) -> Option<(usize, usize)> {
        let index = self.starts.partition_point(|(start, ..)| *start <= offset).checked_sub(1)?;
        self.starts.get(index).map(|(_, page, line)| (*page, *line))
    }

    /// Offset of the first byte of a line, given by page index and line index, or `None` if the line is not part of the
    /// running text.
    pub fn start_of(&self, page: usize, line: usize) -> Option<usize> {
        let index = self.starts.binary_search_by_key(&(page, line), |(_, page, line)| (*page, *line)).ok()?;
        self.starts.get(index).map(|(start, ..)| *start)
    }

    /// The place of a byte range. Its box covers only the words on the first line of the range.
    pub fn place(&self, document: &Document, range: Range<usize>) -> Place {
        self.line(document, range).map_or_else(Place::default, |(page, line, within)| page.place_within(line, within))
    }

    /// True if a byte range contains, on its first line, a word with digits that was recognised with low confidence.
    pub fn is_doubtful(&self, document: &Document, range: Range<usize>) -> bool {
        self.line(document, range).is_some_and(|(_, line, within)| {
            line.words.iter().any(|word| {
                let touched = (word.start as usize) < within.end && (word.end as usize) > within.start;
                let text = line.text.get(word.start as usize..word.end as usize).unwrap_or_default();
                let doubted = word.confidence.is_some_and(|c| c < SURE_DIGITS);
                touched && doubted && text.contains(|c: char| c.is_ascii_digit())
            })
        })
    }

    /// The line in which a byte range begins, and the part of the range on that line, as byte offsets in its text.
    fn line<'d>(&self, document: &'d Document, range: Range<usize>) -> Option<(&'d Page, &'d Line, Range<usize>)> {
        let index = self.starts.partition_point(|(start, ..)| *start <= range.start).saturating_sub(1);
        let &(start, page, line) = self.starts.get(index)?;
        let page = document.pages.get(page)?;
        let line = page.lines.get(line)?;
        let within = |at: usize| at.saturating_sub(start).min(line.text.len());
        Some((page, line, within(range.start)..within(range.end)))
    }
}

/// True if `line` continues the paragraph of `last`, the line before it on the same page. `right` is the right edge of
/// the text of that page.
pub(crate) fn continues_paragraph(last: &Line, line: &Line, right: f32) -> bool {
    if last.paragraph.is_some() || line.paragraph.is_some() {
        return last.paragraph == line.paragraph;
    }
    if starts_item(&line.text) || ends_paragraph(&last.text) || last.source != line.source {
        return false;
    }
    let (Some(a), Some(b)) = (last.rect, line.rect) else { return true };
    let size = last.size.max(line.size).max(6.0);
    let is_next = b.y0 > a.y0 && b.y0 - a.y1 < 0.9 * size;
    let is_under = a.x0 < b.x1 && b.x0 < a.x1;
    // A line that ends far from the right edge was broken on purpose, unless the next one starts in lower case.
    let is_full = a.x1 > right - 0.2 * right || line.text.starts_with(char::is_lowercase);
    is_next && is_under && is_full
}

/// True if `line`, the first of a page, continues the paragraph at the end of `text`.
fn continues_across_pages(text: &str, line: &Line) -> bool {
    line.paragraph.is_none() && !ends_paragraph(text) && line.text.starts_with(char::is_lowercase)
}

/// True if a line starts with a bullet, a list number or the heading of an article, chapter or section.
fn starts_item(text: &str) -> bool {
    regex!(r"^(?:[-–—+•*▪]|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)|[IVX]{1,5}\.\s|(?i:điều|chương|mục|phần)\s+[\dIVX])")
        .is_match(text)
}

/// True if a line ends with a punctuation mark that ends a sentence or introduces a list.
pub(crate) fn ends_paragraph(text: &str) -> bool {
    text.trim_end().ends_with(['.', ';', ':', '!', '?'])
}

/// The rows of a page's tables as text (`a | b | c`), each with the place of its first cell.
pub fn rows(page: &Page) -> impl Iterator<Item = (String, Place)> {
    page.tables.iter().flat_map(Table::rows).map(|row| {
        let text = row.iter().map(|c| c.text.as_str()).collect::<Vec<_>>().join(" | ");
        (text, row.first().map(|c| page.place_of_cell(c)).unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::media::Media;
    use crate::document::page::PageKind;
    use crate::document::place::Rect;
    use crate::document::status::Status;

    fn line(text: &str, y: f32, x1: f32) -> Line {
        let rect = Rect { x0: 85.0, y0: y, x1, y1: y + 14.0 };
        Line { text: text.into(), rect: Some(rect), size: 14.0, ..Line::default() }
    }

    #[test]
    fn lines_become_paragraphs_and_keep_their_places() {
        let mut page = Page::new(1);
        page.kind = PageKind::Text;
        page.lines = vec![
            line("Trong năm 2018, Sở đã kiểm tra 8/35 cơ quan,", 100.0, 540.0),
            line("đơn vị, đạt 22,9%.", 118.0, 220.0),
            line("- Kết quả khác", 136.0, 200.0),
            line("II. PHƯƠNG HƯỚNG", 170.0, 250.0),
        ];
        let document =
            Document { media: Media::Pdf, status: Status::Ok, page_count: 1, pages: vec![page], remarks: vec![] };
        let flow = Flow::of(&document);
        assert_eq!(
            flow.as_str(),
            "Trong năm 2018, Sở đã kiểm tra 8/35 cơ quan, đơn vị, đạt 22,9%.\n- Kết quả khác\nII. PHƯƠNG HƯỚNG"
        );
        let at = flow.as_str().find("22,9").unwrap();
        assert_eq!(flow.place(&document, at..at + 4).rect.unwrap().y0, 118.0);
    }
}
