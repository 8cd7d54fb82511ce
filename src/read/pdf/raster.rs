//! Pages as pictures, for recognition: rendered at the resolution of their largest image, so that nothing is lost and
//! nothing invented.

use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::hayro_syntax::Pdf;

use super::RenderContent;
use super::characters::Fonts;
use super::reader::{Reader, failure};
use crate::document::{MOST_PIXELS, Orientation, Record, Sink, Wanted, by_page};
use crate::read::failure::Failure;
use crate::read::page_picture::{MOST_DPI, of_colours};

/// Resolution of a page that holds no image, and the least that is rendered.
const USUAL_DPI: f32 = 200.0;
const LEAST_DPI: f32 = 72.0;

/// Renders pages, one after another, and sends each as [`Record::Picture`].
///
/// # Errors
/// Where the file cannot be opened, as for [`super::read`].
pub(crate) fn pictures(data: Vec<u8>, wanted: &[Wanted], sink: &mut Sink<'_>) -> Result<(), Failure> {
    let pdf = Pdf::new(data).map_err(failure)?;
    for (number, wanted) in by_page(wanted) {
        let Some(page) = pdf.pages().get(number.saturating_sub(1) as usize) else { continue };
        let (width, height) = page.render_dimensions();
        if !(width > 1.0 && height > 1.0) {
            continue;
        }
        let mut reader = Reader { pdf: &pdf, cache: super::InterpreterCache::new(), fonts: Fonts::default() };
        let native = reader.layer(page, RenderContent::PAGE, Orientation::default()).image_dpi;
        let fitting = 72.0 * (MOST_PIXELS as f32 / (width * height)).sqrt();
        let dpi = if native > 0.0 { native as f32 } else { USUAL_DPI }.clamp(LEAST_DPI, MOST_DPI).min(fitting);
        // Half a pixel more: sizes are cut down to whole pixels.
        let (x_scale, y_scale) = ((width * dpi / 72.0 + 0.5) / width, (height * dpi / 72.0 + 0.5) / height);
        // A cache for each page: what a page drew is not needed again, and memory stays flat.
        let pixmap = hayro::render(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &RenderSettings::default(),
            &PixmapSettings { x_scale, y_scale, bg_color: WHITE },
        );
        let (w, h) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        // All that is wanted of a page, from one rendering.
        for wanted in wanted {
            let picture = of_colours(pixmap.data_as_u8_slice(), w, h, dpi, wanted);
            picture.into_iter().for_each(|picture| sink(Record::Picture(picture)));
        }
    }
    Ok(())
}
