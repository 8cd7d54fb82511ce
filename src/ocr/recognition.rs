//! Recognition of pages that are only pictures. The worker renders a page, the parent hands the picture to an engine in a
//! process of its own and puts the words that come back into lines.

use std::sync::Arc;

use super::engine::Engine;
use super::seats::Seats;
use super::{lexicon, lines, orientation};
use crate::document::{
    Band, Document, Legibility, Line, Orientation, Page, PageKind, Picture, PictureRequest, Place, Remark, RemarkKind,
    Source, Status,
};
use crate::text::pattern::regex;
use crate::text::{is_vietnamese, symbol};

/// A page with less ink than this that gives no words is the blank back of a sheet.
const BLANK_INK: f32 = 0.004;

/// How much of a scanned document is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The head of the first page and the foot of the last: what the form of a document needs.
    Form,
    /// The head of every page: where documents begin in a file that may hold several.
    Heads,
    /// Every page.
    All,
}

/// An engine and how far it is used.
#[derive(Clone)]
pub struct Recognition {
    engine: Arc<dyn Engine>,
    reach: Reach,
    pub(crate) seats: Arc<Seats>,
}

/// What an engine made of a picture: the picture without its pixels, and its lines or the reason why there are none.
pub(crate) struct Seen {
    picture: Picture,
    lines: Result<Vec<Line>, String>,
    /// Two pages side by side: lines that go through both mean nothing.
    side_by_side: bool,
}

impl Reach {
    /// All of them: each has results of its own in the cache.
    pub(crate) const EACH: [Reach; 3] = [Reach::Form, Reach::Heads, Reach::All];
}

impl Recognition {
    /// An engine that reads so many pictures at a time.
    pub fn new(engine: Arc<dyn Engine>, reach: Reach, at_once: usize) -> Self {
        Self { engine, reach, seats: Arc::new(Seats::new(at_once)) }
    }

    /// The same engine, used as far as `reach`.
    #[must_use]
    pub fn reaching(&self, reach: Reach) -> Self {
        Self { reach, ..self.clone() }
    }

    /// How far it is used.
    pub fn reach(&self) -> Reach {
        self.reach
    }

    /// What results depend on, as part of a cache key.
    pub fn key(&self) -> String {
        format!("{} {:?}", self.engine.name(), self.reach)
    }

    /// The pictures that are wanted of a document beyond those that were asked for already. A page that turns out to be
    /// the blank back of a sheet makes the one before it the last.
    pub(crate) fn wanted(&self, document: &Document, asked: &[PictureRequest]) -> Vec<PictureRequest> {
        let want = |page: &Page, band| PictureRequest { page: page.number, band, orientation: page.orientation };
        let pages = || document.pages.iter().filter(|p| p.kind != PageKind::Blank);
        let wanted: Vec<PictureRequest> = match (self.reach, pages().next(), pages().next_back()) {
            // Any page may be the first of a document, and stamped.
            (Reach::All, ..) => pages().flat_map(|p| [want(p, Band::Whole), want(p, Band::Stamps)]).collect(),
            (Reach::Heads, ..) => pages().flat_map(|p| [want(p, Band::Head), want(p, Band::Stamps)]).collect(),
            (Reach::Form, Some(first), Some(last)) if first.number == last.number => {
                vec![want(first, Band::Whole), want(first, Band::Stamps)]
            }
            (Reach::Form, Some(first), Some(last)) => {
                let stamps = [want(first, Band::Stamps), want(last, Band::Stamps)];
                [want(first, Band::Head), want(last, Band::Foot)].into_iter().chain(stamps).collect()
            }
            _ => Vec::new(),
        };
        let is_scan = |w: &PictureRequest| pages().any(|p| p.number == w.page && p.kind == PageKind::Scan);
        let is_asked =
            |w: &PictureRequest| asked.contains(w) || asked.contains(&PictureRequest { band: Band::Whole, ..*w });
        let mut wanted: Vec<PictureRequest> = wanted.into_iter().filter(|w| is_scan(w) && !is_asked(w)).collect();
        // Pages that turned out to lie otherwise than they were read, or may.
        for page in pages() {
            if let Some(read) = relaid(page, asked) {
                let all = [read, PictureRequest { band: Band::Stamps, ..read }];
                let new: Vec<PictureRequest> =
                    all.into_iter().filter(|w| !asked.contains(w) && !wanted.contains(w)).collect();
                wanted.extend(new);
            }
        }
        // Where the head alone gave no letterhead the engine may find one in the whole page. Where the last page bears no
        // signature it is an annex: the first may be signed at its foot.
        let is_unsigned = pages().next_back().is_some_and(|last| last.is_recognised() && !is_signed(last));
        let first = pages().find(|p| p.is_read_in_part()).filter(|p| !has_number(p) || is_unsigned);
        let first = first.filter(|p| relaid(p, asked).is_none() && wanted.iter().all(|w| w.page != p.number));
        let more = first.map(|p| want(p, if has_number(p) { Band::Foot } else { Band::Whole }));
        wanted
            .extend(more.filter(|w| asked.contains(&PictureRequest { band: Band::Head, ..*w }) && !asked.contains(w)));
        wanted
    }

