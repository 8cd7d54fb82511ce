//! What a person sees of what is drawn: nothing outside a clip, nothing that is transparent, and no white on paper.

use hayro_interpret::kurbo::{Rect, Shape};
use hayro_interpret::{BlendMode, ClipPath, DrawMode, DrawProps, ImageDrawProps, Paint};

use super::placed::Placed;

/// Areas of colour that are remembered. On a page with more, white text is taken to be seen.
const MOST_AREAS: usize = 2_000;
/// Comparisons of a letter with an area on one page. Behind them text is taken to be seen.
const MOST_COMPARED: usize = 20_000_000;
/// How much of a colour there is at most in what cannot be told from white paper.
const PALE: f32 = 0.06;
/// How much there is at most of what is as good as transparent.
const TRACE: f32 = 0.02;

/// The paper as it is drawn on.
pub(super) struct Sight {
    page: Rect,
    /// The areas that clips leave, each within the one before it.
    clips: Vec<Rect>,
    /// For each open group: whether what it holds hides what lies below.
    groups: Vec<bool>,
    /// Where the paper is no longer white.
    coloured: Vec<Rect>,
    /// Boxes and pictures that were laid over text.
    covers: usize,
    /// Letters that were compared with areas.
    compared: usize,
}

impl Sight {
    pub(super) fn new(page: Rect) -> Self {
        Self { page, clips: Vec::new(), groups: Vec::new(), coloured: Vec::new(), covers: 0, compared: 0 }
    }

    /// Counts comparisons; false if there were too many.
    pub(super) fn may_compare(&mut self, times: usize) -> bool {
        self.compared = self.compared.saturating_add(times);
        self.compared <= MOST_COMPARED
    }

    /// True if no clip is in force.
    pub(super) fn is_unclipped(&self) -> bool {
        self.clips.is_empty()
    }

    pub(super) fn push_clip(&mut self, clip: &ClipPath) {
        let area = clip.path.bounding_box().intersect(self.area());
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

    /// True if no open group lets through what lies below.
    pub(super) fn is_opaque(&self) -> bool {
        self.groups.iter().all(|opaque| *opaque)
    }

    /// Something that is not white, such as a picture, lies here from now on.
    pub(super) fn colour(&mut self, area: Rect) {
        let area = area.intersect(self.area());
        if area.area() > 0.0 && self.coloured.len() <= MOST_AREAS {
            self.coloured.push(area);
        }
    }

    /// True if a glyph drawn there and so is seen. One that is a drawing may have colours of its own.
    pub(super) fn shows(&mut self, place: &Placed, is_drawing: bool, props: &DrawProps<'_>, mode: &DrawMode) -> bool {
        let middle = place.start.midpoint(place.end);
        if !self.area().inflate(place.size, place.size).contains(middle) {
            return false;
        }
        match (mode, ink(&props.paint)) {
            (DrawMode::Invisible, _) | (_, Ink::None) => false,
            (_, Ink::White) => {
                is_drawing
                    || self.coloured.len() > MOST_AREAS
                    || !self.may_compare(self.coloured.len())
                    || self.coloured.iter().any(|area| area.contains(middle))
            }
            (_, Ink::Colour) => true,
        }
    }

    /// A filled shape: remembers its colour, and gives the area in which it hides what was drawn before.
    pub(super) fn fill(&mut self, shape: Rect, is_box: bool, props: &DrawProps<'_>) -> Option<Rect> {
        let ink = ink(&props.paint);
        if ink == Ink::Colour {
            self.colour(shape);
        }
        let is_plain = props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal && self.is_opaque();
        let area = (is_box && is_plain && is_solid(&props.paint)).then(|| self.cover(shape)).flatten()?;
        // White laid over colour is paper again.
        if ink == Ink::White && self.coloured.len() <= MOST_AREAS {
            self.coloured.retain(|coloured| area.union(*coloured) != area);
        }
        Some(area)
    }

    /// A picture that lets nothing through: the area in which it hides what was drawn before. One that lies askew fills
    /// only a part of its bounds.
    pub(super) fn lay(&mut self, picture: Rect, props: &ImageDrawProps<'_>) -> Option<Rect> {
        let [a, b, c, d, ..] = props.transform.as_coeffs();
        let (along, across) = (a.abs().max(d.abs()), b.abs().max(c.abs()));
        let is_level = along.min(across) < 0.01 * along.max(across);
        let is_plain = props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal;
        (is_level && is_plain).then(|| self.cover(picture)).flatten()
    }

    /// Counts what lies over text, and gives what clips leave of it; none if that is nothing or there was too much.
    fn cover(&mut self, what: Rect) -> Option<Rect> {
        if self.covers >= MOST_AREAS {
            return None;
        }
        self.covers += 1;
        Some(what.intersect(self.area())).filter(|area| area.area() > 0.0)
    }

    /// What the clips leave of the page.
    fn area(&self) -> Rect {
        self.clips.last().copied().unwrap_or(self.page)
    }
}

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
        opacity if opacity < TRACE => Ink::None,
        _ if r.min(g).min(b) > 1.0 - PALE => Ink::White,
        _ => Ink::Colour,
    }
}

fn is_solid(paint: &Paint<'_>) -> bool {
    matches!(paint, Paint::Color(color) if color.to_rgba().components()[3] > 1.0 - TRACE)
}
