//! Splits a file without pages, such as a Word file before layout, that holds several documents. Each begins at its
//! letterhead, as in a PDF.

use std::collections::BTreeMap;

use super::below::{ABOVE, page_of};
use super::known::{Completeness, KnownLetterheads, Letterhead};
use super::letterhead::letterhead;
use crate::document::{Document, Line, Page, Table};
use crate::form::field::FieldState;
use crate::form::layout::phrases::national_name;
use crate::form::recognise::recognise;

/// Longest head of a document, in lines.
const LONGEST_HEAD: usize = 60;

/// If a file without pages holds several documents, makes each of them a page: `page_count` is then the number of
/// documents. Any other document is returned unchanged.
pub fn apart(mut document: Document) -> Document {
    if document.media.has_pages() {
        return document;
    }
    let [page] = document.pages.as_slice() else { return document };
    let starts = starts(&document, page);
    if starts.is_empty() {
        return document;
    }
    let ends = starts.iter().skip(1).copied().chain([page.lines.len()]);
    let pages: Vec<Page> =
        starts.iter().zip(ends).zip(1..).map(|((from, to), number)| section(page, *from, to, number)).collect();
    document.page_count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    document.pages = pages;
    document
}

/// The lines at which documents begin, including the first line; empty if there is only one document.
fn starts(document: &Document, page: &Page) -> Vec<usize> {
    let heads: Vec<usize> = heads(page);
    let mut starts: Vec<usize> = Vec::new();
    let mut known = KnownLetterheads::default();
    for (at, from) in heads.iter().enumerate() {
        let end = heads.get(at + 1).copied().unwrap_or(page.lines.len());
        let to = end.min(from + LONGEST_HEAD);
        let above = &page.lines[from.saturating_sub(ABOVE)..*from];
        let head = letterhead(&page_of(page, page.lines[*from..to].to_vec(), Vec::new(), page.number), above);
        // Without coordinates, a complete letterhead begins a document only if number and date were read with
        // certainty.
        let is_certain =
            |head: &Letterhead| head.number_and_date().is_some() || head.completeness != Completeness::Complete;
        let is_signed = || is_signed(document, section(page, *from, end, page.number));
        if let Some(head) = head.filter(|head| *from <= ABOVE || is_certain(head) && known.is_new(head, is_signed)) {
            starts.push(*from);
            known.add(&head);
        }
    }
    if starts.len() < 2 {
        return Vec::new();
    }
    match starts.first_mut() {
        Some(first) if *first <= ABOVE => *first = 0,
        // Text in front of the first letterhead, such as a list of the documents, becomes a part of its own.
        _ => starts.insert(0, 0),
    }
    starts
}

/// True if the signer of this page was read.
fn is_signed(document: &Document, page: Page) -> bool {
    let Document { media, status, .. } = *document;
    let alone = Document { media, status, page_count: 1, pages: vec![page], remarks: Vec::new() };
    recognise(&alone).signer.state == FieldState::Read
}

/// For each national name, the first line of its table row or, where tabs separate the columns, of its paragraph.
fn heads(page: &Page) -> Vec<usize> {
    let mut heads: Vec<usize> = Vec::new();
    for (at, line) in page.lines.iter().enumerate().filter(|(_, line)| national_name(&line.text).is_some()) {
        let goes_with = |other: &&Line| match (line.cell, other.cell) {
            (Some((table, row, _)), Some((of, in_row, _))) => (table, row) == (of, in_row),
            (None, None) => line.paragraph.is_some() && line.paragraph == other.paragraph,
            _ => false,
        };
        let from = at - page.lines[..at].iter().rev().take_while(goes_with).count();
        if heads.last() != Some(&from) {
            heads.push(from);
        }
    }
    heads
}

