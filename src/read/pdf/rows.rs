//! Arranges glyphs into rows: those on one baseline, from left to right, without glyphs that were drawn twice. Only
//! positions count: programs draw accented letters in separate runs, and the parts of a line in any order.

use super::glyphs::Glyph;

/// Largest number of glyphs on one baseline that are searched for text drawn over other text.
const MOST_OVERLAID: usize = 4_000;

/// Largest number of superscripts or subscripts of one line that are moved back to it.
const MOST_SIGNS: usize = 100;

/// The glyphs of one baseline, from left to right.
pub(super) type Row = Vec<Glyph>;

/// Arranges glyphs of one direction of writing into rows, from top to bottom. Text drawn over other text is a row of
/// its own. A glyph that was drawn twice, to make it bold or as a shadow, is kept once, as bold.
pub(super) fn rows(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.order.cmp(&b.order)));
    let mut lines: Vec<Baseline> = Vec::new();
    for glyph in glyphs {
        let recent = lines.len().saturating_sub(3);
        match lines[recent..].iter_mut().rev().find(|line| line.holds(&glyph)) {
            Some(line) => line.push(glyph),
            None => lines.push(Baseline { at: glyph.baseline, size: glyph.size, glyphs: vec![glyph] }),
        }
    }
    join_scripts(&mut lines);
    lines.into_iter().flat_map(|line| split_overlaid(without_copies(line.glyphs))).collect()
}

/// Moves superscripts and subscripts, such as the 2 of m² or a footnote mark, from a baseline of their own to that of
/// their word.
fn join_scripts(lines: &mut [Baseline]) {
    for i in 0..lines.len() {
        for other in [i.wrapping_sub(1), i + 1] {
            let Some(line) = lines.get(other) else { continue };
            let (small, dy) = (lines[i].size, (lines[i].at - line.at).abs());
            if lines[i].glyphs.len() > MOST_SIGNS || small > 0.8 * line.size || dy > 0.6 * line.size {
                continue;
            }
            let mut signs = std::mem::take(&mut lines[i].glyphs);
            signs.sort_by(left_to_right);
            for sign in signs {
                // It is smaller than the letter next to it, or continues a sign that was already moved.
                let touches = |g: &Glyph| {
                    let gap = (sign.x0 - g.x1).abs().min((g.x0 - sign.x1).abs());
                    let belongs = sign.size <= 0.8 * g.size || (sign.baseline - g.baseline).abs() < 0.05 * sign.size;
                    !g.is_space() && belongs && gap < 0.15 * lines[other].size
                };
                let target = if !sign.is_space() && lines[other].glyphs.iter().any(touches) { other } else { i };
                lines[target].glyphs.push(sign);
            }
        }
    }
}

/// Glyphs on one baseline.
struct Baseline {
    /// Baseline of the largest glyph.
    at: f32,
    /// Font size of the largest glyph.
    size: f32,
    glyphs: Vec<Glyph>,
}

impl Baseline {
    /// True if a glyph is on this baseline.
    fn holds(&self, glyph: &Glyph) -> bool {
        // The tolerance depends on the smaller size: a figure beside a line of text may contain two lines of small
        // letters. Superscripts and subscripts that are excluded here are moved back by [`join_scripts`].
        let reference = self.size.min(glyph.size);
        (glyph.baseline - self.at).abs() < 0.35 * reference
    }

    fn push(&mut self, glyph: Glyph) {
        if glyph.size > self.size * 1.05 && !glyph.is_space() {
            (self.at, self.size) = (glyph.baseline, glyph.size);
        }
        self.glyphs.push(glyph);
    }
}

/// Splits the glyphs of one baseline into rows without letters drawn over each other: otherwise the letters of a stamp
/// over a line would be mixed into it.
fn split_overlaid(mut glyphs: Row) -> Vec<Row> {
    let ink: Vec<&Glyph> = glyphs.iter().filter(|g| !g.is_space()).collect();
    let overlaid = ink.windows(2).any(|pair| is_over(pair[0], pair[1]));
    if !overlaid || glyphs.len() > MOST_OVERLAID {
        return vec![glyphs];
    }
    glyphs.sort_by_key(|g| g.order);
    let mut rows: Vec<Row> = Vec::new();
    for run in glyphs.chunk_by(continues) {
        let ink = run.iter().filter(|g| !g.is_space()).count();
        let free = rows.iter_mut().find(|row| {
            let over = run.iter().filter(|g| !g.is_space() && row.iter().any(|other| is_over(g, other))).count();
            over * 5 <= ink
        });
        match free {
            Some(row) => row.extend_from_slice(run),
            None => rows.push(run.to_vec()),
        }
    }
    for row in &mut rows {
        row.sort_by(left_to_right);
    }
    rows
}

fn left_to_right(a: &Glyph, b: &Glyph) -> std::cmp::Ordering {
    a.x0.total_cmp(&b.x0).then(a.order.cmp(&b.order))
}

/// True if `b` was drawn right after `a` as the next letter of the same text.
fn continues(a: &Glyph, b: &Glyph) -> bool {
    b.order == a.order + 1
        && (a.size - b.size).abs() < 0.05 * a.size
        && (a.baseline - b.baseline).abs() < 0.05 * a.size
        && b.x0 - a.x1 > -0.5 * a.size
        && b.x0 - a.x1 < 2.0 * a.size
}

/// True if two different letters are drawn over each other: they start at the same position, rather than only overlap.
fn is_over(a: &Glyph, b: &Glyph) -> bool {
    let shared = a.x1.min(b.x1) - a.x0.max(b.x0);
    let narrow = (a.x1 - a.x0).min(b.x1 - b.x0);
    let together = (a.x0 - b.x0).abs() < 0.3 * a.size.max(b.size);
    together && narrow > 0.1 * a.size && shared > 0.5 * narrow && !a.is_space() && !b.is_space() && !is_copy(a, b)
}

/// True for a letter drawn again at the same position, to make it bold, or next to it as its shadow. A shadow is not
/// drawn right after its letter: two equal letters that follow each other are double letters.
fn is_copy(a: &Glyph, b: &Glyph) -> bool {
    let is_apart = a.order.abs_diff(b.order) > 1;
    let reach = if is_apart { 0.2 } else { 0.1 } * a.size;
    a.text == b.text && (a.x0 - b.x0).abs() < reach && (a.baseline - b.baseline).abs() < 0.2 * a.size
}

/// The glyphs of a baseline from left to right, without those that were drawn twice.
fn without_copies(mut row: Row) -> Row {
    row.sort_by(left_to_right);
    let mut kept: Row = Vec::with_capacity(row.len());
    for glyph in row {
        let recent = kept.len().saturating_sub(4);
        let twin = kept[recent..].iter_mut().find(|k| !k.is_space() && is_copy(k, &glyph));
        match twin {
            Some(twin) => twin.bold = true,
            None => kept.push(glyph),
        }
    }
    kept
}
