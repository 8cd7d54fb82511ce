//! Reads the pages of an open PDF.

use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt, interpret_page};

use super::characters::Fonts;
use super::glyphs::{self, Collector, FULL_PAGE, Layer};
use super::{annotations, grid, layout, trust};
use crate::document::{Orientation, Page, PageKind, Place, Remark, RemarkKind, Source, Status};
use crate::read::failure::Failure;

/// Maps an error of opening a PDF to a failure.
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

/// An open PDF and the caches that its pages share.
pub(super) struct Reader<'a> {
    pub(super) pdf: &'a Pdf,
    pub(super) cache: InterpreterCache<'a>,
    pub(super) fonts: Fonts,
}

impl<'a> Reader<'a> {
    /// Reads a page and returns it with the remarks on it. `number` counts from 1.
    pub(super) fn page(&mut self, number: u32, page: &PdfPage<'a>) -> (Page, Vec<Remark>) {
        let mut orientation = Orientation::default();
        let mut content = self.layer(page, RenderContent::PAGE, orientation);
        // A page whose text runs sideways is read as if it were turned upright, and so are its positions. A scanned
        // page is turned later, when it is recognised.
        if content.image_cover < FULL_PAGE {
            orientation.quarters = layout::quarter_turns(&content.glyphs);
        }
        if !orientation.is_straight() {
            content = self.layer(page, RenderContent::PAGE, orientation);
        }
        let annotated = self.layer(page, RenderContent::ANNOTATIONS, orientation);
        let (width, height) = size(page, orientation);

        let truncated = content.truncated || annotated.truncated;
        let (hidden, visible): (Vec<_>, Vec<_>) = content.glyphs.into_iter().partition(|glyph| glyph.hidden);
        let ink = |glyphs: &[glyphs::Glyph]| glyphs.iter().filter(|g| !g.is_space()).count();
        let evidence = trust::Evidence {
            visible: ink(&visible),
            hidden: ink(&hidden),
            image_cover: content.image_cover,
            shapes: content.shape_count,
        };
        let mut lines = layout::lines(visible, &content.vertical, Source::Text);
        lines.extend(layout::lines(hidden, &[], Source::Invisible));
        lines.extend(annotations::lines(annotated));
        let verdict = trust::judge(evidence, &mut lines);
        let tables = grid::tables(&content.vertical, &content.horizontal, &mut lines);

        let place = Place::page(number, None);
        let mut remarks = Vec::new();
        if let Some((kind, detail)) = verdict.remark {
            remarks.push(Remark { kind, place: place.clone(), detail });
        }
        if verdict.kind == PageKind::Text && content.concealed >= LEAST_CONCEALED {
            let detail = format!("{} characters on page {number}", content.concealed);
            remarks.push(Remark { kind: RemarkKind::HiddenText, place: place.clone(), detail });
        }
        if truncated {
            let detail = "the page has more characters than are read".to_owned();
            remarks.push(Remark { kind: RemarkKind::LimitReached, place, detail });
        }
        (Page { width, height, kind: verdict.kind, lines, tables, orientation, ..Page::new(number) }, remarks)
    }

    /// The content of either the page itself or its annotations. They are kept apart, since otherwise the text of a
    /// stamp would be mixed into the line below it.
    pub(super) fn layer(&mut self, page: &PdfPage<'a>, content: RenderContent, orientation: Orientation) -> Layer {
        let (width, height) = size(page, orientation);
        let settings = InterpreterSettings { render_content: content, ..InterpreterSettings::default() };
        let (wide, high) = (f64::from(width), f64::from(height));
        let turned = match orientation.quarters {
            1 => Affine::new([0.0, 1.0, -1.0, 0.0, wide, 0.0]),
            2 => Affine::new([-1.0, 0.0, 0.0, -1.0, wide, high]),
            3 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, high]),
            _ => Affine::IDENTITY,
        };
        let transform = turned * page.initial_transform(true).to_kurbo();
        let bounds = Rect::new(0.0, 0.0, wide, high);
        let mut context = Context::new(transform, bounds, &self.cache, self.pdf.xref(), settings);
        let mut collector = Collector::new(width, height, &mut self.fonts);
        interpret_page(page, &mut context, &mut collector);
        collector.finish()
    }
}

/// Width and height of a page in points, after it was turned upright.
fn size(page: &PdfPage<'_>, orientation: Orientation) -> (f32, f32) {
    let (width, height) = page.render_dimensions();
    if orientation.quarters.is_multiple_of(2) { (width, height) } else { (height, width) }
}

/// Number of concealed glyphs from which they are reported. Fewer are taken for an accident of the program that wrote
/// them.
const LEAST_CONCEALED: usize = 3;
