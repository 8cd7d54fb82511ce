//! How a page lay on the scanner, judged by what the engine read: rotated by quarter turns, or two pages side by side.
//! Other rotations are tried only if the first reading gave hardly any words.

use super::engine::Recognised;
use crate::document::{Legibility, Orientation, Page, Picture};

/// Mean confidence below which a page may be rotated: upright pages are read with 80 and more, upside-down ones with
/// 45.
const UPRIGHT_CONFIDENCE: f32 = 60.0;
/// Fewer words than this are no basis for a judgement.
const MIN_WORDS: u32 = 6;

/// The next rotation to try, or `None` if the page was read well enough or all were tried. A page with words of little
/// confidence is first tried upside down; one of which nothing was read (its words may run up or down), first sideways.
pub(super) fn next_to_try(page: &Page, tried: &[Orientation]) -> Option<Orientation> {
    let quarters: [u8; 3] = match page.legibility {
        Some(read) if read.words >= MIN_WORDS && read.confidence < UPRIGHT_CONFIDENCE => [2, 1, 3],
        None if !page.is_recognised() => [1, 3, 2],
        _ => return None,
    };
    let orientations = quarters.map(|quarters| Orientation { quarters, side_by_side: false });
    orientations.into_iter().find(|orientation| !tried.contains(orientation))
}

/// True if what was read shows that the assumed orientation is the right one.
pub(super) fn is_upright(read: Option<Legibility>) -> bool {
    read.is_some_and(|read| read.words >= MIN_WORDS && read.confidence >= UPRIGHT_CONFIDENCE)
}

/// True if the words of a picture run upwards or downwards: most of them are taller than wide.
pub(super) fn is_sideways(words: &[Recognised]) -> bool {
    let long = || words.iter().filter(|w| w.text.chars().filter(|c| c.is_alphanumeric()).count() >= 3);
    let tall = |w: &&Recognised| w.rect[3] - w.rect[1] > w.rect[2] - w.rect[0];
    let all = long().count();
    all >= MIN_WORDS as usize && long().filter(tall).count() * 2 > all
}

/// Fewest lines of running text on each of two pages side by side.
const MIN_LINES: usize = 3;
/// Half the width of the gutter between two pages, as a share of the picture's width.
const GUTTER: f32 = 0.012;

/// True if a picture shows two pages side by side: it is wider than high, no word crosses its middle, and both halves
/// have running text as wide as a page. A letterhead has two columns as well, but its title or text crosses the middle.
pub(super) fn is_side_by_side(picture: &Picture, words: &[Recognised]) -> bool {
    if picture.orientation.side_by_side || picture.page_width < picture.page_height * 1.15 {
        return false;
    }
    let middle = picture.width as f32 / 2.0;
    let (left, right) = (middle - GUTTER * picture.width as f32, middle + GUTTER * picture.width as f32);
    let crosses = |w: &&Recognised| (w.rect[0] as f32) < right && w.rect[2] as f32 > left;
    // Of confident words only, as specks and folds come as words too; at most one word in a hundred may cross.
    if words.iter().filter(|w| w.confidence > 40.0).filter(crosses).count() * 100 > words.len() {
        return false;
    }
    let wide = |on_left: bool| {
        let lines = words.chunk_by(|a, b| a.line == b.line).map(|line| {
            let side = line.iter().filter(|w| (w.rect[2] as f32 <= middle) == on_left);
            let edges = side.fold((u32::MAX, 0), |(x0, x1), w| (x0.min(w.rect[0]), x1.max(w.rect[2])));
            edges.1.saturating_sub(edges.0) as f32
        });
        lines.filter(|width| *width > 0.6 * middle).count()
    };
    wide(true) >= MIN_LINES && wide(false) >= MIN_LINES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(x0: u32, x1: u32, y: u32, line: u32) -> Recognised {
        Recognised { text: "trang".to_owned(), rect: [x0, y, x1, y + 20], confidence: 90.0, line }
    }

    #[test]
    fn two_pages_are_told_from_the_columns_of_a_letterhead() {
        let picture = Picture { width: 1000, page_width: 842.0, page_height: 595.0, ..Picture::default() };
        let pages: Vec<Recognised> = (0..5)
            .flat_map(|line| [word(50, 450, 40 * line, 2 * line), word(550, 950, 40 * line, 2 * line + 1)])
            .collect();
        assert!(is_side_by_side(&picture, &pages));
        let portrait = Picture { page_width: 595.0, page_height: 842.0, ..picture.clone() };
        assert!(!is_side_by_side(&portrait, &pages));
        // A line of text across the page.
        let across = [pages.clone(), vec![word(300, 700, 300, 20)]].concat();
        assert!(!is_side_by_side(&picture, &across));
        // Columns of a letterhead are narrow.
        let narrow: Vec<Recognised> = (0..5)
            .flat_map(|line| [word(50, 250, 40 * line, 2 * line), word(650, 850, 40 * line, 2 * line + 1)])
            .collect();
        assert!(!is_side_by_side(&picture, &narrow));
    }

    #[test]
    fn other_ways_are_tried_only_where_hardly_a_word_was_read() {
        let read = |confidence, words| Legibility { dpi: 200.0, confidence, vietnamese: 1.0, words };
        let page = |legibility| Page { legibility, ..Page::new(1) };
        let straight = Orientation::default();
        let way = |quarters| Orientation { quarters, side_by_side: false };
        assert_eq!(next_to_try(&page(Some(read(90.0, 200))), &[straight]), None);
        assert_eq!(next_to_try(&page(Some(read(40.0, 2))), &[straight]), None);
        assert_eq!(next_to_try(&page(Some(read(43.0, 200))), &[straight]), Some(way(2)));
        assert_eq!(next_to_try(&page(Some(read(43.0, 200))), &[straight, way(2)]), Some(way(1)));
        assert_eq!(next_to_try(&page(None), &[straight, way(1), way(3), way(2)]), None);
    }
}
