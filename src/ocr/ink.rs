//! Tells printed digits from handwritten ones. An engine reads handwriting as plausible wrong digits, with high
//! confidence. But printed digits share a baseline and are equally tall, handwritten ones hardly ever.

use super::engine::Recognised;
use super::slots::is_slot;
use crate::document::Picture;

/// Most confidence of a word whose digits do not look printed.
const HANDWRITTEN: f32 = 20.0;
/// How much heights and baselines of printed digits may differ, as a share of their height.
const TOLERANCE: f32 = 0.12;

/// The confidence of a word: the engine's, capped if the word has digits that do not look printed.
pub(super) fn confidence(picture: &Picture, word: &Recognised, row: &[&Recognised]) -> f32 {
    // Only digits before the stroke can be handwritten: in "/2020/NĐ-CP" the year is printed with the symbol.
    let has_digits = word.text.chars().take_while(|c| *c != '/').any(|c| c.is_ascii_digit());
    if !has_digits {
        return word.confidence;
    }
    // In black and white scans thin strokes are broken up: pieces a few pixels apart are joined before judging.
    let is_printed = (1..=max_reach(picture)).any(|reach| is_even(picture, word, row, reach));
    if is_printed { word.confidence } else { word.confidence.min(HANDWRITTEN) }
}

/// True if the digits before the stroke share a baseline and are as tall as the print beside them.
fn is_even(picture: &Picture, word: &Recognised, row: &[&Recognised], reach: usize) -> bool {
    let mut shapes = shapes_joined(picture, word, reach);
    shapes.sort_by_key(|s| s.x0);
    let at = |index: usize| shapes.get(index);
    let leading: Vec<&Shape> = word
        .text
        .chars()
        .filter(|c| !matches!(c, '.' | ',' | ':' | '-'))
        .enumerate()
        .take_while(|(_, c)| *c != '/')
        .filter(|(_, c)| c.is_ascii_digit())
        .filter_map(|(i, _)| at(i))
        .collect();
    let digits = word.text.chars().take_while(|c| *c != '/').filter(char::is_ascii_digit).count();
    let Some(first) = leading.first().filter(|_| leading.len() == digits) else { return false };
    let reference = capital_height(&shapes, word).or_else(|| year_height(picture, row, word)).unwrap_or(first.height());
    leading.iter().all(|s| {
        (s.height() - reference).abs() <= TOLERANCE * reference + 1.0
            && (s.y1 as f32 - first.y1 as f32).abs() <= TOLERANCE * reference
            && (0.2..0.95).contains(&(s.width() / reference))
    })
}

/// Inserts [`UNREAD`] into slots of a letterhead in which nothing was read: between "Số:" and the stroke, behind "ngày"
/// and "tháng". Only a slot that is wide enough for digits and holds no ink is left as it is: drafts have such blanks.
pub(super) fn mark_unread_slots(picture: &Picture, row: &mut Vec<Recognised>) {
    // Without a year it may be a sentence that mentions "ngày, tháng, năm", not a date.
    let has_year = row.iter().any(|w| is_year(&w.text));
    let mut at = 1;
    while at < row.len() {
        let (before, behind) = (&row[at - 1], &row[at]);
        let is_open = is_slot(&before.text, &behind.text) && (has_year || behind.text.starts_with('/'));
        let height = (before.rect[3] - before.rect[1]).max(1);
        let gap = Recognised {
            text: UNREAD.to_owned(),
            rect: [
                before.rect[2].min(picture.width),
                before.rect[1].min(behind.rect[1]),
                behind.rect[0].max(before.rect[2]).min(picture.width),
                before.rect[3].max(behind.rect[3]),
            ],
            confidence: 0.0,
            line: before.line,
        };
        let is_wide = gap.rect[2].saturating_sub(gap.rect[0]) > height;
        if is_open && !(is_wide && shapes(picture, &gap).is_empty()) {
            row.insert(at, gap);
            at += 1;
        }
        at += 1;
    }
}

/// Removes leaders, the dots or lines on which a number is to be written: "Số: ......../BC-SNV". Where ink rises above
/// them, something was written by hand; [`UNREAD`] is left in its place.
pub(super) fn remove_leaders(picture: &Picture, row: &mut Vec<Recognised>) {
    let is_leader = |c: char| matches!(c, '.' | '…' | '_' | '·' | ',' | ':' | ';' | '-' | '“' | '”' | '"' | '\'');
    let is_label = |text: &str| is_slot(text, "/");
    split_label(picture, row, &is_leader);
    for at in 1..row.len() {
        let behind = row[at].text.trim_start_matches(is_leader);
        let leaders = row[at].text.chars().count() - behind.chars().count();
        if leaders < MIN_LEADERS || !is_label(&row[at - 1].text) || !(behind.is_empty() || behind.starts_with('/')) {
            continue;
        }
        // More tall pieces of ink than printed characters: the others were written by hand.
        let printed = behind.chars().filter(|c| c.is_alphanumeric() || *c == '/').count();
        let is_written = shapes(picture, &row[at]).len() > printed;
        let written = if is_written { UNREAD } else { "" };
        row[at].text = format!("{written}{behind}");
        if is_written {
            row[at].confidence = 0.0;
        }
    }
    row.retain(|word| !word.text.is_empty());
}

