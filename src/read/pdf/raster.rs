//! Renders pages as pictures for recognition, at the resolution of their largest image, so that no detail is lost and
//! none is interpolated.

use std::borrow::Cow;

use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::hayro_syntax::Pdf;

use super::RenderContent;
use super::characters::Fonts;
use super::reader::{Reader, failure};
use crate::document::{MOST_PIXELS, Orientation, PictureRequest, Record, Sink, grouped_by_page};
use crate::read::failure::Failure;
use crate::read::page_picture::{ColourScan, MOST_DPI};

/// Resolution for a page without an image.
const USUAL_DPI: f32 = 200.0;
/// Lowest resolution for a page with an image.
const LEAST_DPI: f32 = 72.0;

/// Renders the requested pages one after another and sends each as [`Record::Picture`].
///
/// # Errors
/// Fails if the file cannot be opened, as [`super::read`] does.
pub(crate) fn pictures(data: Vec<u8>, requests: &[PictureRequest], sink: &mut Sink<'_>) -> Result<(), Failure> {
    let pdf = Pdf::new(data).map_err(failure)?;
    for (number, requests) in grouped_by_page(requests) {
        let Some(page) = pdf.pages().get(number.saturating_sub(1) as usize) else { continue };
        let (width, height) = page.render_dimensions();
        if !(width > 1.0 && height > 1.0) {
            continue;
        }
        let mut reader = Reader { pdf: &pdf, cache: super::InterpreterCache::new(), fonts: Fonts::default() };
        let native = reader.layer(page, RenderContent::PAGE, Orientation::default()).image_dpi;
        let fitting = 72.0 * (MOST_PIXELS as f32 / (width * height)).sqrt();
        let dpi = if native > 0.0 { native as f32 } else { USUAL_DPI }.clamp(LEAST_DPI, MOST_DPI).min(fitting);
        // Half a pixel is added since the renderer truncates sizes to whole pixels.
        let (x_scale, y_scale) = ((width * dpi / 72.0 + 0.5) / width, (height * dpi / 72.0 + 0.5) / height);
        // A new cache for each page keeps memory flat: pages share little.
        let pixmap = hayro::render(
            page,
            &RenderCache::new(),
            &InterpreterSettings::default(),
            &RenderSettings::default(),
            &PixmapSettings { x_scale, y_scale, bg_color: WHITE },
        );
        let scan = ColourScan {
            rgba: Cow::Borrowed(pixmap.data_as_u8_slice()),
            width: u32::from(pixmap.width()),
            height: u32::from(pixmap.height()),
            dpi,
        };
        requests.into_iter().filter_map(|request| scan.picture(request)).for_each(|p| sink(Record::Picture(p)));
    }
    Ok(())
}
