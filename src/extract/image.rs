//! Scans that come as picture files: JPEG, PNG, TIFF (its first page).

use std::io::Cursor;

use ::image::{ImageReader, Limits};

use super::picture::{MOST_DPI, MOST_PIXELS, Picture, Wanted};
use super::{Failure, Record, Sink};
use crate::document::Status;

/// Most bytes that a decoder may take.
const MOST_MEMORY: u64 = 256 << 20;
/// Width of a sheet of A4 in inches: picture files seldom tell their resolution truly.
const SHEET_WIDTH: f32 = 8.27;

/// Decodes a picture file and sends it as [`Record::Picture`].
///
/// # Errors
/// When the format is none of those read, or the file is damaged or too large.
pub(super) fn pictures(data: &[u8], wanted: &[Wanted], sink: &mut Sink<'_>) -> Result<(), Failure> {
    let failure = |e: ::image::ImageError| Failure::new(Status::Malformed, format!("the picture is not read: {e}"));
    let mut reader = ImageReader::new(Cursor::new(data))
        .with_guessed_format()
        .map_err(|e| Failure::new(Status::Malformed, e.to_string()))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoded = reader.decode().map_err(failure)?;
    let pixels = u64::from(decoded.width()) * u64::from(decoded.height());
    if pixels > MOST_PIXELS {
        let shrink = (MOST_PIXELS as f64 / pixels as f64).sqrt();
        let fit = |v: u32| ((f64::from(v) * shrink) as u32).max(1);
        decoded = decoded.thumbnail(fit(decoded.width()), fit(decoded.height()));
    }
    let colours = decoded.to_rgba8();
    let (width, height) = colours.dimensions();
    let dpi = (width.min(height) as f32 / SHEET_WIDTH).clamp(70.0, MOST_DPI);
    for one in wanted.iter().filter(|w| w.page == 1) {
        sink(Record::Picture(Picture::of_colours(colours.as_raw(), width, height, dpi, *one)));
    }
    Ok(())
}
