//! Which pictures of a document are recognised. They are chosen in rounds, as what one picture shows can make others
//! necessary.

use super::orientation;
use super::reach::Reach;
use crate::document::{Band, Document, Orientation, Page, PageKind, PictureRequest};
use crate::text::pattern::regex;
use crate::text::symbol;

/// The pictures that are wanted beyond those that were asked for in earlier rounds. Pages that turned out to be blank
/// backs of sheets do not count: the page before is then the last.
pub(super) fn wanted(reach: Reach, document: &Document, asked: &[PictureRequest]) -> Vec<PictureRequest> {
    let pages: Vec<&Page> = document.pages.iter().filter(|p| p.kind != PageKind::Blank).collect();
    let is_scan = |w: &PictureRequest| pages.iter().any(|p| p.number == w.page && p.kind == PageKind::Scan);
    let is_asked =
        |w: &PictureRequest| asked.contains(w) || asked.contains(&PictureRequest { band: Band::Whole, ..*w });
    let mut wanted: Vec<PictureRequest> =
        within_reach(reach, &pages).into_iter().filter(|w| is_scan(w) && !is_asked(w)).collect();
    for again in pages.iter().filter_map(|page| retry(page, asked)) {
        let all = [again, PictureRequest { band: Band::Stamps, ..again }];
        let new: Vec<PictureRequest> = all.into_iter().filter(|w| !asked.contains(w) && !wanted.contains(w)).collect();
        wanted.extend(new);
    }
    wanted.extend(rest_of_first_page(&pages, asked, &wanted));
    wanted
}

fn picture(page: &Page, band: Band) -> PictureRequest {
    PictureRequest { page: page.number, band, orientation: page.orientation }
}

/// The pictures of the first round, each with one of the red stamps of its page.
fn within_reach(reach: Reach, pages: &[&Page]) -> Vec<PictureRequest> {
    let of_each = |band| pages.iter().flat_map(|p| [picture(p, band), picture(p, Band::Stamps)]).collect();
    match (reach, pages.first(), pages.last()) {
        // Any page may be the first of a document, and bear its stamps.
        (Reach::All, ..) => of_each(Band::Whole),
        (Reach::Heads, ..) => of_each(Band::Head),
        (Reach::Form, Some(first), Some(last)) if first.number == last.number => of_each(Band::Whole),
        (Reach::Form, Some(first), Some(last)) => vec![
            picture(first, Band::Head),
            picture(last, Band::Foot),
            picture(first, Band::Stamps),
            picture(last, Band::Stamps),
        ],
        _ => Vec::new(),
    }
}

/// The next picture of a page whose pictures so far were not enough: the page was empty at its top, it turned out to
/// hold two pages side by side, or so little was read that it may be rotated. `None` for other pages and those not
/// asked for.
fn retry(page: &Page, asked: &[PictureRequest]) -> Option<PictureRequest> {
    let of_page = asked.iter().filter(|a| a.page == page.number && a.band != Band::Stamps);
    let tried: Vec<Orientation> = of_page.clone().map(|a| a.orientation).collect();
    let band = of_page.clone().map(|a| a.band).next()?;
    let is_asked_whole = of_page.clone().any(|a| a.band == Band::Whole);
    // Nothing at the top of the page: there may be something below.
    if page.legibility.is_some_and(|read| read.words == 0) && !is_asked_whole {
        return Some(picture(page, Band::Whole));
    }
    match tried.contains(&page.orientation) {
        true => {
            orientation::next_to_try(page, &tried).map(|o| PictureRequest { page: page.number, band, orientation: o })
        }
        // Recognising the page showed that it holds two: its orientation is new.
        false => Some(picture(page, Band::Whole)),
    }
}

/// More of a first page of which the head alone was read. The whole page if no number was found, as the engine may find
/// the letterhead there. Its foot if the last page bears no signature: that is an annex, and the first page may be
/// signed.
fn rest_of_first_page(pages: &[&Page], asked: &[PictureRequest], wanted: &[PictureRequest]) -> Option<PictureRequest> {
    let first = *pages.iter().find(|p| p.is_read_in_part())?;
    // Its pictures of this round may make more of it unnecessary.
    if retry(first, asked).is_some() || wanted.iter().any(|w| w.page == first.number) {
        return None;
    }
    let is_unsigned = pages.last().is_some_and(|last| last.is_recognised() && !is_signed(last));
    let more = match has_number(first) {
        false => picture(first, Band::Whole),
        true if is_unsigned => picture(first, Band::Foot),
        true => return None,
    };
    let is_head_read = asked.contains(&PictureRequest { band: Band::Head, ..more });
    (is_head_read && !asked.contains(&more)).then_some(more)
}

/// True if somebody signs on the page: an authority (TM., KT.) or a position in capitals.
fn is_signed(page: &Page) -> bool {
    let sign = regex!(r"^\W*(?:T/?M|K/?T|T/?L|T/?UQ|Q)\s?[./]|\b(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH)\b");
    page.lines.iter().any(|l| sign.is_match(&l.text))
}

/// True if a line of the page begins like the number of a letterhead.
fn has_number(page: &Page) -> bool {
    let is_number = |text: &str| symbol::strip_label(text).len() < text.len() && text.contains('/');
    page.lines.iter().any(|l| is_number(&l.text))
}
