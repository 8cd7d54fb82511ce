//! Collects the glyphs of a page with their positions: a drawing device that keeps text and rulings, measures how much
//! of the page images cover, and ignores the rest.

use hayro_interpret::font::{Glyph as FontGlyph, GlyphRun};
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::kurbo::{BezPath, Point, Rect};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::characters::{Fonts, is_bold, is_combining, letters, text_string};
use super::placement::{Placement, is_stretched};
use super::shapes::{filled, shapes};
use super::strips::without_strips;
use super::visibility::Visibility;
use crate::document::lines::Ruling;
use crate::text::nfc;

/// Largest number of glyphs kept for one page. A dense page has 6 000; a file made to exhaust memory has millions.
const MOST_GLYPHS: usize = 400_000;
/// Largest number of rulings of one direction kept for one page.
const MOST_RULINGS: usize = 20_000;
/// Share of the page above which an image counts as the page itself.
pub(super) const FULL_PAGE: f64 = 0.7;

/// A drawn piece of text, nearly always one character.
///
/// Lengths are points. `x0`, `x1` and `baseline` are measured along and across the direction of writing: for upright
/// text they are page coordinates from the top left corner; for text turned by `angle` the page is turned back first.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// NFC, never empty. White space is one space; a glyph without Unicode value is the replacement character.
    pub(super) text: String,
    /// Where it starts.
    pub(super) x0: f32,
    /// Where the next one is expected to start.
    pub(super) x1: f32,
    /// Its baseline.
    pub(super) baseline: f32,
    /// Font size.
    pub(super) size: f32,
    /// Direction of writing in whole degrees, clockwise, 0 to 359.
    pub(super) angle: u16,
    /// From a bold font.
    pub(super) bold: bool,
    /// Not visible: drawn invisibly, or covered.
    pub(super) hidden: bool,
    /// Index in drawing order.
    pub(super) order: u32,
}

impl Glyph {
    /// True for a space.
    pub(super) fn is_space(&self) -> bool {
        self.text == " "
    }
}

/// The content of a page, or of its annotations.
#[derive(Default)]
pub(super) struct Layer {
    /// Its text in drawing order.
    pub(super) glyphs: Vec<Glyph>,
    /// For annotations: the index in `glyphs` at which each annotation starts.
    pub(super) annotation_starts: Vec<usize>,
    /// Vertical rulings.
    pub(super) vertical: Vec<Ruling>,
    /// Horizontal rulings, with x and y exchanged.
    pub(super) horizontal: Vec<Ruling>,
    /// Total area of the images as a share of the page; may exceed 1 where they overlap.
    pub(super) image_cover: f64,
    /// Resolution of the image that covers most of the page, in dots per inch; 0 without images.
    pub(super) image_dpi: f64,
    /// Share of the page that this image covers.
    largest_image: f64,
    /// Number of drawn shapes that are neither rulings nor boxes, such as letters converted to curves.
    pub(super) shape_count: usize,
    /// Number of glyphs concealed from the viewer: white on white, clipped away, or covered.
    pub(super) concealed: usize,
    /// True if the page has more glyphs than are kept.
    pub(super) truncated: bool,
}

/// The device that fills a [`Layer`].
pub(super) struct Collector<'f> {
    layer: Layer,
    page: Rect,
    fonts: &'f mut Fonts,
    /// The open marked-content sequences: the replacement text, if one is given, and the index of the first glyph that
    /// it replaces.
    marked_content: Vec<Option<(String, usize)>>,
    /// The last glyph is replacement text: its right edge is only an estimate until the next glyph is drawn.
    is_last_replacement: bool,
    visibility: Visibility,
}

impl<'f> Collector<'f> {
    /// For a page of this width and height in points.
    pub(super) fn new(width: f32, height: f32, fonts: &'f mut Fonts) -> Self {
        let page = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        Self {
            layer: Layer::default(),
            page,
            fonts,
            marked_content: Vec::new(),
            is_last_replacement: false,
            visibility: Visibility::new(page),
        }
    }

    /// The collected layer.
    pub(super) fn finish(mut self) -> Layer {
        self.layer.vertical = without_strips(self.layer.vertical);
        self.layer.horizontal = without_strips(self.layer.horizontal);
        self.layer
    }

