//! Decides whether the text of a page is what the page shows.

use super::characters::{LOST, is_private};
use super::glyphs::FULL_PAGE;
use crate::document::{Line, PageKind, RemarkKind, Source};

/// Fewer visible glyphs than this over an image of the whole page are a stamp or page number, not the text of the page.
const FEW_GLYPHS: usize = 30;
/// Number of drawn shapes from which a page without text is not blank.
const MANY_SHAPES: usize = 50;
/// Share of lost characters above which a page has to be recognised from its picture.
const MOST_LOST: f64 = 0.05;

/// The figures of a page on which the decision is based.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    /// Number of visible glyphs other than spaces.
    pub(super) visible: usize,
    /// Number of hidden glyphs other than spaces.
    pub(super) hidden: usize,
    /// Total area of the images as a share of the page.
    pub(super) image_cover: f64,
    /// Number of drawn shapes, such as letters converted to curves.
    pub(super) shapes: usize,
}

/// The kind of a page, and why its text is not used, if so.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Verdict {
    pub(super) kind: PageKind,
    /// Kind and detail of the remark on it.
    pub(super) remark: Option<(RemarkKind, String)>,
}

/// Judges a page by its figures and its lines, and removes the lines that cannot be trusted.
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

/// True if the visible text is only what a signing program prints on a scan: a few lines in small letters.
fn is_stamp(lines: &[Line]) -> bool {
    let visible = || lines.iter().filter(|line| line.source == Source::Text);
    visible().count() <= 8 && visible().all(|line| line.size <= 10.0)
}

/// The number of lost characters, and of all characters, in the words of the page. A lost character that is a word of
/// its own is a bullet of a symbol font and does not count; a question mark between letters is a letter that some
/// converter could not represent and counts as lost.
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
