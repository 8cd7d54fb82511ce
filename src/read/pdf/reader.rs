//! An open PDF and what is kept from page to page.

use hayro_interpret::hayro_syntax::page::Page as Drawing;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt, interpret_page};

use super::characters::Fonts;
use super::glyphs::{self, Collector, FULL_PAGE, Layer};
use super::{annotations, grid, layout, trust};
use crate::document::{Orientation, Page, PageKind, Place, Remark, RemarkKind, Source, Status};
use crate::read::failure::Failure;

pub(super) fn failure(error: LoadPdfError) -> Failure {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Failure::new(Status::Password, "the PDF opens only with a password")
        }
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => {
            Failure::new(Status::Unsupported, "the PDF is encrypted in a way that is not supported")
        }
        LoadPdfError::Decryption(_) => Failure::new(Status::Malformed, "the encryption of the PDF is damaged"),
        LoadPdfError::Invalid => Failure::new(Status::Malformed, "the PDF is damaged beyond repair"),
    }
}

/// What the pages of one file share.
pub(super) struct Reader<'a> {
    pub(super) pdf: &'a Pdf,
    pub(super) cache: InterpreterCache<'a>,
    pub(super) fonts: Fonts,
}

impl<'a> Reader<'a> {
    pub(super) fn page(&mut self, number: u32, drawing: &Drawing<'a>) -> (Page, Vec<Remark>) {
        let mut orientation = Orientation::default();
        let mut content = self.layer(drawing, RenderContent::PAGE, orientation);
        // A page that lies on its side is read, and its places given, as if it were turned upright. A picture is turned
        // when it is recognised.
        if content.image_cover < FULL_PAGE {
            orientation.quarters = layout::quarters(&content.glyphs);
        }
        if !orientation.is_straight() {
            content = self.layer(drawing, RenderContent::PAGE, orientation);
        }
        let annotated = self.layer(drawing, RenderContent::ANNOTATIONS, orientation);
        let (width, height) = size(drawing, orientation);

        let cut = content.cut || annotated.cut;
        let (hidden, visible): (Vec<_>, Vec<_>) = content.glyphs.into_iter().partition(|glyph| glyph.hidden);
        let ink = |glyphs: &[glyphs::Glyph]| glyphs.iter().filter(|g| !g.is_space()).count();
        let evidence = trust::Evidence {
            visible: ink(&visible),
            hidden: ink(&hidden),
            image_cover: content.image_cover,
            shapes: content.shapes,
        };
        let mut lines = layout::lines(visible, &content.rules, Source::Text);
        lines.extend(layout::lines(hidden, &[], Source::Invisible));
        lines.extend(annotations::lines(annotated));
        let verdict = trust::judge(evidence, &mut lines);
        let tables = grid::tables(&content.rules, &content.levels, &mut lines);

        let place = Place::page(number, None);
        let mut remarks = Vec::new();
        if let Some((kind, detail)) = verdict.remark {
            remarks.push(Remark { kind, place: place.clone(), detail });
        }
        if verdict.kind == PageKind::Text && content.concealed >= LEAST_CONCEALED {
            let detail = format!("{} characters on page {number}", content.concealed);
            remarks.push(Remark { kind: RemarkKind::HiddenText, place: place.clone(), detail });
        }
        if cut {
            let detail = "the page has more characters than are read".to_owned();
            remarks.push(Remark { kind: RemarkKind::LimitReached, place, detail });
        }
        (Page { width, height, kind: verdict.kind, lines, tables, orientation, ..Page::new(number) }, remarks)
    }

    /// What the page itself or its annotations draw. They are never mixed: a stamp over a line would be read into it.
    pub(super) fn layer(&mut self, drawing: &Drawing<'a>, content: RenderContent, orientation: Orientation) -> Layer {
        let (width, height) = size(drawing, orientation);
        let settings = InterpreterSettings { render_content: content, ..InterpreterSettings::default() };
        let (wide, high) = (f64::from(width), f64::from(height));
        let turned = match orientation.quarters {
            1 => Affine::new([0.0, 1.0, -1.0, 0.0, wide, 0.0]),
            2 => Affine::new([-1.0, 0.0, 0.0, -1.0, wide, high]),
            3 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, high]),
            _ => Affine::IDENTITY,
        };
        let transform = turned * drawing.initial_transform(true).to_kurbo();
        let page = Rect::new(0.0, 0.0, wide, high);
        let mut context = Context::new(transform, page, &self.cache, self.pdf.xref(), settings);
        let mut collector = Collector::new(width, height, &mut self.fonts);
        interpret_page(drawing, &mut context, &mut collector);
        collector.finish()
    }
}

/// Width and height of a page as it is read.
fn size(drawing: &Drawing<'_>, orientation: Orientation) -> (f32, f32) {
    let (width, height) = drawing.render_dimensions();
    if orientation.quarters.is_multiple_of(2) { (width, height) } else { (height, width) }
}

/// Fewer glyphs that nobody sees are a slip of the program that wrote them.
const LEAST_CONCEALED: usize = 3;
