//! Splits a drawn path into shapes, and finds which are boxes and which are holes in others.

use hayro_interpret::FillRule;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};

/// Largest number of shapes of one path that are compared with each other. In a path with more, no shape counts as a
/// box or a hole.
const MOST_COMPARED: usize = 64;

/// Share of its bounds that a shape must fill to be a box; less than all because of round corners.
const BOX: f64 = 0.9;

/// A subpath of a path. Points from the top left corner of the page.
pub(super) struct Shape {
    /// Its bounding box.
    pub(super) bounds: Rect,
    /// Number of its lines and curves.
    pub(super) segments: usize,
    /// It fills nearly all of its bounds.
    pub(super) is_box: bool,
    /// Twice the signed area that it encloses; the sign depends on its direction.
    area: f64,
}

/// The shapes of a path, and the start and end of each of its lines and curves.
pub(super) fn shapes(path: &BezPath, transform: Affine) -> (Vec<Shape>, Vec<(Point, Point)>) {
    let (mut shapes, mut segments) = (Vec::new(), Vec::new());
    let (mut at, mut start, mut first) = (Point::ZERO, Point::ZERO, 0);
    for element in path.elements().iter().chain([&PathEl::MoveTo(Point::ZERO)]) {
        let to = match element {
            PathEl::MoveTo(p) | PathEl::LineTo(p) | PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => transform * *p,
            PathEl::ClosePath => start,
        };
        if matches!(element, PathEl::MoveTo(_)) {
            shapes.extend(shape(&segments[first..]));
            (start, first) = (to, segments.len());
        } else {
            segments.push((at, to));
        }
        at = to;
    }
    (shapes, segments)
}

/// The shape of the segments of a subpath, or `None` if there are none. Curves are taken for straight lines.
fn shape(segments: &[(Point, Point)]) -> Option<Shape> {
    let closing = (segments.last()?.1, segments.first()?.0);
    let bounds = segments.iter().map(|(a, b)| Rect::from_points(*a, *b)).reduce(|all, one| all.union(one))?;
    let area: f64 = segments.iter().chain([&closing]).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    Some(Shape { bounds, segments: segments.len(), is_box: area.abs() > 2.0 * BOX * bounds.area(), area })
}

/// For each shape of a filled path the areas that it fills, and whether it is a box that covers what was drawn before.
/// A frame, which is a box with another one as its hole, fills its four sides; a hole fills nothing.
pub(super) fn filled(shapes: &[Shape], rule: FillRule) -> Vec<(Vec<Rect>, bool)> {
    if shapes.len() > MOST_COMPARED {
        return shapes.iter().map(|shape| (vec![shape.bounds], false)).collect();
    }
    let lies_in = |inner: &Shape, outer: &Shape| outer.bounds.union(inner.bounds) == outer.bounds;
    let is_hole = |hole: &Shape, of: &Shape| {
        let is_cut = matches!(rule, FillRule::EvenOdd) || (hole.area > 0.0) != (of.area > 0.0);
        !std::ptr::eq(hole, of) && is_cut && lies_in(hole, of)
    };
    shapes
        .iter()
        .map(|shape| {
            let holes: Vec<&Shape> = shapes.iter().filter(|hole| is_hole(hole, shape)).collect();
            let within = shapes.iter().filter(|of| is_hole(shape, of)).count();
            match holes.as_slice() {
                _ if within % 2 == 1 => (Vec::new(), false),
                [] => (vec![shape.bounds], shape.is_box),
                [hole] if shape.is_box => (sides(shape.bounds, hole.bounds), false),
                _ => (vec![shape.bounds], false),
            }
        })
        .collect()
}

/// The four sides of a frame around its hole.
fn sides(outer: Rect, hole: Rect) -> Vec<Rect> {
    vec![
        Rect { y1: hole.y0, ..outer },
        Rect { y0: hole.y1, ..outer },
        Rect { x1: hole.x0, ..outer },
        Rect { x0: hole.x1, ..outer },
    ]
}
