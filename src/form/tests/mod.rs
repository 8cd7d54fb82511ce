//! Whole forms, from small pages written as text, by subject; what all of them share.

mod citation;
mod header;
mod marks;
mod number;
mod signer;
mod trust;

use super::*;
use crate::document::{Document, Line, Media, Page, PageKind, Rect, Remark, RemarkKind, Source, Status, Word};

/// How a page is laid out for the reader of the form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Layout {
    /// PDF: boxes.
    Boxes,
    /// Word: the letterhead is a table.
    Cells,
    /// Word: the columns are joined by tabs.
    Flat,
}

/// A document from text: `left || right` are the two columns of the letterhead, `^` a centred bold line, `>` a line of the
/// right column, `=` a new page, anything else body.
pub(super) fn document(text: &str, layout: Layout) -> Document {
    let media = if layout == Layout::Boxes { Media::Pdf } else { Media::Docx };
    let mut document = Document { media, status: Status::Ok, page_count: 1, pages: Vec::new(), remarks: Vec::new() };
    let mut page = new_page(1, layout);
    let mut y = 40.0;
    for (number, row) in text.lines().map(str::trim).filter(|row| !row.is_empty()).enumerate() {
        if row == "=" {
            let next = new_page(page.number + 1, layout);
            document.pages.push(std::mem::replace(&mut page, next));
            y = 40.0;
            continue;
        }
        let cells = Some((0, number as u32));
        if let Some((left, right)) = row.split_once("||") {
            if layout == Layout::Flat {
                push(&mut page, &format!("{} {}", left.trim(), right.trim()), None, false, number, None);
            } else {
                push(
                    &mut page,
                    left.trim(),
                    boxed(layout, 155.0, left.trim(), y),
                    false,
                    number,
                    cells.map(|c| (c.0, c.1, 0)),
                );
                push(
                    &mut page,
                    right.trim(),
                    boxed(layout, 415.0, right.trim(), y),
                    true,
                    number,
                    cells.map(|c| (c.0, c.1, 1)),
                );
            }
        } else if let Some(row) = row.strip_prefix('^') {
            push(&mut page, row.trim(), boxed(layout, 306.0, row.trim(), y), true, number, None);
        } else if let Some(row) = row.strip_prefix('>') {
            push(&mut page, row.trim(), boxed(layout, 430.0, row.trim(), y), true, number, None);
        } else {
            let width = (row.chars().count() as f32 * 6.0).min(450.0);
            push(&mut page, row, boxed(layout, 85.0 + width / 2.0, row, y), false, number, None);
        }
        y += 17.0;
    }
    document.pages.push(page);
    document.page_count = document.pages.len() as u32;
    document
}

fn new_page(number: u32, layout: Layout) -> Page {
    let (width, height) = if layout == Layout::Boxes { (595.0, 842.0) } else { (0.0, 0.0) };
    Page { width, height, kind: PageKind::Text, ..Page::new(number) }
}

fn boxed(layout: Layout, center: f32, text: &str, y: f32) -> Option<Rect> {
    let width = (text.chars().count() as f32 * 6.0).min(450.0);
    (layout == Layout::Boxes).then_some(Rect {
        x0: center - width / 2.0,
        y0: y,
        x1: center + width / 2.0,
        y1: y + 14.0,
    })
}

fn push(page: &mut Page, text: &str, rect: Option<Rect>, bold: bool, number: usize, cell: Option<(u32, u32, u32)>) {
    if text.is_empty() {
        return;
    }
    let text = crate::text::collapse_spaces(text);
    let mut words = Vec::new();
    if let Some(rect) = rect {
        let share = rect.width() / text.chars().count().max(1) as f32;
        let mut at = 0;
        for word in text.split(' ') {
            let before = text[..at].chars().count() as f32;
            let x0 = rect.x0 + before * share;
            let x1 = x0 + word.chars().count() as f32 * share;
            words.push(Word { start: at as u32, end: (at + word.len()) as u32, x0, x1, confidence: None });
            at += word.len() + 1;
        }
    }
    page.lines.push(Line {
        text,
        rect,
        size: 13.0,
        bold,
        words,
        paragraph: rect.is_none().then_some(number as u32 + 1),
        cell: if rect.is_none() { cell } else { None },
        ..Line::default()
    });
}

fn note(page: &mut Page, text: &str, x0: f32, y: f32) {
    let rect = Rect { x0, y0: y, x1: x0 + text.chars().count() as f32 * 6.0, y1: y + 14.0 };
    page.lines.push(Line { text: text.to_owned(), rect: Some(rect), source: Source::Annotation, ..Line::default() });
}

fn form(text: &str, layout: Layout) -> Form {
    recognise(&document(text, layout))
}

/// The fields that are stated, one a word; `?` unclear, `_` blank, `-` absent.
fn short(field: &Field) -> String {
    match field.state {
        FieldState::Read => field.value.clone().unwrap_or_default(),
        FieldState::Unclear => format!("?{}", field.value.clone().unwrap_or_default()),
        FieldState::Blank => "_".to_owned(),
        FieldState::Absent => "-".to_owned(),
    }
}

fn head(form: &Form) -> [String; 3] {
    [short(&form.r#type), short(&form.number), short(&form.issued.field)]
}

const PLAN: &str = "
    UBND TỈNH AN LẠC || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ NỘI VỤ || Độc lập - Tự do - Hạnh phúc
    Số: 45/KH-SNV || An Lạc, ngày 05 tháng 3 năm 2018
    ^ KẾ HOẠCH
    ^ Kiểm tra cải cách hành chính năm 2018
    Căn cứ Quyết định số 777/QĐ-UBND ngày 29 tháng 12 năm 2017 của UBND tỉnh An Lạc về kế hoạch năm 2018;
    Thực hiện Công văn số 12/BNV-CCHC ngày 03/01/2018 của Bộ Nội vụ, Sở Nội vụ xây dựng kế hoạch như sau:
    I. MỤC ĐÍCH
    1. Nội dung theo Quyết định số 777/QĐ-UBND./.
    > GIÁM ĐỐC
    > (Đã ký)
    > Trần Văn Mẫu";
