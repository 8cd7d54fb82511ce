//! The shapes that a drawn path is made of: which of them are boxes, and which are the hole of another.

use hayro_interpret::FillRule;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};

/// Most shapes of one path that are held against each other. In a path with more no shape is a box, and none a hole.
const MOST_COMPARED: usize = 64;

/// Share of its bounds that a box fills; one with round corners fills nearly all.
const BOX: f64 = 0.9;

/// What a path draws between two moves of the pen. Points from the top left corner of the page.
pub(super) struct Shape {
    /// The smallest box around it.
    pub(super) bounds: Rect,
    /// Number of its lines and curves.
    pub(super) steps: usize,
    /// It fills its bounds.
    pub(super) is_box: bool,
    /// What it encloses, twice, with the sign of its direction.
    area: f64,
}

/// The shapes of a path, and the ends of all its lines and curves.
pub(super) fn shapes(path: &BezPath, transform: Affine) -> (Vec<Shape>, Vec<(Point, Point)>) {
    let (mut shapes, mut steps) = (Vec::new(), Vec::new());
    let (mut at, mut start, mut first) = (Point::ZERO, Point::ZERO, 0);
    for element in path.elements().iter().chain([&PathEl::MoveTo(Point::ZERO)]) {
        let to = match element {
            PathEl::MoveTo(p) | PathEl::LineTo(p) | PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => transform * *p,
            PathEl::ClosePath => start,
        };
        if matches!(element, PathEl::MoveTo(_)) {
            shapes.extend(shape(&steps[first..]));
            (start, first) = (to, steps.len());
        } else {
            steps.push((at, to));
        }
        at = to;
    }
    (shapes, steps)
}

fn shape(steps: &[(Point, Point)]) -> Option<Shape> {
    let closing = (steps.last()?.1, steps.first()?.0);
    let bounds = steps.iter().map(|(a, b)| Rect::from_points(*a, *b)).reduce(|all, step| all.union(step))?;
    let area: f64 = steps.iter().chain([&closing]).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    Some(Shape { bounds, steps: steps.len(), is_box: area.abs() > 2.0 * BOX * bounds.area(), area })
}

/// For each shape of a path that is filled: what it fills, and whether it is one box that hides what lies below. Of a frame,
/// a box with another as its hole, the four sides; of the hole nothing.
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

/// What a frame leaves around its hole.
fn sides(outer: Rect, hole: Rect) -> Vec<Rect> {
    vec![
        Rect { y1: hole.y0, ..outer },
        Rect { y0: hole.y1, ..outer },
        Rect { x1: hole.x0, ..outer },
        Rect { x0: hole.x1, ..outer },
    ]
}
