//! The glyphs of a page with their places: a drawing device that keeps text, remembers how much of the page is covered
//! by pictures and where rules stand, and forgets the rest.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::kurbo::{BezPath, Point, Rect};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::characters::{Fonts, is_bold, is_combining, letters, text_string};
use super::placed::{Placed, is_stretched};
use super::shapes::{filled, shapes};
use super::sight::Sight;
use super::strips::without_strips;
use crate::document::lines::Rule;
use crate::text::nfc;

/// Most glyphs that are kept of one page. A dense page has 6 000; a file made to exhaust memory has millions.
const MOST_GLYPHS: usize = 400_000;
/// Most rules of one direction that are kept of one page.
const MOST_RULES: usize = 20_000;
/// Share of the page from which a picture counts as the page itself.
pub(super) const FULL_PAGE: f64 = 0.7;

/// A piece of text that was drawn at one place, nearly always one character.
///
/// Lengths are points. `x0`, `x1` and `baseline` are measured along and across the direction of writing: for upright
/// text they are page coordinates from the top left corner; for text turned by `angle` the page is turned back first.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// NFC, never empty; white space is one space; without Unicode it is the replacement character.
    pub(super) text: String,
    /// Where it starts.
    pub(super) x0: f32,
    /// Where the next one is expected to start.
    pub(super) x1: f32,
    /// The line it stands on.
    pub(super) baseline: f32,
    /// Font size.
    pub(super) size: f32,
    /// Direction of writing in whole degrees, clockwise, 0 to 359.
    pub(super) angle: u16,
    /// From a bold font.
    pub(super) bold: bool,
    /// Not shown: drawn invisibly, or something lies on it.
    pub(super) hidden: bool,
    /// Number in drawing order.
    pub(super) order: u32,
}

impl Glyph {
    /// True for a space.
    pub(super) fn is_space(&self) -> bool {
        self.text == " "
    }
}

/// What a layer of a page draws.
#[derive(Default)]
pub(super) struct Layer {
    /// Its text in drawing order.
    pub(super) glyphs: Vec<Glyph>,
    /// For the annotation layer: where in `glyphs` each annotation starts.
    pub(super) starts: Vec<usize>,
    /// Vertical rules.
    pub(super) rules: Vec<Rule>,
    /// Horizontal rules.
    pub(super) levels: Vec<Rule>,
    /// Area of its pictures as a share of the page; above 1 where they overlap.
    pub(super) image_cover: f64,
    /// Resolution of the picture that covers most of the page; 0 without one.
    pub(super) image_dpi: f64,
    /// Share of the page that it covers.
    largest: f64,
    /// Number of drawn shapes that are no rules or boxes, such as letters that were turned into curves.
    pub(super) shapes: usize,
    /// Number of glyphs that are drawn so that nobody sees them: in white, clipped away, under a box.
    pub(super) concealed: usize,
    /// True if the page has more glyphs than are kept.
    pub(super) cut: bool,
}

/// The device that fills a [`Layer`].
pub(super) struct Collector<'f> {
    layer: Layer,
    page: Rect,
    fonts: &'f mut Fonts,
    /// Open marked content; with the replacement text that it gives and the first glyph that it replaces.
    marked: Vec<Option<(String, usize)>>,
    /// The last glyph stands for several that were drawn: how wide it is shows only when the next is drawn.
    replaced: bool,
    sight: Sight,
}

impl<'f> Collector<'f> {
    /// For a page of this width and height in points.
    pub(super) fn new(width: f32, height: f32, fonts: &'f mut Fonts) -> Self {
        let page = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        Self { layer: Layer::default(), page, fonts, marked: Vec::new(), replaced: false, sight: Sight::new(page) }
    }

    /// What was drawn.
    pub(super) fn finish(mut self) -> Layer {
        self.layer.rules = without_strips(self.layer.rules);
        self.layer.levels = without_strips(self.layer.levels);
        self.layer
    }

