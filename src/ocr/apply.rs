//! Puts the results of recognition into the pages of a document.

use super::{lexicon, orientation};
use crate::document::{
    Band, Document, Legibility, Line, Orientation, Page, PageKind, Picture, PictureRequest, Place, Remark, RemarkKind,
    Source, Status,
};
use crate::text::is_vietnamese;

/// A picture with a smaller share of ink than this, and no words, is blank: the back of a sheet.
const BLANK_INK: f32 = 0.004;

/// Puts a result into its page of the document, if its picture is one of those wanted.
pub(super) fn apply(result: PictureResult, wanted: &[PictureRequest], document: &mut Document) {
    let PictureResult { picture, lines, side_by_side } = result;
    let own = PictureRequest { page: picture.page, band: picture.band, orientation: picture.orientation };
    if !wanted.contains(&own) {
        return;
    }
    let lines = match lines {
        Ok(lines) => lines,
        Err(reason) => return document.remarks.push(unreadable(picture.page, reason)),
    };
    let Some(page) = document.pages.iter_mut().find(|p| p.number == picture.page) else { return };
    if side_by_side {
        set_side_by_side(page, &picture);
    } else if picture.band == Band::Stamps {
        add_stamps(page, &picture, lines);
    } else {
        set_text(page, &picture, lines);
    }
}

/// Drops what was read of a page that turned out to hold two; it is to be read again, half by half.
fn set_side_by_side(page: &mut Page, picture: &Picture) {
    page.orientation = Orientation { side_by_side: true, ..picture.orientation };
    page.kind = PageKind::Scan;
    page.legibility = None;
    page.lines.retain(|l| l.source == Source::Annotation);
}

fn add_stamps(page: &mut Page, picture: &Picture, lines: Vec<Line>) {
    // In another orientation their positions would be wrong.
    if page.orientation != picture.orientation {
        return;
    }
    let mut stamps: Vec<Line> = lines.into_iter().filter(is_stamp).collect();
    stamps.iter_mut().for_each(lexicon::correct_stamp);
    page.lines.extend(stamps.into_iter().map(|l| Line { source: Source::Annotation, ..l }));
}

/// Replaces the text of a page by what was recognised. A page of which only a part was read remains a scan.
fn set_text(page: &mut Page, picture: &Picture, lines: Vec<Line>) {
    let read = (!lines.is_empty()).then(|| legibility(&lines, picture.dpi));
    // Another rotation was tried and gave no better text.
    if page.orientation != picture.orientation && !orientation::is_upright(read) {
        return;
    }
    (page.width, page.height, page.orientation) = (picture.page_width, picture.page_height, picture.orientation);
    // Where there is ink but no text, nothing is known of the legibility yet: the page may be rotated.
    page.legibility = read.or_else(|| (picture.ink < BLANK_INK).then(|| legibility(&lines, picture.dpi)));
    let is_blank = lines.is_empty() && picture.ink < BLANK_INK;
    page.kind = match (picture.band, is_blank, lines.is_empty()) {
        (Band::Whole | Band::Foot, true, _) => PageKind::Blank,
        (Band::Whole, _, false) => PageKind::Text,
        _ => PageKind::Scan,
    };
    // The recognised text replaces an untrusted text layer. Stamps and signatures on top stay, and so does the head of
    // the page if only its foot was read now.
    let top = picture.top as f32 * 72.0 / picture.dpi.max(1.0);
    let is_above = |l: &Line| l.source == Source::Ocr && l.rect.is_some_and(|rect| rect.y1 <= top);
    page.lines.retain(|l| l.source == Source::Annotation || picture.band == Band::Foot && is_above(l));
    let at = page.lines.iter().position(|l| l.source == Source::Annotation).unwrap_or(page.lines.len());
    page.lines.splice(at..at, lines);
}

/// Sets the status of a document after recognition.
pub(super) fn update_status(document: &mut Document) {
    let has = |kind| document.pages.iter().any(|p| p.kind == kind);
    let has_text = has(PageKind::Text) || document.pages.iter().any(Page::is_read_in_part);
    let is_loss =
        |r: &Remark| matches!(r.kind, RemarkKind::LimitReached | RemarkKind::PageUnreadable | RemarkKind::Failure);
    let is_incomplete = document.remarks.iter().any(is_loss) || (document.pages.len() as u32) < document.page_count;
    document.status = match (has_text, has(PageKind::Scan) || is_incomplete) {
        (true, true) => Status::Partial,
        (true, false) => Status::Ok,
        (false, true) => Status::Scan,
        (false, false) => Status::Empty,
    };
}

fn legibility(lines: &[Line], dpi: f32) -> Legibility {
    let confidences: Vec<f32> = lines.iter().flat_map(|l| &l.words).filter_map(|w| w.confidence).collect();
    let letters = || lines.iter().flat_map(|l| l.text.chars()).filter(|c| c.is_alphabetic());
    let share = |part: usize, whole: usize| part as f32 / whole.max(1) as f32;
    Legibility {
        dpi,
        confidence: confidences.iter().sum::<f32>() / confidences.len().max(1) as f32,
        vietnamese: share(letters().filter(|c| is_vietnamese(*c)).count(), letters().count()),
        words: u32::try_from(confidences.len()).unwrap_or(u32::MAX),
    }
}

/// True if a red line may be a stamp of secrecy or urgency: a few letters. Numbers and dates are from the stamps of
/// receiving offices.
fn is_stamp(line: &Line) -> bool {
    let letters = line.text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=24).contains(&letters) && !line.text.contains(|c: char| c.is_ascii_digit())
}

/// The remark on a page that could not be rendered or recognised.
pub(crate) fn unreadable(page: u32, detail: String) -> Remark {
    Remark { kind: RemarkKind::PageUnreadable, place: Place::page(page, None), detail }
}

/// What an engine made of a picture.
pub(crate) struct PictureResult {
    /// The picture, its pixels dropped.
    pub(super) picture: Picture,
    /// Its lines, or why it could not be read.
    pub(super) lines: Result<Vec<Line>, String>,
    /// It shows two pages side by side; lines that run through both are meaningless.
    pub(super) side_by_side: bool,
}