    /// Adds a glyph.
    fn push(&mut self, text: String, place: &Placement, bold: bool, hidden: bool) {
        if self.layer.glyphs.len() >= MOST_GLYPHS {
            self.layer.truncated = true;
            return;
        }
        let Placement { start, end, size } = *place;
        let along = end - start;
        let degrees = if along.hypot() < 1e-6 { 0.0 } else { along.y.atan2(along.x).to_degrees() };
        // Rounded to five degrees, so that the glyphs of slightly slanted lines stay together.
        let angle = ((degrees / 5.0).round() as i32 * 5).rem_euclid(360) as u16;
        let (sin, cos) = f64::from(angle).to_radians().sin_cos();
        let turned = |p: Point| ((p.x * cos + p.y * sin) as f32, (p.y * cos - p.x * sin) as f32);
        let ((x0, baseline), (x1, _)) = (turned(start), turned(end));
        let near = |g: &&mut Glyph| g.angle == angle && (g.baseline - baseline).abs() < size as f32;
        // A combining mark drawn on its own is joined to the letter before it: sorted by position, it could end up
        // after the next letter.
        if text.chars().all(is_combining)
            && let Some(base) = self.layer.glyphs.last_mut().filter(near).filter(|g| !g.is_space())
            && (base.x1 - x0).abs() < size as f32
        {
            base.text = nfc(&(std::mem::take(&mut base.text) + &text));
            return;
        }
        if std::mem::take(&mut self.is_last_replacement)
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

    /// Replaces the glyphs of a marked-content sequence by its replacement text (`ActualText`), evenly spaced. The
    /// glyphs are kept if they are on several lines, since the text cannot be positioned then.
    fn replace(&mut self, text: &str, first: usize) {
        let Some(drawn) = self.layer.glyphs.get(first..) else { return };
        let Some(template) = drawn.first().cloned() else { return };
        let is_on_line =
            |g: &Glyph| g.angle == template.angle && (g.baseline - template.baseline).abs() < 0.5 * template.size;
        if !drawn.iter().all(is_on_line) {
            return;
        }
        let (x0, x1) = drawn.iter().fold((f32::MAX, f32::MIN), |(x0, x1), g| (x0.min(g.x0), x1.max(g.x1)));
        self.layer.glyphs.truncate(first);
        let text = letters(text);
        let step = (x1 - x0) / text.len().max(1) as f32;
        for (i, text) in text.into_iter().enumerate() {
            let order = self.layer.glyphs.len() as u32;
            let x0 = x0 + step * i as f32;
            self.layer.glyphs.push(Glyph { text, x0, x1: x0 + step, order, ..template.clone() });
            self.is_last_replacement = true;
        }
    }

    /// Marks the glyphs under an opaque area as hidden. Areas thinner than the text, such as a line through it, cover
    /// none.
    fn cover(&mut self, area: Rect) {
        if !self.visibility.may_compare(self.layer.glyphs.len()) {
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

    /// Adds the line between two points if it is a ruling.
    fn add_ruling(&mut self, a: Point, b: Point) {
        let (dx, dy) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        if dx < 2.5 && dy >= 6.0 && self.layer.vertical.len() < MOST_RULINGS {
            let x = (a.x + b.x) / 2.0;
            self.layer.vertical.push(Ruling { x: x as f32, y0: a.y.min(b.y) as f32, y1: a.y.max(b.y) as f32 });
        } else if dy < 2.5 && dx >= 6.0 && self.layer.horizontal.len() < MOST_RULINGS {
            let y = (a.y + b.y) / 2.0;
            self.layer.horizontal.push(Ruling { x: y as f32, y0: a.x.min(b.x) as f32, y1: a.x.max(b.x) as f32 });
        }
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let bold = run.glyphs().first().is_some_and(|glyph| is_bold(glyph));
        let stretched = is_stretched(run, props.transform);
        for glyph in run.glyphs() {
            let place = Placement::new(glyph, props.transform, stretched);
            if !place.is_on(self.page) {
                continue;
            }
            if let Some(text) = self.fonts.text(glyph) {
                let is_type3 = matches!(&**glyph, FontGlyph::Type3(_));
                let hidden = !self.visibility.is_visible(&place, is_type3, &props, mode);
                let is_concealed = hidden && !matches!(mode, DrawMode::Invisible) && text != " ";
                self.layer.concealed += usize::from(is_concealed);
                self.push(text, &place, bold, hidden);
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let unit = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let bounds = props.transform.transform_rect_bbox(unit).intersect(self.page);
        let cover = bounds.area() / self.page.area().max(1.0);
        if !cover.is_finite() {
            return;
        }
        self.layer.image_cover += cover;
        if cover > self.layer.largest_image {
            let whole = props.transform.transform_rect_bbox(unit).area().max(1.0);
            (self.layer.largest_image, self.layer.image_dpi) = (cover, 72.0 * (unit.area() / whole).sqrt());
        }
        let is_masked = match &image {
            Image::Stencil(_) => true,
            Image::Raster(raster) => {
                [b"SMask" as &[u8], b"Mask", b"SMaskInData"].iter().any(|k| raster.stream().dict().contains_key(k))
            }
        };
        self.visibility.mark_coloured(bounds);
        if is_masked || !self.visibility.is_opaque() {
            return;
        }
        if cover > FULL_PAGE {
            // Some scanners draw their recognised text visibly and the image of the page over it.
            self.layer.glyphs.iter_mut().for_each(|g| g.hidden = true);
        } else if let Some(area) = self.visibility.draw_image(bounds, &props) {
            self.cover(area);
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let (shapes, segments) = shapes(path, props.transform);
        self.layer.shape_count += shapes.iter().filter(|shape| shape.segments > 4).count();
        let DrawMode::Fill(rule) = mode else {
            segments.into_iter().for_each(|(a, b)| self.add_ruling(a, b));
            return;
        };
        for (shape, (areas, is_box)) in shapes.iter().zip(filled(&shapes, *rule)) {
            let bounds = shape.bounds;
            self.add_ruling(Point::new(bounds.x0, bounds.y0), Point::new(bounds.x1, bounds.y1));
            for area in areas {
                if let Some(area) = self.visibility.fill(area, is_box, &props) {
                    self.cover(area);
                }
            }
        }
    }

    fn begin_marked_content(&mut self, _tag: &[u8], properties: Option<&Dict<'_>>) {
        let text = properties.and_then(|p| p.get::<PdfString<'_>>(b"ActualText"));
        self.marked_content.push(text.map(|t| (text_string(t.as_bytes()), self.layer.glyphs.len())));
    }

    fn end_marked_content(&mut self) {
        if let Some(Some((text, first))) = self.marked_content.pop() {
            self.replace(&text, first);
        }
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend: BlendMode) {
        self.visibility.push_group(opacity > 0.99 && mask.is_none() && blend == BlendMode::Normal);
    }

    fn pop_transparency_group(&mut self) {
        self.visibility.pop_group();
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        // The appearance of each annotation starts with a clip to its box.
        if self.visibility.is_unclipped() {
            self.layer.annotation_starts.push(self.layer.glyphs.len());
        }
        self.visibility.push_clip(clip);
    }

    fn pop_clip(&mut self) {
        self.visibility.pop_clip();
    }
}
