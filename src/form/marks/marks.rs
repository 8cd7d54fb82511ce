//! Collects the marks of a document.

use super::noise::{Noise, can_be_stamped, is_listed, noise};
use super::secrecy::is_stamped;
use crate::document::{Document, Page, Place, RemarkKind};
use crate::form::field::{Mark, MarkKind};
use crate::text::pattern::regex;

/// True for the heading of a copy block at the end of a document: these words in capitals and nothing else.
fn is_copy_block(text: &str) -> bool {
    regex!(r"^\W*(?:SAO Y|SAO LỤC|TRÍCH SAO)(?:\s+BẢN CHÍNH)?\W*$").is_match(text)
}

/// True for "BÁO CÁO (DỰ THẢO)", "… năm 2018 (Dự thảo xin ý kiến)" or "Đây là dự thảo".
fn names_itself_draft(text: &str) -> bool {
    regex!(r"(?i)\(\s*(?:bản\s+)?dự\s+thảo[^)]{0,40}\)\W*$|^\W*đây\s+là\s+(?:bản\s+)?dự\s+thảo(?:\W|$)").is_match(text)
}

/// The marks of a document; `first` is its first page. The quote of a secrecy stamp is not kept.
pub(crate) fn marks(document: &Document, first: &Page) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let last = document.pages.iter().rev().find(|page| !page.lines.is_empty()).map(|page| page.number);
    for page in &document.pages {
        let (head, is_last) = (page.number == first.number, Some(page.number) == last);
        for (at, (line, noise)) in page.lines.iter().zip(noise(page, head)).enumerate() {
            let above = at.checked_sub(1).and_then(|at| page.lines.get(at));
            let kind = match noise {
                Some(Noise::Mark(kind)) => kind,
                // Not noise: the line also holds the number or the title.
                None if can_be_stamped(page, at, head) && is_stamped(line, above) && !is_listed(page, at) => {
                    MarkKind::Secret
                }
                None if is_last && is_copy_block(&line.text) => MarkKind::Copy,
                None if head && names_itself_draft(&line.text) => MarkKind::Draft,
                _ => continue,
            };
            // A stamp or signature block takes several lines.
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