/// The lines from `from` to `to`, with their tables, as a page.
fn section(page: &Page, from: usize, to: usize, number: u32) -> Page {
    let mut lines: Vec<Line> = page.lines[from..to].to_vec();
    // First and last row of each table in this section: readers may join the tables of adjacent documents.
    let mut rows: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for (table, row, _) in lines.iter().filter_map(|line| line.cell) {
        let (first, last) = rows.entry(table).or_insert((row, row));
        (*first, *last) = (row.min(*first), row.max(*last));
    }
    let tables: Vec<u32> = rows.keys().copied().collect();
    for (table, ..) in lines.iter_mut().filter_map(|line| line.cell.as_mut()) {
        *table = tables.binary_search(table).ok().and_then(|at| u32::try_from(at).ok()).unwrap_or(*table);
    }
    let of_page = rows.iter().filter_map(|(table, (first, last))| {
        let Table { cells, merged } = page.tables.get(*table as usize)?;
        let cells = &cells[cells.partition_point(|c| c.row < *first)..cells.partition_point(|c| c.row <= *last)];
        let merged = merged.iter().filter(|region| (*first..=*last).contains(&region.row)).copied();
        Some(Table { cells: cells.to_vec(), merged: merged.collect() })
    });
    page_of(page, lines, of_page.collect(), number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::parts;
    use crate::form::tests::{Layout, document};

    fn letter(number: &str, day: &str) -> String {
        format!(
            "SỞ NỘI VỤ || CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n------- || Độc lập - Tự do - Hạnh phúc\n\
             Số: {number} || An Lạc, {day}\n^ BÁO CÁO\n^ Công tác năm 2018\nCăn cứ Luật Tổ chức;\n\
             Báo cáo để xem xét./.\n> GIÁM ĐỐC\n> (Đã ký)\n> Trần Văn Mẫu\n"
        )
    }

    /// A Word file of these texts. The letterheads are rows of one table, as some readers join them.
    fn joined(texts: &[String], layout: Layout) -> Document {
        let mut whole = document("", layout);
        for (table, text) in (0..).zip(texts) {
            let mut page = document(text, layout).pages.remove(0);
            for line in &mut page.lines {
                line.paragraph = line.paragraph.map(|p| p + 100 * table);
                line.cell = line.cell.map(|(_, row, column)| (0, 100 * table + row, column));
            }
            whole.pages[0].lines.append(&mut page.lines);
        }
        apart(whole)
    }

    #[test]
    fn letters_in_one_word_file_are_told_apart() {
        let texts = [letter("1/BC-SNV", "ngày 5 tháng 3 năm 2018"), letter("2/BC-SNV", "ngày 6 tháng 3 năm 2018")];
        for layout in [Layout::Cells, Layout::Flat] {
            let both = joined(&texts, layout);
            let seen: Vec<_> = parts(&both).iter().map(|p| (p.first, p.last, p.form.number.value.clone())).collect();
            assert_eq!(seen, [(1, 1, Some("1/BC-SNV".into())), (2, 2, Some("2/BC-SNV".into()))], "{layout:?}");
            for part in parts(&both) {
                assert_eq!(part.form.signer.read(), Some("Trần Văn Mẫu"), "{layout:?}");
            }
        }
    }

    #[test]
    fn a_signed_draft_behind_a_letter_is_told_apart() {
        let first = letter("1/BC-SNV", "ngày 5 tháng 3 năm 2018");
        let draft = letter("    /KH-SNV", "ngày     tháng     năm 2018").replace("BÁO CÁO", "KẾ HOẠCH");
        let form = draft.replace("Trần Văn Mẫu", "");
        for layout in [Layout::Cells, Layout::Flat] {
            assert_eq!(joined(&[first.clone(), draft.clone()], layout).pages.len(), 2, "{layout:?}");
            assert_eq!(joined(&[first.clone(), form.clone()], layout).pages.len(), 1, "{layout:?}");
        }
    }

    #[test]
    fn what_bears_no_number_and_day_of_its_own_is_no_document() {
        let first = letter("1/BC-SNV", "ngày 5 tháng 3 năm 2018");
        for other in [
            letter("…/BC-SNV", "ngày … tháng … năm 2018"),
            letter("1/BC-SNV", "ngày 5 tháng 3 năm 2018"),
            format!("^ PHỤ LỤC\n{}", letter("2/BC-SNV", "ngày 6 tháng 3 năm 2018")),
            format!("^ (Kèm theo Kế hoạch số 3/KH-SNV)\n{}", letter("2/BC-SNV", "ngày 6 tháng 3 năm 2018")),
        ] {
            for layout in [Layout::Cells, Layout::Flat] {
                assert_eq!(joined(&[first.clone(), other.clone()], layout).pages.len(), 1, "{layout:?} {other}");
            }
        }
    }

    #[test]
    fn a_second_letterhead_on_a_page_is_asked() {
        let short = |number: &str| letter(number, "ngày 5 tháng 3 năm 2018");
        let form = recognise(&document(&(short("1/BC-SNV") + &short("2/BC-SNV")), Layout::Boxes));
        assert_eq!(form.number.state, FieldState::Unclear);
        assert_eq!(form.number.candidates, ["2/BC-SNV"]);
        assert_eq!(form.signer.state, FieldState::Unclear);
        let form = recognise(&document(&(short("1/BC-SNV") + &short("…/BC-SNV")), Layout::Boxes));
        assert_eq!(form.number.read(), Some("1/BC-SNV"), "a form to be filled in is no second document");
    }
}