    fn push(&mut self, text: String, place: &Placed, bold: bool, hidden: bool) {
        if self.layer.glyphs.len() >= MOST_GLYPHS {
            self.layer.cut = true;
            return;
        }
        let Placed { start, end, size } = *place;
        let along = end - start;
        let degrees = if along.hypot() < 1e-6 { 0.0 } else { along.y.atan2(along.x).to_degrees() };
        // Whole steps of five degrees: the lines of a text that leans a little stay together.
        let angle = ((degrees / 5.0).round() as i32 * 5).rem_euclid(360) as u16;
        let (sin, cos) = f64::from(angle).to_radians().sin_cos();
        let turned = |p: Point| ((p.x * cos + p.y * sin) as f32, (p.y * cos - p.x * sin) as f32);
        let ((x0, baseline), (x1, _)) = (turned(start), turned(end));
        let near = |g: &&mut Glyph| g.angle == angle && (g.baseline - baseline).abs() < size as f32;
        // A mark that is drawn on its own belongs to the letter before it: sorted by place it could land behind the next.
        if text.chars().all(is_combining)
            && let Some(base) = self.layer.glyphs.last_mut().filter(near).filter(|g| !g.is_space())
            && (base.x1 - x0).abs() < size as f32
        {
            base.text = nfc(&(std::mem::take(&mut base.text) + &text));
            return;
        }
        if std::mem::take(&mut self.replaced)
            && let Some(last) = self.layer.glyphs.last_mut().filter(|g| g.angle == angle && (g.x0..g.x1).contains(&x0))
        {
            last.x1 = x0;
        }
        let order = self.layer.glyphs.len() as u32;
        self.layer.glyphs.push(Glyph {
            text,
            x0,
            x1: x1.max(x0),
            baseline,
            size: size as f32,
            angle,
            bold,
            hidden,
            order,
        });
    }

    /// Puts the text that the file gives for a piece of marked content in the place of the glyphs drawn for it. Kept are
    /// the glyphs if they stand on several lines: then the text cannot be placed.
    fn replace(&mut self, text: &str, first: usize) {
        let Some(drawn) = self.layer.glyphs.get(first..) else { return };
        let Some(model) = drawn.first().cloned() else { return };
        let one_line =
            drawn.iter().all(|g| g.angle == model.angle && (g.baseline - model.baseline).abs() < 0.5 * model.size);
        if !one_line {
            return;
        }
        let (x0, x1) = drawn.iter().fold((f32::MAX, f32::MIN), |(x0, x1), g| (x0.min(g.x0), x1.max(g.x1)));
        self.layer.glyphs.truncate(first);
        let text = letters(text);
        let step = (x1 - x0) / text.len().max(1) as f32;
        for (i, text) in text.into_iter().enumerate() {
            let order = self.layer.glyphs.len() as u32;
            let x0 = x0 + step * i as f32;
            self.layer.glyphs.push(Glyph { text, x0, x1: x0 + step, order, ..model.clone() });
            self.replaced = true;
        }
    }

    /// Something was laid over what was drawn before; a line through it is thinner than it.
    fn cover(&mut self, area: Rect) {
        if !self.sight.may_compare(self.layer.glyphs.len()) {
            return;
        }
        for glyph in self.layer.glyphs.iter_mut().filter(|glyph| !glyph.hidden) {
            let (sin, cos) = if glyph.angle == 0 { (0.0, 1.0) } else { f64::from(glyph.angle).to_radians().sin_cos() };
            let (x, y) = (f64::from(glyph.x0.midpoint(glyph.x1)), f64::from(glyph.baseline - 0.3 * glyph.size));
            let is_under = area.contains(Point::new(x * cos - y * sin, x * sin + y * cos));
            if is_under && area.width().min(area.height()) > 0.6 * f64::from(glyph.size) {
                glyph.hidden = true;
                self.layer.concealed += usize::from(!glyph.is_space());
            }
        }
    }

