//! Where a glyph is drawn on the page.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun, PositionedGlyph};
use hayro_interpret::kurbo::{Affine, Point, Rect};

/// Where a glyph is drawn on the page.
pub(super) struct Placed {
    /// Its origin, in points from the top left corner.
    pub(super) start: Point,
    /// Where the next glyph is expected.
    pub(super) end: Point,
    /// Font size in points.
    pub(super) size: f64,
}

impl Placed {
    /// `stretched`: see [`is_stretched`].
    pub(super) fn new(glyph: &PositionedGlyph<'_>, transform: Affine, stretched: bool) -> Self {
        let at = transform * glyph.transform();
        let width = match &**glyph {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(drawn) => drawn.advance_width(),
        };
        let width = f64::from(width.unwrap_or(500.0));
        let start = at * Point::ZERO;
        let size = (at * Point::new(0.0, 1000.0) - start).hypot().max(0.01);
        let mut along = at * Point::new(width, 0.0) - start;
        // The place of a stretched glyph holds the stretch already, and its width does too.
        if stretched && along.hypot() > 1e-9 {
            along = along / along.hypot() * (size * width / 1000.0);
        }
        Self { start, end: start + along, size }
    }

    /// True if it can be seen on the page.
    pub(super) fn is_on(&self, page: Rect) -> bool {
        let middle = self.start.midpoint(self.end);
        middle.is_finite() && self.size.is_finite() && page.inflate(self.size, self.size).contains(middle)
    }
}

/// True if the glyphs of a run were drawn from a substitute font and stretched one by one to the widths of the font that
/// the file does not hold.
pub(super) fn is_stretched(run: &GlyphRun<'_, '_>, transform: Affine) -> bool {
    let ratio = |glyph: &PositionedGlyph<'_>| {
        let at = transform * glyph.transform();
        let start = at * Point::ZERO;
        (at * Point::new(1000.0, 0.0) - start).hypot() / (at * Point::new(0.0, 1000.0) - start).hypot().max(1e-9)
    };
    let (low, high) = run.glyphs().iter().map(ratio).fold((f64::MAX, f64::MIN), |(l, h), r| (l.min(r), h.max(r)));
    high - low > 0.01
}