/// Splits "Số:........", read as one word: leaves the label, with [`UNREAD`] behind it where ink rises above the
/// leaders.
fn split_label(picture: &Picture, row: &mut Vec<Recognised>, is_leader: &dyn Fn(char) -> bool) {
    let joined = |w: &Recognised| {
        let (label, leaders) = w.text.split_once(':')?;
        let is_long = leaders.chars().count() >= MIN_LEADERS;
        let is_joined = is_slot(&format!("{label}:"), "/") && is_long && leaders.chars().all(is_leader);
        is_joined.then(|| format!("{label}:"))
    };
    let Some((at, label)) = row.iter().enumerate().find_map(|(at, w)| Some((at, joined(w)?))) else { return };
    let mut shapes = shapes(picture, &row[at]);
    shapes.sort_by_key(|s| s.x0);
    let Some(first) = shapes.first() else { return };
    let label_width = LABEL_WIDTH * first.height();
    let is_written = shapes.iter().any(|s| s.x0 as f32 > label_width);
    let end = (row[at].rect[0] + label_width as u32).min(row[at].rect[2]);
    let mut written = row[at].clone();
    (written.text, written.confidence, written.rect[0]) = (UNREAD.to_owned(), 0.0, end);
    (row[at].text, row[at].rect[2]) = (label, end);
    if is_written {
        row.insert(at + 1, written);
    }
}

/// Width of a printed "Số:", in heights of its capital.
const LABEL_WIDTH: f32 = 2.2;

/// Fewest dots in a row that are leaders and not punctuation.
const MIN_LEADERS: usize = 3;

/// Placeholder for ink that was not read.
const UNREAD: &str = "?";

/// Median height of the capitals behind the stroke of a number such as "02/GM-SYT".
fn capital_height(shapes: &[Shape], word: &Recognised) -> Option<f32> {
    let letters: Vec<char> = word.text.chars().filter(|c| !matches!(c, '.' | ',' | ':' | '-')).collect();
    let stroke = letters.iter().position(|c| *c == '/')?;
    // Q and J reach below the baseline.
    let is_plain = |c: char| c.is_ascii_uppercase() && c != 'Q' && c != 'J';
    let heights = letters.iter().zip(shapes).skip(stroke + 1).filter(|(c, _)| is_plain(**c)).map(|(_, s)| s.height());
    median(heights.collect())
}

/// True if a word begins with a year of four digits.
fn is_year(text: &str) -> bool {
    text.as_bytes().get(..4).is_some_and(|head| head.iter().all(u8::is_ascii_digit))
}

/// Median height of the digits of the year in the same row ("ngày 04 tháng 01 năm 2018"), which is always printed.
fn year_height(picture: &Picture, row: &[&Recognised], word: &Recognised) -> Option<f32> {
    let year = row.iter().rev().find(|w| is_year(&w.text)).filter(|y| y.rect != word.rect)?;
    let shapes = shapes(picture, year);
    median(shapes.iter().map(Shape::height).collect())
}

fn median(mut values: Vec<f32>) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied()
}

/// A connected piece of ink: its bounding box, edges included, and the number of its pixels.
#[derive(Debug, Clone, Copy)]
struct Shape {
    x0: usize,
    y0: usize,
    x1: usize,
    y1: usize,
    pixels: usize,
}

impl Shape {
    fn height(&self) -> f32 {
        (self.y1 - self.y0 + 1) as f32
    }

    fn width(&self) -> f32 {
        (self.x1 - self.x0 + 1) as f32
    }
}

/// A line of print is not higher than this, in inches.
const MAX_LINE_HEIGHT: f32 = 0.28;

/// A piece of ink of so few pixels is a speck.
const MAX_SPECK: usize = 8;

/// Grey below this is ink; 0 is black, 255 white.
const INK: u8 = 140;