    /// Has a picture read.
    pub(crate) fn see(&self, mut picture: Picture) -> Seen {
        // Words that run up or down are not read as they stand.
        let words = self.engine.recognise(&picture).map(|w| if orientation::is_sideways(&w) { Vec::new() } else { w });
        let side_by_side =
            picture.band != Band::Stamps && words.as_ref().is_ok_and(|w| orientation::is_side_by_side(&picture, w));
        let again = |rect| self.engine.recognise(&picture.line(rect)).ok();
        let lines = words.map(|words| lines::lines(&picture, words, &again));
        picture.pixels = Vec::new();
        Seen { picture, lines, side_by_side }
    }

    /// Puts what was read into its page of the document. A page of which only a part was read stays a scan.
    pub(crate) fn enter(&self, seen: Seen, wanted: &[PictureRequest], document: &mut Document) {
        let Seen { picture, lines, side_by_side } = seen;
        let is_it = |w: &&PictureRequest| {
            w.page == picture.page && w.band == picture.band && w.orientation == picture.orientation
        };
        let Some(wanted) = wanted.iter().find(is_it) else { return };
        let lines = match lines {
            Ok(lines) => lines,
            Err(reason) => return document.remarks.push(unreadable(picture.page, reason)),
        };
        let Some(page) = document.pages.iter_mut().find(|p| p.number == picture.page) else { return };
        if side_by_side {
            (page.orientation, page.kind, page.legibility) =
                (Orientation { side_by_side, ..picture.orientation }, PageKind::Scan, None);
            return page.lines.retain(|l| l.source == Source::Annotation);
        }
        if wanted.band == Band::Stamps {
            // Stamps of a page that lies otherwise stand elsewhere.
            if page.orientation != picture.orientation {
                return;
            }
            let mut stamps: Vec<Line> = lines.into_iter().filter(is_stamp).collect();
            stamps.iter_mut().for_each(lexicon::mend_stamp);
            page.lines.extend(stamps.into_iter().map(|l| Line { source: Source::Annotation, ..l }));
            return;
        }
        let read = (!lines.is_empty()).then(|| legibility(&lines, picture.dpi));
        // Another way to lay it that gave no more.
        if page.orientation != picture.orientation && !orientation::is_level(read) {
            return;
        }
        (page.width, page.height, page.orientation) = (picture.page_width, picture.page_height, picture.orientation);
        // A head without ink says nothing yet.
        page.legibility = read.or_else(|| (picture.ink < BLANK_INK).then(|| legibility(&lines, picture.dpi)));
        let is_blank = lines.is_empty() && picture.ink < BLANK_INK;
        page.kind = match (wanted.band, is_blank, lines.is_empty()) {
            (Band::Whole | Band::Foot, true, _) => PageKind::Blank,
            (Band::Whole, _, false) => PageKind::Text,
            _ => PageKind::Scan,
        };
        // What a layer that is not trusted said is read anew; what was stamped or signed on top stays, and above a foot the
        // head.
        let top = picture.top as f32 * 72.0 / picture.dpi.max(1.0);
        let is_above = |l: &Line| l.source == Source::Ocr && l.rect.is_some_and(|rect| rect.y1 <= top);
        page.lines.retain(|l| l.source == Source::Annotation || wanted.band == Band::Foot && is_above(l));
        let at = page.lines.iter().position(|l| l.source == Source::Annotation).unwrap_or(page.lines.len());
        page.lines.splice(at..at, lines);
    }

