//! Whether the text of a page is what a person sees on it.

use super::characters::{LOST, is_private};
use super::glyphs::FULL_PAGE;
use crate::document::{Line, PageKind, RemarkKind, Source};

/// Over a picture of the whole page, fewer visible glyphs than this are a stamp or a page number, not its text.
const FEW_GLYPHS: usize = 30;
/// From so many drawn shapes a page without text shows something.
const MANY_SHAPES: usize = 50;
/// Share of lost characters from which a page must be recognised anew.
const MOST_LOST: f64 = 0.05;

/// What is known of a page before its text is believed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    /// Glyphs that a person sees, without spaces.
    pub(super) visible: usize,
    /// Glyphs that are hidden, without spaces.
    pub(super) hidden: usize,
    /// Area of the pictures as a share of the page.
    pub(super) image_cover: f64,
    /// Drawn shapes, such as letters turned into curves.
    pub(super) shapes: usize,
}

/// What a page is, and why if its text is not to be used.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Verdict {
    pub(super) kind: PageKind,
    /// Kind of remark and its detail.
    pub(super) remark: Option<(RemarkKind, String)>,
}

/// Judges a page by what it draws and by its lines, and removes the lines that are not to be trusted.
pub(super) fn judge(evidence: Evidence, lines: &mut Vec<Line>) -> Verdict {
    let Evidence { visible, hidden, image_cover, shapes } = evidence;
    if hidden > visible {
        lines.retain(|line| line.source == Source::Annotation || line.source == Source::Text);
        let share = percent(hidden, hidden + visible);
        let remark = (RemarkKind::UntrustedText, format!("{share} % of the characters are not shown on the page"));
        return Verdict { kind: PageKind::Scan, remark: Some(remark) };
    }
    let (lost, characters) = lost_characters(lines);
    if lost >= 5 && lost as f64 > MOST_LOST * characters as f64 {
        lines.retain(|line| line.source == Source::Annotation);
        let share = percent(lost, characters);
        let remark = (RemarkKind::LostCharacters, format!("{share} % of the characters have no Unicode"));
        return Verdict { kind: PageKind::Scan, remark: Some(remark) };
    }
    let kind = if image_cover > FULL_PAGE && (visible < FEW_GLYPHS || is_stamp(lines)) {
        PageKind::Scan
    } else if !lines.is_empty() {
        PageKind::Text
    } else if image_cover > 0.01 || shapes >= MANY_SHAPES {
        PageKind::Scan
    } else {
        PageKind::Blank
    };
    Verdict { kind, remark: None }
}

/// True if all that is written is what a signing program prints on a scan: a few lines in small letters.
fn is_stamp(lines: &[Line]) -> bool {
    let written = || lines.iter().filter(|line| line.source == Source::Text);
    written().count() <= 8 && written().all(|line| line.size <= 10.0)
}

/// How many characters of the page's words stand for none, and how many there are. A single sign without letters beside
/// it is a bullet of a symbol font and is lost to nobody; a question mark between letters is a letter that a converter
/// could not write.
fn lost_characters(lines: &[Line]) -> (usize, usize) {
    let mut lost = 0;
    let mut all = 0;
    for line in lines.iter().filter(|line| line.source == Source::Text) {
        for word in line.text.split(' ') {
            let letters: Vec<char> = word.chars().collect();
            all += letters.len();
            if letters.len() > 1 {
                lost += letters.iter().filter(|c| **c == LOST || is_private(**c)).count();
            }
            lost += letters.windows(3).filter(|w| w[0].is_alphabetic() && w[1] == '?' && w[2].is_alphabetic()).count();
        }
    }
    (lost, all)
}

fn percent(part: usize, whole: usize) -> usize {
    (100 * part + whole / 2) / whole.max(1)
}