    fn rule(&mut self, a: Point, b: Point) {
        let (dx, dy) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        if dx < 2.5 && dy >= 6.0 && self.layer.rules.len() < MOST_RULES {
            let x = (a.x + b.x) / 2.0;
            self.layer.rules.push(Rule { x: x as f32, y0: a.y.min(b.y) as f32, y1: a.y.max(b.y) as f32 });
        } else if dy < 2.5 && dx >= 6.0 && self.layer.levels.len() < MOST_RULES {
            let y = (a.y + b.y) / 2.0;
            self.layer.levels.push(Rule { x: y as f32, y0: a.x.min(b.x) as f32, y1: a.x.max(b.x) as f32 });
        }
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let bold = run.glyphs().first().is_some_and(|glyph| is_bold(glyph));
        let stretched = is_stretched(run, props.transform);
        for glyph in run.glyphs() {
            let place = Placed::new(glyph, props.transform, stretched);
            if !place.is_on(self.page) {
                continue;
            }
            if let Some(text) = self.fonts.text(glyph) {
                let is_drawing = matches!(&**glyph, Drawn::Type3(_));
                let hidden = !self.sight.shows(&place, is_drawing, &props, mode);
                let is_concealed = hidden && !matches!(mode, DrawMode::Invisible) && text != " ";
                self.layer.concealed += usize::from(is_concealed);
                self.push(text, &place, bold, hidden);
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let unit = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let shown = props.transform.transform_rect_bbox(unit).intersect(self.page);
        let cover = shown.area() / self.page.area().max(1.0);
        if !cover.is_finite() {
            return;
        }
        self.layer.image_cover += cover;
        if cover > self.layer.largest {
            let whole = props.transform.transform_rect_bbox(unit).area().max(1.0);
            (self.layer.largest, self.layer.image_dpi) = (cover, 72.0 * (unit.area() / whole).sqrt());
        }
        let masked = match &image {
            Image::Stencil(_) => true,
            Image::Raster(raster) => {
                [b"SMask" as &[u8], b"Mask", b"SMaskInData"].iter().any(|k| raster.stream().dict().contains_key(k))
            }
        };
        // Some scanners write their recognised text visibly and lay the picture of the page over it.
        self.sight.colour(shown);
        if masked || !self.sight.is_opaque() {
            return;
        }
        if cover > FULL_PAGE {
            self.layer.glyphs.iter_mut().for_each(|g| g.hidden = true);
        } else if let Some(area) = self.sight.lay(shown, &props) {
            self.cover(area);
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let (shapes, steps) = shapes(path, props.transform);
        self.layer.shapes += shapes.iter().filter(|shape| shape.steps > 4).count();
        let DrawMode::Fill(rule) = mode else {
            steps.into_iter().for_each(|(a, b)| self.rule(a, b));
            return;
        };
        for (shape, (areas, is_box)) in shapes.iter().zip(filled(&shapes, *rule)) {
            let bounds = shape.bounds;
            self.rule(Point::new(bounds.x0, bounds.y0), Point::new(bounds.x1, bounds.y1));
            for area in areas {
                if let Some(area) = self.sight.fill(area, is_box, &props) {
                    self.cover(area);
                }
            }
        }
    }

    fn begin_marked_content(&mut self, _tag: &[u8], properties: Option<&Dict<'_>>) {
        let text = properties.and_then(|p| p.get::<PdfString<'_>>(b"ActualText"));
        self.marked.push(text.map(|t| (text_string(t.as_bytes()), self.layer.glyphs.len())));
    }

    fn end_marked_content(&mut self) {
        if let Some(Some((text, first))) = self.marked.pop() {
            self.replace(&text, first);
        }
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.sight.push_group(opacity > 0.99 && mask.is_none() && blend == BlendMode::Normal);
    }

    fn pop_transparency_group(&mut self) {
        self.sight.pop_group();
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        // The appearance of each annotation starts by clipping to its box.
        if self.sight.is_unclipped() {
            self.layer.starts.push(self.layer.glyphs.len());
        }
        self.sight.push_clip(clip);
    }

    fn pop_clip(&mut self) {
        self.sight.pop_clip();
    }
}