/// Of the runs of rows with ink, the one nearest to the middle: its first row and the row behind its last. All rows if
/// there is none. Runs of one or two rows are specks.
fn middle_run(rows: std::ops::Range<usize>, inked: impl Fn(usize) -> usize) -> (usize, usize) {
    let counts: Vec<(usize, usize)> = rows.clone().map(|y| (y, inked(y))).collect();
    let runs = counts.chunk_by(|a, b| (a.1 > 0) == (b.1 > 0));
    let runs = runs.filter(|run| run.len() > 2 && run.iter().all(|(_, count)| *count > 0));
    let middle = rows.start.midpoint(rows.end);
    let distance = |run: &&[(usize, usize)]| match run {
        [first, .., last] => first.0.saturating_sub(middle).max(middle.saturating_sub(last.0)),
        _ => usize::MAX,
    };
    match runs.min_by_key(distance) {
        Some([first, .., last]) => (first.0, last.0 + 1),
        _ => (rows.start, rows.end),
    }
}

/// Largest distance, in pixels from centre to centre, at which pieces of ink are joined to one stroke: a hundredth of
/// an inch, but at least 2, which is one pixel of paper between them.
fn max_reach(picture: &Picture) -> usize {
    ((picture.dpi / 100.0) as usize).clamp(2, 3)
}

/// The pieces of ink in a word's box that are as tall as letters, without specks, dots and hyphens. The box is extended
/// upwards and downwards, as handwriting goes beyond it.
fn shapes(picture: &Picture, word: &Recognised) -> Vec<Shape> {
    shapes_joined(picture, word, 1)
}

/// As [`shapes`], with pixels up to `reach` apart joined to one piece.
fn shapes_joined(picture: &Picture, word: &Recognised, reach: usize) -> Vec<Shape> {
    let [x0, y0, x1, y1] = word.rect.map(|v| v as usize);
    let stride = picture.width as usize;
    let is_dark = |x: usize, y: usize| picture.pixels.get(y * stride + x).is_some_and(|p| *p < INK);
    // Too high for one line of print: the box reaches into a neighbouring line, and the word is in its middle.
    let inked = |y: usize| (x0..x1).filter(|x| is_dark(*x, y)).count();
    let is_high = (y1 - y0) as f32 > MAX_LINE_HEIGHT * picture.dpi && picture.dpi > 0.0;
    let (y0, y1) = if is_high { middle_run(y0..y1, inked) } else { (y0, y1) };
    let tall = y1 - y0;
    let (y0, y1) = (y0.saturating_sub(tall / 4), (y1 + tall / 4).min(picture.height as usize));
    let (w, h) = (x1 - x0, y1 - y0);
    let ink = |x: usize, y: usize| is_dark(x0 + x, y0 + y);
    let mut seen = vec![false; w * h];
    let mut found = Vec::new();
    for start in 0..w * h {
        if seen[start] || !ink(start % w, start / w) {
            continue;
        }
        let mut shape = Shape { x0: usize::MAX, y0: usize::MAX, x1: 0, y1: 0, pixels: 0 };
        let mut open = vec![start];
        seen[start] = true;
        while let Some(at) = open.pop() {
            let (x, y) = (at % w, at / w);
            shape = Shape {
                x0: shape.x0.min(x),
                y0: shape.y0.min(y),
                x1: shape.x1.max(x),
                y1: shape.y1.max(y),
                pixels: shape.pixels + 1,
            };
            for (nx, ny) in (y.saturating_sub(reach)..=(y + reach).min(h - 1))
                .flat_map(|ny| (x.saturating_sub(reach)..=(x + reach).min(w - 1)).map(move |nx| (nx, ny)))
            {
                let next = ny * w + nx;
                if !seen[next] && ink(nx, ny) {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
        if shape.height() > 0.35 * tall as f32 && shape.pixels > MAX_SPECK {
            found.push(shape);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The confidence of a coarse scan of "13" whose second digit is broken by so many rows of paper.
    fn broken_by(rows: usize) -> f32 {
        let (width, height) = (40_usize, 40_usize);
        let mut pixels = vec![255; width * height];
        for y in (10..30).filter(|y| !(18..18 + rows).contains(y)) {
            pixels[y * width + 20..y * width + 27].fill(0);
        }
        for y in 10..30 {
            pixels[y * width + 10..y * width + 15].fill(0);
        }
        let picture = Picture { width: 40, height: 40, dpi: 144.0, pixels, ..Picture::default() };
        let word = Recognised { text: "13".to_owned(), rect: [9, 9, 29, 31], confidence: 96.0, line: 1 };
        confidence(&picture, &word, &[&word])
    }

    #[test]
    fn a_printed_digit_broken_by_a_pixel_is_whole() {
        assert_eq!([0, 1].map(broken_by), [96.0, 96.0]);
        assert_eq!([3, 5].map(broken_by), [HANDWRITTEN, HANDWRITTEN]);
    }
}