    /// The status of a document after recognition.
    pub(crate) fn settle(&self, document: &mut Document) {
        let has = |kind| document.pages.iter().any(|p| p.kind == kind);
        let in_part = document.pages.iter().any(Page::is_read_in_part);
        let cut = document
            .remarks
            .iter()
            .any(|r| matches!(r.kind, RemarkKind::LimitReached | RemarkKind::PageUnreadable | RemarkKind::Failure))
            || (document.pages.len() as u32) < document.page_count;
        document.status = match (has(PageKind::Text) || in_part, has(PageKind::Scan) || cut) {
            (true, true) => Status::Partial,
            (true, false) => Status::Ok,
            (false, true) => Status::Scan,
            (false, false) => Status::Empty,
        };
    }
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

/// What is wanted of a page that was asked for already: it turned out to hold two pages side by side, or hardly a word
/// was read and it may lie turned.
fn relaid(page: &Page, asked: &[PictureRequest]) -> Option<PictureRequest> {
    let of_page = asked.iter().filter(|a| a.page == page.number && a.band != Band::Stamps);
    let tried: Vec<Orientation> = of_page.clone().map(|a| a.orientation).collect();
    let band = of_page.clone().map(|a| a.band).next()?;
    let is_seen_whole = of_page.clone().any(|a| a.band == Band::Whole);
    let again = |orientation, band| PictureRequest { page: page.number, band, orientation };
    // Nothing at the top: there may be something below.
    if page.legibility.is_some_and(|read| read.words == 0) && !is_seen_whole {
        return Some(again(page.orientation, Band::Whole));
    }
    match tried.contains(&page.orientation) {
        true => orientation::next(page, &tried).map(|orientation| again(orientation, band)),
        false => Some(again(page.orientation, Band::Whole)),
    }
}

/// A stamp of secrecy or urgency is a few letters; numbers and days stand in stamps of receiving offices.
fn is_stamp(line: &Line) -> bool {
    let letters = line.text.chars().filter(|c| c.is_alphabetic()).count();
    (2..=24).contains(&letters) && !line.text.contains(|c: char| c.is_ascii_digit())
}

/// True if somebody signs on the page: an authority (TM., KT.) or a position in capitals.
fn is_signed(page: &Page) -> bool {
    let sign = regex!(r"^\W*(?:T/?M|K/?T|T/?L|T/?UQ|Q)\s?[./]|\b(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH)\b");
    page.lines.iter().any(|l| sign.is_match(&l.text))
}

/// True if a line of the page begins as the number of a letterhead does.
fn has_number(page: &Page) -> bool {
    let is_number = |text: &str| symbol::strip_label(text).len() < text.len() && text.contains('/');
    page.lines.iter().any(|l| is_number(&l.text))
}

/// What is said of a page that could not be seen or read.
pub(crate) fn unreadable(page: u32, detail: String) -> Remark {
    Remark { kind: RemarkKind::PageUnreadable, place: Place::page(page, None), detail }
}
