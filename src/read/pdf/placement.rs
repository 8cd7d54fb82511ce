//! The position of a glyph on the page.

use hayro_interpret::font::{Glyph as FontGlyph, GlyphRun, PositionedGlyph};
use hayro_interpret::kurbo::{Affine, Point, Rect};

/// The position of a glyph on the page.
pub(super) struct Placement {
    /// Its origin, in points from the top left corner.
    pub(super) start: Point,
    /// Where the next glyph is expected to start.
    pub(super) end: Point,
    /// Font size in points.
    pub(super) size: f64,
}

impl Placement {
    /// The position of a glyph. `stretched`: see [`is_stretched`].
    pub(super) fn new(glyph: &PositionedGlyph<'_>, transform: Affine, stretched: bool) -> Self {
        let at = transform * glyph.transform();
        let width = match &**glyph {
            FontGlyph::Outline(outline) => outline.advance_width(),
            FontGlyph::Type3(type3) => type3.advance_width(),
        };
        let width = f64::from(width.unwrap_or(500.0));
        let start = at * Point::ZERO;
        let size = (at * Point::new(0.0, 1000.0) - start).hypot().max(0.01);
        let mut along = at * Point::new(width, 0.0) - start;
        // The width of a stretched glyph already includes the stretch, so that of its transform must not be added.
        if stretched && along.hypot() > 1e-9 {
            along = along / along.hypot() * (size * width / 1000.0);
        }
        Self { start, end: start + along, size }
    }

    /// True if it is finite and on the page.
    pub(super) fn is_on(&self, page: Rect) -> bool {
        let middle = self.start.midpoint(self.end);
        middle.is_finite() && self.size.is_finite() && page.inflate(self.size, self.size).contains(middle)
    }
}

/// True if the glyphs of a run come from a substitute font and were each stretched to the width that the missing font
/// would have.
pub(super) fn is_stretched(run: &GlyphRun<'_, '_>, transform: Affine) -> bool {
    let ratio = |glyph: &PositionedGlyph<'_>| {
        let at = transform * glyph.transform();
        let start = at * Point::ZERO;
        (at * Point::new(1000.0, 0.0) - start).hypot() / (at * Point::new(0.0, 1000.0) - start).hypot().max(1e-9)
    };
    let (low, high) = run.glyphs().iter().map(ratio).fold((f64::MAX, f64::MIN), |(l, h), r| (l.min(r), h.max(r)));
    high - low > 0.01
}
