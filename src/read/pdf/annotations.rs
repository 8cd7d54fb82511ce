//! The annotation layer: the text of signature widgets, stamps and form fields. It lies over the page, often on a blank
//! in a line, so it is read separately from the page, and each annotation separately from the others.

use super::glyphs::Layer;
use super::layout;
use crate::document::{Line, Source};

/// The lines of the annotations, from the top annotation to the bottom one. A number that an annotation inserts between
/// "Số:" and "/QĐ-UBND" becomes a line of its own, whose box lies in the gap of the page's line.
pub(super) fn lines(mut layer: Layer) -> Vec<Line> {
    let mut annotations = Vec::new();
    while let Some(start) = layer.annotation_starts.pop() {
        annotations.push(layer.glyphs.split_off(start.min(layer.glyphs.len())));
    }
    annotations.push(layer.glyphs);
    annotations.reverse();
    let mut blocks: Vec<Vec<Line>> = annotations
        .into_iter()
        .map(|glyphs| layout::lines(glyphs.into_iter().filter(|g| !g.hidden).collect(), &[], Source::Annotation))
        .filter(|lines| !lines.is_empty())
        .collect();
    blocks.sort_by(|a, b| corner(a).0.total_cmp(&corner(b).0).then(corner(a).1.total_cmp(&corner(b).1)));
    blocks.into_iter().flatten().collect()
}

/// Top and left edge of a block of lines.
fn corner(lines: &[Line]) -> (f32, f32) {
    let boxes = lines.iter().filter_map(|line| line.rect);
    boxes.fold((f32::MAX, f32::MAX), |(top, left), b| (top.min(b.y0), left.min(b.x0)))
}
