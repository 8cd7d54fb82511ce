//! Finds the documents in one file: all evidence for a criterion is often scanned or joined into one PDF. A document
//! begins at its letterhead, with national name, number and date (Decree 30/2020/NĐ-CP, Annex I); a draft lacks number
//! or date or both. What has no letterhead of its own (an annex, a plan issued with a decision, a blank form) belongs
//! to the document before it.

use std::sync::Arc;

use super::known::{KnownLetterheads, Letterhead};
use super::letterhead::letterhead;
use crate::document::{Document, Page, PageKind, RemarkKind, Status};
use crate::form::field::{FieldState, Form};
use crate::form::layout::phrases::national_name;
use crate::form::recognise::recognise;

/// The national name of a new document is in this upper share of the page's height.
const TOP: f32 = 0.4;

/// One document in a file.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Part {
    /// First page, from 1; in a file without pages the index of the document, from 1.
    pub first: u32,
    /// Last page.
    pub last: u32,
    /// Its form.
    pub form: Arc<Form>,
}

/// The documents of a file in order, with their forms: a single one for most files.
pub fn parts(document: &Document) -> Vec<Part> {
    let starts = starts(document);
    if starts.len() < 2 {
        return vec![Part { first: 1, last: document.page_count.max(1), form: Arc::new(recognise(document)) }];
    }
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([document.page_count]);
    let ranges = starts.iter().zip(ends);
    ranges
        .map(|(first, last)| Part { first: *first, last, form: Arc::new(recognise(&part_of(document, *first, last))) })
        .collect()
}

/// The pages from `first` to `last` as a document of its own, with their remarks and the status that follows from them.
pub fn part_of(document: &Document, first: u32, last: u32) -> Document {
    let is_last = last >= document.page_count;
    let here = |page: Option<u32>| page.is_none_or(|page| (first..=last).contains(&page));
    let pages: Vec<Page> = document.pages.iter().filter(|p| here(Some(p.number))).cloned().collect();
    // If reading stopped at a limit, the missing pages are at the end.
    let is_missing = |kind| match kind {
        RemarkKind::LimitReached => is_last,
        kind => kind == RemarkKind::PageUnreadable,
    };
    let remarks: Vec<_> = document.remarks.iter().filter(|r| here(r.place.page)).cloned().collect();
    let is_cut =
        remarks.iter().any(|r| is_missing(r.kind)) || is_last && document.status == Status::Partial && pages.is_empty();
    let has = |kind| pages.iter().any(|p| p.kind == kind);
    let in_part = pages.iter().any(Page::is_read_in_part);
    let status = match (document.status, has(PageKind::Text) || in_part, has(PageKind::Scan) || is_cut) {
        (Status::Ok | Status::Partial | Status::Scan, true, true) => Status::Partial,
        (Status::Ok | Status::Partial | Status::Scan, true, false) => Status::Ok,
        (Status::Partial, false, true) => Status::Scan,
        (status, ..) => status,
    };
    Document { media: document.media, status, page_count: document.page_count, pages, remarks }
}

/// The pages on which a document begins, including the first page; empty if the file cannot hold several.
fn starts(document: &Document) -> Vec<u32> {
    if document.page_count < 2 || document.media.is_sheet() {
        return Vec::new();
    }
    // A file without pages was split at its letterheads, if it has several: each page is a document.
    if !document.media.has_pages() {
        return document.pages.iter().map(|page| page.number).collect();
    }
    let first = document.pages.iter().find(|page| page.kind != PageKind::Blank).map_or(1, |page| page.number);
    let heads: Vec<(u32, Letterhead)> =
        document.pages.iter().filter_map(|page| Some((page.number, top_letterhead(page)?))).collect();
    let mut starts: Vec<u32> = Vec::new();
    let mut known = KnownLetterheads::default();
    for (at, (page, head)) in heads.iter().enumerate() {
        let last = heads.get(at + 1).map_or(document.page_count, |(next, _)| next - 1);
        let is_signed = || recognise(&part_of(document, *page, last)).signer.state == FieldState::Read;
        if *page == first || known.is_new(head, is_signed) {
            starts.push(*page);
            known.add(head);
        }
    }
    // Pages in front of the first letterhead, such as a list of the documents, become a part of their own; blank pages
    // belong to the first document.
    match starts.as_mut_slice() {
        [start, ..] if *start == first => *start = 1,
        [_, _, ..] => starts.insert(0, 1),
        _ => {}
    }
    starts
}

