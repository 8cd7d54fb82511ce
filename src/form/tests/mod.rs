//! Tests of whole forms on small pages written as text, one file for each subject, and their shared helpers.

mod citation;
mod header;
mod marks;
mod number;
mod signer;
mod trust;

use super::*;
use crate::document::{Document, Line, Media, Page, PageKind, Rect, Remark, RemarkKind, Source, Status, Word};

/// The format in which a page is built.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Layout {
    /// PDF: every line has coordinates.
    Boxes,
    /// Word: the letterhead is a table.
    Cells,
    /// Word: tabs join both columns of the letterhead in one line.
    Flat,
}

/// A document from text: `left || right` are the two columns of the letterhead, `^` a centred bold line, `>` a bold
/// line of the right column, `=` a new page, anything else a line of the body.
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
        let number = number as u32;
        let line = |text: &str, center: f32, bold: bool, column: Option<u32>| {
            let rect = boxed(layout, center, text.trim(), y);
            let text = crate::text::collapse_spaces(text);
            let cell = column.filter(|_| rect.is_none()).map(|column| (0, number, column));
            let words = rect.map_or_else(Vec::new, |rect| words(&text, rect));
            let paragraph = rect.is_none().then_some(number + 1);
            Line { text, rect, size: 13.0, bold, words, paragraph, cell, ..Line::default() }
        };
        let lines = if let Some((left, right)) = row.split_once("||") {
            match layout {
                Layout::Flat => vec![line(&format!("{} {}", left.trim(), right.trim()), 0.0, false, None)],
                _ => vec![line(left, 155.0, false, Some(0)), line(right, 415.0, true, Some(1))],
            }
        } else if let Some(row) = row.strip_prefix('^') {
            vec![line(row, 306.0, true, None)]
        } else if let Some(row) = row.strip_prefix('>') {
            vec![line(row, 430.0, true, None)]
        } else {
            vec![line(row, 85.0 + width(row) / 2.0, false, None)]
        };
        page.lines.extend(lines.into_iter().filter(|line| !line.text.is_empty()));
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

/// Width of a text in points.
fn width(text: &str) -> f32 {
    (text.chars().count() as f32 * 6.0).min(450.0)
}

fn boxed(layout: Layout, center: f32, text: &str, y: f32) -> Option<Rect> {
    let half = width(text) / 2.0;
    (layout == Layout::Boxes).then_some(Rect { x0: center - half, y0: y, x1: center + half, y1: y + 14.0 })
}

/// The words of a text, spread evenly over a box.
fn words(text: &str, rect: Rect) -> Vec<Word> {
    let share = rect.width() / text.chars().count().max(1) as f32;
    let mut at = 0;
    let word = |word: &str| {
        let x0 = rect.x0 + text[..at].chars().count() as f32 * share;
        let x1 = x0 + word.chars().count() as f32 * share;
        let start = at as u32;
        at += word.len() + 1;
        Word { start, end: start + word.len() as u32, x0, x1, confidence: None }
    };
    text.split(' ').map(word).collect()
}

/// Adds an annotation to a page.
fn note(page: &mut Page, text: &str, x0: f32, y: f32) {
    let rect = Rect { x0, y0: y, x1: x0 + text.chars().count() as f32 * 6.0, y1: y + 14.0 };
    page.lines.push(Line { text: text.to_owned(), rect: Some(rect), source: Source::Annotation, ..Line::default() });
}

fn form(text: &str, layout: Layout) -> Form {
    recognise(&document(text, layout))
}

/// A field in short: its value, `?` before an unclear one, `_` if blank, `-` if absent.
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
