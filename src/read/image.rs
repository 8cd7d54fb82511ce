//! Scans in image files: JPEG, PNG, and TIFF with one or more pages.

use std::borrow::Cow;
use std::io::Cursor;

use ::image::metadata::Orientation;
use ::image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbaImage};

use super::failure::Failure;
use super::page_picture::{ColourScan, MOST_DPI};
use crate::document::{MOST_PIXELS, PictureRequest, Record, Sink, Status, grouped_by_page};

/// Largest amount of memory that a decoder may allocate, bytes.
const MOST_MEMORY: u64 = 256 << 20;
/// Largest number of pages in one file.
const MOST_PAGES: usize = 5_000;
/// Width of an A4 sheet in inches. The resolution is derived from it, since the one in the file is seldom right.
const SHEET_WIDTH: f32 = 8.27;

/// Decodes the requested pages of an image file and sends each as [`Record::Picture`].
///
/// # Errors
/// Fails if the format is not supported, or the file is damaged or too large.
pub(crate) fn pictures(data: &[u8], requests: &[PictureRequest], sink: &mut Sink<'_>) -> Result<(), Failure> {
    for (number, requests) in grouped_by_page(requests) {
        let Some(data) = page(data, number) else { continue };
        let colours = decode(&data)?;
        let (width, height) = colours.dimensions();
        let dpi = (width.min(height) as f32 / SHEET_WIDTH).clamp(70.0, MOST_DPI);
        let scan = ColourScan { rgba: Cow::Borrowed(colours.as_raw()), width, height, dpi };
        requests.into_iter().filter_map(|request| scan.picture(request)).for_each(|p| sink(Record::Picture(p)));
    }
    Ok(())
}

/// Decodes an image, upright and scaled down to at most [`MOST_PIXELS`].
fn decode(data: &[u8]) -> Result<RgbaImage, Failure> {
    let failure = |e: ::image::ImageError| Failure::new(Status::Malformed, format!("the picture is not read: {e}"));
    let mut reader = ImageReader::new(Cursor::new(data))
        .with_guessed_format()
        .map_err(|e| Failure::new(Status::Malformed, e.to_string()))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(failure)?;
    // A phone held upright stores the picture on its side, with a tag that says how to turn it.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut decoded = DynamicImage::from_decoder(decoder).map_err(failure)?;
    decoded.apply_orientation(orientation);
    let pixels = u64::from(decoded.width()) * u64::from(decoded.height());
    if pixels > MOST_PIXELS {
        let shrink = (MOST_PIXELS as f64 / pixels as f64).sqrt();
        let fit = |v: u32| ((f64::from(v) * shrink) as u32).max(1);
        decoded = decoded.thumbnail(fit(decoded.width()), fit(decoded.height()));
    }
    Ok(decoded.to_rgba8())
}

/// Number of pages of an image file: 1 unless it is a TIFF.
pub(crate) fn page_count(data: &[u8]) -> u32 {
    directories(data).len().max(1) as u32
}

/// The file changed so that page `number` is its first, since the decoder reads only the first page of a TIFF.
fn page(data: &[u8], number: u32) -> Option<Cow<'_, [u8]>> {
    if number == 1 {
        return Some(Cow::Borrowed(data));
    }
    let offset = *directories(data).get(number.checked_sub(1)? as usize)?;
    let bytes = if data.starts_with(b"II") { offset.to_le_bytes() } else { offset.to_be_bytes() };
    let mut data = data.to_vec();
    data.get_mut(4..8)?.copy_from_slice(&bytes);
    Some(Cow::Owned(data))
}

/// Offsets of the image file directories of a TIFF, one for each page (TIFF 6.0, section 2: each directory ends with
/// the offset of the next). Empty for other formats.
fn directories(data: &[u8]) -> Vec<u32> {
    let little = data.starts_with(b"II*\0");
    if !little && !data.starts_with(b"MM\0*") {
        return Vec::new();
    }
    let number = |at: usize| -> Option<u32> {
        let bytes: [u8; 4] = data.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let short = |at: usize| -> Option<u16> {
        let bytes: [u8; 2] = data.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let mut found = Vec::new();
    let mut next = number(4);
    while let Some(at) = next.filter(|at| *at != 0 && !found.contains(at) && found.len() < MOST_PAGES) {
        let Some(entries) = short(at as usize) else { break };
        found.push(at);
        next = number(at as usize + 2 + 12 * usize::from(entries));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Band;
    use crate::document::Orientation;

    /// A TIFF of grey pages, 4 by 2 pixels each.
    fn tiff(greys: &[u8]) -> Vec<u8> {
        let mut data = b"II*\0".to_vec();
        let size = 2 + 12 * 8 + 4 + 8;
        data.extend(8_u32.to_le_bytes());
        for (index, grey) in greys.iter().enumerate() {
            let start = 8 + index as u32 * size;
            let pixels = start + size - 8;
            data.extend(8_u16.to_le_bytes());
            for (tag, kind, value) in [
                (256_u16, 3_u16, 4_u32),
                (257, 3, 2),
                (258, 3, 8),
                (259, 3, 1),
                (262, 3, 1),
                (273, 4, pixels),
                (278, 3, 2),
                (279, 4, 8),
            ] {
                data.extend(tag.to_le_bytes());
                data.extend(kind.to_le_bytes());
                data.extend(1_u32.to_le_bytes());
                data.extend(value.to_le_bytes());
            }
            let next = if index + 1 < greys.len() { start + size } else { 0 };
            data.extend(next.to_le_bytes());
            data.extend([*grey; 8]);
        }
        data
    }

    #[test]
    fn every_page_of_a_tiff_is_shown() {
        let data = tiff(&[10, 20, 30]);
        assert_eq!(page_count(&data), 3);
        let requests: Vec<PictureRequest> =
            [1, 3].map(|page| PictureRequest { page, band: Band::Whole, orientation: Orientation::default() }).to_vec();
        let mut greys = Vec::new();
        pictures(&data, &requests, &mut |record| {
            if let Record::Picture(picture) = record {
                greys.push((picture.page, picture.pixels[0]));
            }
        })
        .unwrap();
        assert_eq!(greys, [(1, 10), (3, 30)]);
    }

    #[test]
    fn a_tiff_whose_directories_go_round_has_an_end() {
        let mut data = tiff(&[10, 20]);
        let last = data.len() - 12;
        data[last..last + 4].copy_from_slice(&8_u32.to_le_bytes());
        assert_eq!(page_count(&data), 2);
        assert_eq!((page_count(b"II*\0\xff\xff\xff\xff"), page_count(b"\x89PNG")), (1, 1));
    }
}