/// The letterhead at the top of a page, if it has one.
fn top_letterhead(page: &Page) -> Option<Letterhead> {
    let heading = page.lines.iter().position(|l| national_name(&l.text).is_some())?;
    let is_below = page.lines[heading].rect.is_some_and(|rect| rect.y0 > page.height * TOP);
    if page.height > 0.0 && is_below {
        return None;
    }
    letterhead(page, &[])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::tests::{Layout, document};

    const NATIONAL_NAME: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    /// A page with a letterhead; `number` and `day` as printed.
    fn head(number: &str, day: &str, title: &str) -> String {
        format!(
            "SỞ NỘI VỤ || {NATIONAL_NAME}\n------- || Độc lập - Tự do - Hạnh phúc\nSố: {number} || An Lạc, {day}\n^ {title}\n\
             ^ Công tác cải cách hành chính năm 2018\nCăn cứ Luật Tổ chức chính quyền địa phương;\n"
        )
    }

    fn found(pages: &[String]) -> Vec<(u32, u32, String)> {
        let mut document = document(&pages.join("=\n"), Layout::Boxes);
        document.page_count = document.pages.len() as u32;
        let number = |part: &Part| part.form.number.value.clone().unwrap_or_default();
        parts(&document).iter().map(|p| (p.first, p.last, number(p))).collect()
    }

    fn part(first: u32, last: u32, number: &str) -> (u32, u32, String) {
        (first, last, number.to_owned())
    }

    #[test]
    fn a_file_is_cut_at_its_letterheads() {
        let body = "Văn bản có nội dung thứ hai.\n> GIÁM ĐỐC\n> Trần Văn Mẫu\n".to_owned();
        let report = head("12/BC-SNV", "ngày 5 tháng 3 năm 2018", "BÁO CÁO");
        let plan = head("3/KH-SNV", "ngày 9 tháng 3 năm 2018", "KẾ HOẠCH");
        let pages = [report.clone(), body.clone(), plan.clone(), body.clone(), body.clone()];
        assert_eq!(found(&pages), [part(1, 2, "12/BC-SNV"), part(3, 5, "3/KH-SNV")]);
        assert_eq!(found(&[report.clone(), body.clone()]), [part(1, 2, "12/BC-SNV")]);
        // A list in front of the documents is a part of its own.
        let list = "DANH MỤC TÀI LIỆU\n1. Báo cáo\n2. Kế hoạch\n".to_owned();
        let pages = [list.clone(), report.clone(), plan];
        assert_eq!(found(&pages), [part(1, 1, ""), part(2, 2, "12/BC-SNV"), part(3, 3, "3/KH-SNV")]);
        assert_eq!(found(&[list, report, body]).len(), 1, "a cover does not part a document");
    }

    #[test]
    fn what_bears_no_number_and_day_of_its_own_stays_with_its_parent() {
        let decision = head("12/QĐ-SNV", "ngày 5 tháng 3 năm 2018", "QUYẾT ĐỊNH");
        for annex in [
            // A blank form, an example, a template, a plan that repeats the number of its decision, a page without
            // letterhead.
            head("…/BC-…", "ngày … tháng … năm …", "BÁO CÁO"),
            format!("^ VÍ DỤ MINH HỌA\n{}", head("15/BC-SNV", "ngày 9 tháng 3 năm 2018", "BÁO CÁO")),
            format!(
                "^ (Ban hành kèm theo Quyết định số 12/QĐ-SNV)\n{}",
                head("15/BC-SNV", "ngày 9 tháng 3 năm 2018", "BÁO CÁO")
            ),
            format!("Mẫu số 01\n{}", head("15/BC-SNV", "ngày 9 tháng 3 năm 2018", "BÁO CÁO")),
            head("12/QĐ-SNV", "ngày 5 tháng 3 năm 2018", "KẾ HOẠCH"),
            "^ KẾ HOẠCH\n^ (Ban hành kèm theo Quyết định số 12/QĐ-SNV ngày 5 tháng 3 năm 2018)\n".to_owned(),
            "Căn cứ Quyết định số 3/QĐ-UBND ngày 5 tháng 3 năm 2018 của nước Cộng hòa xã hội chủ nghĩa Việt Nam\n"
                .to_owned(),
        ] {
            assert_eq!(found(&[decision.clone(), annex.clone()]), [part(1, 2, "12/QĐ-SNV")], "{annex}");
        }
    }

    #[test]
    fn a_draft_is_a_document_of_its_own() {
        let decision = head("12/QĐ-SNV", "ngày 5 tháng 3 năm 2018", "QUYẾT ĐỊNH");
        let signature = "> GIÁM ĐỐC\n> Trần Văn Mẫu\n";
        let open = head("   /BC-SNV", "ngày     tháng     năm 2018", "BÁO CÁO");
        let signed = format!("{open}{signature}");
        let minutes = format!(
            "^ {NATIONAL_NAME}\n^ Độc lập - Tự do - Hạnh phúc\n^ BIÊN BẢN\n^ Kiểm tra công tác năm 2018\n\
             Hôm nay, hồi 8 giờ 00 ngày 12 tháng 9 năm 2018, tại Sở Nội vụ, chúng tôi gồm:\n"
        );
        for (pages, numbers) in [
            // A draft in front of a complete document, and behind it.
            (vec![open.clone(), decision.clone()], vec!["", "12/QĐ-SNV"]),
            (vec![decision.clone(), signed], vec!["12/QĐ-SNV", ""]),
            (vec![decision.clone(), open.clone(), signature.to_owned()], vec!["12/QĐ-SNV", ""]),
            (vec![decision.clone(), open], vec!["12/QĐ-SNV"]),
            // Only the number is missing, or only the day.
            (vec![decision.clone(), head("   /BC-SNV", "ngày 9 tháng 3 năm 2018", "BÁO CÁO")], vec!["12/QĐ-SNV", ""]),
            (
                vec![decision.clone(), head("7/BC-SNV", "ngày     tháng 3 năm 2018", "BÁO CÁO")],
                vec!["12/QĐ-SNV", "7/BC-SNV"],
            ),
            (vec![decision.clone(), head("   /KH-SNV", "ngày 5 tháng 3 năm 2018", "KẾ HOẠCH")], vec!["12/QĐ-SNV"]),
            // Another agency wrote on the same day.
            (
                vec![
                    decision.clone(),
                    head("   /BC-STC", "ngày 5 tháng 3 năm 2018", "BÁO CÁO").replace("SỞ NỘI VỤ", "SỞ TÀI CHÍNH"),
                ],
                vec!["12/QĐ-SNV", ""],
            ),
            (vec![decision.clone(), minutes], vec!["12/QĐ-SNV", ""]),
            (
                vec![
                    decision.clone(),
                    head("   /BC-SNV", "ngày 9 tháng 3 năm 2018", "BÁO CÁO").replace("SỞ NỘI VỤ", "TÊN CƠ QUAN"),
                ],
                vec!["12/QĐ-SNV"],
            ),
        ] {
            let seen: Vec<String> = found(&pages).into_iter().map(|(.., number)| number).collect();
            assert_eq!(seen, numbers, "{pages:?}");
        }
    }

    #[test]
    fn documents_of_one_day_are_told_apart() {
        let day = "ngày 9 tháng 3 năm 2018";
        let signature = "> GIÁM ĐỐC\n> Trần Văn Mẫu\n";
        let of = |agency: &str, number: &str, day: &str| head(number, day, "BÁO CÁO").replace("SỞ NỘI VỤ", agency);
        let signed = |page: String| page + signature;
        let draft = || signed(head("   /BC-SNV", day, "BÁO CÁO"));
        for (first, second, count) in [
            // Each commune numbers from 1.
            (of("UBND XÃ EA TIH", "12/BC-UBND", day), of("UBND XÃ EA SÔ", "12/BC-UBND", day), 2),
            (of("UBND XÃ EA TIH", "12/BC-UBND", "ngày"), of("UBND XÃ EA SÔ", "12/BC-UBND", "ngày"), 2),
            (of("UBND TỈNH", "12/BC-UBND", day), of("VĂN PHÒNG UBND TỈNH", "   /BC-VPUB", day), 2),
            (of("UBND TỈNH", "12/BC-UBND", day), of("ỦY BAN NHÂN DÂN TỈNH AN LẠC", "12/BC-UBND", day), 1),
            // Drafts of one agency, and a draft beside a decision.
            (draft(), signed(head("   /KH-SNV", day, "KẾ HOẠCH")), 2),
            (draft(), draft().replace("Công tác", "Tổng kết công tác"), 2),
            (signed(head("12/QĐ-SNV", day, "QUYẾT ĐỊNH")), draft(), 2),
            // The letterhead repeated on the next page, a blank form.
            (draft(), draft(), 1),
            (head("   /BC-SNV", "ngày     tháng     năm 2018", "BÁO CÁO"), draft().replace("9", " "), 1),
            (draft(), head("   /KH-SNV", day, "KẾ HOẠCH"), 1),
        ] {
            assert_eq!(found(&[first.clone(), second.clone()]).len(), count, "{first}\n{second}");
        }
    }

    #[test]
    fn an_empty_page_in_front_is_no_document() {
        let one = head("1/BC-SNV", "ngày 5 tháng 3 năm 2018", "BÁO CÁO");
        let two = head("2/BC-SNV", "ngày 6 tháng 3 năm 2018", "BÁO CÁO");
        let mut document = document(&[one.clone(), one, two].join("=\n"), Layout::Boxes);
        document.pages[0] = Page { kind: PageKind::Blank, ..Page::new(1) };
        document.page_count = 3;
        let seen: Vec<(u32, u32)> = parts(&document).iter().map(|part| (part.first, part.last)).collect();
        assert_eq!(seen, [(1, 2), (3, 3)]);
    }

    #[test]
    fn what_is_missing_is_missing_in_its_part() {
        let pages = [
            head("1/BC-SNV", "ngày 5 tháng 3 năm 2018", "BÁO CÁO"),
            head("2/BC-SNV", "ngày 6 tháng 3 năm 2018", "BÁO CÁO"),
        ];
        let mut document = document(&pages.join("=\n"), Layout::Boxes);
        (document.page_count, document.status) = (3, Status::Partial);
        document.pages.push(Page { kind: PageKind::Scan, ..Page::new(3) });
        assert_eq!(part_of(&document, 1, 1).status, Status::Ok);
        assert_eq!(part_of(&document, 2, 3).status, Status::Partial);
        let signers: Vec<FieldState> = parts(&document).iter().map(|p| p.form.signer.state).collect();
        assert_eq!(signers, [FieldState::Absent, FieldState::Unclear]);
    }
}
