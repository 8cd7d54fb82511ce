//! Decides which drawn glyphs are visible: not those that are clipped away, transparent, or white on white.

use hayro_interpret::kurbo::{Rect, Shape};
use hayro_interpret::{BlendMode, ClipPath, DrawMode, DrawProps, ImageDrawProps, Paint};

use super::placement::Placement;

/// Largest number of coloured areas, and of opaque areas, that are kept for a page. Beyond it, white text counts as
/// visible and nothing more is covered.
const MOST_AREAS: usize = 2_000;
/// Largest number of comparisons of a glyph with an area on one page. Beyond it, text counts as visible.
const MOST_COMPARED: usize = 20_000_000;
/// Largest difference of a colour component from white that the eye cannot tell from white paper, 0 to 1.
const WHITE_TOLERANCE: f32 = 0.06;
/// Opacity below which something counts as transparent, and transparency below which it counts as opaque, 0 to 1.
const OPACITY_TOLERANCE: f32 = 0.02;

/// The state of the page while it is drawn, as far as it decides what is visible.
pub(super) struct Visibility {
    page: Rect,
    /// The areas left by the open clips, each within the one before it.
    clips: Vec<Rect>,
    /// For each open transparency group whether its content is opaque.
    groups: Vec<bool>,
    /// The areas that are not white.
    coloured: Vec<Rect>,
    /// Number of opaque areas drawn so far.
    covers: usize,
    /// Number of comparisons so far.
    compared: usize,
}

impl Visibility {
    /// An empty white page.
    pub(super) fn new(page: Rect) -> Self {
        Self { page, clips: Vec::new(), groups: Vec::new(), coloured: Vec::new(), covers: 0, compared: 0 }
    }

    /// Adds to the number of comparisons. Returns false if there were too many.
    pub(super) fn may_compare(&mut self, times: usize) -> bool {
        self.compared = self.compared.saturating_add(times);
        self.compared <= MOST_COMPARED
    }

    /// True if no clip is open.
    pub(super) fn is_unclipped(&self) -> bool {
        self.clips.is_empty()
    }

    pub(super) fn push_clip(&mut self, clip: &ClipPath) {
        let area = clip.path.bounding_box().intersect(self.clip());
        self.clips.push(area);
    }

    pub(super) fn pop_clip(&mut self) {
        self.clips.pop();
    }

    pub(super) fn push_group(&mut self, is_opaque: bool) {
        self.groups.push(is_opaque);
    }

    pub(super) fn pop_group(&mut self) {
        self.groups.pop();
    }

    /// True if all open groups are opaque.
    pub(super) fn is_opaque(&self) -> bool {
        self.groups.iter().all(|opaque| *opaque)
    }

    /// Marks an area as not white from now on, such as that of a picture.
    pub(super) fn mark_coloured(&mut self, area: Rect) {
        let area = area.intersect(self.clip());
        if area.area() > 0.0 && self.coloured.len() <= MOST_AREAS {
            self.coloured.push(area);
        }
    }

    /// True if a glyph is visible when it is drawn. `is_type3`: its font draws glyphs as graphics, which may have
    /// colours of their own.
    pub(super) fn is_visible(
        &mut self,
        place: &Placement,
        is_type3: bool,
        props: &DrawProps<'_>,
        mode: &DrawMode,
    ) -> bool {
        let middle = place.start.midpoint(place.end);
        if !self.clip().inflate(place.size, place.size).contains(middle) {
            return false;
        }
        match (mode, ink(&props.paint)) {
            (DrawMode::Invisible, _) | (_, Ink::None) => false,
            (_, Ink::White) => {
                is_type3
                    || self.coloured.len() > MOST_AREAS
                    || !self.may_compare(self.coloured.len())
                    || self.coloured.iter().any(|area| area.contains(middle))
            }
            (_, Ink::Colour) => true,
        }
    }

    /// Draws a filled shape. Returns the area in which it covers what was drawn before, if it is an opaque box.
    pub(super) fn fill(&mut self, shape: Rect, is_box: bool, props: &DrawProps<'_>) -> Option<Rect> {
        let ink = ink(&props.paint);
        if ink == Ink::Colour {
            self.mark_coloured(shape);
        }
        let is_plain = props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal && self.is_opaque();
        let area = (is_box && is_plain && is_solid(&props.paint)).then(|| self.cover(shape)).flatten()?;
        // An area that is covered with white is white again.
        if ink == Ink::White && self.coloured.len() <= MOST_AREAS {
            self.coloured.retain(|coloured| area.union(*coloured) != area);
        }
        Some(area)
    }

    /// Draws an opaque image within these bounds. Returns the area in which it covers what was drawn before, or
    /// `None` if the image is rotated, since it then fills only a part of its bounds.
    pub(super) fn draw_image(&mut self, bounds: Rect, props: &ImageDrawProps<'_>) -> Option<Rect> {
        let [a, b, c, d, ..] = props.transform.as_coeffs();
        let (along, across) = (a.abs().max(d.abs()), b.abs().max(c.abs()));
        let is_level = along.min(across) < 0.01 * along.max(across);
        let is_plain = props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal;
        (is_level && is_plain).then(|| self.cover(bounds)).flatten()
    }

    /// Counts an opaque area and returns its clipped part, or `None` if that is empty or there were too many.
    fn cover(&mut self, area: Rect) -> Option<Rect> {
        if self.covers >= MOST_AREAS {
            return None;
        }
        self.covers += 1;
        Some(area.intersect(self.clip())).filter(|area| area.area() > 0.0)
    }

    /// The part of the page within the open clips.
    fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or(self.page)
    }
}

/// How a paint appears on white paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ink {
    None,
    White,
    Colour,
}

fn ink(paint: &Paint<'_>) -> Ink {
    let Paint::Color(color) = paint else { return Ink::Colour };
    let [r, g, b, opacity] = color.to_rgba().components();
    match opacity {
        opacity if opacity < OPACITY_TOLERANCE => Ink::None,
        _ if r.min(g).min(b) > 1.0 - WHITE_TOLERANCE => Ink::White,
        _ => Ink::Colour,
    }
}

/// True for an opaque plain colour.
fn is_solid(paint: &Paint<'_>) -> bool {
    matches!(paint, Paint::Color(color) if color.to_rgba().components()[3] > 1.0 - OPACITY_TOLERANCE)
}
