//! Reads PDF: the text of each page with its places, the text of its annotations apart, and whether the page is only a
//! picture.

mod annotations;
mod characters;
mod columns;
mod glyphs;
mod grid;
mod layout;
mod placed;
mod raster;
mod rows;
mod shapes;
mod sight;
mod strips;
mod structure;
mod trust;
mod words;

#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod tests;

use hayro_interpret::hayro_syntax::page::Page as Drawing;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt, interpret_page};

use super::{Failure, Limits, Record, Sink};
use crate::document::{Laid, Media, Page, PageKind, Place, Remark, RemarkKind, Source, Status};
pub(super) use layout::lines_of_words;
pub(super) use raster::pictures;
pub(super) use words::Word;

use characters::Fonts;
use glyphs::{Collector, FULL_PAGE, Layer};

/// Fewer glyphs that nobody sees are a slip of the program that wrote them.
const LEAST_CONCEALED: usize = 3;

/// Reads a PDF: sends [`Record::Start`], then one [`Record::Page`] for each page as soon as it is read, with its remarks
/// behind it, then the remarks on the whole file. [`Record::End`] is left to the caller.
///
/// # Errors
/// [`Status::Password`] if the file opens only with a password, [`Status::Unsupported`] if its encryption is not known,
/// [`Status::Malformed`] if it is damaged beyond repair or has no page.
pub(super) fn read(data: Vec<u8>, limits: &Limits, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let pdf = Pdf::new(data).map_err(failure)?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Failure::new(Status::Malformed, "the PDF has no pages"));
    }
    sink(Record::Start { media: Media::Pdf, page_count: pages.len() as u32 });
    let mut reader = Reader { pdf: &pdf, cache: InterpreterCache::new(), fonts: Fonts::default() };
    for (number, drawing) in (1..=limits.pages).zip(pages.iter()) {
        let (page, remarks) = reader.page(number, drawing);
        sink(Record::Page(page));
        remarks.into_iter().for_each(|remark| sink(Record::Remark(remark)));
    }
    if pages.len() > limits.pages as usize {
        let detail = format!("{} of {} pages were read", limits.pages, pages.len());
        sink(Record::Remark(Remark { kind: RemarkKind::LimitReached, place: Place::default(), detail }));
    }
    if let Some(remark) = structure::signatures(&pdf) {
        sink(Record::Remark(remark));
    }
    Ok(())
}

fn failure(error: LoadPdfError) -> Failure {
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
struct Reader<'a> {
    pdf: &'a Pdf,
    cache: InterpreterCache<'a>,
    fonts: Fonts,
}

impl<'a> Reader<'a> {
    fn page(&mut self, number: u32, drawing: &Drawing<'a>) -> (Page, Vec<Remark>) {
        let mut laid = Laid::default();
        let mut content = self.layer(drawing, RenderContent::PAGE, laid);
        // A page that lies on its side is read, and its places given, as if it were turned upright. A picture is turned
        // when it is recognised.
        if content.image_cover < FULL_PAGE {
            laid.quarters = layout::quarters(&content.glyphs);
        }
        if !laid.is_straight() {
            content = self.layer(drawing, RenderContent::PAGE, laid);
        }
        let annotated = self.layer(drawing, RenderContent::ANNOTATIONS, laid);
        let (width, height) = size(drawing, laid);

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
        (Page { width, height, kind: verdict.kind, lines, tables, laid, ..Page::new(number) }, remarks)
    }

    /// What the page itself or its annotations draw. They are never mixed: a stamp over a line would be read into it.
    fn layer(&mut self, drawing: &Drawing<'a>, content: RenderContent, laid: Laid) -> Layer {
        let (width, height) = size(drawing, laid);
        let settings = InterpreterSettings { render_content: content, ..InterpreterSettings::default() };
        let (wide, high) = (f64::from(width), f64::from(height));
        let turned = match laid.quarters {
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
fn size(drawing: &Drawing<'_>, laid: Laid) -> (f32, f32) {
    let (width, height) = drawing.render_dimensions();
    if laid.quarters.is_multiple_of(2) { (width, height) } else { (height, width) }
}
